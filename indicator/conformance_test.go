package indicator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// conformanceFile is a file of testdata/conformance, which any other implementation could run; README.md there says how
// it is read.
type conformanceFile struct {
	Subject string            `json:"subject"`
	Cases   []conformanceCase `json:"cases"`
}

type conformanceCase struct {
	Rule      string                                 `json:"rule"`   // as a statement
	Source    string                                 `json:"source"` // of the rule, and of the numbers
	Indicator indicator.Indicator                    `json:"indicator"`
	AsOf      indicator.Period                       `json:"asOf"`
	Figures   map[indicator.Formula]conformingNumber `json:"figures"`
	Verdicts  map[string]conformingVerdict           `json:"verdicts"` // by the id of a method with its default parameters
}

// conformingNumber is an exact fraction, or digits rounded half up (per cent where Percent is given), or a reason.
type conformingNumber struct {
	Fraction string           `json:"fraction"`
	Rounded  indicator.Value  `json:"rounded"`
	Percent  indicator.Value  `json:"percent"`
	Missing  indicator.Reason `json:"missing"`
}

type conformingVerdict struct {
	Verdict   indicator.Verdict `json:"verdict"`
	Reason    indicator.Reason  `json:"reason"`
	Decisive  indicator.Formula `json:"decisive"`
	Threshold string            `json:"threshold"`
	Margin    string            `json:"margin"`
}

func conformance(t *testing.T) map[string]conformanceFile {
	t.Helper()
	names, err := filepath.Glob("testdata/conformance/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	files := map[string]conformanceFile{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.DisallowUnknownFields()
		var file conformanceFile
		require.NoError(t, decoder.Decode(&file), name)
		require.NotEmpty(t, file.Cases, name)
		files[filepath.Base(name)] = file
	}
	return files
}

func TestConformance(t *testing.T) {
	methods := map[string]indicator.Method{}
	for _, method := range everyMethod() {
		methods[method.ID] = method
	}
	for name, file := range conformance(t) {
		for _, c := range file.Cases {
			t.Run(name+"/"+c.Rule, func(t *testing.T) {
				require.NotEmpty(t, c.Source)
				require.NotEmpty(t, len(c.Figures)+len(c.Verdicts), "the case expects nothing")
				require.NoError(t, c.Indicator.Validate().Err())
				m := indicator.Measure(c.Indicator, c.AsOf)
				for formula, want := range c.Figures {
					figure, ok := m.Figure(formula)
					require.True(t, ok, "no figure %s", formula)
					want.check(t, figure)
				}
				for id, want := range c.Verdicts {
					method, ok := methods[id]
					require.True(t, ok, "no method %s", id)
					want.check(t, indicator.Judge(method, &m))
				}
			})
		}
	}
}

func (want conformingNumber) check(t *testing.T, got indicator.Figure) {
	t.Helper()
	assert.Equal(t, want.Missing, got.Result.Missing(), "%s", got.Formula)
	switch {
	case want.Fraction != "":
		ratio, ok := got.Result.(indicator.Ratio)
		require.True(t, ok, "%s is no fraction", got.Formula)
		assert.Equal(t, want.Fraction, ratio.String(), "%s", got.Formula)
	case !want.Rounded.IsZero():
		places := want.Rounded.Places()
		assert.Equal(t, want.Rounded.String(), got.Result.Decimal(places, indicator.HalfUp).StringFixed(int32(places)), "%s", got.Formula)
	case !want.Percent.IsZero():
		places := want.Percent.Places()
		assert.Equal(t, want.Percent.String(), got.Result.Percent(places, indicator.HalfUp).StringFixed(int32(places)), "%s in per cent", got.Formula)
	default:
		assert.NotEqual(t, indicator.Present, want.Missing, "%s: nothing is expected", got.Formula)
	}
}

func (want conformingVerdict) check(t *testing.T, got indicator.Judgement) {
	t.Helper()
	assert.Equal(t, want.Verdict, got.Verdict, got.Method)
	assert.Equal(t, want.Reason, got.Reason, got.Method)
	if want.Verdict == indicator.NotJudged {
		assert.NotEqual(t, indicator.Present, want.Reason, "%s: no verdict is without a reason", got.Method)
		return
	}
	assert.Equal(t, want.Decisive, got.Decisive, got.Method)
	if want.Threshold != "" {
		assert.Equal(t, want.Threshold, got.Threshold.String(), "%s: threshold", got.Method)
		assert.Equal(t, want.Margin, fmt.Sprint(got.By()), "%s: margin", got.Method)
	}
}

// TestConformanceCoversEveryFigure makes sure that each figure of an ordinary measurement is expected with a result.
func TestConformanceCoversEveryFigure(t *testing.T) {
	given := map[indicator.Formula]bool{}
	for _, file := range conformance(t) {
		for _, c := range file.Cases {
			for formula, want := range c.Figures {
				given[formula] = given[formula] || want.Missing == indicator.Present
			}
		}
	}
	m := indicator.Measure(seeds()[1].indicator, evaluationDate)
	for _, figure := range m.Figures() {
		assert.True(t, given[figure.Formula], "no case for %s", figure.Formula)
	}
}
