// Package golden compares what a test produced with a file under testdata that holds what it should be. Run the tests
// with -update to write the files anew, and read the difference before committing it.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write golden files instead of comparing with them")

// Compare fails the test where got is not the content of the file at path, and names the first line that differs.
// With -update it writes the file, making its folder where needed.
func Compare(t testing.TB, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run the test with -update to write it", err)
	}
	if bytes.Equal(got, want) {
		return
	}
	line, gotLine, wantLine := firstDifference(got, want)
	t.Errorf("%s:%d differs\n got  %q\n want %q\nrun the test with -update to accept", path, line, gotLine, wantLine)
}

// firstDifference returns the first line, counted from 1, in which two different texts differ, and that line of each;
// a text that has ended gives an empty line.
func firstDifference(got, want []byte) (line int, gotLine, wantLine []byte) {
	for line = 1; ; line++ {
		gotLine, got, _ = bytes.Cut(got, []byte("\n"))
		wantLine, want, _ = bytes.Cut(want, []byte("\n"))
		if !bytes.Equal(gotLine, wantLine) || len(got) == 0 || len(want) == 0 {
			return line, gotLine, wantLine
		}
	}
}
