package score

import "github.com/planeval/planeval/indicator"

// Weighting says how the children of a node are weighted. The zero Weighting takes the weights that they state, which add up
// to 1, to 100 or to the weight of the node itself.
type Weighting struct {
	Method WeightMethod `json:"method,omitempty"`
	// Relative lets given weights add up to anything.
	Relative bool `json:"relative,omitempty"`

	// Judgements are those of AHP 层次分析法: each pair of children once.
	Judgements []Judgement `json:"judgements,omitempty"`
	Priority   Priority    `json:"priority,omitempty"`
	// RandomIndex is the table by which the consistency ratio is reckoned.
	RandomIndex RandomIndex `json:"randomIndex,omitempty"`
	// AcceptInconsistent uses judgements whose consistency ratio is above 0.1; else they are a fault.
	AcceptInconsistent bool `json:"acceptInconsistent,omitempty"`

	// Places is to how many places derived weights are rounded, half up, before they are used, from 1 to 12; the zero is 6.
	Places int `json:"places,omitempty"`
}

// WeightMethod says where weights come from.
type WeightMethod string

// The methods. Those that compare units need two at least that have all scores of the node's children; the others they
// leave out.
const (
	GivenWeights WeightMethod = ""
	EqualWeights WeightMethod = "equal"
	AHP          WeightMethod = "ahp"             // 层次分析法
	Entropy      WeightMethod = "entropy"         // 熵权法: by 1 − entropy of the shares of the scores
	Critic       WeightMethod = "critic"          // CRITIC: standard deviation × Σ (1 − correlation)
	CriticRank   WeightMethod = "critic-spearman" // the same with the correlation of ranks
	Deviation    WeightMethod = "deviation"       // 标准离差法: by the standard deviation
	Variance     WeightMethod = "variance"        // by the variance
)

// Judgement is a pairwise comparison 判断: that one child is so many times as important as another, 1 to 9 on Saaty's scale.
type Judgement struct {
	More  string          `json:"more"` // the code of a child
	Less  string          `json:"less"`
	Times indicator.Value `json:"times"` // at least 1
}

// Priority is how weights come of judgements.
type Priority string

// The priorities.
const (
	Eigenvector   Priority = ""               // 特征根法: the principal eigenvector
	GeometricMean Priority = "geometric-mean" // 几何平均法 of the rows
	ColumnMean    Priority = "column-mean"    // 和积法: the mean of the rows of the matrix whose columns add up to 1
)

// RandomIndex is a table of random consistency indices 平均随机一致性指标, by the number of children.
type RandomIndex string

// Aggregation says how the scores of a node's children become its own. The zero Aggregation is the weighted mean.
type Aggregation struct {
	Method AggregationMethod `json:"method,omitempty"`
	Power  indicator.Value   `json:"power,omitzero"` // of PowerMean: not 0, from −10 to 10
}

// AggregationMethod is a way of aggregating; w are the weights and x the scores.
type AggregationMethod string

// The methods.
const (
	Arithmetic AggregationMethod = ""          // 加权算术平均: Σ w x ÷ Σ w
	Geometric  AggregationMethod = "geometric" // 加权几何平均: (Π x^w)^(1 ÷ Σ w), of scores above 0
	Harmonic   AggregationMethod = "harmonic"  // 加权调和平均: Σ w ÷ Σ (w ÷ x), of scores above 0
	PowerMean  AggregationMethod = "power"     // 幂平均: (Σ w x^p ÷ Σ w)^(1 ÷ p), of scores above 0
	// Copeland is how many units a unit beats less how many it is beaten by; one beats another when the weights of the
	// children in which it is better, with half of those in which they are equal, are more than half. Where children that are
	// missing are dropped, those count that both units have.
	Copeland AggregationMethod = "copeland"
	// Topsis is d⁻ ÷ (d⁺ + d⁻), with the distances d⁺ and d⁻ of the weighted scores from the best and from the worst score
	// of each child, times 100.
	Topsis AggregationMethod = "topsis" // 逼近理想解排序法
)
