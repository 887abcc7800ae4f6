package report

import (
	"strings"
	"unicode"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// leafWorking is how the score of a leaf comes about: its working, or where there is nothing to reckon the name of its rule.
func (s *scorer) leafWorking(unit int, n *score.Node) string {
	w := s.r.Working(unit, n.Code)
	if w.Result.Missing() != indicator.Present {
		return missing
	}
	var remarks []string
	if w.Imputed {
		remarks = append(remarks, s.say("score.imputed"))
	}
	if w.Brought {
		remarks = append(remarks, s.say("score.brought"))
	}
	if said := s.banded(n, w) + s.ended(n, w); said != "" {
		return said + s.paren(s.remarks(remarks...))
	}
	rule := s.word("score-rule", string(n.Rule.Kind), "") + s.paren(s.remarks(append([]string{s.level(unit, n)}, remarks...)...))
	if !strings.Contains(w.Expression, " ") {
		return rule
	}
	put, result := minus(s.put(unit, n, w)), minus(fixed(w.Result))
	if put == result {
		return rule
	}
	return put + " = " + result + s.paren(s.remarks(remarks...))
}

// banded says which band a value has reached.
func (s *scorer) banded(n *score.Node, w score.Working) string {
	if n.Rule.Kind != score.Banded || !present(w.Value) {
		return ""
	}
	if w.Unlimited {
		return s.say("score.band-zero", "zero", "0", "points", s.number(w.Result))
	}
	for _, b := range n.Rule.Bands {
		if b.AtLeast.IsZero() {
			return s.say("score.band-rest", "value", s.measured(n, w.Value))
		}
		if w.Value.Cmp(b.AtLeast.Ratio(indicator.NotDefined)) >= 0 {
			return s.say("score.band-reached", "value", s.measured(n, w.Value), "bound", s.bound(n, b.AtLeast))
		}
	}
	return ""
}

// ended says beyond which end a value lies.
func (s *scorer) ended(n *score.Node, w score.Working) string {
	if !w.Ended || !present(w.Value) || !present(w.End) {
		return ""
	}
	low, high := "low", "high"
	switch n.Rule.Kind {
	case score.Efficacy:
		low, high = "satisfactory", "satisfactory"
	case score.DistanceToTarget:
		low, high = "target", "target"
	}
	end, _ := w.End.(indicator.Ratio)
	value, bound := s.measured(n, w.Value), s.bound(n, written(end))
	lower, upper := s.word("score-end", low, ""), s.word("score-end", high, "")
	switch side := w.Value.Cmp(end); {
	case w.Unlimited:
		return s.say("score.ended-zero", "zero", "0", "end", upper, "bound", bound)
	case side > 0:
		return s.say("score.ended-high", "value", value, "end", upper, "bound", bound)
	case side < 0:
		return s.say("score.ended-low", "value", value, "end", lower, "bound", bound)
	}
	return s.say("score.ended-all", "value", value)
}

// written returns a number as it would be written: in full, or with so many places.
func written(r indicator.Ratio) indicator.Value {
	v, ok := r.Round(operandEnds, indicator.HalfUp)
	if short, err := indicator.ParseValue(trimmed(v.String())); ok && err == nil {
		return short
	}
	return v
}

// measured prints the value of a leaf, in per cent where it is a share.
func (s *scorer) measured(n *score.Node, value indicator.Number) string {
	if shares(n) {
		return s.share(value)
	}
	return minus(s.operand(value))
}

// level is the one that a unit was given for a leaf that is judged by levels.
func (s *scorer) level(unit int, n *score.Node) string {
	if c := s.column(n.Code); c != nil && unit < len(c.Levels) {
		return s.t(c.Levels[unit])
	}
	return ""
}

// column returns what was observed of a leaf, or nil.
func (s *scorer) column(code string) *score.Column {
	for i := range s.r.Data.Columns {
		if s.r.Data.Columns[i].Leaf == code {
			return &s.r.Data.Columns[i]
		}
	}
	return nil
}

// put puts the operands of a leaf's working into its expression; for a value that is a computed figure stands how that was
// computed.
func (s *scorer) put(unit int, n *score.Node, w score.Working) string {
	operands := map[string]indicator.Number{}
	for _, o := range w.Operands {
		operands[o.Symbol] = o.Number
	}
	expression := w.Expression
	if from := operands["f"]; from != nil && from.Cmp(indicator.IntRatio(0, 1)) == 0 { // 0 + (g − 0) × … is g × …
		expression = strings.TrimSuffix(strings.Replace(expression, "f + (g − f) × ", "g × ", 1), " × 1")
	}
	return substitute(expression, func(symbol, before string) (string, bool) {
		o, ok := operands[symbol]
		if !ok {
			return "", false
		}
		if figure := s.figureWorking(unit, n, w, symbol, o); figure != "" {
			if strings.ContainsAny(figure, "+−^(") || before != "×" && before != "" && strings.Contains(figure, " ") {
				return "(" + figure + ")", true
			}
			return figure, true
		}
		return negative(s.operand(o)), true
	})
}

// figureWorking is how the computed figure that a leaf's value is was computed; it is empty where the operand is no such value.
func (s *scorer) figureWorking(unit int, n *score.Node, w score.Working, symbol string, o indicator.Number) string {
	c := s.column(n.Code)
	if c == nil || unit >= len(c.Figures) || w.Imputed || w.Brought || symbol != "a" && symbol != "x" {
		return ""
	}
	f := c.Figures[unit]
	result, exact := f.Result.(indicator.Ratio)
	if !exact || result.Missing() != indicator.Present || o.Cmp(result) != 0 || strings.Contains(f.Expression(), " = ") {
		return ""
	}
	put := s.substituted(f.Expression(), f.Inputs)
	if strings.ContainsFunc(put, unicode.IsLetter) { // an input is not given
		return ""
	}
	return put
}

// How many places of an operand are shown: of one that ends no later in full, of any other some.
const (
	operandEnds   = 6
	operandPlaces = 4
)

// operand prints an operand of a working: in full where it ends.
func (s *scorer) operand(n indicator.Number) string {
	if r, exact := n.(indicator.Ratio); exact {
		if v, ok := r.Round(operandEnds, indicator.HalfUp); ok && v.Ratio(indicator.NotDefined).Cmp(r) == 0 {
			return trimmed(v.String())
		}
	}
	s.rounded = true
	return n.Decimal(operandPlaces, indicator.HalfUp).StringFixed(operandPlaces)
}

// trimmed leaves out zeros at the end behind the point.
func trimmed(number string) string {
	if !strings.Contains(number, ".") {
		return number
	}
	return strings.TrimSuffix(strings.TrimRight(number, "0"), ".")
}
