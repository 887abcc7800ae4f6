package html_test

import (
	"io"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/failing"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/html"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAWriterThatFailsGivesItsError(t *testing.T) {
	d := everyBlock("zh")
	failing.Test(t, 1, func(w io.Writer) error { return html.Write(w, d, html.Options{}) })
}

// short takes nothing and says nothing.
type short struct{}

func (short) Write([]byte) (int, error) { return 0, nil }

func TestAWriterThatTakesTooLittleIsAnError(t *testing.T) {
	assert.EqualError(t, html.Write(short{}, report.Document{}, html.Options{}), "short write")
}

func TestALargeDocumentIsHandedOnInPieces(t *testing.T) {
	d := report.Document{}
	for range 2000 {
		d.Blocks = append(d.Blocks, report.Paragraph{Text: strings.Repeat("文", 20)})
	}
	var pieces pieces
	require.NoError(t, html.Write(&pieces, d, html.Options{}))
	require.Greater(t, len(pieces), 3)
	for _, n := range pieces {
		assert.Less(t, n, 50_000)
	}
}

// pieces notes how many bytes each call gives.
type pieces []int

func (p *pieces) Write(b []byte) (int, error) {
	*p = append(*p, len(b))
	return len(b), nil
}
