package docx

import "github.com/planeval/planeval/report"

// mostSquares is how many squares a strip has; beyond, no one would count them.
const mostSquares = 120

func total(s report.Strip) float64 {
	sum := 0.0
	for _, part := range s.Parts {
		sum += float64(part.Count)
	}
	return sum
}

// stripRoom returns how wide a strip is in one line.
func stripRoom(s report.Strip) int {
	if total := total(s); total <= mostSquares {
		return int(total) * squareSize
	}
	return stripWidth
}

// stripHeight returns how high the picture of a strip is.
func stripHeight(s report.Strip, width int) int {
	total := total(s)
	if total == 0 || total > mostSquares {
		return squareSize
	}
	inLine := max(width/squareSize, 1)
	return (int(total) + inLine - 1) / inLine * squareSize
}

// stripPicture draws a square for each thing in the colour of its state, in lines; of very many, a bar of their shares.
func stripPicture(s report.Strip, width int) *canvas {
	total := total(s)
	if total == 0 || total > mostSquares {
		return sharePicture(s, total, width)
	}
	inLine := max(width/squareSize, 1)
	c := newCanvas(width, stripHeight(s, width))
	n := 0
	for _, part := range s.Parts {
		for range part.Count {
			left, top := mm(n%inLine*squareSize), mm(n/inLine*squareSize)
			c.bar(report.ToneOf(part.State), left, top, left+mm(squareSize-6), top+mm(squareSize-6), false)
			n++
		}
	}
	return c
}

func sharePicture(s report.Strip, total float64, width int) *canvas {
	c := newCanvas(width, squareSize)
	done, left := 0.0, 0
	for _, part := range s.Parts {
		done += float64(part.Count)
		right := int(done / max(total, 1) * float64(mm(width)))
		c.bar(report.ToneOf(part.State), left, 0, right, mm(squareSize-6), false)
		left = right
	}
	return c
}
