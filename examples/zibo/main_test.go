package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheMainJobPrintsASummaryAndWritesTheReport(t *testing.T) {
	for _, c := range []struct {
		lang     string
		want     []string
		appendix string
	}{
		{"zh", []string{"95.33%", "83.48%", "67.48%", "76.33%", "81.45%", "83.33%", "87.26%", "74.60%", "缺基期值"}, "附录E 综合评分"},
		{"en", []string{"95.33%", "83.48%", "67.48%", "76.33%", "81.45%", "83.33%", "87.26%", "74.60%", "no baseline"}, "Appendix E Composite scores"},
	} {
		t.Run(c.lang, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "a", "b")
			var stdout, stderr bytes.Buffer
			require.Equal(t, 0, run([]string{"-o", dir, "-lang", c.lang}, &stdout, &stderr), stderr.String())
			assert.Empty(t, stderr.String())
			report, err := os.ReadFile(filepath.Join(dir, "report.md"))
			require.NoError(t, err)
			for _, want := range c.want {
				assert.Contains(t, stdout.String(), want)
				assert.Contains(t, string(report), want)
			}
			data, err := os.ReadFile(filepath.Join(dir, "evaluation.json"))
			require.NoError(t, err)
			assert.Contains(t, string(data), `"fraction": "229/300"`) // 1374 ÷ 1800 in lowest terms
			assert.Contains(t, string(report), "## "+c.appendix)
			assert.NotContains(t, stdout.String(), "81.16", "the summary has no scores")
			assert.Contains(t, stdout.String(), filepath.Join(dir, "scores.json")+"\n")
			var scores []struct {
				Result struct {
					Sheet  struct{ Code string }
					Totals []struct{ Grade struct{ Name string } }
				}
				Ranges struct {
					Simulation struct{ Seed, Replications int }
				}
				Illustration bool
			}
			data, err = os.ReadFile(filepath.Join(dir, "scores.json"))
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(data, &scores))
			require.Len(t, scores, 2)
			assert.Equal(t, []string{"capped-mean", "three-dimensions"}, []string{scores[0].Result.Sheet.Code, scores[1].Result.Sheet.Code})
			for _, s := range scores {
				assert.Equal(t, "良", s.Result.Totals[0].Grade.Name)
				assert.Equal(t, []int{1, 1000}, []int{s.Ranges.Simulation.Seed, s.Ranges.Simulation.Replications})
				assert.True(t, s.Illustration)
			}
			entries, err := os.ReadDir(dir)
			require.NoError(t, err)
			assert.Len(t, entries, 6, "the report in four formats, two files of data, and nothing else")
		})
	}
}

func TestAnEarlierDateShowsEarlierFigures(t *testing.T) {
	var stdout, stderr bytes.Buffer
	require.Equal(t, 0, run([]string{"-o", t.TempDir(), "-as-of", "2021"}, &stdout, &stderr), stderr.String())
	assert.Contains(t, stdout.String(), "56.94%") // 1025 of 1800 high-tech enterprises
}

func TestBadUsageIsStatusTwoAndWritesNothing(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"-as-of", "yesterday"}, {"-nonsense"}, {"stray"}} {
		dir := filepath.Join(t.TempDir(), "out")
		var stdout, stderr bytes.Buffer
		assert.Equal(t, 2, run(append([]string{"-o", dir}, args...), &stdout, &stderr), args)
		assert.NotEmpty(t, stderr.String())
		assert.Empty(t, stdout.String())
		assert.NoDirExists(t, dir)
	}
}

func TestHelpIsStatusZero(t *testing.T) {
	var stdout, stderr bytes.Buffer
	assert.Equal(t, 0, run([]string{"-h"}, &stdout, &stderr))
	assert.Contains(t, stderr.String(), "-as-of")
}

func TestADirectoryThatCannotBeMadeIsStatusOne(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	var stdout, stderr bytes.Buffer
	assert.Equal(t, 1, run([]string{"-o", filepath.Join(file, "out")}, &stdout, &stderr))
	assert.Contains(t, stderr.String(), "zibo: ")
}

// The READMEs show lines that the program prints; "…" stands for those left out.
func TestTheReadmesShowWhatIsPrinted(t *testing.T) {
	for readme, lang := range map[string]string{"../../README.md": "en", "../../README.zh-CN.md": "zh"} {
		text, err := os.ReadFile(readme)
		require.NoError(t, err)
		_, block, found := strings.Cut(string(text), "```text\n")
		require.True(t, found)
		block, _, _ = strings.Cut(block, "```")
		var stdout, stderr bytes.Buffer
		require.Equal(t, 0, run([]string{"-o", t.TempDir(), "-lang", lang}, &stdout, &stderr))
		printed := slices.Collect(strings.Lines(stdout.String()))
		for line := range strings.Lines(block) {
			if line != "…\n" {
				assert.True(t, slices.Contains(printed, line), "%s shows a line that is not printed: %s", readme, line)
			}
		}
	}
}
