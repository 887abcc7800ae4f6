// Zibo evaluates the plan that planeval grew from: a Chinese city's 14th five-year plan for science and technology,
// as its own post-evaluation reported it. It prints a summary and writes the whole report to a directory.
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
	"github.com/planeval/planeval/examples/internal/output"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/seeds"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0, 1 when something failed, 2 for bad usage.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("zibo", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("o", "out", "the `DIR` that the report files are written to")
	lang := flags.String("lang", "zh", "the language of the words, zh or en")
	asOf := indicator.MustPeriod("2023-08-31")
	flags.TextVar(&asOf, "as-of", asOf, "the date of evaluation, a `PERIOD` such as 2023-08-31 or 2022")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	options, err := output.Options(*lang)
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if err != nil {
		fmt.Fprintln(stderr, "zibo:", err)
		return 2
	}

	evaluation, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{AsOf: asOf})
	if err == nil {
		err = output.Render(stdout, "text", &evaluation, options)
	}
	if err == nil {
		err = os.MkdirAll(*dir, 0o755)
	}
	for _, file := range []struct{ name, format string }{{"report.md", "md"}, {"evaluation.json", "json"}} {
		path := filepath.Join(*dir, file.name)
		if err == nil {
			err = output.File(path, file.format, &evaluation, options)
		}
		if err == nil {
			fmt.Fprintln(stdout, path)
		}
	}
	if err != nil {
		fmt.Fprintln(stderr, "zibo:", err)
		return 1
	}
	return 0
}
