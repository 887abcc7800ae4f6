package browser

import (
	"context"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sheet is a page of paper as pdftotext describes it, in points.
type sheet struct {
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Words  []struct {
		Left   float64 `xml:"xMin,attr"`
		Right  float64 `xml:"xMax,attr"`
		Top    float64 `xml:"yMin,attr"`
		Bottom float64 `xml:"yMax,attr"`
		Text   string  `xml:",chardata"`
	} `xml:"word"`
}

// printed prints the page that is open and returns the sheets, and the text of each without white space, in the order in
// which it was drawn. It skips the test where there is no pdftotext.
func printed(t *testing.T, ctx context.Context) ([]sheet, []string) {
	t.Helper()
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("there is no pdftotext, which poppler has")
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "report.pdf")
	require.NoError(t, os.WriteFile(file, pdf, 0o600))

	layout, err := exec.Command(pdftotext, "-bbox", file, "-").Output()
	require.NoError(t, err)
	var document struct {
		Sheets []sheet `xml:"body>doc>page"`
	}
	require.NoError(t, xml.Unmarshal(layout, &document))
	text, err := exec.Command(pdftotext, "-raw", "-enc", "UTF-8", file, "-").Output()
	require.NoError(t, err)
	texts := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	for i := range texts {
		texts[i] = packed(texts[i])
	}
	require.Len(t, texts, len(document.Sheets))
	return document.Sheets, texts
}

// packed leaves out white space, which a PDF does not tell from gaps.
func packed(text string) string { return strings.Join(strings.Fields(text), "") }

// millimetre is in points.
const millimetre = 72 / 25.4

func TestPageNumbersStandOnTheOuterSide(t *testing.T) {
	ctx := open(t)
	for _, language := range languages {
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(seed(t, language))))
		sheets, _ := printed(t, ctx)
		require.Greater(t, len(sheets), 50)
		for i, s := range sheets {
			assert.InDelta(t, 210*millimetre, s.Width, 1)
			assert.InDelta(t, 297*millimetre, s.Height, 1)
			var number string
			left, right := s.Width, 0.0
			for _, word := range s.Words {
				if (word.Top+word.Bottom)/2 > s.Height-35*millimetre { // in the lower margin
					number += word.Text
					left, right = min(left, word.Left), max(right, word.Right)
				}
			}
			assert.Equal(t, "—"+strconv.Itoa(i+1)+"—", packed(number), "%s, sheet %d", language, i+1)
			if i%2 == 0 {
				assert.Greater(t, left, s.Width/2, "an odd page has its number on the right")
			} else {
				assert.Less(t, right, s.Width/2, "an even page has its number on the left")
			}
		}
	}
}

// TestNoFigureIsCut looks for the texts of each figure: one sheet has them all. Besides those of the seed these are figures of
// as many panels as a chart may have, one after the other.
func TestNoFigureIsCut(t *testing.T) {
	const texts = `[...document.querySelectorAll('figure')].map(f => [f.querySelector('figcaption').textContent,
		...[...f.querySelectorAll('.legend span, .page text, .t text, .panels text, .n')].map(e => e.textContent)])`
	ctx := open(t)
	for file, least := range map[string]int{seed(t, "zh"): 7, seed(t, "en"): 7, panels(t, 9, 9, 9): 3, panels(t, 9, 4, 4, 3, 4): 5} {
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(file)))
		figures := evaluated[[][]string](t, ctx, texts)
		require.GreaterOrEqual(t, len(figures), least)
		_, sheets := printed(t, ctx)
		for _, figure := range figures {
			least := figure // of what a sheet lacks
			for _, sheet := range sheets {
				var lacks []string
				for _, text := range figure {
					if !strings.Contains(sheet, packed(text)) {
						lacks = append(lacks, text)
					}
				}
				if len(lacks) < len(least) {
					least = lacks
				}
			}
			assert.Empty(t, least, "%s: %s", filepath.Base(file), figure[0])
		}
	}
}

// The name of a group is on the sheet of its first row, below the titles of all columns.
func TestNamesOfGroupsStandAboveTheirRows(t *testing.T) {
	ctx := open(t)
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(written(t, "groups", grouped(small...)))))
	_, sheets := printed(t, ctx)
	require.Greater(t, len(sheets), 4)
	for i, sheet := range sheets {
		assert.Contains(t, sheet, "Head2Head3Head4Head5Head6", "sheet %d", i+1)
		assert.NotRegexp(t, "about(—[0-9]+—)?$", sheet, "sheet %d", i+1)
	}
}

// A group of up to sixteen rows is not parted from its name: each sheet begins with a name.
func TestGroupsAreNotBroken(t *testing.T) {
	ctx := open(t)
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(written(t, "groups", grouped(slices.Repeat([]int{16, 5, 9}, 10)...)))))
	_, sheets := printed(t, ctx)
	require.Greater(t, len(sheets), 8)
	for i, sheet := range sheets {
		assert.Contains(t, sheet, "Head2Head3Head4Head5Head6Group", "sheet %d", i+1)
	}
}

// A group that is longer than a sheet begins below the one before it and goes on from sheet to sheet.
func TestLongGroupsAreBroken(t *testing.T) {
	ctx := open(t)
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(written(t, "groups", grouped(3, 100, 3)))))
	_, sheets := printed(t, ctx)
	require.GreaterOrEqual(t, len(sheets), 3)
	assert.Contains(t, sheets[0], "rowabcdGroup1")
	for i, sheet := range sheets[:len(sheets)-1] {
		assert.Greater(t, strings.Count(sheet, "rowabcd"), 20, "sheet %d", i+1)
	}
}

// A short paragraph below a heading is not the last on a sheet, nor is one that leads to a list.
func TestParagraphsThatLeadOnAreNotTheLastOnASheet(t *testing.T) {
	list := report.List{Items: []report.Paragraph{{Text: "item"}, {Text: "item"}}}
	d := report.Document{Language: "zh-Hans", Title: "规划"}
	for i := range 100 {
		d.Sections = append(d.Sections, report.Section{Level: 1, Title: "标题", Blocks: []report.Block{
			report.Paragraph{Text: "先说"}, report.Paragraph{Text: strings.Repeat("后文。", 1+i%70)}, report.Paragraph{Text: "有关数据："}, list,
		}})
	}
	ctx := open(t)
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(written(t, "leads", d))))
	_, sheets := printed(t, ctx)
	require.Greater(t, len(sheets), 15)
	for i, sheet := range sheets {
		assert.NotRegexp(t, "(标题|先说|有关数据：)(—[0-9]+—)?$", sheet, "sheet %d", i+1)
	}
}

// onPaper shows pages as they are printed, as wide as the text area of a sheet.
func onPaper(t *testing.T, ctx context.Context) {
	t.Helper()
	require.NoError(t, chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		return err
	}), chromedp.EmulateViewport(590, 800))) // 156 mm
}

// The contents have no page numbers, so that they are no use on paper.
func TestContentsAreNotPrinted(t *testing.T) {
	const display = "getComputedStyle(document.querySelector('nav')).display"
	ctx := open(t)
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(seed(t, "zh"))))
	assert.Equal(t, "block", evaluated[string](t, ctx, display))
	onPaper(t, ctx)
	assert.Equal(t, "none", evaluated[string](t, ctx, display))
}

// Where something is wider than the paper, a browser prints the whole document smaller or cuts it off.
func TestNothingIsWiderThanThePaper(t *testing.T) {
	const wider = `[...document.querySelectorAll('body *')].filter(e => {
		const box = e.getBoundingClientRect()
		return box.width > 0 && box.right > innerWidth + 1 && !e.closest('svg *')
	}).map(e => e.outerHTML.slice(0, 200))`
	ctx := open(t)
	onPaper(t, ctx)
	for _, language := range languages {
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(seed(t, language))))
		assert.Equal(t, int64(590), evaluated[int64](t, ctx, "innerWidth"))
		assert.Empty(t, evaluated[[]string](t, ctx, wider), language)
	}
}
