package docx

import (
	"strings"
	"unicode"
)

// extent is what a column's cells need, in hundredths of the size of the type.
type extent struct {
	least  int    // the longest piece that is not broken
	whole  [4]int // the longest line among those of up to each of wholeLines
	full   int    // the longest line
	weight int    // between the longest and the mean cell: what the column asks for
}

// wholeLines are up to what length lines are kept whole where there is room.
var wholeLines = [...]int{1000, 800, 550, 440}

// longestText is how much of a text counts for widths.
const longestText = 1 << 18

const (
	shortest   = 220 // no line is broken into single characters
	headerLine = 440 // headers break sooner than cells
)

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
				c.least = max(c.least, piece, min(width, shortest))
				for k, limit := range wholeLines {
					if width <= limit && (count > 0 || width <= headerLine) {
						c.whole[k] = max(c.whole[k], width)
					}
				}
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
// word and is no wider than its longest line needs. Short lines are kept whole where that makes no column longer than all
// are otherwise, or at any rate if keep says so. It returns how many lines the longest has, and whether all words have
// room, or all short lines.
func widths(columns []extent, room int, unit func(int) int, keep bool) (result []int, lines int, ok bool) {
	floors := make([]int, len(columns))
	for i, c := range columns {
		floors[i] = unit(c.least)
	}
	if sum(floors) > room { // words break: the longest give way
		result = make([]int, len(columns))
		fill(result, room, func(i, t int) int { return min(floors[i], t) })
		spread(result, room)
		return result, longest(columns, result, unit), false
	}
	result = share(columns, floors, room, unit)
	lines = longest(columns, result, unit)
	for k := range wholeLines {
		for i, c := range columns {
			floors[i] = unit(max(c.whole[k], c.least))
		}
		if sum(floors) > room {
			continue
		}
		whole := share(columns, floors, room, unit)
		if n := longest(columns, whole, unit); keep || n <= lines {
			return whole, n, true
		}
	}
	return result, lines, !keep
}

// share returns widths from floors on; what no column needs goes to all in proportion to their longest lines.
func share(columns []extent, floors []int, room int, unit func(int) int) []int {
	result, high := make([]int, len(columns)), 0
	for i, c := range columns {
		result[i] = max(unit(c.full), floors[i])
		high += result[i]
	}
	if high > room {
		ceilings := append([]int{}, result...)
		fill(result, room, func(i, t int) int {
			return min(max(int(min(int64(columns[i].weight)*int64(t)/256, 1<<30)), floors[i]), ceilings[i])
		})
	} else {
		for i := range result {
			result[i] = int(int64(result[i]) * int64(room) / int64(high))
		}
	}
	spread(result, room)
	return result
}

// spread adds to widths what rounding left of the room.
func spread(widths []int, room int) {
	rest := room - sum(widths)
	for i := range widths {
		part := rest / (len(widths) - i)
		widths[i] += part
		rest -= part
	}
}

// longest returns about how many lines the cells have at most that are as long as their column's weight.
func longest(columns []extent, widths []int, unit func(int) int) int {
	lines := 0
	for i, c := range columns {
		inner := max(widths[i]-unit(0), 1)
		lines = max(lines, (unit(c.weight)-unit(0)+inner-1)/inner)
	}
	return lines
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
	piece, wide, opened, last := 0, false, false, rune(0)
	for _, r := range line {
		w := runeWidth(r)
		width += w
		if (last == '-' || last == '/') && (r < '0' || r > '9') { // programs do not part numbers there
			piece = 0
		}
		last = r
		switch {
		case r == ' ' || r == '\u3000':
			piece, wide = 0, false
		case !closes(r) && !opened && (wide || w == 100 && !opens(r)): // a break before it
			piece, wide = w, w == 100
		default: // some programs break between a bracket and a figure, some do not
			piece += w
			wide = w == 100 && r != '）'
		}
		opened = opens(r) || r == '\u00a0'
		longest = max(longest, piece)
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
	switch r {
	case '，', '。', '、', '；', '：', '！', '？', '）', '》', '」', '』', '】', '〉', '”', '’', '…', ',', '.', ';', ':', '!', '?', ')', ']', '}', '%', '‰', '\u00a0':
		return true
	}
	return false
}

// opens says whether a line may not end with a character.
func opens(r rune) bool {
	switch r {
	case '（', '《', '“', '‘', '「', '『', '【', '〈', '(', '[':
		return true
	}
	return false
}

// asciiWidths are the widths of the characters from space to ~ in hundredths of their size: those of bold Times New Roman,
// but for digits, which are wider in other fonts.
var asciiWidths = [...]uint8{
	25, 34, 56, 50, 50, 100, 84, 28, 34, 34, 50, 57, 25, 34, 25, 28, // space to /
	56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 34, 34, 57, 57, 57, 50, // 0 to ?
	93, 73, 67, 73, 73, 67, 62, 78, 78, 39, 50, 78, 67, 95, 73, 78, // @ to O
	62, 78, 73, 56, 67, 73, 73, 100, 73, 73, 67, 34, 28, 34, 59, 50, // P to _
	34, 50, 56, 45, 56, 45, 34, 50, 56, 28, 34, 56, 28, 84, 56, 50, // ` to o
	56, 56, 45, 39, 34, 56, 50, 73, 50, 50, 45, 40, 22, 40, 52, // p to ~
}

// runeWidth returns about how wide a character is, in hundredths of its size.
func runeWidth(r rune) int {
	if ' ' <= r && r <= '~' {
		return int(asciiWidths[r-' '])
	}
	switch r {
	case '\u00a0':
		return 25
	case '“', '”', '‘', '’', '…', '—', '▲', '●', '▼', '○':
		return 100
	}
	switch {
	case r >= 0x2e80: // the first of the East Asian blocks
		return 100
	case r > 0x7f && unicode.Is(unicode.Mn, r):
		return 0
	}
	return 56
}
