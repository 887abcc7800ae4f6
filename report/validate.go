package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// Validate returns every fault that keeps a document from being laid out, with JSON Pointers into it: a row of a table with
// more or fewer cells than there are columns, a grouped table without a second column, an ID that is no ID or is there twice, a
// block or plot of no known kind, an axis without two ends, a section of no known part, bars with unlike remarks, a chart of a
// table that is not there. Renderers write nothing of such a document. What [Build] returns has none, but for what
// [Options.Edit] puts in.
func (d Document) Validate() indicator.Faults {
	v := validator{ids: map[string]bool{}, tables: map[string]bool{}}
	v.blocks("", d.Blocks)
	v.sections("", d.Sections)
	for _, c := range v.charts {
		for i, id := range c.tables {
			if !v.tables[id] {
				v.faults.Add(c.path+indicator.Pointer("tables", i), indicator.FaultReference, id, "the ID of a table of the document")
			}
		}
	}
	return v.faults
}

type validator struct {
	faults indicator.Faults
	ids    map[string]bool
	tables map[string]bool
	charts []chartTables
}

// chartTables are the tables that a chart names.
type chartTables struct {
	path   string
	tables []string
}

func (v *validator) sections(above string, sections []Section) {
	for i, s := range sections {
		path := above + indicator.Pointer("sections", i)
		v.id(path, s.ID)
		if s.Part > Appendix {
			v.faults.Add(path+"/part", indicator.FaultEnum, strconv.Itoa(int(s.Part)), "Chapter, Front, Annex or Appendix")
		}
		v.blocks(path, s.Blocks)
		v.sections(path, s.Sections)
	}
}

func (v *validator) blocks(above string, blocks []Block) {
	for i, b := range blocks {
		path := above + indicator.Pointer("blocks", i)
		switch b := b.(type) {
		case Paragraph, List, Tiles:
		case Table:
			v.id(path, b.ID)
			v.tables[b.ID] = b.ID != ""
			v.rows(path, b.Columns, b.Rows)
			if b.Grouped && len(b.Columns) < 2 {
				v.faults.Add(path+"/columns", indicator.FaultRange, strconv.Itoa(len(b.Columns)), "two columns or more, as the first names groups")
			}
		case Chart:
			v.id(path, b.ID)
			v.charts = append(v.charts, chartTables{path, b.Tables})
			v.plot(path+"/plot", b.Plot)
		default:
			v.faults.Add(path, indicator.FaultEnum, fmt.Sprintf("%T", b), "a Paragraph, List, Table, Tiles or Chart")
		}
	}
}

// id takes an ID, which may be absent.
func (v *validator) id(path, id string) {
	switch {
	case id == "":
	case strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-.") != "":
		v.faults.Add(path+"/id", indicator.FaultText, id, "a-z, 0-9, - and . alone")
	case v.ids[id]:
		v.faults.Add(path+"/id", indicator.FaultDuplicate, id, "an ID of its own")
	default:
		v.ids[id] = true
	}
}

func (v *validator) rows(path string, columns []Column, rows [][]Cell) {
	for i, row := range rows {
		if len(row) != len(columns) { // the path of a row in order is not needed, and there are many
			v.length(path+indicator.Pointer("rows", i), len(row), len(columns), "cells")
		}
	}
}

// length takes a list that must have as many elements as another.
func (v *validator) length(path string, n, want int, of string) {
	if n != want {
		v.faults.Add(path, indicator.FaultRange, strconv.Itoa(n), strconv.Itoa(want)+" "+of)
	}
}

func (v *validator) plot(path string, plot Plot) {
	switch p := plot.(type) {
	case Bullets:
		v.length(path+"/columns", len(p.Columns), bulletColumns, "headings")
		v.axis(path+"/axis", p.Axis)
	case Trajectories:
		for i, panel := range p.Panels {
			at := path + indicator.Pointer("panels", i)
			v.axis(at+"/across", panel.Across)
			v.axis(at+"/up", panel.Up)
		}
	case Bars:
		v.axis(path+"/axis", p.Axis)
		v.remarks(path, p)
	case Grid:
		if len(p.Columns) == 0 {
			v.faults.Add(path+"/columns", indicator.FaultRequired, "", "the column of the names of the rows")
		}
		v.rows(path, p.Columns, p.Rows)
	case Strips:
		for i, strip := range p.Rows {
			for k, part := range strip.Parts {
				if part.Count < 0 {
					v.faults.Add(path+indicator.Pointer("rows", i, "parts", k, "count"), indicator.FaultRange, strconv.Itoa(part.Count), "0 or more")
				}
			}
		}
	default:
		v.faults.Add(path, indicator.FaultEnum, fmt.Sprintf("%T", plot), "Bullets, Trajectories, Bars, a Grid or Strips")
	}
}

// bulletColumns is how many headings Bullets have.
const bulletColumns = 6

// barColumns is how many headings Bars have beside those of the remarks.
const barColumns = 3

// remarks takes bars, which must have equally many remarks, and a heading for each if there are headings.
func (v *validator) remarks(path string, p Bars) {
	want := -1
	if len(p.Columns) > 0 {
		want = len(p.Columns) - barColumns
	}
	for i, group := range p.Groups {
		for k, bar := range group.Rows {
			if want < 0 {
				want = len(bar.Remarks)
			}
			v.length(path+indicator.Pointer("groups", i, "rows", k, "remarks"), len(bar.Remarks), want, "remarks")
		}
	}
}

// axis takes an axis, whose ticks must ascend.
func (v *validator) axis(path string, axis Axis) {
	if len(axis) < 2 {
		v.faults.Add(path, indicator.FaultRange, strconv.Itoa(len(axis)), "two ticks or more")
	}
	for i, tick := range axis {
		switch {
		case tick.At.IsZero():
			v.faults.Add(path+indicator.Pointer(i, "at"), indicator.FaultRequired, "", "a number")
		case i > 0 && !axis[i-1].At.IsZero() && tick.At.Cmp(axis[i-1].At) <= 0:
			v.faults.Add(path+indicator.Pointer(i, "at"), indicator.FaultOrder, tick.At.String(), "a number above that of the tick before")
		}
	}
}
