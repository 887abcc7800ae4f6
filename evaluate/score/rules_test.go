package score_test

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	more = indicator.Increase
	less = indicator.Decrease
)

func literal(s string) indicator.Value { return indicator.MustValue(s) }

// row reads values with a space between them, of which - is absent.
func row(s string) []indicator.Value {
	var values []indicator.Value
	for _, word := range strings.Fields(s) {
		if word == "-" {
			word = ""
		}
		values = append(values, literal(word))
	}
	return values
}

func leafNode(code string, rule score.Rule) score.Node {
	return score.Node{Code: code, Name: code, Rule: &rule}
}

// pointed is a leaf whose score is what was observed.
func pointed(code, weight string) score.Node {
	n := leafNode(code, score.Rule{Kind: score.Points})
	n.Weight = literal(weight)
	return n
}

func leafSheet(rule score.Rule) score.Sheet {
	return score.Sheet{Code: "s", Title: "S", Root: leafNode("x", rule)}
}

// unitsOf names units: a code for each, with its period after @ if it has one.
func unitsOf(t *testing.T, codes string) []score.Unit {
	t.Helper()
	var units []score.Unit
	for _, word := range strings.Fields(codes) {
		code, period, _ := strings.Cut(word, "@")
		p, err := indicator.ParsePeriod(period)
		require.NoError(t, err)
		units = append(units, score.Unit{Code: code, Name: code, Period: p})
	}
	return units
}

// rowData is a row of the leaf x, with units a, b, c, …
func rowData(values string) score.Data { return columnsData("x", values) }

// columnsData is data of leaves, each with its values, with units a, b, c, …
func columnsData(leavesAndValues ...string) score.Data {
	var data score.Data
	for i := 0; i < len(leavesAndValues); i += 2 {
		data.Columns = append(data.Columns, score.Column{Leaf: leavesAndValues[i], Values: row(leavesAndValues[i+1])})
	}
	for i := range data.Columns[0].Values {
		code := string(rune('a' + i))
		data.Units = append(data.Units, score.Unit{Code: code, Name: code})
	}
	return data
}

// worded writes a number: a fraction in lowest terms, ~ and ten places for one that is not exact, or the reason.
func worded(n indicator.Number) string {
	if a, ok := n.(score.Approx); ok && a.Missing() == indicator.Present {
		return "~" + a.Decimal(10, indicator.HalfUp).StringFixed(10)
	}
	if why := n.Missing(); why != indicator.Present {
		return why.String()
	}
	return n.(indicator.Ratio).String()
}

// scored returns the scores of a node, with a space between them, and asserts that in float64 they are the same within the
// error and missing for the same reasons.
func scored(t *testing.T, sheet score.Sheet, data score.Data, code string) string {
	t.Helper()
	r, err := score.Evaluate(sheet, data, score.Options{})
	require.NoError(t, err)
	float, err := score.Evaluate(sheet, data, score.Options{Float: true})
	require.NoError(t, err)
	var words []string
	for u := range data.Units {
		n, f := r.Score(u, code), float.Score(u, code)
		words = append(words, worded(n))
		require.Equal(t, n.Missing(), f.Missing(), "unit %d in float64", u)
		if exact, ok := n.(indicator.Ratio); ok && exact.Missing() == indicator.Present {
			assert.Equal(t, 0, f.Cmp(exact), "unit %d in float64 is %s, not %s", u, f, exact)
		} else if !ok {
			assert.Equal(t, worded(n), worded(f), "unit %d in float64", u)
		}
	}
	return strings.Join(words, " ")
}

// ruleCase is a rule, what was observed, and the scores.
type ruleCase struct {
	name   string
	rule   score.Rule
	values string
	want   string
}

func runRules(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, scored(t, leafSheet(c.rule), rowData(c.values), "x"))
		})
	}
}

// The first efficacy score is an examination's, 58.73 to two places; every other value is worked by hand.
func TestRulesThatMeasureAgainstStatedEnds(t *testing.T) {
	between := func(kind score.RuleKind, direction indicator.Direction, low, high string, open bool) score.Rule {
		return score.Rule{Kind: kind, Direction: direction, Low: literal(low), High: literal(high), Open: open}
	}
	scaled := func(r score.Rule, from, to string) score.Rule {
		r.Scale = score.Scale{From: literal(from), To: literal(to)}
		return r
	}
	toTarget := func(direction indicator.Direction, target string, open bool) score.Rule {
		return score.Rule{Kind: score.DistanceToTarget, Direction: direction, Target: literal(target), Open: open}
	}
	runRules(t, []ruleCase{
		{"points are the value itself", score.Rule{Kind: score.Points}, "80 - 0 -5", "80 no-observation 0 -5"},
		{"goalposts are 0 at the low end and 100 at the high, and no more beyond",
			between(score.Goalposts, more, "20", "85", false), "20 52.5 85 10 90 -", "0 50 100 0 100 no-observation"},
		{"goalposts where less is better are 100 at the low end",
			between(score.Goalposts, less, "20", "85", false), "20 52.5 85 10 90", "100 50 0 100 0"},
		{"open goalposts go on beyond both ends", between(score.Goalposts, more, "20", "85", true), "10 91.5", "-200/13 110"},
		{"goalposts on a scale", scaled(between(score.Goalposts, more, "20", "85", false), "1", "7"), "20 52.5 99", "1 4 7"},
		{"goalposts of nothing observed", between(score.Goalposts, more, "20", "85", false), "- -", "no-observation no-observation"},
		{"efficacy goes on below 60 and stops at 100",
			between(score.Efficacy, more, "6", "12", false), "5.81 6 9 12 15", "881/15 60 80 100 100"},
		{"efficacy where less is better stops at the low end alone",
			between(score.Efficacy, less, "6", "12", false), "3 6 9 12 15", "100 100 80 60 40"},
		{"open efficacy goes on above 100", between(score.Efficacy, more, "6", "12", true), "15", "120"},
		{"open efficacy where less is better goes on above 100", between(score.Efficacy, less, "6", "12", true), "3", "120"},
		{"the distance to a target is 0 for the worst and 100 from the target on", toTarget(more, "100", false), "20 60 100 120", "0 50 100 100"},
		{"the open distance to a target goes on beyond it", toTarget(more, "100", true), "20 120", "0 125"},
		{"the distance to a target where less is better", toTarget(less, "10", false), "10 30 50 5", "100 50 0 100"},
		{"the open distance to a target where less is better", toTarget(less, "10", true), "50 5", "0 225/2"},
		{"the distance to the value of a unit", score.Rule{Kind: score.DistanceToTarget, Direction: more, Reference: "b"}, "20 60 40", "0 100 50"},
		{"the distance to the value of a unit that has none",
			score.Rule{Kind: score.DistanceToTarget, Direction: more, Reference: "b"}, "20 - 40", "no-observation no-observation no-observation"},
		{"a target that all have met gives all the full score", toTarget(more, "10", false), "20 30", "100 100"},
		{"a target that all have met where less is better does too", toTarget(less, "40", false), "20 30", "100 100"},
		{"an open distance to a target that all have met has no scale", toTarget(more, "10", true), "20 30", "already-met already-met"},
		{"the distance to a target of nothing observed", toTarget(more, "10", false), "- -", "no-observation no-observation"},
	})
}

func TestRulesThatCompareUnits(t *testing.T) {
	rule := func(kind score.RuleKind, direction indicator.Direction) score.Rule {
		return score.Rule{Kind: kind, Direction: direction}
	}
	tied := func(kind score.RuleKind, direction indicator.Direction, ties score.Ties) score.Rule {
		return score.Rule{Kind: kind, Direction: direction, Ties: ties}
	}
	scaled := func(r score.Rule, from, to string) score.Rule {
		r.Scale = score.Scale{From: literal(from), To: literal(to)}
		return r
	}
	runRules(t, []ruleCase{
		{"min-max is 0 for the least and 100 for the greatest", rule(score.MinMax, more), "10 20 40 -", "0 100/3 100 no-observation"},
		{"min-max where less is better", rule(score.MinMax, less), "10 20 40", "100 200/3 0"},
		{"min-max on a scale", scaled(rule(score.MinMax, more), "1", "4"), "10 20 40", "1 2 4"},
		{"min-max of equal values", rule(score.MinMax, more), "5 5.0 -", "one-value one-value no-observation"},
		{"min-max of one value", rule(score.MinMax, less), "5", "one-value"},
		{"min-max of nothing observed", rule(score.MinMax, more), "- -", "no-observation no-observation"},

		// The mean is 5 and the sample's variance (9 + 1 + 16) ÷ 2 = 13: −3, −1 and 4 over √13.
		{"the z-score is by the sample's standard deviation", rule(score.ZScore, more), "2 4 9 -", "~-0.8320502943 ~-0.2773500981 ~1.1094003925 no-observation"},
		{"the z-score where less is better", rule(score.ZScore, less), "2 4 9", "~0.8320502943 ~0.2773500981 ~-1.1094003925"},
		{"the z-score on a scale of mean 50 and deviation 10", scaled(rule(score.ZScore, more), "50", "60"), "1 2 3", "~40.0000000000 ~50.0000000000 ~60.0000000000"},
		{"the z-score of equal values", rule(score.ZScore, more), "5 5 -", "one-value one-value no-observation"},
		{"the z-score of one value", rule(score.ZScore, more), "5 -", "one-value no-observation"},

		{"ranks count from 1 for the worst, and equals share the first", rule(score.Rank, more), "10 30 20 30 -", "1 3 2 3 no-observation"},
		{"ranks where equals share the last", tied(score.Rank, more, score.TiesLast), "10 30 20 30", "1 4 2 4"},
		{"ranks where equals share the mean", tied(score.Rank, more, score.TiesAverage), "10 30 20 30", "1 7/2 2 7/2"},
		{"ranks where less is better", rule(score.Rank, less), "10 30 20 30", "4 1 3 1"},
		{"ranks where less is better and equals share the last", tied(score.Rank, less, score.TiesLast), "10 30 20 30", "4 2 3 2"},
		{"ranks where less is better and equals share the mean", tied(score.Rank, less, score.TiesAverage), "10 30 20 30", "4 3/2 3 3/2"},
		{"ranks on a scale from 0", scaled(rule(score.Rank, more), "0", "1"), "10 30 20 30", "0 2 1 2"},
		{"ranks of equal values", rule(score.Rank, more), "5 5", "1 1"},
		{"percentile ranks are out of those that were observed", rule(score.PercentileRank, more), "10 30 20 30 -", "0 200/3 100/3 200/3 no-observation"},
		{"percentile ranks where less is better", tied(score.PercentileRank, less, score.TiesAverage), "10 30 20 30", "100 50/3 200/3 50/3"},
		{"the percentile rank of one value", rule(score.PercentileRank, more), "5 -", "one-value no-observation"},
		{"the percentile rank of nothing observed", rule(score.PercentileRank, more), "- -", "no-observation no-observation"},

		{"the share of the greatest", rule(score.ShareOfMost, more), "5 10 20 -5", "25 50 100 -25"},
		{"the share of the greatest where less is better", rule(score.ShareOfMost, less), "5 10 20", "75 50 0"},
		{"the share of a greatest value that is not above 0", rule(score.ShareOfMost, more), "-1 0", "not-positive not-positive"},
		{"the share of the sum", rule(score.ShareOfSum, more), "1 3 4 -", "25/2 75/2 50 no-observation"},
		{"the share of the sum where less is better is by inverses", rule(score.ShareOfSum, less), "1 2 4", "400/7 200/7 100/7"},
		{"the share of a sum with a value below 0", rule(score.ShareOfSum, more), "1 -1 -", "not-positive not-positive no-observation"},
		{"the share of a sum of inverses with a 0", rule(score.ShareOfSum, less), "1 0", "not-positive not-positive"},
		{"the share of a sum that is 0", rule(score.ShareOfSum, more), "0 0", "zero-denominator zero-denominator"},
		{"the share of the length", rule(score.ShareOfLength, more), "3 4 -", "~60.0000000000 ~80.0000000000 no-observation"},
		{"the share of the length where less is better", rule(score.ShareOfLength, less), "3 4", "~40.0000000000 ~20.0000000000"},
		{"the share of a length that is 0", rule(score.ShareOfLength, more), "0 0", "one-value one-value"},
	})
}
