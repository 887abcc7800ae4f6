package report

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/stretchr/testify/assert"
)

// TestSharesSayWhatTheyRestOn has shares from counts that agree, are cut off or differ, and counts without a base.
func TestSharesSayWhatTheyRestOn(t *testing.T) {
	e := read(t, `"procedure": {}, "indicators": [], "opinions": [{"text": "fine", "facts": [{"name": "letters", "value": "3"}]}],
		"surveys": [
			{"code": "s", "title": "poll", "sent": "1200", "returned": "1000", "valid": "900", "questions": [
				{"code": "q", "text": "Well?", "kind": "single", "base": "answered", "answered": "300", "tallies": [
					{"option": "yes", "count": "100", "percent": "33.3"}, {"option": "no", "count": "50", "percent": "16.6"},
					{"option": "maybe", "count": "30", "percent": "11"}]}]},
			{"code": "t", "title": "vote", "questions": [{"code": "q", "text": "Who?", "kind": "single", "base": "respondents",
				"tallies": [{"option": "me", "count": "7"}]}]}]`, evaluate.Options{})
	d := built(t, e, languages[english])
	assert.Equal(t, []string{"1,200", "1,000", "900", "83.33%", "90.00%", "75.00%"}, row2texts(table(t, d, "survey-s").Rows[0]))
	shares := table(t, d, "survey-s-shares")
	assert.Equal(t, []string{"33.33%", "16.67% (published 16.6%)", "10.00% (published 11%)"}, column(shares, 2))
	assert.Equal(t, []string{"100", "50", "30"}, column(shares, 3))
	assert.Equal(t, "respondents to the question: 300", shares.Rows[0][4].Text)
	assert.Equal(t, Cell{Text: "computed from counts (agrees with the published percentage)", State: "met"}, shares.Rows[0][5])
	assert.Equal(t, Cell{Text: "computed from counts (published percentage is cut off, not rounded)", State: "not-met"}, shares.Rows[1][5])
	assert.Equal(t, Cell{Text: "computed from counts (differs from the published percentage)", State: "not-met"}, shares.Rows[2][5])
	vote := table(t, d, "survey-t-shares")
	assert.Equal(t, []string{"Who?", "me", "count not stated", "7", "count not stated", "nothing known"}, row2texts(vote.Rows[0]))
	blocks := section(t, d, "ch4-opinion").Blocks
	assert.Equal(t, Paragraph{Text: "Poll: not stated."}, blocks[0])
	assert.Equal(t, items("letters: 3"), blocks[len(blocks)-1])
}
