package survey

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
)

// Satisfaction says how 满意度 is defined, which surveys that print one must state: the definitions differ by tens of
// points. The zero Satisfaction is none.
type Satisfaction string

// The definitions.
const (
	NoSatisfaction Satisfaction = ""
	TopBox         Satisfaction = "top-box"        // the share of the top box
	ScaledMean     Satisfaction = "scaled-mean"    // the mean score between the least and the greatest score: 3.2 of 1 to 5 is 55 %
	WeightedScore  Satisfaction = "weighted-score" // 加权得分: the mean of scores such as 100/80/60/40/20 as points of 100; of 5 to 1 they are not
)

// defaultTop is how many degrees make the top and the bottom box where a question says nothing else.
const defaultTop = 2

// ScaleResult is what the answers on a scale show, 量表统计, without those outside the base. Degrees are ordered by their
// scores. Shares are of the question's base; means are of those who gave a degree, with weights where there are any.
//
// Figures are missing for NoScore when a degree has no score, for NoCount when one has no count, all but Mean for OneValue
// when all scores are the same, and the boxes for NotDefined when they would share a degree, or leave out one with the
// score of one that they hold.
type ScaleResult struct {
	Knowledge   Knowledge        `json:"knowledge,omitempty"`
	Top         indicator.Figure `json:"top"`         // 前两项占比: the share of the best degrees
	Bottom      indicator.Figure `json:"bottom"`      // 后两项占比
	Net         indicator.Figure `json:"net"`         // 净值: top less bottom
	Mean        indicator.Figure `json:"mean"`        // 平均分
	Scaled      indicator.Figure `json:"scaled"`      // the mean between the least and the greatest score
	TopInterval Interval         `json:"topInterval"` // of Top
	// MeanInterval is mean ± t·s ÷ √n, with t of n − 1 degrees of freedom and s² = Σ x·(s − mean)² ÷ (n − 1); Size is n. It
	// is missing for NotDefined in a weighted question, for OneValue where all gave the same, and for Census where the
	// population was asked; in a finite population s²/n is multiplied by 1 − n ÷ N.
	MeanInterval Interval `json:"meanInterval"`
	// NetPromoter is 净推荐值 NPS, those at 9 and 10 less those at 0 to 6, of those who gave a degree, on a scale with the eleven
	// scores 0 to 10; else missing for NotDefined.
	NetPromoter indicator.Figure `json:"netPromoter"`
	// NetPromoterVariance is its variance in a simple random sample; the interval is NPS ± z·√variance, cut off at
	// ±1, where in a finite population the variance is multiplied by 1 − n ÷ N. It is missing for Census where the population
	// was asked, and for OneValue where all are of one kind.
	NetPromoterVariance indicator.Figure `json:"netPromoterVariance"`
	NetPromoterInterval Interval         `json:"netPromoterInterval"`
	// Satisfaction is 满意度 by the question's definition: Top, Scaled or Mean; missing for NotDefined without one.
	Satisfaction indicator.Figure `json:"satisfaction"`
}

// withhold takes the numbers out of every figure.
func (r *ScaleResult) withhold() {
	for _, f := range r.figures() {
		form := f.Result.Missing() == indicator.NotDefined // so there is nothing to withhold
		hide(f)
		if form {
			f.Result = indicator.Missing(indicator.NotDefined)
		}
	}
	for _, i := range []*Interval{&r.TopInterval, &r.MeanInterval, &r.NetPromoterInterval} {
		*i = Interval{Method: i.Method, Confidence: i.Confidence}.without(indicator.Withheld)
	}
}

func (r *ScaleResult) figures() []*indicator.Figure {
	return []*indicator.Figure{&r.Top, &r.Bottom, &r.Net, &r.Mean, &r.Scaled, &r.NetPromoter, &r.NetPromoterVariance, &r.Satisfaction}
}

// Figures returns every figure of the scale that is not missing because the scale is of another form.
func (r *ScaleResult) Figures() []indicator.Figure {
	var all []indicator.Figure
	for _, f := range r.figures() {
		if f.Result.Missing() != indicator.NotDefined {
			all = append(all, *f)
		}
	}
	return all
}

// degree is one degree of a scale: how many gave it, or the sum of their weights, and its score.
type degree struct{ x, score indicator.Value }

// degrees are those inside the base, the least score first, and why they cannot be scored.
func (q Question) degrees() ([]degree, indicator.Reason) {
	var list []degree
	why := indicator.Present
	for _, t := range q.Tallies {
		if t.Outside {
			continue
		}
		d := degree{t.Count, t.Score}
		if q.Weights != nil {
			d.x = t.Weighted
		}
		switch {
		case t.Score.IsZero():
			why = indicator.NoScore
		case d.x.IsZero() && why == indicator.Present:
			why = indicator.NoCount
		}
		list = append(list, d)
	}
	slices.SortStableFunc(list, func(a, b degree) int { return a.score.Cmp(b.score) })
	if len(list) == 0 {
		why = indicator.NoCount
	}
	return list, why
}

func (t tabulator) scale(q Question, base BaseCount) *ScaleResult {
	degrees, why := q.degrees()
	r := &ScaleResult{}
	n := t.input(base.Value)
	if q.Weights != nil {
		n = t.input(q.Weights.Sum)
	}
	if base.Missing != indicator.Present {
		n.Value = indicator.Value{}
	}
	top, bottom := q.boxes(degrees, why)
	p, d, size := t.input(top.value), t.input(bottom.value), n
	r.Top, r.Bottom = share(p, n), share(d, n)
	r.Net = net(p, d, size)
	for _, f := range []*indicator.Figure{&r.Top, &r.Bottom, &r.Net} {
		if top.why != indicator.Present {
			f.Result = indicator.Missing(top.why)
		}
	}
	r.Mean, r.Scaled = t.means(degrees, why)
	if why == indicator.Present {
		r.Knowledge = t.counted()
	}
	r.TopInterval = t.interval(q, Proportion{Share: r.Top}, base)
	r.MeanInterval = t.meanInterval(q, degrees, r.Mean)
	t.netPromoter(q, r, degrees, why)
	r.Satisfaction = indicator.Figure{Formula: r.Scaled.Formula, Result: indicator.Missing(indicator.NotDefined)}
	switch q.Satisfaction {
	case TopBox:
		r.Satisfaction = r.Top
	case ScaledMean:
		r.Satisfaction = r.Scaled
	case WeightedScore:
		r.Satisfaction = r.Mean
	}
	return r
}

// net is the figure (p − d) ÷ n.
func net(p, d, n indicator.Input) indicator.Figure {
	p.Symbol, d.Symbol, n.Symbol = "p", "d", "n"
	x := p.Value.Ratio(indicator.NoCount).Sub(d.Value.Ratio(indicator.NoCount))
	return indicator.Figure{
		Formula: indicator.FormulaNetShare, Inputs: []indicator.Input{p, d, n},
		Result: x.Quo(n.Value.Ratio(indicator.NoCount)),
	}
}

// box is how many stand in one of the boxes, or why that cannot be said.
type box struct {
	value indicator.Value
	why   indicator.Reason
}

func (q Question) boxes(degrees []degree, why indicator.Reason) (top, bottom box) {
	most := q.Top
	if most == 0 {
		most = defaultTop
	}
	if why == indicator.Present {
		why = boxed(degrees, most)
	}
	if why != indicator.Present {
		return box{why: why}, box{why: why}
	}
	return box{value: counted(degrees[len(degrees)-most:])}, box{value: counted(degrees[:most])}
}

// boxed returns why so many degrees at each end make no boxes, or Present.
func boxed(degrees []degree, most int) indicator.Reason {
	same := func(i, j int) bool { return degrees[i].score.Cmp(degrees[j].score) == 0 }
	n := len(degrees)
	switch {
	case 2*most > n:
		return indicator.NotDefined
	case same(0, n-1):
		return indicator.OneValue
	case same(most-1, most), same(n-most-1, n-most):
		return indicator.NotDefined
	}
	return indicator.Present
}

// counted adds up those who gave one of the degrees.
func counted(degrees []degree) indicator.Value {
	values := make([]indicator.Value, 0, len(degrees))
	for _, d := range degrees {
		values = append(values, d.x)
	}
	return sum(values)
}

// means returns the mean score, and where it lies between the least and the greatest.
func (t tabulator) means(degrees []degree, why indicator.Reason) (mean, scaled indicator.Figure) {
	total, scores := whole(0), whole(0)
	var inputs []indicator.Input
	for i, d := range degrees {
		number := strconv.Itoa(i + 1)
		x, s := t.input(d.x), t.input(d.score)
		x.Symbol, s.Symbol, s.Period = "x"+number, "s"+number, indicator.Period{}
		inputs = append(inputs, x, s)
		total = total.Add(d.x.Ratio(indicator.NoCount))
		scores = scores.Add(d.x.Ratio(indicator.NoCount).Mul(d.score.Ratio(indicator.NoScore)))
	}
	result := scores.Quo(total)
	if why != indicator.Present {
		result = indicator.Missing(why)
	}
	mean = indicator.Figure{Formula: indicator.FormulaMeanScore, Inputs: inputs, Result: result}
	low, high := indicator.Input{Symbol: "l"}, indicator.Input{Symbol: "h"}
	if len(degrees) > 0 {
		low.Value, high.Value = degrees[0].score, degrees[len(degrees)-1].score
	}
	span := high.Value.Ratio(indicator.NoScore).Sub(low.Value.Ratio(indicator.NoScore))
	position := result.Sub(low.Value.Ratio(indicator.NoScore)).Quo(span)
	if why == indicator.Present && span.Sign() == 0 {
		position = indicator.Missing(indicator.OneValue)
	}
	scaled = indicator.Figure{
		Formula: indicator.FormulaScaledMean, Inputs: append(inputs[:len(inputs):len(inputs)], low, high), Result: position,
	}
	return mean, scaled
}

// meanInterval is the interval of a mean score.
func (t tabulator) meanInterval(q Question, degrees []degree, mean indicator.Figure) Interval {
	m, _ := mean.Result.(indicator.Ratio)
	i := Interval{Method: StudentMean, Confidence: t.Confidence}
	switch {
	case m.Missing() != indicator.Present:
		return i.without(m.Missing())
	case q.Weights != nil:
		return i.without(indicator.NotDefined)
	}
	n, squares := whole(0), whole(0)
	for _, d := range degrees {
		x, off := d.x.Ratio(indicator.NoCount), d.score.Ratio(indicator.NoScore).Sub(m)
		n, squares = n.Add(x), squares.Add(x.Mul(off).Mul(off))
	}
	i.Size = n
	less := n.Sub(whole(1))
	if less.Sign() <= 0 {
		return i.without(indicator.NotDefined)
	}
	freedom, _ := counted(degrees).Int()
	e := Estimate{Value: m, Variance: squares.Quo(less).Quo(n), Freedom: int64(freedom) - 1}
	if rest := finite(n, t.Population); rest.Missing() == indicator.Present {
		e.Variance = e.Variance.Mul(rest)
	} else {
		return i.without(rest.Missing())
	}
	found := e.Interval(StudentMean, t.Confidence)
	found.Size = n
	return found
}

// netPromoter fills in the net promoter score of a scale from 0 to 10.
func (t tabulator) netPromoter(q Question, r *ScaleResult, degrees []degree, why indicator.Reason) {
	if why == indicator.Present && !fromZeroToTen(degrees) {
		why = indicator.NotDefined
	}
	var promoters, detractors []degree
	for _, d := range degrees {
		switch {
		case d.score.Cmp(indicator.IntValue(9)) >= 0:
			promoters = append(promoters, d)
		case d.score.Cmp(indicator.IntValue(6)) <= 0:
			detractors = append(detractors, d)
		}
	}
	p, d, n := t.input(counted(promoters)), t.input(counted(detractors)), t.input(counted(degrees))
	r.NetPromoter = net(p, d, n)
	r.NetPromoterVariance = indicator.Figure{Formula: indicator.FormulaNetVariance, Inputs: r.NetPromoter.Inputs}
	i := Interval{Method: Wald, Confidence: t.Confidence}
	score, _ := r.NetPromoter.Result.(indicator.Ratio)
	if why == indicator.Present {
		why = score.Missing()
	}
	if why != indicator.Present {
		r.NetPromoter.Result, r.NetPromoterVariance.Result = indicator.Missing(why), indicator.Missing(why)
		r.NetPromoterInterval = i.without(why)
		return
	}
	size := n.Value.Ratio(indicator.NoCount)
	some := p.Value.Ratio(indicator.NoCount).Add(d.Value.Ratio(indicator.NoCount))
	variance := some.Quo(size).Sub(score.Mul(score)).Quo(size)
	r.NetPromoterVariance.Result = variance
	if q.Weights != nil {
		r.NetPromoterVariance.Result = indicator.Missing(indicator.NotDefined)
		r.NetPromoterInterval = i.without(indicator.NotDefined)
		return
	}
	i.Size = size
	rest := finite(size, t.Population)
	if rest.Missing() != indicator.Present {
		r.NetPromoterInterval = i.without(rest.Missing())
		return
	}
	if variance.Sign() == 0 {
		r.NetPromoterInterval = i.without(indicator.OneValue)
		return
	}
	low, high := around(score.Real(), t.square.Mul(variance.Mul(rest).Real()).Sqrt(), whole(1).Real())
	i.Low, i.High = within(whole(-1), low, high, whole(1))
	r.NetPromoterInterval = i
}

// fromZeroToTen reports whether the scores are the eleven from 0 to 10.
func fromZeroToTen(degrees []degree) bool {
	for i, d := range degrees {
		if d.score.Cmp(indicator.IntValue(int64(i))) != 0 {
			return false
		}
	}
	return len(degrees) == 11
}
