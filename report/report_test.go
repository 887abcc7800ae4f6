package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSeedHasTheTenChaptersInOrder(t *testing.T) {
	titles := map[string][]string{
		chinese: {
			" 评估结论",
			"一、 《规划》评估工作开展情况",
			"二、 《规划》实施基本情况",
			"三、 《规划》实施结果与目的的相符性",
			"四、 《规划》实施成本、效益和社会公众评价",
			"五、 《规划》在特定对象中的接受程度",
			"六、 《规划》与经济社会发展的符合程度",
			"七、 《规划》实施的负面影响",
			"八、 《规划》实施的近期效果和长远影响",
			"九、 《规划》实施的问题、原因和调整事项",
			"十、 对策建议",
			"附件1 《规划》后评估工作方案", "附件2 评估工作小组组成", "附件3 评估任务分工", "附件4 典型案例",
			"附录A 检查结果和发现的问题", "附录B 方法和约定", "附录C 计算过程", "附录D 数据和出处",
		},
		english: {
			" Summary",
			"1 How the Plan was evaluated",
			"2 Implementation of the Plan",
			"3 Results of the Plan against its purpose",
			"4 Costs and benefits of the Plan, and public opinion",
			"5 Acceptance of the Plan among those concerned",
			"6 Fit of the Plan with economic and social development",
			"7 Negative effects of the Plan",
			"8 Near-term and long-term effects of the Plan",
			"9 Problems of the Plan, their causes, and adjustment",
			"10 Recommendations",
			"Annex 1 Scheme for the evaluation of the Plan", "Annex 2 Working group", "Annex 3 Division of work", "Annex 4 Typical cases",
			"Appendix A Checks and findings", "Appendix B Methods and conventions", "Appendix C Workings", "Appendix D Data and sources",
		},
	}
	for tag, o := range languages {
		d := built(t, seed(t), o)
		assert.Equal(t, tag, d.Language)
		var got []string
		for _, s := range d.Sections {
			got = append(got, s.Number+" "+s.Title)
			assert.Equal(t, 1, s.Level)
		}
		assert.Equal(t, titles[tag], got)
	}
	d := built(t, seed(t), Options{})
	assert.Equal(t, "《淄博市“十四五”科技创新规划》后评估报告", d.Title)
	assert.Equal(t, "评估单位：市科技局", d.Subtitle)
	d = built(t, seed(t), languages[english])
	assert.Equal(t, "Zibo 14th Five-Year Plan for Science and Technology Innovation: post-evaluation report", d.Title)
	assert.Equal(t, "Evaluated by the Municipal Science and Technology Bureau", d.Subtitle)
}

// The figures are those that the seed's source leads to, by hand: methods.md, section 4.
func TestSeedFigures(t *testing.T) {
	attainments := []string{"95.33%", "83.48%", "67.48%", "76.33%", "81.45%", "83.33%", "87.26%", "74.60%"}
	required := []string{"1.20%", "6.20%", "14.01%", "9.42%", "7.08%", "6.27%", "4.65%", "10.26%"}
	for tag, none := range map[string]string{chinese: "缺基期值", english: "no baseline"} {
		d := built(t, seed(t), languages[tag])
		attainment := table(t, d, "attainment")
		assert.Equal(t, attainments, column(attainment, 4))
		verdicts := map[string][]string{
			chinese: {"快于预期", "基本符合预期", "不判定（缺基期值）", "快于预期", "不判定（缺基期值）", "不判定（缺基期值）", "不判定（缺基期值）", "不判定（缺基期值）"},
			english: {"ahead", "on course", "not judged (no baseline)", "ahead", "not judged (no baseline)", "not judged (no baseline)",
				"not judged (no baseline)", "not judged (no baseline)"},
		}
		assert.Equal(t, verdicts[tag], column(attainment, 5))
		assert.Equal(t, "ahead", attainment.Rows[0][5].State)
		assert.Equal(t, "not-judged", attainment.Rows[2][5].State)

		schedule := table(t, d, "schedule")
		assert.Equal(t, []string{"26.32%", "38.07%", none, "61.17%", none, none, none, none}, column(schedule, 1))
		years := map[string]string{chinese: "40%（5年中的2年）", english: "40% (2 of 5 years)"}[tag]
		assert.Equal(t, []string{years, years, years, years, years, years, years}, column(schedule, 2)[1:])
		gap := map[string]string{chinese: "个百分点", english: " pp"}[tag]
		assert.Equal(t, []string{"+6.32" + gap, "−1.93" + gap, none, "+21.17" + gap, none, none, none, none}, column(schedule, 3))
		assert.Equal(t, "48.72", schedule.Rows[1][5].Text)
		assert.Equal(t, "48.15", schedule.Rows[1][6].Text)

		outlook := table(t, d, "outlook")
		assert.Equal(t, required, column(outlook, 3))
		projections := table(t, d, "projections")
		assert.Equal(t, []string{"57.26", "58.82", "52.29"}, column(projections, 2)[3:6])
		assert.Equal(t, []string{"98.72%", "101.41%", "90.16%"}, column(projections, 3)[3:6])
		assert.Equal(t, []string{"0.75" + gap, "−0.82" + gap, "5.71" + gap}, column(projections, 4)[3:6])
		assert.Len(t, projections.Rows, 9, "three indicators have a baseline")
	}
}

func TestSeedSaysInWordsWhatTheFiguresSay(t *testing.T) {
	d := built(t, seed(t), Options{})
	paragraphs := map[string]string{}
	for _, b := range section(t, d, "ch2-indicators").Blocks {
		if p, ok := b.(Paragraph); ok {
			paragraphs[p.Lead] = p.Text
		}
	}
	assert.Equal(t, "2022年实际值为48.42%，2025年目标值为58%，完成率83.48%。"+
		"从2020年基期值42.53%（推算）算起，增量完成率为38.07%，时间进度为40%，慢于时间进度1.93个百分点。"+
		"按直线推进，2022年应达48.72%，实际值低于应达水平；按等速增长，2022年应达48.15%，实际值高于应达水平。"+
		"要在2025年实现目标，按等速增长，今后年均增速须达到6.20%；按每年等量推进，须平均每年增加3.19个百分点。"+
		"外推到2025年：直线推进57.26%、等速增长58.82%、重复上年增量52.29%；目标值为58%。其中达不到目标的是：直线推进、重复上年增量。"+
		"按主要方式（直线推进）：预计完成率98.72%；预计缺口0.75个百分点；预计2026年实现目标。"+
		"判定为“基本符合预期”：进度比为0.95，界限为0.90，余量为0.05。",
		paragraphs["高新技术产业产值占规模以上工业总产值比重（%）"])
	assert.Equal(t, "2022年实际值为1822家，2025年目标值为2700家，完成率67.48%。"+
		"缺2020年基期值，不能计算增量完成率，进度快慢无从判断；完成率不能与时间进度相比。"+
		"要在2025年实现目标，按等速增长，今后年均增速须达到14.01%；按每年等量推进，须平均每年增加292.67家。",
		paragraphs["科技型中小企业（家）"])

	d = built(t, seed(t), languages[english])
	summary := section(t, d, "summary")
	assert.Equal(t, Tiles{Items: []Tile{
		{Figure: "8", Label: "headline indicators"},
		{Figure: "0", Label: "achieved"}, {Figure: "2", Label: "ahead", State: "ahead"},
		{Figure: "1", Label: "on course", State: "on-course"}, {Figure: "0", Label: "behind"},
		{Figure: "0", Label: "reversed"}, {Figure: "5", Label: "not judged", State: "not-judged"},
	}}, summary.Blocks[0])
	assert.Contains(t, texted(summary),
		"Attainment, which says nothing about pace, ranges from 67.48% (Technology-based SMEs) to 95.33% (R&D spending as a share of GDP).")
	assert.Contains(t, summary.Blocks, Block(Paragraph{Lead: "Outcome:", Text: "The evaluators declare “continue”. " +
		"By the convention of this report, the data support “amend” (negative effects that the evaluators list: 1). The two differ: the declared outcome is the milder one."}))
}

// TestNumbersInSentencesStandInTables takes every number out of the sentences on indicators, in both languages.
func TestNumbersInSentencesStandInTables(t *testing.T) {
	number := regexp.MustCompile(`[0-9]+(,[0-9]{3})*(\.[0-9]+)?`)
	for _, e := range []*evaluate.Evaluation{seed(t), kinds(t)} {
		for tag, o := range languages {
			d := built(t, e, o)
			known := map[string]bool{}
			for _, b := range append(section(t, d, "ch2-indicators").Blocks, section(t, d, "summary").Blocks...) {
				if table, ok := b.(Table); ok {
					for _, row := range table.Rows {
						for _, n := range number.FindAllString(strings.Join(row2texts(row), " "), -1) {
							known[n] = true
						}
					}
				}
			}
			sentences := 0
			for _, b := range section(t, d, "ch2-indicators").Blocks {
				p, ok := b.(Paragraph)
				if !ok {
					continue
				}
				for _, n := range number.FindAllString(p.Text, -1) {
					sentences++
					assert.True(t, known[n], "%s: %s of %q stands in no table", tag, n, p.Lead)
				}
			}
			assert.Greater(t, sentences, 100)
		}
	}
}

func TestSeedProcedureIsHeldAgainstItsScheme(t *testing.T) {
	d := built(t, seed(t), Options{})
	stages := table(t, d, "stages")
	assert.Equal(t, []string{"unknown", "not-met", "not-met", "not-met"},
		[]string{stages.Rows[0][3].State, stages.Rows[1][3].State, stages.Rows[2][3].State, stages.Rows[3][3].State})
	organisation := section(t, d, "ch1-organisation")
	text := strings.Join(allTexts(Document{Sections: []Section{organisation}}), "")
	assert.Contains(t, text, "组长1名、成员8名")
	assert.Contains(t, text, "原报告称设副组长，名单未列。")
}

func TestSeedMoneyAndSurvey(t *testing.T) {
	zh, en := built(t, seed(t), Options{}), built(t, seed(t), languages[english])
	assert.Equal(t, []string{"市级科技资金", "2021年至2023年（3个年度）", "1.77亿元", "0.59亿元", "1.77 ÷ 3 = 0.59亿元", "近6000万元（2021年至今年平均）", "一致"},
		row2texts(table(t, zh, "costs").Rows[0]))
	assert.Equal(t, []string{"Municipal science and technology funds", "2021 to 2023 (3 calendar years)", "177 million yuan", "59 million yuan",
		"1.77 ÷ 3 = 0.59 (100 million yuan)", "nearly 60 million yuan (yearly average from 2021 to the time of the report)", "agrees"},
		row2texts(table(t, en, "costs").Rows[0]))
	assert.Equal(t, []string{"高新技术企业", "2020年至2022年", "+95.45%", "+95.45%", "一致"}, row2texts(table(t, zh, "benefits-changes").Rows[0]))
	shares := table(t, zh, "survey-public-2023-shares")
	assert.Equal(t, []string{"78.4%", "61.2%", "81.7%", "64.5%", "47.3%", "40.8%", "56.9%", "44%"}, column(shares, 2))
	assert.Equal(t, []string{"未说明", "93", "未说明", "计数未说明", "计数未说明", "计数未说明"},
		row2texts(table(t, zh, "survey-public-2023").Rows[0]))
	acceptance := table(t, zh, "acceptance")
	assert.Equal(t, Cell{Text: "原报告未提供证据", State: "not-met"}, acceptance.Rows[3][2])
}

func TestTaskSectionsKeepTheNumbersOfTheSource(t *testing.T) {
	for tag, want := range map[string][]string{chinese: {"4.", "（1）", "①"}, english: {"2.2.4", "2.2.4.1", "2.2.4.1.1"}} {
		d := built(t, seed(t), languages[tag])
		for i, id := range []string{"task-4", "task-4.1", "task-4.1.1"} {
			s := section(t, d, id)
			assert.Equal(t, want[i], s.Number)
			assert.Equal(t, 3+i, s.Level)
		}
	}
	tasks := section(t, built(t, read(t, `"procedure": {}, "indicators": [],
		"tasks": [{"code": "b", "number": "2", "title": "B"}, {"code": "a", "number": "1", "title": "A"}]`, evaluate.Options{}), Options{}), "ch2-tasks")
	assert.Equal(t, []string{"1.", "2."}, []string{tasks.Sections[0].Number, tasks.Sections[1].Number}, "numbers out of order are not kept")
}

func TestTasksAreNamedByTheirCodes(t *testing.T) {
	zh, en := built(t, seed(t), Options{}), built(t, seed(t), languages[english])
	assert.Equal(t, "努力提升基础研究能力（任务2.1）", section(t, zh, "task-2.1").Title)
	assert.Regexp(t, `^Raise the capacity for basic research \(task 2\.1\)$`, section(t, en, "task-2.1").Title)
	assert.Equal(t, "任务1 优化科技创新空间布局", table(t, zh, "tasks").Rows[0][0].Text)
	assert.Equal(t, "任务5.2.1 引导企业加大研发投入", table(t, zh, "duties").Rows[4][2].Text)
	assert.Regexp(t, `^Task 8\.1 .*; task 8\.3 `, table(t, en, "duties").Rows[0][2].Text)
	for _, id := range []string{"tasks", "ledger"} {
		assert.Contains(t, table(t, zh, id).Notes, "没有列明牵头单位，不表示任务无人负责，可能由数据之外的部门承担。")
		assert.Contains(t, table(t, en, id).Notes,
			"Where no lead is named the task need not lack an owner; it may belong to an authority outside these data.")
	}
}

func TestEveryFactStandsInTheAppendixWithItsSource(t *testing.T) {
	e := seed(t)
	facts := table(t, built(t, e, Options{}), "facts")
	want := 0
	for range e.Plan.Facts() {
		want++
	}
	assert.Len(t, facts.Rows, want)
	assert.Greater(t, want, 250)
	assert.Equal(t, []string{"二（二）1（2）", "高新区新增青年人才人数", "7126人", "2022年", "—"}, row2texts(facts.Rows[17]))
}

func TestEveryFigureStandsInTheAppendixWithItsWorking(t *testing.T) {
	e := seed(t)
	d := built(t, e, Options{})
	w := newWriter(e, Options{})
	rows := map[string]bool{}
	for _, id := range []string{"workings-indicators", "workings-statistics", "workings-surveys", "workings-tasks"} {
		for _, row := range table(t, d, id).Rows {
			subject, names, working := row[0].Text, row[1].Text, row[2].Text
			if names == "不能计算" { // figures that lack the same
				working, names, _ = strings.Cut(working, "：")
				assert.Contains(t, names, "、")
			}
			rows[working] = true
			for name := range strings.SplitSeq(names, "、") {
				rows[subject+"|"+name+"|"+working] = true
			}
		}
	}
	for path, f := range e.Figures() {
		ofTasks := strings.HasPrefix(path, "/tasks") || strings.HasPrefix(path, "/departments")
		if ofTasks && f.Formula == indicator.FormulaShare && f.Result.Missing() == indicator.NoObservation {
			continue // the completion of tasks, of which the seed states none
		}
		working := w.working(f)
		if i, ok := index(path, "/indicators/"); ok {
			working = e.Plan.Indicators[i].Name + "|" + w.word("formula", string(f.Formula), "") + "|" + working
		}
		assert.True(t, rows[working], "%s: %s", path, working)
	}
	assert.Equal(t, Paragraph{Text: "原报告没有说明任何一项任务的进展状态，不能计算任务完成率。"}, section(t, d, "workings-tasks").Blocks[1], "once, and not of each")
	assert.True(t, rows["31 ÷ 38 = 81.58 %"], "tasks with a lead")
	assert.True(t, rows["28 ÷ 31 = 90.32 %"], "duties that a task serves")
	assert.True(t, rows["1374 ÷ 1800 = 76.33 %"])
	assert.True(t, rows["42.53 × (58 ÷ 42.53) ^ (2 ÷ 5) = 48.15 %"])
}

func TestIDsAreStableUniqueAndSafe(t *testing.T) {
	seen := map[string]bool{}
	id := regexp.MustCompile(`^[a-z0-9.-]+$`)
	check := func(s string) {
		assert.Regexp(t, id, s)
		assert.False(t, seen[s], "%s twice", s)
		seen[s] = true
	}
	d := built(t, seed(t), Options{})
	eachSection(d.Sections, func(s *Section) { check(s.ID) })
	eachBlock(d, func(_ *Section, b Block) {
		if table, ok := b.(Table); ok {
			check(table.ID)
			assert.Regexp(t, `^表[0-9]+　`, table.Caption)
			for _, row := range table.Rows {
				require.Len(t, row, len(table.Columns), table.ID)
			}
		}
	})
	for _, want := range []string{"ch1", "ch10", "annex-4", "appendix-d", "task-4.1.3", "table-attainment", "problem-awareness"} {
		assert.True(t, seen[want], want)
	}
}

func TestEqualEvaluationsGiveEqualDocuments(t *testing.T) {
	for _, o := range languages {
		assert.Equal(t, Build(seed(t), o), Build(seed(t), o))
		assert.Equal(t, Summary(seed(t), o), Summary(seed(t), o))
	}
}

func TestAsOfIsStated(t *testing.T) {
	e := seed(t)
	assert.Contains(t, Build(e, Options{}).Blocks[0].(Paragraph).Text, "评估时点为2023年8月31日，时间序列只采用此前的数据。")
	whole := evaluated(t, e.Plan, evaluate.Options{})
	assert.Contains(t, Build(whole, Options{}).Blocks[0].(Paragraph).Text, "未设评估时点")
	early := evaluated(t, e.Plan, evaluate.Options{AsOf: indicator.MustPeriod("2019")})
	d := built(t, early, languages[english])
	assert.Equal(t, "not judged (no data)", table(t, d, "attainment").Rows[0][5].Text)
}
