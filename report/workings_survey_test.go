package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/stretchr/testify/assert"
)

// What a questionnaire comes to stands in the appendices: the counts that can stand behind a printed percentage, the interval
// with what it was computed with, and what the source gives.
func TestTheWorkingsOfSurveys(t *testing.T) {
	rows := table(t, built(t, seed(t), languages[english]), "workings-surveys").Rows
	assert.Equal(t, []string{"Cannot be computed", "count not stated: Return rate, Validity rate, Valid return rate"}, row2texts(rows[0])[1:3])
	assert.Equal(t, []string{"Is your organisation a high-tech enterprise?", "Yes", "73 ÷ 93 = 78.49 %, published as 78.4%; the count is inferred", "n August 2023, 四3"}, row2texts(rows[1]))
	assert.Equal(t, []string{"Is your organisation a high-tech enterprise?", "95% interval", "Wilson's method, n = 93: 69.10% to 85.62%", "—"}, row2texts(rows[2]))

	e := read(t, `"procedure": {}, "indicators": [], "surveys": [{"code": "s", "title": "Poll", "sent": "2500", "valid": "2200", "source": "5", "questions": [
		{"code": "q", "text": "Content?", "kind": "single", "base": "answered", "asked": "2100", "answered": "2000", "tallies": [
			{"option": "yes", "percent": "78.4"}, {"option": "no", "count": "400"}]}]}]`, evaluate.Options{})
	d := built(t, e, Options{})
	workings := column(table(t, d, "workings-surveys"), 2)
	assert.Contains(t, workings, "1567 ÷ 2000 = 78.35 %至1569 ÷ 2000 = 78.45 %，公布为78.4%，选择数为推算", "by rounding and by cutting off")
	assert.Contains(t, workings, "400 ÷ 2000 = 20.00 %")
	var given [][]string
	for _, row := range table(t, d, "observations").Rows {
		given = append(given, row2texts(row))
	}
	assert.Equal(t, [][]string{
		{"Poll", "—", "2500", "公布数", "5", "发放份数"},
		{"Poll", "—", "2200", "公布数", "5", "有效份数"},
		{"Poll", "—", "2100", "公布数", "5", "Content?：被问人数"},
		{"Poll", "—", "2000", "公布数", "5", "Content?：答题人数"},
		{"Poll", "—", "78.4%", "公布数", "5", "Content?：yes"},
		{"Poll", "—", "400", "公布数", "5", "Content?：no"},
	}, given)
}

// What may not be published of a question stands in no appendix either.
func TestWithheldAnswersStandInNoAppendix(t *testing.T) {
	d := built(t, polled(t), languages[english])
	withheld := 0
	for _, row := range table(t, d, "observations").Rows {
		if strings.HasPrefix(row[5].Text, "And the boat owners?: ") && row[5].Text != "And the boat owners?: those asked" && row[5].Text != "And the boat owners?: respondents to the question" {
			assert.Equal(t, "withheld", row[2].Text, row[5].Text)
			withheld++
		}
	}
	assert.Positive(t, withheld)
	for _, row := range table(t, d, "workings-surveys").Rows {
		if row[0].Text == "And the boat owners?" {
			assert.NotRegexp(t, `[0-9]`, row[2].Text)
		}
	}
}
