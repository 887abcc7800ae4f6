package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// recorder is a test that notes what it is told instead of failing.
type recorder struct {
	testing.TB
	said string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) { r.said = fmt.Sprintf(format, args...) }

func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	runtime.Goexit()
}

func (r *recorder) Fatal(args ...any) { r.Fatalf("%s", fmt.Sprint(args...)) }

// compare runs Compare as a test of its own and returns what it said.
func compare(path, got string) string {
	r := &recorder{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		Compare(r, path, []byte(got))
	}()
	<-done
	return r.said
}

func TestCompare(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub", "list.golden")

	assert.Contains(t, compare(path, "a\n"), "run the test with -update", "a missing file says how to write it")

	*update = true
	assert.Empty(t, compare(path, "a\nb\n"), "-update writes the file and its folder")
	*update = false
	written, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "a\nb\n", string(written))

	assert.Empty(t, compare(path, "a\nb\n"), "equal content passes")
	assert.Contains(t, compare(path, "a\nc\n"), "list.golden:2 differs\n got  \"c\"\n want \"b\"")
	assert.Contains(t, compare(path, "a\n"), ":1 differs", "a text that ends early differs in its last line")
	assert.Contains(t, compare(path, "a\nb\nc\n"), ":2 differs")

	written, err = os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "a\nb\n", string(written), "comparing writes nothing")
}

func TestCompareUpdateFails(t *testing.T) {
	folder := t.TempDir()
	*update = true
	defer func() { *update = false }()
	assert.NotEmpty(t, compare(folder, "a\n"), "a folder cannot be written")
	file := filepath.Join(folder, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	assert.NotEmpty(t, compare(filepath.Join(file, "below"), "a\n"), "nor can a file below a file")
}
