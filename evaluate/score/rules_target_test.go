package score_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAttainment(t *testing.T) {
	attained := func(direction indicator.Direction, target, most string, form indicator.AttainmentForm) score.Rule {
		return score.Rule{Kind: score.Attainment, Direction: direction, Target: literal(target), Most: literal(most), Attainment: form}
	}
	scaled := attained(more, "50", "", "")
	scaled.Scale = score.Scale{From: literal("20"), To: literal("70")}
	runRules(t, []ruleCase{
		{"the score is the attainment, from 0 to 100", attained(more, "50", "", ""), "25 50 60 0 -", "50 100 100 0 no-observation"},
		{"over-fulfilment counts up to the most", attained(more, "50", "1.2", ""), "55 60 70", "110 120 120"},
		{"a most below 1 brings the score down", attained(more, "50", "0.9", ""), "50 25", "90 50"},
		{"attainment on a scale", scaled, "25 50 0", "45 70 20"},
		{"where less is better it is target over value", attained(less, "20", "", ""), "40 20 10", "50 100 100"},
		{"where less is better a value of 0 attains the most", attained(less, "20", "", ""), "0 40 -", "100 50 no-observation"},
		{"where less is better a value of 0 attains as much as counts", attained(less, "20", "1.2", ""), "0 10", "120 120"},
		{"where less is better a value of 0 attains no more than counts", attained(less, "20", "0.9", ""), "0", "90"},
		{"where less is better 0 of a target of 0 has no attainment", attained(less, "0", "", ""), "0", "zero-denominator"},
		{"by difference it is 2 less value over target", attained(less, "20", "", indicator.AttainmentDifference), "20 30 40 50 0", "100 50 0 0 100"},
		{"by difference a value of 0 attains up to 2", attained(less, "20", "2", indicator.AttainmentDifference), "0 10", "200 150"},
		{"a value below 0 has no attainment", attained(more, "50", "", ""), "-5", "not-positive"},
		{"a target below 0 has no attainment", attained(less, "-50", "", indicator.AttainmentDifference), "5", "not-positive"},
		{"a target of 0 has no attainment", attained(more, "0", "", ""), "5", "zero-denominator"},
	})
}

func TestAUnitsOwnTargetComesBeforeThatOfTheRule(t *testing.T) {
	data := rowData("25 25 25")
	data.Columns[0].Targets = row("100 - 25")
	rule := score.Rule{Kind: score.Attainment, Direction: more, Target: literal("50")}
	assert.Equal(t, "25 50 100", scored(t, leafSheet(rule), data, "x"))
	rule.Target = indicator.Value{}
	assert.Equal(t, "25 no-target 100", scored(t, leafSheet(rule), data, "x"))
	data.Columns[0].Values = row("25 - 25")
	assert.Equal(t, "25 no-observation 100", scored(t, leafSheet(rule), data, "x"))
}

func TestAFigureThatIsAShareIsTheAttainmentItself(t *testing.T) {
	data := rowData("0 0 0")
	data.Columns[0].Values = nil
	data.Columns[0].Figures = []indicator.Figure{
		{Formula: indicator.FormulaAttainment, Result: indicator.IntRatio(3, 4)},
		{Formula: indicator.FormulaAttainment, Result: indicator.IntRatio(5, 4)},
		{Formula: indicator.FormulaAttainment, Result: indicator.Missing(indicator.NoBaseline)},
	}
	assert.Equal(t, "75 100 no-baseline", scored(t, leafSheet(score.Rule{Kind: score.Attainment, Direction: more}), data, "x"))
	assert.Equal(t, "75 100 no-baseline", scored(t, leafSheet(score.Rule{Kind: score.Attainment, Direction: less}), data, "x"))
	bands := []score.Band{{AtLeast: literal("1"), Points: literal("10")}, {AtLeast: literal("0.75"), Points: literal("7")}, {Points: literal("0")}}
	assert.Equal(t, "7 10 no-baseline", scored(t, leafSheet(score.Rule{Kind: score.Banded, Direction: more, Bands: bands}), data, "x"))
	assert.Equal(t, "3/4 5/4 no-baseline", scored(t, leafSheet(score.Rule{Kind: score.Goalposts, Direction: more, Low: literal("0"), High: literal("100"), Open: true}), data, "x"),
		"other rules look at the number")
}

func TestOnlyAttainmentsNeedNoTarget(t *testing.T) {
	rule := score.Rule{Kind: score.Attainment, Direction: more}
	of := func(formulas ...indicator.Formula) score.Data {
		data := score.Data{Units: unitsOf(t, "a b c d e f g h i j k l m n")[:len(formulas)], Columns: []score.Column{{Leaf: "x"}}}
		for _, formula := range formulas {
			data.Columns[0].Figures = append(data.Columns[0].Figures, indicator.Figure{Formula: formula, Result: indicator.IntRatio(3, 4)})
		}
		return data
	}
	for _, formula := range []indicator.Formula{
		"attainment", "attainment-decrease", "attainment-difference", "attainment-low", "attainment-high", "attainment-within", "attainment-rate",
		"progress", "progress-reduction", "share", "tasks-led", "duties-served", "budget-execution", "scaled-mean",
	} {
		require.NotEmpty(t, formula.Expression(), formula)
		assert.Equal(t, "75", scored(t, leafSheet(rule), of(formula), "x"), formula)
	}
	against := rule
	against.Target = literal("1.5")
	for _, formula := range []indicator.Formula{"elapsed", "year-on-year", "growth", "mean-growth", "pace", "projected-progress", "multiple", "sum", "points"} {
		require.NotEmpty(t, formula.Expression(), formula)
		assert.Equal(t, "no-target", scored(t, leafSheet(rule), of(formula), "x"), formula)
		assert.Equal(t, "50", scored(t, leafSheet(against), of(formula), "x"), formula)
	}
	assert.Equal(t, "75 75", scored(t, leafSheet(rule), of("attainment", "attainment-decrease"), "x"), "forms may differ")
	assert.Equal(t, "no-target no-target", scored(t, leafSheet(rule), of("attainment", "growth"), "x"), "a column is of attainments or is not")
	assert.Equal(t, "no-target no-target", scored(t, leafSheet(rule), of("growth", "attainment"), "x"), "whichever comes first")
	assert.Equal(t, "50", scored(t, leafSheet(against), of("share"), "x"), "a share is measured against a target where the rule has one")
}

// 0.1 as a float64 is 0.1000000000000000055….
func TestAFigureThatIsNoFractionIsRoundedToTwelvePlaces(t *testing.T) {
	data := rowData("0 0 0")
	data.Columns[0].Values = nil
	data.Columns[0].Figures = []indicator.Figure{{Result: approximate(t, "0.1")}, {Result: score.Approx{}}, {}}
	assert.Equal(t, "1/10 not-computed not-computed", scored(t, leafSheet(score.Rule{Kind: score.Points}), data, "x"))
}

func TestALeafWithoutAValueWasNotObserved(t *testing.T) {
	sheet, data := parent(pointed("x", "50"), pointed("y", "50")), columnsData("x", "80", "y", "-")
	assert.Equal(t, "no-observation", scored(t, sheet, data, "y"))
	assert.Equal(t, "no-observation", scored(t, sheet, data, "r"))
	assert.Equal(t, "not-computed", scored(t, sheet, data, "z"), "a code that does not exist")
}

func TestBands(t *testing.T) {
	bands := func(boundsAndPoints ...string) []score.Band {
		var list []score.Band
		for i := 0; i < len(boundsAndPoints); i += 2 {
			list = append(list, score.Band{AtLeast: literal(boundsAndPoints[i]), Points: literal(boundsAndPoints[i+1])})
		}
		return list
	}
	shares := bands("1", "10", "0.8", "8", "", "0")
	runRules(t, []ruleCase{
		{"a band is reached at its bound and not just below it",
			score.Rule{Kind: score.Banded, Bands: bands("90", "10", "60", "6", "", "0")}, "90 89.999 60 59.999 -3 -", "10 6 6 0 0 no-observation"},
		{"below the last bound the last band has the points", score.Rule{Kind: score.Banded, Bands: bands("90", "10", "", "2")}, "90 80", "10 2"},
		{"one band without a bound is for all", score.Rule{Kind: score.Banded, Bands: bands("", "5")}, "90 -80", "5 5"},
		{"points need not fall with the bands", score.Rule{Kind: score.Banded, Bands: bands("20", "2", "10", "5", "", "1")}, "25 15 5", "2 5 1"},
		{"with a direction bands are of the attainment",
			score.Rule{Kind: score.Banded, Direction: more, Target: literal("200"), Bands: shares}, "200 160 159", "10 8 0"},
		{"where less is better bands are of target over value",
			score.Rule{Kind: score.Banded, Direction: less, Target: literal("10"), Bands: shares}, "10 12.5 12.6", "10 8 0"},
		{"by difference bands are of 2 less value over target",
			score.Rule{Kind: score.Banded, Direction: less, Attainment: indicator.AttainmentDifference, Target: literal("10"), Bands: shares}, "10 12 12.1", "10 8 0"},
		{"where less is better a value of 0 reaches the first band, whatever it asks",
			score.Rule{Kind: score.Banded, Direction: less, Target: literal("10"), Bands: bands("1.5", "10", "1", "8", "", "0")}, "0 5 10", "10 10 8"},
		{"where less is better a value of 0 has the points of the only band",
			score.Rule{Kind: score.Banded, Direction: less, Target: literal("10"), Bands: bands("", "6")}, "0", "6"},
	})
}

func TestLevels(t *testing.T) {
	rule := score.Rule{Kind: score.Levels, Levels: []score.Level{
		{Name: "met", Low: literal("80"), High: literal("100")},
		{Name: "partly", Low: literal("60"), High: literal("80")},
	}}
	data := rowData("85 80 60 -")
	data.Columns[0].Levels = []string{"met", "partly", "partly", "met"}
	assert.Equal(t, "85 80 60 no-score", scored(t, leafSheet(rule), data, "x"), "the points within the level, both ends with it")
	data.Columns[0].Levels = nil
	assert.Equal(t, "85 80 60 no-score", scored(t, leafSheet(rule), data, "x"), "points of any level where none is named")
}

func TestWhatIsMissingIsImputed(t *testing.T) {
	pointsBy := func(by score.ImputeBy) score.Rule {
		return score.Rule{Kind: score.Points, Impute: score.Impute{By: by}}
	}
	worst := func(direction indicator.Direction) score.Rule {
		return score.Rule{Kind: score.Goalposts, Direction: direction, Low: literal("0"), High: literal("100"), Impute: score.Impute{By: score.ByWorst}}
	}
	stated := pointsBy(score.ByValue)
	stated.Impute.Value = literal("7")
	runRules(t, []ruleCase{
		{"by the mean of those that are there", pointsBy(score.ByMean), "10 - 40 -", "10 25 40 25"},
		{"by the middle one of an odd number", pointsBy(score.ByMedian), "10 - 40 20", "10 20 40 20"},
		{"by the mean of the middle two of an even number", pointsBy(score.ByMedian), "10 - 40 20 100", "10 30 40 20 100"},
		{"by the least where more is better", worst(more), "10 - 40", "10 10 40"},
		{"by the greatest where less is better", worst(less), "10 - 40", "90 60 60"},
		{"by the least of points", pointsBy(score.ByWorst), "10 - 40", "10 10 40"},
		{"by a stated value", stated, "10 -", "10 7"},
		{"by a stated value where nothing is there", stated, "- -", "7 7"},
		{"by a mean where nothing is there", pointsBy(score.ByMean), "- -", "no-observation no-observation"},
		{"by the previous value where there are no periods", pointsBy(score.ByPrevious), "10 -", "10 no-observation"},
		{"before the units are compared", score.Rule{Kind: score.MinMax, Direction: more, Impute: score.Impute{By: score.ByMean}}, "10 - 40", "0 50 100"},
	})
}

func TestImputationLooksAtTheUnitsOfThePeriod(t *testing.T) {
	for _, c := range []struct {
		name  string
		by    score.ImputeBy
		units string
		row   string
		want  string
	}{
		{"the mean is that of the same period", score.ByMean, "a@2021 b@2021 c@2021 a@2022 b@2022", "10 20 - 90 -", "10 20 15 90 90"},
		{"a period with nothing stays without", score.ByMedian, "a@2021 a@2022", "10 -", "10 no-observation"},
		{"the previous value is the same unit's", score.ByPrevious, "a@2021 b@2021 a@2022 b@2022", "10 20 - -", "10 20 10 20"},
		{"the previous value is the latest that was observed", score.ByPrevious, "a@2019 a@2020 a@2021 a@2022", "10 20 - -", "10 20 20 20"},
		{"a later value is no previous one", score.ByPrevious, "a@2021 a@2022", "- 10", "no-observation 10"},
		{"the units may stand in any order", score.ByPrevious, "a@2022 a@2020 a@2021", "- 10 20", "20 10 20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := score.Data{Units: unitsOf(t, c.units), Columns: []score.Column{{Leaf: "x", Values: row(c.row)}}}
			assert.Equal(t, c.want, scored(t, leafSheet(score.Rule{Kind: score.Points, Impute: score.Impute{By: c.by}}), data, "x"))
		})
	}
}

// Skewness and kurtosis by mpmath: of 1 2 3 4 5 100 they are 2.442 and 5.973, of 1 2 3 4 5 5 −0.383 and −1.481; of 1 to 18
// with 200 and 300 3.103 and 9.087, with 200 twice 2.848 and 6.888, and with 18 twice −0.112 and −1.306.
func TestOutliersAreBroughtIn(t *testing.T) {
	rule := func(low, high, share string, count int) score.Rule {
		return score.Rule{Kind: score.Points, Outliers: score.Outliers{Low: literal(low), High: literal(high), Share: literal(share), Count: count}}
	}
	const eighteen = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18"
	runRules(t, []ruleCase{
		{"to stated limits", rule("10", "50", "", 0), "5 10 20 60 -", "10 10 20 50 no-observation"},
		{"to one stated limit", rule("", "50", "", 0), "5 60", "5 50"},
		{"to what is left without a quarter at each end", rule("", "", "0.25", 0), "8 1 2 3 4 5 6 7", "6 3 3 3 4 5 6 6"},
		{"a share of less than one unit brings nothing in", rule("", "", "0.2", 0), "1 2 3 100", "1 2 3 100"},
		{"a share is of the units that have a value", rule("", "", "0.3", 0), "1 2 3 100 - - -", "2 2 3 3 no-observation no-observation no-observation"},
		{"limits come before the share", rule("", "50", "0.25", 0), "1 60 70 80", "50 50 50 50"},
		{"the farthest while they are skewed", rule("", "", "", 5), "1 2 3 100 4 5", "1 2 3 5 4 5"},
		{"the farthest on the low side", rule("", "", "", 5), "-100 2 3 4 5 6", "2 2 3 4 5 6"},
		{"no more than the count", rule("", "", "", 1), eighteen + " 200 300", eighteen + " 200 200"},
		{"as many as it takes", rule("", "", "", 2), eighteen + " 200 300", eighteen + " 18 18"},
		{"equal ones count one by one", rule("", "", "", 1), eighteen + " 200 200", eighteen + " 200 200"},
		{"equal ones together", rule("", "", "", 2), eighteen + " 200 200", eighteen + " 18 18"},
		{"nothing where they are not skewed", rule("", "", "", 5), "1 2 3 4 5 6", "1 2 3 4 5 6"},
		{"nothing of three values, which have no kurtosis", rule("", "", "", 5), "1 2 1000", "1 2 1000"},
		{"nothing of equal values", rule("", "", "", 5), "5 5 5 5 5", "5 5 5 5 5"},
		{"nothing where nothing is there", rule("1", "2", "0.1", 5), "- -", "no-observation no-observation"},
	})
}

func TestOutliersAreBroughtInAfterImputationAndBeforeComparison(t *testing.T) {
	rule := score.Rule{Kind: score.MinMax, Direction: more, Impute: score.Impute{By: score.ByMean}, Outliers: score.Outliers{High: literal("40")}}
	// The mean of 0 and 100 is 50; then 50 and 100 become 40.
	assert.Equal(t, "0 100 100", scored(t, leafSheet(rule), rowData("0 - 100"), "x"))
}

// The least attainment is the worst, also of something of which less is better.
func TestTheWorstOfAttainmentsIsTheLeast(t *testing.T) {
	figure := func(r indicator.Ratio) indicator.Figure {
		return indicator.Figure{Formula: indicator.FormulaAttainmentDecrease, Result: r}
	}
	data := rowData("0 0 0")
	data.Columns[0].Values = nil
	data.Columns[0].Figures = []indicator.Figure{figure(indicator.IntRatio(1, 2)), figure(indicator.Missing(indicator.NoObservation)), figure(indicator.IntRatio(9, 10))}
	rule := score.Rule{Kind: score.Attainment, Direction: less, Impute: score.Impute{By: score.ByWorst}}
	assert.Equal(t, "50 50 90", scored(t, leafSheet(rule), data, "x"))
	data.Columns[0].Figures[1] = indicator.Figure{}
	rule.Impute = score.Impute{}
	assert.Equal(t, "50 not-computed 90", scored(t, leafSheet(rule), data, "x"), "an empty figure does not make the others something else")
}

func TestValuesOfUnitsWithTargetsOfTheirOwnStandForNoOther(t *testing.T) {
	data := rowData("90 - 1000")
	data.Columns[0].Targets = row("100 50 1000")
	sheet := leafSheet(score.Rule{Kind: score.Attainment, Direction: more, Impute: score.Impute{By: score.ByWorst}})
	assert.Equal(t, `/columns/0/targets: conflict: got "worst", want no imputation from other units, whose targets are others`, data.Validate(sheet).Error())
}
