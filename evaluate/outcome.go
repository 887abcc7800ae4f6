package evaluate

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Outcome is what an evaluation leads to, 评估结论: a course to take or a grade. The zero Outcome is undetermined.
type Outcome string

// The outcomes.
const (
	Undetermined Outcome = ""
	Continue     Outcome = "continue"  // 继续执行
	Adjust       Outcome = "adjust"    // 调整、修改
	Suspend      Outcome = "suspend"   // 暂缓
	Terminate    Outcome = "terminate" // 停止
	Excellent    Outcome = "excellent" // 优、优秀
	Good         Outcome = "good"      // 良、良好
	Fair         Outcome = "fair"      // 中、一般
	Poor         Outcome = "poor"      // 差
)

// MarshalText writes the outcome, and "undetermined" for Undetermined.
func (o Outcome) MarshalText() ([]byte, error) {
	if o == Undetermined {
		return []byte("undetermined"), nil
	}
	return []byte(o), nil
}

// UnmarshalText reads what MarshalText writes.
func (o *Outcome) UnmarshalText(text []byte) error {
	*o = Outcome(text)
	if *o == "undetermined" {
		*o = Undetermined
	}
	return nil
}

// Vocabulary is the set of words in which a plan's evaluators give the outcome, 结论用语. The zero Vocabulary is
// ActionWords. Words of different sets stand for the same outcomes where they mean the same.
type Vocabulary string

// The vocabularies. The second is that of the seed, the third and the fourth those of municipal rules on
// post-evaluation, the last that of budget performance evaluation.
const (
	ActionWords       Vocabulary = ""             // 继续执行 · 调整 · 暂缓 · 停止
	DecisionWords     Vocabulary = "decision"     // 继续执行 · 修改 · 暂缓 · 停止
	ContinuationWords Vocabulary = "continuation" // 延续 · 调整 · 终结
	RatingWords       Vocabulary = "rating"       // 优秀 · 良好 · 一般 · 差
	PerformanceWords  Vocabulary = "performance"  // 优 · 良 · 中 · 差
)

// Outcomes returns the outcomes that the vocabulary has words for: the mildest, or the best, first. An unknown
// vocabulary has none.
func (v Vocabulary) Outcomes() []Outcome {
	switch v {
	case ActionWords, DecisionWords:
		return []Outcome{Continue, Adjust, Suspend, Terminate}
	case ContinuationWords:
		return []Outcome{Continue, Adjust, Terminate}
	case RatingWords, PerformanceWords:
		return []Outcome{Excellent, Good, Fair, Poor}
	}
	return nil
}

// Graded reports whether the vocabulary grades a plan instead of saying what to do with it.
func (v Vocabulary) Graded() bool { return v == RatingWords || v == PerformanceWords }

// GradeOf returns the grade of a score by the bands of budget performance evaluation, 预算绩效评价等级: 90 and more are
// excellent, 80 good, 60 fair, less poor. A score that is absent or outside 0 to 100 has none.
func GradeOf(score indicator.Value) Outcome {
	at := func(least int64) bool { return score.Cmp(indicator.IntValue(least)) >= 0 }
	switch {
	case !isScore(score):
		return Undetermined
	case at(90):
		return Excellent
	case at(80):
		return Good
	case at(60):
		return Fair
	}
	return Poor
}

// isScore reports whether a number is there and between 0 and 100.
func isScore(v indicator.Value) bool {
	return !v.IsZero() && v.Sign() >= 0 && v.Cmp(indicator.IntValue(100)) <= 0
}

// Adjustment is the outcome that the plan's own evaluators declare, with their reason, 调整事项.
type Adjustment struct {
	Vocabulary Vocabulary      `json:"vocabulary,omitempty"`
	Outcome    Outcome         `json:"outcome,omitempty"`
	Score      indicator.Value `json:"score,omitzero"` // of a graded vocabulary, 0 to 100
	Text       string          `json:"text,omitempty"`
	Source     string          `json:"source,omitempty"`
}

// Validate returns every fault of the declared outcome.
func (a Adjustment) Validate() indicator.Faults {
	var faults indicator.Faults
	faults.Enum("/vocabulary", a.Vocabulary, ActionWords, DecisionWords, ContinuationWords, RatingWords, PerformanceWords)
	words := []any{Undetermined}
	for _, o := range a.Vocabulary.Outcomes() {
		words = append(words, o)
	}
	if len(words) > 1 {
		faults.Enum("/outcome", a.Outcome, words...)
	}
	validateScore(&faults, "/score", a.Score)
	if !a.Score.IsZero() && !a.Vocabulary.Graded() {
		faults.Add("/score", indicator.FaultConflict, a.Score.String(), "no score beside an outcome that is no grade")
	}
	return faults
}

func validateScore(faults *indicator.Faults, path string, score indicator.Value) {
	if !score.IsZero() && !isScore(score) {
		faults.Add(path, indicator.FaultRange, score.String(), "0 to 100")
	}
}

// Gap says how the declared outcome stands to the supported one. The zero Gap is unknown: one of them is undetermined.
type Gap string

// The gaps.
const (
	GapUnknown Gap = ""
	NoGap      Gap = "none"     // 一致
	Milder     Gap = "milder"   // 偏轻: it changes less, or grades higher, than the findings support
	Stricter   Gap = "stricter" // 偏重
)

// gap compares two outcomes of one vocabulary.
func (v Vocabulary) gap(declared, supported Outcome) Gap {
	order := v.Outcomes()
	d, s := slices.Index(order, declared), slices.Index(order, supported)
	switch {
	case d < 0 || s < 0:
		return GapUnknown
	case d < s:
		return Milder
	case d > s:
		return Stricter
	}
	return NoGap
}
