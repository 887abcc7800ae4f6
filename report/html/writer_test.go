package html_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/html"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// failing takes so many bytes and then fails.
type failing struct{ left int }

var errFull = errors.New("full")

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.left {
		n := f.left
		f.left = 0
		return n, errFull
	}
	f.left -= len(p)
	return len(p), nil
}

func TestAWriterThatFailsGivesItsError(t *testing.T) {
	d := everyBlock("zh")
	whole := len(write(t, d, html.Options{}))
	for n := range whole {
		if err := html.Write(&failing{n}, d, html.Options{}); !errors.Is(err, errFull) {
			require.ErrorIs(t, err, errFull, "after %d bytes", n)
		}
	}
	assert.NoError(t, html.Write(&failing{whole}, d, html.Options{}))
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
