package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// chartsOf returns the charts of a document in order.
func chartsOf(d Document) []Chart {
	var list []Chart
	eachBlock(d, func(_ *Section, b Block) {
		if c, ok := b.(Chart); ok {
			list = append(list, c)
		}
	})
	return list
}

func chart(t testing.TB, d Document, id string) Chart {
	t.Helper()
	for _, c := range chartsOf(d) {
		if c.ID == "figure-"+id {
			return c
		}
	}
	require.Fail(t, "no chart "+id)
	return Chart{}
}

// printed returns the texts that a plot prints, those of its axes apart.
func printed(plot Plot) []string {
	var list []string
	switch p := plot.(type) {
	case Bullets:
		for _, b := range p.Rows {
			list = append(list, b.Name, b.Attainment.Text, b.Values, b.Period, b.Verdict, b.Detail)
		}
	case Trajectories:
		for _, panel := range p.Panels {
			list = append(list, panel.Name, panel.Unit, panel.Target.Text, panel.Says)
			for _, m := range append(panel.Actual, panel.Ends...) {
				list = append(list, m.Text)
			}
		}
	case Bars:
		for _, b := range p.Bounds {
			list = append(list, b.Text)
		}
		for _, g := range p.Groups {
			list = append(list, g.Title)
			for _, b := range g.Rows {
				list = append(append(list, b.Name, b.Value.Text), b.Remarks...)
			}
		}
	case Grid:
		for _, row := range p.Rows {
			list = append(list, row2texts(row)...)
		}
	case Strips:
		for _, s := range p.Rows {
			list = append(list, s.Name)
			for _, part := range s.Parts {
				list = append(list, part.Text)
			}
		}
	}
	return list
}

// manyDistricts are twenty units with totals of 50 to 69 and two grades.
func manyDistricts(t testing.TB) Scoring {
	var units []score.Unit
	var numbers []string
	for i := range 20 {
		units = append(units, score.Unit{Code: fmt.Sprint(i), Name: fmt.Sprintf("District %c", 'A'+i)})
		numbers = append(numbers, fmt.Sprint(50+i))
	}
	sheet := score.Sheet{
		Code: "many", Title: "Many", Root: score.Node{Code: "all", Name: "All", Children: []score.Node{pointsLeaf("a", "A", "100")}},
		Grades: []score.Grade{{Name: "good", AtLeast: v("60")}, {Name: "fair"}},
	}
	return scoredBy(t, sheet, score.Data{Units: units, Columns: []score.Column{pointsOf("a", numbers...)}})
}

func TestEveryNumberOfAPictureStandsInOneOfItsTables(t *testing.T) {
	number := regexp.MustCompile(`[0-9]+(,[0-9]{3})*(\.[0-9]+)?`)
	for tag, o := range languages {
		e := seed(t)
		o.Scores = append(seedScores(t, e), manyDistricts(t))
		for name, d := range map[string]Document{"seed": built(t, e, o), "kinds": built(t, kinds(t), o), "harbour": built(t, harbour(t), o)} {
			require.NoError(t, d.Validate().Err())
			seen := 0
			for _, c := range chartsOf(d) {
				require.NotEmpty(t, c.Tables, c.ID)
				known := map[string]bool{}
				eachBlock(d, func(_ *Section, b Block) {
					if table, ok := b.(Table); ok && strings.Contains(" "+strings.Join(c.Tables, " ")+" ", " "+table.ID+" ") {
						for _, row := range append(table.Rows, titleCells(table)) {
							for _, n := range number.FindAllString(strings.Join(row2texts(row), " "), -1) {
								known[n] = true
							}
						}
					}
				})
				for _, text := range printed(c.Plot) {
					for _, n := range number.FindAllString(text, -1) {
						seen++
						assert.True(t, known[n], "%s %s %s: %s of %q stands in none of %v", tag, name, c.ID, n, text, c.Tables)
					}
				}
			}
			assert.Greater(t, seen, 20, "%s %s", tag, name)
		}
	}
}

func titleCells(t Table) []Cell {
	var row []Cell
	for _, c := range t.Columns {
		row = append(row, Cell{Text: c.Title})
	}
	return row
}

// The attainments, baselines and values due of the seed, in per cent of the target, by hand: 703 ÷ 1800 = 39.06 %, due
// 703 + (1800 − 703) × 2 ÷ 5 = 1141.8, ÷ 1800 = 63.43 %.
func TestBulletsStandWhereTheirNumbersSay(t *testing.T) {
	c := chart(t, built(t, seed(t), Options{}), "attainment")
	assert.Equal(t, "图1　主要指标完成率和应达水平", c.Caption)
	assert.Equal(t, []string{"table-attainment", "table-schedule", "table-outlook"}, c.Tables)
	rows := c.Plot.(Bullets).Rows
	require.Len(t, rows, 8)
	b := rows[3]
	assert.Equal(t, indicator.FormulaAttainment, b.Working.Formula)
	b.Working = indicator.Figure{}
	assert.Equal(t, Bullet{
		Name: "高新技术企业（家）", State: "ahead", Attainment: Point{v("76.33"), "76.33%"}, Baseline: v("39.06"), Due: v("63.43"), Elapsed: v("40.00"),
		Values: "1374/1800", Period: "2022年", Verdict: "快于预期", Detail: "增量完成率61.17%",
	}, b)
	assert.True(t, rows[2].Baseline.IsZero() && rows[2].Due.IsZero(), "what is not known is not drawn")
	assert.Equal(t, "不判定（缺基期值）", rows[2].Verdict)
}

func TestLowerIsBetterIsDrawnByTheInverse(t *testing.T) {
	// Target 80 ÷ actual 100 = 80 %, ÷ baseline 160 = 50 %, ÷ due 160 − 80 × 2 ÷ 5 = 128: 62.5 %.
	c := chart(t, built(t, read(t, `"indicators": [{"code": "a", "name": "A", "direction": "decrease", "kind": "level", "baseline": "2020",
		"series": [{"period": "2020", "value": "160"}, {"period": "2022", "value": "100"}], "targets": [{"period": "2025", "value": "80"}]}]`,
		evaluate.Options{}), Options{}), "attainment")
	b := c.Plot.(Bullets).Rows[0]
	assert.Equal(t, []indicator.Value{v("80.00"), v("50.00"), v("62.50")}, []indicator.Value{b.Attainment.At, b.Baseline, b.Due})
}

// Of 35, with 42 in 2020 and 39.2 due two years of five later, by 2 − a ÷ t: 2 − 42 ÷ 35 = 80 % and 2 − 39.2 ÷ 35 = 88 %, where
// 42 − 7 × 2 ÷ 5 = 39.2.
func TestAttainmentByDifferenceIsDrawnByIt(t *testing.T) {
	b := chart(t, indicatorOf(t, `"direction": "decrease", "kind": "level", "attainment": "difference", "baseline": "2020",
		"series": [{"period": "2020", "value": "42"}, {"period": "2022", "value": "38"}], "targets": [{"period": "2025", "value": "35"}]`), "attainment").Plot.(Bullets).Rows[0]
	assert.Equal(t, []indicator.Value{v("91.43"), v("80.00"), v("88.00")}, []indicator.Value{b.Attainment.At, b.Baseline, b.Due})
}

func TestTheAxisOfAttainmentEndsAtTwiceTheTarget(t *testing.T) {
	w := newWriter(seed(t), Options{})
	for most, want := range map[string]string{"0": "100%", "99.99": "100%", "100.01": "150%", "150": "150%", "150.01": "200%", "5000": "200%"} {
		axis := w.attainmentAxis(v(most))
		assert.Equal(t, want, axis[len(axis)-1].Text, most)
	}
}

func TestAnAxisHasRoundTicksThatHoldTheValues(t *testing.T) {
	zh, en := both()
	for _, test := range []struct {
		name   string
		values []string
		want   string
	}{
		{"of a share", []string{"42.53", "58.82"}, "40 45 50 55 60"},
		{"of a small one", []string{"2.81", "3.07"}, "2.80 2.90 3.00 3.10"},
		{"of thousands, grouped in English", []string{"703", "3754.34"}, "0 1,000 2,000 3,000 4,000"},
		{"of numbers below zero", []string{"-12", "5"}, "−15 −10 −5 0 5"},
		{"of one number", []string{"12"}, "10 15"},
		{"of one round number, a step to either side", []string{"10"}, "5 10 15"},
		{"of zero", []string{"0"}, "−1 0 1"},
		{"of thirty digits", []string{"0", "100000000000000000000000000000"}, "0 50,000,000,000,000,000,000,000,000,000 100,000,000,000,000,000,000,000,000,000"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var texts []string
			for _, p := range en.axis(values(test.values...)...) {
				texts = append(texts, p.Text)
			}
			assert.Equal(t, test.want, strings.Join(texts, " "))
		})
	}
	assert.Nil(t, zh.axis(indicator.Value{}), "without a value there is none")
	assert.Nil(t, zh.axis(v("0."+strings.Repeat("0", 36)+"1"), v("99999999999999999999999999999999999999")), "nor with ticks of too many digits")
}

func TestATimeIsDrawnAtItsEnd(t *testing.T) {
	// 2023 has 365 days, of which 243 are over at the end of August; 2024 has 366, of which 182 are over at the end of June.
	for period, want := range map[string]string{"2022": "2022.000", "2023-08-31": "2022.666", "2024H1": "2023.497", "2024-12": "2024.000"} {
		assert.Equal(t, want, yearAt(indicator.MustPeriod(period)).String(), period)
	}
	assert.True(t, yearAt(indicator.Period{}).IsZero())
}

func TestTrajectoriesLeadToTheirProjections(t *testing.T) {
	c := chart(t, built(t, seed(t), languages[english]), "trajectories")
	panels := c.Plot.(Trajectories).Panels
	require.Len(t, panels, 3, "of the indicators with two observations")
	p := panels[1]
	assert.Equal(t, []Moment{{v("2020.000"), Point{v("42.53"), ""}}, {v("2021.000"), Point{v("47.13"), ""}}, {v("2022.000"), Point{v("48.42"), "48.42"}}}, p.Actual)
	assert.True(t, p.HasBaseline)
	assert.Equal(t, Moment{v("2025.000"), Point{v("58"), "58"}}, p.Target)
	assert.Equal(t, []Moment{{v("2025.000"), Point{v("57.26"), ""}}, {v("2025.000"), Point{v("58.82"), ""}}, {v("2025.000"), Point{v("52.29"), ""}}}, p.Ends)
	assert.Equal(t, "on course; projected for 2025: 52.29% to 58.82%, some reach the target", p.Says)
}

// indicatorOf evaluates a plan of one indicator.
func indicatorOf(t testing.TB, fields string) Document {
	t.Helper()
	return built(t, read(t, `"indicators": [{"code": "a", "name": "A", `+fields+`}]`, evaluate.Options{}), Options{})
}

func TestHalfYearsOfAFlowAreNotDrawnBesideYears(t *testing.T) {
	c := chart(t, indicatorOf(t, `"direction": "increase", "kind": "flow", "baseline": "2020", "targets": [{"period": "2025", "value": "200"}],
		"series": [{"period": "2020", "value": "100"}, {"period": "2021H1", "value": "55"}, {"period": "2021", "value": "110"}, {"period": "2022H1", "value": "58"}, {"period": "2022", "value": "120"}]`), "trajectories")
	var years []string
	for _, m := range c.Plot.(Trajectories).Panels[0].Actual {
		years = append(years, m.Time.String())
	}
	assert.Equal(t, []string{"2020.000", "2021.000", "2022.000"}, years)
}

// A sum that should fall makes no sense, so nothing is drawn of it but its name and why.
func TestWhatIsNotMeasuredIsNotDrawn(t *testing.T) {
	d := indicatorOf(t, `"direction": "decrease", "kind": "cumulative", "baseline": "2020", "targets": [{"period": "2025", "value": "90"}],
		"series": [{"period": "2020", "value": "200"}, {"period": "2021", "value": "150"}]`)
	b := chart(t, d, "attainment").Plot.(Bullets).Rows[0]
	assert.True(t, b.Attainment.At.IsZero() && b.Baseline.IsZero() && b.Due.IsZero() && b.Elapsed.IsZero())
	assert.NotEmpty(t, b.Attainment.Text)
	for _, c := range chartsOf(d) {
		assert.NotContains(t, c.ID, "trajectories")
	}
}

func TestNothingIsPlacedByAQuotientOfNumbersBelowZero(t *testing.T) {
	b := chart(t, indicatorOf(t, `"direction": "increase", "kind": "level", "baseline": "2020", "targets": [{"period": "2025", "value": "-5"}],
		"series": [{"period": "2020", "value": "-8"}, {"period": "2021", "value": "-7"}]`), "attainment").Plot.(Bullets).Rows[0]
	assert.True(t, b.Attainment.At.IsZero() && b.Baseline.IsZero() && b.Due.IsZero())
}

// 26100 of 45000 are summed up in three years of five, of which 3 ÷ 5 × 45000 = 27000 were due, 60 %.
func TestASumHasAValueDueAndTheTimeItIsOf(t *testing.T) {
	for _, b := range chart(t, built(t, kinds(t), Options{}), "attainment").Plot.(Bullets).Rows {
		if b.Name == "新增保障性住房（套）" {
			assert.Equal(t, []string{"58.00", "60.00", "2021年至2023年"}, []string{b.Attainment.At.String(), b.Due.String(), b.Period})
			assert.True(t, b.Baseline.IsZero())
			return
		}
	}
	t.Fatal("no such indicator")
}

func TestWhatTheWaysOfGoingOnComeTo(t *testing.T) {
	says := func(series, target string) string {
		return chart(t, indicatorOf(t, `"direction": "increase", "kind": "level", "baseline": "2020", "series": [`+series+`], "targets": [{"period": "2025", "value": "`+target+`"}]`),
			"trajectories").Plot.(Trajectories).Panels[0].Says
	}
	growing := `{"period": "2020", "value": "100"}, {"period": "2021", "value": "110"}` // + 10 a year: 150; × 1.1 a year: 161.05
	assert.Equal(t, "提前实现；外推到2025年为150至161.05，均达到目标", says(growing, "110"))
	assert.Equal(t, "相对滞后；外推到2025年为150至161.05，部分达到目标", says(growing, "160"))
	assert.Equal(t, "相对滞后；外推到2025年为150至161.05，均达不到目标", says(growing, "200"))
	zero := `{"period": "2020", "value": "0"}, {"period": "2021", "value": "10"}` // no rate of growth: 50 either way
	assert.Equal(t, "快于预期；外推到2025年为50，均达到目标", says(zero, "40"))
}

func TestTimeAxesHaveFewTicks(t *testing.T) {
	zh, _ := both()
	texts := func(a Axis) (list []string) {
		for _, p := range a {
			list = append(list, p.Text)
		}
		return list
	}
	assert.Equal(t, []string{"2020", "2021", "2022"}, texts(zh.timeAxis(v("2020"), v("2021.5"))))
	assert.Equal(t, []string{"1995", "2001", "2007", "2013", "2019", "2025", "2031"}, texts(zh.timeAxis(v("1995"), v("2030"))))
	assert.Equal(t, []string{"2021", "2022"}, texts(zh.timeAxis(v("2022"), v("2022"))))
	assert.Equal(t, []string{"9993", "9995", "9997", "9999", "10001"}, texts(zh.timeAxis(v("9993"), v("9999.5"))), "beyond the years that a period may have too")
}

func TestLongChartsAreParted(t *testing.T) {
	var list []string
	for i := range 2*mostRows + 1 {
		list = append(list, fmt.Sprintf(`{"code": "i%d", "name": "I%d", "direction": "increase", "kind": "level", "targets": [{"period": "2025", "value": "1"}]}`, i, i))
	}
	charts := chartsOf(built(t, read(t, `"indicators": [`+strings.Join(list, ",")+`]`, evaluate.Options{}), Options{}))
	require.Len(t, charts, 4, "three, and that of the checks")
	for i, want := range []string{"图1　主要指标完成率和应达水平（第1部分，共3部分）", "图2　主要指标完成率和应达水平（第2部分，共3部分）", "图3　主要指标完成率和应达水平（第3部分，共3部分）"} {
		assert.Equal(t, want, charts[i].Caption)
		assert.Len(t, charts[i].Plot.(Bullets).Rows, 11)
	}
	b := charts[0].Plot.(Bullets).Rows[0]
	assert.Equal(t, Point{Text: "暂无数据"}, b.Attainment, "without an actual there is no place, and a reason")
	assert.Equal(t, "—", b.Period)
}

func TestBarsAreParted(t *testing.T) {
	rows := func(n int) []Bar { return make([]Bar, n) }
	sizes := func(pages [][]BarGroup) (list []string) {
		for _, page := range pages {
			var of []string
			for _, g := range page {
				of = append(of, fmt.Sprint(g.Title, len(g.Rows)))
			}
			list = append(list, strings.Join(of, " "))
		}
		return list
	}
	assert.Equal(t, []string{"a10 b6"}, sizes(barPages([]BarGroup{{"a", rows(10)}, {"b", rows(6)}})))
	assert.Equal(t, []string{"a10", "b7"}, sizes(barPages([]BarGroup{{"a", rows(10)}, {"b", rows(7)}})), "a group stays whole where it can")
	assert.Equal(t, []string{"a16", "a16", "a3 b1"}, sizes(barPages([]BarGroup{{"a", rows(35)}, {"b", rows(1)}})))
	assert.Empty(t, barPages(nil))
}

func TestSharesHaveTheirIntervals(t *testing.T) {
	c := chart(t, built(t, seed(t), Options{}), "survey-public-2023")
	bars := c.Plot.(Bars)
	// Wilson's interval of 76 of 93, at 95 %: the report's table of shares has 72.66 % to 88.26 %.
	assert.Equal(t, BarGroup{Title: "对全市科技创新环境的看法", Rows: []Bar{{
		Name: "优化明显", Value: Point{v("81.7"), "81.7%"}, Low: v("72.66"), High: v("88.26"), Remarks: []string{"76（推算）", "72.66%至88.26%"},
	}}}, bars.Groups[2])
	assert.Equal(t, []string{"选项", "", "占比", "选择数", "95%置信区间"}, bars.Columns)
}

func TestAnOverviewShowsTheSlowestOfTheTasksThatADepartmentLeads(t *testing.T) {
	for _, test := range []struct {
		name     string
		statuses []task.Status
		want     task.Status
	}{
		{"delayed before all", []task.Status{task.Completed, task.Delayed, task.Unknown}, task.Delayed},
		{"not known before what goes well", []task.Status{task.OnSchedule, task.Unknown, task.Completed}, task.Unknown},
		{"on schedule before completed", []task.Status{task.Completed, task.OnSchedule}, task.OnSchedule},
		{"completed where all are", []task.Status{task.Completed, task.Completed}, task.Completed},
		{"not known where the first is", []task.Status{task.Unknown, task.Completed}, task.Unknown},
	} {
		t.Run(test.name, func(t *testing.T) {
			var c overviewCell
			c.add(task.Support, task.Delayed)
			for _, s := range test.statuses {
				c.add(task.Lead, s)
			}
			assert.Equal(t, test.want, c.status)
			assert.Equal(t, []int{len(test.statuses), 1}, []int{c.leads, c.supports})
		})
	}
	d := built(t, seed(t), Options{})
	cell := chart(t, d, "overview").Plot.(Grid).Rows[4][6] // chapter 6, the department of talent and results
	assert.Equal(t, Cell{Text: "牵头1\n配合1", State: "unknown"}, cell)
	assert.Equal(t, []string{"任务6 加快科技创新成果转移转化", "高新技术发展及产业化科（1）、人才与成果科（1）、市科技发展中心（1）", "科技合作科（1）、人才与成果科（1）"},
		row2texts(table(t, d, "overview").Rows[4]))
}

func TestChecksAreCountedByGroup(t *testing.T) {
	d := built(t, seed(t), Options{})
	rows := table(t, d, "rule-counts").Rows
	assert.Equal(t, []string{"合计", "78", "33", "31", "0", "14"}, row2texts(rows[len(rows)-1]))
	assert.Equal(t, Strip{Name: "指标", Parts: []StripPart{
		{State: "met", Count: 8, Text: "符合8条"}, {State: "not-met", Count: 8, Text: "不符合8条"}, {State: "not-applicable", Count: 3, Text: "不适用3条"},
	}}, chart(t, d, "rules").Plot.(Strips).Rows[1])
}

func TestTheOverviewOfVeryManyDepartmentsIsATable(t *testing.T) {
	var departments, tasks []string
	for i := range mostDepartments + 1 {
		departments = append(departments, fmt.Sprintf(`{"code": "d%d", "name": "D%d"}`, i, i))
		tasks = append(tasks, fmt.Sprintf(`{"code": "%d", "title": "T%d", "lead": "d%d"}`, i+1, i, i))
	}
	plan := func(n int) Document {
		return built(t, read(t, `"departments": [`+strings.Join(departments[:n], ",")+`], "tasks": [`+strings.Join(tasks[:n], ",")+`]`, evaluate.Options{}), Options{})
	}
	grids := func(d Document) (n int) {
		for _, c := range chartsOf(d) {
			if _, ok := c.Plot.(Grid); ok {
				n++
			}
		}
		return n
	}
	assert.Equal(t, 5*3, grids(plan(mostDepartments)), "five of eight departments, each of three of at most sixteen chapters")
	assert.Zero(t, grids(plan(mostDepartments+1)))
	assert.Equal(t, []string{"任务41 T40", "D40（1）", "—"}, row2texts(table(t, plan(mostDepartments+1), "overview").Rows[40]))
}

func TestChartsOfSheetsWithOneCodeKeepTheirTables(t *testing.T) {
	d := BuildScores([]Scoring{manyDistricts(t), manyDistricts(t)}, Options{})
	require.NoError(t, d.Validate().Err())
	charts := chartsOf(d)
	require.Len(t, charts, 4)
	assert.Equal(t, []string{"table-score-many-ranking"}, charts[0].Tables)
	assert.Equal(t, []string{"table-score-many-2-ranking"}, charts[2].Tables)
}

func TestProfilesShowTotalsByRank(t *testing.T) {
	d := BuildScores([]Scoring{manyDistricts(t)}, languages[english])
	require.NoError(t, d.Validate().Err())
	charts := chartsOf(d)
	require.Len(t, charts, 2, "of twenty units, ten in each")
	bars := charts[0].Plot.(Bars)
	assert.True(t, bars.Dots)
	assert.Equal(t, []Point{{v("60"), "good"}}, bars.Bounds)
	first := bars.Groups[0].Rows[0]
	assert.Equal(t, "District T", first.Name)
	assert.Equal(t, Point{v("69.00"), "69.00"}, first.Value)
	assert.Equal(t, []string{"1", "1"}, first.Remarks, "one leaf alone leaves no room for other ranks")
	assert.Equal(t, []indicator.Value{v("69.00"), v("69.00")}, []indicator.Value{first.Low, first.High})
}
