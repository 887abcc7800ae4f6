// Zibo evaluates the plan that planeval grew from: a Chinese city's 14th five-year plan for science and technology,
// as its own post-evaluation reported it. It prints a summary and writes the whole report to a directory, with the scores
// of two sheets that illustrate how a plan is scored.
//
//	go run ./examples/zibo [-o DIR] [-lang zh|en] [-as-of PERIOD]
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/examples/internal/output"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/seeds"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0, 1 when something failed, 2 for bad usage.
func run(args []string, stdout, stderr io.Writer) int {
	return output.Run("zibo", stderr, func() (func() error, error) {
		dir, asOf, options, err := parse(args, stderr)
		return func() error { return evaluatePlan(stdout, dir, asOf, options) }, err
	})
}

func parse(args []string, stderr io.Writer) (dir string, asOf indicator.Period, options report.Options, err error) {
	flags := flag.NewFlagSet("zibo", flag.ContinueOnError)
	flags.StringVar(&dir, "o", "out", "the `DIR` that the report files are written to")
	lang := flags.String("lang", "zh", "the language of the words, `zh|en`")
	flags.TextVar(&asOf, "as-of", indicator.MustPeriod("2023-08-31"), "the date of evaluation, a `PERIOD` such as 2023-08-31 or 2022")
	err = output.Parse(flags, args, "[-o DIR] [-lang zh|en] [-as-of PERIOD]", stderr)
	switch {
	case err != nil:
	case flags.NArg() > 0:
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case dir == "":
		err = errors.New("-o: want a directory")
	default:
		options, err = output.Options(*lang)
	}
	return dir, asOf, options, err
}

// evaluatePlan prints the summary and writes the report's files.
func evaluatePlan(stdout io.Writer, dir string, asOf indicator.Period, options report.Options) error {
	evaluation, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{AsOf: asOf, Rules: evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation)})
	if err != nil {
		return err
	}
	scores, err := scored(&evaluation)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	if err := output.Render(stdout, "text", &evaluation, options); err != nil {
		return err
	}
	options.Scores = scores
	for _, file := range []struct {
		name   string
		render func(io.Writer) error
	}{
		{"report.md", func(w io.Writer) error { return output.Render(w, "md", &evaluation, options) }},
		{"evaluation.json", func(w io.Writer) error { return report.WriteJSON(w, &evaluation) }},
		{"scores.json", func(w io.Writer) error { return report.WriteJSON(w, scores) }},
	} {
		path := filepath.Join(dir, file.name)
		if err := output.File(path, file.render); err != nil {
			return err
		}
		fmt.Fprintln(stdout, path)
	}
	return nil
}

// scored scores the plan by the two sheets that illustrate how that is done.
func scored(e *evaluate.Evaluation) ([]report.Scoring, error) {
	var list []report.Scoring
	for _, sheet := range seeds.ZiboSheets() {
		scoring, err := output.Score(e, sheet, score.Simulation{Seed: 1, Replications: 1000})
		if err != nil {
			return nil, err
		}
		scoring.Illustration = true
		list = append(list, scoring)
	}
	return list, nil
}
