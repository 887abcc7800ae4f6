// Score scores units — districts, countries, one plan over years — by a score sheet, without a plan to evaluate. It prints the
// totals, the latest ranking where units are ranked, and in short how robust they are; with -o it writes the
// whole report to a directory too, as a web page, a Word document, Markdown and tables, and the sheet, data, weights, totals, scores
// and simulation as JSON; with -format one of these alone. One of the two files may be -, standard input.
// Without files it scores 51 countries by the 49 indicators of the ASEM Sustainable Connectivity data (asem-sheet.json,
// asem-data.json).
//
//	go run ./examples/score [-o DIR|FILE] [-format html|docx|md|csv|json|text] [-lang zh|en] [-replications N] [-seed N] [-float]
//		[SHEET.json DATA.json]
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/examples/internal/output"
	"github.com/planeval/planeval/report"
)

// The data of the demonstration, made once from evaluate/score/testdata/composite: each number is the shortest decimal that names
// the same float64.
var (
	//go:embed asem-sheet.json
	demoSheet []byte
	//go:embed asem-data.json
	demoData []byte
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// command is what the arguments ask for.
type command struct {
	sheet, data string // the files; both empty for the demonstration
	target      output.Target
	simulation  score.Simulation
	scoring     score.Options
	options     report.Options
}

// run returns the exit status: 0, 1 for a bad file or a failure, 2 for bad usage.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return output.Run("score", stderr, func() (func() error, error) {
		c, err := parse(args, stderr)
		return func() error { return c.score(stdin, stdout) }, err
	})
}

func parse(args []string, stderr io.Writer) (command, error) {
	var c command
	flags := flag.NewFlagSet("score", flag.ContinueOnError)
	lang := flags.String("lang", "zh", "the language of the words, `zh|en`")
	c.target.Flags(flags, "", "the sheet, data, weights, totals, scores and simulation")
	flags.IntVar(&c.simulation.Replications, "replications", 1000, "how often weights are drawn by lot, a number `N`; 0 for not at all")
	flags.Uint64Var(&c.simulation.Seed, "seed", 1, "what the lots are drawn from, a number `N`: equal seeds give equal results")
	flags.BoolVar(&c.scoring.Float, "float", false, "compute in floating point, with bounds of the errors: faster for thousands of units")
	if err := output.Parse(flags, args, "[flags] [SHEET.json DATA.json]", stderr); err != nil {
		return c, err
	}
	c.sheet, c.data = flags.Arg(0), flags.Arg(1)
	if err := c.target.Check(c.sheet, c.data); err != nil {
		return c, err
	}
	switch n := c.simulation.Replications; {
	case flags.NArg() != 0 && flags.NArg() != 2:
		return c, fmt.Errorf("want a sheet file and a data file after the flags, or none for the demonstration; got %q", flags.Args())
	case c.sheet == "-" && c.data == "-":
		return c, errors.New("- and -: standard input is one file")
	case n < 0 || n > score.MostReplications:
		return c, fmt.Errorf("-replications %d: want 0 to %d", n, score.MostReplications)
	}
	var err error
	c.options, err = output.Options(*lang)
	return c, err
}

func (c command) score(stdin io.Reader, stdout io.Writer) error {
	sheet, data, err := c.read(stdin)
	if err != nil {
		return err
	}
	scoring, err := output.ScoreData(sheet, data, c.scoring, c.simulation)
	if err != nil {
		return err
	}
	return c.target.Write(stdout, output.Scores([]report.Scoring{scoring}, c.options))
}

// read reads the two files, or what the program holds.
func (c command) read(stdin io.Reader) (score.Sheet, score.Data, error) {
	readData := func(sheet score.Sheet) func(io.Reader) (score.Data, error) {
		return func(r io.Reader) (score.Data, error) { return score.ReadData(r, sheet) }
	}
	if c.sheet == "" {
		sheet, err := score.ReadSheet(bytes.NewReader(demoSheet))
		if err != nil {
			return score.Sheet{}, score.Data{}, err
		}
		data, err := readData(sheet)(bytes.NewReader(demoData))
		return sheet, data, err
	}
	sheet, err := output.Read(c.sheet, stdin, score.ReadSheet)
	if err != nil {
		return score.Sheet{}, score.Data{}, err
	}
	data, err := output.Read(c.data, stdin, readData(sheet))
	return sheet, data, err
}
