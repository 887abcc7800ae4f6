// Package output holds what the example programs share: the languages and formats they know, how they end, and files that
// are written only when everything has been rendered.
package output

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"golang.org/x/text/language"
)

// Options returns the report's options for the flag -lang.
func Options(lang string) (report.Options, error) {
	switch lang {
	case "zh":
		return report.Options{Language: language.SimplifiedChinese}, nil
	case "en":
		return report.Options{Language: language.English}, nil
	}
	return report.Options{}, fmt.Errorf("-lang %q: want zh or en", lang)
}

// Evaluation is what there is to write of an evaluation and the scores of the options.
func Evaluation(e *evaluate.Evaluation, options report.Options) Report {
	data := []Data{{"evaluation.json", func(w io.Writer) error { return report.WriteJSON(w, e) }}}
	if len(options.Scores) > 0 {
		data = append(data, scoresData(options.Scores))
	}
	return Report{
		Summary:  func() report.Document { return report.Summary(e, options) },
		Document: func() report.Document { return report.Build(e, options) },
		Data:     data,
	}
}

func scoresData(scores []report.Scoring) Data {
	return Data{"scores.json", func(w io.Writer) error { return report.WriteJSON(w, scores) }}
}

// Changes is what there is to write of what changed between two evaluations of one plan.
func Changes(before, after *evaluate.Evaluation, options report.Options) (Report, error) {
	document, err := report.BuildChanges(before, after, options)
	if err != nil {
		return Report{}, err
	}
	comparison, err := evaluate.Compare(before, after)
	if err != nil {
		return Report{}, err
	}
	whole := func() report.Document { return document }
	return Report{Summary: whole, Document: whole, Data: []Data{
		{"changes.json", func(w io.Writer) error { return report.WriteJSON(w, &comparison) }},
	}}, nil
}

// Score scores an evaluation by a sheet whose leaves and vetoes name figures of it, and varies its weights. A leaf that names none
// is not scored; a veto that names none is a fault, as no grade could be given.
func Score(e *evaluate.Evaluation, sheet score.Sheet, s score.Simulation) (report.Scoring, error) {
	if err := vetoesStand(sheet); err != nil {
		return report.Scoring{}, err
	}
	data, err := score.Collect(sheet, score.Unit{Code: e.Plan.Code, Name: e.Plan.Title}, e.Figures())
	if err != nil {
		return report.Scoring{}, err
	}
	return ScoreData(sheet, data, score.Options{}, s)
}

// vetoesStand returns a fault for each veto that names no figure, and is on none that a leaf, a bonus or a veto before it names.
func vetoesStand(sheet score.Sheet) error {
	var faults indicator.Faults
	codes := named(&sheet.Root)
	for i := range sheet.Bonuses {
		codes = append(codes, named(&sheet.Bonuses[i])...)
	}
	for i, veto := range sheet.Vetoes {
		switch {
		case veto.From != (score.From{}):
			codes = append(codes, veto.Code)
		case !slices.Contains(codes, veto.Code):
			faults.Add(indicator.Pointer("vetoes", i, "from"), indicator.FaultRequired, "",
				`the figure of the evaluation that the veto is on, such as {"path": "/indicators/0", "formula": "attainment"}`)
		}
	}
	return faults.Err()
}

// named returns the codes of the leaves of a node that name a figure.
func named(n *score.Node) []string {
	var codes []string
	if n.From != (score.From{}) {
		codes = append(codes, n.Code)
	}
	for i := range n.Children {
		codes = append(codes, named(&n.Children[i])...)
	}
	return codes
}

// ScoreData scores data by a sheet and, unless there are to be no replications, varies its weights.
func ScoreData(sheet score.Sheet, data score.Data, o score.Options, s score.Simulation) (report.Scoring, error) {
	result, err := score.Evaluate(sheet, data, o)
	if err != nil || s.Replications == 0 {
		return report.Scoring{Result: result}, err
	}
	ranges, err := result.Simulate(context.Background(), s)
	if err != nil {
		return report.Scoring{}, err
	}
	return report.Scoring{Result: result, Ranges: &ranges}, nil
}

// Scores is what there is to write of scores without an evaluation.
func Scores(scores []report.Scoring, options report.Options) Report {
	return Report{
		Summary:  func() report.Document { return report.SummaryScores(scores, options) },
		Document: func() report.Document { return report.BuildScores(scores, options) },
		Data:     []Data{scoresData(scores)},
	}
}
