// Evaluate evaluates any plan file, such as an edited copy of seeds/zibo.json. It prints a summary, or with -format
// or -o the whole report as Markdown or everything that was computed as JSON. The plan - is standard input. With
// -against it reports instead what changed since an earlier edition of the plan, or since an earlier date. With -sheet it
// scores the plan by a score sheet whose leaves name figures of the evaluation.
//
//	go run ./examples/evaluate [-lang zh|en] [-format md|json] [-o FILE] [-as-of PERIOD] [-packs LIST]
//		[-sheet SHEET.json]... [-against EARLIER.json] [-against-as-of PERIOD] PLAN.json
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
	format  string // text, md or json
	file    string // empty: standard output
	asOf    indicator.Period
	packs   []evaluate.Pack
	options report.Options
	sheets  []string // the files of the score sheets

	against     string // the earlier edition of the plan; empty where nothing is compared
	againstAsOf indicator.Period
}

// run returns the exit status: 0, 1 for a bad plan or a failure, 2 for bad usage.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		fmt.Fprintln(stderr, "evaluate:", err)
		return 2
	}
	if err := c.evaluate(stdin, stdout); err != nil {
		fmt.Fprintln(stderr, "evaluate:", err)
		return 1
	}
	return 0
}

func parse(args []string, stderr io.Writer) (command, error) {
	var c command
	flags := flag.NewFlagSet("evaluate", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	lang := flags.String("lang", "zh", "the language of the words, `zh|en`")
	flags.StringVar(&c.format, "format", "", "`md|json`: the whole report, or everything computed; without it a summary")
	flags.StringVar(&c.file, "o", "", "the `FILE` to write instead of standard output; without -format one ending in .json is JSON, any other Markdown")
	flags.TextVar(&c.asOf, "as-of", indicator.Period{}, "the date of evaluation, a `PERIOD` such as 2023-08-31; without it all observations count")
	packs := flags.String("packs", "good-practice,scheme", "the packs of rules to apply, a comma-separated `LIST`")
	flags.StringVar(&c.against, "against", "", "an earlier edition `FILE` of the plan, which may be the same file: report what changed since")
	flags.TextVar(&c.againstAsOf, "against-as-of", indicator.Period{}, "the date of the earlier evaluation, a `PERIOD`")
	flags.Func("sheet", "a score sheet `FILE` to score the plan by; may be given again", func(path string) error {
		c.sheets = append(c.sheets, path)
		return nil
	})
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(stderr, "usage: evaluate [flags] PLAN.json")
			flags.SetOutput(stderr)
			flags.PrintDefaults()
		}
		return c, err
	}
	switch {
	case flags.NArg() != 1:
		return c, fmt.Errorf("want one plan file, or - for standard input, after the flags; got %q", flags.Args())
	case c.format == "" && c.file == "":
		c.format = "text"
	case c.format == "" && filepath.Ext(c.file) == ".json":
		c.format = "json"
	case c.format == "":
		c.format = "md"
	case c.format != "md" && c.format != "json":
		return c, fmt.Errorf("-format %q: want md or json", c.format)
	}
	c.plan = flags.Arg(0)
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
	render := func(w io.Writer) error { return output.Render(w, c.format, &after, c.options) }
	if c.against != "" {
		before, err := c.evaluation(c.against, c.againstAsOf, stdin)
		if err != nil {
			return err
		}
		render = func(w io.Writer) error { return output.RenderChanges(w, c.format, &before, &after, c.options) }
	}
	if c.file != "" {
		return output.File(c.file, render)
	}
	return render(stdout)
}

// scores scores the plan by each sheet, with a thousand replications of its weights.
func (c command) scores(e *evaluate.Evaluation) ([]report.Scoring, error) {
	var list []report.Scoring
	for _, path := range c.sheets {
		sheet, err := readSheet(path)
		if err == nil {
			var scoring report.Scoring
			scoring, err = output.Score(e, sheet, score.Simulation{Seed: 1, Replications: 1000})
			list = append(list, scoring)
		}
		if faults := (indicator.Faults)(nil); errors.As(err, &faults) {
			return nil, fmt.Errorf("%s:\n%w", path, err)
		} else if err != nil {
			return nil, err
		}
	}
	return list, nil
}

func readSheet(path string) (score.Sheet, error) {
	file, err := os.Open(path)
	if err != nil {
		return score.Sheet{}, err
	}
	defer func() { _ = file.Close() }() // it was only read
	return score.ReadSheet(file)
}

// evaluation reads and evaluates one plan.
func (c command) evaluation(path string, asOf indicator.Period, stdin io.Reader) (evaluate.Evaluation, error) {
	plan, err := read(path, stdin)
	if faults := (indicator.Faults)(nil); errors.As(err, &faults) {
		return evaluate.Evaluation{}, fmt.Errorf("%s:\n%w", path, err)
	} else if err != nil {
		return evaluate.Evaluation{}, err
	}
	return evaluate.Evaluate(plan, evaluate.Options{AsOf: asOf, Rules: evaluate.Rules(c.packs...)})
}

func read(path string, stdin io.Reader) (evaluate.Plan, error) {
	if path == "-" {
		return evaluate.ReadPlan(stdin)
	}
	file, err := os.Open(path)
	if err != nil {
		return evaluate.Plan{}, err
	}
	defer func() { _ = file.Close() }() // it was only read
	return evaluate.ReadPlan(file)
}
