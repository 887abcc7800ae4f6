package docx_test

import (
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

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
	for grouped, titles := range map[bool]string{false: "表头甲表头乙表头丙", true: "表头乙表头丙"} {
		table.Grouped = grouped
		found := pages(t, o.convert(t, report.Document{Blocks: []report.Block{table}}, "pdf"))
		require.Greater(t, len(found), 2)
		for i, page := range found {
			assert.True(t, strings.HasPrefix(page, titles), "page %d", i+1)
			assert.Equal(t, 1, strings.Count(page, "表头乙"), "page %d", i+1)
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

// plain drops spaces and the shapes of states.
func plain(texts ...string) string {
	return strings.NewReplacer("▲", "", "●", "", "▼", "", "○", "").Replace(dense(strings.Join(texts, "")))
}

// Of the seed, what has room on a page is on one page: each chart with its caption and legend, each table of eight rows or
// fewer with its caption, and each group of fewer than a dozen rows with its name. No page ends with a heading and a line.
func TestWhatBelongsTogetherIsOnOnePage(t *testing.T) {
	o := newOffice(t, "pdftotext")
	for language, line := range map[string]int{"zh": 26, "en": 60} { // characters that a line has room for
		d := seed(t, language)
		found := pages(t, o.convert(t, d, "pdf"))
		for i, page := range found {
			found[i] = plain(page)
		}
		checked := map[string]int{}
		together := func(kind string, texts []string) {
			checked[kind]++
			want := plain(texts...)
			assert.True(t, slices.ContainsFunc(found, func(page string) bool { return strings.Contains(page, want) }), "%s %s: parted: %.200s", language, kind, want)
		}
		for s := range sections(d.Sections) {
			for i, b := range s.Blocks {
				switch b := b.(type) {
				case report.Paragraph:
					if text := b.Lead + b.Text; i == 0 && len(s.Blocks)+len(s.Sections) > 1 && utf8.RuneCountInString(text) <= line {
						checked["lines"]++
						for i, page := range found {
							assert.False(t, strings.HasSuffix(page, plain(s.Number, s.Title, text)), "%s: page %d ends with %s", language, i+1, s.Title)
						}
					}
				case report.Chart:
					b.Notes = nil
					together("charts", textsOfBlocks([]report.Block{b}))
				case report.Table:
					if b.Notes = nil; len(b.Rows) <= 8 {
						together("tables", textsOfBlocks([]report.Block{b}))
					}
					if !b.Grouped {
						continue
					}
					for group := range b.Groups() {
						if len(group) < 12 {
							together("groups", textsOfGrid(nil, readRows(report.Table{Grouped: true, Rows: group})))
						}
					}
				}
			}
		}
		for _, kind := range []string{"lines", "charts", "tables", "groups"} {
			assert.GreaterOrEqual(t, checked[kind], 5, "%s: %s", language, kind)
		}
	}
}
