package docx

import (
	"strings"
	"unicode"
)

// extent is what a column's cells need, in hundredths of the size of the type.
type extent struct {
	least  int // the longest piece that is not broken
	full   int // the longest line
	weight int // between the longest and the mean cell: what the column asks for
}

// longestText is how much of a text counts for widths.
const longestText = 1 << 18

// extents returns what columns need, by the texts of their rows, all equally long; the first row is the header.
func extents(n int, rows func(yield func([]string) bool)) []extent {
	columns, sums, count := make([]extent, n), make([]int64, n), int64(0)
	for row := range rows {
		for i, text := range row {
			c, size := &columns[i], 0
			for line := range strings.SplitSeq(text, "\n") {
				width, piece := measure(line)
				width, piece = min(width, longestText), min(piece, longestText)
				c.full = max(c.full, width)
				c.least = max(c.least, piece, min(width, 200+100*int(min(count, 2)))) // a header may break sooner
				size = min(size+width, longestText)
			}
			sums[i] += int64(size)
			c.weight = max(c.weight, size)
		}
		count++
	}
	for i := range columns {
		if count > 0 {
			columns[i].weight = max((columns[i].weight+int(2*sums[i]/count))/3, 1)
		}
	}
	return columns
}

// widths shares the room between columns: each has a width in proportion to the weight of its cells, but holds its longest
// word and is no wider than its longest line needs. What is left goes to all in proportion to their lines.
func widths(columns []extent, room int, unit func(int) int) []int {
	floors, ceilings, result := make([]int, len(columns)), make([]int, len(columns)), make([]int, len(columns))
	low, high := 0, 0
	for i, c := range columns {
		floors[i], ceilings[i] = unit(c.least), max(unit(c.full), unit(c.least))
		low, high = low+floors[i], high+ceilings[i]
	}
	switch {
	case low > room: // words break: the longest give way
		fill(result, room, func(i, t int) int { return min(floors[i], t) })
	case high > room:
		fill(result, room, func(i, t int) int {
			return min(max(int(min(int64(columns[i].weight)*int64(t)/256, 1<<30)), floors[i]), ceilings[i])
		})
	default:
		for i := range result {
			result[i] = int(int64(ceilings[i]) * int64(room) / int64(max(high, 1)))
		}
	}
	rest := room
	for _, w := range result {
		rest -= w
	}
	for i := range result { // what rounding left
		share := rest / (len(result) - i)
		result[i] += share
		rest -= share
	}
	return result
}

// fill sets the widths to those at the greatest t at which they have room.
func fill(result []int, room int, at func(i, t int) int) {
	low, high := 0, 1<<24
	for low < high {
		t, sum := (low+high+1)/2, 0
		for i := range result {
			sum += at(i, t)
		}
		if sum <= room {
			low = t
		} else {
			high = t - 1
		}
	}
	for i := range result {
		result[i] = at(i, low)
	}
}

// measure returns the width of a line and of its longest piece without a place to break.
func measure(line string) (width, longest int) {
	piece, wide := 0, false
	for _, r := range line {
		w := runeWidth(r)
		width += w
		switch {
		case r == ' ' || r == '\u3000':
			piece, wide = 0, false
		case w == 100 && !closes(r): // a break before it and after it
			piece, wide = w, true
		case wide && w < 100 && !closes(r):
			piece, wide = w, false
		default:
			piece += w
		}
		longest = max(longest, piece)
		if r == '-' || r == '/' {
			piece = 0
		}
	}
	return width, longest
}

// textWidth returns the width of the longest line of a text.
func textWidth(text string) int {
	width := 0
	for line := range strings.SplitSeq(text, "\n") {
		w, _ := measure(line)
		width = max(width, w)
	}
	return width
}

// closes says whether a line may not begin with a character.
func closes(r rune) bool {
	return strings.ContainsRune("，。、；：！？）》」』】〉”’…,.;:!?)]}%‰", r)
}

// runeWidth returns about how wide a character is, in hundredths of its size.
func runeWidth(r rune) int {
	switch {
	case r >= 0x2e80 || strings.ContainsRune("“”‘’…—▲●▼○", r):
		return 100
	case r >= 'A' && r <= 'Z' || r == '%' || r == 'm' || r == 'w':
		return 75
	case r == '.' || r == ',' || r == ' ' || r == 'i' || r == 'l' || r == 't' || r == 'f' || r == 'j' || r == 'r':
		return 30
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	return 52
}
