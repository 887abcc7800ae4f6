package score

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Rule turns what was observed of a leaf into its score. The zero Rule is invalid.
type Rule struct {
	Kind RuleKind `json:"kind"`

	// Direction is Increase where more is better and Decrease where less is. Points and levels have none. Bands have none where
	// they are of the value, and one where they are of its attainment of a target.
	Direction indicator.Direction `json:"direction,omitempty"`

	// Target is what attainment, bands of attainment and the distance to a target are measured against, for units that
	// have none of their own.
	Target indicator.Value `json:"target,omitzero"`
	// Attainment is how attainment is reckoned where less is better. By ratio an actual of 0 attains the most that counts.
	Attainment indicator.AttainmentForm `json:"attainment,omitempty"`
	// Reference is the code of the unit whose value is the target of the distance to a target.
	Reference string `json:"reference,omitempty"`

	// Low and High are the two values between which the score moves, the lower first whatever the direction: goalposts
	// 门柱值, or the unacceptable and the satisfactory value 不容许值, 满意值 of an efficacy coefficient.
	Low  indicator.Value `json:"low,omitzero"`
	High indicator.Value `json:"high,omitzero"`
	// Scale is the score at the worse and at the better of the two ends; of points, what may be given.
	Scale Scale `json:"scale,omitzero"`
	// Open lets the score go beyond the ends of goalposts, efficacy and the distance to a target.
	Open bool `json:"open,omitempty"`
	// Most is the attainment 完成率 that counts at most, as a share; absent it is 1, so that over-fulfilment earns nothing.
	Most indicator.Value `json:"most,omitzero"`

	Bands  []Band  `json:"bands,omitempty"`
	Levels []Level `json:"levels,omitempty"`
	Ties   Ties    `json:"ties,omitempty"` // of the rules that rank; TiesDense is for totals alone

	Outliers Outliers `json:"outliers,omitzero"`
	Impute   Impute   `json:"impute,omitzero"`
}

// RuleKind says how a score comes of a value x. Where less is better, the rules that compare units reckon as if x were −x.
type RuleKind string

// The rules. s and S are the ends of the scale; the zero Scale is given with each.
const (
	Points     RuleKind = "points"     // 直接评分: x itself
	Attainment RuleKind = "attainment" // 完成率: s + (S − s) × attainment of the target, within 0 and Most; 0 to 100
	Banded     RuleKind = "bands"      // 分档计分: the points of the first band that is reached
	Levels     RuleKind = "levels"     // 定性分级: points within those of the level that was given
	Goalposts  RuleKind = "goalposts"  // 门柱法: s + (S − s) × (x − low) ÷ (high − low), within the ends; 0 to 100
	Efficacy   RuleKind = "efficacy"   // 功效系数法: the same, and on below s when x is worse than the unacceptable value; 60 to 100

	// DistanceToTarget is s + (S − s) × (x − w) ÷ (t − w), where w is the worst value of all units, up to S; 0 to 100. Where
	// even the worst has reached the target all have S, or, if the rule is open, no score, for AlreadyMet.
	DistanceToTarget RuleKind = "distance-to-target" // 距目标法

	// The rules that compare the units with each other.
	MinMax         RuleKind = "min-max"         // 极差标准化: goalposts at the least and the greatest value; 0 to 100
	ZScore         RuleKind = "z-score"         // Z 分数: s + (S − s) × (x − mean) ÷ standard deviation of the sample; 0 to 1
	Rank           RuleKind = "rank"            // 秩: s + (S − s) × (rank − 1), where the worst has the rank 1; 1 to 2
	PercentileRank RuleKind = "percentile-rank" // 百分位秩: s + (S − s) × (rank − 1) ÷ (n − 1); 0 to 100
	ShareOfMost    RuleKind = "share-of-most"   // s + (S − s) × x ÷ the greatest, where less is better 1 − x ÷ the greatest; 0 to 100
	ShareOfSum     RuleKind = "share-of-sum"    // s + (S − s) × x ÷ Σ x, where less is better (1 ÷ x) ÷ Σ (1 ÷ x); 0 to 100
	ShareOfLength  RuleKind = "share-of-length" // 向量归一化: s + (S − s) × x ÷ √Σ x², where less is better 1 − x ÷ √Σ x²; 0 to 100
)

// comparing are the kinds that compare the units and need nothing but them.
func comparing() []RuleKind {
	return []RuleKind{MinMax, ZScore, Rank, PercentileRank, ShareOfMost, ShareOfSum, ShareOfLength}
}

// ruleKinds are all kinds.
func ruleKinds() []RuleKind {
	return append([]RuleKind{Points, Attainment, Banded, Levels, Goalposts, Efficacy, DistanceToTarget}, comparing()...)
}

// compares reports whether the rule compares the units and needs nothing but them.
func (r *Rule) compares() bool { return slices.Contains(comparing(), r.Kind) }

// known reports whether there is a rule, of a kind that exists.
func (r *Rule) known() bool { return r != nil && slices.Contains(ruleKinds(), r.Kind) }

// Scale is two scores. The zero Scale is that of the rule.
type Scale struct {
	From indicator.Value `json:"from"`
	To   indicator.Value `json:"to"`
}

// Band is a step of points.
type Band struct {
	AtLeast indicator.Value `json:"atLeast,omitzero"` // of the value, or of the attainment as a share where the rule has a direction; absent for the last
	Points  indicator.Value `json:"points"`
}

// Level is a grade of a qualitative judgement 定性指标 and the points that may be given within it.
type Level struct {
	Name string          `json:"name"`
	Low  indicator.Value `json:"low"`
	High indicator.Value `json:"high"`
	// Below says that High itself is not among them, but belongs to the level above.
	Below bool `json:"below,omitempty"`
}

// holds reports whether points may be given within the level.
func (l Level) holds(x indicator.Value) bool {
	high := x.Cmp(l.High)
	return x.Cmp(l.Low) >= 0 && (high < 0 || high == 0 && !l.Below)
}

// Impute says what stands for a value that is missing. Of the zero Impute nothing does.
type Impute struct {
	By    ImputeBy        `json:"by,omitempty"`
	Value indicator.Value `json:"value,omitzero"` // of ByValue
}

// ImputeBy is a rule of imputing.
type ImputeBy string

// The rules of imputing; statistics are those of the units of the same period that have a value.
const (
	ByMean     ImputeBy = "mean"
	ByMedian   ImputeBy = "median"   // of an even number the mean of the middle two
	ByWorst    ImputeBy = "worst"    // the worst of them
	ByPrevious ImputeBy = "previous" // the same unit's in the latest earlier period
	ByValue    ImputeBy = "value"    // a stated one
)

// Outliers says which values are brought in before they are scored, 缩尾处理, and how far. The zero Outliers changes nothing.
type Outliers struct {
	// Low and High are the least and the greatest value that counts.
	Low  indicator.Value `json:"low,omitzero"`
	High indicator.Value `json:"high,omitzero"`
	// Share brings in this share of the units at each end to the nearest value that is left, from 0 to less than 0.5.
	Share indicator.Value `json:"share,omitzero"`
	// Count is how many values at most are brought in, the farthest first on the side of the skew, while the values are
	// outliers by the convention of composite indicators: skewness above 2 in magnitude and kurtosis above 3.5, both as
	// estimates of the population's.
	Count int `json:"count,omitempty"`
}

// WithDefaults returns the rule with the scale and the most attainment that stand for those that are absent; bands and levels
// have no scale, and points only one that is stated.
func (r Rule) WithDefaults() Rule {
	if from, to := r.scale(); r.Scale == (Scale{}) && r.Kind != Banded && r.Kind != Levels && r.Kind != Points {
		r.Scale.From, _ = from.Round(0, indicator.HalfUp)
		r.Scale.To, _ = to.Round(0, indicator.HalfUp)
	}
	if r.Kind == Attainment && r.Most.IsZero() {
		r.Most = indicator.IntValue(1)
	}
	return r
}
