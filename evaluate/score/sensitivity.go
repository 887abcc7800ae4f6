package score

import (
	"context"
	"fmt"
	"math"
	"math/big"

	"github.com/planeval/planeval/indicator"
)

// Sensitivity says which choices of a sheet a result depends on: Sobol's indices of the totals of the units and of how far
// their ranks move.
type Sensitivity struct {
	Simulation Simulation `json:"simulation"` // Replications is the size of each of the two samples
	Runs       int        `json:"runs"`       // how often all units were scored: replications × (factors + 2)
	Factors    []string   `json:"factors"`    // "weights:" and the code of a node, for the weights of its children; "aggregation"; "rule"
	Totals     []Indices  `json:"totals"`     // of each unit's total, in the order of the units
	Shift      Indices    `json:"shift"`      // of the mean over the units of how far a rank is from that of the sheet
}

// Indices is the share of the variance of one output that each factor accounts for.
type Indices struct {
	Variance indicator.Ratio `json:"variance"` // of the output over both samples, rounded to six places
	Factors  []Index         `json:"factors"`  // in the order of Sensitivity.Factors; none where nothing varies
}

// Index holds the indices of one factor, rounded to six places, with their standard errors, which leave out that of the variance.
type Index struct {
	First      indicator.Ratio `json:"first"` // by itself 一阶
	FirstError indicator.Ratio `json:"firstError"`
	Total      indicator.Ratio `json:"total"` // with all interactions that it takes part in 总效应
	TotalError indicator.Ratio `json:"totalError"`
}

// Sensitivity estimates Sobol's indices by the design of Saltelli and the estimators of Jansen: with samples A and B, and AB,
// which is A with one factor from B, the first-order index is 1 − Σ (f(B) − f(AB))² ÷ 2nV and the total one
// Σ (f(A) − f(AB))² ÷ 2nV, where V is the variance of f over A and B. A factor is the weights of the children of a node
// together, the aggregation, where the simulation tries others, or the rule. Estimates may come out a little below 0 or
// above 1. An output that is missing in a run has no indices. The error is as with [Result.Simulate]; at least two
// replications are needed. Saltelli et al., Computer Physics Communications 181, 2010.
func (r *Result) Sensitivity(ctx context.Context, s Simulation) (Sensitivity, error) {
	factors := (&lottery{r: r, s: s}).factors()
	faults := s.Validate()
	outputs := len(r.Totals) + 1
	runs := len(factors) + 2
	if s.Replications == 1 || s.Replications > MostDrawn/outputs/runs && s.Replications <= MostReplications {
		faults.Add("/replications", indicator.FaultRange, fmt.Sprint(s.Replications), fmt.Sprintf("at least 2, and at most %d times units times factors", MostDrawn))
	}
	if err := faults.Err(); err != nil {
		return Sensitivity{}, err
	}
	l, n := newLottery(r, s), s.Replications
	found := newSample(n, outputs, len(factors))
	err := inParallel(ctx, s.Workers, n, s.Progress, func() func(int) {
		draw := l.drawer()
		first, second, mixed := make([]float64, l.size), make([]float64, l.size), make([]float64, l.size)
		return func(i int) {
			copy(first, draw.numbers(drawFirst, uint64(i)))
			copy(second, draw.numbers(drawSecond, uint64(i)))
			found.set(i, 0, draw.outputs(first))
			found.set(i, 1, draw.outputs(second))
			for k, f := range factors {
				copy(mixed, first)
				copy(mixed[f.from:f.to], second[f.from:f.to])
				found.set(i, 2+k, draw.outputs(mixed))
			}
		}
	})
	if err != nil {
		return Sensitivity{}, err
	}
	result := Sensitivity{Simulation: s.echoed(), Runs: n * runs}
	for _, f := range factors {
		result.Factors = append(result.Factors, f.name)
	}
	for u := range r.Totals {
		result.Totals = append(result.Totals, found.indices(u))
	}
	result.Shift = found.indices(outputs - 1)
	return result, nil
}

// factor is a choice, and which of the numbers make it.
type factor struct {
	name     string
	from, to int
}

func (l *lottery) factors() []factor {
	var list []factor
	next := 0
	for i := range l.r.nodes {
		n := &l.r.nodes[i]
		if len(n.children) > 1 {
			list = append(list, factor{"weights:" + n.Code, next, next + len(n.children)})
		}
		next += len(n.children)
	}
	if len(l.s.Aggregations) > 0 {
		list = append(list, factor{"aggregation", next, next + 1})
	}
	if len(l.s.Rules) > 0 {
		list = append(list, factor{"rule", next + 1, next + 2})
	}
	return list
}

// outputs returns the totals that the numbers give, and last the mean of how far the ranks are from those of the sheet.
func (d *drawer) outputs(numbers []float64) []float64 {
	totals := d.totals(numbers)
	list := make([]float64, 0, len(totals)+1)
	moved, units := 0.0, 0
	for u, rank := range d.ranks(totals) {
		list = append(list, totals[u].mid)
		if own := d.r.Totals[u].Rank.Rank; own.Missing() == indicator.Present && rank > 0 {
			moved += math.Abs(float64(rank) - ballOf(own).mid)
			units++
		}
	}
	return append(list, moved/float64(units))
}

// sample holds the outputs of every run.
type sample struct {
	n     int
	found [][][]float64 // by output, then by run — A, B, and each AB — then by replication
}

func newSample(n, outputs, factors int) sample {
	s := sample{n, make([][][]float64, outputs)}
	for o := range s.found {
		s.found[o] = make([][]float64, factors+2)
		for k := range s.found[o] {
			s.found[o][k] = make([]float64, n)
		}
	}
	return s
}

func (s sample) set(i, run int, outputs []float64) {
	for o, x := range outputs {
		s.found[o][run][i] = x
	}
}

// indices estimates those of one output.
func (s sample) indices(output int) Indices {
	a, b := s.found[output][0], s.found[output][1]
	sum, squares := 0.0, 0.0
	for _, run := range s.found[output] {
		for _, x := range run {
			if math.IsNaN(x) {
				return Indices{Variance: indicator.Missing(indicator.NotDefined)}
			}
		}
	}
	size := float64(2 * s.n)
	for i := range a {
		sum += a[i] + b[i]
	}
	mean := sum / size
	for i := range a {
		squares += float64((a[i]-mean)*(a[i]-mean)) + float64((b[i]-mean)*(b[i]-mean))
	}
	variance := squares / (size - 1)
	result := Indices{Variance: sixPlaces(variance)}
	if !(variance > float64(mean*mean)*0x1p-80) { // nothing varies but the last places
		return result
	}
	for _, mixed := range s.found[output][2:] {
		first, firstError := halfSquares(b, mixed)
		total, totalError := halfSquares(a, mixed)
		result.Factors = append(result.Factors, Index{
			sixPlaces(1 - first/variance), sixPlaces(firstError / variance), sixPlaces(total / variance), sixPlaces(totalError / variance),
		})
	}
	return result
}

// halfSquares returns the mean of (x − y)² ÷ 2 and its standard error.
func halfSquares(x, y []float64) (mean, standard float64) {
	n := float64(len(x))
	half := func(i int) float64 { return float64((x[i]-y[i])*(x[i]-y[i])) / 2 }
	for i := range x {
		mean += half(i)
	}
	mean /= n
	squares := 0.0
	for i := range x {
		off := half(i) - mean
		squares += float64(off * off)
	}
	return mean, math.Sqrt(squares / (n - 1) / n)
}

// sixPlaces returns an estimate, which means no more than that.
func sixPlaces(x float64) indicator.Ratio {
	r := new(big.Rat).SetFloat64(x)
	if r == nil {
		return indicator.Missing(indicator.NotDefined)
	}
	rounded, ok := indicator.RatRatio(r).Round(6, indicator.HalfUp)
	if !ok {
		return indicator.Missing(indicator.NotDefined)
	}
	return rounded.Ratio(indicator.NotDefined)
}
