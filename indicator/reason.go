package indicator

import (
	"fmt"
	"slices"
)

// Reason says why a number or a verdict is absent. Nothing returns 0, NaN or blank in place of a reason.
// The zero Reason is Present.
type Reason uint8

// The reasons. Their texts are stable; one may be retired, never reused.
const (
	Present            Reason = iota
	NotComputed               // nothing asked for it, or it does not apply to this kind of indicator
	NoBaseline                // 缺基期值: the baseline has no value
	NoObservation             // 暂无数据: no observation up to the date of evaluation
	NoPrevious                // the previous year has no observation
	NoTarget                  // there is no target
	NoTolerance               // the target says "about" and states no tolerance
	ZeroDenominator           // the divisor is 0
	NotPositive               // growth from or to a number that is not above 0
	NoTime                    // no time lies between the two periods
	BeforeBaseline            // the observation lies before the baseline
	AfterTarget               // no time is left before the target
	PeriodUnaligned           // a period does not end with a month, so elapsed months are not whole
	SharesUsePoints           // 百分点: a share changes by percentage points, not by per cent
	NoCount                   // a count is not stated
	NotDefined                // the formula is not defined for this kind or direction, or over so long a time
	AlreadyMet                // the target is met, so there is no time at which it will be
	NeverMet                  // going on in this way never meets the target
	BeyondHorizon             // going on in this way does not meet the target within the horizon
	BeforeTarget              // the target's period has not been observed yet
	NoPoints                  // points that the method adds are not given
	TooFewObservations        // fewer observations than the trend needs
	IncompleteSeries          // an observation between the baseline and the actual is missing, so there is no sum or product
	PeriodMismatch            // the two sides are of different periods, and nothing says what they were in the same one
	OutsideBase               // 不计入基数: answers such as "don't know" are counted and have no share
	Withheld                  // 基数过小不予公布: so few answered that the figure would point at single people
	Census                    // 普查: everybody was asked, so nothing is uncertain from drawing a sample
	NotPeople                 // shares of ticks are not shares of people who were drawn one by one
	NoWholeCount              // no whole number of the base is printed so
	NoScore                   // an option of the scale has no score
	OneValue                  // all are the same, so nothing can be compared or spread
	SmallExpected             // 期望频数过小: more than a fifth of the expected counts are below 5
	NotExclusive              // one person may stand in several cells
	TooFewScores              // 得分项不足: fewer parts have a score than the sheet asks for
	NotAdditive               // the parts of a score do not add up to it by this aggregation
	NotLinear                 // the score does not change in proportion to its parts by this aggregation
	WithinError               // 误差范围内: a bound lies within the error of a score that is not exact
	NoSuchWeight              // no weight from 0 up changes the result
	NoGrades                  // the sheet has no grades, or none of a score so low
)

var reasonTexts = [...]string{
	Present: "", NotComputed: "not-computed", NoBaseline: "no-baseline", NoObservation: "no-observation",
	NoPrevious: "no-previous", NoTarget: "no-target", NoTolerance: "no-tolerance", ZeroDenominator: "zero-denominator",
	NotPositive: "not-positive", NoTime: "no-time", BeforeBaseline: "before-baseline", AfterTarget: "after-target",
	PeriodUnaligned: "period-unaligned", SharesUsePoints: "shares-use-points", NoCount: "no-count",
	NotDefined: "not-defined", AlreadyMet: "already-met", NeverMet: "never-met", BeyondHorizon: "beyond-horizon",
	BeforeTarget: "before-target", NoPoints: "no-points",
	TooFewObservations: "too-few-observations",
	IncompleteSeries:   "incomplete-series",
	PeriodMismatch:     "period-mismatch",
	OutsideBase:        "outside-base", Withheld: "withheld", Census: "census", NotPeople: "not-people",
	NoWholeCount: "no-whole-count", NoScore: "no-score", OneValue: "one-value", SmallExpected: "small-expected",
	NotExclusive: "not-exclusive", TooFewScores: "too-few-scores", NotAdditive: "not-additive", NotLinear: "not-linear",
	WithinError: "within-error", NoSuchWeight: "no-such-weight", NoGrades: "no-grades",
}

// Reasons returns every reason but Present, for catalogues of words.
func Reasons() []Reason {
	all := make([]Reason, 0, len(reasonTexts)-1)
	for r := NotComputed; int(r) < len(reasonTexts); r++ {
		all = append(all, r)
	}
	return all
}

// String returns the reason's stable text, such as "no-baseline".
func (r Reason) String() string {
	if int(r) < len(reasonTexts) {
		return reasonTexts[r]
	}
	return fmt.Sprintf("reason-%d", uint8(r))
}

// MarshalText returns the stable text.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the stable text.
func (r *Reason) UnmarshalText(text []byte) error {
	i := slices.Index(reasonTexts[:], string(text))
	if i < 0 {
		return fmt.Errorf("indicator: unknown reason %q", text)
	}
	*r = Reason(i)
	return nil
}
