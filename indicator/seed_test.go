package indicator_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// evaluationDate is the last day of the evaluation that the seed reports.
var evaluationDate = period("2023-08-31")

// A seed is one of the eight main indicators of the post-evaluation of Zibo's 14th five-year plan for science and
// technology (2023), table in 二（一）, with what it must come to. The figures are in per cent at two places and, from
// due on, in the unit at the places given; they were computed apart from this package with 60-digit decimals.
type seed struct {
	indicator indicator.Indicator

	attainment, requiredGrowth, requiredStep           string
	progress, elapsed, scheduleGap, pace               string // empty: no baseline
	due, dueGeometric, meanGrowth                      string
	straightLine, constantGrowth, lastStep, yearOnYear string
	verdict                                            indicator.Verdict
}

// seeds returns the indicators anew each time.
func seeds() []seed {
	target := func(v string) []indicator.Target {
		return []indicator.Target{{Period: period("2025"), Value: value(v), Set: period("2022-04-19"), Source: "二（一）"}}
	}
	printed := func(p, v, source string) indicator.Observation {
		return indicator.Observation{Period: period(p), Value: value(v), Source: source}
	}
	derived := func(p, v, source, note string) indicator.Observation {
		return indicator.Observation{Period: period(p), Value: value(v), Status: indicator.Derived, Source: source, Note: note}
	}
	level := func(code, name, unit, targetValue string, series ...indicator.Observation) indicator.Indicator {
		return indicator.Indicator{
			Code: code, Name: name, Unit: unit, Direction: indicator.Increase, Kind: indicator.Level,
			Baseline: period("2020"), Series: series, Targets: target(targetValue),
		}
	}
	contracts := level("contracts", "年登记技术合同成交额", "亿元", "350", printed("2022", "305.41", "二（一）"))
	contracts.Kind = indicator.Flow
	return []seed{
		{
			indicator: level("rd", "R&D经费支出占GDP比重", "%", "3",
				printed("2020", "2.81", "三（一）2"), printed("2021", "2.86", "二（一）")),
			attainment: "95.33", requiredGrowth: "1.20", requiredStep: "0.035",
			progress: "26.32", elapsed: "20.00", scheduleGap: "6.32", pace: "1.3158",
			due: "2.848", dueGeometric: "2.847", meanGrowth: "1.78",
			straightLine: "3.06", constantGrowth: "3.07", lastStep: "3.06",
			verdict: indicator.Ahead,
		},
		{
			indicator: level("high-tech-share", "高新技术产业产值占规模以上工业总产值比重", "%", "58",
				derived("2020", "42.53", "四（一）", "48.42 − 5.89"), derived("2021", "47.13", "二（二）4", "48.42 − 1.29"),
				printed("2022", "48.42", "二（一）")),
			attainment: "83.48", requiredGrowth: "6.20", requiredStep: "3.193",
			progress: "38.07", elapsed: "40.00", scheduleGap: "-1.93", pace: "0.9518",
			due: "48.718", dueGeometric: "48.149", meanGrowth: "6.70",
			straightLine: "57.255", constantGrowth: "58.82", lastStep: "52.29",
			verdict: indicator.OnCourse,
		},
		{
			indicator:  level("sme", "科技型中小企业", "家", "2700", printed("2022", "1822", "二（一）")),
			attainment: "67.48", requiredGrowth: "14.01", requiredStep: "292.667",
		},
		{
			indicator: level("enterprises", "高新技术企业", "家", "1800",
				printed("2020", "703", "三（一）2"), derived("2021", "1025", "二（二）4", "1374 ÷ 1.34"), printed("2022", "1374", "二（一）")),
			attainment: "76.33", requiredGrowth: "9.42", requiredStep: "142",
			progress: "61.17", elapsed: "40.00", scheduleGap: "21.17", pace: "1.5292",
			due: "1141.8", dueGeometric: "1023.96", meanGrowth: "39.80",
			straightLine: "2380.5", constantGrowth: "3754.34", lastStep: "2421", yearOnYear: "34.05",
			verdict: indicator.Ahead,
		},
		{
			indicator:  level("platforms", "省级以上创新平台", "家", "550", printed("2022", "448", "二（一）")),
			attainment: "81.45", requiredGrowth: "7.08", requiredStep: "34",
		},
		{
			indicator:  level("incubators", "省级以上科技企业孵化器及众创空间", "家", "30", printed("2022", "25", "二（一）")),
			attainment: "83.33", requiredGrowth: "6.27", requiredStep: "1.667",
		},
		{
			indicator:  contracts,
			attainment: "87.26", requiredGrowth: "4.65", requiredStep: "14.863",
		},
		{
			indicator:  level("patents", "每万人高价值发明专利拥有量", "件", "10", printed("2022", "7.46", "二（一）")),
			attainment: "74.60", requiredGrowth: "10.26", requiredStep: "0.847",
		},
	}
}

// percent prints n in per cent at two places, and amount in its unit at the places of want, or the reason.
func percent(n indicator.Number) string {
	if why := n.Missing(); why != indicator.Present {
		return why.String()
	}
	return n.Percent(2, indicator.HalfUp).StringFixed(2)
}

func amount(n indicator.Number, want string) string {
	if why := n.Missing(); why != indicator.Present {
		return why.String()
	}
	places := value(want).Places()
	return n.Decimal(places, indicator.HalfUp).StringFixed(int32(places))
}

func TestSeed(t *testing.T) {
	for _, s := range seeds() {
		t.Run(s.indicator.Name, func(t *testing.T) {
			assert.NoError(t, s.indicator.Validate().Err())
			a := indicator.Assess(s.indicator, evaluationDate, indicator.Schedule(indicator.Bands{}))

			assert.Equal(t, s.attainment, percent(a.Attainment()))
			assert.Equal(t, s.requiredGrowth, percent(a.RequiredGrowth()))
			assert.Equal(t, s.requiredStep, amount(a.RequiredStep(), s.requiredStep))

			if s.progress == "" {
				for _, n := range []indicator.Number{
					a.Progress(), a.ScheduleGap(), a.Pace(), a.Due(), a.DueGeometric(), a.MeanGrowth(), a.StraightLine(), a.ConstantGrowth(),
				} {
					assert.Equal(t, indicator.NoBaseline, n.Missing(), "the baseline of 2020 is not printed")
				}
				assert.Equal(t, "40.00", percent(a.Elapsed()), "time passes all the same")
				assert.Equal(t, []indicator.Judgement{{Method: "schedule", Version: "1", Verdict: indicator.NotJudged, Reason: indicator.NoBaseline}}, a.Judgements)
				assert.Equal(t, indicator.NoPrevious, a.LastStep().Missing())
				return
			}
			assert.Equal(t, s.progress, percent(a.Progress()))
			assert.Equal(t, s.elapsed, percent(a.Elapsed()))
			assert.Equal(t, s.scheduleGap, percent(a.ScheduleGap()))
			assert.Equal(t, s.pace, amount(a.Pace(), s.pace))
			assert.Equal(t, s.due, amount(a.Due(), s.due))
			assert.Equal(t, s.dueGeometric, amount(a.DueGeometric(), s.dueGeometric))
			assert.Equal(t, s.meanGrowth, percent(a.MeanGrowth()))
			assert.Equal(t, s.straightLine, amount(a.StraightLine(), s.straightLine))
			assert.Equal(t, s.constantGrowth, amount(a.ConstantGrowth(), s.constantGrowth))
			assert.Equal(t, s.lastStep, amount(a.LastStep(), s.lastStep))
			assert.Equal(t, s.verdict, a.Judgements[0].Verdict)
			if s.yearOnYear == "" {
				assert.Equal(t, indicator.SharesUsePoints, a.YearOnYear().Missing(), "a share changes by percentage points")
			} else {
				assert.Equal(t, s.yearOnYear, percent(a.YearOnYear()))
				assert.Equal(t, indicator.NotComputed, a.PointChange().Missing())
			}
		})
	}
}

func TestSeedHighTechShare(t *testing.T) {
	a := indicator.Assess(seeds()[1].indicator, evaluationDate, indicator.Schedule(indicator.Bands{}))

	assert.Equal(t, "48.718", a.Due().Decimal(3, indicator.HalfUp).StringFixed(3))
	assert.Equal(t, "48.15", a.DueGeometric().Decimal(2, indicator.HalfUp).StringFixed(2))
	actual := a.Actual.Value.Ratio(indicator.NoObservation)
	assert.Equal(t, -1, actual.Cmp(a.Due()), "behind the straight line")
	assert.Equal(t, -1, a.DueGeometric().Cmp(actual), "ahead of constant growth")

	assert.Equal(t, "57.26", a.StraightLine().Decimal(2, indicator.HalfUp).StringFixed(2))
	assert.Equal(t, "11451/200", a.StraightLine().String(), "57.255 exactly: a tie at two places")
	assert.Equal(t, "58.82", a.ConstantGrowth().Decimal(2, indicator.HalfUp).StringFixed(2))
	assert.Equal(t, "52.29", a.LastStep().Decimal(2, indicator.HalfUp).StringFixed(2))
	assert.Equal(t, "1.29", a.PointChange().Decimal(2, indicator.HalfUp).StringFixed(2), "printed: 较2021年全年提高1.29个百分点")

	j := a.Judgements[0]
	assert.Equal(t, indicator.OnCourse, j.Verdict)
	assert.Equal(t, indicator.FormulaPace, j.Decisive)
	assert.Equal(t, "9/10", j.Threshold.String())
	assert.Equal(t, "0.0518", j.Margin.Decimal(4, indicator.HalfUp).StringFixed(4))
}

// The figure of R&D is of 2021; it is held against the one year that had passed by then, not against the date of the
// evaluation.
func TestTheObservationsOwnPeriodCounts(t *testing.T) {
	m := indicator.Measure(seeds()[0].indicator, evaluationDate)
	assert.Equal(t, period("2021"), m.Actual.Period)
	assert.Equal(t, indicator.Span{Unit: "year", Elapsed: 1, Total: 5}, m.Span)
	assert.Equal(t, indicator.Span{Unit: "year", Elapsed: 0, Total: 4}, m.Left)
	assert.Equal(t, "1/5", m.Elapsed().String())
	assert.Equal(t, "5/19", m.Progress().String(), "0.05 of 0.19")
}
