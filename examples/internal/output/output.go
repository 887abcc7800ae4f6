// Package output holds what the example programs share: the languages and formats they know, how they end, and files that
// are written only when there is something whole to write.
package output

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/markdown"
	"github.com/planeval/planeval/report/text"
	"golang.org/x/text/language"
)

// Width is how many columns the summary takes on a terminal.
const Width = 118

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

// Render writes the evaluation in the given format: text is the summary, md the whole report, json everything that
// was computed, where there are scores in an object beside these.
func Render(w io.Writer, format string, e *evaluate.Evaluation, options report.Options) error {
	switch format {
	case "text":
		return text.Write(w, report.Summary(e, options), Width)
	case "md":
		return markdown.Write(w, report.Build(e, options))
	case "json":
		if len(options.Scores) > 0 {
			return writeBoth(w, e, options.Scores)
		}
		return report.WriteJSON(w, e)
	}
	return unknown(format)
}

// writeBoth writes an evaluation and its scores as one JSON object.
func writeBoth(w io.Writer, e *evaluate.Evaluation, scores []report.Scoring) error {
	var evaluation, scored, both bytes.Buffer
	if err := report.WriteJSON(&evaluation, e); err != nil {
		return err
	}
	if err := report.WriteJSON(&scored, scores); err != nil {
		return err
	}
	if err := json.Indent(&both, fmt.Appendf(nil, `{"evaluation": %s, "scores": %s}`, evaluation.Bytes(), scored.Bytes()), "", "  "); err != nil {
		return err
	}
	both.WriteByte('\n')
	_, err := w.Write(both.Bytes())
	return err
}

// RenderChanges writes what changed between two evaluations of one plan, in the same formats.
func RenderChanges(w io.Writer, format string, before, after *evaluate.Evaluation, options report.Options) error {
	document, err := report.BuildChanges(before, after, options)
	if err != nil {
		return err
	}
	switch format {
	case "text":
		return text.Write(w, document, Width)
	case "md":
		return markdown.Write(w, document)
	case "json":
		comparison, err := evaluate.Compare(before, after)
		if err != nil {
			return err
		}
		return report.WriteJSON(w, &comparison)
	}
	return unknown(format)
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

// RenderScores writes scores without an evaluation, in the same formats.
func RenderScores(w io.Writer, format string, scores []report.Scoring, options report.Options) error {
	switch format {
	case "text":
		return text.Write(w, report.SummaryScores(scores, options), Width)
	case "md":
		return markdown.Write(w, report.BuildScores(scores, options))
	case "json":
		return report.WriteJSON(w, scores)
	}
	return unknown(format)
}

func unknown(format string) error { return fmt.Errorf("-format %q: want text, md or json", format) }

// File renders into a file, which is written only when everything has been rendered.
func File(path string, render func(io.Writer) error) error {
	var content bytes.Buffer
	if err := render(&content); err != nil {
		return err
	}
	return os.WriteFile(path, content.Bytes(), 0o666)
}
