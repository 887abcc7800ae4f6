package docx

import (
	"fmt"
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
)

// mostColumns is how many columns Word takes in a table.
const mostColumns = 63

// wide adds a fault for every block that would be a table of more columns.
func wide(faults *indicator.Faults, above string, blocks []report.Block, sections []report.Section) {
	for i, b := range blocks {
		if n := columns(b); n > mostColumns {
			faults.Add(above+indicator.Pointer("blocks", i), indicator.FaultRange, strconv.Itoa(n), fmt.Sprintf("%d columns at most", mostColumns))
		}
	}
	for i, s := range sections {
		wide(faults, above+indicator.Pointer("sections", i), s.Blocks, s.Sections)
	}
}

// columns returns how many columns a block has as a table. Tiles stand in rows of a few.
func columns(b report.Block) int {
	switch b := b.(type) {
	case report.Table:
		return len(b.Shown())
	case report.Chart:
		switch p := b.Plot.(type) {
		case report.Grid:
			return len(p.Columns)
		case report.Bars:
			most := len(p.Columns)
			for _, group := range p.Groups {
				for _, bar := range group.Rows {
					most = max(most, barColumns+len(bar.Remarks))
				}
			}
			return most
		}
	}
	return 0
}

// barColumns is how many columns bars have beside those of their remarks.
const barColumns = 3
