package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// Scoring is a score sheet with its results, for an appendix of the report. The zero Scoring, which has no result, is left out.
type Scoring struct {
	// Result is the sheet with the scores of its units.
	Result *score.Result `json:"result"`
	// Ranges is the outcome of a simulation of the result; nil where none was made.
	Ranges *score.Ranges `json:"ranges,omitempty"`
	// Sensitivity says which choices of the sheet the result depends on; nil where that was not estimated.
	Sensitivity *score.Sensitivity `json:"sensitivity,omitempty"`
	// Illustration says that the source report assigns no scores, and that sheet, weights and grades are an example.
	Illustration bool `json:"illustration,omitempty"`
}

// scorer words one scoring. Names are translated by the sheet, then by the plan.
type scorer struct {
	words
	Scoring
	r       *score.Result
	plan    score.Unit     // the plan that the report is on, of which a unit may be the whole
	alone   bool           // whether the document is on this sheet alone
	brief   bool           // whether the document is a summary
	id      string         // of the section
	parts   []part         // the nodes of the sheet, in document order
	places  map[string]int // of the parts by code
	periods []group        // the earliest first
	before  []int          // of each unit the place of the same in its latest earlier period, or -1
	rounded bool           // whether a working holds a number that is not written out
}

// part is a node of the sheet.
type part struct {
	*score.Node
	level  int
	parent int // -1 for the root
	weight score.ChildWeight
}

func (p *part) leaf() bool { return len(p.Children) == 0 }

// scoreSheets is appendix E: a section for each score sheet.
func (w *writer) scoreSheets() Section {
	return Section{
		ID: "appendix-e", Title: w.say("scores.title"),
		Blocks:   blocks(Paragraph{Text: w.sentences(w.say("scores.subject"), w.say("scores.rounding"))}),
		Sections: scoreSections(w.scorers()),
	}
}

// scoreTotals are the totals in short, of one unit over time the latest; rankings stand in the whole report alone.
func (w *writer) scoreTotals() []Block {
	var list []Block
	for _, s := range w.scorers() {
		if unit := s.single(); unit >= 0 {
			list = append(list, Paragraph{Lead: s.lead(s.title()), Text: s.total(unit)})
		}
	}
	return list
}

// scorers are those of the report on a plan.
func (w *writer) scorers() []*scorer {
	list := scorers(w.words, w.scores)
	for _, s := range list {
		s.plan = score.Unit{Code: w.e.Plan.Code, Name: w.e.Plan.Title}
	}
	return list
}

// scorers returns one for each scoring that has a result.
func scorers(w words, scores []Scoring) []*scorer {
	var list []*scorer
	count := map[string]int{} // by the code of the sheet, which several may share
	for _, scoring := range scores {
		if scoring.Result != nil && len(scoring.Result.Totals) > 0 {
			s := newScorer(w, scoring)
			if count[s.id]++; count[s.id] > 1 {
				s.id += "-" + strconv.Itoa(count[s.id])
			}
			list = append(list, s)
		}
	}
	return list
}

// scoreSections holds a section for each score sheet.
func scoreSections(list []*scorer) []Section {
	var sections []Section
	for _, s := range list {
		sections = append(sections, s.section())
	}
	return sections
}

func newScorer(w words, scoring Scoring) *scorer {
	s := &scorer{words: w, Scoring: scoring, r: scoring.Result, places: map[string]int{}}
	s.id = "score-" + s.r.Sheet.Code
	s.translations = maps.Clone(w.translations)
	if own := w.inLanguage(s.r.Sheet.Translations); s.translations == nil {
		s.translations = own
	} else {
		maps.Copy(s.translations, own)
	}
	weights := map[string]score.ChildWeight{}
	for _, node := range s.r.Weights {
		for _, child := range node.Children {
			weights[child.Code] = child
		}
	}
	one := indicator.IntRatio(1, 1)
	weights[s.r.Sheet.Root.Code] = score.ChildWeight{Weight: one, Share: one, Effective: one}
	s.add(&s.r.Sheet.Root, 0, -1, weights)
	s.groupUnits()
	return s
}

func (s *scorer) add(n *score.Node, level, parent int, weights map[string]score.ChildWeight) {
	place := len(s.parts)
	s.places[n.Code] = place
	s.parts = append(s.parts, part{Node: n, level: level, parent: parent, weight: weights[n.Code]})
	for i := range n.Children {
		s.add(&n.Children[i], level+1, place, weights)
	}
}

func (s *scorer) title() string { return capital(s.t(s.r.Sheet.Title)) }

// about says what the sheet is and rests on.
func (s *scorer) about() []Block {
	sheet, illustration := &s.r.Sheet, Paragraph{Lead: s.lead(s.say("score.illustration-lead")), Text: s.say("score.illustration")}
	if !s.Illustration {
		illustration = Paragraph{}
	}
	return blocks(
		illustration,
		Paragraph{Text: sourced(sheet.Source, s.say("score.basis", "basis", s.t(sheet.Source)))},
		Paragraph{Text: sourced(sheet.Note, s.say("score.sheet-note", "note", s.t(sheet.Note)))},
	)
}

// section is what the report says of one sheet.
func (s *scorer) section() Section {
	section := Section{ID: s.id, Title: s.title(), Blocks: s.about()}
	add := func(id, title string, list ...Block) {
		if list = blocks(list...); len(list) > 0 {
			section.Sections = append(section.Sections, Section{ID: s.id + "-" + id, Title: title, Blocks: list})
		}
	}
	if unit := s.single(); unit >= 0 {
		add("total", s.say("score-total.title"), append([]Block{Paragraph{Text: s.total(unit)}}, s.overTime(s.treated)...)...)
		add("parts", s.say("score-parts.title"), append(s.profile(unit), s.partTable(unit))...)
	} else {
		add("ranking", s.say("score-ranking.title"), append(s.rankProfile(s.latest()), s.rankings()...)...)
	}
	add("weights", s.say("score-weights.title"), append(s.derivations(), s.weightTable())...)
	add("robust", s.say("score-robust.title"), s.robustness()...)
	add("methods", s.say("score-methods.title"), s.methods())
	return section
}

func (s *scorer) robustness() []Block {
	list := []Block{s.shiftTable(), s.swapTable()}
	if unit := s.single(); unit >= 0 {
		list = append([]Block{s.removalTable(unit)}, s.flips(unit)...)
	}
	return append(list, s.simulated(), s.sensitivity(), s.sensitivityTable())
}

// caption puts the sheet's title before what a table shows of it, unless that is the title of the document.
func (s *scorer) caption(text string) string {
	if s.alone {
		return capital(text)
	}
	return s.colon(s.title(), text)
}

// captionOf is that for a table on one unit, of several periods with its own.
func (s *scorer) captionOf(unit int, text string) string {
	if s.series() {
		text += s.paren(s.label(unit))
	}
	return s.caption(text)
}

// name returns the name of the part, bonus or veto of that code, or the code.
func (s *scorer) name(code string) string {
	if i, ok := s.places[code]; ok {
		return s.t(s.parts[i].Name)
	}
	for i := range s.r.Sheet.Bonuses {
		if s.r.Sheet.Bonuses[i].Code == code {
			return s.t(s.r.Sheet.Bonuses[i].Name)
		}
	}
	for _, veto := range s.r.Sheet.Vetoes {
		if veto.Code == code {
			return s.t(veto.Name)
		}
	}
	return s.t(code)
}

// indented puts a name as far to the right as its part is deep.
func (s *scorer) indented(level int, name string) Cell {
	text := capital(name)
	for range level {
		text = s.say("score.indent", "text", text)
	}
	return Cell{Text: text}
}

// unitName names a unit with its period in a sentence, where a plan is named as such.
func (s *scorer) unitName(unit int) string {
	u := s.r.Data.Units[unit]
	name := s.t(u.Name)
	if u.Code == s.plan.Code && u.Name == s.plan.Name && !strings.HasPrefix(name, "The ") && !opens(name) {
		name = s.say("score.plan", "name", name)
	}
	return name + s.paren(s.period(u.Period))
}

// why says in words why there is no score.
func (s *scorer) why(reason indicator.Reason) string {
	if s.has("score-reason", reason.String()) {
		return s.word("score-reason", reason.String(), "")
	}
	return s.reason(reason)
}

// whyOf says in words why a unit has no score of a part or bonus; of a figure of the evaluation that is not there, or that has a
// reason of its own, what the evaluation says.
func (s *scorer) whyOf(unit int, n *score.Node) string {
	why := s.r.Score(unit, n.Code).Missing()
	if c := s.column(n.Code); c != nil && unit < len(c.Figures) {
		switch why {
		case indicator.NotComputed:
			return s.say("score-reason.no-figure")
		case indicator.NoScore:
			return s.reason(why)
		}
	}
	return s.why(why)
}

// scoreOf prints the score of a part or bonus for a unit, or in words why there is none.
func (s *scorer) scoreOf(unit int, n *score.Node) string {
	if score := s.r.Score(unit, n.Code); score.Missing() == indicator.Present {
		return s.number(score)
	}
	return s.whyOf(unit, n)
}

// number prints a score at two places, or in words why there is none.
func (s *scorer) number(n indicator.Number) string {
	if n != nil && n.Missing() != indicator.Present {
		return s.why(n.Missing())
	}
	return s.plain(n)
}

// share prints a share as a percentage, or in words why there is none.
func (s *scorer) share(n indicator.Number) string {
	if n != nil && n.Missing() != indicator.Present {
		return s.why(n.Missing())
	}
	return s.percent(n)
}

// change prints a difference with its sign, or in words why there is none.
func (s *scorer) change(n indicator.Number) string {
	if n.Missing() != indicator.Present {
		return s.why(n.Missing())
	}
	return s.digits(signed(fixed(n)))
}

// list joins short items inside a sentence. Where one holds the mark between them itself a stronger one keeps them apart.
func (s *scorer) list(items ...string) string {
	if slices.ContainsFunc(items, s.enumerates) {
		return s.clauses(items...)
	}
	return s.words.list(items...)
}

// enumerates reports whether the mark between items stands in one, outside of parentheses and of marks of quotation and titles.
func (s *scorer) enumerates(item string) bool {
	depth, mark := 0, s.catalogue["mark.list"]
	for i, r := range item {
		switch r {
		case '（', '(', '“', '《':
			depth++
		case '）', ')', '”', '》':
			depth--
		default:
			if depth <= 0 && strings.HasPrefix(item[i:], mark) {
				return true
			}
		}
	}
	return false
}

// quoted puts a name between quotation marks.
func (s *scorer) quoted(name string) string { return s.say("score.quoted", "name", name) }
