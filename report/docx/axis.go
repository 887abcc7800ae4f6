package docx

import (
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
	if found := labels(points, newScale(a, mm(sidePadding), mm(t.width-sidePadding))); len(found) > 0 {
		t.rows = append(t.rows, chartRow{labels: found})
	}
}

// labels writes texts at their places in a column, each at a tab stop; one that has no room beside the text before it goes
// to a line of its own.
func (w *writer) labels(all []label, width int) {
	half := max(w.layout.fonts[Table].Size-6, 12)
	for len(all) > 0 {
		var stops, texts []string
		end, n := 0, 0
		for _, l := range all {
			size := textWidth(l.text) * half / 10
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
		w.raw(`<w:p><w:pPr><w:pStyle w:val="Axis"/><w:tabs>`)
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
