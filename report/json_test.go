package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestJSONHoldsEverything(t *testing.T) {
	e := seed(t)
	var b, again bytes.Buffer
	require.NoError(t, WriteJSON(&b, e))
	require.NoError(t, WriteJSON(&again, seed(t)))
	assert.Equal(t, b.String(), again.String())
	text := b.String()
	assert.Equal(t, "}\n", text[len(text)-2:])
	assert.Contains(t, text, `"name": "R&D经费支出占GDP比重"`)
	assert.NotContains(t, text, `\u0026`)
	assert.NotContains(t, text, "null,\n    \"judgements\"")

	var form struct {
		Plan       map[string]any `json:"plan"`
		Indicators []struct {
			Code, Name, Unit, AsOf string
			Baseline, Actual       struct{ Period, Value, Status string }
			Target                 struct{ Value string }
			Span                   struct {
				Unit           string
				Elapsed, Total int
			}
			Figures []struct {
				Formula, Expression string
				Inputs              []struct{ Symbol, Value string }
				Result              struct{ Fraction, Rounded, Missing string }
			}
			Judgements []struct{ Method, Verdict, Reason string }
		} `json:"indicators"`
		Findings []any `json:"findings"`
	}
	require.NoError(t, json.Unmarshal(b.Bytes(), &form))
	require.Len(t, form.Indicators, 8)
	ind := form.Indicators[3]
	assert.Equal(t, []string{"hightech-enterprises", "高新技术企业", "家", "2023-08-31", "703", "1374", "1800"},
		[]string{ind.Code, ind.Name, ind.Unit, ind.AsOf, ind.Baseline.Value, ind.Actual.Value, ind.Target.Value})
	assert.Equal(t, 2, ind.Span.Elapsed)
	assert.Equal(t, 5, ind.Span.Total)
	assert.Equal(t, "attainment", ind.Figures[0].Formula)
	assert.Equal(t, "a ÷ t", ind.Figures[0].Expression)
	assert.Equal(t, "229/300", ind.Figures[0].Result.Fraction)
	assert.Equal(t, "0.763333", ind.Figures[0].Result.Rounded)
	assert.Equal(t, "1374", ind.Figures[0].Inputs[0].Value)
	assert.Equal(t, "ahead", ind.Judgements[0].Verdict)
	assert.Equal(t, "no-baseline", form.Indicators[2].Judgements[0].Reason)
	assert.Equal(t, "no-baseline", form.Indicators[2].Figures[1].Result.Missing)
	assert.Len(t, form.Findings, len(e.Findings))
	assert.Equal(t, e.Plan.Title, form.Plan["title"])
}

func TestJSONKeepsEveryCharacter(t *testing.T) {
	const text = "a&b <c> \\u0026 \\ \"quoted\" \u2028 淄博"
	e := &evaluate.Evaluation{Indicators: []indicator.Assessment{
		indicator.Assess(indicator.Indicator{Code: "x", Name: text, Direction: indicator.Increase, Kind: indicator.Level}, indicator.Period{}),
	}}
	var b bytes.Buffer
	require.NoError(t, WriteJSON(&b, e))
	var form struct{ Indicators []struct{ Name string } }
	require.NoError(t, json.Unmarshal(b.Bytes(), &form))
	assert.Equal(t, text, form.Indicators[0].Name)
	assert.Contains(t, b.String(), `a&b <c> \\u0026`)
}

type broken struct{ written int }

var errFull = errors.New("full")

func (w *broken) Write(p []byte) (int, error) {
	w.written += len(p)
	return 0, errFull
}

func TestJSONPassesOnWhatTheWriterFailsWith(t *testing.T) {
	assert.ErrorIs(t, WriteJSON(&broken{}, seed(t)), errFull)
}

func TestJSONWritesNothingOnAnError(t *testing.T) {
	e := &evaluate.Evaluation{Findings: []evaluate.Finding{{Args: []evaluate.Arg{{Figure: &indicator.Figure{Result: unspeakable{}}}}}}}
	w := &broken{}
	assert.ErrorContains(t, WriteJSON(w, e), "unspeakable")
	assert.Zero(t, w.written)
}

// unspeakable is a number that cannot be encoded.
type unspeakable struct{ indicator.Ratio }

func (unspeakable) MarshalJSON() ([]byte, error) { return nil, errors.New("unspeakable") }

func TestScoresAreWrittenWithWhatWasSimulated(t *testing.T) {
	scores := []Scoring{scoredBy(t, simple(), one(pointsOf("a", "90"), pointsOf("b", "75")))}
	var first, second strings.Builder
	require.NoError(t, WriteJSON(&first, scores))
	require.NoError(t, WriteJSON(&second, scores))
	assert.Equal(t, first.String(), second.String())
	for _, want := range []string{`"title": "简表"`, `"seed": 7`, `"replications": 100`, `"name": "良"`} {
		assert.Contains(t, first.String(), want)
	}
	assert.NotContains(t, first.String(), "sensitivity", "what was not made is left out")
}
