package survey_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/require"
)

// FuzzTabulate: what Validate accepts is tabulated without panic, every share is between 0 and 1 or missing for a reason,
// every interval holds its share, and its lower bound is not above the upper one.
func FuzzTabulate(f *testing.F) {
	f.Add([]byte(sound))
	f.Add([]byte(crossing(`{"rows": "R", "columns": "C", "counts": [["20", "20", "10"], ["10", "20", "16"]]}`)))
	f.Add([]byte(`{"code": "q", "title": "问卷", "population": "100", "valid": "93", "questions": [
		{"code": "1", "text": "问", "kind": "scale", "base": "answered", "answered": "40", "satisfaction": "scaled-mean", "top": 1,
		 "weights": {"sum": "10", "squares": "5"},
		 "tallies": [{"option": "a", "count": "10", "score": "0", "weighted": "0.1"}, {"option": "b", "count": "20", "score": "10", "weighted": "9.9"}, {"option": "c", "count": "1", "outside": true}]},
		{"code": "2", "text": "问", "kind": "multiple", "base": "asked", "asked": "50", "askedIf": {"question": "1", "options": ["a"]},
		 "tallies": [{"option": "a", "count": "30"}, {"option": "b", "percent": "44"}, {"option": "c", "count": "20", "outside": true}]}]}`))
	f.Add([]byte(`{"code": "q", "title": "问卷", "returned": "7", "dispositions": {"complete": "7", "partial": "0", "refusal": "0", "nonContact": "0", "other": "0", "unknownHousehold": "0", "unknownOther": "1", "eligible": "0.5"}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var s survey.Survey
		if len(text) > 4000 || json.Unmarshal(text, &s) != nil || s.Validate().Err() != nil {
			return
		}
		for _, o := range []survey.Options{{}, {LeastBase: -1, Method: survey.WilsonContinuity, Confidence: number("0.5")}} {
			checkTabulation(t, survey.Tabulate(s, o))
		}
		for _, shift := range survey.Shifts(s, s, survey.Options{LeastBase: -1}) {
			if shift.Difference.Value.Missing() == indicator.Present {
				require.Zero(t, shift.Difference.Value.Sign(), "from one round to itself nothing shifts")
			}
		}
	})
}

func checkTabulation(t *testing.T, result survey.Tabulation) {
	t.Helper()
	for _, f := range result.Figures() {
		checkShare(t, f)
	}
	for _, d := range result.Questions {
		for _, p := range d.Proportions {
			checkProportion(t, p)
		}
		if d.Scale != nil {
			checkShare(t, d.Scale.Top)
			checkShare(t, d.Scale.Bottom)
			checkShare(t, d.Scale.Scaled)
			checkInterval(t, d.Scale.TopInterval, d.Scale.Top.Result)
			checkInterval(t, d.Scale.MeanInterval, d.Scale.Mean.Result)
			checkInterval(t, d.Scale.NetPromoterInterval, d.Scale.NetPromoter.Result)
		}
	}
	for _, a := range result.CrossTables {
		for _, g := range a.Groups {
			for _, p := range g.Proportions {
				checkProportion(t, p)
			}
		}
		if a.CramerV.Missing() == indicator.Present {
			require.True(t, a.ChiSquare.Sign() >= 0 && a.CramerV.Decimal(20, indicator.HalfUp).Cmp(indicator.IntRatio(1, 1).Decimal(0, indicator.HalfUp)) <= 0)
		}
	}
	_, err := json.Marshal(result)
	require.NoError(t, err)
}

func checkProportion(t *testing.T, p survey.Proportion) {
	t.Helper()
	for _, f := range p.Figures() {
		checkShare(t, f)
	}
	checkInterval(t, p.Interval, p.Share.Result)
}

func checkShare(t *testing.T, f indicator.Figure) {
	t.Helper()
	if f.Result.Missing() == indicator.Present {
		require.True(t, f.Result.Cmp(indicator.IntRatio(0, 1)) >= 0 && f.Result.Cmp(indicator.IntRatio(1, 1)) <= 0, "%s of %v", places(f.Result, 6), f.Inputs)
	}
}

func checkInterval(t *testing.T, i survey.Interval, share indicator.Number) {
	t.Helper()
	require.Equal(t, i.Low.Missing(), i.High.Missing())
	if i.Missing() != indicator.Present {
		return
	}
	// Twenty places suffice, and cost less than a comparison of bounds that are the same.
	low, high := i.Low.Decimal(20, indicator.HalfUp), i.High.Decimal(20, indicator.HalfUp)
	require.True(t, low.Cmp(high) <= 0)
	if share.Missing() == indicator.Present {
		at := share.Decimal(20, indicator.HalfUp)
		require.True(t, low.Cmp(at) <= 0 && high.Cmp(at) >= 0, "%s to %s around %s", low, high, at)
	}
}

// randomSurvey makes a survey of up to 60 people with a single choice, a multiple choice, a scale and a cross table; some
// of them are faulty.
func randomSurvey(r *rand.Rand) survey.Survey {
	counts := func(options int, most int64, exclusive bool) []int64 {
		all := make([]int64, options)
		for i := range all {
			all[i] = r.Int64N(most + 1)
			if exclusive {
				most -= all[i]
			}
		}
		return all
	}
	n := r.Int64N(60)
	s := asked(indicator.IntValue(n).String())
	if r.IntN(3) == 0 {
		s.Population = indicator.IntValue(n + r.Int64N(4)*r.Int64N(40))
	}
	bases := []survey.Base{survey.Respondents, survey.Asked, survey.Answered}
	for i, code := range []string{"R", "M", "S"} {
		q := single(code, counts(2+r.IntN(5), n, i != 1)...)
		q.Kind, q.Base = []survey.Kind{survey.Single, survey.Multiple, survey.Scale}[i], bases[r.IntN(3)]
		if i == 1 && r.IntN(2) == 0 {
			q.Base = survey.Responses
		}
		q.Answered = indicator.IntValue(n)
		if r.IntN(3) == 0 {
			q.Tallies[0].Outside = true
		}
		weighted := r.IntN(3) == 0
		var weights []indicator.Value
		for j := range q.Tallies {
			tally := &q.Tallies[j]
			if i == 2 && !tally.Outside && r.IntN(20) > 0 {
				tally.Score = indicator.IntValue(r.Int64N(11))
			}
			if weighted {
				count, _ := tally.Count.Int()
				tally.Weighted = number("0")
				if !tally.Outside && count > 0 {
					w := r.Int64N(30)
					for range count {
						weights = append(weights, pointed(w, 1))
					}
					tally.Weighted = pointed(w*int64(count), 1)
				}
			}
			if r.IntN(8) == 0 {
				tally.Count, tally.Percent = indicator.Value{}, pointed(r.Int64N(400), 1)
			}
		}
		if weighted {
			sums, _ := survey.SumWeights(weights)
			q.Weights = &sums
		}
		s.Questions = append(s.Questions, q)
	}
	table := survey.CrossTable{Rows: "R", Columns: "S"}
	for range s.Questions[0].Tallies {
		var line []indicator.Value
		for _, count := range counts(len(s.Questions[2].Tallies), n/8, false) {
			line = append(line, indicator.IntValue(count))
		}
		table.Counts = append(table.Counts, line)
	}
	if r.IntN(2) == 0 {
		s.CrossTables = []survey.CrossTable{table}
	}
	return s
}

// TestSoundSurveysHaveSoundResults is FuzzTabulate of surveys with everything that a survey can have.
func TestSoundSurveysHaveSoundResults(t *testing.T) {
	random := rand.New(rand.NewPCG(2024, 11))
	tabulated := 0
	for range 600 {
		s := randomSurvey(random)
		if s.Validate().Err() != nil {
			continue
		}
		tabulated++
		o := survey.Options{}
		if random.IntN(2) == 0 {
			o = survey.Options{LeastBase: -1, Method: survey.WilsonContinuity, Confidence: number("0.5")}
		}
		checkTabulation(t, survey.Tabulate(s, o))
	}
	require.Greater(t, tabulated, 200)
}
