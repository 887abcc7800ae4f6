package evaluate_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// postEvaluation evaluates the seed, patched, as the post-evaluation of a major decision.
func postEvaluation(t *testing.T, patch []operation) evaluate.Evaluation {
	t.Helper()
	var document any
	readFile(t, "../seeds/zibo.json", &document)
	document, err := patched(document, patch)
	require.NoError(t, err)
	rules := evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation)
	e, err := evaluate.Evaluate(planOf(t, document), evaluate.Options{AsOf: asOf, Rules: rules})
	require.NoError(t, err)
	checkPaths(t, &e, rules, document)
	return e
}

// line gives a finding in one line: severity, rule, status, path, arguments by name, margin.
func line(f evaluate.Finding) string {
	c := stated(f)
	parts := []string{string(f.Severity), f.Rule, c.Status, c.Path}
	for _, name := range slices.Sorted(maps.Keys(c.Args)) {
		parts = append(parts, fmt.Sprintf("%s=%v", name, c.Args[name]))
	}
	if c.Margin != "" {
		parts = append(parts, "margin="+c.Margin)
	}
	return strings.Join(parts, " ")
}

func TestTheSeedsFindings(t *testing.T) {
	e := postEvaluation(t, nil)
	var lines strings.Builder
	for _, f := range e.Findings {
		lines.WriteString(line(f) + "\n")
	}
	golden.Compare(t, "testdata/zibo-findings.txt", []byte(lines.String()))

	found := func(rule string) []caseFinding {
		var list []caseFinding
		for _, f := range e.Findings {
			if f.Rule == rule {
				list = append(list, stated(f))
			}
		}
		return list
	}
	paths := func(rule string) []string {
		var list []string
		for _, f := range found(rule) {
			assert.Equal(t, "not-met", f.Status, rule)
			list = append(list, f.Path)
		}
		return list
	}
	texts := func(list ...any) []any { return list }
	stage := func(i, number, name, start, end, planStart, planEnd, late string) caseFinding {
		return caseFinding{Path: "/procedure/reported/" + i, Status: "not-met", Margin: "-" + late + " 天", Args: map[string]any{
			"number": texts(number), "stage": texts(name), "dates": texts(start, end), "planned": texts(planStart, planEnd)}}
	}

	// 二（二）: chapters 1, 2, 4 to 9.
	assert.Equal(t, []caseFinding{{Path: "/tasks", Status: "not-met", Args: map[string]any{"skipped": texts("3")}}}, found("task.numbering-gap"))
	// 一（二）3 announces four stages, 一（四） tells of three, each on the dates of the one before it in 附件1 五.
	assert.Equal(t, []caseFinding{{Path: "/procedure/reported", Status: "not-met", Args: map[string]any{
		"reported": texts("3"), "expected": texts("4"), "missing": texts("前期准备")}}}, found("procedure.stages-missing"))
	assert.Equal(t, []caseFinding{
		stage("0", "1", "自查自评", "2023-08-20", "2023-08-25", "2023-08-26", "2023-08-31", "6"),
		stage("1", "2", "综合评估", "2023-08-26", "2023-08-31", "2023-09-01", "2023-09-10", "10"),
		stage("2", "3", "修改完善", "2023-09-01", "2023-09-10", "2023-09-11", "2023-09-20", "10"),
	}, found("procedure.stages-shifted"))
	// 一（二）2 announces deputies, the list in 附件1附件1 has none.
	assert.Equal(t, []caseFinding{{Path: "/procedure/roles/1", Status: "not-met", Args: map[string]any{"role": texts("deputy")}}}, found("procedure.role-unfilled"))
	// 附件1 二（三） promises to assess four safeguards, 附件1 二（一） a judgement of the trend, 一（二）1 three dimensions.
	assert.Equal(t, []string{"/safeguards/0/finding", "/safeguards/1/finding", "/safeguards/2/finding", "/safeguards/3/finding"}, paths("procedure.safeguard-not-assessed"))
	assert.Equal(t, []string{"/dimensions/0/score", "/dimensions/1/score", "/dimensions/2/score"}, paths("procedure.dimension-not-scored"))
	assert.Equal(t, []string{"/dimensions/0/finding", "/dimensions/1/finding"}, paths("procedure.dimension-not-assessed"))
	assert.Equal(t, []caseFinding{{Path: "/procedure/contents/1/finding", Status: "not-met", Args: map[string]any{"name": texts("完成五年目标的趋势判断")}}},
		found("procedure.content-missing"))
	// 二（一）: five indicators without a value of 2020, and R&D of 2021 beside data of 2022.
	assert.Equal(t, []string{"/indicators/2/series", "/indicators/4/series", "/indicators/5/series", "/indicators/6/series", "/indicators/7/series"},
		paths("indicator.baseline-missing"))
	assert.Equal(t, []caseFinding{{Path: "/indicators/0/series", Status: "not-met", Args: map[string]any{
		"indicator": texts("R&D经费支出占GDP比重"), "period": texts("2021"), "latest": texts("2022")}}}, found("indicator.data-years-mixed"))
	// 二（一） against 二（二）6.
	assert.Equal(t, []caseFinding{{Path: "/tasks/4/tasks/1/facts/4", Status: "not-met", Args: map[string]any{
		"indicator": texts("年登记技术合同成交额"), "period": texts("2022"), "value": texts("305.41"), "unit": texts("亿元"),
		"other": texts("4.7"), "otherUnit": texts("亿元")}}}, found("indicator.values-differ"))
	// 二（二）4（2）: 140 + 25 + 1 + 5 + 6 + 22 + 2 + 37 + 206 + 29 + 2 + 1 = 476, and 476 − 6 − 22 = 448.
	assert.Equal(t, []caseFinding{{Path: "/indicators/4", Status: "not-met", Margin: "-28 家", Args: map[string]any{
		"indicator": texts("省级以上创新平台"), "period": texts("2022"), "value": texts("448"), "count": texts("12"), "sum": "476.00 家",
		"without": texts("通过省级备案的技术转移服务机构", "通过省级备案的新型研发机构")}}}, found("indicator.parts-differ"))
	// 四3 says how many came back, 93, and no more.
	assert.Equal(t, []caseFinding{{Path: "/surveys/0", Status: "not-met", Args: map[string]any{
		"survey": texts("《规划》实施情况问卷调查"), "counts": texts("sent", "valid")}}}, found("survey.counts-unstated"))
	// 四3: of eight percentages five are no rounded shares of the 93; beside the others, 44% is 44.0%.
	assert.Equal(t, []caseFinding{{Path: "/surveys/0", Status: "not-met", Args: map[string]any{
		"survey": texts("《规划》实施情况问卷调查"), "count": texts("5"), "tested": texts("8"), "percents": texts("78.4", "61.2", "40.8", "56.9", "44.0")}}},
		found("survey.percent-truncated"))
	// 七 reports late payments, 九（二） changes nothing.
	assert.Equal(t, []string{"/adjustment"}, paths("outcome.negatives-unanswered"))
	assert.Equal(t, []string{"/adjustment/outcome"}, paths("outcome.supported"))
}

// Of all numbers of questionnaires up to those returned, the percentages of 四3 fit 93 alone, and only when they are cut
// off; the counts behind them follow. 76 of 93 are a majority.
func TestTheSeedsSurvey(t *testing.T) {
	e := evaluateSeed(t)
	printing := e.Surveys[0].Printing
	assert.Equal(t, []indicator.Rounding{indicator.Truncate}, printing.Fits())
	assert.Equal(t, int64(93), printing.Largest)
	assert.Equal(t, []int64{93}, printing.Modes[2].Bases)
	assert.Empty(t, printing.Modes[0].Bases)
	assert.Len(t, printing.OnlyTruncated(), 5)
	for i, want := range []string{"73", "57", "76", "60", "44", "38", "53", "41"} {
		least, most, ok := e.Surveys[0].Questions[i].Proportions[0].Counts()
		assert.True(t, ok)
		assert.Equal(t, want+" "+want, least.String()+" "+most.String())
	}
	for _, run := range e.Runs {
		if run.Rule == "acceptance.majority-missing" {
			assert.Equal(t, evaluate.Met, run.Status)
			assert.Equal(t, []string{"/acceptance/0/shares/0", "/acceptance/1/shares/0", "/acceptance/2/shares/0"}, run.Evidence)
		}
	}
	require.Len(t, e.Acceptance, 3)
	// Wilson's bounds of 76 of 93.
	assert.Equal(t, "72.66 88.26", e.Acceptance[0].Proportion.Interval.Low.Percent(2, indicator.HalfUp).String()+" "+e.Acceptance[0].Proportion.Interval.High.Percent(2, indicator.HalfUp).String())
}

// The seed with every high and medium finding mended, partly by made-up values, has none left.
func TestTheMendedSeedHasNoGraveFindings(t *testing.T) {
	var patch []operation
	readFile(t, "testdata/mended.patch.json", &patch)
	assert.Contains(t, patch[0].Note, "made up")
	e := postEvaluation(t, patch)
	left := map[string]int{}
	for _, f := range e.Findings {
		assert.Equal(t, evaluate.Low, f.Severity, line(f))
		left[f.Rule]++
	}
	assert.Equal(t, map[string]int{
		"indicator.nature-unstated": 1, "indicator.scope-unstated": 1, "indicator.value-derived": 1,
		"task.duty-unserved": 3, "task.evidence-missing": 8, "survey.share-untested": 1,
		"statistic.base-missing": 5, "fit.years-mismatched": 1, "cost.yearly-missing": 1, "cost.span-unstated": 1,
	}, left)
	assert.Equal(t, evaluate.Adjust, e.Conclusion.Supported)
	assert.Equal(t, evaluate.Met, e.Conclusion.Agrees)
	assert.Equal(t, 0, e.Count(indicator.NotJudged))
}
