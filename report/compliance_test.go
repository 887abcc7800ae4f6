package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ruleRow returns the row of a rule in the table of appendix A, without its group.
func ruleRow(t testing.TB, d Document, rule string) []string {
	t.Helper()
	for _, row := range table(t, d, "rules").Rows {
		if strings.HasPrefix(row[2].Text, rule+" ") {
			return row2texts(row)[1:]
		}
	}
	require.Fail(t, rule)
	return nil
}

func TestARuleIsShownWithWhatItRestsOnAndLookedAt(t *testing.T) {
	zh, en := built(t, seed(t), Options{}), built(t, seed(t), languages[english])
	assert.Equal(t, []string{"采用的评估方法达到方案要求的种数", "procedure.methods-too-few 1", "本次评估方案附件1 四（二）",
		"采用的评估方法，见一（二）—（五）", "重要", "符合（余1种）", "0"}, ruleRow(t, zh, "procedure.methods-too-few"))
	assert.Equal(t, []string{"The parts of an indicator add up to its value", "indicator.parts-differ 1", "good practice",
		"12 figures (section 二（二）4（2）)", "medium", "not met (by 28)", "1"}, ruleRow(t, en, "indicator.parts-differ"))
	assert.Equal(t, "《重大行政决策程序暂行条例》（国务院令第713号）第三十六条第三款（未核对原文）", ruleRow(t, zh, "procedure.public-not-heard")[2])
	assert.Equal(t, "Interim Regulation on the Procedure of Major Administrative Decisions (State Council Decree No. 713), article 36, paragraph 3 "+
		"(from general knowledge)", ruleRow(t, en, "procedure.public-not-heard")[2])
	assert.Equal(t, "任务38项", ruleRow(t, zh, "task.lead-missing")[3], "too many sections to name")
	assert.Equal(t, "问卷调查", ruleRow(t, zh, "survey.missing")[3])
	assert.Equal(t, []string{"没有已知到期的任务", "重要", "不适用", "0"}, ruleRow(t, zh, "task.overdue")[3:], "where there is nothing to look at, what there is not")
	var groups []string
	for rows := range table(t, en, "rules").Groups() {
		groups = append(groups, rows[0][0].Text)
	}
	assert.Equal(t, []string{"The plan's data", "Indicators", "Tasks and departments", "Procedure of the evaluation", "Survey", "Costs, benefits and fit", "Outcome"}, groups)
}

// Why a rule does not apply is said where there is nothing to look at, and not where the plan or a caller's rule says so.
func TestOnlyARuleThatFindsNothingToLookAtSaysWhatThereIsNot(t *testing.T) {
	e := read(t, `"procedure": {}, "indicators": [], "exemptions": [{"rule": "survey.share-differs", "reason": "no counts", "source": "3"}]`, evaluate.Options{})
	own := evaluate.Rule{ID: "own.rule", Severity: evaluate.Low, Check: func(*evaluate.Evaluation) evaluate.Checked { return evaluate.Checked{} }}
	d := built(t, evaluated(t, e.Plan, evaluate.Options{Rules: append(evaluate.Catalogue(), own)}), languages[english])
	assert.Equal(t, []string{"—", "high", "not applicable (no counts)", "0"}, ruleRow(t, d, "survey.share-differs")[3:])
	assert.Equal(t, []string{"—", "low", "not applicable", "0"}, ruleRow(t, d, "own.rule")[3:])
	assert.Equal(t, []string{"no question has a known base", "medium", "not applicable", "0"}, ruleRow(t, d, "survey.base-small")[3:])
}

// What a rule says there is not is true of the plan, also where there is something of the kind.
func TestWhatThereIsNotIsTrueBesideWhatThereIs(t *testing.T) {
	for _, test := range []struct{ name, plan, rule, want string }{
		{"stages that the source report tells of were not announced", `"procedure": {"reported": [{"name": "a", "start": "2023-01", "end": "2023-01"}, {"name": "b", "start": "2023-02", "end": "2023-02"}]}`,
			"procedure.stages-missing", "the source report announces no stages, and the scheme lists none"},
		{"statistics of one year each have no growth", `"procedure": {}, "economy": [
			{"code": "s", "name": "Patents", "unit": "件", "science": true, "series": [{"period": "2022", "value": "1"}]},
			{"code": "g", "name": "GDP", "unit": "亿元", "series": [{"period": "2022", "value": "1"}]}]`,
			"fit.years-mismatched", "no growth of science and of the economy can be set side by side"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := read(t, `"indicators": [], `+test.plan, evaluate.Options{Rules: evaluate.Catalogue()})
			row := ruleRow(t, built(t, e, languages[english]), test.rule)
			assert.Equal(t, []string{test.want, "not applicable"}, []string{row[3], row[5]})
		})
	}
}

func TestTheBasesOfRules(t *testing.T) {
	zh, en := newWriter(bare(t), Options{}), newWriter(bare(t), languages[english])
	for _, c := range []struct {
		basis  evaluate.Basis
		zh, en string
	}{
		{evaluate.Basis{Pack: evaluate.GoodPractice}, "通行做法", "good practice"},
		{evaluate.Basis{Pack: evaluate.OwnScheme}, "本次评估方案（条款未注明）", "scheme of this evaluation (clause not stated)"},
		{evaluate.Basis{Pack: evaluate.BudgetPerformance, General: true}, "《项目支出绩效评价管理办法》（财预〔2020〕10号）（未核对原文）",
			"Measures for the Performance Evaluation of Project Expenditure (Caiyu [2020] No. 10) (from general knowledge)"},
		{evaluate.Basis{Pack: "our house", Clause: "7"}, "our house7", "our house, 7"},
	} {
		assert.Equal(t, c.zh, zh.bases([]evaluate.Basis{c.basis}))
		assert.Equal(t, c.en, en.bases([]evaluate.Basis{c.basis}))
	}
	assert.Equal(t, "article 36, paragraph 1, item 12", en.clause("第三十六条第一款第十二项"))
	assert.Equal(t, "第三十六章", en.clause("第三十六章"), "of another form")
}

func TestMargins(t *testing.T) {
	w := newWriter(bare(t), languages[english])
	by := func(n, d int64, unit string) *evaluate.Margin {
		return &evaluate.Margin{By: indicator.IntRatio(n, d), Unit: unit}
	}
	for _, c := range []struct {
		status evaluate.Status
		margin *evaluate.Margin
		want   string
	}{
		{evaluate.NotMet, by(-28, 1, "天"), "by 28 days"},
		{evaluate.Met, by(1, 1, "天"), "1 day to spare"},
		{evaluate.Met, by(0, 1, "种"), "just reached"},
		{evaluate.NotMet, by(-1, 2, "%"), "by 0.50 pp"},
		{evaluate.NotMet, by(-3, 10, ""), "by 0.3"},
		{evaluate.NotMet, by(-1, 1000, ""), ""},
		{evaluate.Unknown, by(-3, 10, ""), ""},
		{evaluate.NotMet, &evaluate.Margin{By: indicator.Missing(indicator.NoTarget)}, ""},
		{evaluate.NotMet, nil, ""},
	} {
		assert.Equal(t, c.want, w.margin(c.status, c.margin))
	}
}

// partly is a plan of which the evaluators did not see everything, and to which a rule does not apply.
func partly(t testing.TB) *evaluate.Evaluation {
	return read(t, `"procedure": {}, "indicators": [
			{"code": "a", "name": "Forest", "direction": "increase", "kind": "level", "baseline": "2020",
				"series": [{"period": "2022", "value": "1"}], "targets": [{"period": "2025", "value": "2"}]}],
		"unseen": [{"path": "/surveys", "reason": "annex withheld", "source": "八"}, {"path": "/indicators/0/series", "reason": "file lost"}],
		"exemptions": [{"rule": "cost.missing", "reason": "costs nothing", "source": "九"}]`, evaluate.Options{})
}

func TestWhatWasNotSeenIsUnknown(t *testing.T) {
	e := partly(t)
	zh, en := built(t, e, Options{}), built(t, e, languages[english])
	assert.Equal(t, []string{"问卷调查", "annex withheld", "八", "/surveys"}, row2texts(table(t, zh, "unseen").Rows[0]))
	assert.Equal(t, "指标数值（Forest）", table(t, zh, "unseen").Rows[1][0].Text)
	assert.Equal(t, []string{"有成本数据", "costs nothing", "九", "cost.missing"}, row2texts(table(t, zh, "exemptions").Rows[0]))
	assert.Equal(t, []string{"—", "一般", "不适用（costs nothing）", "0"}, ruleRow(t, zh, "cost.missing")[3:])
	assert.Equal(t, "unknown", ruleRow(t, en, "survey.missing")[5])
	findings := column(table(t, zh, "findings"), 2)
	assert.Contains(t, findings, "评估时没有看到问卷调查（annex withheld），无法判断是否符合“有问卷调查数据”。")
	assert.Contains(t, findings, "评估时没有看到指标数值（Forest）（file lost），无法判断是否符合“每项指标都有基期值”。")
	assert.Contains(t, column(table(t, en, "findings"), 2),
		"What there is on surveys was not seen (annex withheld), so it cannot be said whether this holds: “There is a survey”.")
	summary := strings.Join(allTexts(Document{Sections: []Section{section(t, zh, "summary")}}), "\n")
	assert.Contains(t, summary, "评估时有2个部分没有看到，所涉及的检查为无法判断，详见附录。")
	assert.Contains(t, summary, "评估时没有看到有关内容，无法判断：")
}

// A section that is empty because its part was not seen does not say that the source report gives nothing.
func TestAnEmptySectionOfAnUnseenPartSaysWhy(t *testing.T) {
	e := read(t, `"dimensions": [{"name": "Fairness"}, {"name": "Effect", "finding": "good"}],
		"unseen": [{"path": "/costs", "reason": "accounts closed"}, {"path": "/dimensions/0/finding", "reason": "page lost"}]`, evaluate.Options{})
	zh, en := built(t, e, Options{}), built(t, e, languages[english])
	assert.Contains(t, section(t, zh, "ch4-costs").Blocks, Paragraph{Text: "评估时未能查看有关内容（accounts closed）。"})
	assert.Contains(t, section(t, en, "ch4-costs").Blocks, Paragraph{Text: "What stands on this was not available to this report (accounts closed)."})
	assert.Contains(t, section(t, zh, "ch4-benefits").Blocks, Paragraph{Text: "原报告未提供。"})
	assert.Equal(t, []string{"未能查看", "good"}, column(table(t, zh, "dimensions"), 1))
}

func TestNothingUnseenAndNothingExemptIsSaid(t *testing.T) {
	assert.Equal(t, []Block{Paragraph{Text: "规划数据没有列出评估时没有看到的部分。"}, Paragraph{Text: "规划数据没有列出不适用的规则。"}},
		section(t, built(t, seed(t), Options{}), "gaps").Blocks)
}

// TestTablesAreNotTooWide counts the columns of the tables of this chapter and appendix.
func TestTablesAreNotTooWide(t *testing.T) {
	for _, o := range languages {
		eachBlock(built(t, seed(t), o), func(s *Section, b Block) {
			table, ok := b.(Table)
			if ok && s != nil && (strings.HasPrefix(s.ID, "ch1") || strings.HasPrefix(s.ID, "rule") || s.ID == "findings" || s.ID == "gaps") {
				assert.LessOrEqual(t, len(table.Shown()), 7, table.ID)
			}
		})
	}
}
