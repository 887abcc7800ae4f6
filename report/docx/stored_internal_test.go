package docx

import (
	"bytes"
	"compress/flate"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A block holds 65535 bytes, each after 5 that say how many; the last one is empty.
func TestStoredFilesAreDeflate(t *testing.T) {
	for length, blocks := range map[int]int{0: 1, 1: 2, 65535: 2, 65536: 3, 200000: 5} {
		var file bytes.Buffer
		want := strings.Repeat("x", length)
		n, err := stored{&file}.Write([]byte(want))
		require.NoError(t, err)
		assert.Equal(t, length, n)
		require.NoError(t, stored{&file}.Close())
		assert.Equal(t, length+5*blocks, file.Len())
		got, err := io.ReadAll(flate.NewReader(&file))
		require.NoError(t, err)
		assert.Equal(t, want, string(got))
	}
}
