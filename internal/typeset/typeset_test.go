package typeset_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/stretchr/testify/assert"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"ordinary text stays", "R&D经费 2.86%", "R&D经费 2.86%"},
		{"line breaks of every system", "a\r\nb\rc\nd\u2028e\u2029f", "a\nb\nc\nd\ne\nf"},
		{"a tab is a space", "a\tb", "a b"},
		{"escape sequences lose their escape", "\x1b[31mred", "\uFFFD[31mred"},
		{"bidirectional overrides are replaced", "a\u202eb\u2066c", "a\uFFFDb\uFFFDc"},
		{"noncharacters are replaced", "a\uFFFEb", "a\uFFFDb"},
		{"broken UTF-8 is replaced", "a\xffb", "a\uFFFDb"},
		{"characters beyond the basic plane stay whole", "𠮷", "𠮷"},
	} {
		assert.Equal(t, c.want, typeset.Clean(c.in), c.name)
	}
}

// Of every character there is: what Unicode calls a control or a noncharacter, and the marks of direction, are replaced.
func TestCleanOfEveryCharacter(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		want := string(r) // of a surrogate U+FFFD
		switch {
		case strings.ContainsRune("\n\r\u2028\u2029", r):
			want = "\n"
		case r == '\t':
			want = " "
		case unicode.In(r, unicode.Cc, unicode.Noncharacter_Code_Point), strings.ContainsRune("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", r):
			want = "\uFFFD"
		}
		if got := typeset.Clean(string(r)); got != want {
			t.Fatalf("%U: got %q, want %q", r, got, want)
		}
	}
}

func TestJoin(t *testing.T) {
	assert.Equal(t, "一、指标", typeset.Join("一、", "指标"))
	assert.Equal(t, "1.1 Indicators", typeset.Join("1.1", "Indicators"))
	assert.Equal(t, "指标", typeset.Join("", "指标"))
	assert.Equal(t, "（一）", typeset.Join("（一）", ""))
}

func TestLeadSpace(t *testing.T) {
	assert.Equal(t, "", typeset.LeadSpace(""))
	assert.Equal(t, "", typeset.LeadSpace("总体判断："))
	assert.Equal(t, "\u3000", typeset.LeadSpace("总体判断"))
	assert.Equal(t, " ", typeset.LeadSpace("Outcome:"))
}
