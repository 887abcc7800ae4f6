package survey

import "github.com/planeval/planeval/indicator"

// Estimate is a mean or share that a design estimates, with its variance, 估计量: what a stratified or weighted sample gives
// where [Sample] holds a simple one.
type Estimate struct {
	Value        indicator.Ratio `json:"value"`
	Variance     indicator.Ratio `json:"variance"`     // of Value
	Freedom      int64           `json:"freedom"`      // degrees of freedom, 自由度; 0: so many that t is z
	Size         int64           `json:"size"`         // people in the sample; 0: one more than Freedom
	DesignEffect indicator.Ratio `json:"designEffect"` // 设计效应: the variance ÷ that of a simple sample without putting back
}

// The methods for intervals of an [Estimate] v with the variance s², t being the two-sided quantile of Student's
// distribution. All but StudentMean are for shares, after Korn and Graubard (Survey Methodology 24, 1998) and the R
// package survey (svyciprop).
const (
	// StudentMean is v ± t·s; for means and shares.
	StudentMean IntervalMethod = "student"
	// Logit is that of ln(v ÷ (1 − v)), whose s is s ÷ v(1 − v), transformed back.
	Logit IntervalMethod = "logit"
	// ArcSine is that of arcsin √v, whose s is s ÷ 2√(v(1 − v)), transformed back.
	ArcSine IntervalMethod = "arcsine"
	// KornGraubard is Clopper-Pearson's for the effective size v(1 − v) ÷ s² × (t of Size − 1 degrees ÷ t of Freedom)². Where
	// the two differ, the factor is rounded to 30 places.
	KornGraubard IntervalMethod = "korn-graubard"
)

// EstimateMethods returns the methods for intervals of an Estimate, for catalogues of words and for tests.
func EstimateMethods() []IntervalMethod {
	return []IntervalMethod{StudentMean, Logit, ArcSine, KornGraubard}
}

// StandardError returns √Variance, 标准误.
func (e Estimate) StandardError() indicator.Real { return e.Variance.Real().Sqrt() }

// Interval returns the interval by one of the methods for estimates; the absent confidence is 0.95. There is none for the
// reason that value or variance is missing, for NotDefined where the confidence or the method is none or a share is not
// between 0 and 1 exclusive, and for OneValue where the variance is 0, which says nothing of those who were not asked.
func (e Estimate) Interval(method IntervalMethod, confidence indicator.Value) Interval {
	l := newLevel(confidence)
	i := Interval{Method: method, Confidence: l.confidence, Size: indicator.Missing(indicator.NotComputed)}
	rest := whole(1).Sub(e.Value)
	spread := e.Value.Mul(rest)
	switch why := e.Value.Add(e.Variance).Missing(); {
	case why != indicator.Present:
		return i.without(why)
	case l.square.Missing() != indicator.Present || e.Freedom < 0 || e.Variance.Sign() < 0:
		return i.without(indicator.NotDefined)
	case e.Variance.Sign() == 0:
		return i.without(indicator.OneValue)
	case method == StudentMean:
		i.Low, i.High = around(e.Value.Real(), e.width(l, whole(1)), whole(1).Real())
		return i
	case spread.Sign() <= 0:
		return i.without(indicator.NotDefined)
	}
	i.Size = spread.Quo(e.Variance)
	switch method {
	case Logit:
		odds, width := e.Value.Quo(rest).Real(), e.width(l, spread).Exp()
		share := func(odds indicator.Real) indicator.Real { return odds.Quo(whole(1).Real().Add(odds)) }
		i.Low, i.High = share(odds.Quo(width)), share(odds.Mul(width))
	case ArcSine:
		i.Low, i.High = e.arcSine(e.width(l, whole(2)).Quo(spread.Real().Sqrt()))
	case KornGraubard:
		i.Size = i.Size.Mul(e.lessFreedom(l))
		b := bounds{x: e.Value.Mul(i.Size), n: i.Size, level: l}
		i.Low, i.High = b.clopperPearson()
	default:
		return i.without(indicator.NotDefined)
	}
	return i
}

// arcSine returns sin²(arcsin √v ± h) = v + (1 − 2v)·sin² h ± √(v(1 − v))·sin 2h, where the angles stay between 0 and a
// right one, and 0 and 1 where they do not.
func (e Estimate) arcSine(h indicator.Real) (low, high indicator.Number) {
	low, high = whole(0), whole(1)
	if h.Cmp(indicator.IntRatio(157, 100)) > 0 { // all but a right angle
		return low, high
	}
	v, rest, sine := e.Value, whole(1).Sub(e.Value), h.Sin()
	square := sine.Mul(sine)
	below, above := around(v.Real().Add(rest.Sub(v).Real().Mul(square)), v.Mul(rest).Real().Sqrt().Mul(h.Add(h).Sin()), whole(1).Real())
	if square.Cmp(v) < 0 {
		low = below
	}
	if square.Cmp(rest) < 0 {
		high = above
	}
	return low, high
}

// lessFreedom is (t of Size − 1 degrees of freedom ÷ t of Freedom)².
func (e Estimate) lessFreedom(l level) indicator.Ratio {
	if e.Freedom == 0 || e.Size == 0 || e.Size == e.Freedom+1 {
		return whole(1)
	}
	c := l.confidence.Ratio(indicator.NotDefined)
	factor, ok := indicator.StudentSquare(c, e.Size-1).Quo(indicator.StudentSquare(c, e.Freedom)).Round(30, indicator.HalfUp)
	if !ok {
		return indicator.Missing(indicator.NotDefined)
	}
	return factor.Ratio(indicator.NotDefined)
}

// width is t·s ÷ by.
func (e Estimate) width(l level, by indicator.Ratio) indicator.Real {
	square := l.square
	if e.Freedom > 0 {
		square = indicator.StudentSquare(l.confidence.Ratio(indicator.NotDefined), e.Freedom)
	}
	return square.Mul(e.Variance.Real()).Sqrt().Quo(by.Real())
}

// finite is 1 − n ÷ N, by which the variance of a mean is less in a finite population; missing for Census where n is N.
func finite(n indicator.Ratio, population indicator.Value) indicator.Ratio {
	if population.IsZero() {
		return whole(1)
	}
	rest := whole(1).Sub(n.Quo(population.Ratio(indicator.NoCount)))
	switch {
	case rest.Missing() == indicator.Present && rest.Sign() == 0:
		return indicator.Missing(indicator.Census)
	case rest.Sign() < 0:
		return indicator.Missing(indicator.NotDefined)
	}
	return rest
}
