package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// closed is a plan that is over, evaluated by a third party across two years, with money and parts that do not add up.
func closed(t testing.TB) *evaluate.Evaluation {
	return read(t, `
		"procedure": {"start": "2025-12-01", "end": "2026-02-28", "minMethods": 2, "methods": [{"name": "talk"}],
			"thirdParty": "Institute", "preparers": ["Institute"], "participation": [{"body": "deputies", "form": "panel"}],
			"triggers": [{"kind": "below-expectation", "status": "not-met"}, {"kind": "many-objections", "status": "not-met"},
				{"kind": "deemed-necessary", "status": "not-met"}, {"kind": "basis-changed", "status": "not-met"}],
			"contents": [{"name": "outlook"}]},
		"indicators": [
			{"code": "a", "name": "Firms", "unit": "家", "direction": "increase", "kind": "level", "baseline": "2020",
				"series": [{"period": "2020", "value": "1000"}, {"period": "2025", "value": "1772"}], "targets": [{"period": "2025", "value": "1800"}]},
			{"code": "b", "name": "Rate", "unit": "%", "direction": "increase", "kind": "growth", "baseline": "2023",
				"series": [{"period": "2024", "value": "3"}, {"period": "2025", "value": "5"}], "targets": [{"period": "2025", "value": "6"}]},
			{"code": "c", "name": "Dark", "direction": "increase", "kind": "level", "series": [], "targets": []}
		],
		"tasks": [
			{"code": "1", "title": "Open", "status": "on-schedule", "facts": [
				{"name": "Firms", "value": "1770", "unit": "家", "period": "2025", "indicator": "a", "source": "四", "note": "early count"},
				{"name": "Large firms", "value": "1000", "unit": "家", "period": "2025", "indicator": "a", "part": true},
				{"name": "Small firms", "value": "772", "unit": "家", "period": "2025", "indicator": "a", "part": true},
				{"name": "Foreign firms", "value": "50", "unit": "家", "period": "2025", "indicator": "a", "part": true}]},
			{"code": "2", "title": "Unstated", "facts": [
				{"name": "Firms", "value": "1700", "unit": "家", "period": "2020", "qualifier": "about", "indicator": "a"},
				{"name": "Old firms", "value": "900", "unit": "家", "period": "2020", "qualifier": "about", "indicator": "a", "part": true}]}
		],
		"dimensions": [{"name": "sense", "finding": "good", "score": "85"}, {"name": "use", "finding": "fair"}],
		"costs": [
			{"code": "a", "name": "Roads", "unit": "万元", "total": "300", "start": "2021", "end": "2023", "series": [
				{"period": "2021", "value": "50"}, {"period": "2022", "value": "100"}, {"period": "2023", "value": "140"}]},
			{"code": "b", "name": "Rails", "unit": "万元", "total": "300", "start": "2021", "end": "2023", "series": [{"period": "2021", "value": "50"}]},
			{"code": "c", "name": "Ports", "unit": "万元", "total": "300", "start": "2021", "end": "2026", "yearly": {"name": "y", "value": "50", "unit": "万元"}}],
		"benefits": [{"code": "x", "name": "Output", "unit": "t", "series": [{"period": "2021", "value": "100"}, {"period": "2023", "value": "110"}]}],
		"economy": [{"code": "g", "name": "GDP", "unit": "亿元", "series": [{"period": "2020", "value": "1"}, {"period": "2021", "value": "2"}]},
			{"code": "s", "name": "Patents", "unit": "件", "science": true, "series": [{"period": "2022", "value": "1"}, {"period": "2023", "value": "2"}]}],
		"acceptance": [{"group": "Farmers", "evidence": "glad"}],
		"problems": [{"code": "p", "title": "Dust"}], "negatives": [{"text": "noise"}],
		"adjustment": {"vocabulary": "performance", "outcome": "good", "score": "70"}`,
		evaluate.Options{AsOf: indicator.MustPeriod("2026-02-28"), Methods: []indicator.Method{
			indicator.FinalAssessment(indicator.FinalBands{}), indicator.Schedule(indicator.Bands{})}})
}

// asked is a plan of which too little is stated to answer what the regulation asks.
func asked(t testing.TB) *evaluate.Evaluation {
	return read(t, `"procedure": {"thirdParty": "Institute"}, "indicators": [], "adjustment": {"outcome": "terminate"}`, evaluate.Options{})
}

// early is a plan that is not over, with a survey that heard nobody and only the public taking part.
func early(t testing.TB) *evaluate.Evaluation {
	return read(t, `"procedure": {"participation": [{"body": "public"}]}, "indicators": []`, evaluate.Options{AsOf: indicator.MustPeriod("2023")})
}

// held evaluates a plan again, against every rule of the module.
func held(t testing.TB, e *evaluate.Evaluation) *evaluate.Evaluation {
	return evaluated(t, e.Plan, evaluate.Options{AsOf: e.AsOf, Methods: e.Methods, Rules: evaluate.Catalogue()})
}

// TestEveryRuleIsWorded has every rule find something, and words each finding in both languages.
func TestEveryRuleIsWorded(t *testing.T) {
	worded := map[string]bool{}
	for _, e := range []*evaluate.Evaluation{seed(t), troubled(t), bare(t), slipped(t), kinds(t), vetoed(t), closed(t), asked(t), early(t), harbour(t), polled(t)} {
		e = held(t, e)
		for tag, o := range languages {
			w := newWriter(e, o)
			w.fault = func(problem string) { t.Error(problem) }
			for _, f := range e.Findings {
				worded[f.Rule] = true
				checkWorded(t, w, tag, f)
			}
			built(t, e, o)
		}
	}
	for _, r := range evaluate.Catalogue() {
		assert.True(t, worded[r.ID], "nothing found by %s", r.ID)
	}
}

func checkWorded(t *testing.T, w *writer, tag string, f evaluate.Finding) {
	t.Helper()
	text := w.findingText(f)
	head, thing := w.shortFinding(f)
	for _, s := range []string{text, head, thing} {
		assert.NotContains(t, s, missing, "%s %s", tag, f.Rule)
		assert.NotContains(t, s, "{", "%s %s", tag, f.Rule)
		assert.NotContains(t, s, f.Rule, "%s %s", tag, f.Rule)
	}
	assert.NotEmpty(t, head, f.Rule)
	stop := map[string]string{chinese: "。", english: "."}[tag]
	assert.True(t, strings.HasSuffix(strings.TrimSpace(text), stop), "%q is a sentence", text)
}

// TestWhenARuleDoesNotApply has every rule look at a plan without anything: those for which the words say what there
// is not have nothing to look at, and all others look.
func TestWhenARuleDoesNotApply(t *testing.T) {
	plan := evaluate.Plan{Code: "p", Title: "P", Start: indicator.Year(2021), End: indicator.Year(2025)}
	w := newWriter(evaluated(t, plan, evaluate.Options{Rules: evaluate.Catalogue()}), Options{})
	for _, r := range w.e.Runs {
		assert.Equal(t, r.Status == evaluate.NotApplicable, w.has("inapplicable", r.Rule), r.Rule)
	}
}

// TestFindingsOfAClosedPlan words what the newer rules find.
func TestFindingsOfAClosedPlan(t *testing.T) {
	e := held(t, closed(t))
	zh, en := newWriter(e, languages[chinese]), newWriter(e, languages[english])
	want := map[string][2]string{
		"indicator.values-differ": {"指标“Firms”2025年的数值为1772家，原报告“四”处列为1770家，两者不一致。该处的说明：early count。",
			"The value of “Firms” for 2025 is 1,772 家, while section 四 of the source report gives 1,770 家. A note says: early count."},
		"indicator.parts-differ": {"指标“Firms”所列的3个构成项合计为1822家，指标2025年的数值为1772家，两者不一致。不计Foreign firms时两者相等，这只说明差额的由来。",
			"The parts listed for “Firms”, 3 of them, add up to 1,822 家; the value for 2025 is 1,772 家. Without Foreign firms, they would be equal, which only explains the difference."},
		"final.target-missed": {"指标“Firms”为1772家，没有实现目标值1800家。", "The indicator “Firms” stands at 1,772 家 and has not met its target of 1,800 家."},
		"procedure.outside-year": {"评估从2025年12月1日开始，到2026年2月28日才结束，跨了年度。",
			"The evaluation started on 1 December 2025 and ended only on 28 February 2026, in another year."},
		"procedure.third-party-conflict": {"受委托开展评估的Institute承担过决策作出前的主要论证评估工作。",
			"The third party entrusted with the evaluation, Institute, did the main appraisal before the decision."},
		"procedure.public-not-heard": {"原报告说明参与评估的有人大代表，没有说明听取社会公众的意见。",
			"The source report names deputies to people’s congresses as taking part; it does not say that the public was heard."},
		"cost.sum-differs": {"“Roads”的分年投入合计为290万元，总额为300万元，两者不一致。",
			"The spending by year of “Roads” adds up to 290 万元; the total is 300 万元."},
	}
	seen := map[string]bool{}
	for _, f := range e.Findings {
		if texts, ok := want[f.Rule]; ok && !seen[f.Rule] {
			seen[f.Rule] = true
			assert.Equal(t, texts, [2]string{zh.findingText(f), en.findingText(f)})
		}
	}
	assert.Len(t, seen, len(want))
	for _, f := range e.Findings {
		if f.Rule == "final.target-missed" && f.Path == "/indicators/1" {
			assert.Equal(t, "指标“Rate”为4.00%，没有实现目标值6%。", zh.findingText(f), "the mean of the rates")
		}
	}
}
