package xlsx_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/language"
)

// seed is the report on the plan in seeds/zibo.json as of the day it was evaluated.
func seed(t testing.TB, tag language.Tag) report.Document {
	t.Helper()
	e, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{
		AsOf: indicator.MustPeriod("2023-08-31"), Rules: evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation),
	})
	require.NoError(t, err)
	return report.Build(&e, report.Options{Language: tag})
}

func TestSeed(t *testing.T) {
	f := open(t, write(t, seed(t, language.English)))
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		dump(t, &b, f, sheet)
	}
	golden.Compare(t, "testdata/zibo.en.golden.txt", []byte(b.String()))
}

// dump writes what a sheet holds: merged cells, and each cell with its place, value or formula, and number format.
func dump(t testing.TB, b *strings.Builder, f *excelize.File, sheet string) {
	t.Helper()
	fmt.Fprintf(b, "== %s\n", sheet)
	merged, err := f.GetMergeCells(sheet)
	require.NoError(t, err)
	for _, m := range merged {
		fmt.Fprintf(b, "merged %s:%s\n", m.GetStartAxis(), m.GetEndAxis())
	}
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	for r, row := range rows {
		for c := range row {
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			require.NoError(t, err)
			formula, err := f.GetCellFormula(sheet, cell)
			require.NoError(t, err)
			kind, err := f.GetCellType(sheet, cell)
			require.NoError(t, err)
			switch {
			case formula != "":
				fmt.Fprintf(b, "%s =%s is %s", cell, formula, row[c])
			case row[c] == "":
				continue
			case kind == excelize.CellTypeUnset:
				fmt.Fprintf(b, "%s %s", cell, row[c])
			default:
				fmt.Fprintf(b, "%s %q", cell, row[c])
			}
			if format := format(t, f, sheet, cell); format != "" {
				fmt.Fprintf(b, " as %s", format)
			}
			b.WriteByte('\n')
		}
	}
}

// printed are the attainments that the seed's report prints; see report/markdown/testdata.
var printed = []string{"95.33%", "83.48%", "67.48%", "76.33%", "81.45%", "83.33%", "87.26%", "74.60%"}

func TestSeedAttainments(t *testing.T) {
	f := open(t, write(t, seed(t, language.SimplifiedChinese)))
	sheet := f.GetSheetList()[0]
	for i, want := range printed {
		cell := fmt.Sprintf("F%d", i+4)
		formula, err := f.GetCellFormula(sheet, cell)
		require.NoError(t, err)
		assert.Equal(t, fmt.Sprintf("B%d/D%d", i+4, i+4), formula)
		got, err := f.CalcCellValue(sheet, cell)
		require.NoError(t, err)
		assert.Equal(t, want, got, cell)
		stored, _ := value(t, f, sheet, cell)
		assert.Equal(t, want, stored, cell)
	}
}

// TestLibreOffice has another program open the workbooks, and save them: as they are, when it takes the stored results, and
// without these, when it calculates.
func TestLibreOffice(t *testing.T) {
	program := os.Getenv("PLANEVAL_SOFFICE")
	if program == "" {
		t.Skip("PLANEVAL_SOFFICE does not name LibreOffice")
	}
	forms := []string{"76.33%", "80.00%", "95.00%", "100.00%", "99.93%", "47.22%", "61.73%", "缺目标值", "88.00%"}
	for _, c := range []struct {
		name       string
		d          report.Document
		column     string
		want       []string
		calculates bool
	}{
		{"seed", seed(t, language.SimplifiedChinese), "F", printed, false},
		{"seed, calculated", seed(t, language.SimplifiedChinese), "F", printed, true},
		{"forms", small, "N", forms, false},
		{"forms, calculated", small, "N", forms, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			in, out := filepath.Join(folder, "in.xlsx"), filepath.Join(folder, "out")
			workbook := open(t, write(t, c.d))
			if c.calculates {
				require.NoError(t, workbook.UpdateLinkedValue(), "it takes the results away")
			}
			require.NoError(t, workbook.SaveAs(in))
			said, err := exec.Command(program, "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless",
				"--convert-to", "xlsx", "--outdir", out, in).CombinedOutput()
			require.NoError(t, err, "%s", said)
			content, err := os.ReadFile(filepath.Join(out, "in.xlsx"))
			require.NoError(t, err, "%s", said)
			f := open(t, content)
			for i, want := range c.want {
				got, err := f.GetCellValue(f.GetSheetList()[0], fmt.Sprintf("%s%d", c.column, i+4))
				require.NoError(t, err)
				assert.Equal(t, want, got, "row %d", i+4)
			}
		})
	}
}
