package score

import (
	"context"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// Simulation says what is drawn by lot, how often, and from which seed. Equal simulations of equal results are equal, on every
// machine and with any number of workers.
type Simulation struct {
	Seed         uint64 `json:"seed"`
	Replications int    `json:"replications"` // 1 to 1,000,000

	// Spread is by how much of itself each weight varies: it is multiplied by a factor that is uniform from 1 − Spread to
	// 1 + Spread, from 0 to 1. Absent it is 0.25.
	Spread indicator.Value `json:"spread,omitzero"`
	// AnyWeights draws, in place of that, weights that are uniform over all that there can be, for the children that have one.
	AnyWeights bool `json:"anyWeights,omitempty"`
	// Aggregations are tried beside that of the sheet, each as often, at every node of which the method is a mean.
	Aggregations []Aggregation `json:"aggregations,omitempty"`
	// Rules are tried beside those of the sheet, each as often, at every leaf whose rule compares the units. Direction,
	// outliers and imputation are those of the leaf's own. Derived weights are varied like others, not derived anew.
	Rules []Rule `json:"rules,omitempty"`

	// Confidence is which share of the replications an interval holds, between its ends; absent it is 0.9.
	Confidence indicator.Value `json:"confidence,omitzero"`

	Workers  int                   `json:"-"` // how many goroutines; 0 is 4
	Progress func(done, total int) `json:"-"` // called now and then, by one goroutine at a time; may be nil
}

// The limits of a simulation.
const (
	MostReplications = 1_000_000
	MostDrawn        = 10_000_000 // replications times units
)

// Ranges is the outcome of a simulation.
type Ranges struct {
	Simulation Simulation `json:"simulation"`
	Units      []Range    `json:"units"` // in the order of the units
}

// Range is where a unit's rank and total lie when weights and methods vary. Quantiles are the least value up to which at
// least so many of the replications lie; what is drawn is computed in float64, and of equal totals each has the first rank,
// whatever the ties of the sheet.
type Range struct {
	Rank        indicator.Ratio  `json:"rank"` // of the sheet itself
	Low         int              `json:"low"`  // the ends of the interval of ranks, and the middle; 0 where there is no rank
	Median      int              `json:"median"`
	High        int              `json:"high"`
	Mean        indicator.Ratio  `json:"mean"` // of the ranks
	Total       indicator.Number `json:"total"`
	TotalLow    indicator.Ratio  `json:"totalLow"`
	TotalMedian indicator.Ratio  `json:"totalMedian"`
	TotalHigh   indicator.Ratio  `json:"totalHigh"`
	Grades      []GradeShare     `json:"grades,omitempty"`
	Missing     int              `json:"missing,omitempty"` // replications without a total
}

// GradeShare is how often a unit got a grade, of the replications with a total; vetoes count, as they are, and there are no
// shares where a veto's number is missing.
type GradeShare struct {
	Name  string          `json:"name"`
	Share indicator.Ratio `json:"share"`
}

// Validate returns what is wrong with the simulation.
func (s Simulation) Validate() indicator.Faults {
	v := validator{}
	if s.Replications < 1 || s.Replications > MostReplications {
		v.Add("/replications", indicator.FaultRange, fmt.Sprint(s.Replications), fmt.Sprintf("1 to %d", MostReplications))
	}
	v.within(s.Spread, "/spread", 0, 1)
	if s.AnyWeights && !s.Spread.IsZero() {
		v.Add("/spread", indicator.FaultConflict, s.Spread.String(), "no spread: any weights are drawn")
	}
	for i, a := range s.Aggregations {
		at := indicator.Pointer("aggregations", i)
		own := validator{}
		own.aggregation(&Node{Aggregation: a}, "")
		for _, f := range own.Faults {
			v.Add(at+strings.TrimPrefix(f.Path, "/aggregation"), f.Rule, f.Value, f.Want)
		}
		if !a.mean() {
			v.Add(at+"/method", indicator.FaultConflict, string(a.Method), "a mean: other methods give other scales")
		}
	}
	for i, r := range s.Rules {
		at := indicator.Pointer("rules", i)
		if !r.compares() {
			v.Add(at+"/kind", indicator.FaultConflict, string(r.Kind), "a rule that compares the units")
			continue
		}
		if r.Direction != "" || r.Outliers != (Outliers{}) || r.Impute != (Impute{}) {
			v.Add(at, indicator.FaultConflict, string(r.Direction), "no direction, outliers or imputation: those of each leaf count")
		}
		if (r.Kind == ZScore || r.Kind == Rank) && r.Scale == (Scale{}) {
			v.Add(at+"/scale", indicator.FaultRequired, "", "a scale like that of the other scores, such as 50 to 60 for a z-score")
		}
		r.Direction = indicator.Increase
		v.rule(&r, at)
	}
	if c := s.Confidence; !c.IsZero() && (c.Sign() <= 0 || c.Cmp(indicator.IntValue(1)) >= 0) {
		v.Add("/confidence", indicator.FaultRange, c.String(), "above 0 and below 1")
	}
	if s.Workers < 0 || s.Workers > mostWorkers {
		v.Add("/workers", indicator.FaultRange, fmt.Sprint(s.Workers), fmt.Sprintf("1 to %d, or 0 for %d", mostWorkers, defaultWorkers))
	}
	return v.Faults
}

// WithDefaults returns the simulation with the spread and the confidence that stand for those that are absent.
func (s Simulation) WithDefaults() Simulation {
	if s.Spread.IsZero() && !s.AnyWeights {
		s.Spread = indicator.MustValue("0.25")
	}
	if s.Confidence.IsZero() {
		s.Confidence = indicator.MustValue("0.9")
	}
	return s
}

func (a Aggregation) mean() bool { return a.Method != Copeland && a.Method != Topsis }

// Simulate scores the units again and again with weights and methods drawn by lot: how far do ranks, totals and grades depend
// on the choices of the sheet? The error is [indicator.Faults] for a simulation that is not in order, or that of a context
// that ended; no outcome comes with it. No goroutine outlives the call.
func (r *Result) Simulate(ctx context.Context, s Simulation) (Ranges, error) {
	faults := s.Validate()
	if s.Replications > 0 && len(r.Totals) > MostDrawn/s.Replications {
		faults.Add("/replications", indicator.FaultRange, fmt.Sprint(s.Replications), fmt.Sprintf("at most %d times units", MostDrawn))
	}
	if err := faults.Err(); err != nil {
		return Ranges{}, err
	}
	l := newLottery(r, s)
	n, units := s.Replications, len(r.Totals)
	totals, placed := make([]float64, n*units), make([]int32, n*units) // by unit, then by replication
	err := inParallel(ctx, s.Workers, n, s.Progress, func() func(int) {
		draw := l.drawer()
		return func(i int) {
			drawn := draw.totals(draw.numbers(drawSimulation, uint64(i)))
			for u, rank := range draw.ranks(drawn) {
				totals[u*n+i], placed[u*n+i] = l.settled(drawn[u]), rank
			}
		}
	})
	if err != nil {
		return Ranges{}, err
	}
	ranges, left := Ranges{Simulation: s.echoed(), Units: make([]Range, units)}, r.left()
	for u := range ranges.Units {
		ranges.Units[u] = r.outcome(u, left[u], totals[u*n:(u+1)*n], placed[u*n:(u+1)*n], s.WithDefaults().Confidence)
	}
	return ranges, nil
}

// echoed is the simulation without what its outcome does not depend on.
func (s Simulation) echoed() Simulation {
	s.Workers, s.Progress = 0, nil
	return s
}

// left returns the best grade that the vetoes leave each unit, whatever its total, or why that is not known.
func (r *Result) left() []Graded {
	left := make([]Graded, len(r.Totals))
	for i, v := range r.Sheet.Vetoes {
		for u, x := range r.vetoed[i].value {
			if left[u].Name == "" {
				left[u].Name = r.Sheet.Grades[0].Name
			}
			r.Sheet.veto(&left[u], v, x)
		}
	}
	return left
}

// gradeOf returns the place of the grade that a total earns a unit of which vetoes leave a grade.
func (r *Result) gradeOf(total float64, left Graded) int {
	grade := len(r.Sheet.Grades)
	for i, g := range r.Sheet.Grades {
		if g.AtLeast.IsZero() || total >= ballOf(g.AtLeast.Ratio(indicator.NotDefined)).mid {
			grade = i
			break
		}
	}
	if len(left.Vetoes) > 0 {
		grade = max(grade, r.Sheet.place(left.Name))
	}
	return grade
}

// outcome sums up the totals and ranks of a unit, which it sorts.
func (r *Result) outcome(unit int, left Graded, totals []float64, placed []int32, confidence indicator.Value) Range {
	o := Range{Rank: r.Totals[unit].Rank.Rank, Total: r.Totals[unit].Score}
	slices.Sort(totals) // NaN first, as the rank 0
	slices.Sort(placed)
	for len(totals) > 0 && math.IsNaN(totals[0]) {
		totals, placed = totals[1:], placed[1:]
		o.Missing++
	}
	n := len(totals)
	if n == 0 {
		none := indicator.Missing(indicator.NotDefined)
		o.Mean, o.TotalLow, o.TotalMedian, o.TotalHigh = none, none, none, none
		return o
	}
	half := indicator.IntRatio(1, 2)
	tail := number(1).Sub(confidence.Ratio(indicator.NotDefined)).Mul(half)
	low, middle, high := least(tail, n), least(half, n), least(number(1).Sub(tail), n)
	o.Low, o.Median, o.High = int(placed[low]), int(placed[middle]), int(placed[high])
	at := func(i int) indicator.Ratio { return indicator.RatRatio(new(big.Rat).SetFloat64(totals[i])) }
	o.TotalLow, o.TotalMedian, o.TotalHigh = at(low), at(middle), at(high)
	sum, grades := int64(0), make([]int64, len(r.Sheet.Grades)+1)
	for i, rank := range placed {
		sum += int64(rank)
		grades[r.gradeOf(totals[i], left)]++
	}
	if o.Mean = indicator.IntRatio(sum, int64(n)); left.Why != indicator.Present {
		return o
	}
	for k, g := range r.Sheet.Grades {
		o.Grades = append(o.Grades, GradeShare{g.Name, indicator.IntRatio(grades[k], int64(n))})
	}
	return o
}

// least returns the place, from 0, of the first of n values in order up to which a share of them lies.
func least(share indicator.Ratio, n int) int {
	return max(1, int(share.Mul(number(int64(n))).Decimal(0, indicator.Ceiling).IntPart())) - 1
}
