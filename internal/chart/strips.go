package chart

import "github.com/planeval/planeval/report"

func (p *picture) strips(s report.Strips, l Layout) {
	for i, strip := range s.Rows {
		if i > 0 {
			p.rule(0, p.y, p.width)
		}
		p.y += rowGap
		if l == Narrow {
			name := strong.paragraph(strip.Name, p.width)
			p.lines(name, start, 0, p.y, p.width)
			p.y += name.height()
			if len(name.lines) > 0 {
				p.y += 5
			}
			p.y = p.strip(strip, 0, p.y, p.width)
		} else {
			name := body.paragraph(strip.Name, nameWidth)
			p.lines(name, start, 0, p.y, nameWidth)
			below := p.strip(strip, nameWidth+columnGap, p.y, p.width-nameWidth-columnGap)
			p.y = max(p.y+name.height(), below)
		}
		p.y += rowGap
	}
}

// strip draws the squares of a strip and writes its parts below them. It returns where it ends.
func (p *picture) strip(s report.Strip, x, y, room float64) float64 {
	const (
		size, gap = 16.0, 2.0
		most      = 240 // squares, beyond which a bar shows the shares
	)
	var texts []paragraph
	total := 0.0
	for _, part := range s.Parts {
		total += float64(max(part.Count, 0))
		texts = append(texts, minor.of(part.State).paragraph(word(part.State, part.Text), room))
	}
	left := x
	for _, part := range s.Parts {
		tone := report.ToneOf(part.State)
		if total > most {
			width := float64(max(part.Count, 0)) / total * room
			if width > 0 {
				p.fill(tone, left, y, width, size)
				p.down("x", left+width, y, size)
			}
			left += width
			continue
		}
		var places []corner
		for range part.Count {
			if left+size > x+room {
				left, y = x, y+size+gap
			}
			places = append(places, corner{left, y})
			left += size + gap
		}
		p.squares(tone, size, places...)
	}
	y += size + 6
	return y + p.flow(x, y, room, texts...)
}
