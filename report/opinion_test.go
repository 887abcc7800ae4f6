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
	// Wilson's bounds of 100, 50 and 30 of 300, by mpmath.
	assert.Equal(t, []string{"28.24% to 38.85%", "12.88% to 21.30%", "7.09% to 13.92%"}, column(shares, 3))
	assert.Equal(t, []string{"100", "50", "30"}, column(shares, 4))
	assert.Equal(t, "respondents to the question: 300", shares.Rows[0][5].Text)
	assert.Equal(t, Cell{Text: "computed from counts (agrees with the published percentage)", State: "met"}, shares.Rows[0][6])
	assert.Equal(t, Cell{Text: "computed from counts (published percentage is cut off, not rounded)", State: "not-met"}, shares.Rows[1][6])
	assert.Equal(t, Cell{Text: "computed from counts (differs from the published percentage)", State: "not-met"}, shares.Rows[2][6])
	vote := table(t, d, "survey-t-shares")
	assert.Equal(t, []string{"Who?", "me", "count not stated", "count not stated", "7", "count not stated", "nothing known"}, row2texts(vote.Rows[0]))
	blocks := section(t, d, "ch4-opinion").Blocks
	assert.Equal(t, Paragraph{Text: "Poll: not stated."}, blocks[0])
	assert.Equal(t, items("letters: 3"), blocks[len(blocks)-1])
}

// polled is a plan with surveys of every form, and what can be wrong with them.
func polled(t testing.TB) *evaluate.Evaluation {
	return read(t, `"procedure": {}, "indicators": [],
		"surveys": [
			{"code": "poll", "title": "Poll", "population": "1300", "sent": "150", "returned": "125", "valid": "120", "records": true,
			"dispositions": {"complete": "120", "partial": "5", "refusal": "10", "nonContact": "5", "other": "2", "unknownHousehold": "4", "unknownOther": "4", "eligible": "0.5", "estimate": "half, as a guess"},
			"questions": [
				{"code": "kind", "text": "What are you?", "kind": "single", "base": "respondents", "tallies": [{"option": "firm", "count": "70"}, {"option": "institute", "count": "43"}, {"option": "team", "count": "7"}]},
				{"code": "glad", "text": "How glad are you?", "kind": "scale", "base": "respondents", "satisfaction": "top-box", "tallies": [
					{"option": "very", "count": "40", "score": "5"}, {"option": "rather", "count": "35", "score": "4"}, {"option": "so so", "count": "20", "score": "3"},
					{"option": "little", "count": "10", "score": "2"}, {"option": "not", "count": "5", "score": "1"}, {"option": "no idea", "count": "10", "outside": true}]},
				{"code": "tell", "text": "Would you tell others?", "kind": "scale", "base": "answered", "answered": "100", "tallies": [
					 {"option": "0", "count": "5", "score": "0"}, {"option": "1", "count": "0", "score": "1"}, {"option": "2", "count": "0", "score": "2"}, {"option": "3", "count": "0", "score": "3"}, {"option": "4", "count": "0", "score": "4"},
					{"option": "5", "count": "15", "score": "5"}, {"option": "6", "count": "0", "score": "6"}, {"option": "7", "count": "0", "score": "7"}, {"option": "8", "count": "30", "score": "8"}, {"option": "9", "count": "0", "score": "9"}, {"option": "10", "count": "50", "score": "10"}]},
				{"code": "why", "text": "What helped?", "kind": "multiple", "base": "respondents", "tallies": [{"option": "money", "count": "80"}, {"option": "advice", "count": "60"}]},
				{"code": "trust", "text": "Do you trust it?", "kind": "single", "base": "answered", "answered": "110", "weights": {"sum": "112.5", "squares": "140.25"},
					"tallies": [{"option": "yes", "count": "50", "weighted": "52.5"}, {"option": "no", "count": "60", "weighted": "60"}]},
				{"code": "few", "text": "And the boat owners?", "kind": "single", "base": "asked", "askedIf": {"question": "kind", "options": ["team"]}, "asked": "7", "tallies": [{"option": "fine", "count": "6"}]},
				{"code": "some", "text": "And the farmers?", "kind": "single", "base": "answered", "answered": "25", "tallies": [{"option": "fine", "count": "10"}]}],
			"crossTables": [{"rows": "glad", "columns": "kind", "counts": [["30", "9", "1"], ["22", "12", "1"], ["9", "9", "2"], ["3", "6", "1"], ["1", "3", "1"], ["5", "4", "1"]]},
				{"rows": "trust", "columns": "kind", "counts": [["30", "18", "2"], ["36", "20", "4"]]},
				{"rows": "glad", "columns": "why", "counts": [["30", "20"], ["25", "15"], ["12", "12"], ["6", "5"], ["2", "3"], ["5", "5"]]}]},
			{"code": "old", "title": "Older poll", "returned": "93", "questions": [
				{"code": "a", "text": "Agreed?", "kind": "single", "base": "respondents", "tallies": [{"option": "yes", "percent": "40.9"}, {"option": "no", "percent": "50.0"}]},
				{"code": "b", "text": "Better?", "kind": "single", "base": "respondents", "tallies": [{"option": "yes", "percent": "78.4"}]}]},
			{"code": "whole", "title": "Count of all", "population": "100", "returned": "100", "questions": [
				{"code": "c", "text": "Come?", "kind": "single", "base": "respondents", "tallies": [{"option": "yes", "percent": "60"}, {"option": "no", "percent": "30"}, {"option": "perhaps", "percent": "11"}]},
				{"code": "d", "text": "Gone?", "kind": "single", "base": "respondents", "tallies": [{"option": "yes", "count": "47"}]}]}],
		"acceptance": [
			{"group": "Firms", "form": "survey", "evidence": "poll", "shares": [{"survey": "poll", "question": "glad"}, {"survey": "poll", "question": "trust", "option": "yes"}]},
			{"group": "Others", "form": "survey", "evidence": "poll", "shares": [{"survey": "poll", "question": "kind", "option": "institute"}, {"survey": "whole", "question": "d", "option": "yes"}]}]`,
		evaluate.Options{})
}

// TestSurveysOfEveryFormAreShown has the scales, the cross tables and the answers that show acceptance of the polls.
func TestSurveysOfEveryFormAreShown(t *testing.T) {
	d := built(t, polled(t), languages[english])
	rates := table(t, d, "survey-poll-rates")
	assert.Equal(t, []string{"80.00%", "83.33%", "82.19%", "85.62%", "84.51%", "88.03%"}, row2texts(rates.Rows[0])) // 120 and 125 of 150, 146 and 142
	shares := table(t, d, "survey-poll-shares")
	assert.Equal(t, "Share of answers", shares.Columns[4].Title)
	assert.Equal(t, []string{"And the farmers?", "fine", "40.00%", "23.53% to 59.09%", "", "10", "respondents to the question: 25 (small base)", "counted from the records"},
		row2texts(shares.Rows[len(shares.Rows)-1]))
	assert.Equal(t, []string{"And the boat owners?", "fine", "withheld: base too small", "withheld: base too small", "", "withheld", "those asked: 7 (withheld)", "counted from the records"},
		row2texts(shares.Rows[len(shares.Rows)-2]))
	scales := table(t, d, "survey-poll-scales")
	assert.Equal(t, "+30.00 pp (+15.29 pp to +44.71 pp)", scales.Rows[1][len(scales.Columns)-1].Text) // 50 less 20 of 100
	crossed := table(t, d, "survey-poll-cross-1")
	assert.Equal(t, []string{"Base", "65", "withheld", "withheld"}, row2texts(crossed.Rows[0]))
	assert.Contains(t, crossed.Notes, "At least two groups are withheld together, so that none can be found from the total.")
	assert.Contains(t, table(t, d, "survey-poll-cross-2").Notes, "The counts of the cross table are not weighted.")
	accepted := table(t, d, "accepted")
	assert.Equal(t, []string{"yes", "cannot be said", "no", "no"}, column(accepted, 6))
}

// TestAssociationsAreWorded has p as it is, too small to print, and refused.
func TestAssociationsAreWorded(t *testing.T) {
	cross := func(counts string) string {
		e := read(t, `"procedure": {}, "indicators": [], "surveys": [{"code": "s", "title": "poll", "valid": "1000", "questions": [
			{"code": "a", "text": "A?", "kind": "single", "base": "respondents", "tallies": [{"option": "x", "count": "500"}, {"option": "y", "count": "500"}]},
			{"code": "b", "text": "B?", "kind": "single", "base": "respondents", "tallies": [{"option": "x", "count": "500"}, {"option": "y", "count": "500"}]}],
			"crossTables": [{"rows": "a", "columns": "b", "counts": `+counts+`}]}]`, evaluate.Options{})
		return table(t, built(t, e, languages[english]), "survey-s-cross-1").Notes[0]
	}
	// 100·(900/2000 + 100/2000 + 400/3000 + 1600/3000 − 1) = 50/3; p and V by scipy.
	assert.Equal(t, "χ² = 16.6667, degrees of freedom 1, p < 0.0001, Cramér's V = 0.4082.", cross(`[["30", "10"], ["20", "40"]]`))
	assert.Equal(t, "χ² = 0.0000, degrees of freedom 1, p = 1.0000, Cramér's V = 0.0000.", cross(`[["30", "30"], ["30", "30"]]`))
	assert.Equal(t, "χ² = 6.6667, degrees of freedom 1, p not computed (expected counts too small), Cramér's V = 0.5774.", cross(`[["5", "0"], ["5", "10"]]`))
}
