package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// workbook runs the program and returns what it wrote.
func workbook(t *testing.T, args ...string) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.xlsx")
	var stdout, stderr bytes.Buffer
	require.Equal(t, 0, run(append([]string{"-o", file}, args...), strings.NewReader(""), &stdout, &stderr), stderr.String())
	assert.Equal(t, file+"\n", stdout.String())
	assert.Empty(t, stderr.String())
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	return content
}

func TestRun(t *testing.T) {
	chinese, english := workbook(t), workbook(t, "-lang", "en")
	assert.Equal(t, "PK\x03\x04", string(chinese[:4]), "an archive, as a workbook is")
	assert.Equal(t, chinese, workbook(t), "the same bytes again")
	assert.NotEqual(t, chinese, english)
	assert.NotEqual(t, chinese, workbook(t, "-as-of", "2021-12-31"), "as of another day")
	assert.Equal(t, "PK\x03\x04", string(workbook(t, "../../seeds/zibo.json")[:4]), "a plan file")
}

func TestExitStatus(t *testing.T) {
	for _, c := range []struct {
		name   string
		args   []string
		stdin  string
		status int
		says   string
	}{
		{"an unknown language", []string{"-lang", "fr"}, "", 2, `-lang "fr": want zh or en`},
		{"two plans", []string{"a.json", "b.json"}, "", 2, "want one plan file at most"},
		{"another kind of file", []string{"-o", "report.csv"}, "", 2, "want a file that ends in .xlsx"},
		{"an unknown flag", []string{"-x"}, "", 2, "-x"},
		{"a period that is none", []string{"-as-of", "soon"}, "", 2, "as-of"},
		{"help", []string{"-h"}, "", 0, "usage: xlsx"},
		{"no such plan", []string{"no-such-plan.json"}, "", 1, "no-such-plan.json"},
		{"a bad plan", []string{"-"}, "{", 1, "xlsx: -:"},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, c.status, run(c.args, strings.NewReader(c.stdin), &stdout, &stderr), c.name)
		assert.Contains(t, stderr.String(), c.says, c.name)
		assert.Empty(t, stdout.String(), c.name)
	}
}

func TestAPlanOnStandardInput(t *testing.T) {
	plan, err := os.ReadFile("../../seeds/zibo.json")
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "report.xlsx")
	var stdout, stderr bytes.Buffer
	require.Equal(t, 0, run([]string{"-o", file, "-"}, bytes.NewReader(plan), &stdout, &stderr), stderr.String())
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, workbook(t, "../../seeds/zibo.json"), content)
}

func TestAFileThatCannotBeWritten(t *testing.T) {
	var stdout, stderr bytes.Buffer
	assert.Equal(t, 1, run([]string{"-o", filepath.Join(t.TempDir(), "none", "report.xlsx")}, strings.NewReader(""), &stdout, &stderr))
	assert.Contains(t, stderr.String(), "xlsx: open")
}

// full is standard output that takes nothing, such as /dev/full.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestANameThatCannotBePrinted(t *testing.T) {
	var stderr bytes.Buffer
	assert.Equal(t, 1, run([]string{"-o", filepath.Join(t.TempDir(), "report.xlsx")}, strings.NewReader(""), full{}, &stderr))
	assert.Equal(t, "xlsx: no space left\n", stderr.String())
}
