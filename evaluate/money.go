package evaluate

import "github.com/planeval/planeval/indicator"

// moneyUnits are the units of money that are converted into one another, the greatest first.
var moneyUnits = [...]string{"亿元", "万元", "元"}

// yuan returns how many yuan a unit of money makes, and 0 for any other unit.
func yuan(unit string) int64 {
	switch unit {
	case "元":
		return 1
	case "万元":
		return 1e4
	case "亿元":
		return 1e8
	}
	return 0
}

// isPercent reports whether a unit is per cent, in either width.
func isPercent(unit string) bool { return unit == "%" || unit == "％" }

// convert returns what a number of one unit is multiplied by to be one of another: 1 for the same unit, and powers of
// ten among 元, 万元 and 亿元. It returns false for any other pair.
func convert(from, to string) (indicator.Value, bool) {
	f, t := yuan(from), yuan(to)
	switch {
	case from == to, isPercent(from) && isPercent(to):
		return indicator.IntValue(1), true
	case f == 0 || t == 0:
		return indicator.Value{}, false
	case f > t:
		return indicator.IntValue(f / t), true
	}
	parts, _ := indicator.IntRatio(f, t).Round(4, indicator.HalfUp)
	if parts.Sign() == 0 { // 元 of 亿元
		parts, _ = indicator.IntRatio(f, t).Round(8, indicator.HalfUp)
	}
	return parts, true
}

// moneyPerUnit returns money, in a unit of money, divided by a quantity, in the greatest unit of money that is no
// greater than its own and in which the quotient is 1 or more, and in yuan where there is none: with that unit and
// the number by which the money was multiplied. Money in a unit that is not converted keeps it.
func moneyPerUnit(money, quantity indicator.Ratio, unit string) (indicator.Ratio, string, indicator.Value) {
	quotient, factor, in := money.Quo(quantity), indicator.IntValue(1), unit
	for _, smaller := range moneyUnits {
		by, ok := convert(unit, smaller)
		if !ok || yuan(smaller) > yuan(unit) || quotient.Missing() != indicator.Present || quotient.Sign() == 0 {
			continue
		}
		factor, in = by, smaller
		if scaled := quotient.Mul(by.Ratio(indicator.NotComputed)); scaled.Cmp(indicator.IntRatio(1, 1)) >= 0 {
			break
		}
	}
	return quotient.Mul(factor.Ratio(indicator.NotComputed)), in, factor
}
