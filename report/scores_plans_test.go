package report

import (
	"context"
	"slices"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/require"
)

func v(number string) indicator.Value { return indicator.MustValue(number) }

// values are those of a column; "" is missing.
func values(numbers ...string) []indicator.Value {
	list := make([]indicator.Value, len(numbers))
	for i, n := range numbers {
		if n != "" {
			list[i] = v(n)
		}
	}
	return list
}

func pointsLeaf(code, name, weight string) score.Node {
	n := score.Node{Code: code, Name: name, Rule: &score.Rule{Kind: score.Points}}
	if weight != "" {
		n.Weight = v(weight)
	}
	return n
}

// scoredBy is the result of a sheet for the data, simulated with a hundred replications.
func scoredBy(t testing.TB, sheet score.Sheet, data score.Data) Scoring {
	t.Helper()
	result, err := score.Evaluate(sheet, data, score.Options{})
	require.NoError(t, err)
	ranges, err := result.Simulate(context.Background(), score.Simulation{Seed: 7, Replications: 100})
	require.NoError(t, err)
	return Scoring{Result: result, Ranges: &ranges}
}

// seedScores are the two sheets of the seed.
func seedScores(t testing.TB, e *evaluate.Evaluation) []Scoring {
	t.Helper()
	var list []Scoring
	for _, sheet := range seeds.ZiboSheets() {
		data, err := score.Collect(sheet, score.Unit{Code: e.Plan.Code, Name: e.Plan.Title}, e.Figures())
		require.NoError(t, err)
		scoring := scoredBy(t, sheet, data)
		scoring.Illustration = true
		list = append(list, scoring)
	}
	return list
}

// simple is a sheet of two parts that are given points, 60 and 40 of a hundred.
func simple() score.Sheet {
	return score.Sheet{
		Code: "simple", Title: "简表", Grades: score.BudgetGrades(),
		Root: score.Node{Code: "all", Name: "总评", Children: []score.Node{pointsLeaf("a", "甲项", "60"), pointsLeaf("b", "乙项", "40")}},
		Translations: map[string]map[string]string{"en": {"简表": "Simple sheet", "总评": "All", "甲项": "Part A", "乙项": "Part B", "甲区": "District A",
			"优": "excellent", "良": "good", "中": "fair", "差": "poor"}},
	}
}

func one(columns ...score.Column) score.Data {
	return score.Data{Units: []score.Unit{{Code: "u", Name: "甲区"}}, Columns: columns}
}

func pointsOf(code string, numbers ...string) score.Column {
	return score.Column{Leaf: code, Values: values(numbers...)}
}

// districts is a sheet on four districts: two dimensions weighted by judgements, whose leaves are compared by their entropy
// or hold what is imputed and brought in.
func districts() (score.Sheet, score.Data) {
	minMax := func(code, name string, direction indicator.Direction) score.Node {
		return score.Node{Code: code, Name: name, Rule: &score.Rule{Kind: score.MinMax, Direction: direction}}
	}
	jobs := minMax("jobs", "就业", indicator.Increase)
	jobs.Rule.Impute = score.Impute{By: score.ByMedian}
	dust := minMax("dust", "颗粒物", indicator.Decrease)
	dust.Rule.Outliers = score.Outliers{High: v("60")}
	sheet := score.Sheet{
		Code: "districts", Title: "区县评价", Ties: score.TiesAverage, Grades: score.BudgetGrades(),
		Root: score.Node{
			Code: "all", Name: "总评",
			Weighting: score.Weighting{Method: score.AHP, Places: 4, Judgements: []score.Judgement{
				{More: "economy", Less: "nature", Times: v("2")}, {More: "economy", Less: "trust", Times: v("4")}, {More: "nature", Less: "trust", Times: v("3")},
			}},
			Children: []score.Node{
				{Code: "economy", Name: "经济", Weighting: score.Weighting{Method: score.Entropy}, Children: []score.Node{minMax("gdp", "产值", indicator.Increase), jobs}},
				{Code: "nature", Name: "环境", Weighting: score.Weighting{Method: score.EqualWeights}, Children: []score.Node{
					dust,
					{Code: "green", Name: "绿地", Rule: &score.Rule{Kind: score.Goalposts, Direction: indicator.Increase, Low: v("10"), High: v("50")}},
				}},
				pointsLeaf("trust", "满意度", ""),
			},
		},
		Translations: map[string]map[string]string{"en": {"区县评价": "Districts", "总评": "All", "经济": "Economy", "产值": "Output", "就业": "Jobs", "环境": "Nature",
			"颗粒物": "Dust", "绿地": "Green", "满意度": "Trust", "甲区": "A", "乙区": "B", "丙区": "C", "丁区": "D", "优": "excellent", "良": "good", "中": "fair", "差": "poor"}},
	}
	var units []score.Unit
	for i, name := range []string{"甲区", "乙区", "丙区", "丁区"} {
		units = append(units, score.Unit{Code: string(rune('a' + i)), Name: name})
	}
	return sheet, score.Data{Units: units, Columns: []score.Column{
		pointsOf("gdp", "100", "80", "60", "100"), pointsOf("jobs", "50", "", "30", "50"), pointsOf("dust", "30", "40", "90", "30"),
		pointsOf("green", "40", "30", "20", "40"), pointsOf("trust", "90", "80", "70", "90"),
	}}
}

// years is the simple sheet for two units in two years, of which one has no number in the second.
func years() score.Data {
	units := []score.Unit{
		{Code: "x", Name: "甲区", Period: indicator.Year(2021)}, {Code: "y", Name: "乙区", Period: indicator.Year(2021)}, {Code: "z", Name: "丙区", Period: indicator.Year(2021)},
		{Code: "x", Name: "甲区", Period: indicator.Year(2022)}, {Code: "y", Name: "乙区", Period: indicator.Year(2022)}, {Code: "z", Name: "丙区", Period: indicator.Year(2022)},
	}
	return score.Data{Units: units, Columns: []score.Column{pointsOf("a", "80", "70", "60", "85", "90", ""), pointsOf("b", "80", "70", "60", "80", "90", "70")}}
}

// withScores builds the report on a plan with scores and nothing else.
func withScores(t testing.TB, o Options, scores ...Scoring) Document {
	t.Helper()
	o.Scores = scores
	e := evaluated(t, evaluate.Plan{Code: "p", Title: "P", Start: indicator.Year(2021), End: indicator.Year(2025)}, evaluate.Options{})
	return built(t, e, o)
}

// textsOf returns every text of the sections of a sheet.
func textsOf(t testing.TB, d Document, id string) []string {
	t.Helper()
	s := section(t, d, id)
	return slices.DeleteFunc(allTexts(Document{Sections: []Section{s}}), func(text string) bool { return text == "" })
}
