package report_test

import (
	"archive/zip"
	"bytes"
	stdcsv "encoding/csv"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/csv"
	"github.com/planeval/planeval/report/docx"
	webpage "github.com/planeval/planeval/report/html"
	"github.com/planeval/planeval/report/markdown"
	"github.com/planeval/planeval/report/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// unwrapped is wide enough that no line of plain text is broken.
const unwrapped = 1_000_000

// renderers write a document, and say what of it they show as text.
var renderers = map[string]struct {
	write func(io.Writer, report.Document) error
	texts func(t *testing.T, file []byte) string
}{
	"html":     {func(w io.Writer, d report.Document) error { return webpage.Write(w, d, webpage.Options{}) }, textOfPage},
	"docx":     {func(w io.Writer, d report.Document) error { return docx.Write(w, d, docx.Options{}) }, textOfWord},
	"markdown": {markdown.Write, textOfMarkdown},
	"text":     {func(w io.Writer, d report.Document) error { return text.Write(w, d, unwrapped) }, plain},
	"csv":      {csv.Write, textOfTables},
}

func plain(_ *testing.T, file []byte) string { return string(file) }

var (
	aside = regexp.MustCompile(`(?s)<style>.*?</style>|<nav.*?</nav>|<title>.*?</title>`) // said again elsewhere, or no text
	tag   = regexp.MustCompile(`<[^>]*>`)
)

// textOfMarkdown is the file without escapes, anchors and the table of contents.
func textOfMarkdown(_ *testing.T, file []byte) string {
	return regexp.MustCompile(`(?m)^- \[.*\]\(#.*\)$|<a id="[^"]*"></a>`).ReplaceAllString(strings.ReplaceAll(string(file), `\`, ""), "")
}

func textOfPage(_ *testing.T, file []byte) string {
	return html.UnescapeString(tag.ReplaceAllString(aside.ReplaceAllString(string(file), " "), " "))
}

func textOfTables(t *testing.T, file []byte) string {
	records, err := stdcsv.NewReader(bytes.NewReader(file)).ReadAll()
	require.NoError(t, err)
	var lines []string
	for _, r := range records {
		lines = append(lines, r...)
	}
	return strings.Join(lines, "\n")
}

// textOfWord is the text of the body, with a space between paragraphs.
func textOfWord(t *testing.T, file []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	body, err := archive.Open("word/document.xml")
	require.NoError(t, err)
	defer body.Close()
	var b strings.Builder
	inText := false
	for decoder := xml.NewDecoder(body); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
			if token.Name.Local == "p" || token.Name.Local == "br" || token.Name.Local == "tab" {
				b.WriteByte(' ')
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				b.Write(token)
			}
		}
	}
}

func evaluation(t testing.TB, path string) *evaluate.Evaluation {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	plan, err := evaluate.ReadPlan(file)
	require.NoError(t, err)
	e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31"), Rules: evaluate.Rules(evaluate.Packs()...)})
	require.NoError(t, err)
	return &e
}

// numbers returns the numbers in a text, in order of size as texts, without the grouping of digits that tables for programs do not have.
func numbers(s string) []string {
	list := regexp.MustCompile(`[0-9]+(,[0-9]{3})*(\.[0-9]+)*`).FindAllString(s, -1)
	for i, n := range list {
		list[i] = strings.ReplaceAll(n, ",", "")
	}
	slices.Sort(list)
	return list
}

// withoutCharts leaves out the charts, whose numbers stand in tables, and the numbers of lists, which some renderers leave to the
// reader's program; with tablesAlone everything but tables.
func withoutCharts(sections []report.Section, tablesAlone bool) []report.Section {
	var list []report.Section
	for _, s := range sections {
		s.Blocks = slices.DeleteFunc(slices.Clone(s.Blocks), func(b report.Block) bool {
			_, chart := b.(report.Chart)
			_, table := b.(report.Table)
			return chart || tablesAlone && !table
		})
		for i, b := range s.Blocks {
			if list, ok := b.(report.List); ok {
				list.Numbered = false
				s.Blocks[i] = list
			}
		}
		s.Sections = withoutCharts(s.Sections, tablesAlone)
		list = append(list, s)
	}
	return list
}

// texts returns every text of a document, those of headings and captions too; with once the name of a group of rows is one.
func texts(d report.Document, once bool) string {
	lines := []string{d.Title, d.Subtitle}
	add := func(list ...string) { lines = append(lines, list...) }
	blocks := func(list []report.Block) {
		for _, b := range list {
			switch b := b.(type) {
			case report.Paragraph:
				add(b.Lead, b.Text)
			case report.List:
				for _, item := range b.Items {
					add(item.Lead, item.Text)
				}
			case report.Tiles:
				for _, tile := range b.Items {
					add(tile.Figure, tile.Unit, tile.Label, tile.Note)
				}
			case report.Table:
				add(b.Caption)
				for _, c := range b.Columns {
					add(c.Title)
				}
				for i, row := range b.Rows {
					if once && b.Grouped && i > 0 && row[0] == b.Rows[i-1][0] {
						row = row[1:]
					}
					for _, c := range row {
						add(c.Text)
					}
				}
				add(b.Notes...)
			}
		}
	}
	var sections func([]report.Section)
	sections = func(list []report.Section) {
		for _, s := range list {
			add(s.Number + s.Title)
			blocks(s.Blocks)
			sections(s.Sections)
		}
	}
	blocks(d.Blocks)
	sections(d.Sections)
	return strings.Join(lines, "\n")
}

// Every renderer shows the numbers of the document, all of them and no others, as often as they stand there, but for names of
// groups, which pages and Word documents show once.
func TestAllRenderersCarryTheSameFigures(t *testing.T) {
	for _, path := range []string{"../seeds/zibo.json", "testdata/kinds.json", "testdata/harbour.json"} {
		e := evaluation(t, path)
		for _, tag := range []language.Tag{language.SimplifiedChinese, language.English} {
			d := report.Build(e, report.Options{Language: tag})
			for name, renderer := range renderers {
				d := d
				d.Sections = withoutCharts(d.Sections, name == "csv")
				want := texts(d, name == "html" || name == "docx")
				if name == "csv" {
					want = tablesOf(report.Section{Sections: d.Sections})
				}
				var file bytes.Buffer
				require.NoError(t, renderer.write(&file, d))
				assert.Equal(t, numbers(want), numbers(renderer.texts(t, file.Bytes())), "%s %s %s", path, tag, name)
			}
		}
	}
}

// plotTexts returns the texts of a plot, and those of its axes, of which some may be left out.
func plotTexts(plot report.Plot) (texts, axes []string) {
	axis := func(list ...report.Axis) {
		for _, a := range list {
			for _, tick := range a {
				axes = append(axes, tick.Text)
			}
		}
	}
	switch p := plot.(type) {
	case report.Bullets:
		axis(p.Axis)
		texts = append(texts, p.Columns...)
		for _, b := range p.Rows {
			texts = append(texts, b.Name, b.Attainment.Text, b.Values, b.Period, b.Verdict, b.Detail)
		}
	case report.Trajectories:
		for _, panel := range p.Panels {
			axis(panel.Across, panel.Up)
			texts = append(texts, panel.Name, panel.Unit, panel.Target.Text, panel.Says)
			for _, m := range append(panel.Actual, panel.Ends...) {
				texts = append(texts, m.Text)
			}
		}
	case report.Bars:
		axis(p.Axis)
		texts = append(texts, p.Columns...)
		for _, b := range p.Bounds {
			texts = append(texts, b.Text)
		}
		for _, g := range p.Groups {
			texts = append(texts, g.Title)
			for _, b := range g.Rows {
				texts = append(append(texts, b.Name, b.Value.Text), b.Remarks...)
			}
		}
	case report.Grid:
		for _, c := range p.Columns {
			texts = append(texts, c.Title)
		}
		for _, row := range p.Rows {
			for _, c := range row {
				texts = append(texts, c.Text)
			}
		}
	case report.Strips:
		for _, strip := range p.Rows {
			texts = append(texts, strip.Name)
			for _, part := range strip.Parts {
				texts = append(texts, part.Text)
			}
		}
	}
	return texts, axes
}

// A page and a Word file show every number of a picture, and no others but those of its axes.
func TestPicturesCarryTheFiguresOfTheirPlots(t *testing.T) {
	for _, path := range []string{"../seeds/zibo.json", "testdata/kinds.json", "testdata/harbour.json"} {
		d := report.Build(evaluation(t, path), report.Options{Language: language.English})
		var charts []report.Chart
		var collect func([]report.Section)
		collect = func(sections []report.Section) {
			for _, s := range sections {
				for _, b := range s.Blocks {
					if c, ok := b.(report.Chart); ok {
						charts = append(charts, c)
					}
				}
				collect(s.Sections)
			}
		}
		collect(d.Sections)
		require.NotEmpty(t, charts)
		for _, c := range charts {
			c.Tables = nil
			said, axes := plotTexts(c.Plot)
			around := append([]string{c.Caption, c.Summary}, c.Notes...)
			for _, k := range c.Legend {
				around = append(around, k.Text)
			}
			must := numbers(strings.Join(said, "\n"))
			may := numbers(strings.Join(slices.Concat(said, axes, around), "\n"))
			for _, name := range []string{"html", "docx"} {
				var file bytes.Buffer
				require.NoError(t, renderers[name].write(&file, report.Document{Language: "en", Blocks: []report.Block{c}}))
				got := numbers(renderers[name].texts(t, file.Bytes()))
				for _, n := range must {
					assert.Contains(t, got, n, "%s %s %s lacks a number", path, name, c.ID)
				}
				for _, n := range got {
					assert.Contains(t, may, n, "%s %s %s has a number of its own", path, name, c.ID)
				}
			}
		}
	}
}

// tablesOf returns the texts of the tables of a section and of those below it.
func tablesOf(s report.Section) string {
	d := report.Document{Blocks: s.Blocks}
	all := texts(d, false)
	for _, below := range s.Sections {
		all += "\n" + tablesOf(below)
	}
	return all
}

// A thousand runs of every renderer, on a document with a chart, a table, tiles, a list and paragraphs.
func TestEqualDocumentsGiveEqualBytes(t *testing.T) {
	const runs = 1000
	d := report.Document{
		Language: "zh-Hans", Title: "报告", Blocks: []report.Block{
			report.Paragraph{Lead: "结论", Text: "继续执行。"}, report.List{Numbered: true, Items: []report.Paragraph{{Text: "甲"}, {Text: "乙"}}},
			report.Tiles{Items: []report.Tile{{Figure: "2", Label: "快于预期", State: "ahead"}}},
			report.Table{ID: "t", Caption: "表1", Columns: []report.Column{{Title: "指标"}, {Title: "数值", Align: report.End}}, Rows: [][]report.Cell{{{Text: "甲"}, {Text: "76.33%", State: "ahead"}}}},
			report.Chart{ID: "c", Caption: "图1", Tables: []string{"t"}, Plot: report.Bars{
				Axis:   report.Axis{{At: indicator.IntValue(0), Text: "0%"}, {At: indicator.IntValue(100), Text: "100%"}},
				Groups: []report.BarGroup{{Rows: []report.Bar{{Name: "甲", State: "ahead", Value: report.Point{At: indicator.MustValue("76.33"), Text: "76.33%"}}}}},
			}},
		},
		Sections: []report.Section{{ID: "a", Level: 1, Number: "一、", Title: "概况", Blocks: []report.Block{report.Paragraph{Text: "文字。"}}}},
	}
	for name, renderer := range renderers {
		var first bytes.Buffer
		require.NoError(t, renderer.write(&first, d))
		for range runs {
			var again bytes.Buffer
			require.NoError(t, renderer.write(&again, d))
			require.True(t, bytes.Equal(first.Bytes(), again.Bytes()), name)
		}
	}
}

func TestAHundredReportsAtOnceAreEqual(t *testing.T) {
	e := evaluation(t, "testdata/harbour.json")
	want := report.Build(e, report.Options{})
	var group sync.WaitGroup
	same := make([]bool, 100)
	for i := range same {
		group.Go(func() { same[i] = assert.ObjectsAreEqual(want, report.Build(e, report.Options{})) })
	}
	group.Wait()
	assert.NotContains(t, same, false)
}
