package report

import (
	"strconv"
	"strings"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// simulated says what was drawn by lot and, of one unit, what came of it.
func (s *scorer) simulated() Paragraph {
	if s.Ranges == nil {
		return Paragraph{}
	}
	simulation := s.Ranges.Simulation.WithDefaults()
	said := s.say("score-ranges.drawn", "seed", seedNumber(simulation), "count", s.count(simulation.Replications), "drawn", s.drawn(simulation))
	inside := bareShare(simulation.Confidence)
	of, ok := s.drawnFor(s.single())
	if !ok {
		said = s.sentences(said, s.say("score-ranges.intervals", "table", s.rangesTable()))
		return Paragraph{Lead: s.lead(s.say("score-ranges.lead")), Text: said}
	}
	if of.TotalMedian.Missing() != indicator.Present {
		return Paragraph{Lead: s.lead(s.say("score-ranges.lead")), Text: s.sentences(said, s.say("score-ranges.none"))}
	}
	lacking := ""
	if of.Missing > 0 {
		lacking = s.say("score-ranges.missing", "count", s.count(of.Missing))
	}
	low, high, median := s.number(of.TotalLow), s.number(of.TotalHigh), s.number(of.TotalMedian)
	total := s.say("score-ranges.total", "inside", inside, "low", low, "high", high, "median", median)
	if s.series() {
		total = s.say("score-ranges.total-of", "unit", s.unitName(s.single()), "inside", inside, "low", low, "high", high, "median", median)
	}
	return Paragraph{Lead: s.lead(s.say("score-ranges.lead")), Text: s.sentences(said, lacking, total, s.gradeShares(of))}
}

// gradeShares says how often each grade was given.
func (s *scorer) gradeShares(of score.Range) string {
	if len(of.Grades) == 0 {
		return ""
	}
	var shares []string
	for _, g := range of.Grades {
		if g.Share.Sign() != 0 {
			shares = append(shares, s.say("score-ranges.grade", "grade", s.t(g.Name), "share", s.share(g.Share)))
		}
	}
	switch {
	case len(shares) == 0:
		return ""
	case len(shares) < len(of.Grades):
		return s.say("score-ranges.grades-some", "shares", s.list(shares...))
	}
	return s.say("score-ranges.grades", "shares", s.list(shares...))
}

// seedNumber prints a seed, which is a name more than a number.
func seedNumber(of score.Simulation) string { return strconv.FormatUint(of.Seed, 10) }

// drawn says what a simulation draws.
func (s *scorer) drawn(of score.Simulation) string {
	weights := s.say("score-drawn.any")
	if !of.AnyWeights {
		weights = s.say("score-drawn.spread", "spread", bareShare(of.Spread))
	}
	methods, rules := "", ""
	if len(of.Aggregations) > 0 {
		var names []string
		for _, a := range of.Aggregations {
			names = append(names, s.aggregation(a))
		}
		methods = s.say("score-drawn.aggregations", "methods", s.list(names...))
	}
	if len(of.Rules) > 0 {
		var names []string
		for _, r := range of.Rules {
			names = append(names, s.word("score-rule", string(r.Kind), ""))
		}
		rules = s.say("score-drawn.rules", "rules", s.list(names...))
	}
	return s.clauses(weights, methods, rules)
}

// bareShare prints a stated share, such as 90%, without places that it does not have.
func bareShare(v indicator.Value) string {
	share := v.Ratio(indicator.NotDefined)
	if share.Missing() != indicator.Present {
		return missing
	}
	return minus(trimmed(share.Percent(v.Places(), indicator.HalfUp).StringFixed(int32(v.Places()))) + "%")
}

// sensitivity says how indices were estimated, and why there are none where nothing varies.
func (s *scorer) sensitivity() Paragraph {
	if s.Sensitivity == nil {
		return Paragraph{}
	}
	simulation := s.Sensitivity.Simulation.WithDefaults()
	none := ""
	if len(s.varied().Factors) == 0 {
		none = s.say("score-sensitivity.none")
	}
	return Paragraph{Lead: s.lead(s.say("score-sensitivity.lead")), Text: s.sentences(
		s.say("score-sensitivity.drawn", "seed", seedNumber(simulation), "count", s.count(simulation.Replications),
			"runs", s.count(s.Sensitivity.Runs), "drawn", s.drawn(simulation)),
		none,
	)}
}

// varied returns the indices that are shown: of a single unit those of its total, of several those of how far ranks move.
func (s *scorer) varied() score.Indices {
	if unit := s.single(); unit >= 0 && unit < len(s.Sensitivity.Totals) {
		return s.Sensitivity.Totals[unit]
	}
	return s.Sensitivity.Shift
}

// indexPlaces is how many places an index is shown with.
const indexPlaces = 3

// sensitivityTable shows how much of the variance each choice accounts for.
func (s *scorer) sensitivityTable() Table {
	t := Table{
		ID:      s.id + "-sensitivity",
		Caption: s.caption(s.say("score-sensitivity.caption-ranks")),
		Columns: columns([]string{
			s.say("column.score-factor"), s.say("column.score-first"), s.say("column.score-error"), s.say("column.score-all"), s.say("column.score-error"),
		}, 1, 2, 3, 4),
		Notes: []string{s.say("score-sensitivity.note")},
	}
	if unit := s.single(); unit >= 0 {
		t.Caption = s.captionOf(unit, s.say("score-sensitivity.caption"))
	}
	if s.Sensitivity == nil {
		return t
	}
	for i, index := range s.varied().Factors {
		if i < len(s.Sensitivity.Factors) {
			row := texts(capital(s.factor(s.Sensitivity.Factors[i])))
			for _, n := range []indicator.Ratio{index.First, index.FirstError, index.Total, index.TotalError} {
				row = append(row, Cell{Text: s.to(n, indexPlaces)})
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// factor names a choice of the sheet.
func (s *scorer) factor(id string) string {
	if code, ok := strings.CutPrefix(id, "weights:"); ok {
		return s.say("score-factor.weights", "part", s.quoted(s.name(code)))
	}
	return s.word("score-factor", id, "")
}

// to prints a number at so many places, or in words why there is none.
func (s *scorer) to(n indicator.Number, decimals int) string {
	if why := n.Missing(); why != indicator.Present {
		return s.why(why)
	}
	return s.digits(n.Decimal(decimals, indicator.HalfUp).StringFixed(int32(decimals)))
}
