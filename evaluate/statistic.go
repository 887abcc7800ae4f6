package evaluate

import "github.com/planeval/planeval/indicator"

// Cost is money put in over whole calendar years, 投入.
type Cost struct {
	Code   string           `json:"code"`
	Name   string           `json:"name"`
	Unit   string           `json:"unit"`
	Total  indicator.Value  `json:"total"`
	Start  indicator.Period `json:"start"`
	End    indicator.Period `json:"end"`             // the last period with spending, begun or complete
	Yearly indicator.Fact   `json:"yearly,omitzero"` // the yearly average that the source prints
	Source string           `json:"source,omitempty"`
}

// Statistic is a named series, such as a benefit or an economic aggregate, and the changes that the source prints.
type Statistic struct {
	Code      string           `json:"code"`
	Name      string           `json:"name"`
	Unit      string           `json:"unit,omitempty"`
	Science   bool             `json:"science,omitempty"`   // 科技创新发展 rather than 经济社会发展, where the two are set side by side
	Indicator string           `json:"indicator,omitempty"` // code of the indicator whose series it is; then Series is empty
	Series    indicator.Series `json:"series,omitempty"`
	Changes   []Change         `json:"changes,omitempty"`
	Source    string           `json:"source,omitempty"`
}

// ChangeKind says what a printed change is. The zero ChangeKind is invalid.
type ChangeKind string

// The kinds of change.
const (
	Relative ChangeKind = "relative" // 增长…%
	Absolute ChangeKind = "absolute" // 增加…, in the statistic's unit; for shares percentage points 百分点
)

// Change is a change between two periods as the source prints it.
type Change struct {
	Kind   ChangeKind       `json:"kind"`
	From   indicator.Period `json:"from"`
	To     indicator.Period `json:"to"`
	Value  indicator.Value  `json:"value"` // 95.45 is 95.45 %, or 95.45 units
	Source string           `json:"source,omitempty"`
}
