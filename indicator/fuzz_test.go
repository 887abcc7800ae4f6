package indicator_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
	"github.com/stretchr/testify/require"
)

// FuzzParseValue: what is read is written back the same way, through text, JSON and decimals.
func FuzzParseValue(f *testing.F) {
	for _, text := range []string{"", "0", "-0.00", "12.50", "1e5", "1_000", "99999999999999999999999999999999999999"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := indicator.ParseValue(text)
		if err != nil {
			require.True(t, v.IsZero())
			return
		}
		require.Equal(t, text == "", v.IsZero())
		again, err := indicator.ParseValue(v.String())
		require.NoError(t, err)
		require.True(t, v == again)

		data, err := json.Marshal(v)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(data, &again))
		require.True(t, v == again)

		if d, ok := v.Decimal(); ok {
			again, err = indicator.FromDecimal(d)
			require.NoError(t, err)
			require.True(t, v == again)
		}
	})
}

// FuzzParsePeriod: what is read is written back the same way, and lies within itself.
func FuzzParsePeriod(f *testing.F) {
	for _, text := range []string{"", "2022", "2022H1", "2022Q3", "2022-07", "2020-02-29", "2020-01-01T00:00:00+08:00", "2021-02-29"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := indicator.ParsePeriod(text)
		if err != nil {
			require.True(t, p.IsZero())
			return
		}
		require.Equal(t, text == "", p.IsZero())
		again, err := indicator.ParsePeriod(p.String())
		require.NoError(t, err)
		require.True(t, p == again)
		if p.IsZero() {
			return
		}
		require.LessOrEqual(t, p.Start().Compare(p.End()), 0)
		require.Contains(t, []int{1, 28, 29, 30, 31, 90, 91, 92, 181, 182, 184, 365, 366}, p.Days())
		require.LessOrEqual(t, p.PreviousYear().Compare(p), 0)
	})
}

// FuzzSeriesJSON: what is read as a series is written back the same way, and its faults are found without a panic.
func FuzzSeriesJSON(f *testing.F) {
	f.Add([]byte(`[{"period":"2020","value":"42.53","status":"derived","note":"48.42 − 5.89"},{"period":"2022Q3","value":48.42}]`))
	f.Add([]byte(`[{"period":"2020","status":"unavailable"},{"period":"2020","value":"-0.0"},{"period":"2019-02-29","value":"1e3"}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var series indicator.Series
		if json.Unmarshal(data, &series) != nil {
			return
		}
		faults := series.Validate()
		written, err := json.Marshal(series)
		require.NoError(t, err)
		var again indicator.Series
		require.NoError(t, json.Unmarshal(written, &again))
		require.Equal(t, series, again)
		if len(faults) > 0 {
			return
		}
		require.Equal(t, series, series.Sorted(), "a series without faults is in order")
		for _, o := range series {
			found, ok := series.At(o.Period)
			require.Equal(t, !o.Value.IsZero(), ok)
			if ok {
				require.Equal(t, o, found)
			}
		}
	})
}

// FuzzMeasure: any small indicator is measured and judged without a panic, the same way twice, its figures follow from
// their inputs, and all of it is JSON.
func FuzzMeasure(f *testing.F) {
	f.Add([]byte{0, 0, 0, 20, 1, 10, 22, 2, 15, 25, 3, 40}, "2.81", "2.86", "3")
	f.Add([]byte{1, 1, 1, 20, 1, 10, 21, 2, 15, 22, 3, 40, 25}, "100", "-5", "0.00")
	f.Add([]byte{2, 0, 2, 20, 3, 10, 20, 3, 15, 19, 3, 40, 9}, "99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001", "1")
	f.Add([]byte{}, "", "", "")
	f.Fuzz(func(t *testing.T, shape []byte, first, second, third string) {
		ind, asOf := shaped(shape, first, second, third)
		schedule := indicator.Schedule(indicator.Bands{})
		one := indicator.Assess(ind, asOf, schedule)
		two := indicator.Assess(ind, asOf, schedule)
		require.Equal(t, one, two)
		ind.Validate()
		for _, figure := range one.Figures() {
			require.NoError(t, replay.Check(figure))
		}
		data, err := json.Marshal([]any{one.Figures(), one.Judgements, ind})
		require.NoError(t, err)
		require.True(t, json.Valid(data))

		j := one.Judgements[0]
		require.Equal(t, j.Verdict == indicator.NotJudged, j.Reason != indicator.Present, "a verdict or a reason, not both")
		if j.Verdict != indicator.NotJudged {
			require.Equal(t, indicator.Present, j.By().Missing())
		}
	})
}

// shaped makes an indicator of bytes: kind, direction, unit and target's qualifier, then a period and a number for
// each observation, and last the target and the date. The numbers are those of the texts that are numbers.
func shaped(shape []byte, texts ...string) (indicator.Indicator, indicator.Period) {
	next := func() int {
		if len(shape) == 0 {
			return 0
		}
		b := shape[0]
		shape = shape[1:]
		return int(b)
	}
	values := []indicator.Value{{}, indicator.IntValue(0)}
	for _, text := range texts {
		if v, err := indicator.ParseValue(text); err == nil {
			values = append(values, v)
		}
	}
	number := func() indicator.Value { return values[next()%len(values)] }
	moment := func() indicator.Period {
		year, form := 2018+next()%8, next() // roots of a higher degree are slow to replay
		switch form % 5 {
		case 1:
			return indicator.Month(year, 1+form%12)
		case 2:
			return indicator.Day(year, 1+form%12, 1+form%28)
		case 3:
			return indicator.Month(year, 1+form%12).End()
		}
		return indicator.Year(year)
	}
	qualifiers := []indicator.Qualifier{indicator.Exactly, indicator.AtLeast, indicator.AtMost, indicator.MoreThan, indicator.Nearly, indicator.About}
	ind := indicator.Indicator{
		Kind:      []indicator.Kind{indicator.Level, indicator.Flow, indicator.Cumulative, indicator.Reduction, indicator.Growth}[next()%5],
		Direction: []indicator.Direction{indicator.Increase, indicator.Decrease, indicator.Range, indicator.Maintain}[next()%4],
		Unit:      []string{"家", "%", "‰"}[next()%3],
		Baseline:  moment(),
	}
	ind.Series = indicator.Series{{Period: ind.Baseline, Value: number()}}
	target := indicator.Target{Period: moment(), Qualifier: qualifiers[next()%len(qualifiers)]}
	if ind.Direction == indicator.Range {
		target.Low, target.High = number(), number()
	} else {
		target.Value, target.Tolerance = number(), number()
	}
	ind.Targets = []indicator.Target{target}
	asOf := indicator.Period{}
	if next()%2 == 1 {
		asOf = moment()
	}
	for len(shape) > 0 && len(ind.Series) < 12 {
		ind.Series = append(ind.Series, indicator.Observation{Period: moment(), Value: number()})
	}
	return ind, asOf
}
