package survey

import "github.com/planeval/planeval/indicator"

// IntervalMethod says how the interval of a share is computed, 置信区间方法. The zero IntervalMethod is Wilson.
//
// With x of n, p = x ÷ n, q = 1 − p, z the two-sided quantile of the normal distribution and α one less the confidence:
type IntervalMethod string

// The methods. Wilson to Jeffreys are those that Brown, Cai and DasGupta compare (Statistical Science 16, 2001).
const (
	// Wilson is (x + z²/2 ± z·√(z²/4 + n·p·q)) ÷ (n + z²); 0 at x = 0 and 1 at x = n (Wilson, JASA 22, 1927).
	Wilson IntervalMethod = "wilson"
	// WilsonContinuity is Wilson's with a correction for continuity (Newcombe, Statistics in Medicine 17, 1998, method 4).
	WilsonContinuity IntervalMethod = "wilson-continuity"
	// ClopperPearson is "exact": the quantiles α/2 of Beta(x, n − x + 1) and 1 − α/2 of Beta(x + 1, n − x) (Biometrika 26,
	// 1934).
	ClopperPearson IntervalMethod = "clopper-pearson"
	// Jeffreys is the quantiles α/2 and 1 − α/2 of Beta(x + ½, n − x + ½), with 0 at x = 0 and 1 at x = n as Brown, Cai and
	// DasGupta have it.
	Jeffreys IntervalMethod = "jeffreys"
	// JeffreysEqualTailed is the same two quantiles at x = 0 and x = n too.
	JeffreysEqualTailed IntervalMethod = "jeffreys-equal-tailed"
	// AgrestiCoull is p' ± z·√(p'·(1 − p') ÷ (n + z²)) with p' = (x + z²/2) ÷ (n + z²), cut off at 0 and 1 (American
	// Statistician 52, 1998).
	AgrestiCoull IntervalMethod = "agresti-coull"
	// Wald is p ± z·√(p·q ÷ n), cut off at 0 and 1; for small n it promises more than it keeps.
	Wald IntervalMethod = "wald"
)

// IntervalMethods returns every method, for catalogues of words and for tests.
func IntervalMethods() []IntervalMethod {
	return []IntervalMethod{Wilson, WilsonContinuity, ClopperPearson, Jeffreys, JeffreysEqualTailed, AgrestiCoull, Wald}
}

// defaultConfidence is the level of confidence where none is asked for, 95 %.
var defaultConfidence = indicator.MustValue("0.95")

// Sample is x of n: of so many people drawn at random, those who chose something. Shares of a weighted sample have an
// effective size, and stand here as that part of it.
type Sample struct {
	X          indicator.Ratio
	N          indicator.Ratio
	Population indicator.Value // of whom they were drawn without putting back, 总体; absent: as good as endless
}

// Interval is a range for the share that asking everybody would have given, 置信区间. Both bounds are exact, and missing for
// the same reason where there are none.
type Interval struct {
	Method     IntervalMethod   `json:"method"`
	Confidence indicator.Value  `json:"confidence"`
	Size       indicator.Ratio  `json:"size"` // the n it was computed with, 有效样本量
	Low        indicator.Number `json:"low"`
	High       indicator.Number `json:"high"`
}

// Missing returns why there is no interval, or Present.
func (i Interval) Missing() indicator.Reason {
	if i.Low == nil {
		return indicator.NotComputed
	}
	return i.Low.Missing()
}

// without is i without bounds, for the reason why.
func (i Interval) without(why indicator.Reason) Interval {
	i.Low, i.High = indicator.Missing(why), indicator.Missing(why)
	return i
}

// Interval returns the interval of the share by a method, at a confidence above 0 and at most 0.999999; the absent
// confidence is 0.95.
//
// In a finite population the size is n·(N − 1) ÷ (N − n): a convention, which keeps the share and narrows the interval.
// There is none for Census where all were asked, for ZeroDenominator where n is 0, and for NotDefined where x is not
// between 0 and n, n is above the population, or the confidence or the method is none.
func (s Sample) Interval(method IntervalMethod, confidence indicator.Value) Interval {
	if method == "" {
		method = Wilson
	}
	return s.interval(method, newLevel(confidence))
}

func (s Sample) interval(method IntervalMethod, l level) Interval {
	i := Interval{Method: method, Confidence: l.confidence, Size: s.size()}
	if size := i.Size.Missing(); size != indicator.Present {
		return i.without(size)
	}
	b := bounds{n: i.Size, x: s.X.Quo(s.N).Mul(i.Size), level: l}
	compute := b.method(method)
	if compute == nil || l.square.Missing() != indicator.Present {
		return i.without(indicator.NotDefined)
	}
	i.Low, i.High = compute()
	return i
}

// level is a confidence with its quantile z², which all intervals of a survey share.
type level struct {
	confidence indicator.Value
	square     indicator.Real
}

// newLevel takes the default for an absent confidence; z² is missing where the confidence is none.
func newLevel(confidence indicator.Value) level {
	if confidence.IsZero() {
		confidence = defaultConfidence
	}
	if !isConfidence(confidence) {
		return level{confidence, indicator.MissingReal(indicator.NotDefined)}
	}
	return level{confidence, indicator.NormalSquare(confidence.Ratio(indicator.NotDefined))}
}

// isConfidence reports whether c is above 0 and at most 0.999999, so that quantiles stay within reach.
func isConfidence(c indicator.Value) bool {
	return c.Sign() > 0 && c.Cmp(indicator.MustValue("0.999999")) <= 0
}

// size is the n that the interval is computed with.
func (s Sample) size() indicator.Ratio {
	zero := indicator.IntRatio(0, 1)
	n := s.X.Add(s.N).Sub(s.X) // missing where either is
	switch {
	case n.Missing() != indicator.Present:
		return n
	case n.Sign() == 0:
		return indicator.Missing(indicator.ZeroDenominator)
	case n.Sign() < 0 || s.X.Cmp(zero) < 0 || s.X.Cmp(s.N) > 0 || n.Cmp(mostPeople) > 0:
		return indicator.Missing(indicator.NotDefined)
	case s.Population.IsZero():
		return n
	}
	all := s.Population.Ratio(indicator.NoCount)
	switch order := all.Cmp(n); {
	case order < 0:
		return indicator.Missing(indicator.NotDefined)
	case order == 0:
		return indicator.Missing(indicator.Census)
	}
	return n.Mul(all.Sub(indicator.IntRatio(1, 1))).Quo(all.Sub(n))
}

// bounds computes the two bounds of an interval.
type bounds struct {
	x, n indicator.Ratio
	level
}

func (b bounds) method(m IntervalMethod) func() (low, high indicator.Number) {
	switch m {
	case Wilson:
		return b.wilson
	case WilsonContinuity:
		return b.wilsonContinuity
	case ClopperPearson:
		return b.clopperPearson
	case Jeffreys:
		return func() (low, high indicator.Number) { return b.ends(b.jeffreys) }
	case JeffreysEqualTailed:
		return b.jeffreys
	case AgrestiCoull:
		return b.agrestiCoull
	case Wald:
		return b.wald
	}
	return nil
}

func whole(n int64) indicator.Ratio { return indicator.IntRatio(n, 1) }

// tail is α/2.
func (l level) tail() indicator.Ratio {
	return whole(1).Sub(l.confidence.Ratio(indicator.NotDefined)).Quo(whole(2))
}

// none and all report whether nobody and everybody chose it.
func (b bounds) none() bool { return b.x.Sign() == 0 }
func (b bounds) all() bool  { return b.x.Cmp(b.n) == 0 }

// ends has 0 for the lower bound where nobody chose it, and 1 for the upper where everybody did.
func (b bounds) ends(compute func() (low, high indicator.Number)) (low, high indicator.Number) {
	low, high = compute()
	if b.none() {
		low = whole(0)
	}
	if b.all() {
		high = whole(1)
	}
	return low, high
}

func (b bounds) wilson() (low, high indicator.Number) {
	return b.ends(func() (low, high indicator.Number) {
		low, high = b.score()
		return low, high
	})
}

// score is Wilson's interval.
func (b bounds) score() (low, high indicator.Real) {
	z2, x, n, half := b.square, b.x.Real(), b.n.Real(), indicator.IntRatio(1, 2).Real()
	inside := z2.Mul(half).Mul(half).Add(x.Mul(b.n.Sub(b.x).Real()).Quo(n))
	return around(x.Add(z2.Mul(half)), z2.Mul(inside).Sqrt(), n.Add(z2))
}

// around returns (centre − spread) ÷ den and (centre + spread) ÷ den.
func around(centre, spread, den indicator.Real) (low, high indicator.Real) {
	return centre.Sub(spread).Quo(den), centre.Add(spread).Quo(den)
}

// wilsonContinuity is (2x + z² ∓ 1 ∓ z·√(z² ∓ 2 − 1/n + 4p·(n·q ± 1))) ÷ 2(n + z²), upper signs for the lower bound. Within
// ½ of 0 or n, where a part of an effective size may lie, the correction goes beyond the end, and the bound is the end.
func (b bounds) wilsonContinuity() (low, high indicator.Number) {
	z2, two, p := b.square, whole(2), b.x.Quo(b.n)
	rest := b.n.Sub(b.x)
	bound := func(side indicator.Ratio) indicator.Real { // 1 for the lower bound, −1 for the upper
		inside := whole(4).Mul(p).Mul(rest.Add(side)).Sub(two.Mul(side)).Sub(whole(1).Quo(b.n))
		root := z2.Mul(z2.Add(inside.Real())).Sqrt()
		return two.Mul(b.x).Sub(side).Real().Add(z2).Sub(side.Real().Mul(root)).Quo(two.Real().Mul(b.n.Real().Add(z2)))
	}
	half := indicator.IntRatio(1, 2)
	low, high = whole(0), whole(1)
	if b.x.Cmp(half) > 0 {
		low = bound(whole(1))
	}
	if rest.Cmp(half) > 0 {
		high = bound(whole(-1))
	}
	return low, high
}

func (b bounds) clopperPearson() (low, high indicator.Number) {
	one, rest := whole(1), b.n.Sub(b.x)
	low, high = whole(0), whole(1)
	if !b.none() {
		low = indicator.BetaQuantile(b.tail(), b.x, rest.Add(one))
	}
	if !b.all() {
		high = indicator.BetaQuantile(one.Sub(b.tail()), b.x.Add(one), rest)
	}
	return low, high
}

func (b bounds) jeffreys() (low, high indicator.Number) {
	half := indicator.IntRatio(1, 2)
	x, rest := b.x.Add(half), b.n.Sub(b.x).Add(half)
	return indicator.BetaQuantile(b.tail(), x, rest), indicator.BetaQuantile(whole(1).Sub(b.tail()), x, rest)
}

func (b bounds) agrestiCoull() (low, high indicator.Number) {
	z2 := b.square
	size := b.n.Real().Add(z2)
	share := b.x.Real().Add(z2.Quo(whole(2).Real())).Quo(size)
	return cutOff(around(share, z2.Mul(share).Mul(whole(1).Real().Sub(share)).Quo(size).Sqrt(), whole(1).Real()))
}

func (b bounds) wald() (low, high indicator.Number) {
	p := b.x.Quo(b.n)
	variance := p.Mul(whole(1).Sub(p)).Quo(b.n)
	if variance.Sign() == 0 {
		return p, p
	}
	return cutOff(around(p.Real(), b.square.Mul(variance.Real()).Sqrt(), whole(1).Real()))
}

// cutOff keeps the bounds within 0 and 1.
func cutOff(low, high indicator.Real) (indicator.Number, indicator.Number) {
	return within(whole(0), low, high, whole(1))
}

// within keeps the bounds between a least and a greatest number.
func within(least indicator.Ratio, low, high indicator.Real, greatest indicator.Ratio) (indicator.Number, indicator.Number) {
	var l, h indicator.Number = low, high
	if low.Missing() == indicator.Present && low.Cmp(least) < 0 {
		l = least
	}
	if high.Missing() == indicator.Present && high.Cmp(greatest) > 0 {
		h = greatest
	}
	return l, h
}
