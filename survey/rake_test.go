package survey_test

import (
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// twoByTwo are four cells of two margins.
func twoByTwo(counts ...string) []survey.WeightCell {
	var cells []survey.WeightCell
	for i, c := range counts {
		cells = append(cells, survey.WeightCell{Categories: []int{i / 2, i % 2}, Count: number(c)})
	}
	return cells
}

func margins(rows, columns []string) []survey.Margin {
	return []survey.Margin{{Name: "性别", Totals: values(rows...)}, {Name: "年龄", Totals: values(columns...)}}
}

func weights(w survey.Weighting) []string {
	var all []string
	for _, r := range w.Weights {
		all = append(all, r.String())
	}
	return all
}

func TestPostStratifyByHand(t *testing.T) {
	w, err := survey.PostStratify(values("60", "40", "0"), survey.Margin{Name: "性别", Totals: values("4800", "5200", "0")})
	require.NoError(t, err)
	assert.Equal(t, []string{"80", "130", "zero-denominator"}, weights(w), "N ÷ n; nobody has no weight")
	assert.Equal(t, "80 130 0", w.Least.String()+" "+w.Most.String()+" "+w.Residual.String())
	// (4800 + 5200)² ÷ (60·80² + 40·130²) = 10^8 ÷ 1,060,000; 100 ÷ that.
	assert.Equal(t, "5000/53 53/50", w.EffectiveSize.String()+" "+w.DesignEffect.String())
	assert.Zero(t, w.Iterations)

	_, err = survey.PostStratify(values("60", "0", "-1", "", "5"), survey.Margin{Totals: values("10", "10", "10", "10")})
	assert.Equal(t, []string{
		`/cells/2/count: range: got "-1", want 0 to 10000000000`,
		`/cells/3/count: required: want a count`,
		`/cells/4/categories/0: range: got "4", want 0 to 3`,
	}, faultTexts(t, err))
	_, err = survey.PostStratify(values("60", "0"), survey.Margin{Name: "性别", Totals: values("10", "20")})
	assert.Equal(t, []string{`/margins/0/totals/1: conflict: got "20", want 0, as nobody of the sample is in this category of "性别"`}, faultTexts(t, err))
	_, err = survey.PostStratify(nil, survey.Margin{})
	assert.Equal(t, []string{`/cells: range: got "0", want 1 to 10000 cells, times the margins`}, faultTexts(t, err))
}

func TestRakeByHand(t *testing.T) {
	t.Run("equal cells become the product of the margins: 60·30 ÷ 100 = 18 of 10 people, 42, 12, 28", func(t *testing.T) {
		w, err := survey.Rake(twoByTwo("10", "10", "10", "10"), margins([]string{"60", "40"}, []string{"30", "70"}))
		require.NoError(t, err)
		assert.Equal(t, []string{"9/5", "21/5", "6/5", "14/5"}, weights(w))
		assert.Equal(t, 1, w.Iterations)
		assert.Equal(t, "0 6/5 21/5", w.Residual.String()+" "+w.Least.String()+" "+w.Most.String())
		// 100² ÷ 10·(1.8² + 4.2² + 1.2² + 2.8²) = 10000 ÷ 301.6; 40 people ÷ that.
		assert.Equal(t, "12500/377 754/625", w.EffectiveSize.String()+" "+w.DesignEffect.String())
	})
	t.Run("a margin of equal parts with parts of people", func(t *testing.T) {
		w, err := survey.Rake(twoByTwo("10", "10", "10", "10"), margins([]string{"0.5", "0.5"}, []string{"0.5", "0.5"}))
		require.NoError(t, err)
		assert.Equal(t, []string{"1/40", "1/40", "1/40", "1/40"}, weights(w))
	})
	t.Run("cells of nobody have no weight, and a category of nobody in sample and population none to meet", func(t *testing.T) {
		w, err := survey.Rake(twoByTwo("10", "0", "30", "0"), margins([]string{"60", "40"}, []string{"100", "0"}))
		require.NoError(t, err)
		assert.Equal(t, []string{"6", "no-count", "4/3", "no-count"}, roundedThirds(w))
	})
	t.Run("a structural zero that the margins leave room for: 60 − 20 = 40 beside it", func(t *testing.T) {
		// Rows 60 and 40, columns 80 and 20: the second column is in the first row alone.
		w, err := survey.Rake(twoByTwo("10", "10", "10", "0"), margins([]string{"60", "40"}, []string{"80", "20"}))
		require.NoError(t, err)
		near(t, "4", w.Weights[0], 19, "40 of 10")
		near(t, "2", w.Weights[1], 19, "20 of 10")
		near(t, "4", w.Weights[2], 19, "40 of 10")
		assert.Equal(t, indicator.NoCount, w.Weights[3].Missing())
	})
	t.Run("weights too long for a number are missing", func(t *testing.T) {
		w, err := survey.Rake(twoByTwo("1", "1", "1", "1"), margins([]string{"20000000000000000000", "20000000000000000000"}, []string{"20000000000000000000", "20000000000000000000"}))
		require.NoError(t, err)
		assert.Equal(t, indicator.NotDefined, w.Weights[0].Missing())
		assert.Equal(t, indicator.NotDefined, w.Least.Missing())
		assert.Equal(t, indicator.NotDefined, w.EffectiveSize.Missing())
	})
}

// roundedThirds writes 1.33333333333333333333, the 20 places that weights have, as 4/3.
func roundedThirds(w survey.Weighting) []string {
	all := weights(w)
	for i, text := range all {
		if text == "133333333333333333333/100000000000000000000" {
			all[i] = "4/3"
		}
	}
	return all
}

// TestRakedWeightsMeetTheMarginsAndKeepTheOddsRatio: weights are a product of one factor a row and one a column, so those
// of four cells in two rows and two columns have w₁₁·w₂₂ = w₁₂·w₂₁, and are all that meet the margins.
func TestRakedWeightsMeetTheMarginsAndKeepTheOddsRatio(t *testing.T) {
	random := rand.New(rand.NewPCG(1940, 11))
	for range 60 {
		var cells []survey.WeightCell
		counts := [4]int64{}
		for i := range counts {
			counts[i] = 1 + random.Int64N(60)
			cells = append(cells, survey.WeightCell{Categories: []int{i / 2, i % 2}, Count: indicator.IntValue(counts[i])})
		}
		all := 100 + random.Int64N(1000)
		row, column := 1+random.Int64N(all-1), 1+random.Int64N(all-1)
		w, err := survey.Rake(cells, []survey.Margin{
			{Totals: []indicator.Value{indicator.IntValue(row), indicator.IntValue(all - row)}},
			{Totals: []indicator.Value{indicator.IntValue(column), indicator.IntValue(all - column)}},
		})
		require.NoError(t, err)
		weighted := func(i, j int) indicator.Ratio {
			return w.Weights[i].Mul(indicator.IntRatio(counts[i], 1)).Add(w.Weights[j].Mul(indicator.IntRatio(counts[j], 1)))
		}
		near(t, indicator.IntValue(row).String(), weighted(0, 1), 17, "first row")
		near(t, indicator.IntValue(all-row).String(), weighted(2, 3), 17, "second row")
		near(t, indicator.IntValue(column).String(), weighted(0, 2), 17, "first column")
		near(t, indicator.IntValue(all-column).String(), weighted(1, 3), 17, "second column")
		near(t, "0", w.Weights[0].Mul(w.Weights[3]).Sub(w.Weights[1].Mul(w.Weights[2])), 14, "odds ratio")
		require.True(t, w.Residual.Cmp(indicator.NewRatio(number("1"), number("10000000000000000000000000"), indicator.NoCount)) <= 0)
		for _, weight := range w.Weights {
			require.True(t, weight.Cmp(w.Least) >= 0 && weight.Cmp(w.Most) <= 0)
		}
		require.True(t, w.DesignEffect.Cmp(indicator.IntRatio(1, 1)) >= 0, "unequal weights gain nothing")
	}
}

func TestRakingThatCannotBe(t *testing.T) {
	even := margins([]string{"50", "50"}, []string{"50", "50"})
	many := make([]survey.WeightCell, survey.MostCells+1)
	for i := range many {
		many[i] = survey.WeightCell{Categories: []int{0, 0}, Count: number("1")}
	}
	cases := []struct {
		name    string
		cells   []survey.WeightCell
		margins []survey.Margin
		want    []string
	}{
		{"margins of different populations", twoByTwo("10", "10", "10", "10"), margins([]string{"60", "40"}, []string{"50", "51"}), []string{
			`/margins/1/totals: conflict: got "101", want totals that sum to 100, as those of the first margin`,
		}},
		{"a category of nobody that some of the population are in names its margin", twoByTwo("10", "0", "10", "0"), even, []string{
			`/margins/1/totals/1: conflict: got "50", want 0, as nobody of the sample is in this category of "年龄"`,
		}},
		{"a category of some that nobody of the population is in", twoByTwo("10", "10", "10", "10"), margins([]string{"100", "0"}, []string{"50", "50"}), []string{
			`/margins/0/totals/1: range: got "0", want a number above 0, as people of the sample are in the category`,
		}},
		{"totals absent or below 0, all at once", twoByTwo("10", "10", "10", "10"), margins([]string{"100", ""}, []string{"-50", "150"}), []string{
			`/margins/0/totals/1: required: want how many of the population are in the category`,
			`/margins/1/totals/0: range: got "-50", want a number above 0, as people of the sample are in the category`,
		}},
		{"a structural zero that the margins leave no room for: the 60 of the second column are in a row of 50", twoByTwo("10", "10", "10", "0"), margins([]string{"50", "50"}, []string{"40", "60"}), []string{
			`/margins: conflict: got "1000 iterations", want totals that the cells can meet at once`,
		}},
		{"no cells and no margins", nil, nil, []string{
			`/cells: range: got "0", want 1 to 10000 cells, times the margins`,
			`/margins: required: want a margin`,
		}},
		{"too many cells", many, even, []string{`/cells: range: got "10001", want 1 to 10000 cells, times the margins`}},
		{"cells that do not fit the margins", []survey.WeightCell{
			{Categories: []int{0}, Count: number("1")}, {Categories: []int{2, -1}, Count: number("1.5")}, {Categories: []int{0, 1}},
		}, even, []string{
			`/cells/0/categories: range: got "1", want 2 categories, one of each margin`,
			`/cells/1/count: number: got "1.5", want a whole number without places`,
			`/cells/1/categories/0: range: got "2", want 0 to 1`,
			`/cells/1/categories/1: range: got "-1", want 0 to 1`,
			`/cells/2/count: required: want a count`,
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w, err := survey.Rake(c.cells, c.margins)
			assert.Equal(t, survey.Weighting{}, w)
			assert.Equal(t, c.want, faultTexts(t, err))
		})
	}
}
