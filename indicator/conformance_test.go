package indicator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/replay"
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
	Verdicts  map[string]conformingVerdict           `json:"verdicts"` // by the id of a method
}

// conformingNumber is an exact fraction, or digits rounded half up (per cent where Percent is given), or a reason, or
// that the measurement has no such figure at all.
type conformingNumber struct {
	Fraction string           `json:"fraction"`
	Rounded  indicator.Value  `json:"rounded"`
	Percent  indicator.Value  `json:"percent"`
	Missing  indicator.Reason `json:"missing"`
	Absent   bool             `json:"absent"`
}

type conformingVerdict struct {
	// Parameters are those of the method that are not the default, by the names that its Parameters have.
	Parameters map[string]indicator.Value `json:"parameters"`

	Verdict   indicator.Verdict `json:"verdict"`
	Reason    indicator.Reason  `json:"reason"`
	Decisive  indicator.Formula `json:"decisive"`
	Threshold string            `json:"threshold"`
	Margin    string            `json:"margin"`
	Veto      bool              `json:"veto"`

	Steps map[indicator.Formula]conformingNumber `json:"steps"` // the method's own figures
}

// method returns the method of an id with the parameters given, or its default ones.
func (want conformingVerdict) method(t *testing.T, id string) indicator.Method {
	t.Helper()
	p := want.Parameters
	var method indicator.Method
	switch id {
	case "schedule":
		method = indicator.Schedule(indicator.Bands{Ahead: p["ahead"], OnCourse: p["on-course"], Places: p["places"]})
	case "final":
		method = indicator.FinalAssessment(indicator.FinalBands{NearlyMet: p["nearly-met"], Places: p["places"]})
	case "energy-assessment":
		method = indicator.EnergyAssessment(indicator.EnergyPoints{Measures: p["measures"]})
	case "open-sdg":
		method = indicator.OpenSDG(indicator.OpenSDGOptions{
			Substantial: p["substantial"], Moderate: p["moderate"], Limited: p["limited"], Limit: p["natural-limit"],
		})
	case "un-progress-chart":
		method = indicator.ProgressChart()
	case "weather":
		method = indicator.Weather()
	}
	require.Equal(t, id, method.ID)
	for name, v := range p {
		require.Contains(t, method.Parameters, indicator.Parameter{Name: name, Value: v}, "the method does not state its parameter")
	}
	return method
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
	for name, file := range conformance(t) {
		for _, c := range file.Cases {
			t.Run(name+"/"+c.Rule, func(t *testing.T) {
				require.NotEmpty(t, c.Source)
				require.NotEmpty(t, len(c.Figures)+len(c.Verdicts), "the case expects nothing")
				require.NoError(t, c.Indicator.Validate().Err())
				m := indicator.Measure(c.Indicator, c.AsOf)
				for formula, want := range c.Figures {
					if want.Absent {
						_, ok := m.Figure(formula)
						assert.False(t, ok, "%s is there", formula)
						continue
					}
					want.check(t, anyFigure(t, &m, formula))
				}
				for id, want := range c.Verdicts {
					method := want.method(t, id)
					want.check(t, indicator.Judge(method, &m))
					for formula, step := range want.Steps {
						i := slices.IndexFunc(method.Steps(&m), func(f indicator.Figure) bool { return f.Formula == formula })
						if step.Absent {
							assert.Negative(t, i, "%s is there", formula)
							continue
						}
						require.GreaterOrEqual(t, i, 0, "%s has no step %s", id, formula)
						step.check(t, method.Steps(&m)[i])
					}
				}
			})
		}
	}
}

func (want conformingNumber) check(t *testing.T, got indicator.Figure) {
	t.Helper()
	require.NoError(t, replay.Check(got))
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
	assert.Equal(t, want.Veto, got.Veto, "%s: veto", got.Method)
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

// notOfAnIndicator are the formulas that no measurement has: of money, of statistics and of questionnaires.
var notOfAnIndicator = []indicator.Formula{
	indicator.FormulaShare, indicator.FormulaTasksLed, indicator.FormulaDutiesServed, indicator.FormulaYearlyAverage, indicator.FormulaGrowth, indicator.FormulaDifference,
	indicator.FormulaYearlyAverageMonths, indicator.FormulaBudgetExecution, indicator.FormulaUnitCost, indicator.FormulaLeverage,
	indicator.FormulaPublishedGrowth, indicator.FormulaGrowthGap, indicator.FormulaElasticity,
	indicator.FormulaMeanScore, indicator.FormulaScaledMean, indicator.FormulaNetShare, indicator.FormulaNetVariance,
	indicator.FormulaResponseRR1, indicator.FormulaResponseRR2, indicator.FormulaResponseRR3, indicator.FormulaResponseRR4,
	indicator.FormulaResponseRR5, indicator.FormulaResponseRR6,
}

// TestConformanceCoversEverything makes sure that each formula of an indicator is expected with a result, and each verdict
// of each method and a veto of each that has one.
func TestConformanceCoversEverything(t *testing.T) {
	given, verdicts, vetoes := map[indicator.Formula]bool{}, map[string]bool{}, map[string]bool{}
	for _, file := range conformance(t) {
		for _, c := range file.Cases {
			for formula, want := range c.Figures {
				given[formula] = given[formula] || want.Missing == indicator.Present && !want.Absent
			}
			for id, want := range c.Verdicts {
				verdicts[id+" "+string(want.Verdict)] = true
				vetoes[id] = vetoes[id] || want.Veto
				for formula, step := range want.Steps {
					given[formula] = given[formula] || step.Missing == indicator.Present && !step.Absent
				}
			}
		}
	}
	for _, formula := range indicator.Formulas() {
		if !slices.Contains(notOfAnIndicator, formula) {
			assert.True(t, given[formula], "no case for %s", formula)
		}
	}
	for _, method := range everyMethod() {
		for _, verdict := range append(method.Verdicts, indicator.NotJudged) {
			assert.True(t, verdicts[method.ID+" "+string(verdict)], "no case for %s of %s", verdict, method.ID)
		}
	}
	assert.True(t, vetoes["final"], "no case for a veto of final")
	assert.True(t, vetoes["energy-assessment"], "no case for a veto of energy-assessment")
}
