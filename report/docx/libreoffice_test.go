package docx_test

import (
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// office is LibreOffice, which the environment names by PLANEVAL_SOFFICE.
type office struct{ program, folder string }

// newOffice skips the test where there is no LibreOffice, or none of the programs besides.
func newOffice(t *testing.T, programs ...string) office {
	t.Helper()
	program := os.Getenv("PLANEVAL_SOFFICE")
	if program == "" {
		t.Skip("PLANEVAL_SOFFICE does not name a LibreOffice")
	}
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			t.Skip(err)
		}
	}
	return office{program, t.TempDir()}
}

// convert returns the path of a document in another format.
func (o office) convert(t *testing.T, d report.Document, format string) string {
	t.Helper()
	source, target := filepath.Join(o.folder, "report.docx"), filepath.Join(o.folder, "out")
	require.NoError(t, os.WriteFile(source, write(t, d), 0o600))
	output, err := exec.Command(o.program, "-env:UserInstallation=file://"+o.folder+"/profile", "--headless",
		"--convert-to", format, "--outdir", target, source).CombinedOutput()
	require.NoError(t, err, string(output))
	extension, _, _ := strings.Cut(format, ":")
	return filepath.Join(target, "report."+extension)
}

const withBookmarks = `pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}`

// pages returns what is on the pages of a PDF, in the order in which it was drawn, without the numbers of pages.
func pages(t *testing.T, path string) []string {
	t.Helper()
	output, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	require.NoError(t, err)
	pages := strings.Split(strings.TrimSuffix(string(output), "\f"), "\f")
	for i, page := range pages {
		number := dense(fmt.Sprintf("—%d—", i+1))
		page = dense(page)
		page = strings.TrimSuffix(strings.TrimPrefix(page, number), number)
		pages[i] = page
	}
	return pages
}

// bookmark is a title in the outline of a PDF, in UTF-16.
var bookmark = regexp.MustCompile(`/Title<FEFF([0-9A-F]+)>`)

func bookmarks(t *testing.T, path string) []string {
	t.Helper()
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	var titles []string
	for _, found := range bookmark.FindAllSubmatch(content, -1) {
		code, err := hex.DecodeString(string(found[1]))
		require.NoError(t, err)
		var units []uint16
		for i := 0; i+1 < len(code); i += 2 {
			units = append(units, uint16(code[i])<<8|uint16(code[i+1]))
		}
		titles = append(titles, dense(string(utf16.Decode(units))))
	}
	return titles
}

func TestPagesHoldTheWholeDocument(t *testing.T) {
	o := newOffice(t, "pdftotext")
	for name, d := range documents(t) {
		t.Run(name, func(t *testing.T) {
			path := o.convert(t, d, withBookmarks)
			all := strings.Join(pages(t, path), "")
			// A text may be cut in two by the end of a page; no character of it may be lost.
			missing := map[rune]int{}
			for _, want := range texts(d) {
				for _, r := range dense(want) {
					missing[r]++
				}
			}
			for _, r := range all {
				missing[r]--
			}
			for r, n := range missing {
				assert.LessOrEqual(t, n, 0, "%q is on the pages %d times less than in the document", r, n)
			}
			for table := range tables(d.Blocks, d.Sections) {
				rest := all
				for _, row := range readRows(table) {
					var ok bool
					_, rest, ok = strings.Cut(rest, dense(row[0].Text))
					require.True(t, ok, "table %s: %q is not after the rows before it", table.ID, row[0].Text)
				}
			}
			var want []string
			for s := range sections(d.Sections) {
				want = append(want, dense(s.Number+s.Title))
			}
			found := bookmarks(t, path)
			for _, title := range want {
				assert.Contains(t, found, title)
			}
		})
	}
}

func TestHeaderRowsAreRepeated(t *testing.T) {
	o := newOffice(t, "pdftotext")
	table := report.Table{Columns: []report.Column{{Title: "表头甲"}, {Title: "表头乙"}, {Title: "表头丙"}}}
	for i := range 150 {
		table.Rows = append(table.Rows, []report.Cell{{Text: fmt.Sprintf("第%d组", i/50)}, {Text: fmt.Sprintf("第%d行", i)}, {Text: "内容"}})
	}
	for _, table.Grouped = range []bool{false, true} { // the title of groups stands above the others
		found := pages(t, o.convert(t, report.Document{Blocks: []report.Block{table}}, "pdf"))
		require.Greater(t, len(found), 2)
		for i, page := range found {
			assert.Equal(t, 1, strings.Count(page, "表头甲表头乙表头丙"), "page %d", i+1)
		}
	}
}

// No page ends with the name of a group, wherever the names come: rows are of one height, and those above the groups of three
// are none to three.
func TestNamesOfGroupsStandAboveTheirRows(t *testing.T) {
	o := newOffice(t, "pdftotext")
	for above := range 4 {
		table := report.Table{Grouped: true, Columns: []report.Column{{Title: "表头甲"}, {Title: "表头乙"}, {Title: "表头丙"}}}
		for i := range above + 300 {
			group := "第一组"
			if i >= above {
				group = fmt.Sprintf("第%d组", (i-above)/3)
			}
			table.Rows = append(table.Rows, []report.Cell{{Text: group}, {Text: fmt.Sprintf("第%d行", i)}, {Text: "内容"}})
		}
		for i, page := range pages(t, o.convert(t, report.Document{Blocks: []report.Block{table}}, "pdf")) {
			assert.False(t, strings.HasSuffix(page, "组"), "page %d, %d rows above", i+1, above)
		}
	}
}

func TestSavedAgainItKeepsEveryText(t *testing.T) {
	o := newOffice(t)
	for name, d := range documents(t) {
		t.Run(name, func(t *testing.T) {
			saved, err := os.ReadFile(o.convert(t, d, "docx:MS Word 2007 XML"))
			require.NoError(t, err)
			rest := dense(shown(t, parts(t, saved)["word/document.xml"]))
			for _, want := range texts(d) {
				_, after, ok := strings.Cut(rest, dense(want))
				require.True(t, ok, "%q is missing, or not after the texts before it", want)
				rest = after
			}
		})
	}
}
