// Package indicator models a plan's indicators — baseline, targets, actuals — and computes how far each has come:
// attainment 完成率, progress 增量完成率 against the elapsed share of time 时间进度, growth, what is still required, and
// where it is heading; each exact, each with its working, and with a verdict by a named method.
//
// It is also the vocabulary of the packages above it: [Value], [Ratio], [Root], [Period], [Fact], [Figure], [Faults].
//
// # Numbers
//
// A published number is a [Value]; it may be absent, and absent is not 0. A computed number is a [Ratio] (an exact
// fraction) or in general irrational: a [Root], a [Log], a [RootRatio], a [SumRate]; it may be missing for a [Reason]. None is
// rounded before it is printed, and comparisons are decided exactly.
package indicator

import (
	"cmp"
	"strconv"
)

// Nature says how firmly a plan is bound to an indicator, 指标属性.
type Nature string

// The natures. The zero Nature is NatureUnstated.
const (
	NatureUnstated Nature = ""
	Binding        Nature = "binding"      // 约束性
	Anticipatory   Nature = "anticipatory" // 预期性
)

// Direction says which way is better, 指标方向. The zero Direction is invalid.
type Direction string

// The directions.
const (
	Increase Direction = "increase" // 正向
	Decrease Direction = "decrease" // 逆向
	Range    Direction = "range"    // 区间: between two bounds
	Maintain Direction = "maintain" // 保持: not below the target
)

// OneWay reports whether the target is a number to be moved toward, so that there is a way from baseline to target;
// there is none where a number is to be kept, or to stay between two.
func (d Direction) OneWay() bool { return d == Increase || d == Decrease }

// Kind says what an indicator's numbers count, 指标类型. The zero Kind is invalid.
type Kind string

// The kinds.
const (
	Level      Kind = "level"      // 时点存量、比重: a stock, a share, or a running total such as 1—10月累计, at a time
	Flow       Kind = "flow"       // 年度流量: counted anew over each period
	Cumulative Kind = "cumulative" // 累计: summed over the plan
	Reduction  Kind = "reduction"  // 累计降低率: cumulative percentage reduction
	Growth     Kind = "growth"     // 年均增速: mean yearly rate
)

// Indicator is one measured aim of a plan, 指标: what is counted, from where, to where, and what has been observed.
// It is plain data; Validate checks it.
type Indicator struct {
	Code       string         `json:"code"`           // unique in the plan
	Name       string         `json:"name"`           // 指标名称
	Unit       string         `json:"unit,omitempty"` // 计量单位; "%" and "‰" make it a share, whose change is a difference and no rate
	Nature     Nature         `json:"nature,omitempty"`
	Direction  Direction      `json:"direction"`
	Kind       Kind           `json:"kind"`
	Attainment AttainmentForm `json:"attainment,omitempty"` // of an indicator that should fall
	Baseline   Period         `json:"baseline,omitzero"`    // 基期; its value is the series' observation of that period
	ByDay      bool           `json:"byDay,omitempty"`      // 时间进度按日计算: elapsed time is counted in days instead of years or months
	Series     Series         `json:"series"`
	Targets    []Target       `json:"targets"`
	Weight     Value          `json:"weight,omitzero"`
	Scope      string         `json:"scope,omitempty"` // 统计口径
	Source     string         `json:"source,omitempty"`
	Note       string         `json:"note,omitempty"`
}

// IsShare reports whether the unit makes the indicator a share, whose change is a difference and no rate.
func (ind Indicator) IsShare() bool { return IsShare(ind.Unit) }

// IsShare reports whether a unit is that of a share, %, its full-width form ％, or ‰.
func IsShare(unit string) bool { return isPercent(unit) || unit == "‰" }

func isPercent(unit string) bool { return unit == "%" || unit == "％" }

// Target returns the target of the last period as it stood on asOf: of those set by then, or at no stated date, the
// one with the latest period, and of these the one set last. A zero asOf sets no limit. It returns false when there
// is none.
func (ind Indicator) Target(asOf Period) (Target, bool) {
	if t := ind.target(asOf); t != nil {
		return *t, true
	}
	return Target{}, false
}

// target is Target without copies; nil when there is none.
func (ind *Indicator) target(asOf Period) *Target {
	var found *Target
	for i := range ind.Targets {
		t := &ind.Targets[i]
		if !asOf.IsZero() && !t.Set.IsZero() && !t.Set.endsBy(asOf) {
			continue
		}
		if found == nil || cmp.Or(t.Period.Compare(found.Period), t.Set.Compare(found.Set)) >= 0 {
			found = t
		}
	}
	return found
}

// validateScheme adds what keeps a kind from being measured, whatever the numbers; see scheme.
func (ind *Indicator) validateScheme(faults *Faults) {
	if (ind.Kind == Reduction || ind.Kind == Growth) && !isPercent(ind.Unit) {
		faults.Add("/unit", FaultConflict, ind.Unit, "% for the kind "+string(ind.Kind))
	}
	if ind.Kind == Reduction && (ind.Direction == Range || ind.Direction == Maintain) {
		faults.Add("/direction", FaultConflict, string(ind.Direction), "increase or decrease for the kind reduction")
	}
}

// Validate returns every fault of the indicator.
func (ind Indicator) Validate() Faults {
	var faults Faults
	faults.Require("/code", ind.Code)
	faults.Require("/name", ind.Name)
	faults.Enum("/nature", ind.Nature, NatureUnstated, Binding, Anticipatory)
	faults.Enum("/direction", ind.Direction, Increase, Decrease, Range, Maintain)
	faults.Enum("/kind", ind.Kind, Level, Flow, Cumulative, Reduction, Growth)
	faults.Enum("/attainment", ind.Attainment, AttainmentRatio, AttainmentDifference)
	if ind.Attainment != AttainmentRatio && (ind.Direction != Decrease || ind.Kind == Reduction) {
		faults.Add("/attainment", FaultConflict, string(ind.Attainment), "no form of attainment for what should not fall")
	}
	ind.validateScheme(&faults)
	if base := ind.Series.at(ind.Baseline); ind.Kind == Reduction && base != nil && base.Value.Sign() != 0 {
		faults.Add("/baseline", FaultConflict, base.Value.String(), "0, or no observation, at the baseline of a reduction, which counts from there")
	}
	faults.Under("/series", ind.Series.Validate())
	type key struct{ period, set Period }
	first := make(map[key]int, len(ind.Targets))
	for i, t := range ind.Targets {
		at := Pointer("targets", i)
		faults.Under(at, t.Validate(ind.Direction))
		if !ind.Baseline.IsZero() && !t.Period.IsZero() && t.Period.Compare(ind.Baseline) <= 0 {
			faults.Add(at+"/period", FaultOrder, t.Period.String(), "a period after the baseline "+ind.Baseline.String())
		}
		k := key{t.Period, t.Set}
		if j, twice := first[k]; twice && !t.Period.IsZero() {
			faults.Add(at+"/period", FaultDuplicate, t.Period.String(), "another period, or another date of setting, than target "+strconv.Itoa(j))
		} else {
			first[k] = i
		}
	}
	if ind.Weight.Sign() < 0 {
		faults.Add("/weight", FaultRange, ind.Weight.String(), "0 or more")
	}
	return faults
}
