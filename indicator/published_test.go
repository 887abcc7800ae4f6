package indicator_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// published is a row of a table that a government or a paper printed: its figures, and what it printed of them. Table and
// Row are its place in the transcription. A cell with two targets, a level and a rate of growth, is two rows.
type published struct {
	Table     string              `json:"table"`
	Row       int                 `json:"row"`
	Plan      string              `json:"plan"`
	Indicator string              `json:"indicator"`
	Unit      string              `json:"unit"`
	Direction indicator.Direction `json:"direction"`
	Kind      indicator.Kind      `json:"kind"`
	Baseline  struct {
		Period indicator.Period `json:"period"`
		Value  indicator.Value  `json:"value"`
	} `json:"baseline"`
	Target indicator.Target      `json:"target"`
	Actual indicator.Observation `json:"actual"` // without a period where none is printed

	Printed    map[indicator.Formula]indicator.Value `json:"printed"`    // per cent where the formula is one
	ByHand     map[indicator.Formula]indicator.Value `json:"byHand"`     // exact, and not printed
	Changes    []indicator.Value                     `json:"changes"`    // yearly, per cent, that the actual is made of
	PlanYears  indicator.Value                       `json:"planYears"`  // progress × the years of the plan
	Way        indicator.Value                       `json:"way"`        // target − baseline
	WayPercent indicator.Value                       `json:"wayPercent"` // the same in per cent of the baseline

	Met        *bool             `json:"met"`
	Final      indicator.Verdict `json:"final"`      // by the method final
	OnSchedule bool              `json:"onSchedule"` // as published
	Margin     indicator.Value   `json:"margin"`     // by how much the target was passed, as printed
	Short      indicator.Value   `json:"short"`      // by how much it was missed when its time was over, as printed
	Source     string            `json:"source"`
	Note       string            `json:"note"`
}

// publishedTables has the number of rows that each table has.
var publishedTables = map[string]int{
	"01": 1,  // 青海省“十一五”节能目标
	"02": 1,  // 国家“十二五”规划纲要, energy after four years
	"08": 10, // 国家“十三五”规划纲要, environment 2016 to 2018
	"09": 7,  // 国家“十一五”规划纲要
	"13": 3,  // 绍兴市越城区“十三五”规划
	"14": 12, // 温州市2015年国民经济和社会发展计划
	"16": 12, // schedule gaps of yearly plans
}

// publishedLeftOut are the rows that cannot be checked.
var publishedLeftOut = map[string]string{
	"16/10": "省方资本金到位: an amount and a percentage, 86.83 亿元 and 75.11 %, and neither the total nor a gap to hold them against",
}

// publishedDiffers has what ours is where it is not what was printed.
var publishedDiffers = map[string]struct{ ours, why string }{
	"16/9 attainment":         {"63.40", "54.21 ÷ 85.5 is 63.4035 %; the source prints 63.41"},
	"09/5 needed-reduction":   {"-5.20", "the source adds, 20 − 15.61 + 0.09 = 4.48; what is left of a reduction compounds, 1 − 0.80 ÷ 0.8439"},
	"09/5 required-reduction": {"-5.20", "one year is left, so the yearly change is the same"},
	"01/1 planYears":          {"1.3397", "5 × ln 0.9513 ÷ ln 0.83 is 1.33972, the unrounded 4.872989 % gives 1.34056; the source prints 1.3398"},
	"08/1 onSchedule":         {"behind", "78.0 is 0.02 below the 78.02 due; it was accepted at the printed precision"},
}

func (p published) place() string { return p.Table + "/" + strconv.Itoa(p.Row) }

func (p published) measure() indicator.Measurement {
	ind := indicator.Indicator{
		Code: "a", Name: p.Indicator, Unit: p.Unit, Direction: p.Direction, Kind: p.Kind, Baseline: p.Baseline.Period,
		Targets: []indicator.Target{p.Target},
	}
	if !p.Baseline.Value.IsZero() {
		ind.Series = append(ind.Series, indicator.Observation{Period: p.Baseline.Period, Value: p.Baseline.Value})
	}
	if !p.Actual.Period.IsZero() {
		ind.Series = append(ind.Series, p.Actual)
	}
	return indicator.Measure(ind, indicator.Period{})
}

func readPublished(t *testing.T) []published {
	t.Helper()
	text, err := os.ReadFile("testdata/published.json")
	require.NoError(t, err)
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	var file struct {
		Note string      `json:"note"`
		Rows []published `json:"rows"`
	}
	require.NoError(t, decoder.Decode(&file))
	require.NotEmpty(t, file.Rows)
	return file.Rows
}

// anyFigure is a figure of the measurement, of its projections or of its trend.
func anyFigure(t *testing.T, m *indicator.Measurement, f indicator.Formula) indicator.Figure {
	t.Helper()
	if figure, ok := m.Figure(f); ok {
		return figure
	}
	for _, figure := range projected(m) {
		if figure.Formula == f {
			return figure
		}
	}
	require.Fail(t, "no such figure", "%s", f)
	return indicator.Figure{}
}

// printed is a figure with the places of want.
func printed(f indicator.Figure, want indicator.Value) string {
	places := want.Places()
	if d := f.Formula.Display(); d == indicator.Percent || d == indicator.Points {
		return f.Result.Percent(places, indicator.HalfUp).StringFixed(int32(places))
	}
	return f.Result.Decimal(places, indicator.HalfUp).StringFixed(int32(places))
}

// TestPublishedTables holds every row against what its source printed, to the printed digit, but for publishedDiffers.
func TestPublishedTables(t *testing.T) {
	differing := map[string]bool{}
	for _, p := range readPublished(t) {
		t.Run(p.place()+" "+p.Plan+" "+p.Indicator+" "+p.Actual.Period.String(), func(t *testing.T) {
			m := p.measure()
			require.NoError(t, m.Indicator.Validate().Err())
			require.NotEmpty(t, p.Source)
			same := func(what, want, got string) {
				t.Helper()
				if d, ok := publishedDiffers[p.place()+" "+what]; ok {
					differing[p.place()+" "+what] = true
					assert.NotEqual(t, want, got, "%s is no difference: %s", what, d.why)
					want = d.ours
				}
				assert.Equal(t, want, got, what)
			}
			checked := false
			for formula, want := range p.Printed {
				same(string(formula), want.String(), printed(anyFigure(t, &m, formula), want))
				checked = true
			}
			for formula, want := range p.ByHand {
				result := anyFigure(t, &m, formula).Result
				assert.Zero(t, result.Cmp(want.Ratio(indicator.NotComputed)), "%s %s, want %s", formula, result, want)
				checked = true
			}
			if !p.Short.IsZero() {
				j := indicator.Judge(indicator.Schedule(indicator.Bands{}), &m)
				assert.Equal(t, indicator.Behind, j.Verdict)
				assert.Zero(t, indicator.IntRatio(0, 1).Sub(j.Margin).Cmp(p.Short.Ratio(indicator.NotComputed)), "short by %s", j.Margin)
				checked = true
			}
			if p.Met != nil {
				met, why := m.Met()
				assert.Equal(t, indicator.Present, why)
				assert.Equal(t, *p.Met, met)
				checked = true
			}
			if p.Final != "" {
				j := indicator.Judge(indicator.FinalAssessment(indicator.FinalBands{}), &m)
				assert.Equal(t, p.Final, j.Verdict, "%s", j.Reason)
				checked = true
			}
			if p.OnSchedule {
				// On schedule is progress that is not below the elapsed share, a pace of 1 or more.
				same("onSchedule", string(indicator.OnCourse), string(onSchedule(&m, "")))
				checked = true
			}
			if want := p.Margin; !want.IsZero() {
				j := indicator.Judge(indicator.Schedule(indicator.Bands{}), &m)
				assert.Equal(t, indicator.Achieved, j.Verdict)
				assert.Zero(t, j.Margin.Cmp(want.Ratio(indicator.NoTarget)), "margin %s, want %s", j.Margin, want)
			}
			if len(p.Changes) > 0 {
				whole := indicator.CompoundChange(p.Changes...).Percent(p.Actual.Value.Places(), indicator.HalfUp)
				assert.Equal(t, "-"+p.Actual.Value.String(), whole.StringFixed(int32(p.Actual.Value.Places())))
			}
			if want := p.PlanYears; !want.IsZero() {
				years := m.ReductionProgress().Decimal(20, indicator.HalfUp).Mul(decimal.NewFromInt(int64(m.Span.Total)))
				same("planYears", want.String(), years.StringFixed(int32(want.Places())))
			}
			if want := p.Way; !want.IsZero() {
				base, target := p.Baseline.Value.Ratio(indicator.NoBaseline), p.Target.Value.Ratio(indicator.NoTarget)
				assert.Zero(t, target.Sub(base).Cmp(want.Ratio(indicator.NoTarget)))
				assert.Equal(t, p.WayPercent.String(), indicator.RelativeGrowth(target, base).Percent(p.WayPercent.Places(), indicator.HalfUp).String())
				checked = true
			}
			assert.True(t, checked, "nothing of the row is checked")
		})
	}
	for place, d := range publishedDiffers {
		assert.True(t, differing[place], "%s is listed and no row has it: %s", place, d.why)
	}
}

// onSchedule is the verdict of the method schedule with one band, from a pace of 1 on; whatever lies above is on course too.
func onSchedule(m *indicator.Measurement, places string) indicator.Verdict {
	bands := indicator.Bands{Ahead: value("1"), OnCourse: value("1"), Places: orAbsent(places)}
	switch v := indicator.Judge(indicator.Schedule(bands), m).Verdict; v {
	case indicator.Ahead:
		return indicator.OnCourse
	default:
		return v
	}
}

// TestEveryPublishedRowIsHere makes sure that each row of each table is checked, or listed with the reason why not.
func TestEveryPublishedRowIsHere(t *testing.T) {
	here := map[string]bool{}
	for _, p := range readPublished(t) {
		assert.LessOrEqual(t, p.Row, publishedTables[p.Table], "table %s has no row %d", p.Table, p.Row)
		assert.NotContains(t, publishedLeftOut, p.place(), "the row is here")
		here[p.place()] = true
	}
	for table, rows := range publishedTables {
		for row := 1; row <= rows; row++ {
			place := table + "/" + strconv.Itoa(row)
			if publishedLeftOut[place] == "" {
				assert.True(t, here[place], "row %s is neither here nor listed as left out", place)
			}
		}
	}
}

// publishedRow is the first row of a place in the tables.
func publishedRow(t *testing.T, place string) published {
	t.Helper()
	for _, p := range readPublished(t) {
		if p.place() == place {
			return p
		}
	}
	require.Fail(t, "no such row", place)
	return published{}
}

// Jiangmen printed 97.2 % by October, 13.8 percentage points ahead of time. 97.2 − 83.3 would be 13.9.
func TestRoundingHappensAtOutputOnly(t *testing.T) {
	m := publishedRow(t, "16/3").measure()
	assert.Equal(t, "3145/3237", m.Progress().String(), "629.0 ÷ 647.4")
	assert.Equal(t, "97.158", m.Progress().Percent(3, indicator.HalfUp).StringFixed(3))
	assert.Equal(t, "97.2", m.Progress().Percent(1, indicator.HalfUp).StringFixed(1))
	assert.Equal(t, "5/6", m.Elapsed().String())
	assert.Equal(t, "13.82", m.ScheduleGap().Percent(2, indicator.HalfUp).StringFixed(2))
	assert.Equal(t, "13.8", m.ScheduleGap().Percent(1, indicator.HalfUp).StringFixed(1))

	rounded := indicator.NewRatio(value("97.2"), value("100"), indicator.NotComputed)
	assert.Equal(t, "13.9", rounded.Sub(m.Elapsed()).Percent(1, indicator.HalfUp).StringFixed(1), "what rounding first would print")
}

// 78.0 % of good days against 78.02 due was accepted as on schedule in 2018: at the printed place it is what is due. The
// pace is 65 ÷ 66 = 0.98…, with one place 1.0.
func TestOnScheduleAtThePrintedPrecision(t *testing.T) {
	m := publishedRow(t, "08/1").measure()
	assert.Equal(t, "3901/50", m.Due().String(), "76.7 + 3.3 × 2 ÷ 5 = 78.02")
	assert.Equal(t, "78.0", m.Due().Decimal(1, indicator.HalfUp).StringFixed(1), "as the actual is printed")
	assert.Equal(t, "65/66", m.Pace().String(), "1.3 ÷ 3.3 ÷ 0.4")
	assert.Equal(t, indicator.Behind, onSchedule(&m, ""), "exactly")
	assert.Equal(t, indicator.Behind, onSchedule(&m, "2"), "0.98")
	assert.Equal(t, indicator.OnCourse, onSchedule(&m, "1"), "1.0")
}

// The plan printed 4.48 % as what was left of the national energy target for the second half of 2010, by adding. Ours
// compounds, 5.20 % for the year: the additive rule would call 20 % reached by 1 − 0.8439 × 0.9552 = 19.39 %.
func TestWhatIsLeftOfAReductionCompounds(t *testing.T) {
	m := publishedRow(t, "09/5").measure()
	assert.Equal(t, "-439/8439", m.NeededReduction().String(), "0.8 ÷ 0.8439 − 1")
	assert.Equal(t, "-5.202038", m.NeededReduction().Percent(6, indicator.HalfUp).StringFixed(6))
	added := indicator.CompoundChange(value("-15.61"), value("-4.48"))
	assert.Equal(t, "-19.39", added.Percent(2, indicator.HalfUp).StringFixed(2), "what 4.48 % more comes to")
	left := indicator.CompoundChange(value("-15.61"), value("-5.202038"))
	assert.Equal(t, "-20.00", left.Percent(2, indicator.HalfUp).StringFixed(2), "what 5.20 % more comes to")
}
