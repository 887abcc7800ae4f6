package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// troubled is a plan in which about everything is out of order that can be.
func troubled(t testing.TB) *evaluate.Evaluation {
	contrary := indicator.Method{
		ID: "contrary", Version: "1", Verdicts: indicator.Schedule(indicator.Bands{}).Verdicts,
		Judge: func(*indicator.Measurement) indicator.Judgement {
			return indicator.Judgement{Verdict: indicator.Achieved}
		},
	}
	return read(t, `
		"procedure": {
			"minMethods": 2, "allowed": ["visit", "survey"], "methods": [{"name": "talk"}],
			"scheme": [{"name": "one", "start": "2023-01", "end": "2023-03"}, {"name": "two", "start": "2023-02", "end": "2023-04"}],
			"reported": [{"name": "three", "start": "2023-05", "end": "2023-06"}],
			"roles": [{"role": "head", "position": "mayor"}], "members": [{"role": "member", "position": "clerk"}]
		},
		"departments": [{"code": "idle", "name": "Idle Office", "duties": [{"subject": "rest"}]}],
		"indicators": [
			{"code": "slow", "name": "Slow", "unit": "%", "direction": "increase", "kind": "level", "baseline": "2020",
				"series": [{"period": "2020", "value": "10"}, {"period": "2021", "value": "10.5", "status": "derived"}, {"period": "2022", "value": "11"}],
				"targets": [{"period": "2025", "value": "20"}]},
			{"code": "back", "name": "Back", "unit": "tonnes", "direction": "decrease", "kind": "level", "baseline": "2020",
				"series": [{"period": "2020", "value": "1000"}, {"period": "2021", "value": "1100", "status": "derived"}],
				"targets": [{"period": "2025", "value": "800"}]},
			{"code": "wrong", "name": "Wrong", "direction": "increase", "kind": "level", "baseline": "2020",
				"series": [{"period": "2020", "value": "10"}], "targets": [{"period": "2025", "value": "5"}]},
			{"code": "dark", "name": "Dark", "direction": "increase", "kind": "level", "series": [], "targets": []}
		],
		"tasks": [
			{"code": "1", "number": "1", "title": "Late", "status": "delayed", "due": "2022"},
			{"code": "3", "number": "3", "title": "Silent", "due": "2022"}
		],
		"safeguards": [{"name": "watch"}], "dimensions": [{"name": "sense"}],
		"costs": [
			{"code": "a", "name": "Roads", "unit": "万元", "total": "300", "start": "2021", "end": "2023", "yearly": {"name": "y", "value": "200", "unit": "万元"}},
			{"code": "b", "name": "Rails", "unit": "万元", "total": "300", "start": "2021", "end": "2023", "yearly": {"name": "y", "value": "2", "unit": "carts"}}
		],
		"benefits": [{"code": "x", "name": "Output", "unit": "t", "series": [{"period": "2020", "value": "100"}, {"period": "2021", "value": "110"}],
			"changes": [{"kind": "relative", "from": "2020", "to": "2021", "value": "12.5"}, {"kind": "absolute", "from": "2019", "to": "2021", "value": "3"}]}],
		"surveys": [{"code": "s", "title": "Poll", "valid": "20", "questions": [
			{"code": "q", "text": "Well?", "kind": "single", "base": "respondents", "tallies": [
				{"option": "yes", "count": "10", "percent": "51"}, {"option": "no", "percent": "30"}]}]}],
		"acceptance": [{"group": "Farmers"}],
		"negatives": [{"text": "dust"}],
		"adjustment": {"outcome": "continue"}`,
		evaluate.Options{AsOf: indicator.MustPeriod("2023"), Methods: []indicator.Method{indicator.Schedule(indicator.Bands{}), contrary}})
}

// bare is a plan without surveys, costs and outcome, whose every indicator is judged.
func bare(t testing.TB) *evaluate.Evaluation {
	return read(t, `"procedure": {"members": [{"role": "head", "position": "chief"}],
			"scheme": [{"name": "one", "start": "2023-01", "end": "2023-03"}], "reported": [{"stage": "one", "start": "2023-02", "end": "2023-03"}]},
		"departments": [{"code": "d", "name": "Office"}], "indicators": []`, evaluate.Options{})
}

// slipped is a plan whose one indicator met its target and does not any more.
func slipped(t testing.TB) *evaluate.Evaluation {
	return read(t, `"indicators": [{"code": "c", "name": "Forest", "unit": "%", "direction": "increase", "kind": "level", "baseline": "2020",
		"series": [{"period": "2020", "value": "30"}, {"period": "2021", "value": "35.2"}, {"period": "2022", "value": "34"}],
		"targets": [{"period": "2025", "value": "35", "qualifier": "at-least"}]}]`, evaluate.Options{})
}

func TestSlippingIsWorded(t *testing.T) {
	for tag, want := range map[string][2]string{
		chinese: {"指标“Forest”2021年为35.2%，已达到目标值35%以上；2022年为34%，不再达到。", "Forest（2021年35.2%，2022年34%，目标35%以上）"},
		english: {"The indicator “Forest” met its target of at least 35% with 35.2% in 2021; with 34% in 2022 it no longer does.",
			"Forest (35.2% in 2021, 34% in 2022; target at least 35%)"},
	} {
		w := newWriter(slipped(t), languages[tag])
		for _, f := range w.e.Findings {
			if f.Rule == "indicator.slipped" {
				_, thing := w.shortFinding(f)
				assert.Equal(t, want, [2]string{w.findingText(f), thing})
			}
		}
	}
}

// vetoed is a plan that is over and missed a binding target, and a number that is about ten times too large.
func vetoed(t testing.TB) *evaluate.Evaluation {
	return read(t, `"indicators": [
		{"code": "a", "name": "Water", "unit": "%", "nature": "binding", "direction": "increase", "kind": "level", "baseline": "2020",
			"series": [{"period": "2020", "value": "80"}, {"period": "2025", "value": "90"}], "targets": [{"period": "2025", "value": "95"}]},
		{"code": "b", "name": "Output", "unit": "亿元", "nature": "anticipatory", "direction": "increase", "kind": "level", "baseline": "2020",
			"series": [{"period": "2020", "value": "100"}, {"period": "2025", "value": "1601.5"}], "targets": [{"period": "2025", "value": "160"}]}]`,
		evaluate.Options{Methods: []indicator.Method{indicator.FinalAssessment(indicator.FinalBands{}), indicator.Schedule(indicator.Bands{})}})
}

func TestAVetoIsShown(t *testing.T) {
	for tag, want := range map[string][4]string{
		chinese: {"未完成（一票否决）", "判定为“未完成”：完成率为94.74%，界限为95.00%，差0.26个百分点未达到界限。该判定为一票否决。",
			"超额完成、完成、基本完成、未完成、不判定；有一票否决", "“一票否决”表示按该方法认定没有达到目标要求，其他方面的成绩不能弥补。"},
		english: {"missed (veto)", "The verdict is “missed”: the attainment of 94.74% misses the threshold of 95.00% by 0.26 pp. This verdict is a veto.",
			"exceeded, met, nearly met, missed, not judged; with a veto", "“Veto” marks what the method finds short of its target’s requirement, which no other result makes up for."},
	} {
		d := built(t, vetoed(t), languages[tag])
		judgements, methods := table(t, d, "judgements"), table(t, d, "methods")
		assert.Equal(t, want[0], judgements.Rows[0][2].Text)
		assert.Equal(t, "missed", judgements.Rows[0][2].State)
		assert.Equal(t, want[0], table(t, d, "attainment").Rows[0][6].Text)
		assert.Equal(t, want[3], judgements.Notes[1])
		assert.Contains(t, paragraphs(t, d)[map[string]string{chinese: "Water（%）", english: "Water (%)"}[tag]], want[1])
		assert.Equal(t, want[2], methods.Rows[0][4].Text)
		assert.NotContains(t, methods.Rows[1][4].Text, want[2][len(want[2])-6:], "schedule has none")
		assert.Len(t, methods.Notes, 1)
	}
	d := built(t, kinds(t), Options{})
	assert.Len(t, table(t, d, "judgements").Notes, 1)
	assert.Empty(t, table(t, d, "methods").Notes)
}

// TestFindingsOnKinds words what is found of sums, reductions and mean rates.
func TestFindingsOnKinds(t *testing.T) {
	slow := read(t, `"indicators": [
		{"code": "a", "name": "Growth", "unit": "%", "direction": "increase", "kind": "growth", "baseline": "2020",
			"series": [{"period": "2021", "value": "3"}, {"period": "2022", "value": "4"}], "targets": [{"period": "2025", "value": "6"}]},
		{"code": "b", "name": "Holed", "unit": "%", "direction": "increase", "kind": "growth", "baseline": "2019",
			"series": [{"period": "2022", "value": "4"}], "targets": [{"period": "2025", "value": "6"}]},
		{"code": "c", "name": "Cut", "unit": "%", "direction": "increase", "kind": "reduction", "baseline": "2020",
			"series": [{"period": "2022", "value": "2"}], "targets": [{"period": "2025", "value": "13.5"}]},
		{"code": "d", "name": "Over", "unit": "%", "direction": "increase", "kind": "level", "baseline": "2020",
			"series": [{"period": "2020", "value": "50"}, {"period": "2022", "value": "57"}], "targets": [{"period": "2022", "value": "60"}]},
		{"code": "e", "name": "Band", "direction": "range", "kind": "level", "baseline": "2020",
			"series": [{"period": "2020", "value": "1"}, {"period": "2022", "value": "2"}], "targets": [{"period": "2025", "low": "8", "high": "9"}]}]`, evaluate.Options{})
	for _, c := range []struct {
		e                *evaluate.Evaluation
		rule, path       string
		zh, en           string
		zhThing, enThing string
	}{
		{slow, "indicator.behind", "/indicators/0", "指标“Growth”判定为相对滞后，年均增速与目标值之差为−2.50个百分点。",
			"The indicator “Growth” is judged “behind”, with a gap of −2.50 pp between the mean rate and the target.", "Growth（相对滞后）", "Growth (behind)"},
		{slow, "indicator.behind", "/indicators/2", "指标“Cut”判定为相对滞后，序时进度差为−26.07个百分点。",
			"The indicator “Cut” is judged “behind”, with a schedule gap of −26.07 pp.", "Cut（相对滞后）", "Cut (behind)"},
		{slow, "indicator.series-incomplete", "/indicators/1/series", "指标“Holed”缺2020年、2021年数据，不能计算基期以来的年均增速。",
			"The indicator “Holed” has no data for 2020, 2021, so its mean rate since the baseline cannot be computed.", "Holed（缺2020年、2021年数据）", "Holed (no data for 2020, 2021)"},
		{kinds(t), "indicator.series-incomplete", "/indicators/7/series", "指标“新增造林面积”缺2022年数据，不能计算基期以来的累计数。",
			"The indicator “Area afforested” has no data for 2022, so its sum since the baseline cannot be computed.", "新增造林面积（缺2022年数据）", "Area afforested (no data for 2022)"},
		{kinds(t), "indicator.target-out-of-reach", "/indicators/4", "指标“新增保障性住房”照此推进，达不到2025年目标值45000套：直线推进43500套。要实现目标，今后平均每年须完成9450套。",
			"The target of 45,000 homes (2025) for “Affordable homes built” is missed if this goes on: straight line 43,500 homes. Meeting it requires 9,450 homes a year.",
			"新增保障性住房（直线推进43500套，目标45000套）", "Affordable homes built (straight line 43,500 homes; target 45,000 homes)"},
		{slow, "indicator.target-out-of-reach", "/indicators/2", "指标“Cut”照此推进，达不到2025年目标值13.5%：等速下降4.93%。要实现目标，今后平均每年须下降4.08%。",
			"The target of 13.5% (2025) for “Cut” is missed if this goes on: constant change 4.93%. Meeting it requires a fall of 4.08% a year.",
			"Cut（等速下降4.93%，目标13.5%）", "Cut (constant change 4.93%; target 13.5%)"},
		{slow, "indicator.target-out-of-reach", "/indicators/4", "指标“Band”的2种外推结果都达不到2025年目标值8至9：直线推进3.5、等速增长5.66。",
			"The target of 8 to 9 (2025) for “Band” is missed in all 2 projections: straight line 3.5, constant growth 5.66.",
			"Band（直线推进3.5、等速增长5.66，目标8至9）", "Band (straight line 3.5, constant growth 5.66; target 8 to 9)"},
		{vetoed(t), "indicator.binding-missed", "/indicators/0", "指标“Water”没有达到目标要求，按总结评估法判定为未完成，一票否决；其他方面的成绩不能弥补。",
			"The indicator “Water” falls short of what its target requires and is judged “missed” by the method “Final assessment”, which is a veto: no other result makes up for it.",
			"Water（总结评估法：未完成）", "Water (Final assessment: missed)"},
		{vetoed(t), "indicator.attainment-implausible", "/indicators/1", "指标“Output”的完成率为1000.94%，高得不合常理，实际值、目标值或者计量单位可能有误；该数照列，未作更改。",
			"The attainment of “Output” is 1,000.94%, which is implausibly high; the actual, the target or a unit may be wrong. The figure is left as it is.",
			"Output（1000.94%）", "Output (1,000.94%)"},
	} {
		found := false
		for _, f := range c.e.Findings {
			if f.Rule != c.rule || f.Path != c.path {
				continue
			}
			found = true
			zh, en := newWriter(c.e, languages[chinese]), newWriter(c.e, languages[english])
			assert.Equal(t, c.zh, zh.findingText(f))
			assert.Equal(t, c.en, en.findingText(f))
			_, thing := zh.shortFinding(f)
			assert.Equal(t, c.zhThing, thing)
			_, thing = en.shortFinding(f)
			assert.Equal(t, c.enThing, thing)
		}
		assert.True(t, found, "%s at %s", c.rule, c.path)
	}
}

func TestFindingsInFull(t *testing.T) {
	zh, en := newWriter(troubled(t), languages[chinese]), newWriter(troubled(t), languages[english])
	want := map[string][2]string{
		"indicator.behind": {"指标“Slow”判定为相对滞后，序时进度差为−30.00个百分点。",
			"The indicator “Slow” is judged “behind”, with a schedule gap of −30.00 pp."},
		"indicator.methods-disagree": {"指标“Slow”按其他方法判定为提前实现，与首选方法不一致。",
			"The indicator “Slow” is judged “achieved” by another method, which differs from the first."},
		"indicator.baseline-missing": {"指标“Dark”缺基期值，不能计算增量完成率和序时进度差。",
			"The indicator “Dark” has no baseline, so its progress and schedule gap cannot be computed."},
		"task.overdue": {"任务1（Late）应于2022年完成，到评估时点没有完成。", "Task 1 (Late) was due by the end of 2022 and was not completed by the date of evaluation."},
		"procedure.stages-out-of-order": {"方案的第2阶段从2023年2月开始，上一阶段到2023年3月才结束。",
			"The start of stage 2 of the scheme (February 2023) comes before the end of the stage before it (March 2023)."},
		"procedure.stages-shifted": {"原报告的第1阶段（2023年5月至2023年6月）没有说明对应方案的哪个阶段，无法核对时间。",
			"The source report does not say which stage of the scheme its stage 1 (May 2023 to June 2023) is, so the dates cannot be checked."},
		"survey.share-differs": {"选项“yes”公布的比例为51%，按计数为50.00%。", "The option “yes” is published as 51%; the counts give 50.00%."},
		"statistic.change-differs": {"“Output”公布的变化为+12.5%，按公布的数值计算为10.00%。",
			"The change of “Output” is published as +12.5%; the published numbers give 10.00%."},
		"statistic.base-missing": {"“Output”公布2019年至2021年变化+3t，缺比较期数值，不能核对。",
			"The change of “Output” from 2019 to 2021 is published as +3 t; it cannot be checked, because there is no earlier value."},
		"cost.average-differs": {"“Roads”公布的年均为200万元，按总额计算为100万元。", "The yearly average of “Roads” is published as 200 万元; the total gives 100 万元."},
		"outcome.supported": {"声明的结论为“继续执行”，数据支持的结论为“调整”。理由：进度滞后或者背离目标的指标：Slow、Back；滞后的任务：任务1 Late；评估单位列出的负面影响1项。",
			"The declared outcome is “continue”; the data support “adjust”. Reasons: behind or moving away from the target: Slow, Back; delayed: task 1 Late; negative effects that the evaluators list: 1."},
	}
	seen := map[string]bool{}
	for _, f := range zh.e.Findings {
		if texts, ok := want[f.Rule]; ok && !seen[f.Rule] {
			seen[f.Rule] = true
			assert.Equal(t, texts[0], zh.findingText(f))
			assert.Equal(t, texts[1], en.findingText(f))
		}
	}
	assert.Len(t, seen, len(want))
}

func TestFindingsOfOneRuleAreJoined(t *testing.T) {
	w := newWriter(seed(t), languages[english])
	medium := w.shortFindings(evaluate.Medium)
	assert.True(t, strings.HasPrefix(medium[0], "No baseline for 2020, so progress cannot be computed: Technology-based SMEs; Innovation platforms"), medium[0])
	assert.Equal(t, 4, strings.Count(medium[0], ";"), "five indicators")
	assert.Contains(t, medium, "None of the 38 tasks has a stated status")
	assert.Less(t, len(medium), 20)
}

// TestUnknownMethodsAndRulesAreShownById has a caller's own method and rule, for which there are no words.
func TestUnknownMethodsAndRulesAreShownById(t *testing.T) {
	own := indicator.Method{
		ID: "own-method", Version: "7", Basis: "our own", Verdicts: []indicator.Verdict{"splendid"},
		Parameters: []indicator.Parameter{{Name: "least", Value: indicator.MustValue("0.5")}},
		Judge:      func(*indicator.Measurement) indicator.Judgement { return indicator.Judgement{Verdict: "splendid"} },
	}
	figure := indicator.Figure{Formula: indicator.FormulaShare, Result: indicator.IntRatio(1, 3)}
	rule := evaluate.Rule{
		ID: "own.rule", Revision: 1, Severity: evaluate.High, Basis: []evaluate.Basis{{Pack: "our house", Clause: "7"}},
		Check: func(*evaluate.Evaluation) evaluate.Checked {
			return evaluate.Checked{Evidence: []string{"/title"}, Findings: []evaluate.Finding{{
				Status: evaluate.NotMet, Path: "/tasks/0",
				Args: []evaluate.Arg{{Name: "colour", Texts: []string{"red", "blue"}}, {Name: "share", Figure: &figure}},
			}}}
		},
	}
	e := evaluated(t, seed(t).Plan, evaluate.Options{Methods: []indicator.Method{own}, Rules: []evaluate.Rule{rule}})
	for tag, o := range languages {
		d := built(t, e, o)
		assert.Equal(t, Cell{Text: "splendid", State: "splendid"}, table(t, d, "attainment").Rows[0][5])
		methods := row2texts(table(t, d, "methods").Rows[0])
		assert.Equal(t, "own-method", methods[0])
		assert.Equal(t, "our own", methods[2])
		assert.Equal(t, "least 0.5", strings.ReplaceAll(methods[3], "least0.5", "least 0.5"))
		assert.Equal(t, "own.rule", table(t, d, "rules").Rows[0][1].Text)
		finding := row2texts(table(t, d, "findings").Rows[0])
		assert.Equal(t, map[string]string{chinese: "重要", english: "high"}[tag], finding[1])
		for _, part := range []string{"own.rule", "colour", "red", "blue", "33.33%"} {
			assert.Contains(t, finding[2], part)
		}
		assert.NotPanics(t, func() { Summary(e, o) })
	}
}

func TestNothingFoundAndNothingLookedFor(t *testing.T) {
	plan := evaluate.Plan{Code: "p", Title: "P", Start: indicator.Year(2021), End: indicator.Year(2025)}
	text := func(rules []evaluate.Rule) string {
		d := built(t, evaluated(t, plan, evaluate.Options{Rules: rules}), languages[english])
		return strings.Join(allTexts(Document{Sections: []Section{section(t, d, "summary")}}), "\n")
	}
	assert.Contains(t, text([]evaluate.Rule{}), "No rules were run, so nothing can be said about compliance.")
	silent := evaluate.Rule{ID: "r", Severity: evaluate.Low, Check: func(*evaluate.Evaluation) evaluate.Checked { return evaluate.Checked{Evidence: []string{"/title"}} }}
	assert.Contains(t, text([]evaluate.Rule{silent}), "The rules that were run found nothing out of order.")
}

// A declared end of the plan cannot be compared with what the data support, but the data do support something.
func TestADeclaredEndIsSetBesideWhatTheDataSupport(t *testing.T) {
	e := bare(t)
	e.Findings = []evaluate.Finding{{Rule: "outcome.supported", Severity: evaluate.High, Path: "/adjustment/outcome", Args: []evaluate.Arg{
		{Name: "declared", Texts: []string{"terminate"}}, {Name: "supported", Texts: []string{"continue"}}}}}
	w := newWriter(e, Options{})
	assert.Equal(t, "声明的结论为“停止”，数据支持的结论为“继续执行”。", w.findingText(e.Findings[0]))
	e.Findings[0].Args[1].Texts[0] = "undetermined"
	assert.Equal(t, "声明的结论为“停止”，数据不足以支持任何结论。", w.findingText(e.Findings[0]))
}
