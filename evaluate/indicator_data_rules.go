package evaluate

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
)

func checkObservation(c *Checked, path string, a *indicator.Assessment) {
	c.require(!a.Actual.Value.IsZero() || len(a.Gaps()) > 0, path+"/series", text("indicator", a.Indicator.Name))
}

// checkGaps reports a sum or a mean over the plan that cannot be computed because a period between is missing.
func checkGaps(c *Checked, path string, a *indicator.Assessment) {
	if len(a.Run) == 0 {
		return
	}
	c.look(path)
	if gaps := a.Gaps(); len(gaps) > 0 {
		periods := make([]string, len(gaps))
		for i, p := range gaps {
			periods[i] = p.String()
		}
		c.notMet(path+"/series", text("indicator", a.Indicator.Name), text("periods", periods...))
	}
}

func checkTarget(c *Checked, path string, a *indicator.Assessment) {
	c.require(!a.Target.Period.IsZero(), path+"/targets", text("indicator", a.Indicator.Name))
}

// checkSides reports an indicator whose baseline lies beyond its target, so that its direction or its target may be
// wrong.
func checkSides(c *Checked, path string, a *indicator.Assessment) {
	if !a.Indicator.Direction.OneWay() || a.Baseline.Value.IsZero() || a.Target.Value.IsZero() {
		return
	}
	c.look(path)
	if a.StartsBeyond() {
		c.notMet(path+"/targets", text("indicator", a.Indicator.Name), text("baseline", a.Baseline.Value.String()),
			text("target", a.Target.Value.String()))
	}
}

// checkBaseline reports an indicator whose progress cannot be computed for want of a baseline; it looks at those whose
// progress needs one.
func checkBaseline(c *Checked, path string, a *indicator.Assessment) {
	ind := a.Indicator
	if !ind.Direction.OneWay() || ind.Kind != indicator.Level && ind.Kind != indicator.Flow {
		return
	}
	c.require(!a.Baseline.Value.IsZero(), path+"/series", text("indicator", a.Indicator.Name), text("period", a.Baseline.Period.String()))
}

// checkDataYears reports yearly indicators whose actuals are of an earlier year than the latest one in the plan. Data
// within the year come sooner and are not compared.
func checkDataYears(e *Evaluation) Checked {
	c := Checked{}
	var latest indicator.Period
	yearly := func(a indicator.Assessment) bool { return !a.Actual.Value.IsZero() && a.Actual.Period.IsYear() }
	for i, a := range e.Indicators {
		if yearly(a) {
			c.look(indicator.Pointer("indicators", i, "series"))
			if a.Actual.Period.Compare(latest) > 0 {
				latest = a.Actual.Period
			}
		}
	}
	if len(c.Evidence) < 2 {
		return Checked{}
	}
	for i, a := range e.Indicators {
		if yearly(a) && a.Actual.Period != latest {
			c.notMet(indicator.Pointer("indicators", i, "series"), text("indicator", a.Indicator.Name),
				text("period", a.Actual.Period.String()), text("latest", latest.String()))
		}
	}
	return c
}

// checkDerived reports a verdict that rests on a number which the source does not print.
func checkDerived(c *Checked, path string, a *indicator.Assessment) {
	if a.Judgements[0].Verdict == indicator.NotJudged {
		return
	}
	c.look(path)
	observations := a.Run // of a sum, which is derived itself, and of a mean
	if len(observations) == 0 {
		observations = indicator.Series{a.Baseline, a.Actual}
	}
	for _, o := range observations {
		if o.Status == indicator.Derived && !o.Value.IsZero() {
			c.notMet(path+"/series", text("indicator", a.Indicator.Name), text("period", o.Period.String()), text("value", o.Value.String()))
		}
	}
}

// checkNature reports once which indicators are not said to be binding or anticipatory.
func checkNature(e *Evaluation) Checked {
	c := Checked{}
	var unstated []string
	for i, a := range e.Indicators {
		c.look(indicator.Pointer("indicators", i, "nature"))
		if a.Indicator.Nature == indicator.NatureUnstated {
			unstated = append(unstated, a.Indicator.Name)
		}
	}
	if len(unstated) > 0 {
		c.notMet("/indicators", text("indicators", unstated...), text("count", strconv.Itoa(len(unstated))))
	}
	return c
}

// checkUnit reports an indicator that does not say what it is counted in.
func checkUnit(c *Checked, path string, a *indicator.Assessment) {
	c.require(a.Indicator.Unit != "", path+"/unit", text("indicator", a.Indicator.Name))
}

// checkScope reports once which indicators do not say what is counted, 统计口径.
func checkScope(e *Evaluation) Checked {
	c := Checked{}
	var unstated []string
	for i, a := range e.Indicators {
		c.look(indicator.Pointer("indicators", i, "scope"))
		if a.Indicator.Scope == "" {
			unstated = append(unstated, a.Indicator.Name)
		}
	}
	if len(unstated) > 0 {
		c.notMet("/indicators", text("indicators", unstated...), text("count", strconv.Itoa(len(unstated))))
	}
	return c
}
