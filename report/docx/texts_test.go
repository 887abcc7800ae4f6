package docx_test

import (
	"iter"
	"slices"

	"github.com/planeval/planeval/report"
)

// sections yields sections and those within them, in order.
func sections(all []report.Section) iter.Seq[report.Section] {
	return func(yield func(report.Section) bool) {
		for _, s := range all {
			if !yield(s) {
				return
			}
			for within := range sections(s.Sections) {
				if !yield(within) {
					return
				}
			}
		}
	}
}

// tables yields the tables of blocks and sections.
func tables(blocks []report.Block, all []report.Section) iter.Seq[report.Table] {
	return func(yield func(report.Table) bool) {
		for s := range sections(append([]report.Section{{Blocks: blocks}}, all...)) {
			for _, b := range s.Blocks {
				if table, ok := b.(report.Table); ok && !yield(table) {
					return
				}
			}
		}
	}
}

// texts returns the texts of a document in the order in which a reader of the Word document meets them.
func texts(d report.Document) []string {
	return append(append([]string{d.Title, d.Subtitle}, textsOfBlocks(d.Blocks)...), textsOfSections(d.Sections)...)
}

func textsOfSections(sections []report.Section) []string {
	var all []string
	for _, s := range sections {
		all = append(all, s.Number, s.Title)
		all = append(append(all, textsOfBlocks(s.Blocks)...), textsOfSections(s.Sections)...)
	}
	return all
}

func textsOfBlocks(blocks []report.Block) []string {
	var all []string
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			all = append(all, b.Lead, b.Text)
		case report.List:
			for _, item := range b.Items {
				all = append(all, item.Lead, item.Text)
			}
		case report.Tiles:
			for _, tile := range b.Items {
				all = append(all, tile.Figure, tile.Unit, tile.Label, tile.Note)
			}
		case report.Table:
			all = append(append(all, b.Caption), textsOfGrid(readColumns(b), readRows(b))...)
			all = append(all, b.Notes...)
		case report.Chart:
			all = append(all, b.Caption)
			for _, key := range b.Legend {
				all = append(all, key.Text)
			}
			all = append(append(all, textsOfPlot(b.Plot)...), b.Notes...)
		}
	}
	return all
}

// readColumns returns the columns of a table as a reader meets them: names of groups have none, nor a title.
func readColumns(t report.Table) []report.Column {
	if t.Grouped {
		return t.Columns[1:]
	}
	return t.Columns
}

// readRows returns the rows of a table as a reader meets them: in a grouped one the name of a group is a row.
func readRows(t report.Table) [][]report.Cell {
	if !t.Grouped {
		return t.Rows
	}
	var rows [][]report.Cell
	for i, row := range t.Rows {
		if i == 0 || row[0] != t.Rows[i-1][0] {
			rows = append(rows, row[:1])
		}
		rows = append(rows, row[1:])
	}
	return rows
}

func textsOfGrid(columns []report.Column, rows [][]report.Cell) []string {
	var all []string
	for _, c := range columns {
		all = append(all, c.Title)
	}
	for _, row := range rows {
		for _, c := range row {
			all = append(all, c.Text)
		}
	}
	return all
}

func textsOfPlot(plot report.Plot) []string {
	var all []string
	points := func(points ...report.Point) {
		for _, p := range points {
			all = append(all, p.Text)
		}
	}
	switch p := plot.(type) {
	case report.Bullets:
		all = append(all, p.Columns...)
		for _, b := range p.Rows {
			all = append(all, b.Name, b.Attainment.Text, b.Values, b.Period, b.Verdict, b.Detail)
		}
		points(p.Axis...)
	case report.Trajectories:
		for _, panel := range p.Panels {
			all = append(all, panel.Name, panel.Unit)
			for _, tick := range slices.Backward(panel.Up) {
				points(tick)
			}
			points(panel.Across...)
			for _, m := range panel.Actual {
				points(m.Point)
			}
			points(panel.Target.Point)
			for _, m := range panel.Ends {
				points(m.Point)
			}
			all = append(all, panel.Says)
		}
	case report.Bars:
		all = append(all, p.Columns...)
		points(p.Bounds...)
		for _, group := range p.Groups {
			all = append(all, group.Title)
			for _, b := range group.Rows {
				all = append(append(all, b.Name, b.Value.Text), b.Remarks...)
			}
		}
		points(p.Axis...)
	case report.Grid:
		all = append(all, textsOfGrid(p.Columns, p.Rows)...)
	case report.Strips:
		for _, s := range p.Rows {
			all = append(all, s.Name)
			for _, part := range s.Parts {
				all = append(all, part.Text)
			}
		}
	}
	return all
}
