package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/golden"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func call(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

// file writes a file of that content.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

const (
	goodSheet = `{"code": "two", "title": "两项", "root": {"code": "all", "name": "总评", "weighting": {"method": "equal"}, "children": [
		{"code": "a", "name": "甲", "rule": {"kind": "points"}}, {"code": "b", "name": "乙", "rule": {"kind": "points"}}]}}`
	goodData = `{"units": [{"code": "x", "name": "东区"}, {"code": "y", "name": "西区"}],
		"columns": [{"leaf": "a", "values": ["70", "90"]}, {"leaf": "b", "values": ["80", "71"]}]}`
	years = `{"units": [{"code": "x", "name": "东区", "period": "2021"}, {"code": "x", "name": "东区", "period": "2022"}],
		"columns": [{"leaf": "a", "values": ["70", "90"]}, {"leaf": "b", "values": ["80", "71"]}]}`
)

// The totals are those of a computation in another language (Python), with the same rule of outliers.
func TestWithoutFilesTheDemonstrationIsScored(t *testing.T) {
	for lang, want := range map[string][]string{
		"zh": {"亚欧会议可持续连通", "1     德国            80.95*    79.48至82.46         1        87.28*           71.45", "15    日本            56.87†    55.32至58.37    14至17         56.34          57.68†", "48    孟加拉国       36.67*†",
			"没有总分的对象：文莱（有得分的项目不足）、老挝（有得分的项目不足）、越南（有得分的项目不足）。", "随机模拟　以1为随机种子抽取1000次", "瑞典与比利时：“连通性”占同级权重的比例由60.02%变为超过60.95%时，两者名次互换。"},
		"en": {"ASEM Sustainable Connectivity\n====", "1     Germany                     80.95*     79.48 to 82.46                  1              87.28*               71.45",
			"48    Bangladesh                 36.67*†", "MIT licence", "Simulation: 1,000 replications are drawn from the seed 1", "Closest to a swap are Sweden and Belgium:"},
	} {
		status, stdout, stderr := call(t, "", "-lang", lang)
		require.Equal(t, 0, status, stderr)
		for _, text := range want {
			assert.True(t, strings.Contains(stdout, text) || strings.Contains(strings.ReplaceAll(stdout, "\n", " "), text), text)
		}
		for line := range strings.Lines(stdout) {
			assert.LessOrEqual(t, len([]rune(line)), 119, "a line and its end")
		}
	}
}

func TestTheReportOnTheDemonstration(t *testing.T) {
	status, markdown, stderr := call(t, "", "-lang", "en", "-format", "md")
	require.Equal(t, 0, status, stderr)
	golden.Compare(t, "testdata/asem.en.golden.md", []byte(markdown))
}

func TestAFileEndingInJSONHoldsEverything(t *testing.T) {
	path := filepath.Join(t.TempDir(), "scores.json")
	status, stdout, stderr := call(t, "", "-o", path, "-replications", "10", "-seed", "5")
	require.Equal(t, 0, status, stderr)
	assert.Empty(t, stdout)
	written, err := os.ReadFile(path)
	require.NoError(t, err)
	var scores []struct {
		Result struct {
			Totals []any
			Scores []any
		}
		Ranges struct {
			Simulation struct{ Seed, Replications int }
		}
	}
	require.NoError(t, json.Unmarshal(written, &scores))
	require.Len(t, scores, 1)
	assert.Len(t, scores[0].Result.Totals, 51)
	assert.Len(t, scores[0].Result.Scores, 60, "49 indicators, eight pillars, two sub-indices and the index")
	assert.Equal(t, []int{5, 10}, []int{scores[0].Ranges.Simulation.Seed, scores[0].Ranges.Simulation.Replications})
}

// Equal weights of 70 and 80, and of 90 and 71, give 75 and 80.5.
func TestOwnFilesAreScored(t *testing.T) {
	sheet, data := file(t, "sheet.json", goodSheet), file(t, "data.json", goodData)
	status, stdout, stderr := call(t, "", sheet, data)
	require.Equal(t, 0, status, stderr)
	assert.Regexp(t, `1 +西区 +80\.50`, stdout)
	assert.Regexp(t, `2 +东区 +75\.00`, stdout)

	status, fromInput, stderr := call(t, goodData, sheet, "-")
	require.Equal(t, 0, status, stderr)
	assert.Equal(t, stdout, fromInput)

	status, float, stderr := call(t, "", "-float", sheet, data)
	require.Equal(t, 0, status, stderr)
	assert.Equal(t, stdout, float, "the same figures")

	status, plain, stderr := call(t, "", "-replications", "0", sheet, data)
	require.Equal(t, 0, status, stderr)
	assert.Contains(t, stdout, "区间")
	assert.NotContains(t, plain, "区间")

	status, series, stderr := call(t, "", "-lang", "en", sheet, file(t, "years.json", years))
	require.Equal(t, 0, status, stderr)
	assert.Regexp(t, `2022 +80\.50 +\+5\.50`, series)
	assert.NotContains(t, series, "Rank")
}

func TestTheReportGoesToStandardOutputOrAFile(t *testing.T) {
	sheet, data, path := file(t, "sheet.json", goodSheet), file(t, "data.json", goodData), filepath.Join(t.TempDir(), "report.md")
	status, markdown, stderr := call(t, "", "-format", "md", sheet, data)
	require.Equal(t, 0, status, stderr)
	assert.True(t, strings.HasPrefix(markdown, "# 两项\n"))
	status, stdout, stderr := call(t, "", "-o", path, sheet, data)
	require.Equal(t, 0, status, stderr)
	assert.Empty(t, stdout)
	written, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, markdown, string(written))
}

func TestBadUsageIsStatusTwo(t *testing.T) {
	for _, args := range [][]string{{"s.json"}, {"a", "b", "c"}, {"-lang", "fr"}, {"-format", "pdf"}, {"-nonsense"}, {"-replications", "-1"}, {"-replications", "1000001"},
		{"-seed", "-1"}, {"-", "-"}, {"-o", "scores.pdf"}} {
		status, stdout, stderr := call(t, "", args...)
		assert.Equal(t, 2, status, args)
		assert.True(t, strings.HasPrefix(stderr, "score: "), stderr)
		assert.Empty(t, stdout)
	}
	_, _, stderr := call(t, "", "-o", "scores.pdf")
	assert.Equal(t, "score: -o \"scores.pdf\": want a directory, or a file that ends in .html, .docx, .md, .csv, .json\n", stderr)
}

func TestABadFileIsStatusOneWithEveryFaultAndNoFile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "report.md")
	sheet, data := file(t, "sheet.json", goodSheet), file(t, "data.json", goodData)
	bad := file(t, "bad.json", `{"code": "", "title": "x", "root": {"code": "a", "name": "A", "rule": {"kind": "guess"}}}`)
	status, stdout, stderr := call(t, "", "-o", out, bad, data)
	assert.Equal(t, 1, status)
	assert.Empty(t, stdout)
	assert.True(t, strings.HasPrefix(stderr, "score: "+bad+":\n/code: required"), stderr)
	assert.Contains(t, stderr, "/root/rule/kind: ")

	bad = file(t, "bad.json", `{"units": [{"code": "x", "name": "X"}], "columns": [{"leaf": "a", "values": ["2,86"]}, {"leaf": "c", "values": ["1"]}]}`)
	status, _, stderr = call(t, "", "-o", out, sheet, bad)
	assert.Equal(t, 1, status)
	assert.True(t, strings.HasPrefix(stderr, "score: "+bad+":\n/columns/0/values/0: number"), stderr)
	assert.Contains(t, stderr, "/columns/1/leaf: reference")

	status, _, stderr = call(t, "{", sheet, "-")
	assert.Equal(t, 1, status)
	assert.True(t, strings.HasPrefix(stderr, "score: -:\n"), stderr)

	status, _, stderr = call(t, "", filepath.Join(t.TempDir(), "none.json"), data)
	assert.Equal(t, 1, status)
	assert.Contains(t, stderr, "none.json")
	status, _, stderr = call(t, "", "-replications", "1000000", "-o", out)
	assert.Equal(t, 1, status)
	assert.Contains(t, stderr, "/replications: range")
	assert.NoFileExists(t, out)
}

func TestHelpIsStatusZero(t *testing.T) {
	status, _, stderr := call(t, "", "-h")
	assert.Equal(t, 0, status)
	assert.Contains(t, stderr, "usage: score [flags] [SHEET.json DATA.json]")
	assert.Contains(t, stderr, "-replications")
	assert.Contains(t, stderr, "or as JSON the sheet, data, weights, totals, scores and simulation")
}
