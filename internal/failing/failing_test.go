package failing_test

import (
	"io"
	"testing"

	"github.com/planeval/planeval/internal/failing"
	"github.com/stretchr/testify/assert"
)

// noted counts the errors that a test is told of.
type noted struct {
	testing.TB
	errors int
}

func (n *noted) Helper()               {}
func (n *noted) Errorf(string, ...any) { n.errors++ }

func TestWhatLosesAnErrorFails(t *testing.T) {
	for _, test := range []struct {
		name  string
		step  int
		write func(io.Writer) error
		want  int
	}{
		{"the error is given", 1, func(w io.Writer) error { _, err := io.WriteString(w, "ten bytes."); return err }, 0},
		{"it is lost", 1, func(w io.Writer) error { _, _ = io.WriteString(w, "ten bytes."); return nil }, 10},
		{"it is lost at every third byte, and before the last", 3, func(w io.Writer) error { _, _ = io.WriteString(w, "ten bytes."); return nil }, 4},
		{"it is lost of the last piece alone", 1, func(w io.Writer) error {
			if _, err := io.WriteString(w, "ten bytes."); err != nil {
				return err
			}
			_, _ = io.WriteString(w, ".")
			return nil
		}, 1},
	} {
		n := &noted{TB: t}
		failing.Test(n, test.step, test.write)
		assert.Equal(t, test.want, n.errors, test.name)
	}
}
