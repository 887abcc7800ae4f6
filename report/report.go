package report

import (
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"golang.org/x/text/unicode/norm"
)

// Build returns the whole report: a summary, the ten chapters of a post-evaluation report, annexes on the procedure
// and the cases, and appendices with every finding, method, working and fact, and with the scores that the options hold.
//
// Every figure comes from the evaluation; it is rounded half up to two places, here and nowhere before. A section for
// which the plan holds nothing says so. A method or rule that the package has no words for is shown by its id. The options may
// change words and the draft before it is numbered.
func Build(e *evaluate.Evaluation, o Options) Document {
	return newWriter(e, o).document()
}

// writer makes one document in one language.
type writer struct {
	words
	e      *evaluate.Evaluation
	scores []Scoring
	edit   func(*Document)

	departments, indicatorNames, problemTitles, taskNames map[string]string // by code

	standings map[string]task.Standing         // by the code of the task
	assessed  map[string]*indicator.Assessment // by the code of the indicator

	leading  map[*indicator.Measurement][]indicator.Projection // what ways has computed
	measured map[*indicator.Assessment][]indicator.Figure      // what figures has computed
	sources  map[string]string                                 // what sourceAt has found, by path
}

func newWriter(e *evaluate.Evaluation, o Options) *writer {
	w := &writer{
		words: newWords(o, e.Plan.Translations), e: e, scores: o.Scores, edit: o.Edit,
		departments: map[string]string{}, indicatorNames: map[string]string{}, problemTitles: map[string]string{}, taskNames: map[string]string{},
		standings: map[string]task.Standing{}, assessed: map[string]*indicator.Assessment{},
		leading: map[*indicator.Measurement][]indicator.Projection{}, measured: map[*indicator.Assessment][]indicator.Figure{}, sources: map[string]string{},
	}
	for _, d := range e.Plan.Departments {
		w.departments[norm.NFC.String(d.Code)] = w.t(d.Name)
	}
	for _, ind := range e.Plan.Indicators {
		w.indicatorNames[norm.NFC.String(ind.Code)] = w.t(ind.Name)
	}
	for _, p := range e.Plan.Problems {
		w.problemTitles[norm.NFC.String(p.Code)] = w.t(p.Title)
	}
	for _, t := range task.All(e.Plan.Tasks) {
		w.taskNames[norm.NFC.String(t.Code)] = w.taskName(t)
	}
	for _, s := range e.Standings {
		w.standings[norm.NFC.String(s.Code)] = s
	}
	for i := range e.Indicators {
		w.assessed[norm.NFC.String(e.Indicators[i].Indicator.Code)] = &e.Indicators[i]
	}
	return w
}

// named returns what each code stands for, or the code itself.
func (w *writer) named(names map[string]string, codes ...string) []string {
	list := make([]string, 0, len(codes))
	for _, code := range codes {
		list = append(list, or(names[norm.NFC.String(code)], w.t(code)))
	}
	return list
}

func (w *writer) document() Document {
	d := Document{
		Language: w.tag,
		Title:    w.say("report.title", "plan", w.planTitle()),
		Subtitle: w.byline(),
		Blocks:   blocks(Paragraph{Text: w.introduction()}),
	}
	chapters := []Section{
		w.procedure(),
		w.implementation(),
		w.conformity(),
		w.costsAndOpinion(),
		w.acceptance(),
		w.fit(),
		w.negatives(),
		w.effects(),
		w.problems(),
		w.advice(),
	}
	annexes := []Section{w.scheme(), w.workingGroup(), w.division(), w.cases()}
	appendices := []Section{w.compliance(), w.methods(), w.workings(), w.data()}
	if scores := w.scoreSheets(); len(scores.Sections) > 0 {
		appendices = append(appendices, scores)
	}

	d.Sections = append(d.Sections, inPart(Front, w.conclusion())...)
	d.Sections = append(d.Sections, chapters...)
	d.Sections = append(d.Sections, inPart(Annex, annexes...)...)
	d.Sections = append(d.Sections, inPart(Appendix, appendices...)...)
	if w.edit != nil {
		w.edit(&d)
	}
	w.finish(&d)
	return d
}

// inPart puts sections of the first level into a part of the document.
func inPart(part Part, sections ...Section) []Section {
	for i := range sections {
		sections[i].Part = part
	}
	return sections
}

// byline says who carried out the evaluation that is reported on.
func (w *writer) byline() string {
	if w.e.Plan.Procedure.Conductor == "" {
		return ""
	}
	return w.say("report.byline", "conductor", w.t(w.e.Plan.Procedure.Conductor))
}

// planTitle returns the plan's title, in Chinese between the marks of a title.
func (w *writer) planTitle() string {
	title := w.t(w.e.Plan.Title)
	if strings.HasPrefix(title, "《") {
		return title
	}
	return w.say("plan.title", "title", title)
}

// plan returns what the plan is called inside sentences.
func (w *writer) plan() string {
	if w.e.Plan.ShortTitle == "" {
		return w.say("plan.short")
	}
	return w.t(w.e.Plan.ShortTitle)
}

func (w *writer) introduction() string {
	conductor := w.say("introduction.nobody")
	if c := w.e.Plan.Procedure.Conductor; c != "" {
		conductor = w.say("introduction.conductor", "conductor", w.t(c))
	}
	called := ""
	if w.e.Plan.ShortTitle != "" {
		called = w.say("introduction.called", "short", w.plan())
	}
	return w.sentences(
		w.say("introduction.subject", "plan", w.planTitle(), "called", called, "conductor", conductor),
		w.say("introduction.figures", "asOf", w.asOf()),
	)
}

// asOf says up to when observations count.
func (w *writer) asOf() string {
	if w.e.AsOf.IsZero() {
		return w.say("as-of.none")
	}
	return w.say("as-of.date", "date", w.period(w.e.AsOf))
}

// verdictOf returns the judgement of the first method.
func verdictOf(a *indicator.Assessment) indicator.Judgement {
	if len(a.Judgements) == 0 {
		return indicator.Judgement{Reason: indicator.NotComputed}
	}
	return a.Judgements[0]
}

// indicatorName returns the indicator's name with its unit, as in the head of a row.
func (w *writer) indicatorName(ind indicator.Indicator) string {
	return w.withUnit(ind.Name, ind.Unit)
}

// withUnit returns a name with its unit in parentheses.
func (w *writer) withUnit(name, unit string) string {
	if unit == "" {
		return w.t(name)
	}
	return w.t(name) + w.paren(w.unit(unit))
}

// departmentName returns the name of the department of that code, or the code.
func (w *writer) departmentName(code string) string {
	return w.named(w.departments, code)[0]
}
