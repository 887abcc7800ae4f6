// Zibo evaluates the plan that planeval grew from: a Chinese city's 14th five-year plan for science and technology,
// as its own post-evaluation reported it. It prints a summary and writes the whole report to a directory, as a web page, a Word
// document, Markdown and tables, with the scores of two sheets that illustrate how a plan is scored; with -format one of these.
//
//	go run ./examples/zibo [-o DIR|FILE] [-format html|docx|md|csv|json|text] [-lang zh|en] [-as-of PERIOD]
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/examples/internal/output"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/seeds"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// command is what the arguments ask for.
type command struct {
	target  output.Target
	asOf    indicator.Period
	options report.Options
}

// run returns the exit status: 0, 1 when something failed, 2 for bad usage.
func run(args []string, stdout, stderr io.Writer) int {
	return output.Run("zibo", stderr, func() (func() error, error) {
		c, err := parse(args, stderr)
		return func() error { return c.evaluate(stdout) }, err
	})
}

func parse(args []string, stderr io.Writer) (command, error) {
	var c command
	flags := flag.NewFlagSet("zibo", flag.ContinueOnError)
	c.target.Flags(flags, "out", "the plan, everything computed of it, and its scores")
	lang := flags.String("lang", "zh", "the language of the words, `zh|en`")
	flags.TextVar(&c.asOf, "as-of", indicator.MustPeriod("2023-08-31"), "the date of evaluation, a `PERIOD` such as 2023-08-31 or 2022")
	if err := output.Parse(flags, args, "[flags]", stderr); err != nil {
		return c, err
	}
	if flags.NArg() > 0 {
		return c, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if err := c.target.Check(); err != nil {
		return c, err
	}
	var err error
	c.options, err = output.Options(*lang)
	return c, err
}

func (c command) evaluate(stdout io.Writer) error {
	evaluation, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{AsOf: c.asOf, Rules: evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation)})
	if err != nil {
		return err
	}
	if c.options.Scores, err = scored(&evaluation); err != nil {
		return err
	}
	r := output.Evaluation(&evaluation, c.options)
	r.Summary = func() report.Document { // the source report assigns no scores, so they are no part of what matters first
		return report.Summary(&evaluation, report.Options{Language: c.options.Language})
	}
	return c.target.Write(stdout, r)
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
