package markdown_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/golden"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/markdown"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/require"
)

// The seed as of the middle of 2022, when the data of 2021 were there, and as of the day it was evaluated, with three
// things mended in the meantime: a task led and completed, the number of questionnaires sent, and a value of 2021
// published anew. The mended values are made up.
func TestChanges(t *testing.T) {
	read := func() evaluate.Plan {
		file, err := os.Open("../../seeds/zibo.json")
		require.NoError(t, err)
		defer file.Close()
		plan, err := evaluate.ReadPlan(file)
		require.NoError(t, err)
		return plan
	}
	at := func(plan evaluate.Plan, date string) evaluate.Evaluation {
		e, err := evaluate.Evaluate(plan, evaluate.Options{AsOf: indicator.MustPeriod(date)})
		require.NoError(t, err)
		return e
	}
	before := at(read(), "2022-06-30")
	plan := read()
	plan.Tasks[1].Tasks[0].Lead, plan.Tasks[1].Tasks[0].Status = "planning", task.Completed
	plan.Surveys[0].Sent, plan.Surveys[0].Valid = indicator.MustValue("100"), indicator.MustValue("93")
	plan.Indicators[3].Series[1].Value = indicator.MustValue("1030")
	after := at(plan, "2023-08-31")
	for _, language := range []string{"zh", "en"} {
		t.Run(language, func(t *testing.T) {
			var options report.Options
			require.NoError(t, options.Language.UnmarshalText([]byte(language)))
			document, err := report.BuildChanges(&before, &after, options)
			require.NoError(t, err)
			var b bytes.Buffer
			require.NoError(t, markdown.Write(&b, document))
			golden.Compare(t, "testdata/changes."+language+".golden.md", b.Bytes())
		})
	}
}
