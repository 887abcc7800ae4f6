package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// scoresBuilt builds the report and the summary of scores alone, and fails on words that do not fit.
func scoresBuilt(t testing.TB, o Options, scores ...Scoring) (report, summary Document) {
	t.Helper()
	w := newWords(o, nil)
	w.fault = func(problem string) { t.Error(problem) }
	return w.scoresReport(scores), w.scoresSummary(scores)
}

func TestOneSheetIsAReport(t *testing.T) {
	sheet, data := districts()
	sheet.Source, sheet.Note = "评价办法", "试行"
	scoring := scoredBy(t, sheet, data)
	for tag, want := range map[string]struct {
		title    string
		blocks   []Block
		sections []string
		caption  string
	}{
		chinese: {
			"区县评价",
			[]Block{
				Paragraph{Text: "本报告按指标体系把各项目的得分合成总分。分数列出时四舍五入，保留两位小数；等级和名次按舍入前的数值判定。"},
				Paragraph{Text: "依据：评价办法。"}, Paragraph{Text: "说明：试行"},
			},
			[]string{"一、排名", "二、权重", "三、结果的稳健性", "四、计分方法"}, "表1　排名",
		},
		english: {
			"Districts",
			[]Block{
				Paragraph{Text: "This report puts the scores of parts together into totals, by a score sheet. " +
					"Scores are rounded half up to two places where they are shown; grades and ranks are decided from unrounded values."},
				Paragraph{Text: "Basis: 评价办法."}, Paragraph{Text: "Note: 试行"},
			},
			[]string{"1Ranking", "2Weights", "3How robust the result is", "4How it is scored"}, "Table 1. Ranking",
		},
	} {
		d, _ := scoresBuilt(t, languages[tag], scoring)
		assert.Equal(t, want.title, d.Title)
		assert.Equal(t, tag, d.Language)
		assert.Equal(t, want.blocks, d.Blocks)
		var sections []string
		for _, s := range d.Sections {
			sections = append(sections, s.Number+s.Title)
			assert.Equal(t, 1, s.Level)
		}
		assert.Equal(t, want.sections, sections)
		assert.Equal(t, want.caption, table(t, d, "score-districts-ranking").Caption)
		assert.Equal(t, d, BuildScores([]Scoring{scoring}, languages[tag]))

		appendix := withScores(t, languages[tag], scoring)
		assert.Equal(t, rowTexts(table(t, appendix, "score-districts-weights")), rowTexts(table(t, d, "score-districts-weights")), "as in the appendix")
	}
}

func TestSeveralSheetsAreChapters(t *testing.T) {
	sheet, data := districts()
	other := scoredBy(t, simple(), one(pointsOf("a", "90"), pointsOf("b", "75")))
	d, summary := scoresBuilt(t, Options{}, scoredBy(t, sheet, data), Scoring{}, other)
	assert.Equal(t, "综合评分", d.Title)
	assert.Equal(t, []string{"一、", "二、"}, []string{d.Sections[0].Number, d.Sections[1].Number})
	assert.Equal(t, []string{"区县评价", "简表"}, []string{d.Sections[0].Title, d.Sections[1].Title})
	assert.Equal(t, "（一）", d.Sections[1].Sections[0].Number)
	assert.Equal(t, "表1　区县评价：排名", table(t, d, "score-districts-ranking").Caption, "with the name of the sheet")
	assert.Equal(t, []string{"区县评价", "简表"}, []string{summary.Sections[0].Title, summary.Sections[1].Title})
	assert.Equal(t, Paragraph{Text: "甲区的总分为84.00分。等级为“良”，总分比“良”的下限（80分）高4.00分，比“优”的下限（90分）低6.00分。"}, summary.Sections[1].Blocks[0])
}

func TestWithoutScoresTheReportSaysSo(t *testing.T) {
	for tag, want := range map[string]Document{
		chinese: {Language: chinese, Title: "综合评分", Blocks: []Block{Paragraph{Text: "没有评分结果。"}}},
		english: {Language: english, Title: "Composite scores", Blocks: []Block{Paragraph{Text: "There are no scores."}}},
	} {
		for _, scores := range [][]Scoring{nil, {{}}, {{Result: &score.Result{}}}} {
			assert.Equal(t, want, BuildScores(scores, languages[tag]))
			assert.Equal(t, want, SummaryScores(scores, languages[tag]))
		}
	}
}

func TestTheSummaryHoldsTheLatestRankingAndHowRobustItIs(t *testing.T) {
	_, d := scoresBuilt(t, languages[english], scoredBy(t, simple(), years()))
	ranking := table(t, d, "score-simple-ranking")
	assert.Equal(t, "Table 1. Ranking (2022)", ranking.Caption)
	assert.Equal(t, []string{"乙区", "District A"}, column(ranking, 1))
	assert.Equal(t, Paragraph{Lead: "Simulation:", Text: "100 replications are drawn from the seed 7; in each, every weight is drawn uniformly from within 25% of its value. " +
		"The intervals of totals and ranks stand in the table “Where totals and ranks lie when weights vary”."}, d.Blocks[2])
	assert.Equal(t, Paragraph{Lead: "Neighbours in the ranking:", Text: "Of 1 pair of neighbours, 1 cannot be swapped by any single weight."}, d.Blocks[3])
	assert.Len(t, d.Blocks, 4)

	sheet, data := districts()
	_, d = scoresBuilt(t, Options{}, scoredBy(t, sheet, data))
	assert.Equal(t, []string{"带*的分数，其下有插补或者缩尾的数值。"}, table(t, d, "score-districts-ranking").Notes, "which values these are stands in the report")
}

func TestHostileNamesInScoresAloneDoNoHarm(t *testing.T) {
	const nasty = "{part}\n| <b>&\u2028\x00 \"…\" 《"
	sheet := simple()
	sheet.Code, sheet.Title, sheet.Translations = nasty, nasty, nil
	sheet.Root.Children[0].Name, sheet.Grades[0].Name = nasty, nasty
	units := []score.Unit{{Code: "x", Name: nasty, Period: indicator.Year(2021)}, {Code: nasty, Name: nasty + "y", Period: indicator.Year(2021)}, {Code: nasty, Name: "z", Period: indicator.Year(2022)}}
	panel := score.Data{Units: units, Columns: []score.Column{pointsOf("a", "90", "80", "95"), pointsOf("b", "75", "88", "95")}}
	series := score.Data{Units: units[1:], Columns: []score.Column{pointsOf("a", "80", "95"), pointsOf("b", "88", "95")}}
	for _, o := range languages {
		for _, scores := range [][]Scoring{{scoredBy(t, sheet, panel)}, {scoredBy(t, sheet, series)}, {scoredBy(t, sheet, panel), scoredBy(t, sheet, series)}} {
			report, summary := scoresBuilt(t, o, scores...)
			for _, text := range append(allTexts(report), allTexts(summary)...) {
				assert.NotContains(t, text, "\n")
				assert.NotContains(t, text, "\x00")
			}
			assert.Contains(t, strings.Join(allTexts(report), " "), "{part} | <b>&")
		}
	}
}
