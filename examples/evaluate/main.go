// Evaluate evaluates any plan file, such as an edited copy of seeds/zibo.json. It prints a summary, or with -format or
// -o the whole report as Markdown or everything that was computed as JSON. The plan - is standard input.
//
//	go run ./examples/evaluate [-lang zh|en] [-format md|json] [-o FILE] [-as-of PERIOD] PLAN.json
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
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// command is what the arguments ask for.
type command struct {
	plan    string
	format  string // text, md or json
	file    string // empty: standard output
	asOf    indicator.Period
	options report.Options
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
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(stderr, "usage: evaluate [-lang zh|en] [-format md|json] [-o FILE] [-as-of PERIOD] PLAN.json")
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
	var err error
	c.options, err = output.Options(*lang)
	return c, err
}

func (c command) evaluate(stdin io.Reader, stdout io.Writer) error {
	plan, err := c.read(stdin)
	if faults := (indicator.Faults)(nil); errors.As(err, &faults) {
		return fmt.Errorf("%s:\n%w", c.plan, err)
	} else if err != nil {
		return err
	}
	evaluation, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: c.asOf})
	if err != nil {
		return err
	}
	if c.file != "" {
		return output.File(c.file, c.format, &evaluation, c.options)
	}
	return output.Render(stdout, c.format, &evaluation, c.options)
}

func (c command) read(stdin io.Reader) (evaluate.Plan, error) {
	if c.plan == "-" {
		return evaluate.ReadPlan(stdin)
	}
	file, err := os.Open(c.plan)
	if err != nil {
		return evaluate.Plan{}, err
	}
	defer func() { _ = file.Close() }() // it was only read
	return evaluate.ReadPlan(file)
}
