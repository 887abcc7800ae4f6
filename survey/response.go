package survey

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Dispositions say what became of every case that was drawn, 样本处置结果, in the classes of AAPOR's Standard Definitions
// (10th edition, 2023). An absent count is not 0.
type Dispositions struct {
	Complete         indicator.Value `json:"complete"`           // 完成
	Partial          indicator.Value `json:"partial"`            // 部分完成
	Refusal          indicator.Value `json:"refusal"`            // 拒访及中断
	NonContact       indicator.Value `json:"nonContact"`         // 未联系上
	Other            indicator.Value `json:"other"`              // 其他
	UnknownHousehold indicator.Value `json:"unknownHousehold"`   // 无法判断是否为住户
	UnknownOther     indicator.Value `json:"unknownOther"`       // 其他资格不明
	Eligible         indicator.Value `json:"eligible,omitzero"`  // e: the share of the unknown that is estimated to be eligible, 0 to 1
	Estimate         string          `json:"estimate,omitempty"` // how e was estimated
}

// ResponseRates returns the six response rates of AAPOR, 应答率, from RR1 to RR6. A rate is missing for NoCount when a
// count that it needs, or e, is not stated, and for ZeroDenominator when there is no case.
func (d Dispositions) ResponseRates() []indicator.Figure {
	input := func(symbol string, v indicator.Value) indicator.Input {
		return indicator.Input{Symbol: symbol, Value: v}
	}
	interviews := []indicator.Input{input("I", d.Complete), input("P", d.Partial)}
	known := slices.Concat(interviews, []indicator.Input{input("R", d.Refusal), input("N", d.NonContact), input("O", d.Other)})
	unknown := slices.Concat(known, []indicator.Input{input("U", d.UnknownHousehold), input("V", d.UnknownOther)})
	estimated := slices.Concat(unknown, []indicator.Input{input("e", d.Eligible)})
	total := func(inputs []indicator.Input) indicator.Ratio {
		sum := indicator.IntRatio(0, 1)
		for _, in := range inputs {
			sum = sum.Add(in.Value.Ratio(indicator.NoCount))
		}
		return sum
	}
	some := total(known).Add(d.Eligible.Ratio(indicator.NoCount).Mul(total(unknown[len(known):])))
	complete, both := total(interviews[:1]), total(interviews)
	rates := make([]indicator.Figure, 0, 6)
	for _, r := range []struct {
		formula  indicator.Formula
		inputs   []indicator.Input
		num, den indicator.Ratio
	}{
		{indicator.FormulaResponseRR1, unknown, complete, total(unknown)},
		{indicator.FormulaResponseRR2, unknown, both, total(unknown)},
		{indicator.FormulaResponseRR3, estimated, complete, some},
		{indicator.FormulaResponseRR4, estimated, both, some},
		{indicator.FormulaResponseRR5, known, complete, total(known)},
		{indicator.FormulaResponseRR6, known, both, total(known)},
	} {
		rates = append(rates, indicator.Figure{Formula: r.formula, Inputs: r.inputs, Result: r.num.Quo(r.den)})
	}
	return rates
}

// validate checks that every count is one, and that e is a share.
func (d Dispositions) validate() indicator.Faults {
	var faults indicator.Faults
	for _, c := range []struct {
		path  string
		value indicator.Value
	}{
		{"/complete", d.Complete}, {"/partial", d.Partial}, {"/refusal", d.Refusal}, {"/nonContact", d.NonContact},
		{"/other", d.Other}, {"/unknownHousehold", d.UnknownHousehold}, {"/unknownOther", d.UnknownOther},
	} {
		validateCount(&faults, c.path, c.value)
	}
	if d.Eligible.Sign() < 0 || d.Eligible.Cmp(indicator.IntValue(1)) > 0 {
		faults.Add("/eligible", indicator.FaultRange, d.Eligible.String(), "0 to 1")
	}
	return faults
}
