package typeset_test

import (
	"testing"

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
