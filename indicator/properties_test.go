package indicator_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// random makes indicators of yearly data with numbers of up to five digits and three places, below 0 now and then.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 17))} }

// number returns n thousandths, written with up to three places.
func (r random) number() indicator.Value {
	places := r.IntN(4)
	n := int64(r.IntN(99_999) - 5_000)
	return scaled(n, places)
}

// scaled returns n ÷ 10^places, written with these places.
func scaled(n int64, places int) indicator.Value {
	digits := indicator.IntValue(max(n, -n)).String()
	for len(digits) <= places {
		digits = "0" + digits
	}
	text := digits[:len(digits)-places]
	if places > 0 {
		text += "." + digits[len(digits)-places:]
	}
	if n < 0 {
		text = "-" + text
	}
	return value(text)
}

func (r random) indicator() indicator.Indicator {
	ind := indicator.Indicator{
		Code: "x", Name: "x", Unit: []string{"家", "%", "万元"}[r.IntN(3)], Kind: indicator.Level,
		Direction: []indicator.Direction{indicator.Increase, indicator.Decrease}[r.IntN(2)], Baseline: indicator.Year(2020),
		Targets: []indicator.Target{{Period: indicator.Year(2025), Value: r.number()}},
	}
	for year := 2020; year <= 2021+r.IntN(5); year++ {
		if year == 2020 || r.IntN(4) > 0 {
			ind.Series = append(ind.Series, indicator.Observation{Period: indicator.Year(year), Value: r.number()})
		}
	}
	return ind
}

// changed returns ind with every number of its series and targets replaced.
func changed(ind indicator.Indicator, change func(indicator.Value) indicator.Value) indicator.Indicator {
	ind.Series, ind.Targets = slices.Clone(ind.Series), slices.Clone(ind.Targets)
	for i := range ind.Series {
		ind.Series[i].Value = change(ind.Series[i].Value)
	}
	for i := range ind.Targets {
		ind.Targets[i].Value = change(ind.Targets[i].Value)
	}
	return ind
}

func TestRaisingTheActualNeverLowersAttainment(t *testing.T) {
	r := newRandom(1)
	raised := 0
	for range 3000 {
		ind := r.indicator()
		ind.Direction = indicator.Increase
		before := indicator.Measure(ind, indicator.Period{})
		last := &ind.Series[len(ind.Series)-1]
		higher := last.Value.Ratio(indicator.NoObservation).Add(indicator.IntRatio(int64(r.IntN(1000)), 1000))
		last.Value = value(higher.Decimal(6, indicator.HalfUp).StringFixed(6))
		after := indicator.Measure(ind, indicator.Period{})
		if before.Attainment().Missing() != indicator.Present {
			continue
		}
		raised++
		require.GreaterOrEqual(t, after.Attainment().Cmp(before.Attainment()), 0, "%+v", ind)
	}
	assert.Greater(t, raised, 2000)
}

// Wan 万 is ten thousand: 1.2345 万元 are 12345 元.
func TestAnotherUnitGivesTheSameRatios(t *testing.T) {
	r := newRandom(2)
	for range 2000 {
		ind := r.indicator()
		ind.Unit = "万元"
		yuan := changed(ind, func(v indicator.Value) indicator.Value {
			product := v.Ratio(indicator.NoObservation).Mul(indicator.IntRatio(10_000, 1))
			return value(product.Decimal(0, indicator.Truncate).String())
		})
		yuan.Unit = "元"
		one, other := indicator.Measure(ind, indicator.Period{}), indicator.Measure(yuan, indicator.Period{})
		for _, pair := range [][2]indicator.Number{
			{one.Attainment(), other.Attainment()}, {one.Progress(), other.Progress()}, {one.Elapsed(), other.Elapsed()},
			{one.ScheduleGap(), other.ScheduleGap()}, {one.Pace(), other.Pace()}, {one.YearOnYear(), other.YearOnYear()},
			{one.MeanGrowth(), other.MeanGrowth()}, {one.RequiredGrowth(), other.RequiredGrowth()},
		} {
			require.Equal(t, pair[0].Missing(), pair[1].Missing(), "%+v", ind)
			require.True(t, pair[0].Decimal(12, indicator.HalfUp).Equal(pair[1].Decimal(12, indicator.HalfUp)), "%+v: %v, %v", ind, pair[0], pair[1])
		}
		schedule := indicator.Schedule(indicator.Bands{})
		require.Equal(t, indicator.Judge(schedule, &one).Verdict, indicator.Judge(schedule, &other).Verdict)
	}
}

func TestAMirroredIndicatorHasTheSameProgressAndVerdict(t *testing.T) {
	r := newRandom(3)
	for range 2000 {
		ind := r.indicator()
		mirrored := changed(ind, func(v indicator.Value) indicator.Value {
			return value(indicator.IntRatio(0, 1).Sub(v.Ratio(indicator.NoObservation)).Decimal(v.Places(), indicator.HalfUp).StringFixed(int32(v.Places())))
		})
		mirrored.Direction = indicator.Increase
		if ind.Direction == indicator.Increase {
			mirrored.Direction = indicator.Decrease
		}
		one, two := indicator.Measure(ind, indicator.Period{}), indicator.Measure(mirrored, indicator.Period{})
		require.Equal(t, one.Progress().String(), two.Progress().String(), "%+v", ind)
		require.Equal(t, one.Pace().String(), two.Pace().String(), "%+v", ind)
		schedule := indicator.Schedule(indicator.Bands{})
		judgedOne, judgedTwo := indicator.Judge(schedule, &one), indicator.Judge(schedule, &two)
		require.Equal(t, judgedOne.Verdict, judgedTwo.Verdict, "%+v", ind)
		require.Equal(t, judgedOne.Margin.String(), judgedTwo.Margin.String(), "%+v", ind)
	}
}

func TestThePermutedSeriesIsAFaultAndSortsBack(t *testing.T) {
	r := newRandom(4)
	permuted := 0
	for range 500 {
		ind := r.indicator()
		shuffled := ind
		shuffled.Series = slices.Clone(ind.Series)
		r.Shuffle(len(shuffled.Series), func(i, j int) {
			shuffled.Series[i], shuffled.Series[j] = shuffled.Series[j], shuffled.Series[i]
		})
		if !slices.Equal(shuffled.Series, ind.Series) {
			permuted++
			require.Equal(t, indicator.FaultOrder, shuffled.Series.Validate()[0].Rule)
		}
		given := slices.Clone(shuffled.Series)
		sorted := shuffled.Series.Sorted()
		require.Equal(t, given, shuffled.Series, "the series itself stays as it is")
		shuffled.Series = sorted
		require.Equal(t, indicator.Measure(ind, indicator.Period{}), indicator.Measure(shuffled, indicator.Period{}))
	}
	assert.Greater(t, permuted, 300)
}

// bad_inputs.json, number-27, number-28, number-31: what an indicator of odd numbers comes to.
func TestOddNumbers(t *testing.T) {
	schedule := indicator.Schedule(indicator.Bands{})
	t.Run("growth from a negative number is not defined", func(t *testing.T) { // number-27
		m := indicator.Measure(yearly(indicator.Increase, "-5", "10", "20"), indicator.Period{})
		assert.Equal(t, indicator.NotPositive, m.MeanGrowth().Missing())
		assert.Equal(t, "3/5", m.Progress().String(), "the way from −5 to 20 is 25, of which 15 are done")
	})
	t.Run("a target of 0 that is met is judged by comparison, and has no ratio", func(t *testing.T) { // number-28
		m := indicator.Measure(yearly(indicator.Decrease, "8", "0", "0"), indicator.Period{})
		assert.Equal(t, indicator.ZeroDenominator, m.Attainment().Missing())
		j := indicator.Judge(schedule, &m)
		assert.Equal(t, indicator.Achieved, j.Verdict)
		assert.Equal(t, "0", j.Margin.String())
	})
	t.Run("a ratio above 1000 % is kept", func(t *testing.T) { // number-31
		m := indicator.Measure(yearly(indicator.Increase, "1", "30", "2"), indicator.Period{})
		assert.Equal(t, "1500", m.Attainment().Percent(0, indicator.HalfUp).String())
	})
}
