package xlsx

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		room, want int
	}{
		{"nothing is a line", "", 10, 1},
		{"what fits", "0123456789", 10, 1},
		{"words go to the next line whole", "012345 6789", 10, 2},
		{"a long word breaks", "0123456789012345678901", 10, 3},
		{"Chinese characters take two and break anywhere", "一二三四五六", 10, 2},
		{"Chinese after a word goes on in its line", "R&D 经费支出", 12, 1},
		{"line breaks", "a\nb\nc", 10, 3},
	} {
		assert.Equal(t, c.want, lines(c.text, c.room), c.name)
	}
}

func TestFitted(t *testing.T) {
	for _, c := range []struct {
		name        string
		needs, want []int
	}{
		{"what is needed, and an edge", []int{20, 6, 10}, []int{23, 9, 13}},
		{"no narrower than a short word", []int{0, 1}, []int{8, 8}},
		{"no wider than is good to read", []int{200}, []int{48}},
		// 48, 48, 48, 48 and 11 have 20, 37, 37, 37 and 0 to spare, and 78 of these 131 are left
		{"a sheet that is too wide: all give way in equal parts of what they can spare", []int{60, 60, 60, 60, 8}, []int{39, 33, 33, 33, 11}},
	} {
		got, total := fitted(c.needs)
		assert.Equal(t, c.want, got, c.name)
		sum := 0
		for _, w := range got {
			sum += w
		}
		assert.Equal(t, sum, total, c.name)
	}
}
