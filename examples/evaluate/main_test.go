package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var seed, _ = filepath.Abs("../../seeds/zibo.json")

// call runs the program in a folder of its own, where it may write.
func call(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	t.Chdir(t.TempDir())
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

func TestWithoutFormatItPrintsTheSummaryAndWritesEverything(t *testing.T) {
	status, stdout, stderr := call(t, "", "-lang", "en", "-as-of", "2023-08-31", seed)
	require.Equal(t, 0, status, stderr)
	assert.Contains(t, stdout, "76.33%")
	assert.Contains(t, stdout, "no baseline")
	var files []string
	for _, name := range []string{"report.html", "report.docx", "report.md", "report.csv", "evaluation.json"} {
		files = append(files, filepath.Join("out", name))
	}
	assert.True(t, strings.HasSuffix(stdout, "\n"+strings.Join(files, "\n")+"\n"), "and names it")
	entries, err := os.ReadDir("out")
	require.NoError(t, err)
	assert.Len(t, entries, len(files))

	status, _, stderr = call(t, "", "-o", "a/b", "-sheet", sheetFile(t, goodSheet), seed)
	require.Equal(t, 0, status, stderr)
	assert.FileExists(t, "a/b/scores.json")
}

// The first bytes of each format: of a web page, of the zip file that a Word document is, of Markdown, and the mark of byte order
// that Excel wants.
func TestEachFormatIsWrittenAlone(t *testing.T) {
	for format, first := range map[string]string{"html": "<!DOCTYPE html>", "docx": "PK\x03\x04", "md": "# ", "csv": "\ufeff", "json": "{", "text": "《"} {
		status, stdout, stderr := call(t, "", "-format", format, seed)
		require.Equal(t, 0, status, stderr)
		assert.True(t, strings.HasPrefix(stdout, first), format)
		assert.NoDirExists(t, "out")
		if format == "text" {
			continue
		}
		status, nothing, stderr := call(t, "", "-o", "file."+format, seed)
		require.Equal(t, 0, status, stderr)
		assert.Empty(t, nothing)
		written, err := os.ReadFile("file." + format)
		require.NoError(t, err)
		assert.Equal(t, stdout, string(written), format)
	}
}

func TestJSONHoldsEverythingComputed(t *testing.T) {
	status, stdout, stderr := call(t, "", "-format", "json", seed)
	require.Equal(t, 0, status, stderr)
	var evaluation map[string]any
	require.NoError(t, json.Unmarshal([]byte(stdout), &evaluation))
	for _, key := range []string{"plan", "indicators", "verdicts", "tasks", "coverage", "surveys", "costs", "benefits", "economy", "runs", "findings", "conclusion"} {
		assert.Contains(t, evaluation, key)
	}
}

func TestAPlanFromStandardInput(t *testing.T) {
	data, err := os.ReadFile(seed)
	require.NoError(t, err)
	_, fromFile, _ := call(t, "", seed)
	status, fromInput, stderr := call(t, string(data), "-")
	require.Equal(t, 0, status, stderr)
	assert.Equal(t, fromFile, fromInput)
}

func TestAnEarlierEditionIsComparedWith(t *testing.T) {
	status, stdout, stderr := call(t, "", "-lang", "en", "-as-of", "2023-08-31", "-against", seed, "-against-as-of", "2022-06-30", seed)
	require.Equal(t, 0, status, stderr)
	assert.Contains(t, stdout, "48.42 (2022)")
	assert.Contains(t, stdout, "+349")

	status, stdout, stderr = call(t, "", "-format", "json", "-against", seed, seed)
	require.Equal(t, 0, status, stderr)
	var comparison map[string]any
	require.NoError(t, json.Unmarshal([]byte(stdout), &comparison))
	assert.Empty(t, comparison["appeared"])

	status, _, stderr = call(t, "", "-as-of", "2022", "-against", seed, "-against-as-of", "2023", seed)
	assert.Equal(t, 1, status)
	assert.Contains(t, stderr, "/asOf: order")
}

func TestPacksAreChosen(t *testing.T) {
	_, some, _ := call(t, "", "-format", "json", "-packs", "good-practice", seed)
	status, more, stderr := call(t, "", "-format", "json", "-packs", "good-practice,decision-regulation", seed)
	require.Equal(t, 0, status, stderr)
	assert.NotContains(t, some, "procedure.public-not-heard")
	assert.Contains(t, more, "procedure.public-not-heard")
}

// sheetFile writes a score sheet of two leaves: 1374 of 1800 enterprises and 1822 of 2700, by hand 76.33 and 67.48, whose mean
// is 71.91.
func sheetFile(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sheet.json")
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

const goodSheet = `{"code": "two", "title": "两项指标", "root": {"code": "all", "name": "总评", "weighting": {"method": "equal"}, "children": [
	{"code": "a", "name": "甲", "from": {"path": "/indicators/3", "formula": "attainment"}, "rule": {"kind": "attainment", "direction": "increase"}},
	{"code": "b", "name": "乙", "from": {"path": "/indicators/2", "formula": "attainment"}, "rule": {"kind": "attainment", "direction": "increase"}}]},
	"grades": [{"name": "好", "atLeast": "70"}, {"name": "差"}]}`

func TestASheetScoresThePlan(t *testing.T) {
	sheet := sheetFile(t, goodSheet)
	status, summary, stderr := call(t, "", "-sheet", sheet, seed)
	require.Equal(t, 0, status, stderr)
	assert.Contains(t, strings.ReplaceAll(summary, "\n", ""), "总分为71.91分。等级为“好”，总分比“好”的下限（70分）高1.91分。")
	status, markdown, stderr := call(t, "", "-format", "md", "-sheet", sheet, "-sheet", sheetFile(t, strings.Replace(goodSheet, "两项指标", "再评", 1)), seed)
	require.Equal(t, 0, status, stderr)
	assert.Contains(t, markdown, "### E.1 两项指标")
	assert.Contains(t, markdown, "### E.2 再评")
	assert.Contains(t, markdown, "100 × 1374 ÷ 1800 = 76.33")
	assert.NotContains(t, markdown, "示例", "the user's own sheet is no illustration")

	status, stdout, stderr := call(t, "", "-format", "json", "-sheet", sheet, seed)
	require.Equal(t, 0, status, stderr)
	var both struct {
		Evaluation map[string]any
		Scores     []struct{ Result struct{ Totals []any } }
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &both))
	assert.Contains(t, both.Evaluation, "plan")
	require.Len(t, both.Scores, 1)
	assert.Len(t, both.Scores[0].Result.Totals, 1)
}

func TestABadSheetIsStatusOneWithEveryFaultAndNoFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.md")
	sheet := sheetFile(t, `{"code": "", "title": "x", "root": {"code": "a", "name": "A", "rule": {"kind": "guess"}}}`)
	status, stdout, stderr := call(t, "", "-sheet", sheet, "-o", file, seed)
	assert.Equal(t, 1, status)
	assert.Empty(t, stdout)
	assert.True(t, strings.HasPrefix(stderr, "evaluate: "+sheet+":\n/code: required"), stderr)
	assert.Contains(t, stderr, "/root/rule/kind: ")
	assert.NoFileExists(t, file)

	// A veto needs a number, so it must name a figure.
	sheet = sheetFile(t, strings.Replace(goodSheet, `"grades"`, `"vetoes": [{"code": "v", "name": "V", "atMost": "0", "grade": "差"}], "grades"`, 1))
	status, _, stderr = call(t, "", "-sheet", sheet, seed)
	assert.Equal(t, 1, status)
	assert.Equal(t, "evaluate: "+sheet+":\n/vetoes/0/from: required: want the figure of the evaluation that the veto is on, such as "+
		`{"path": "/indicators/0", "formula": "attainment"}`+"\n", stderr)
	assert.NoFileExists(t, file)

	// On a figure of its own, or on that of a leaf, it stands: 76.33 % is below 80.
	for _, veto := range []string{`{"code": "v", "name": "V", "atLeast": "0.8", "grade": "差", "from": {"path": "/indicators/3", "formula": "attainment"}}`,
		`{"code": "a", "name": "V", "atLeast": "0.8", "grade": "差"}`} {
		status, summary, stderr := call(t, "", "-sheet", sheetFile(t, strings.Replace(goodSheet, `"grades"`, `"vetoes": [`+veto+`], "grades"`, 1)), seed)
		assert.Equal(t, 0, status, stderr)
		assert.Contains(t, strings.ReplaceAll(summary, "\n", ""), "等级为“差”。触发一票否决事项“V”，等级不得高于“差”。")
	}

	status, _, stderr = call(t, "", "-sheet", "none.json", seed)
	assert.Equal(t, 1, status)
	assert.Contains(t, stderr, "none.json")
}

func TestAnInputIsNotWrittenOver(t *testing.T) {
	plan, err := os.ReadFile(seed)
	require.NoError(t, err)
	folder := t.TempDir()
	for _, name := range []string{"plan.json", "evaluation.json"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), plan, 0o600))
	}
	for _, args := range [][]string{{"-o", filepath.Join(folder, "plan.json"), filepath.Join(folder, "plan.json")}, {"-o", folder, filepath.Join(folder, "evaluation.json")}} {
		status, _, stderr := call(t, "", args...)
		assert.Equal(t, 1, status)
		assert.Contains(t, stderr, "is an input and is not written over")
		after, err := os.ReadFile(args[2])
		require.NoError(t, err)
		assert.Equal(t, string(plan), string(after))
	}
}

func TestBadUsageIsStatusTwo(t *testing.T) {
	for _, args := range [][]string{{}, {seed, seed}, {"-lang", "fr", seed}, {"-format", "pdf", seed}, {"-as-of", "soon", seed}, {"-nonsense", seed}, {"-packs", "law", seed}, {"-against-as-of", "2022", seed},
		{"-against", "-", "-"}, {"-o", "report.pdf", seed}, {"-o", "report.xlsx", seed}, {"-o", "report.html", "-format", "docx", seed}, {"-o", "-", seed}, {"-sheet", "s.json", "-against", seed, seed}, {"-sheet", "-", seed}} {
		status, stdout, stderr := call(t, "", args...)
		assert.Equal(t, 2, status, args)
		assert.True(t, strings.HasPrefix(stderr, "evaluate: "), stderr)
		assert.Empty(t, stdout)
	}
}

func TestABadPlanIsStatusOneWithEveryFaultAndNoFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.md")
	status, stdout, stderr := call(t, `{"code":"x","title":1,"start":"2021","end":"2020","procedure":{},"indicators":[]}`, "-o", file, "-")
	assert.Equal(t, 1, status)
	assert.Empty(t, stdout)
	assert.Equal(t, "evaluate: -:\n"+
		"/title: type: got \"1\", want a text\n"+
		"/end: order: got \"2020\", want a period not before 2021\n", stderr)
	assert.NoFileExists(t, file)
}

func TestAFileThatIsNotThereIsStatusOne(t *testing.T) {
	status, _, stderr := call(t, "", filepath.Join(t.TempDir(), "none.json"))
	assert.Equal(t, 1, status)
	assert.Contains(t, stderr, "none.json")
}

func TestHelpIsStatusZero(t *testing.T) {
	status, _, stderr := call(t, "", "-h")
	assert.Equal(t, 0, status)
	assert.Contains(t, stderr, "usage: evaluate")
	assert.Contains(t, stderr, "or as JSON the plan and everything computed of it, and of each -sheet the sheet, data, weights, totals, scores and simulation; with -against what changed")
}
