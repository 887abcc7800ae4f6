package report

import (
	"os"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

var languages = map[string]Options{chinese: {}, english: {Language: language.English}}

// seed is the evaluation of the plan in seeds/zibo.json as of the day it was made.
func seed(t testing.TB) *evaluate.Evaluation {
	return evaluated(t, planIn(t, "../seeds/zibo.json"), evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31"), Rules: decisionRules()})
}

// harbour is a made-up plan with what the tasks of the seed lack.
func harbour(t testing.TB) *evaluate.Evaluation {
	return evaluated(t, planIn(t, "testdata/harbour.json"), evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
}

func planIn(t testing.TB, path string) evaluate.Plan {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	plan, err := evaluate.ReadPlan(file)
	require.NoError(t, err)
	return plan
}

// decisionRules are those that a post-evaluation of a major administrative decision is held against.
func decisionRules() []evaluate.Rule {
	return evaluate.Rules(evaluate.GoodPractice, evaluate.OwnScheme, evaluate.DecisionRegulation)
}

func evaluated(t testing.TB, plan evaluate.Plan, o evaluate.Options) *evaluate.Evaluation {
	t.Helper()
	e, err := evaluate.Evaluate(plan, o)
	require.NoError(t, err)
	return &e
}

// read evaluates a plan given as JSON without the fields that every plan has.
func read(t testing.TB, fields string, o evaluate.Options) *evaluate.Evaluation {
	t.Helper()
	plan, err := evaluate.ReadPlan(strings.NewReader(
		`{"code": "p", "title": "Plan", "start": "2021", "end": "2025",` + fields + `}`))
	require.NoError(t, err)
	return evaluated(t, plan, o)
}

// built builds both documents, and fails on words that do not fit.
func built(t testing.TB, e *evaluate.Evaluation, o Options) Document {
	t.Helper()
	w := newWriter(e, o)
	w.fault = func(problem string) { t.Error(problem) }
	return w.document()
}

// eachBlock calls visit for every block of the document with the section that it is in, nil before the first.
func eachBlock(d Document, visit func(s *Section, b Block)) {
	for _, b := range d.Blocks {
		visit(nil, b)
	}
	eachSection(d.Sections, func(s *Section) {
		for _, b := range s.Blocks {
			visit(s, b)
		}
	})
}

func eachSection(sections []Section, visit func(*Section)) {
	for i := range sections {
		visit(&sections[i])
		eachSection(sections[i].Sections, visit)
	}
}

func table(t testing.TB, d Document, id string) Table {
	t.Helper()
	var found Table
	eachBlock(d, func(_ *Section, b Block) {
		if table, ok := b.(Table); ok && table.ID == "table-"+id {
			found = table
		}
	})
	require.NotEmpty(t, found.ID, "no table %s", id)
	return found
}

func section(t testing.TB, d Document, id string) Section {
	t.Helper()
	var found *Section
	eachSection(d.Sections, func(s *Section) {
		if s.ID == id {
			found = s
		}
	})
	require.NotNil(t, found, "no section %s", id)
	return *found
}

// texted returns the texts of a section's paragraphs, one a line.
func texted(s Section) string {
	var lines []string
	for _, b := range s.Blocks {
		if p, ok := b.(Paragraph); ok {
			lines = append(lines, p.Text)
		}
	}
	return strings.Join(lines, "\n")
}

// column returns the texts of a table's column.
func column(t Table, i int) []string {
	list := make([]string, 0, len(t.Rows))
	for _, row := range t.Rows {
		list = append(list, row[i].Text)
	}
	return list
}

// allTexts returns every text of the document.
func allTexts(d Document) []string {
	list := []string{d.Title, d.Subtitle}
	eachSection(d.Sections, func(s *Section) { list = append(list, s.Number, s.Title) })
	eachBlock(d, func(_ *Section, b Block) {
		switch b := b.(type) {
		case Paragraph:
			list = append(list, b.Lead, b.Text)
		case List:
			for _, item := range b.Items {
				list = append(list, item.Lead, item.Text)
			}
		case Table:
			list = append(append(list, b.Caption), b.Notes...)
			for _, c := range b.Columns {
				list = append(list, c.Title)
			}
			for _, row := range b.Rows {
				list = append(list, row2texts(row)...)
			}
		}
	})
	return list
}

func row2texts(row []Cell) []string {
	list := make([]string, 0, len(row))
	for _, c := range row {
		list = append(list, c.Text)
	}
	return list
}
