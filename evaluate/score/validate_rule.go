package score

import (
	"fmt"

	"github.com/planeval/planeval/indicator"
)

// rule checks the rule of a leaf: what its kind needs is there, and nothing that it would not look at.
func (v *validator) rule(r *Rule, at string) {
	if !r.known() { // so what it needs is not known either
		var kinds []any
		for _, k := range ruleKinds() {
			kinds = append(kinds, k)
		}
		v.Enum(at+"/kind", r.Kind, kinds...)
		return
	}
	switch r.Kind {
	case Points, Levels:
		v.unused(r.Direction != "", at+"/direction", string(r.Direction), r)
	case Banded:
		v.Enum(at+"/direction", r.Direction, indicator.Direction(""), indicator.Increase, indicator.Decrease)
	default:
		v.Enum(at+"/direction", r.Direction, indicator.Increase, indicator.Decrease)
	}
	v.ruleNumbers(r, at)
	v.bands(r, at)
	v.levels(r, at)
	v.scale(r, at)
	if r.Kind == Rank || r.Kind == PercentileRank {
		v.Enum(at+"/ties", r.Ties, TiesFirst, TiesLast, TiesAverage)
	} else {
		v.unused(r.Ties != "", at+"/ties", string(r.Ties), r)
	}
	v.outliers(r.Outliers, at+"/outliers")
	v.unused(r.Impute.By != "" && r.Kind == Levels, at+"/impute", string(r.Impute.By), r)
	if r.Impute.By == ByWorst && r.Kind == Banded && r.Direction == "" {
		v.Add(at+"/impute/by", indicator.FaultConflict, string(ByWorst), "a direction, which says what is worse")
	}
	if x := r.Impute.Value; r.Kind == Points && !x.IsZero() && !r.Scale.From.IsZero() && !r.Scale.To.IsZero() && (x.Cmp(r.Scale.From) < 0 || x.Cmp(r.Scale.To) > 0) {
		v.Add(at+"/impute/value", indicator.FaultRange, x.String(), r.Scale.From.String()+" to "+r.Scale.To.String())
	}
	v.Enum(at+"/impute/by", r.Impute.By, ImputeBy(""), ByMean, ByMedian, ByWorst, ByPrevious, ByValue)
	if given := !r.Impute.Value.IsZero(); given != (r.Impute.By == ByValue) {
		v.Add(at+"/impute/value", indicator.FaultConflict, r.Impute.Value.String(), "a number if by is value, and only then")
	}
}

// unused adds a fault for something that the rule does not look at.
func (v *validator) unused(given bool, at, value string, r *Rule) {
	if given {
		v.Add(at, indicator.FaultConflict, value, "nothing: the rule "+string(r.Kind)+" does not look at it")
	}
}

// ruleNumbers checks targets and ends.
func (v *validator) ruleNumbers(r *Rule, at string) {
	v.unused(!r.Target.IsZero() && !r.measuresTarget() && r.Kind != DistanceToTarget, at+"/target", r.Target.String(), r)
	v.unused(r.Reference != "" && r.Kind != DistanceToTarget, at+"/reference", r.Reference, r)
	if r.Kind == DistanceToTarget && r.Target.IsZero() == (r.Reference == "") {
		v.Add(at+"/target", indicator.FaultRequired, r.Target.String(), "either a target or a reference")
	}
	if r.measuresTarget() && r.Direction == indicator.Decrease {
		v.Enum(at+"/attainment", r.Attainment, indicator.AttainmentRatio, indicator.AttainmentDifference)
	} else {
		v.unused(r.Attainment != "", at+"/attainment", string(r.Attainment), r)
	}
	v.unused(!r.Most.IsZero() && r.Kind != Attainment, at+"/most", r.Most.String(), r)
	if !r.Most.IsZero() && r.Most.Sign() <= 0 {
		v.Add(at+"/most", indicator.FaultRange, r.Most.String(), "above 0")
	}
	between := r.Kind == Goalposts || r.Kind == Efficacy
	v.unused(r.Open && !between && r.Kind != DistanceToTarget, at+"/open", "true", r)
	if !between {
		v.unused(!r.Low.IsZero(), at+"/low", r.Low.String(), r)
		v.unused(!r.High.IsZero(), at+"/high", r.High.String(), r)
		return
	}
	v.needed(at+"/low", r.Low)
	v.needed(at+"/high", r.High)
	v.ordered(at+"/high", r.Low, r.High)
}

// needed adds a fault for a number that is not given.
func (v *validator) needed(at string, x indicator.Value) {
	if x.IsZero() {
		v.Add(at, indicator.FaultRequired, "", "a number")
	}
}

// ordered adds a fault unless high is above low, where both are given.
func (v *validator) ordered(at string, low, high indicator.Value) {
	if !low.IsZero() && !high.IsZero() && low.Cmp(high) >= 0 {
		v.Add(at, indicator.FaultOrder, high.String(), "above "+low.String())
	}
}

func (v *validator) bands(r *Rule, at string) {
	if r.Kind != Banded {
		v.unused(len(r.Bands) > 0, at+"/bands", "", r)
		return
	}
	if len(r.Bands) == 0 {
		v.Add(at+"/bands", indicator.FaultRequired, "", "a list of bands")
	}
	if n := len(r.Bands); n > 0 && !r.Bands[n-1].AtLeast.IsZero() {
		v.Add(at+indicator.Pointer("bands", n-1, "atLeast"), indicator.FaultConflict, r.Bands[n-1].AtLeast.String(), "none: the last band has the points of all below the others")
	}
	for i, b := range r.Bands {
		band := at + indicator.Pointer("bands", i)
		v.descending(band+"/atLeast", i, len(r.Bands), b.AtLeast, func() indicator.Value { return r.Bands[i-1].AtLeast })
		v.needed(band+"/points", b.Points)
	}
}

func (v *validator) levels(r *Rule, at string) {
	if r.Kind != Levels {
		v.unused(len(r.Levels) > 0, at+"/levels", "", r)
		return
	}
	if len(r.Levels) == 0 {
		v.Add(at+"/levels", indicator.FaultRequired, "", "a list of levels")
	}
	names := map[string]bool{}
	for i, l := range r.Levels {
		level := at + indicator.Pointer("levels", i)
		v.Require(level+"/name", l.Name)
		if names[l.Name] && l.Name != "" {
			v.Add(level+"/name", indicator.FaultDuplicate, l.Name, "a name of its own")
		}
		names[l.Name] = true
		v.needed(level+"/low", l.Low)
		v.needed(level+"/high", l.High)
		if l.Below {
			v.ordered(level+"/high", l.Low, l.High)
		} else if !l.High.IsZero() && l.Low.Cmp(l.High) > 0 {
			v.Add(level+"/high", indicator.FaultOrder, l.High.String(), "at least "+l.Low.String())
		}
	}
}

func (v *validator) scale(r *Rule, at string) {
	switch r.Kind {
	case Banded, Levels:
		v.unused(r.Scale != Scale{}, at+"/scale", "", r)
		return
	}
	if r.Scale == (Scale{}) {
		return
	}
	if r.Scale.From.IsZero() || r.Scale.To.IsZero() {
		v.Add(at+"/scale", indicator.FaultRequired, r.Scale.From.String()+r.Scale.To.String(), "both from and to")
	}
	v.ordered(at+"/scale/to", r.Scale.From, r.Scale.To)
}

// mostBrought is how many outliers can be brought in: practice stops at five.
const mostBrought = 20

func (v *validator) outliers(o Outliers, at string) {
	v.ordered(at+"/high", o.Low, o.High)
	if !o.Share.IsZero() && (o.Share.Sign() < 0 || o.Share.Cmp(indicator.MustValue("0.5")) >= 0) {
		v.Add(at+"/share", indicator.FaultRange, o.Share.String(), "0 to less than 0.5")
	}
	if o.Count < 0 || o.Count > mostBrought {
		v.Add(at+"/count", indicator.FaultRange, fmt.Sprint(o.Count), fmt.Sprintf("0 to %d", mostBrought))
	}
}
