package docx

import "github.com/planeval/planeval/report"

// stripPicture draws a square for each thing in the colour of its state, in lines; of very many, a bar of their shares.
func stripPicture(s report.Strip, width int) *canvas {
	const most = 120
	total := 0
	for _, part := range s.Parts {
		total = min(total+min(part.Count, 1<<20), 1<<20)
	}
	inLine := max(width/squareSize, 1)
	if total == 0 || total > most {
		return sharePicture(s, total, width)
	}
	c := newCanvas(width, (total+inLine-1)/inLine*squareSize)
	n := 0
	for _, part := range s.Parts {
		for range part.Count {
			left, top := mm(n%inLine*squareSize), mm(n/inLine*squareSize)
			c.bar(report.ToneOf(part.State), left+mm(2), top+mm(2), left+mm(squareSize-4), top+mm(squareSize-4), false)
			n++
		}
	}
	return c
}

func sharePicture(s report.Strip, total, width int) *canvas {
	c := newCanvas(width, squareSize)
	done := 0
	for _, part := range s.Parts {
		left := int(int64(mm(width)) * int64(done) / int64(max(total, 1)))
		done = min(done+min(part.Count, 1<<20), total)
		c.bar(report.ToneOf(part.State), left, mm(2), int(int64(mm(width))*int64(done)/int64(max(total, 1))), mm(squareSize-4), false)
	}
	return c
}
