package docx

import "github.com/planeval/planeval/report"

// The widths of the columns of pictures, in tenths of a millimetre.
const (
	scaleWidth = 460
	panelWidth = 600
	stripWidth = 516
)

func cell(lines ...chartLine) chartCell { return chartCell{lines: lines} }

func bulletTable(p report.Bullets) chartTable {
	t := chartTable{headings: p.Columns, picture: 1, width: scaleWidth}
	for _, b := range p.Rows {
		verdict := []chartLine{{text: b.Verdict, state: b.State}}
		if b.Detail != "" {
			verdict = append(verdict, chartLine{text: b.Detail, small: true})
		}
		t.rows = append(t.rows, chartRow{cells: []chartCell{
			cell(chartLine{text: b.Name}),
			{draw: func() *canvas { return bulletPicture(b, p.Axis, scaleWidth) }, alt: []string{b.Name, b.Attainment.Text, b.Verdict}},
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
	t := chartTable{headings: p.Columns, picture: 1, width: scaleWidth}
	t.labels(p.Bounds, p.Axis)
	for _, group := range p.Groups {
		if group.Title != "" {
			t.rows = append(t.rows, chartRow{title: group.Title})
		}
		for _, b := range group.Rows {
			cells := []chartCell{
				cell(chartLine{text: b.Name}),
				{draw: func() *canvas { return barPicture(b, p, scaleWidth) }, alt: []string{b.Name, b.Value.Text}},
				{lines: []chartLine{{text: b.Value.Text, state: b.State}}, end: true},
			}
			for _, remark := range b.Remarks {
				cells = append(cells, chartCell{lines: []chartLine{{text: remark}}, end: true})
			}
			t.rows = append(t.rows, chartRow{cells: cells})
		}
	}
	t.axis(p.Axis)
	return t
}

func trajectoryTable(p report.Trajectories) chartTable {
	t := chartTable{picture: 1, width: panelWidth}
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
		add(panel.Target.Text, "", report.MarkTarget)
		for _, m := range panel.Ends {
			add(m.Text, "", report.MarkFan)
		}
		add(panel.Says, panel.State, "")
		t.rows = append(t.rows, chartRow{cells: []chartCell{
			cell(name...),
			{
				draw:  func() *canvas { return trajectoryPicture(panel, panelWidth) },
				below: labels(panel.Across, newScale(panel.Across, mm(trajectoryPadding), mm(panelWidth-trajectoryPadding))),
				width: panelWidth*567/100 + margins - cellMargin,
				alt:   []string{panel.Name, panel.Target.Text, panel.Says},
			},
			cell(texts...),
		}})
	}
	return t
}

func stripTable(p report.Strips) chartTable {
	t := chartTable{picture: 1, width: stripWidth}
	for _, s := range p.Rows {
		texts, alt := []chartLine{}, []string{s.Name}
		for _, part := range s.Parts {
			texts, alt = append(texts, chartLine{text: part.Text, state: part.State}), append(alt, part.Text)
		}
		t.rows = append(t.rows, chartRow{cells: []chartCell{
			cell(chartLine{text: s.Name}),
			{draw: func() *canvas { return stripPicture(s, stripWidth) }, alt: alt},
			cell(texts...),
		}})
	}
	return t
}
