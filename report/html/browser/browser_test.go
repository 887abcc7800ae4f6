package browser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The variables of the environment that name the browser and the rules of access.
const (
	chromium = "PLANEVAL_CHROMIUM" // an executable file
	axe      = "PLANEVAL_AXE"      // axe.min.js of axe-core
)

// languages are those of the reports.
var languages = []string{"zh", "en"}

// open starts a browser without a network and returns its context; it skips the test where there is no browser.
func open(t *testing.T) context.Context {
	t.Helper()
	path := os.Getenv(chromium)
	if path == "" {
		t.Skip(chromium + " does not name a browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

// seed writes the report of the seed, with the two sheets that illustrate scores, and returns the address of the file.
func seed(t *testing.T, language string) string {
	t.Helper()
	e, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{
		AsOf:  indicator.MustPeriod("2023-08-31"),
		Rules: evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation),
	})
	require.NoError(t, err)
	var options report.Options
	require.NoError(t, options.Language.UnmarshalText([]byte(language)))
	for _, sheet := range seeds.ZiboSheets() {
		data, err := score.Collect(sheet, score.Unit{Code: e.Plan.Code, Name: e.Plan.Title}, e.Figures())
		require.NoError(t, err)
		result, err := score.Evaluate(sheet, data, score.Options{})
		require.NoError(t, err)
		options.Scores = append(options.Scores, report.Scoring{Result: result, Illustration: true})
	}
	return written(t, language, report.Build(&e, options))
}

// written writes a document to a file of a name and returns its address.
func written(t *testing.T, name string, d report.Document) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name+".html")
	require.NoError(t, os.WriteFile(file, page(t, d), 0o600))
	return "file://" + file
}

// small are sixty groups of one row to five.
var small = slices.Repeat([]int{1, 2, 3, 4, 5}, 12)

// grouped is a document with a table of five columns and long names, of groups of so many rows.
func grouped(sizes ...int) report.Document {
	table := report.Table{ID: "groups", Grouped: true, Caption: "Table 1"}
	for _, title := range []string{"Head1", "Head2", "Head3", "Head4", "Head5", "Head6"} {
		table.Columns = append(table.Columns, report.Column{Title: title})
	}
	for i, size := range sizes {
		for range size {
			table.Rows = append(table.Rows, []report.Cell{{Text: fmt.Sprintf("Group %d of rows that belong together by what they are about", i)}, {Text: "row"}, {Text: "a"}, {Text: "b"}, {Text: "c"}, {Text: "d"}})
		}
	}
	return report.Document{Language: "en", Title: "Groups", Sections: []report.Section{{ID: "s", Level: 1, Title: "Section", Blocks: []report.Block{table}}}}
}

// sized sets the width of the window, of a phone where it is narrow.
func sized(width int64) chromedp.Action[chromedp.Void] {
	if width < 600 {
		return chromedp.EmulateViewport(width, 800, chromedp.EmulateMobile)
	}
	return chromedp.EmulateViewport(width, 800)
}

// evaluated returns what an expression gives in the page.
func evaluated[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(t, err)
	return value
}

func TestThePageLoadsNothingAndSaysNothing(t *testing.T) {
	ctx := open(t)
	var lock sync.Mutex
	var requests, said []string
	require.NoError(t, chromedp.Listen(ctx, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		switch event := event.(type) {
		case *network.EventRequestWillBeSent:
			requests = append(requests, event.Request.URL)
		case *network.EventLoadingFailed:
			said = append(said, event.ErrorText)
		case *runtime.EventConsoleAPICalled:
			said = append(said, string(event.Type))
		case *runtime.EventExceptionThrown:
			said = append(said, event.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			said = append(said, event.Entry.Text)
		}
	}))
	require.NoError(t, chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{})
		return err
	})))
	var files []string
	for _, language := range languages {
		files = append(files, seed(t, language))
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(files[len(files)-1])))
		evaluated[bool](t, ctx, "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(true), 200))))")
	}
	lock.Lock()
	defer lock.Unlock()
	assert.Equal(t, files, requests, "the files themselves and nothing else")
	assert.Empty(t, said)
}

// outside returns what stands out of the window and is in no frame that scrolls.
const outside = `[...document.querySelectorAll('body *')].filter(e => {
	const box = e.getBoundingClientRect()
	return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && !e.closest('.t > *') && !e.closest('svg *')
}).map(e => e.outerHTML.slice(0, 120))`

// shown says of which charts the pictures for pages and for phones are seen.
const shown = `['page', 'phone'].map(c => {
	const seen = [...document.querySelectorAll('.' + c)].map(e => e.getBoundingClientRect().height > 0)
	return seen.every(x => x) ? 'all' : seen.some(x => x) ? 'some' : 'none'
}).join()`

func TestThePageFitsTheWindow(t *testing.T) {
	ctx := open(t)
	for _, language := range languages {
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(seed(t, language))))
		for width, pictures := range map[int64]string{320: "none,all", 360: "none,all", 768: "none,all", 861: "all,none", 1280: "all,none"} {
			require.NoError(t, chromedp.Do(ctx, sized(width)))
			assert.LessOrEqual(t, evaluated[int64](t, ctx, "document.documentElement.scrollWidth"), width, "%s at %d", language, width)
			assert.Empty(t, evaluated[[]string](t, ctx, outside), "%s at %d", language, width)
			assert.Equal(t, pictures, evaluated[string](t, ctx, shown), "%s at %d", language, width)
		}
	}
}

// rows counts the elements of a kind in each row.
func rows(kind string) string {
	return `(() => {
		const rows = {}
		for (const e of document.querySelectorAll('` + kind + `')) {
			const top = e.getBoundingClientRect().top
			rows[top] = (rows[top] || 0) + 1
		}
		return Object.entries(rows).sort((a, b) => a[0] - b[0]).map(e => e[1]).join()
	})()`
}

const tiles = ".tiles > li"

// The seven figures of the conclusion stand in one row; on phones the first, which the others add up to, has a row of its own.
func TestTilesStandInWholeRows(t *testing.T) {
	ctx := open(t)
	for _, language := range languages {
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(seed(t, language))))
		for width, want := range map[int64]string{320: "1,2,2,2", 360: "1,2,2,2", 768: "7", 1280: "7"} {
			require.NoError(t, chromedp.Do(ctx, sized(width)))
			assert.Equal(t, want, evaluated[string](t, ctx, rows(tiles)), "%s at %d", language, width)
		}
	}
	onPaper(t, ctx)
	assert.Equal(t, "7", evaluated[string](t, ctx, rows(tiles)), "on paper")
}

// panels writes a page with charts of trajectories, of so many panels each, and returns the address of the file.
func panels(t *testing.T, counts ...int) string {
	t.Helper()
	value := indicator.MustValue
	axis := report.Axis{{At: value("2020"), Text: "2020"}, {At: value("2025"), Text: "2025"}}
	up := report.Axis{{At: value("0"), Text: "0"}, {At: value("10"), Text: "10"}}
	d := report.Document{Title: "Plan"}
	for i, count := range counts {
		var plot report.Trajectories
		for j := range count {
			plot.Panels = append(plot.Panels, report.Trajectory{
				Name: fmt.Sprintf("Indicator %d of figure %d that is measured every year", j, i), Unit: "%", State: "ahead", Says: fmt.Sprintf("ahead; %d of %d reaches the target", j, i), Across: axis, Up: up,
				Actual: []report.Moment{{Time: value("2020"), Point: up[0]}, {Time: value("2022"), Point: report.Point{At: value("5"), Text: "5"}}},
				Target: report.Moment{Time: value("2025"), Point: up[1]},
			})
		}
		d.Blocks = append(d.Blocks, report.Chart{Caption: fmt.Sprint("Figure ", i), Summary: "Lines.", Plot: plot, Notes: []string{fmt.Sprint("Note on figure ", i)}})
	}
	return written(t, "panels", d)
}

// Three panels stand beside each other on pages, two on tablets, and on phones they stand one below the other. On paper
// two do, for larger texts; three only where there are more than four with axes, which are high. None is much wider than the
// others would be beside it.
func TestPanelsStandInRows(t *testing.T) {
	const widest = "Math.max(...[...document.querySelectorAll('.panels > svg')].map(e => e.getBoundingClientRect().width))"
	ctx := open(t)
	for _, c := range []struct {
		panels int
		want   map[int64]string
	}{
		{8, map[int64]string{320: "1,1,1,1,1,1,1,1", 600: "1,1,1,1,1,1,1,1", 768: "2,2,2,2", 1280: "3,3,2"}},
		{1, map[int64]string{320: "1", 600: "1", 768: "1", 1280: "1"}},
	} {
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(panels(t, c.panels))))
		for width, want := range c.want {
			require.NoError(t, chromedp.Do(ctx, sized(width)))
			assert.Equal(t, want, evaluated[string](t, ctx, rows(".panels > svg")), "%d at %d", c.panels, width)
			assert.LessOrEqual(t, evaluated[float64](t, ctx, widest), 416.0, "%d at %d", c.panels, width)
		}
	}
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(panels(t, 8))))
	onPaper(t, ctx)
	for count, want := range map[int]string{8: "3,3,2", 5: "3,2", 4: "2,2", 3: "2,1", 2: "2", 1: "1"} {
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(panels(t, count))))
		assert.Equal(t, want, evaluated[string](t, ctx, rows(".panels > svg")), "on paper")
		assert.LessOrEqual(t, evaluated[float64](t, ctx, widest), 590.0/2, "%d on paper", count)
	}
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(seed(t, "zh"))))
	assert.Equal(t, "2,2,2,1", evaluated[string](t, ctx, rows("#figure-rules .panels > svg")), "strips on paper")
}

// On tablets the pictures for phones are not enlarged until their texts are much larger than those around them: texts of 14
// in a width of 360 get at most 17 pixels high.
func TestPicturesForPhonesAreNotMuchEnlarged(t *testing.T) {
	const widest = "Math.max(...[...document.querySelectorAll('.phone > svg')].map(e => e.getBoundingClientRect().width))"
	ctx := open(t)
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(seed(t, "zh"))))
	for width, want := range map[int64]float64{360: 328, 768: 440, 860: 440} {
		require.NoError(t, chromedp.Do(ctx, sized(width)))
		assert.InDelta(t, want, evaluated[float64](t, ctx, widest), 1, "at %d", width)
	}
}

// wordy writes a page with a table of seven columns in which a word stands between long texts, and returns the address of the
// file.
func wordy(t *testing.T, word string) string {
	t.Helper()
	table := report.Table{ID: "t", Caption: "Table 1", Columns: make([]report.Column, 7), Rows: [][]report.Cell{make([]report.Cell, 7)}}
	for i := range table.Columns {
		table.Columns[i].Title = "Title"
		table.Rows[0][i].Text = strings.Repeat("a text of short words ", 20)
	}
	table.Rows[0][1].Text = word
	return written(t, "words", report.Document{Language: "en", Title: "Plan", Blocks: []report.Block{table}})
}

// On screens tables of many columns break no word: a long one makes its table wider, which is scrolled then, but not the page.
// The tables of the seed need not be scrolled for that.
func TestTablesOfManyColumnsBreakNoWordOnScreens(t *testing.T) {
	const lines = `(() => {
		const words = document.createRange()
		words.selectNodeContents(document.querySelector('tbody td'))
		return new Set([...words.getClientRects()].map(r => r.top)).size
	})()`
	ctx := open(t)
	for _, word := range []string{"indicator.observation", strings.Repeat("W", 300)} {
		for _, width := range []int64{360, 768, 1280} {
			require.NoError(t, chromedp.Do(ctx, sized(width), chromedp.Navigate(wordy(t, word))))
			assert.Equal(t, 1, evaluated[int](t, ctx, lines), "%s at %d", word, width)
			assert.LessOrEqual(t, evaluated[int64](t, ctx, "document.documentElement.scrollWidth"), width, "%s at %d", word, width)
			assert.Empty(t, evaluated[[]string](t, ctx, outside), "%s at %d", word, width)
		}
	}
	for _, language := range languages {
		require.NoError(t, chromedp.Do(ctx, sized(960), chromedp.Navigate(seed(t, language))))
		assert.Empty(t, evaluated[[]string](t, ctx, `[...document.querySelectorAll('div.w')].filter(e => e.scrollWidth > e.clientWidth).map(e => e.id)`), language)
	}
}

func TestNoTextIsWiderThanItsPicture(t *testing.T) {
	const beyond = `[...document.querySelectorAll('svg text')].filter(e => {
		const text = e.getBoundingClientRect(), picture = e.ownerSVGElement.getBoundingClientRect()
		return text.width > 0 && (text.left < picture.left - 2 || text.right > picture.right + 2)
	}).map(e => e.textContent)`
	ctx := open(t)
	for _, language := range languages {
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(seed(t, language))))
		for _, width := range []int64{360, 1280} {
			require.NoError(t, chromedp.Do(ctx, sized(width)))
			assert.Empty(t, evaluated[[]string](t, ctx, beyond), "%s at %d", language, width)
		}
	}
}

// A table that is wider than the window is scrolled with the arrow keys.
func TestWideTablesAreScrolledByKeyboard(t *testing.T) {
	ctx := open(t)
	require.NoError(t, chromedp.Do(ctx, sized(360), chromedp.Navigate(seed(t, "zh")), chromedp.Focus(chromedp.CSS(".t")), chromedp.KeyEvent(kb.ArrowRight)))
	assert.Positive(t, evaluated[float64](t, ctx, `new Promise(done => {
		const frame = document.activeElement
		if (frame.scrollLeft > 0) done(frame.scrollLeft)
		frame.addEventListener('scroll', () => done(frame.scrollLeft))
		setTimeout(() => done(frame.scrollLeft), 5000)
	})`))
}

// The names of groups stay in sight while the columns below them are scrolled.
func TestNamesOfGroupsAreNotScrolledAway(t *testing.T) {
	ctx := open(t)
	require.NoError(t, chromedp.Do(ctx, sized(360), chromedp.Navigate(written(t, "groups", grouped(small...)))))
	assert.Empty(t, evaluated[[]string](t, ctx, `(() => {
		document.querySelector('.t').scrollLeft = 150
		return [...document.querySelectorAll('[colspan] b')].map(e => e.getBoundingClientRect()).filter(b => b.left < 0 || b.right > innerWidth).map(b => b.left + ' to ' + b.right)
	})()`))
	assert.InDelta(t, 150, evaluated[float64](t, ctx, "document.querySelector('.t').scrollLeft"), 1)
}

func TestAxeFindsNothing(t *testing.T) {
	path := os.Getenv(axe)
	if path == "" {
		t.Skip(axe + " does not name axe.min.js")
	}
	rules, err := os.ReadFile(path)
	require.NoError(t, err)
	ctx := open(t)
	for _, address := range []string{seed(t, "zh"), seed(t, "en"), written(t, "groups", grouped(small...))} {
		for _, width := range []int64{360, 1280} {
			require.NoError(t, chromedp.Do(ctx, sized(width), chromedp.Navigate(address), chromedp.Evaluate[chromedp.Void](string(rules))))
			assert.Empty(t, evaluated[[]string](t, ctx, `axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.map(v =>
				v.id + ': ' + v.nodes.length + ' × ' + v.nodes[0].html.slice(0, 200) + ' ' + v.nodes[0].failureSummary))`), "%s at %d", address, width)
		}
	}
}
