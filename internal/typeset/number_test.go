package typeset_test

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/stretchr/testify/assert"
)

func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       typeset.Number
	}{
		{"a count", "1374", typeset.Number{Plain: "1374"}},
		{"nothing", "0", typeset.Number{Plain: "0"}},
		{"English groups", "1,374", typeset.Number{Plain: "1374", Grouped: true}},
		{"groups and places", "-1,954.34", typeset.Number{Plain: "-1954.34", Places: 2, Grouped: true}},
		{"a million", "12,345,678", typeset.Number{Plain: "12345678", Grouped: true}},
		{"a percentage keeps its places", "74.60%", typeset.Number{Plain: "74.60", Places: 2, Unit: "%"}},
		{"a percentage in a working stands off", "76.33 %", typeset.Number{Plain: "76.33", Places: 2, Unit: " %"}},
		{"per mille", "3.5‰", typeset.Number{Plain: "3.5", Places: 1, Unit: "‰"}},
		{"growth with its sign", "+16.36%", typeset.Number{Plain: "16.36", Places: 2, Signed: true, Unit: "%"}},
		{"percentage points in Chinese", "-1.93个百分点", typeset.Number{Plain: "-1.93", Places: 2, Unit: "个百分点"}},
		{"percentage points in English", "+21.17 pp", typeset.Number{Plain: "21.17", Places: 2, Signed: true, Unit: " pp"}},
		{"percentage points in words", "0.75 percentage points", typeset.Number{Plain: "0.75", Places: 2, Unit: " percentage points"}},
		{"a minus of its own character", "−0.06", typeset.Number{Plain: "-0.06", Places: 2}},
		{"more digits than a float holds", "12345678901234567890.5", typeset.Number{Plain: "12345678901234567890.5", Places: 1}},
	} {
		got, ok := typeset.ParseNumber(c.text)
		assert.True(t, ok, c.name)
		assert.Equal(t, c.want, got, c.name)
	}
}

func TestParseNumberOfOtherTexts(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":                      "",
		"a dash":                       "—",
		"a sign alone":                 "-",
		"a unit alone":                 "%",
		"two signs":                    "--1",
		"a sum":                        "+1+1",
		"another unit":                 "703家",
		"a number in brackets":         "(5)",
		"a period behind it":           "2.81（2020年）",
		"a range":                      "1-2",
		"a code of tasks":              "5.2.1",
		"a code with a zero before it": "007",
		"a group of two":               "1,37",
		"a group of four":              "1,3745",
		"four before a group":          "1374,000",
		"a comma before":               ",374",
		"a comma at the end":           "1,",
		"groups behind the point":      "0.123,456",
		"a point at the end":           "5.",
		"a point before":               ".5",
		"an exponent":                  "1e5",
		"a space before":               " 5",
		"two spaces before the unit":   "5  %",
		"a line break":                 "5\n",
		"full-width digits":            "５",
		"a full-width sign":            "－1",
		"not a number":                 "NaN",
	} {
		_, ok := typeset.ParseNumber(text)
		assert.False(t, ok, name)
	}
}

func TestNumberPoints(t *testing.T) {
	for text, want := range map[string]bool{"1个百分点": true, "1 pp": true, "1 percentage point": true, "1%": false, "1‰": false, "1": false} {
		n, ok := typeset.ParseNumber(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, n.Points(), text)
	}
}

// 0.10 has two digits to lose, 0.05 one.
func TestNumberDigits(t *testing.T) {
	for text, want := range map[string]int{"0": 0, "1,374": 4, "-3.50%": 3, "0.05": 1, "0.10": 2, strings.Repeat("9", 16): 16} {
		n, ok := typeset.ParseNumber(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, n.Digits(), text)
	}
}
