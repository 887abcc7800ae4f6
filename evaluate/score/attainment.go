package score

import "github.com/planeval/planeval/indicator"

// alone scores a unit by the rules that look at nothing but it.
func (r *Rule) alone(c *cells, unit int) indicator.Ratio {
	x := c.value[unit]
	switch {
	case x.Missing() == indicator.NoObservation && r.Kind == Levels:
		return indicator.Missing(indicator.NoScore)
	case x.Missing() != indicator.Present:
		return x
	}
	switch r.Kind {
	case Attainment:
		return r.attained(c.attainment(r, unit))
	case Banded:
		if r.Direction != "" {
			x = c.attainment(r, unit)
		}
		return r.band(x)
	}
	return x
}

// measuresTarget reports whether the rule measures values against targets.
func (r *Rule) measuresTarget() bool {
	return r.Kind == Attainment || r.Kind == Banded && r.Direction != ""
}

// attainment returns 完成率 of a unit: a ÷ t, where less is better t ÷ a or, by difference, 2 − a ÷ t, missing for NotPositive
// where one of them is below 0. Of an actual of 0, where less is better, t ÷ a is more than any number, so it is the most that
// counts. A figure that is an attainment already is that.
func (c *cells) attainment(r *Rule, unit int) indicator.Ratio {
	a, t := c.value[unit], c.target[unit]
	switch {
	case c.share && t.Missing() != indicator.Present:
		return a
	case a.Sign() < 0 || t.Sign() < 0:
		return indicator.Missing(indicator.NotPositive)
	case r.Direction != indicator.Decrease:
		return a.Quo(t)
	case r.Attainment == indicator.AttainmentDifference:
		return number(2).Sub(a.Quo(t))
	case r.unlimited(c, unit):
		return r.best()
	}
	return t.Quo(a)
}

// unlimited reports whether less is better and the actual is 0, as little as there can be, so that t ÷ a is no number.
func (r *Rule) unlimited(c *cells, unit int) bool {
	a, t := c.value[unit], c.target[unit]
	return r.Direction == indicator.Decrease && r.Attainment == indicator.AttainmentRatio &&
		a.Missing() == indicator.Present && a.Sign() == 0 && t.Sign() > 0
}

// best returns the attainment beyond which more of it earns nothing: the most that counts or, of bands, what the first asks.
func (r *Rule) best() indicator.Ratio {
	if r.Kind == Banded && !r.Bands[0].AtLeast.IsZero() {
		return r.Bands[0].AtLeast.Ratio(indicator.NotDefined)
	}
	return r.most()
}

// attained returns the score of an attainment.
func (r *Rule) attained(share indicator.Ratio) indicator.Ratio {
	from, to := r.scale()
	switch most := r.most(); {
	case share.Missing() != indicator.Present:
		return share
	case share.Sign() < 0:
		share = number(0)
	case share.Cmp(most) > 0:
		share = most
	}
	return from.Add(to.Sub(from).Mul(share))
}

// most returns the attainment that counts at most.
func (r *Rule) most() indicator.Ratio {
	if r.Most.IsZero() {
		return number(1)
	}
	return r.Most.Ratio(indicator.NotDefined)
}

// band returns the points of the first band that x reaches.
func (r *Rule) band(x indicator.Ratio) indicator.Ratio {
	if x.Missing() != indicator.Present {
		return x
	}
	for _, b := range r.Bands {
		if b.AtLeast.IsZero() || x.Cmp(b.AtLeast.Ratio(indicator.NotDefined)) >= 0 {
			return b.Points.Ratio(indicator.NoPoints)
		}
	}
	return indicator.Missing(indicator.NoPoints)
}
