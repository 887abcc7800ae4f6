package docx

import "github.com/planeval/planeval/report"

// The widths of pictures where there is room, and at least, in tenths of a millimetre.
const (
	scaleWidth, leastScale = 460, 250
	panelWidth, leastPanel = 600, 400
	stripWidth, leastStrip = 516, 300
)

func cell(lines ...chartLine) chartCell { return chartCell{lines: lines} }

func bulletTable(p report.Bullets) chartTable {
	t := chartTable{headings: p.Columns, picture: 1, width: scaleWidth, least: leastScale}
	for _, b := range p.Rows {
		verdict := []chartLine{{text: b.Verdict, state: b.State}}
		if b.Detail != "" {
			verdict = append(verdict, chartLine{text: b.Detail, small: true})
		}
		t.rows = append(t.rows, chartRow{height: rowHeight, cells: []chartCell{
			cell(chartLine{text: b.Name}),
			{draw: func(width int) *canvas { return bulletPicture(b, p.Axis, width) }, alt: []string{b.Name, b.Attainment.Text, b.Verdict}},
			{lines: []chartLine{{text: b.Attainment.Text}}, end: true},
			{lines: []chartLine{{text: b.Values}}, end: true},
			cell(chartLine{text: b.Period}),
			cell(verdict...),
		}})
	}
	t.axis(p.Axis)
	return t
}

func barTable(p report.Bars) chartTable {
	t := chartTable{headings: p.Columns, picture: 1, width: scaleWidth, least: leastScale}
	t.labels(p.Bounds, p.Axis)
	for _, group := range p.Groups {
		if group.Title != "" {
			t.rows = append(t.rows, chartRow{title: group.Title})
		}
		for _, b := range group.Rows {
			cells := []chartCell{
				cell(chartLine{text: b.Name}),
				{draw: func(width int) *canvas { return barPicture(b, p, width) }, alt: []string{b.Name, b.Value.Text}},
				{lines: []chartLine{{text: b.Value.Text, state: b.State}}, end: true},
			}
			for _, remark := range b.Remarks {
				cells = append(cells, chartCell{lines: []chartLine{{text: remark}}, end: true})
			}
			t.rows = append(t.rows, chartRow{height: rowHeight, cells: cells})
		}
	}
	t.axis(p.Axis)
	return t
}

func trajectoryTable(p report.Trajectories) chartTable {
	t := chartTable{picture: 2, width: panelWidth, least: leastPanel}
	for _, panel := range p.Panels {
		name := []chartLine{{text: panel.Name}}
		if panel.Unit != "" {
			name = append(name, chartLine{text: panel.Unit, small: true})
		}
		var texts []chartLine
		add := func(text, state string, mark report.Mark) {
			if text != "" {
				line := chartLine{text: text, state: state}
				if mark != "" {
					line.key = &report.Key{Mark: mark, State: panel.State}
				}
				texts = append(texts, line)
			}
		}
		for _, m := range panel.Actual {
			add(m.Text, "", report.MarkActual)
		}
		add(panel.Target.Text, "", report.MarkGoal)
		for _, m := range panel.Ends {
			add(m.Text, "", report.MarkFan)
		}
		add(panel.Says, panel.State, "")
		t.rows = append(t.rows, chartRow{height: panelHeight + labelHeight, cells: []chartCell{
			cell(name...),
			{beside: append([]label{}, labels(panel.Up, upward(panel.Up))...)},
			{
				draw: func(width int) *canvas { return trajectoryPicture(panel, width) },
				below: func(width int) []label {
					return labels(panel.Across, newScale(panel.Across, mm(trajectoryPadding), mm(width-trajectoryPadding)))
				},
				alt: []string{panel.Name, panel.Target.Text, panel.Says},
			},
			cell(texts...),
		}})
	}
	return t
}

func stripTable(p report.Strips) chartTable {
	t := chartTable{picture: 1, width: leastStrip, least: leastStrip}
	for _, s := range p.Rows {
		t.width = max(t.width, stripRoom(s))
		texts, alt := []chartLine{}, []string{s.Name}
		for _, part := range s.Parts {
			texts, alt = append(texts, chartLine{text: part.Text, state: part.State}), append(alt, part.Text)
		}
		t.rows = append(t.rows, chartRow{height: stripHeight(s, stripWidth), cells: []chartCell{
			cell(chartLine{text: s.Name}),
			{draw: func(width int) *canvas { return stripPicture(s, width) }, alt: alt},
			cell(texts...),
		}})
	}
	return t
}
