package xlsx

import (
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
)

// tableSheet adds a sheet with tables, one below the other, unless there are none. Its title is on every page.
func (b *workbook) tableSheet(path, name string, tables []placed) {
	if len(tables) == 0 {
		return
	}
	columns, rows := 1, 1
	for _, t := range tables {
		columns = max(columns, len(t.Columns))
		rows += t.height()
	}
	s := b.newSheet(path, name, columns, rows)
	s.across(path, name, style{part: title})
	for _, t := range tables {
		s.row++
		s.table(t)
	}
	if len(b.faults) == 0 {
		s.layOut(0, 1)
	}
}

// height is how many rows the table takes with the empty one before it.
func (t placed) height() int {
	height := 1 + len(t.Rows) + len(t.Notes)
	if t.Caption != "" {
		height++
	}
	if len(t.Columns) > 0 {
		height++
	}
	return height
}

func (s *sheet) table(t placed) {
	if t.Caption != "" {
		s.across(t.path+"/caption", t.Caption, style{part: caption})
	}
	last := len(t.Columns) - 1
	ends := s.ends(t)
	put := func(path string, column int, text string, of style) {
		if column == last {
			s.over(path, column, ends, text, of)
		} else {
			s.put(path, column, text, of)
		}
	}
	for i, c := range t.Columns {
		put(t.path+indicator.Pointer("columns", i), i, c.Title, style{part: head, align: c.Align})
	}
	if len(t.Columns) > 0 {
		s.row++
	}
	for i, row := range t.Rows {
		for k, c := range row {
			put(t.path+indicator.Pointer("rows", i, k), k, c.Text, stated(t.Columns[k].Align, c.State))
		}
		s.row++
	}
	for i, text := range t.Notes {
		s.across(t.path+indicator.Pointer("notes", i), text, style{part: note})
	}
}

// ends returns the column of the sheet where the table's last column ends. It goes on to the sheet's end where it holds long
// texts, which would make many lines, or the sheet wide.
func (s *sheet) ends(t placed) int {
	last := len(t.Columns) - 1
	for _, row := range t.Rows {
		if last > 0 && t.Columns[last].Align == report.Start && width(row[last].Text) > names {
			return len(s.widths) - 1
		}
	}
	return last
}

// stated is the style of a cell with a state.
func stated(align report.Align, state string) style {
	tone := report.ToneOf(state)
	return style{align: align, tone: tone, format: textFormat(tone)}
}
