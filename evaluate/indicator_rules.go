package evaluate

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
)

// indicatorRule is a rule that looks at every indicator by itself: check records in c what it looked at and adds what
// is not in order; fields are those of the indicators that it reads.
func indicatorRule(id string, severity Severity, pack Pack, check func(c *Checked, path string, a *indicator.Assessment), fields ...string) Rule {
	return Rule{ID: id, Revision: 1, Severity: severity, Basis: basedOn(pack), Reads: ofIndicators(fields...), Check: func(e *Evaluation) Checked {
		c := Checked{}
		for i := range e.Indicators {
			check(&c, indicator.Pointer("indicators", i), &e.Indicators[i])
		}
		return c
	}}
}

// ofIndicators are the named fields of every indicator, as a rule reads them.
func ofIndicators(fields ...string) []string { return prefixed("/indicators/*/", fields) }

// paceReads are the fields that say how an indicator comes along.
func paceReads() []string { return ofIndicators("baseline", "series", "targets") }

// prefixed puts a prefix before each of the names.
func prefixed(prefix string, names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = prefix + name
	}
	return list
}

func indicatorRules() []Rule {
	return []Rule{
		indicatorRule("indicator.observation-missing", High, GoodPractice, checkObservation, "series"),
		indicatorRule("indicator.series-incomplete", High, GoodPractice, checkGaps, "series"),
		indicatorRule("indicator.target-missing", High, GoodPractice, checkTarget, "targets"),
		{ID: "indicator.behind", Revision: 1, Severity: High, Basis: basedOn(OwnScheme), Reads: paceReads(), Check: checkBehind},
		{ID: "indicator.binding-missed", Revision: 1, Severity: High, Basis: basedOn(GoodPractice), Reads: ofIndicators("nature", "series", "targets"), Check: checkVeto},
		indicatorRule("indicator.slipped", High, GoodPractice, checkSlipped, "series", "targets"),
		indicatorRule("indicator.target-against-direction", High, GoodPractice, checkSides, "baseline", "series", "targets"),
		indicatorRule("indicator.baseline-missing", Medium, GoodPractice, checkBaseline, "baseline", "series"),
		{ID: "indicator.data-years-mixed", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: ofIndicators("series"), Check: checkDataYears},
		indicatorRule("indicator.target-out-of-reach", Medium, OwnScheme, checkReach, "baseline", "series", "targets"),
		{ID: "indicator.methods-disagree", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: paceReads(), Check: checkMethods},
		indicatorRule("indicator.attainment-implausible", Medium, GoodPractice, checkPlausible, "series", "targets"),
		indicatorRule("indicator.value-derived", Low, GoodPractice, checkDerived, "series"),
		{ID: "indicator.values-differ", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: append(ofIndicators("series"), factReads()...), Check: checkPrintings},
		{ID: "indicator.parts-differ", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: append(ofIndicators("series"), factReads()...), Seeks: factReads(), Check: checkParts},
		{ID: "indicator.unserved", Revision: 1, Severity: Medium, Basis: basedOn(GoodPractice), Reads: ofIndicators("code"), Seeks: ofTasks("indicators"), Check: checkServed},
		indicatorRule("indicator.unit-missing", Low, GoodPractice, checkUnit, "unit"),
		{ID: "indicator.scope-unstated", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: ofIndicators("scope"), Seeks: ofIndicators("scope"), Check: checkScope},
		{ID: "indicator.nature-unstated", Revision: 1, Severity: Low, Basis: basedOn(GoodPractice), Reads: ofIndicators("nature"), Seeks: ofIndicators("nature"), Check: checkNature},
	}
}

// checkBehind reports an indicator that the first method calls behind or reversed, with the tasks that serve it. It
// looks at those that are judged in the words of the method schedule; what other words stand for is not known here.
func checkBehind(e *Evaluation) Checked {
	c := Checked{}
	for i := range e.Indicators {
		a, path := &e.Indicators[i], indicator.Pointer("indicators", i)
		j := a.Judgements[0]
		behind := fallsBehind(j.Verdict)
		if !behind && !keepsUp(j.Verdict) {
			continue
		}
		c.look(path)
		if behind {
			c.notMet(path, e.behindArgs(i)...)
		}
		c.measured(Margin{By: j.By(), Unit: marginUnit(a, j)}, behind)
	}
	return c
}

// behindArgs are the facts of the i-th indicator, which is behind.
func (e *Evaluation) behindArgs(i int) []Arg {
	a := &e.Indicators[i]
	j := a.Judgements[0]
	args := []Arg{text("indicator", a.Indicator.Name), text("method", j.Method), text("verdict", string(j.Verdict))}
	for _, formula := range []indicator.Formula{indicator.FormulaScheduleGap, indicator.FormulaScheduleGapReduction, indicator.FormulaRateGap} {
		if gap, ok := a.Figure(formula); ok && gap.Result.Missing() == indicator.Present {
			args = append(args, figure("gap", gap))
		}
	}
	var serving []string
	for _, t := range e.Links.Indicators[i].Tasks {
		serving = append(serving, t.Code)
	}
	if len(serving) > 0 {
		args = append(args, text("serving", serving...))
	}
	return args
}

// marginUnit is the unit of a judgement's margin: that of the indicator where the actual was held against the target,
// none where a ratio was held against a band.
func marginUnit(a *indicator.Assessment, j indicator.Judgement) string {
	if j.Decisive == "" {
		return a.Indicator.Unit
	}
	return ""
}

// checkVeto reports a binding indicator that a method with a veto calls missed, which no other result makes up for. It
// looks at the binding indicators that such a method has judged.
func checkVeto(e *Evaluation) Checked {
	c := Checked{}
	for i := range e.Indicators {
		a := &e.Indicators[i]
		for k, j := range a.Judgements {
			if !e.Methods[k].Vetoes || j.Verdict == indicator.NotJudged || !j.Veto && a.Indicator.Nature != indicator.Binding {
				continue
			}
			c.look(indicator.Pointer("indicators", i))
			if j.Veto {
				c.notMet(indicator.Pointer("indicators", i), text("indicator", a.Indicator.Name), text("method", j.Method),
					text("verdict", string(j.Verdict)))
			}
		}
	}
	return c
}

// implausible is the attainment above which a number or its unit is likely to be wrong, such as yuan for 10,000 yuan.
const implausible = 10

// checkPlausible reports an attainment above 1000 %; the figure stays as it is.
func checkPlausible(c *Checked, path string, a *indicator.Assessment) {
	attainment := a.Attainment()
	if attainment.Missing() != indicator.Present {
		return
	}
	c.look(path)
	if attainment.Cmp(indicator.IntRatio(implausible, 1)) > 0 {
		f, _ := a.Figure(a.AttainmentFormula())
		c.notMet(path, text("indicator", a.Indicator.Name), figure("attainment", f))
	}
}

// checkSlipped reports an indicator that met its target once and does not any more.
func checkSlipped(c *Checked, path string, a *indicator.Assessment) {
	if _, why := a.Met(); why != indicator.Present {
		return
	}
	c.look(path)
	if o, slipped := a.Slipped(); slipped {
		c.notMet(path+"/series", text("indicator", a.Indicator.Name), text("period", o.Period.String()), text("value", o.Value.String()),
			text("latest", a.Actual.Period.String()), text("actual", a.Actual.Value.String()))
	}
}

// checkReach reports an indicator that at least one way of going on leaves short of its target. It looks at those whose
// target still lies ahead.
func checkReach(c *Checked, path string, a *indicator.Assessment) {
	if met, why := a.Met(); why != indicator.Present || met || a.Left.Total == 0 {
		return
	}
	args := []Arg{text("indicator", a.Indicator.Name)}
	projected, short := 0, 0
	for _, p := range a.Projections() {
		if p.MeetsReason != indicator.Present {
			continue
		}
		projected++
		if !p.Meets {
			short++
			args = append(args, figure(string(p.Value.Formula), p.Value))
		}
	}
	for _, formula := range []indicator.Formula{indicator.FormulaRequiredStep, indicator.FormulaRequiredReduction} {
		if required, ok := a.Figure(formula); ok {
			args = append(args, figure("required", required))
		}
	}
	if projected > 0 {
		c.look(path)
	}
	if short > 0 {
		args = append(args, text("short", strconv.Itoa(short)), text("projected", strconv.Itoa(projected)))
		c.notMet(path, args...)
	}
}

// checkMethods reports an indicator that a further method judges otherwise than the first one: methods of the same
// vocabulary by another verdict, all others where one verdict is favourable and the other is not. Only where both give
// a verdict can they be compared.
func checkMethods(e *Evaluation) Checked {
	c := Checked{}
	for i := range e.Indicators {
		a := &e.Indicators[i]
		first := a.Judgements[0]
		args := []Arg{text("indicator", a.Indicator.Name)}
		compared := false
		for k, j := range a.Judgements[1:] {
			one, other := e.Methods[0], e.Methods[k+1]
			same := slices.Equal(one.Verdicts, other.Verdicts)
			if first.Verdict == indicator.NotJudged || j.Verdict == indicator.NotJudged ||
				!same && (one.Favourable == 0 || other.Favourable == 0) {
				continue
			}
			compared = true
			if same && j.Verdict != first.Verdict || !same && first.Favourable != j.Favourable {
				args = append(args, text("method", j.Method), text("verdict", string(j.Verdict)))
			}
		}
		if compared {
			c.look(indicator.Pointer("indicators", i))
		}
		if len(args) > 1 {
			c.notMet(indicator.Pointer("indicators", i), args...)
		}
	}
	return c
}
