package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"time"
)

// archive mends what the library writes.
type archive struct{ *zip.Writer }

// Create gives every file the first date that the format knows, in place of none.
func (z archive) Create(name string) (io.Writer, error) {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if strings.HasPrefix(name, "xl/worksheets/") {
		w = results{w}
	}
	return w, err
}

// results makes the results of formulas numbers: the library says of each that it is a text. It gets a whole file at once.
type results struct{ io.Writer }

func (w results) Write(content []byte) (int, error) {
	if _, err := w.Writer.Write(bytes.ReplaceAll(content, []byte(` t="str"><f>`), []byte(`><f>`))); err != nil {
		return 0, err
	}
	return len(content), nil
}
