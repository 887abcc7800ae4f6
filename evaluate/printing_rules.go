package evaluate

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
	"golang.org/x/text/unicode/norm"
)

// factReads are the parts of a plan that hold facts.
func factReads() []string {
	return []string{"/procedure/purpose/facts", "/procedure/contents/*/facts", "/procedure/triggers/*/facts", "/tasks/**/facts",
		"/purpose/facts", "/conformity/facts", "/safeguards/*/facts", "/dimensions/*/facts", "/costs/*/yearly",
		"/opinions/*/facts", "/acceptance/*/facts", "/fit/facts", "/negatives/*/facts", "/effects/*/facts", "/problems/*/facts",
		"/advice/*/facts", "/cases/*/facts", "/cases/*/practice/*/facts"}
}

// printing is a fact that is about an indicator, with the observation of the same period.
type printing struct {
	path        string
	fact        indicator.Fact
	observation indicator.Observation
}

// printings returns, by the indicator's index, the facts that restate it, or with parts those that are parts of it:
// by the indicator's code or, where a fact names no indicator and has a period, by a name that only one indicator
// has. A fact without a period is of that of the actual. What is in another unit that cannot be converted, or of a
// period without an observation by the date of evaluation, cannot be held against the indicator: the printing has no
// observation.
func (e *Evaluation) printings(parts bool) map[int][]printing {
	byCode, byName := map[string]int{}, map[string]int{}
	for i := range e.Indicators {
		byCode[norm.NFC.String(e.Indicators[i].Indicator.Code)] = i
		name := norm.NFC.String(e.Indicators[i].Indicator.Name)
		if _, twice := byName[name]; twice {
			i = -1
		}
		byName[name] = i
	}
	found := map[int][]printing{}
	for path, f := range e.Plan.Facts() {
		i, ok := byCode[norm.NFC.String(f.Indicator)]
		if f.Indicator == "" && !f.Period.IsZero() {
			i, ok = byName[norm.NFC.String(f.Name)]
		}
		if ok && i >= 0 && f.Part == parts {
			found[i] = append(found[i], printing{path, f, e.beside(f, &e.Indicators[i])})
		}
	}
	return found
}

// beside returns the observation of an indicator that a fact about it is held against; none where they cannot be
// compared.
func (e *Evaluation) beside(f indicator.Fact, a *indicator.Assessment) indicator.Observation {
	period := f.Period
	if period.IsZero() {
		period = a.Actual.Period
	}
	o, _ := a.Indicator.Series.Until(e.AsOf).At(period)
	if _, comparable := convert(f.Unit, a.Indicator.Unit); !comparable {
		return indicator.Observation{}
	}
	return o
}

// checkPrintings reports a fact that gives an indicator another value for the same period than its series does. A
// number with fewer places that is the other one rounded half up agrees with it.
func checkPrintings(e *Evaluation) Checked {
	c := Checked{}
	printings := e.printings(false)
	for i := range e.Indicators {
		ind := e.Indicators[i].Indicator
		for _, p := range printings[i] {
			if p.observation.Value.IsZero() {
				continue
			}
			c.answer(p.restates(ind.Unit), p.path, text("indicator", ind.Name), text("value", p.observation.Value.String()),
				text("unit", ind.Unit), text("other", p.fact.Value.String()), text("otherUnit", p.fact.Unit),
				text("period", p.observation.Period.String()))
		}
	}
	return c
}

// restates says whether a fact states the same as the observation, which is in the given unit: as the one rounds to the
// other, whichever has fewer places.
func (p printing) restates(unit string) Status {
	figure := func(v indicator.Value, unit string) indicator.Figure {
		return indicator.Figure{Unit: unit, Result: v.Ratio(indicator.NoObservation)}
	}
	status := agrees(p.fact, figure(p.observation.Value, unit))
	if status == NotMet && p.fact.Qualifier == indicator.Exactly {
		status = agrees(indicator.Fact{Value: p.observation.Value, Unit: unit}, figure(p.fact.Value, p.fact.Unit))
	}
	return status
}

// mostParts bounds the search for parts that were left out.
const mostParts = 24

// checkParts reports an indicator whose listed parts do not add up to its value of the same period, beyond what
// rounding explains; where leaving out one to three of them, and no other so few, makes them add up, it says which.
// That explains a difference and does not undo it.
func checkParts(e *Evaluation) Checked {
	c := Checked{}
	printings := e.printings(true)
	for i := range e.Indicators {
		a := &e.Indicators[i]
		byPeriod := map[indicator.Period][]printing{}
		var periods []indicator.Period
		for _, p := range printings[i] {
			period := p.observation.Period
			if p.observation.Value.IsZero() {
				c.look(p.path)
				c.unknown(indicator.Pointer("indicators", i), text("indicator", a.Indicator.Name), text("part", p.fact.Name))
				periods = nil // without all of the parts there is no sum
				break
			}
			if byPeriod[period] == nil {
				periods = append(periods, period)
			}
			byPeriod[period] = append(byPeriod[period], p)
		}
		for _, period := range periods {
			c.sum(indicator.Pointer("indicators", i), a.Indicator, byPeriod[period])
		}
	}
	return c
}

// sum holds the parts of one period against the whole.
func (c *Checked) sum(path string, ind indicator.Indicator, parts []printing) {
	whole := parts[0].observation
	args := []Arg{text("indicator", ind.Name), text("period", whole.Period.String()), text("value", whole.Value.String()),
		text("count", strconv.Itoa(len(parts)))}
	sum := indicator.Figure{Formula: indicator.FormulaSum, Unit: ind.Unit, Result: indicator.IntRatio(0, 1)}
	total := indicator.IntRatio(0, 1)
	amounts := make([]indicator.Ratio, len(parts))
	allowance := rounding(whole.Value)
	for k, p := range parts {
		c.look(p.path)
		scale, _ := convert(p.fact.Unit, ind.Unit)
		amounts[k] = p.fact.Value.Ratio(indicator.NoObservation).Mul(scale.Ratio(indicator.NotComputed))
		total = total.Add(amounts[k])
		allowance = allowance.Add(rounding(p.fact.Value).Mul(scale.Ratio(indicator.NotComputed)))
		value, _ := amounts[k].Round(maxPlaces, indicator.HalfUp)
		sum.Inputs = append(sum.Inputs, indicator.Input{Symbol: "x" + strconv.Itoa(k+1), Value: value,
			Period: whole.Period, Status: p.fact.Status, Source: p.fact.Source})
		if p.fact.Qualifier != indicator.Exactly {
			c.unknown(path, text("indicator", ind.Name), text("part", p.fact.Name)) // about so many cannot be added
			return
		}
	}
	sum.Result = total
	surplus := total.Sub(whole.Value.Ratio(indicator.NoObservation))
	if magnitude(surplus).Cmp(allowance) <= 0 {
		return
	}
	args = append(args, figure("sum", sum))
	if out := leftOut(amounts, surplus); len(out) > 0 {
		names := make([]string, len(out))
		for k, at := range out {
			names[k] = parts[at].fact.Name
		}
		args = append(args, text("without", names...))
	}
	c.notMet(path, args...)
	c.measured(Margin{By: indicator.IntRatio(0, 1).Sub(magnitude(surplus)), Unit: ind.Unit}, true)
}

// rounding is half of the last place of a number that has decimal places, by which what it stands for may differ; whole
// numbers are counts and exact.
func rounding(v indicator.Value) indicator.Ratio {
	if v.Places() == 0 {
		return indicator.IntRatio(0, 1)
	}
	return halfPlace(v)
}

// halfPlace is half of the last place that a number is printed with.
func halfPlace(v indicator.Value) indicator.Ratio {
	half := indicator.IntRatio(1, 2)
	for range v.Places() {
		half = half.Mul(indicator.IntRatio(1, 10))
	}
	return half
}

// magnitude is a number without its sign.
func magnitude(r indicator.Ratio) indicator.Ratio {
	if r.Sign() < 0 {
		return indicator.IntRatio(0, 1).Sub(r)
	}
	return r
}

// maxPlaces is as many places as a published number that was converted between 元, 万元 and 亿元 can need.
const maxPlaces = 20

// leftOut returns the fewest parts, at most three, that are together as large as the surplus, if there is only one such
// set.
func leftOut(amounts []indicator.Ratio, surplus indicator.Ratio) []int {
	if len(amounts) > mostParts {
		return nil
	}
	for size := 1; size <= 3; size++ {
		var sets [][]int
		choose(amounts, surplus, size, 0, nil, &sets)
		if len(sets) == 1 {
			return sets[0]
		}
		if len(sets) > 1 {
			return nil
		}
	}
	return nil
}

// choose collects the sets of that many amounts, from the given one on, that add up to rest.
func choose(amounts []indicator.Ratio, rest indicator.Ratio, size, from int, chosen []int, sets *[][]int) {
	if size == 0 {
		if rest.Sign() == 0 {
			*sets = append(*sets, append([]int(nil), chosen...))
		}
		return
	}
	for i := from; i < len(amounts); i++ {
		choose(amounts, rest.Sub(amounts[i]), size-1, i+1, append(chosen, i), sets)
	}
}
