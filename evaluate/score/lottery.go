package score

import (
	"context"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"sync"

	"github.com/planeval/planeval/indicator"
)

// lottery scores the units of a result with weights and methods that numbers from 0 to 1 choose.
type lottery struct {
	r       *Result
	s       Simulation
	spread  float64
	columns [][]column // of the leaves, by rule: that of the sheet, then the others
	bonuses []ball     // by unit; unknown where a bonus is missing
	bounds  []ball     // of the grades
	most    float64
	size    int // how many numbers choose
}

func newLottery(r *Result, s Simulation) *lottery {
	l := &lottery{r: r, s: s, most: math.Inf(1), size: 2, bonuses: make([]ball, len(r.Totals))}
	if !s.AnyWeights {
		l.spread = ballOf(s.WithDefaults().Spread.Ratio(indicator.NotDefined)).mid
	}
	if !r.Sheet.Most.IsZero() {
		l.most = ballOf(r.Sheet.Most.Ratio(indicator.NotDefined)).mid
	}
	for _, g := range r.Sheet.Grades {
		if !g.AtLeast.IsZero() {
			l.bounds = append(l.bounds, ballOf(g.AtLeast.Ratio(indicator.NotDefined)))
		}
	}
	for i := range r.nodes {
		l.size += len(r.nodes[i].children)
	}
	for k := range len(s.Rules) + 1 {
		columns := make([]column, len(r.nodes))
		for i := range r.nodes {
			if n := &r.nodes[i]; n.Rule != nil {
				columns[i] = column{why: n.column.why, balls: n.column.approximated()}
				if k > 0 && n.Rule.compares() {
					rule := s.Rules[k-1]
					rule.Direction = n.Rule.Direction
					columns[i] = rule.score(&n.cells, r.Data.Units, r.all, true)
				}
			}
		}
		l.columns = append(l.columns, columns)
	}
	for u := range l.bonuses {
		for i := range r.bonuses {
			if b := r.bonuses[i].column.amount(u); b.missing() != indicator.Present {
				l.bonuses[u] = ball{math.NaN(), math.Inf(1)}
			} else {
				l.bonuses[u] = l.bonuses[u].Add(b.approximated())
			}
		}
	}
	return l
}

// drawer is a lottery with room to work in.
type drawer struct {
	*lottery
	columns []column
	chosen  []float64
	result  []ball
	placed  []int32
	source  *rand.ChaCha8
}

func (l *lottery) drawer() *drawer {
	return &drawer{
		lottery: l, columns: make([]column, len(l.r.nodes)), chosen: make([]float64, l.size),
		result: make([]ball, len(l.r.Totals)), placed: make([]int32, len(l.r.Totals)), source: rand.NewChaCha8([32]byte{}),
	}
}

// What numbers are drawn for: each has a stream of its own.
const (
	drawSimulation uint64 = iota
	drawFirst             // the two matrices of a sensitivity analysis
	drawSecond
)

// numbers returns those of one replication, uniform from 0 to less than 1. They depend on the seed, on what they are for and
// on the number of the replication alone, so it does not matter who draws them, or when.
func (d *drawer) numbers(purpose, replication uint64) []float64 {
	var seed [32]byte
	binary.LittleEndian.PutUint64(seed[0:], d.s.Seed)
	binary.LittleEndian.PutUint64(seed[8:], purpose)
	binary.LittleEndian.PutUint64(seed[16:], replication)
	d.source.Seed(seed)
	for i := range d.chosen {
		d.chosen[i] = float64(d.source.Uint64()>>11) * 0x1p-53
	}
	return d.chosen
}

// totals scores the units by the numbers: one for the weight of each child, in document order, one for the aggregation and one
// for the rule. What has no total is not known.
func (d *drawer) totals(numbers []float64) []ball {
	r := d.r
	aggregation := int(numbers[len(numbers)-2] * float64(len(d.s.Aggregations)+1))
	leaves := d.lottery.columns[int(numbers[len(numbers)-1]*float64(len(d.s.Rules)+1))]
	next := len(numbers) - 2
	for i := len(r.nodes) - 1; i >= 0; i-- {
		n := &r.nodes[i]
		if n.Rule != nil {
			d.columns[i] = leaves[i]
			continue
		}
		next -= len(n.children)
		p := parts{units: len(r.Totals), places: r.groups}
		for j, child := range n.children {
			if n.weights[j].Sign() > 0 {
				p.columns = append(p.columns, &d.columns[child])
				p.drawn = append(p.drawn, d.weight(n.weights[j], numbers[next+j]))
			}
		}
		if len(p.columns) == 0 {
			d.columns[i] = n.column
			continue
		}
		method := n.Aggregation
		if aggregation > 0 && method.mean() {
			method = d.s.Aggregations[aggregation-1]
		}
		c := p.aggregate(method, n.Missing)
		d.columns[i] = column{why: c.why, balls: c.approximated()} // Copeland counts exactly, and weights are drawn as floats
	}
	for u := range d.result {
		d.result[u] = ball{math.NaN(), math.Inf(1)}
		if root := &d.columns[0]; root.missing(u) == indicator.Present {
			switch total := root.balls[u].Add(d.bonuses[u]); {
			case total.known() && total.mid > d.most:
				d.result[u] = ball{d.most, total.rad}
			case total.known():
				d.result[u] = total
			}
		}
	}
	return d.result
}

// settled returns a total, or the bound of a grade that lies within its error, so that what is at a bound reaches it however
// the weights are rounded.
func (l *lottery) settled(total ball) float64 {
	for _, bound := range l.bounds {
		if math.Abs(total.mid-bound.mid) <= total.rad+bound.rad {
			return bound.mid
		}
	}
	return total.mid
}

// ranks ranks totals among the units of the same period, 1 for the greatest; those within the error of each other share the
// first rank, and what has no total has the rank 0.
func (d *drawer) ranks(totals []ball) []int32 {
	for _, group := range d.r.groups {
		having, near := make([]int, 0, len(group)), make([]ball, 0, len(group))
		for _, u := range group {
			if d.placed[u] = 0; totals[u].known() {
				having, near = append(having, u), append(near, totals[u])
			}
		}
		order := compareBalls(near)
		for i, p := range ranks(upTo(len(near)), TiesFirst, func(a, b int) int { return order(b, a) }) {
			d.placed[having[p.unit]] = int32(i + 1)
			if p.tied {
				first, _, _ := p.rank.Int64()
				d.placed[having[p.unit]] = int32(first)
			}
		}
	}
	return d.placed
}

// weight returns the weight that a number draws.
func (d *drawer) weight(own indicator.Ratio, number float64) ball {
	if d.s.AnyWeights {
		// Exponential waiting times, over their sum, are uniform over all weights of the sum 1.
		return round(0x1p-60-logarithm(1-number), 0)
	}
	return ballOf(own).Mul(round(1+float64(d.spread*(2*number-1)), 0))
}

const (
	defaultWorkers = 4
	mostWorkers    = 256
)

// inParallel has workers, 0 for a few, do pieces 0 to n − 1, in blocks, until all are done or the context ends. start is called by
// each worker and returns what does one piece.
func inParallel(ctx context.Context, workers, n int, progress func(done, total int), start func() func(int)) error {
	const block = 32
	blocks := make(chan int)
	var group sync.WaitGroup
	var telling sync.Mutex
	done := 0
	if workers == 0 {
		workers = defaultWorkers
	}
	for range workers {
		group.Add(1)
		go func() {
			defer group.Done()
			do := start()
			for first := range blocks {
				last := min(first+block, n)
				for i := first; i < last; i++ {
					do(i)
				}
				telling.Lock()
				if done += last - first; progress != nil {
					progress(done, n)
				}
				telling.Unlock()
			}
		}()
	}
	for first := 0; first < n && ctx.Err() == nil; first += block {
		select {
		case blocks <- first:
		case <-ctx.Done():
		}
	}
	close(blocks)
	group.Wait()
	if done == n {
		return nil
	}
	return ctx.Err()
}
