package report

import (
	"strconv"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/pointer"
	"github.com/planeval/planeval/task"
)

// findingValues returns what the placeholders of a finding's templates stand for.
func (w *writer) findingValues(f evaluate.Finding) func(string) string {
	return func(name string) string {
		if text, ok := w.derived(f, name); ok {
			return text
		}
		var parts []string
		for _, arg := range f.Args {
			if arg.Name == name {
				parts = append(parts, w.argument(f, arg))
			}
		}
		return or(w.list(parts...), missing)
	}
}

// argument words one argument of a finding by what its name says it is.
func (w *writer) argument(f evaluate.Finding, arg evaluate.Arg) string {
	if arg.Figure != nil {
		return w.figure(*arg.Figure)
	}
	switch arg.Name {
	case "dates", "planned":
		return w.spanText(arg.Texts)
	case "printed":
		return w.printed(f, arg.Texts)
	}
	words := make([]string, 0, len(arg.Texts))
	for _, text := range arg.Texts {
		words = append(words, w.argumentText(f, arg.Name, text))
	}
	return w.list(words...)
}

// argumentText words one text of an argument.
func (w *writer) argumentText(f evaluate.Finding, name, text string) string {
	_, ofTask := index(f.Path, "/tasks/")
	a := w.indicatorAt(f.Path)
	switch name {
	case "period", "periods", "latest", "due", "start", "end", "asOf", "previousEnd", "from", "to":
		return w.periodText(text)
	case "count", "numbers", "unknown", "tasks", "short", "projected", "demanded", "reported", "expected", "base", "least":
		return w.digits(text)
	case "days":
		if n, err := strconv.Atoi(text); err == nil {
			return w.counted("days", n)
		}
	case "role":
		return w.role(evaluate.Role(text))
	case "bodies":
		return w.word("body", text, "")
	case "triggers":
		return w.word("trigger", text, "")
	case "counts":
		return w.word("count", text, "")
	case "percents":
		return w.digits(text) + "%"
	case "option":
		return or(w.t(text), w.say("column.top"))
	case "reason":
		return w.word("reason", text, "")
	case "verdict":
		return w.verdict(indicator.Verdict(text))
	case "derived":
		return w.taskStatus(task.Status(text))
	case "declared":
		if ofTask {
			return w.taskStatus(task.Status(text))
		}
		return w.outcomeWord(evaluate.Outcome(text))
	case "supported":
		return w.outcomeWord(evaluate.Outcome(text))
	case "reached", "serving":
		return w.named(w.taskNames, text)[0]
	case "indicators":
		return w.named(w.indicatorNames, text)[0]
	case "department", "departments":
		return w.departmentName(text)
	case "method":
		if a != nil { // elsewhere it is one that the source report names
			return w.methodName(text)
		}
	case "value", "baseline", "target", "actual", "total":
		if a != nil {
			return w.amount(text, a.Indicator.Unit)
		}
		return w.amount(text, first(f, "unit"))
	}
	return w.t(text)
}

// printed puts the unit to a number that the source prints.
func (w *writer) printed(f evaluate.Finding, numbers []string) string {
	number := strings.Join(numbers, " ")
	if i, ok := index(f.Path, "/costs/"); ok && i < len(w.e.Plan.Costs) {
		return w.factValue(w.e.Plan.Costs[i].Yearly)
	}
	if _, ok := index(f.Path, "/surveys/"); ok {
		return w.digits(number) + "%"
	}
	if c, unit, ok := w.changeAt(f.Path); ok {
		return w.printedChange(c.Change, unit)
	}
	return w.digits(number)
}

// changeAt returns the published change at a path, and the unit of its statistic.
func (w *writer) changeAt(path string) (c evaluate.ChangeResult, unit string, ok bool) {
	for field, list := range map[string][]evaluate.StatisticResult{"/economy/": w.e.Economy, "/benefits/": w.e.Benefits} {
		i, ok := index(path, field)
		if !ok || i >= len(list) {
			continue
		}
		if k, ok := index(path, list[i].Path+"/changes/"); ok && k < len(list[i].Changes) {
			return list[i].Changes[k], list[i].Unit, true
		}
	}
	return evaluate.ChangeResult{}, "", false
}

// index returns the number behind a prefix of a path.
func index(path, prefix string) (int, bool) {
	rest, ok := strings.CutPrefix(path, prefix)
	if !ok {
		return 0, false
	}
	number, _, _ := strings.Cut(rest, "/")
	n, err := strconv.Atoi(number)
	return n, err == nil && n >= 0
}

func (w *writer) indicatorAt(path string) *indicator.Assessment {
	i, ok := index(path, "/indicators/")
	if !ok || i >= len(w.e.Indicators) {
		return nil
	}
	return &w.e.Indicators[i]
}

// factAt returns the fact of the plan at a path.
func (w *writer) factAt(path string) (indicator.Fact, bool) {
	var last any
	length := 0
	for token, v := range pointer.Walk(w.e.Plan, path) {
		length += len(token) + 1
		last = v.Interface()
	}
	f, ok := last.(indicator.Fact)
	return f, ok && length == len(path)
}

// given returns the figure that a finding has by that name.
func given(f evaluate.Finding, name string) (indicator.Figure, bool) {
	for _, arg := range f.Args {
		if arg.Name == name && arg.Figure != nil {
			return *arg.Figure, true
		}
	}
	return indicator.Figure{}, false
}
