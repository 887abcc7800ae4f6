// Xlsx evaluates a plan file, or without one the plan in seeds/zibo.json, and writes the report's tables and the progress of its
// indicators as an Excel workbook, in which the attainments are formulas. It is a module of its own: run it from its folder.
//
//	go run . [-lang zh|en] [-as-of PERIOD] [-o FILE] [PLAN.json]
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/examples/internal/output"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/xlsx"
	"github.com/planeval/planeval/seeds"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// command is what the arguments ask for.
type command struct {
	plan    string // empty: the seed
	file    string
	asOf    indicator.Period
	options report.Options
}

// run returns the exit status: 0, 1 for a bad plan or a failure, 2 for bad usage.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return output.Run("xlsx", stderr, func() (func() error, error) {
		c, err := parse(args, stderr)
		return func() error { return c.write(stdin, stdout) }, err
	})
}

func parse(args []string, stderr io.Writer) (command, error) {
	var c command
	flags := flag.NewFlagSet("xlsx", flag.ContinueOnError)
	lang := flags.String("lang", "zh", "the language of the words, `zh|en`")
	flags.TextVar(&c.asOf, "as-of", indicator.Period{}, "the date of evaluation, a `PERIOD` such as 2023-08-31; without it the seed's own, and all observations of another plan")
	flags.StringVar(&c.file, "o", "report.xlsx", "the `FILE` to write, which ends in .xlsx")
	if err := output.Parse(flags, args, "[flags] [PLAN.json]", stderr); err != nil {
		return c, err
	}
	switch {
	case flags.NArg() > 1:
		return c, fmt.Errorf("want one plan file at most, or - for standard input, after the flags; got %q", flags.Args())
	case filepath.Ext(c.file) != ".xlsx":
		return c, errors.New("-o: want a file that ends in .xlsx")
	}
	c.plan = flags.Arg(0)
	if c.plan == "" && c.asOf.IsZero() {
		c.asOf = indicator.MustPeriod("2023-08-31")
	}
	var err error
	c.options, err = output.Options(*lang)
	return c, err
}

// write evaluates the plan and writes the workbook.
func (c command) write(stdin io.Reader, stdout io.Writer) error {
	plan, packs := seeds.Zibo(), []evaluate.Pack{evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation}
	if c.plan != "" {
		var err error
		if plan, err = output.Read(c.plan, stdin, evaluate.ReadPlan); err != nil {
			return err
		}
		packs = packs[:2]
	}
	evaluation, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: c.asOf, Rules: evaluate.Rules(packs...)})
	if err != nil {
		return err
	}
	document := report.Build(&evaluation, c.options)
	if err := output.WriteFile(c.file, func(w io.Writer) error { return xlsx.Write(w, document) }); err != nil {
		return err
	}
	_, err = fmt.Fprintln(stdout, c.file)
	return err
}
