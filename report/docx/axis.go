package docx

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/report"
)

// label is a text at a place of a picture.
type label struct {
	text string
	at   int // in sixteenths of a pixel
}

// labels returns the texts of points that have a place and a text.
func labels(points []report.Point, s scale) []label {
	var result []label
	for _, p := range points {
		if p.Text != "" && !p.At.IsZero() {
			result = append(result, label{p.Text, s.at(p.At)})
		}
	}
	return result
}

// axis adds a row with the ticks of an axis.
func (t *chartTable) axis(a report.Axis) { t.labels(a, a) }

// labels adds a row with the texts of points where they are on an axis, if there are any.
func (t *chartTable) labels(points []report.Point, a report.Axis) {
	at := func(width int) []label { return labels(points, newScale(a, mm(sidePadding), mm(width-sidePadding))) }
	if len(at(t.width)) > 0 {
		t.rows = append(t.rows, chartRow{labels: at})
	}
}

// beside writes texts at their heights beside a picture, from the top down; one that has no room below the text before it
// follows that at once.
func (w *writer) beside(all []label) {
	const above = 20 // the space above pictures
	line := w.axisSize() * 12
	end := 0
	for _, l := range slices.Backward(all) {
		top := max(above+l.at*567/(80*pixel)-line/2, end)
		w.raw(`<w:p><w:pPr><w:pStyle w:val="Axis"/>`, w.keep, `<w:spacing w:before="`, strconv.Itoa(top-end), `" w:after="0" w:line="`, strconv.Itoa(line),
			`" w:lineRule="exact"/><w:jc w:val="right"/></w:pPr>`)
		w.run("", l.text)
		w.raw(`</w:p>`)
		end = top + line
	}
	if len(all) == 0 {
		w.paragraph("Axis", "")
	}
}

// axisSize is the size of the texts of axes in half points.
func (w *writer) axisSize() int { return max(w.layout.fonts[Table].Size-6, 12) }

// labels writes texts at their places in a column, each at a tab stop; one that has no room beside the text before it goes
// to a line of its own.
func (w *writer) labels(all []label, width int) {
	half := w.axisSize()
	for len(all) > 0 {
		var stops, texts []string
		end, n := 0, 0
		for _, l := range all {
			size := textWidth(l.text) * half * 9 / 100 // the type is not bold
			at, stop, from := l.at*567/(80*pixel), "center", 0
			switch from = at - size/2; {
			case from < 0:
				at, stop, from = 0, "left", 0
			case from+size > width:
				at, stop, from = width, "right", width-size
			}
			if n > 0 && from < end+half*2 {
				break
			}
			end = from + size
			n++
			texts = append(texts, l.text)
			stops = append(stops, `<w:tab w:val="`+stop+`" w:pos="`+strconv.Itoa(at)+`"/>`)
		}
		w.raw(`<w:p><w:pPr><w:pStyle w:val="Axis"/>`, w.keep, `<w:tabs>`)
		w.raw(stops...)
		w.raw(`</w:tabs></w:pPr>`)
		for i, text := range texts {
			if stops[i] != `<w:tab w:val="left" w:pos="0"/>` {
				w.raw(`<w:r><w:tab/></w:r>`)
			}
			w.run("", text)
		}
		w.raw(`</w:p>`)
		all = all[n:]
	}
}
