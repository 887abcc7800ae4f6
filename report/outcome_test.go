package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/stretchr/testify/assert"
)

// concluded is a plan with one indicator that is behind, and the given adjustment.
func concluded(t testing.TB, adjustment string) *evaluate.Evaluation {
	return read(t, `"procedure": {}, "indicators": [{"code": "a", "name": "Slow", "direction": "increase", "kind": "level", "baseline": "2020",
		"series": [{"period": "2020", "value": "10"}, {"period": "2022", "value": "11"}], "targets": [{"period": "2025", "value": "20"}]}],
		"adjustment": `+adjustment, evaluate.Options{})
}

func TestOutcomesAreGivenInThePlansWords(t *testing.T) {
	for _, c := range []struct{ adjustment, zh, en string }{
		{`{"outcome": "adjust"}`, "评估单位声明的结论为“调整”。按本报告的约定，数据支持的结论为“调整”（滞后或者背离的指标1项）。两者一致。",
			"The evaluators declare “adjust”. By the convention of this report, the data support “adjust” (1 indicator behind or reversed). The two agree."},
		{`{"outcome": "continue", "vocabulary": "decision"}`, "评估单位声明的结论为“继续执行”。按本报告的约定，数据支持的结论为“修改”（滞后或者背离的指标1项）。两者不一致，声明的结论偏轻。",
			"The evaluators declare “continue”. By the convention of this report, the data support “amend” (1 indicator behind or reversed). The two differ: the declared outcome is the milder one."},
		{`{"outcome": "terminate", "vocabulary": "continuation"}`, "评估单位声明的结论为“终结”。按本报告的约定，数据支持的结论为“调整”（滞后或者背离的指标1项）。这一类结论不由数据得出，两者不作比较。",
			"The evaluators declare “bring to an end”. By the convention of this report, the data support “adjust” (1 indicator behind or reversed). An outcome of this kind is never drawn from data, so the two are not compared."},
		{`{"outcome": "poor", "vocabulary": "performance", "score": "81.5"}`, "评估单位声明的结论为“差”。等级不由数据得出，数据不支持任何结论。结论无法判断，不等于评估通过。",
			"The evaluators declare “poor”. A grade is not drawn from the data, so they support no outcome. An undetermined outcome is not a pass."},
		{`{"outcome": "fair", "vocabulary": "rating"}`, "评估单位声明的结论为“一般”。等级不由数据得出，数据不支持任何结论。结论无法判断，不等于评估通过。",
			"The evaluators declare “fair”. A grade is not drawn from the data, so they support no outcome. An undetermined outcome is not a pass."},
		{`{}`, "评估单位没有声明结论。按本报告的约定，数据支持的结论为“调整”（滞后或者背离的指标1项）。",
			"The evaluators declare no outcome. By the convention of this report, the data support “adjust” (1 indicator behind or reversed)."},
	} {
		e := concluded(t, c.adjustment)
		assert.Equal(t, c.zh, newWriter(e, Options{}).bothOutcomes())
		assert.Equal(t, c.en, newWriter(e, languages[english]).bothOutcomes())
	}
}

func TestTheConventionIsToldInThePlansWords(t *testing.T) {
	decision := newWriter(concluded(t, `{"vocabulary": "decision"}`), Options{}).outcomeConvention()
	assert.Contains(t, decision, "为“修改”；")
	assert.Contains(t, decision, "其余为“继续执行”。")
	assert.Contains(t, newWriter(concluded(t, `{"vocabulary": "continuation"}`), Options{}).outcomeConvention(), "其余为“延续”。")
}

func TestTheFullOutcomeNamesWhatDecided(t *testing.T) {
	adjustment := section(t, built(t, concluded(t, `{"outcome": "continue", "vocabulary": "continuation", "text": "fine"}`), Options{}), "ch9-adjustment")
	assert.Equal(t, Paragraph{Text: "本次评估的结论用语为：“延续”“调整”“终结”。评估单位声明的结论为“延续”。按本报告的约定，数据支持的结论为“调整”。" +
		"理由：进度滞后或者背离目标的指标：Slow。两者不一致，声明的结论偏轻。"}, adjustment.Blocks[0])
}

func TestTheReasonsForTheEvaluation(t *testing.T) {
	zh, en := built(t, seed(t), Options{}), built(t, seed(t), languages[english])
	assert.Equal(t, []string{"unknown", "unknown", "met", "unknown"}, states(table(t, zh, "triggers"), 2))
	assert.Equal(t, []string{"决策机关认为有必要", "《重大行政决策程序暂行条例》（国务院令第713号）第三十六条第一款第三项", "具备",
		"按照《关于开展市政府重大行政决策后评估工作的函》的要求开展。", "前言"}, row2texts(table(t, zh, "triggers").Rows[2]))
	assert.Equal(t, "yes", table(t, en, "triggers").Rows[2][2].Text)
	e := concluded(t, `{}`)
	assert.Equal(t, []Block{Paragraph{Text: "原报告未提供。"}}, section(t, built(t, e, Options{}), "ch1-triggers").Blocks, "nothing stated or demanded")
	asked := evaluated(t, e.Plan, evaluate.Options{Rules: decisionRules()})
	assert.Equal(t, []string{"决策实施后明显未达到预期效果", "无法判断", "原报告未说明；滞后或者背离的指标：Slow，是否明显未达到预期，由决策机关判断"},
		[]string{column(table(t, built(t, asked, Options{}), "triggers"), 0)[0], column(table(t, built(t, asked, Options{}), "triggers"), 2)[0],
			column(table(t, built(t, asked, Options{}), "triggers"), 3)[0]})
}

func states(t Table, i int) []string {
	var list []string
	for _, row := range t.Rows {
		list = append(list, row[i].State)
	}
	return list
}

func TestWhoTookPart(t *testing.T) {
	d := built(t, closed(t), Options{})
	s := section(t, d, "ch1-participation")
	assert.Equal(t, Paragraph{Text: "评估委托Institute开展。决策作出前的主要论证评估由Institute承担。"}, s.Blocks[0])
	assert.Equal(t, []string{"原报告未说明", "panel", "原报告未说明"}, column(table(t, d, "participation"), 1)[:3])
	assert.Equal(t, []string{"Outlook", "原报告没有此项内容"}, row2texts(table(t, d, "contents").Rows[0]))
	assert.Equal(t, []string{"评分", "85", "—"}, append([]string{table(t, d, "dimensions").Columns[2].Title}, column(table(t, d, "dimensions"), 2)...))
	assert.Equal(t, []string{"Farmers", "未说明", "glad", "—"}, row2texts(table(t, d, "acceptance").Rows[0]))
	assert.False(t, strings.Contains(strings.Join(allTexts(d), ""), "{"))
}
