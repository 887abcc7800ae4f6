// Evaluate evaluates any plan file, such as an edited copy of seeds/zibo.json. It prints a summary and writes the whole report
// to a directory, as a web page, a Word document, Markdown and tables, with everything that was computed as JSON; with -format it
// writes one of these alone. The plan - is standard input. With
// -against it reports instead what changed since an earlier edition of the plan, or since an earlier date. With -sheet it
// scores the plan by a score sheet whose leaves and vetoes name figures of the evaluation.
//
//	go run ./examples/evaluate [-o DIR|FILE] [-format html|docx|md|csv|json|text] [-lang zh|en] [-as-of PERIOD] [-packs LIST]
//		[-sheet SHEET.json]... [-against EARLIER.json] [-against-as-of PERIOD] PLAN.json
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/examples/internal/output"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// command is what the arguments ask for.
type command struct {
	plan    string
	target  output.Target
	asOf    indicator.Period
	packs   []evaluate.Pack
	options report.Options
	sheets  []string // the files of the score sheets

	against     string // the earlier edition of the plan; empty where nothing is compared
	againstAsOf indicator.Period
}

// run returns the exit status: 0, 1 for a bad plan or a failure, 2 for bad usage.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return output.Run("evaluate", stderr, func() (func() error, error) {
		c, err := parse(args, stderr)
		return func() error { return c.evaluate(stdin, stdout) }, err
	})
}

func parse(args []string, stderr io.Writer) (command, error) {
	var c command
	flags := flag.NewFlagSet("evaluate", flag.ContinueOnError)
	lang := flags.String("lang", "zh", "the language of the words, `zh|en`")
	c.target.Flags(flags, "out",
		"the plan and everything computed of it, and of each -sheet the sheet, data, weights, totals, scores and simulation; with -against what changed")
	flags.TextVar(&c.asOf, "as-of", indicator.Period{}, "the date of evaluation, a `PERIOD` such as 2023-08-31; without it all observations count")
	packs := flags.String("packs", "good-practice,scheme", "the packs of rules to apply, a comma-separated `LIST`")
	flags.StringVar(&c.against, "against", "", "an earlier edition `FILE` of the plan, which may be the same file: report what changed since")
	flags.TextVar(&c.againstAsOf, "against-as-of", indicator.Period{}, "the date of the earlier evaluation, a `PERIOD`")
	flags.Func("sheet", "a score sheet `FILE` to score the plan by; may be given again", func(path string) error {
		c.sheets = append(c.sheets, path)
		return nil
	})
	if err := output.Parse(flags, args, "[flags] PLAN.json", stderr); err != nil {
		return c, err
	}
	if flags.NArg() != 1 {
		return c, fmt.Errorf("want one plan file, or - for standard input, after the flags; got %q", flags.Args())
	}
	c.plan = flags.Arg(0)
	if err := c.target.Check(append(c.sheets, c.plan, c.against)...); err != nil {
		return c, err
	}
	switch {
	case c.against == "" && !c.againstAsOf.IsZero():
		return c, errors.New("-against-as-of: want -against with it")
	case c.against != "" && len(c.sheets) > 0:
		return c, errors.New("-sheet: not with -against")
	case slices.Contains(c.sheets, "-"):
		return c, errors.New("-sheet -: want a file; standard input is for the plan")
	case c.against == "-" && c.plan == "-":
		return c, errors.New("-against -: standard input is the plan already")
	}
	for name := range strings.SplitSeq(*packs, ",") {
		if pack := evaluate.Pack(name); slices.Contains(evaluate.Packs(), pack) {
			c.packs = append(c.packs, pack)
		} else {
			return c, fmt.Errorf("-packs %q: want some of %v", name, evaluate.Packs())
		}
	}
	var err error
	c.options, err = output.Options(*lang)
	return c, err
}

func (c command) evaluate(stdin io.Reader, stdout io.Writer) error {
	after, err := c.evaluation(c.plan, c.asOf, stdin)
	if err != nil {
		return err
	}
	scores, err := c.scores(&after)
	if err != nil {
		return err
	}
	c.options.Scores = scores
	if c.against != "" {
		before, err := c.evaluation(c.against, c.againstAsOf, stdin)
		if err != nil {
			return err
		}
		changes, err := output.Changes(&before, &after, c.options)
		if err != nil {
			return err
		}
		return c.target.Write(stdout, changes)
	}
	return c.target.Write(stdout, output.Evaluation(&after, c.options))
}

// scores scores the plan by each sheet, with a thousand replications of its weights.
func (c command) scores(e *evaluate.Evaluation) ([]report.Scoring, error) {
	var list []report.Scoring
	for _, path := range c.sheets {
		sheet, err := output.Read(path, nil, score.ReadSheet)
		if err != nil {
			return nil, err
		}
		scoring, err := output.Score(e, sheet, score.Simulation{Seed: 1, Replications: 1000})
		if err != nil {
			return nil, output.InFile(path, err)
		}
		list = append(list, scoring)
	}
	return list, nil
}

// evaluation reads and evaluates one plan.
func (c command) evaluation(path string, asOf indicator.Period, stdin io.Reader) (evaluate.Evaluation, error) {
	plan, err := output.Read(path, stdin, evaluate.ReadPlan)
	if err != nil {
		return evaluate.Evaluation{}, err
	}
	return evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf, Rules: evaluate.Rules(c.packs...)})
}
