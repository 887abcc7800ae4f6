package survey

import (
	"fmt"

	"github.com/planeval/planeval/indicator"
)

// Stratum is a part of the population and the sample from it, 层: tallies with scores. For the share of some options their
// score is 1 and that of all others 0. Answers outside the base are not looked at.
type Stratum struct {
	Name       string          `json:"name"`
	Population indicator.Value `json:"population"` // N of the stratum
	Tallies    []Tally         `json:"tallies"`
}

// moments are what an estimate needs of a stratum.
type moments struct {
	all, n      indicator.Ratio // of the population, of the sample
	mean        indicator.Ratio
	off, square indicator.Ratio // sums of squares from the stratum's mean, and of squared scores
}

func (s Stratum) moments() moments {
	n, total, squares := whole(0), whole(0), whole(0)
	for _, t := range s.Tallies {
		if t.Outside {
			continue
		}
		x, score := t.Count.Ratio(indicator.NoCount), t.Score.Ratio(indicator.NoScore)
		n, total, squares = n.Add(x), total.Add(x.Mul(score)), squares.Add(x.Mul(score).Mul(score))
	}
	mean := total.Quo(n)
	return moments{s.Population.Ratio(indicator.NoCount), n, mean, squares.Sub(mean.Mul(total)), squares}
}

// Stratified estimates the mean score of a population from a sample that was drawn stratum by stratum, 分层抽样:
//
//	Σ W·ȳ, with the variance Σ W²·(1 − n/N)·s²/n, W = N ÷ ΣN and s² = Σ(y − ȳ)² ÷ (n − 1) of each stratum
//
// with Σ(n − 1) degrees of freedom (Cochran, Sampling Techniques, 3rd ed., 5.3-5.4). The error is [indicator.Faults], with
// paths /i/…: a stratum needs a population, and two people at least.
func Stratified(strata []Stratum) (Estimate, error) {
	return estimate(strata, 2, func(all, n indicator.Ratio, m moments) indicator.Ratio {
		part, less := m.all.Quo(all), m.n.Sub(whole(1))
		return part.Mul(part).Mul(whole(1).Sub(m.n.Quo(m.all))).Mul(m.off).Quo(less.Mul(m.n))
	}, func(n int64) int64 { return n - int64(len(strata)) })
}

// PostStratified estimates the mean score of a population from a simple sample that was divided into strata afterwards,
// 事后分层:
//
//	Σ W·ȳ, with the variance n/(n − 1)·Σ (W/n)²·Σ(y − ȳ)², n being that of the stratum, but before the sum that of all
//
// by linearization as the R package survey has it, without a correction for a finite population, with n − 1 degrees of
// freedom. The error is that of [Stratified], but one person is enough.
func PostStratified(strata []Stratum) (Estimate, error) {
	return estimate(strata, 1, func(all, n indicator.Ratio, m moments) indicator.Ratio {
		weight := m.all.Quo(all).Quo(m.n)
		return weight.Mul(weight).Mul(m.off).Mul(n).Quo(n.Sub(whole(1)))
	}, func(n int64) int64 { return n - 1 })
}

// estimate adds up the strata; variance is what one adds to that of the mean, of all in the population and n in the sample.
func estimate(strata []Stratum, least int64, variance func(all, n indicator.Ratio, m moments) indicator.Ratio, freedom func(n int64) int64) (Estimate, error) {
	if err := validateStrata(strata, least).Err(); err != nil {
		return Estimate{}, err
	}
	all, n := whole(0), whole(0)
	parts := make([]moments, len(strata))
	for i, s := range strata {
		parts[i] = s.moments()
		all, n = all.Add(parts[i].all), n.Add(parts[i].n)
	}
	e := Estimate{Value: whole(0), Variance: whole(0)}
	squares := whole(0) // the mean of squared scores in the population
	for _, m := range parts {
		part := m.all.Quo(all)
		e.Value, squares = e.Value.Add(part.Mul(m.mean)), squares.Add(part.Mul(m.square).Quo(m.n))
		e.Variance = e.Variance.Add(variance(all, n, m))
	}
	count, _ := n.Round(0, indicator.HalfUp)
	people, _ := count.Int()
	e.Size, e.Freedom = int64(people), max(freedom(int64(people)), 1)
	simple := squares.Sub(e.Value.Mul(e.Value)).Quo(n.Sub(whole(1))).Mul(whole(1).Sub(n.Quo(all)))
	e.DesignEffect = e.Variance.Quo(simple)
	return e, nil
}

func validateStrata(strata []Stratum, least int64) indicator.Faults {
	var faults indicator.Faults
	if len(strata) == 0 {
		faults.Add("", indicator.FaultRequired, "", "a stratum")
	}
	for i, s := range strata {
		at := indicator.Pointer(i)
		if validateCount(&faults, at+"/population", s.Population); s.Population.IsZero() {
			faults.Add(at+"/population", indicator.FaultRequired, "", "a count")
		}
		sound := len(faults)
		for j, t := range s.Tallies {
			tally := at + indicator.Pointer("tallies", j)
			if t.Outside {
				continue
			}
			if validateCount(&faults, tally+"/count", t.Count); t.Count.IsZero() {
				faults.Add(tally+"/count", indicator.FaultRequired, "", "a count")
			}
			if t.Score.IsZero() {
				faults.Add(tally+"/score", indicator.FaultRequired, "", "a score")
			}
		}
		if len(faults) > sound {
			continue
		}
		m := s.moments()
		switch {
		case m.n.Cmp(whole(least)) < 0:
			faults.Add(at+"/tallies", indicator.FaultRange, m.n.String(), fmt.Sprintf("at least %d answers", least))
		case isCount(s.Population) && m.n.Cmp(m.all) > 0:
			faults.Add(at+"/tallies", indicator.FaultConflict, m.n.String(), fmt.Sprintf("at most %s answers, the population", s.Population))
		}
	}
	return faults
}
