package report

import (
	"strings"
	"testing"
	"unicode"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/assert"
)

func TestAnEmptyEvaluationIsReported(t *testing.T) {
	for tag, o := range languages {
		d := built(t, &evaluate.Evaluation{}, o)
		assert.Len(t, d.Sections, 19, tag)
		summary := Summary(&evaluate.Evaluation{}, o)
		assert.NotEmpty(t, summary.Sections)
	}
}

func TestASectionWithoutDataSaysSo(t *testing.T) {
	e := evaluated(t, evaluate.Plan{Code: "p", Title: "P", Start: indicator.Year(2021), End: indicator.Year(2025)}, evaluate.Options{})
	for tag, want := range map[string]string{chinese: "原报告未提供。", english: "The source report gives nothing on this."} {
		d := built(t, e, languages[tag])
		nothing := []Block{Paragraph{Text: want}}
		for _, id := range []string{"ch1-evaluations", "ch1-basis", "ch2-tasks", "ch3-safeguards", "ch4-costs", "ch4-benefits", "ch4-opinion",
			"ch5", "ch6", "ch7", "ch8-near", "ch8-long", "ch9-problems", "ch10", "scheme-stages", "annex-4", "data-facts"} {
			assert.Equal(t, nothing, section(t, d, id).Blocks, id)
		}
		eachSection(d.Sections, func(s *Section) {
			assert.True(t, len(s.Blocks) > 0 || len(s.Sections) > 0, "%s is empty", s.ID)
		})
	}
}

func TestHostileTextsDoNoHarm(t *testing.T) {
	const nasty = "{plan}\n| <b>&\u2028\x00 \"…\" 《"
	plan := evaluate.Plan{
		Code: "p", Title: nasty, ShortTitle: nasty, Start: indicator.Year(2021), End: indicator.Year(2025),
		Indicators:  []indicator.Indicator{{Code: nasty, Name: nasty, Unit: nasty}},
		Departments: []task.Department{{Code: nasty, Name: nasty, Duties: []task.Duty{{Subject: nasty, Tasks: []string{nasty, "none"}}}}},
		Tasks:       []task.Task{{Code: nasty, Title: nasty, Lead: nasty, Support: []string{"none"}, Indicators: []string{"none"}}, {Code: nasty}, {Code: "///"}},
		Problems:    []evaluate.Problem{{Code: "日本", Title: nasty}},
		Advice:      []evaluate.Advice{{Title: nasty, Problems: []string{"none"}}},
		Costs:       []evaluate.Cost{{Name: nasty, Unit: nasty}},
	}
	e := &evaluate.Evaluation{
		Plan: plan, Tasks: task.RollUp(plan.Departments, plan.Tasks, indicator.Period{}), Coverage: task.Cover(plan.Departments, plan.Tasks),
		Indicators: []indicator.Assessment{indicator.Assess(plan.Indicators[0], indicator.Period{})},
		Costs:      []evaluate.CostResult{{}, {}},
		Benefits:   []evaluate.StatisticResult{{Changes: []evaluate.ChangeResult{{}}}},
		Findings: []evaluate.Finding{
			{Rule: "indicator.target-out-of-reach", Severity: evaluate.High, Path: "/indicators/9"},
			{Rule: "procedure.stages-out-of-order", Severity: evaluate.High},
			{Rule: "statistic.change-differs", Severity: evaluate.High, Path: "/economy/x", Args: []evaluate.Arg{{Name: "printed", Texts: []string{"1"}}}},
			{Rule: "indicator.behind", Severity: evaluate.High, Args: []evaluate.Arg{{Name: "verdict", Texts: []string{"odd"}}, {Name: "gap", Figure: &indicator.Figure{}}}},
			{Rule: "nobody's", Severity: evaluate.Low, Args: []evaluate.Arg{{Name: nasty, Texts: []string{nasty}, Figure: &indicator.Figure{}}}},
		},
	}
	for _, o := range languages {
		d := Build(e, o)
		for _, text := range append(allTexts(d), allTexts(Summary(e, o))...) {
			assert.False(t, strings.ContainsFunc(text, unicode.IsControl), "%q", text)
		}
		var ids []string
		eachSection(d.Sections, func(s *Section) {
			if strings.HasPrefix(s.ID, "task") {
				ids = append(ids, s.ID)
			}
		})
		assert.Equal(t, []string{"task--plan-----b", "task--plan-----b-2", "task"}, ids)
	}
}

// TestATranslatedPlanHasNoChineseInEnglish has a small plan with a translation for each of its texts.
func TestATranslatedPlanHasNoChineseInEnglish(t *testing.T) {
	e := read(t, `"shortTitle": "《规划》", "issuer": "市政府", "region": "某市",
		"procedure": {"conductor": "市局", "principles": ["公正"], "scheme": [{"name": "准备", "start": "2023-01-05", "end": "2023-02-06"}]},
		"departments": [{"code": "d", "name": "一科", "duties": [{"subject": "统计"}]}],
		"indicators": [{"code": "a", "name": "合同额", "unit": "亿元", "nature": "binding", "direction": "increase", "kind": "flow", "baseline": "2020",
			"series": [{"period": "2020", "value": "200.50"}, {"period": "2022", "value": "305.41", "status": "preliminary"}],
			"targets": [{"period": "2025", "value": "350", "qualifier": "at-least", "set": "2021-03"}]}],
		"tasks": [{"code": "1", "title": "任务", "lead": "d", "status": "completed", "facts": [
			{"name": "人数", "value": "20.6", "unit": "万人", "qualifier": "more-than", "period": "2022H1"}, {"name": "企业", "value": "1", "unit": "家", "period": "2022Q3"}],
			"milestones": [{"name": "验收", "due": "2022-06", "done": "2022-07"}, {"name": "总结", "due": "2023"}]}],
		"translations": {"en": {"Plan": "Plan", "《规划》": "the Plan", "市政府": "City Government", "某市": "Some City", "市局": "Bureau",
			"公正": "fairness", "准备": "preparation", "一科": "Section One", "统计": "statistics", "合同额": "Contracts", "亿元": "100 million yuan",
			"任务": "a task", "人数": "People", "万人": "10,000 persons", "企业": "Enterprises", "家": "units", "验收": "acceptance", "总结": "review"}}`,
		evaluate.Options{})
	d := built(t, e, languages[english])
	for _, text := range append(allTexts(d), allTexts(Summary(e, languages[english]))...) {
		assert.False(t, strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }), text)
		assert.NotRegexp(t, `[，。；：、（）《》　]`, text)
	}
	assert.Equal(t, []string{"20.050 billion yuan", "30.541 billion yuan", "at least 35 billion yuan"}, column(table(t, d, "observations"), 2))
	facts := table(t, d, "facts")
	assert.Equal(t, []string{"more than 206,000 persons", "1 unit"}, column(facts, 2))
	assert.Equal(t, []string{"first half of 2022", "Q3 2022"}, column(facts, 3))
	s := section(t, d, "task-1")
	assert.Equal(t, "Lead: Section One; declared status: completed; slowest milestone “acceptance” (June 2022, 31 days late).", s.Blocks[0].(Paragraph).Text)
	assert.Equal(t, items("Milestone “acceptance”: due June 2022, reached July 2022", "Milestone “review”: due 2023, not recorded as reached"), s.Blocks[2])
	assert.Equal(t, []string{"Contracts (100 million yuan)", "binding", "200.50 (2020)", "at least 350 (2025)", "305.41 (2022, preliminary)"},
		row2texts(table(t, d, "attainment").Rows[0])[:5])
	assert.Equal(t, "The Plan has 1 key task with 1 sub-task; no lead is named for 0 of these, and no figures are given as evidence for 0. "+
		"Completion is 100.00%: 1 completed, and 0 left out because the status is not stated.", section(t, d, "ch2-tasks").Blocks[0].(Paragraph).Text)
}

// TestDirectionsAndTargets words indicators that fall, keep to a range, are met, or miss what a figure needs.
func TestDirectionsAndTargets(t *testing.T) {
	e := read(t, `"procedure": {}, "indicators": [
		{"code": "a", "name": "Falling", "unit": "t", "direction": "decrease", "kind": "level", "baseline": "2020",
			"series": [{"period": "2020", "value": "1000"}, {"period": "2022", "value": "900"}], "targets": [{"period": "2025", "value": "500"}]},
		{"code": "b", "name": "Range", "unit": "%", "direction": "range", "kind": "level", "baseline": "2020",
			"series": [{"period": "2020", "value": "5"}, {"period": "2022", "value": "4"}], "targets": [{"period": "2025", "low": "3", "high": "5"}]},
		{"code": "c", "name": "Low", "direction": "range", "kind": "level", "series": [{"period": "2022", "value": "4"}], "targets": [{"period": "2025", "low": "5"}]},
		{"code": "d", "name": "High", "direction": "range", "kind": "level", "series": [{"period": "2022", "value": "4"}], "targets": [{"period": "2025", "high": "3"}]},
		{"code": "e", "name": "About", "direction": "increase", "kind": "level", "baseline": "2020", "series": [{"period": "2020", "value": "-4"}, {"period": "2022", "value": "-4"}],
			"targets": [{"period": "2025", "value": "20", "qualifier": "about", "tolerance": "1"}]},
		{"code": "f", "name": "Level", "direction": "increase", "kind": "level", "baseline": "2020", "series": [{"period": "2020", "value": "0"}, {"period": "2022", "value": "4"}],
			"targets": [{"period": "2025", "value": "10"}]},
		{"code": "g", "name": "Aimless", "direction": "increase", "kind": "level", "series": [{"period": "2022-07", "value": "4"}], "targets": [], "note": "why"},
		{"code": "h", "name": "Met", "direction": "increase", "kind": "level", "baseline": "2020",
			"series": [{"period": "2020", "value": "1"}, {"period": "2022", "value": "4"}], "targets": [{"period": "2025", "value": "4"}]},
		{"code": "i", "name": "Sum", "unit": "t", "direction": "decrease", "kind": "cumulative", "series": [{"period": "2022", "value": "4"}], "targets": [{"period": "2025", "value": "4"}]}]`, evaluate.Options{})
	d := built(t, e, languages[english])
	text := map[string]string{}
	var last string
	for _, b := range section(t, d, "ch2-indicators").Blocks {
		if p, ok := b.(Paragraph); ok {
			text[strings.TrimSuffix(p.Lead, ":")], last = p.Text, p.Text
		}
	}
	assert.Equal(t, "The actual value is 900 t (2022) against a target of 500 t (2025), an attainment of 55.56%. "+
		"From the baseline of 1,000 t (2020), progress is 20.00% with 40% of the time elapsed: behind schedule by 20.00 pp. "+
		"On a straight line 800 t would be due (2022), and the actual value is above that, which is worse; at constant growth 757.86 t would be due, and it is above that, which is worse. "+
		"Meeting the target in 2025 requires a fall of 17.79% a year at a constant rate or, in equal steps, a decrease of 133.33 t a year. "+
		"Projected to 2025: straight line 750 t, constant growth 768.43 t; the target is 500 t. No projection meets the target. "+
		"By the main way (constant growth): projected attainment 65.07%; projected shortfall 268.43 t; target met in 2034. "+
		"The verdict is “behind”: the pace of 0.50 misses the threshold of 0.90 by 0.40.", text["Falling (t)"])
	assert.Contains(t, text["Range (%)"], "against a target of 3% to 5% (2025), an attainment of 100.00%.")
	assert.Contains(t, text["Range (%)"], "the actual value of 4% passes the threshold of 3.00% by 1.00 pp.")
	assert.Contains(t, text["Low"], "against a target of at least 5 (2025), an attainment of 80.00%.")
	assert.Contains(t, text["High"], "against a target of at most 3 (2025), an attainment of 75.00%.")
	assert.Contains(t, text["About"], "target of 20 ± 1")
	assert.Contains(t, text["About"], "requires an increase of 8 a year", "growth from a number below zero has no meaning")
	assert.Contains(t, text["Level"], "40% of the time elapsed: on schedule.")
	assert.Contains(t, text["Level"], "straight line 10; the target is 10. This meets the target. Projected attainment 100.00%; target met in 2025.", "one way needs no name")
	assert.Contains(t, text["Aimless"], "The actual value is 4 (July 2022); there is no target.")
	assert.Contains(t, text["Met"], "The target is met.")
	assert.Equal(t, "The actual value is 4 t (2022) against a target of 4 t (2025); attainment cannot be computed: "+
		"not defined for this kind or direction. "+
		"The pace is not judged: not defined for this kind or direction.", text["Sum (t)"])
	assert.Equal(t, "Note on Aimless: why", last)
}
