package survey_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// crossed is a survey with the questions R and C, whose options have the totals of the table.
func crossed(t *testing.T, counts ...[]int64) survey.Survey {
	t.Helper()
	rows, columns := make([]int64, len(counts)), make([]int64, len(counts[0]))
	all := int64(0)
	table := survey.CrossTable{Rows: "R", Columns: "C"}
	for i, line := range counts {
		cells := make([]indicator.Value, len(line))
		for j, n := range line {
			rows[i], columns[j], all, cells[j] = rows[i]+n, columns[j]+n, all+n, indicator.IntValue(n)
		}
		table.Counts = append(table.Counts, cells)
	}
	s := asked(indicator.IntValue(all).String(), single("R", rows...), single("C", columns...))
	s.CrossTables = []survey.CrossTable{table}
	require.Empty(t, s.Validate())
	return s
}

// shares are those of every row, group by group.
func shares(t *testing.T, a survey.Association) [][]string {
	t.Helper()
	all := make([][]string, 0, len(a.Groups))
	for _, g := range a.Groups {
		var group []string
		for _, p := range g.Proportions {
			group = append(group, fraction(t, p.Share))
		}
		all = append(all, group)
	}
	return all
}

func TestAssociations(t *testing.T) {
	// χ² by hand as a fraction; p and V by mpmath from it, and χ², freedom and p as scipy.stats.chi2_contingency without
	// correction gives them.
	cases := []struct {
		name          string
		counts        [][]int64
		size, square  string
		freedom       int
		p, v, smaller string
	}{
		// 100·(900/2000 + 100/2000 + 400/3000 + 1600/3000 − 1), expected 20, 20, 30, 30
		{"two by two", [][]int64{{30, 10}, {20, 40}}, "100", "50/3", 1, "0.000044557091", "0.408248290464", "0"},
		{"three by two", [][]int64{{20, 15}, {15, 25}, {5, 20}}, "100", "2875/336", 2, "0.013866577794", "0.292515770841", "0"},
		{"two by three is the same", [][]int64{{20, 15, 5}, {15, 25, 20}}, "100", "2875/336", 2, "0.013866577794", "0.292515770841", "0"},
		{"one of six cells below 5: 15·10 ÷ 40 = 3.75", [][]int64{{12, 3}, {5, 10}, {8, 2}}, "40", "392/45", 2, "0.012835306877", "0.466666666667", "1/6"},
		{"one of four is more than a fifth: 10·14 ÷ 30 = 4.66…", [][]int64{{8, 12}, {6, 4}}, "30", "15/14", 1, "small-expected", "0.188982236505", "1/4"},
		// Rows of 44 each: Σ (a − b)² ÷ (a + b) = 16/8 + 3·16/20; p = e^−2.2·(1 + 2.2), V = √(4.4 ÷ 88).
		{"two of ten are just a fifth: 44·8 ÷ 88 = 4", [][]int64{{6, 10, 12, 8, 8}, {2, 10, 8, 12, 12}}, "88", "22/5", 4, "0.354570106759", "0.223606797750", "1/5"},
		{"an expected count of 5 is not below 5", [][]int64{{5, 5}, {5, 5}}, "20", "0", 1, "1.000000000000", "0.000000000000", "0"},
		{"all as one: 20·(1 + 1 − 1)", [][]int64{{10, 0}, {0, 10}}, "20", "20", 1, "0.000007744216", "1.000000000000", "0"},
		{"a row and a column of nobody are left out", [][]int64{{30, 0, 10}, {0, 0, 0}, {20, 0, 40}}, "100", "50/3", 1, "0.000044557091", "0.408248290464", "0"},
		{"one row alone compares nothing", [][]int64{{30, 10}, {0, 0}}, "one-value", "one-value", 0, "one-value", "one-value", "one-value"},
		{"one column alone compares nothing", [][]int64{{30}, {10}}, "one-value", "one-value", 0, "one-value", "one-value", "one-value"},
		{"nobody compares nothing", [][]int64{{0, 0}, {0, 0}}, "one-value", "one-value", 0, "one-value", "one-value", "one-value"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := tabulate(crossed(t, c.counts...)).CrossTables[0]
			assert.Equal(t, []string{c.size, c.square, c.smaller}, []string{a.Size.String(), a.ChiSquare.String(), a.SmallExpected.String()})
			assert.Equal(t, c.freedom, a.Freedom)
			assert.Equal(t, c.p, places(a.P, 12))
			assert.Equal(t, c.v, places(a.CramerV, 12))
			assert.Equal(t, survey.FromTallies, a.Knowledge)
		})
	}
}

func TestTheGroupsOfACrossTable(t *testing.T) {
	s := crossed(t, []int64{30, 10, 0}, []int64{20, 40, 0})
	s.Records = true
	a := tabulate(s).CrossTables[0]
	assert.Equal(t, "R C", a.Rows+" "+a.Columns)
	assert.Equal(t, survey.FromRecords, a.Knowledge)
	assert.Equal(t, [][]string{{"3/5", "2/5"}, {"1/5", "4/5"}, {"zero-denominator", "zero-denominator"}}, shares(t, a))
	assert.Len(t, a.Figures(), 6)
	assert.Equal(t, a.Groups[1].Proportions[0].Share, a.Figures()[2])
	first := a.Groups[0]
	assert.Equal(t, "a 50", first.Option+" "+first.Base.String())
	assert.Equal(t, survey.FromRecords, first.Proportions[0].Knowledge)
	assert.Equal(t, bounds(sample(30, 50).Interval(survey.Wilson, indicator.Value{}), 12), bounds(first.Proportions[0].Interval, 12))
	assert.Equal(t, survey.BaseLarge, first.Caution)
	assert.Equal(t, survey.BaseSmall, survey.Tabulate(s, survey.Options{SmallBase: 51}).CrossTables[0].Groups[0].Caution)
}

func TestAnswersOutsideTheBaseAreNotInACrossTable(t *testing.T) {
	s := crossed(t, []int64{30, 10, 7}, []int64{20, 40, 8}, []int64{3, 4, 9})
	s.Questions[0].Tallies[2].Outside, s.Questions[1].Tallies[2].Outside = true, true
	require.Empty(t, s.Validate())
	a := tabulate(s).CrossTables[0]
	assert.Equal(t, "50/3", a.ChiSquare.String(), "as of 30, 10, 20, 40 alone")
	assert.Equal(t, [][]string{{"3/5", "2/5"}, {"1/5", "4/5"}}, shares(t, a))
}

func TestAMultipleChoiceHasSharesAndNoTest(t *testing.T) {
	s := crossed(t, []int64{30, 10}, []int64{20, 40})
	s.Questions[0].Kind = survey.Multiple
	s.Questions[1].Tallies[0].Count, s.Questions[1].Tallies[1].Count = number("40"), number("50") // people, of whom some tick both rows
	require.Empty(t, s.Validate())
	a := tabulate(s).CrossTables[0]
	assert.Equal(t, [][]string{{"3/4", "1/2"}, {"1/5", "4/5"}}, shares(t, a), "of the 40 and 50 people in the groups")
	for _, why := range []indicator.Reason{a.Size.Missing(), a.ChiSquare.Missing(), a.P.Missing(), a.CramerV.Missing(), a.SmallExpected.Missing()} {
		assert.Equal(t, indicator.NotExclusive, why)
	}
	assert.Zero(t, a.Freedom)

	s = crossed(t, []int64{30, 10}, []int64{20, 40})
	s.Questions[1].Kind = survey.Multiple
	s.Questions[0].Tallies[0].Count, s.Questions[0].Tallies[1].Count = number("35"), number("45") // of whom some are in both groups
	require.Empty(t, s.Validate(), "one person may tick several columns")
	assert.Equal(t, indicator.NotExclusive, tabulate(s).CrossTables[0].ChiSquare.Missing())
	s.Questions[1].Base = survey.Responses
	assert.Empty(t, s.Validate(), "whatever the base of their shares")
}

func TestACrossTableWithoutACount(t *testing.T) {
	s := crossed(t, []int64{30, 10}, []int64{20, 40})
	s.CrossTables[0].Counts[0][0] = number("") // which Validate refuses
	a := tabulate(s).CrossTables[0]
	assert.Equal(t, [][]string{{"no-count", "no-count"}, {"1/5", "4/5"}}, shares(t, a))
	assert.Equal(t, indicator.NoCount, a.ChiSquare.Missing())
	assert.Equal(t, survey.Unknown, a.Knowledge)

	s.CrossTables[0].Counts = nil
	assert.Equal(t, indicator.OneValue, tabulate(s).CrossTables[0].ChiSquare.Missing(), "nor does a table without cells panic")
	s.CrossTables[0].Counts = [][]indicator.Value{values("30", "10", "5"), values("20", "40", "5"), values("1", "2", "3")}
	assert.Equal(t, "50/3", tabulate(s).CrossTables[0].ChiSquare.String(), "nor one with more cells than options")
}

// TestAWithheldGroupCannotBeFoundBySubtraction has groups of 40, 6, 15 and 30 people. The 6 are withheld, and the 15 with
// them: the two rows have 45 and 46 people in all, which is printed, and so are the shares of the other two groups.
func TestAWithheldGroupCannotBeFoundBySubtraction(t *testing.T) {
	s := crossed(t, []int64{25, 1, 9, 10}, []int64{15, 5, 6, 20})
	result := survey.Tabulate(s, survey.Options{})
	a := result.CrossTables[0]
	assert.Equal(t, [][]string{{"5/8", "3/8"}, {"withheld", "withheld"}, {"withheld", "withheld"}, {"1/3", "2/3"}}, shares(t, a))
	for _, j := range []int{1, 2} {
		g := a.Groups[j]
		assert.Equal(t, survey.BaseWithheld, g.Caution)
		assert.True(t, g.Base.IsZero())
		assert.Equal(t, indicator.Withheld, g.Proportions[0].Interval.Missing())
		assert.Equal(t, []indicator.Input{{Symbol: "x"}, {Symbol: "n"}}, g.Proportions[0].Share.Inputs)
	}
	assert.Equal(t, "70", a.Size.String(), "χ² and the rest are those of the groups that are shown")
	// By hand of 25, 10, 15, 20: 70·(625/1400 + 100/1050 + 225/1400 + 400/1050 − 1) = 70·(850/1400 + 500/1050 − 1)
	assert.Equal(t, "35/6", a.ChiSquare.String())

	want, err := json.Marshal(result)
	require.NoError(t, err)
	for first := int64(0); first <= 6; first++ { // of the six in the first row, while all totals stay
		other := crossed(t, []int64{25, first, 10 - first, 10}, []int64{15, 6 - first, 5 + first, 20})
		got, err := json.Marshal(survey.Tabulate(other, survey.Options{}))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), "%d of the six: the result is the same, so it does not tell", first)
	}

	alone := survey.Tabulate(crossed(t, []int64{25, 1}, []int64{15, 5}), survey.Options{}).CrossTables[0]
	assert.Equal(t, [][]string{{"withheld", "withheld"}, {"withheld", "withheld"}}, shares(t, alone), "of two groups both")
	for _, why := range []indicator.Reason{alone.Size.Missing(), alone.ChiSquare.Missing(), alone.P.Missing(), alone.CramerV.Missing(), alone.SmallExpected.Missing()} {
		assert.Equal(t, indicator.Withheld, why)
	}
}

func TestContrastsOfGroups(t *testing.T) {
	a := tabulate(crossed(t, []int64{56, 48}, []int64{14, 32})).CrossTables[0]
	d := a.Contrast(0, 0, 1, indicator.Value{})
	assert.Equal(t, "1/5", d.Value.String(), "56/70 − 48/80")
	assert.Equal(t, "0.0524 0.3339", places(d.Low, 4)+" "+places(d.High, 4), "Newcombe, table II")
	assert.Equal(t, survey.Differ, d.Contrast)
	assert.Equal(t, "-1/5", a.Contrast(1, 0, 1, indicator.Value{}).Value.String(), "of the other row")
	assert.Equal(t, "0.0054 0.3718", places(a.Contrast(0, 0, 1, number("0.99")).Low, 4)+" "+places(a.Contrast(0, 0, 1, number("0.99")).High, 4))
	for _, at := range [][3]int{{-1, 0, 1}, {2, 0, 1}, {0, -1, 1}, {0, 0, 2}} {
		none := a.Contrast(at[0], at[1], at[2], indicator.Value{})
		assert.Equal(t, indicator.NotDefined, none.Value.Missing(), "there is no such row or group: %v", at)
		assert.Equal(t, survey.ContrastUnknown, none.Contrast)
	}
	hidden := survey.Tabulate(crossed(t, []int64{25, 1, 9, 10}, []int64{15, 5, 6, 20}), survey.Options{}).CrossTables[0]
	assert.Equal(t, indicator.Withheld, hidden.Contrast(0, 0, 1, indicator.Value{}).Low.Missing())
	assert.Equal(t, "7/24", hidden.Contrast(0, 0, 3, indicator.Value{}).Value.String(), "25/40 − 10/30")
}

// outsideColumn has 50 men, 40 women and 3 who did not say, of whom 30, 27 and 3 chose the first row.
func outsideColumn(t *testing.T) survey.Survey {
	s := crossed(t, []int64{30, 27, 3}, []int64{20, 13, 0})
	s.Questions[1].Tallies[2].Outside = true
	require.Empty(t, s.Validate())
	return s
}

// The answers of the three are the rows' totals, 60 and 33, less those of the two groups.
func TestThoseInNoGroupAreWithheldLikeAGroup(t *testing.T) {
	a := survey.Tabulate(outsideColumn(t), survey.Options{}).CrossTables[0]
	require.Len(t, a.Groups, 2)
	assert.Equal(t, survey.BaseLarge, a.Groups[0].Caution)
	assert.Equal(t, survey.BaseWithheld, a.Groups[1].Caution, "with the 3 goes the smaller group, of 40")
	assert.Equal(t, indicator.Withheld, a.ChiSquare.Missing())

	unanswered := crossed(t, []int64{30, 27}, []int64{20, 13})
	unanswered.Valid = number("93")
	unanswered.Questions[0].Tallies[0].Count = number("60") // 3 did not answer the columns' question
	require.Empty(t, unanswered.Validate())
	assert.Equal(t, indicator.Withheld, survey.Tabulate(unanswered, survey.Options{}).CrossTables[0].ChiSquare.Missing())
}

func TestInACensusNothingIsTested(t *testing.T) {
	s := crossed(t, []int64{30, 10}, []int64{20, 40})
	s.Population = number("100")
	a := survey.Tabulate(s, survey.Options{}).CrossTables[0]
	assert.Equal(t, "50/3", a.ChiSquare.String())
	assert.Equal(t, indicator.Census, a.P.Missing())
	assert.Equal(t, indicator.Census, a.Groups[0].Proportions[0].Interval.Missing())
	assert.Equal(t, "3/5", fraction(t, a.Groups[0].Proportions[0].Share))
	d := a.Contrast(0, 0, 1, indicator.Value{}) // 30 of 50 less 10 of 50
	assert.Equal(t, "0.400000000000 0.400000000000", places(d.Low, 12)+" "+places(d.High, 12))
	assert.Equal(t, survey.Differ, d.Contrast)
}

// Of 200 in a table of five rows, 2 in the last and 10 in the second column: 2·10 ÷ 200 = 0.1 are expected in their cell, and
// only 2 of 10 cells are below 5.
func TestOneCellOfWhichFewerThanOneIsExpectedIsTooFew(t *testing.T) {
	a := survey.Tabulate(crossed(t, []int64{60, 40}, []int64{30, 20}, []int64{20, 20}, []int64{6, 2}, []int64{2, 0}), survey.Options{}).CrossTables[0]
	assert.Equal(t, indicator.SmallExpected, a.P.Missing())
}

// A group's base of a multiple choice in the rows is the group only where the rows' shares are of all respondents.
func TestAMultipleChoiceOfFewerThanAllHasNoBaseInAGroup(t *testing.T) {
	s := crossed(t, []int64{30, 20}, []int64{20, 30})
	s.Questions[0].Kind = survey.Multiple
	assert.Equal(t, "50", survey.Tabulate(s, survey.Options{}).CrossTables[0].Groups[0].Base.String())
	s.Questions[0].Base, s.Questions[0].Answered = survey.Answered, number("90")
	g := survey.Tabulate(s, survey.Options{}).CrossTables[0].Groups[0]
	assert.True(t, g.Base.IsZero())
	assert.Equal(t, "no-count", fraction(t, g.Proportions[0].Share))
}

// Of groups that one table withholds, the other shows the shares.
func TestTwoQuestionsAreCrossedOnce(t *testing.T) {
	s := crossed(t, []int64{30, 10}, []int64{20, 40})
	s.CrossTables = append(s.CrossTables, survey.CrossTable{Rows: "C", Columns: "R", Counts: [][]indicator.Value{values("30", "20"), values("10", "40")}})
	want := `/crossTables/1/columns: duplicate: got "R", want two questions that no other table has, as the one would show what the other withholds`
	assert.Equal(t, want, s.Validate().Error())
}
