package xlsx

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSheetName(t *testing.T) {
	b := &workbook{names: map[string]bool{"history": true}}
	for _, c := range []struct{ name, title, want string }{
		{"a title", "一、评估工作", "一、评估工作"},
		{"characters that no name may have", `a[b]:c*?/\d`, "a［b］：c＊？／＼d"},
		{"apostrophes at its ends", "'quoted'", "quoted"},
		{"an apostrophe within stays", "The Plan's tasks", "The Plan's tasks"},
		{"a line break", "two\nlines", "two lines"},
		{"31 characters", strings.Repeat("a", 31), strings.Repeat("a", 31)},
		{"more", strings.Repeat("b", 32), strings.Repeat("b", 30) + "…"},
		{"a character of two halves is not cut", strings.Repeat("c", 29) + "𠮷𠮷", strings.Repeat("c", 29) + "…"},
		{"the same in capitals", "THE PLAN'S TASKS", "THE PLAN'S TASKS (2)"},
		{"the same for the third time", "the plan's tasks", "the plan's tasks (3)"},
		{"the same where both are cut", strings.Repeat("B", 40), strings.Repeat("B", 26) + "… (2)"},
		{"a name that Excel keeps", "History", "History (2)"},
		{"a control character", "a\x00", "a\uFFFD"},
	} {
		got, ok := b.sheetName(c.title)
		assert.True(t, ok, c.name)
		assert.Equal(t, c.want, got, c.name)
	}
	for _, title := range []string{"", " ", "''", "\n"} {
		_, ok := b.sheetName(title)
		assert.False(t, ok, "%q", title)
	}
}

func TestUnnumbered(t *testing.T) {
	assert.Equal(t, "主要指标", unnumbered("图1　主要指标"))
	assert.Equal(t, "Headline indicators", unnumbered("Figure 1. Headline indicators"))
	assert.Equal(t, "Headline indicators", unnumbered("Headline indicators"))
	assert.Equal(t, "Figure 1. ", unnumbered("Figure 1. "))
}
