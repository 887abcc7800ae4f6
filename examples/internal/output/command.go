package output

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/planeval/planeval/indicator"
)

// Run runs a program and returns its exit status: 0, 1 when what the arguments ask for failed, 2 for bad usage. parse reads the
// arguments and returns the work that they ask for.
func Run(name string, stderr io.Writer, parse func() (work func() error, err error)) int {
	work, err := parse()
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", name, err)
		return 2
	}
	if err := work(); err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", name, err)
		return 1
	}
	return 0
}

// Parse parses the arguments by the flags, which print nothing by themselves. For -h it prints the usage and the flags, and
// returns [flag.ErrHelp].
func Parse(flags *flag.FlagSet, args []string, usage string, stderr io.Writer) error {
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(stderr, "usage:", flags.Name(), usage)
		flags.SetOutput(stderr)
		flags.PrintDefaults()
	}
	return err
}

// Read reads a file, of which - is standard input. Faults come with the name of the file.
func Read[T any](path string, stdin io.Reader, read func(io.Reader) (T, error)) (T, error) {
	if path == "-" {
		of, err := read(stdin)
		return of, InFile(path, err)
	}
	file, err := os.Open(path)
	if err != nil {
		var none T
		return none, err
	}
	defer func() { _ = file.Close() }() // it was only read
	of, err := read(file)
	return of, InFile(path, err)
}

// InFile puts the name of a file before faults; other errors stay as they are.
func InFile(path string, err error) error {
	if faults := (indicator.Faults)(nil); errors.As(err, &faults) {
		return fmt.Errorf("%s:\n%w", path, err)
	}
	return err
}
