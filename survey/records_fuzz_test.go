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

// FuzzRecordsAreSplitAsCSV: a record is split where encoding/csv splits it, as far as one column of answers shows.
func FuzzRecordsAreSplitAsCSV(f *testing.F) {
	f.Add([]byte("x,\"a\"\"b\"\r\n\r\n\"c\r\nd\",a\ny,\"a\"\r"))
	f.Add([]byte("x,a\n\"\",\"\"\n\"x\"y,a"))
	of := form(f, asking(`{"code": "Q", "text": "问", "kind": "single", "base": "answered", "tallies": [{"option": "a"}, {"option": "a\"b"}, {"option": "a\nb"}]}`,
		`{"question": "Q", "heading": "a"}`, ""))
	f.Fuzz(func(t *testing.T, rows []byte) {
		text := append([]byte("x,a\n"), rows...)
		_, err := survey.ReadRecords(bytes.NewReader(text), of)
		var faults indicator.Faults
		errors.As(err, &faults)
		syntax, counts := 0, 0
		for _, fault := range faults {
			switch fault.Rule {
			case indicator.FaultSyntax:
				syntax++
			case indicator.FaultRange:
				counts++
			}
		}
		alone := readAlone(text)
		require.Equal(t, alone != nil, syntax > 0, "%v: %v", alone, err)
		require.LessOrEqual(t, syntax, 1)

		// Rows with other cells than headings, up to where reading stops.
		want := 0
		for r := csv.NewReader(bytes.NewReader(text)); ; {
			cells, err := r.Read()
			if errors.Is(err, csv.ErrFieldCount) {
				want++
			} else if err != nil {
				break
			} else {
				require.Len(t, cells, 2)
			}
		}
		require.Equal(t, min(want, indicator.MaxFaults), min(counts, indicator.MaxFaults))
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
