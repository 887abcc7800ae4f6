package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// ruled is what is said of the leaves that are scored alike, but for their numbers.
type ruled struct {
	kind    score.RuleKind
	general string
	leaves  []*score.Node
}

// rules says how leaves are scored: those that share a rule are named together.
func (s *scorer) rules() []Paragraph {
	var groups []ruled
	count := 0
	add := func(n *score.Node) {
		if n.Rule == nil {
			return
		}
		count++
		general := s.ruleText(n)
		i := slices.IndexFunc(groups, func(g ruled) bool { return g.kind == n.Rule.Kind && g.general == general })
		if i < 0 {
			i = len(groups)
			groups = append(groups, ruled{kind: n.Rule.Kind, general: general})
		}
		groups[i].leaves = append(groups[i].leaves, n)
	}
	for i := range s.parts {
		add(s.parts[i].Node)
	}
	for i := range s.r.Sheet.Bonuses {
		add(&s.r.Sheet.Bonuses[i])
	}
	slices.SortStableFunc(groups, func(a, b ruled) int { return boolOrder(manyOf(len(a.leaves), count), manyOf(len(b.leaves), count)) })
	var list []Paragraph
	for _, g := range groups {
		scope := s.say("score-rules.all")
		switch {
		case len(g.leaves) < count && manyOf(len(g.leaves), count):
			scope = s.say("score-rules.rest")
		case len(g.leaves) < count:
			scope = s.say("score-rules.some", "parts", s.names(g.leaves))
		}
		list = append(list, Paragraph{
			Lead: s.lead(capital(s.word("score-rule", string(g.kind), ""))),
			Text: capital(s.clauses(append([]string{scope, g.general}, s.ruleNumbers(g.leaves)...)...)) + s.say("mark.stop"),
		})
	}
	return list
}

// manyOf reports whether so many are most of all, and too many to name: they are called the others, and stand last.
func manyOf(n, of int) bool { return n > 3 && 2*n > of }

// boolOrder puts what does not hold first.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// names lists leaves inside a clause, in marks of quotation where a name would break the list up.
func (s *scorer) names(leaves []*score.Node) string {
	var list, quoted []string
	for _, n := range leaves {
		list, quoted = append(list, s.t(n.Name)), append(quoted, s.quoted(s.t(n.Name)))
	}
	if slices.ContainsFunc(list, s.enumerates) {
		return s.list(quoted...)
	}
	return s.list(list...)
}

// ruleText is the formula of a rule in words, with the direction and what happens beyond the ends.
func (s *scorer) ruleText(n *score.Node) string {
	rule, id := n.Rule, string(n.Rule.Kind)
	formula, direction, ends := "", "", ""
	switch {
	case rule.Direction == indicator.Decrease && s.has("score-formula-less", id):
		formula = withDigits(s.word("score-formula-less", id, ""))
	case s.has("score-formula", id):
		formula = withDigits(s.word("score-formula", id, ""))
	}
	if rule.Direction != "" && n.From.Path == "" {
		direction = s.word("score-direction", string(rule.Direction), "")
	}
	if rule.Open && s.has("score-ends", "open") {
		ends = s.word("score-ends", "open", "")
	} else if s.has("score-ends", id) {
		ends = s.word("score-ends", id, "")
	}
	return s.clauses(formula, s.attainmentText(n), direction, ends)
}

// withDigits puts the digits into a formula, of which the words hold none.
func withDigits(formula string) string {
	return fill(formula, func(string) string { return "1" })
}

// attainmentText says what attainment is, for the rules that score it; of a figure of the evaluation that says it itself.
func (s *scorer) attainmentText(n *score.Node) string {
	rule := n.Rule
	switch {
	case rule.Kind != score.Attainment && (rule.Kind != score.Banded || rule.Direction == ""):
		return ""
	case n.From.Path != "" && rule.Target.IsZero():
		return ""
	case rule.Direction != indicator.Decrease:
		return s.say("score-rules.attainment")
	case rule.Attainment == indicator.AttainmentDifference:
		return s.say("score-rules.attainment-difference", "two", "2")
	}
	return s.say("score-rules.attainment-less")
}

// origin says which figure of the evaluation a leaf stands on.
func (s *scorer) origin(n *score.Node) string {
	if n.From.Path == "" {
		return ""
	}
	return s.say("score-rules.from", "figure", s.quoted(s.word("formula", string(n.From.Formula), "")))
}

// ruleNumbers says the numbers of rules, and what their values are.
func (s *scorer) ruleNumbers(leaves []*score.Node) []string {
	return slices.Concat(
		s.alike(leaves, s.numbers),
		s.alike(leaves, s.origin),
		s.alike(leaves, func(n *score.Node) string { return s.clauses(s.outliers(n.Rule.Outliers), s.imputation(n.Rule.Impute)) }),
	)
}

// alike says of leaves what holds of them: once where it is the same for all, else with the names of those of which it holds.
func (s *scorer) alike(leaves []*score.Node, of func(*score.Node) string) []string {
	var said []string
	by := map[string][]*score.Node{}
	for _, n := range leaves {
		text := of(n)
		if by[text] == nil {
			said = append(said, text)
		}
		by[text] = append(by[text], n)
	}
	if len(said) == 1 {
		return said
	}
	slices.SortStableFunc(said, func(a, b string) int {
		return boolOrder(manyOf(len(by[a]), len(leaves)), manyOf(len(by[b]), len(leaves)))
	})
	for i, text := range said {
		switch {
		case text == "":
		case manyOf(len(by[text]), len(leaves)):
			said[i] = s.colon(s.say("score-rules.others"), text)
		default:
			said[i] = s.colon(s.names(by[text]), text)
		}
	}
	return said
}

// numbers says what numbers a rule has.
func (s *scorer) numbers(n *score.Node) string {
	full := n.Rule.WithDefaults()
	var list []string
	if !full.Target.IsZero() {
		list = append(list, s.say("score-rules.target", "target", s.value(full.Target)))
	}
	if full.Reference != "" {
		name := s.t(full.Reference)
		for _, u := range s.r.Data.Units {
			if u.Code == full.Reference {
				name = s.t(u.Name)
			}
		}
		list = append(list, s.say("score-rules.reference", "unit", s.quoted(name)))
	}
	if full.Kind == score.Efficacy {
		worse, better := full.Low, full.High
		if full.Direction == indicator.Decrease {
			worse, better = better, worse
		}
		list = append(list, s.say("score-rules.efficacy", "worse", s.bound(n, worse), "better", s.bound(n, better)))
	} else if !full.Low.IsZero() {
		list = append(list, s.say("score-rules.ends", "low", s.bound(n, full.Low), "high", s.bound(n, full.High)))
	}
	if full.Scale != (score.Scale{}) {
		list = append(list, s.say("score-rules.scale", "from", s.value(full.Scale.From), "to", s.value(full.Scale.To)))
	}
	if !full.Most.IsZero() {
		list = append(list, s.say("score-rules.most", "most", bareShare(full.Most)))
	}
	list = append(list, s.bands(n), s.levels(&full))
	if full.Kind == score.Rank || full.Kind == score.PercentileRank {
		list = append(list, s.word("score-ties", string(full.Ties), "first"))
	}
	return s.clauses(list...)
}

// bands lists the bands of a rule.
func (s *scorer) bands(n *score.Node) string {
	var list []string
	above := "" // the bound of the band before
	for _, b := range n.Rule.Bands {
		points, bound := s.value(b.Points), s.bound(n, b.AtLeast)
		switch {
		case b.AtLeast.IsZero():
			list = append(list, s.say("score-rules.band-rest", "points", points))
		case above == "":
			list = append(list, s.say("score-rules.band", "bound", bound, "points", points))
		default:
			list = append(list, s.say("score-rules.band-between", "bound", bound, "above", above, "points", points))
		}
		above = bound
	}
	return s.clauses(list...)
}

// shares reports whether the values of a leaf that its bounds speak of are shares, which are printed in per cent: attainments, and
// figures of the evaluation that are.
func shares(n *score.Node) bool {
	attained := n.Rule.Kind == score.Attainment || n.Rule.Kind == score.Banded && n.Rule.Direction != ""
	return attained || n.From.Path != "" && n.From.Formula.Display() == indicator.Percent
}

// bound prints a bound of a leaf's values.
func (s *scorer) bound(n *score.Node, v indicator.Value) string {
	if shares(n) {
		return bareShare(v)
	}
	return s.value(v)
}

// levels lists the levels of a rule.
func (s *scorer) levels(r *score.Rule) string {
	var list []string
	for _, l := range r.Levels {
		low, high := s.value(l.Low), s.value(l.High)
		if shared(r.Levels, l.Low) {
			low = s.say("score-rules.included", "bound", low)
		}
		if l.Below && (s.tag == english || !slices.ContainsFunc(r.Levels, func(other score.Level) bool { return other.Low.Cmp(l.High) == 0 })) {
			high = s.say("score-rules.excluded", "bound", high)
		}
		list = append(list, s.say("score-rules.level", "level", s.t(l.Name), "low", low, "high", high))
	}
	return s.list(list...)
}

// shared reports whether a number is the upper end of a level that does not hold it.
func shared(levels []score.Level, low indicator.Value) bool {
	return slices.ContainsFunc(levels, func(l score.Level) bool { return l.Below && l.High.Cmp(low) == 0 })
}

// outliers says which values are brought in.
func (s *scorer) outliers(o score.Outliers) string {
	var list []string
	if !o.Low.IsZero() {
		list = append(list, s.say("score-outliers.low", "bound", s.value(o.Low)))
	}
	if !o.High.IsZero() {
		list = append(list, s.say("score-outliers.high", "bound", s.value(o.High)))
	}
	if !o.Share.IsZero() {
		list = append(list, s.say("score-outliers.share", "share", bareShare(o.Share)))
	}
	if o.Count > 0 {
		list = append(list, s.say("score-outliers.count", "count", s.count(o.Count)))
	}
	return s.clauses(list...)
}

// imputation says what stands for a value that is missing.
func (s *scorer) imputation(i score.Impute) string {
	if i.By == "" {
		return ""
	}
	text := s.word("score-impute", string(i.By), "")
	if !i.Value.IsZero() {
		text += s.paren(s.value(i.Value))
	}
	return text
}
