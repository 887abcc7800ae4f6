package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// records are the rows of a file of the data set, by the names of its columns.
func records(t *testing.T, name string) []map[string]string {
	t.Helper()
	content, err := os.ReadFile("../../evaluate/score/testdata/composite/" + name)
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	require.NoError(t, err)
	var list []map[string]string
	for _, row := range rows[1:] {
		record := map[string]string{}
		for i, title := range rows[0] {
			record[title] = row[i]
		}
		list = append(list, record)
	}
	return list
}

// same holds a number against one of the data set, as float64, which that was printed from.
func same(t *testing.T, want string, got indicator.Value, what ...any) {
	t.Helper()
	if want == "NA" || want == "" {
		assert.True(t, got.IsZero(), what...)
		return
	}
	expected, err := strconv.ParseFloat(want, 64)
	require.NoError(t, err)
	number, err := strconv.ParseFloat(got.String(), 64)
	require.NoError(t, err)
	assert.Equal(t, expected, number, what...)
	assert.LessOrEqual(t, len(got.String()), len(strconv.FormatFloat(expected, 'f', -1, 64)), "%v: shorter can be said", got)
}

func TestTheDemonstrationIsTheDataSet(t *testing.T) {
	sheet, err := score.ReadSheet(bytes.NewReader(demoSheet))
	require.NoError(t, err)
	data, err := score.ReadData(bytes.NewReader(demoData), sheet)
	require.NoError(t, err)

	raw := records(t, "raw.csv")
	require.Len(t, data.Units, len(raw))
	columns := map[string]score.Column{}
	for _, c := range data.Columns {
		columns[c.Leaf] = c
	}
	structure := map[string]map[string]string{}
	for _, r := range records(t, "structure.csv") {
		if r["Type"] == "Indicator" || r["Type"] == "Aggregate" {
			structure[r["iCode"]] = r
		}
	}
	nodes, chinese := 0, sheet.Translations["zh"]
	var check func(n *score.Node, parent string)
	check = func(n *score.Node, parent string) {
		r := structure[n.Code]
		require.NotNil(t, r, n.Code)
		nodes++
		assert.Equal(t, r["Parent"], parent, n.Code)
		assert.NotEmpty(t, chinese[n.Name], n.Name)
		if parent != "NA" {
			same(t, r["Weight"], n.Weight, n.Code)
		}
		for i := range n.Children {
			check(&n.Children[i], n.Code)
		}
		if n.Rule == nil {
			return
		}
		direction := map[string]indicator.Direction{"1": indicator.Increase, "-1": indicator.Decrease}[r["Direction"]]
		assert.Equal(t, score.Rule{Kind: score.MinMax, Direction: direction, Outliers: score.Outliers{Count: 5}}, *n.Rule, n.Code)
		for u, row := range raw {
			same(t, row[n.Code], columns[n.Code].Values[u], n.Code, data.Units[u].Code)
		}
	}
	check(&sheet.Root, "NA")
	assert.Len(t, structure, nodes)
	for u, row := range raw {
		assert.Equal(t, row["uCode"], data.Units[u].Code)
		assert.NotEmpty(t, chinese[data.Units[u].Name], data.Units[u].Name)
	}
	for _, text := range []string{sheet.Title, sheet.Source, sheet.Note} {
		assert.NotEmpty(t, chinese[text], text)
	}
}
