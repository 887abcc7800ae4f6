package survey_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/require"
)

// FuzzReadRecords: no text makes ReadRecords panic; a survey that it returns has no faults, and the counts that a naive
// counter finds; and what it refuses as CSV encoding/csv refuses too.
func FuzzReadRecords(f *testing.F) {
	for _, name := range []string{"testdata/records_kobo.csv", "testdata/records_limesurvey.csv"} {
		text, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Add(randomRecords(rand.New(rand.NewPCG(1, 2)), 5))
	of := form(f, mixed)
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := survey.ReadRecords(bytes.NewReader(text), of)
		if err == nil {
			require.NoError(t, s.Validate().Err())
			require.Equal(t, countedNaively(t, text), shown(s))
			return
		}
		require.Equal(t, survey.Survey{}, s)
		var faults indicator.Faults
		require.ErrorAs(t, err, &faults)
		var refused bool
		for _, fault := range faults {
			refused = refused || fault.Rule == indicator.FaultSyntax
		}
		if refused {
			require.Error(t, readAlone(text))
		}
	})
}

// readAlone reads a text by encoding/csv, whatever the number of its cells.
func readAlone(text []byte) error {
	r := csv.NewReader(bytes.NewReader(text))
	r.ReuseRecord, r.FieldsPerRecord = true, -1
	for {
		if _, err := r.Read(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}
