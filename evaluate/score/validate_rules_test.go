package score_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// ruleFaults gives the leaf k a rule; the paths are below it.
func runRuleFaults(t *testing.T, cases []struct {
	name string
	rule score.Rule
	want []string
}) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sheet := goodSheet()
			sheet.Root.Children[1].Rule = &c.rule
			var want []string
			for _, w := range c.want {
				want = append(want, "/root/children/1/rule"+w)
			}
			assert.Equal(t, want, told(sheet.Validate()))
		})
	}
}

func TestFaultsOfARule(t *testing.T) {
	one, two, five := literal("1"), literal("2"), literal("5")
	bands := []score.Band{{AtLeast: two, Points: five}, {Points: one}}
	levels := []score.Level{{Name: "A", Low: one, High: two}}
	runRuleFaults(t, []struct {
		name string
		rule score.Rule
		want []string
	}{
		{"a kind that does not exist, so that nothing else can be said", score.Rule{Kind: "guess", Direction: "up", Bands: []score.Band{{}}, Ties: "lots"}, []string{"/kind enum"}},
		{"no kind, so that nothing else can be said", score.Rule{Bands: []score.Band{{}}}, []string{"/kind required"}},
		{"points with a direction", score.Rule{Kind: score.Points, Direction: more}, []string{"/direction conflict"}},
		{"levels with a direction", score.Rule{Kind: score.Levels, Direction: more, Levels: levels}, []string{"/direction conflict"}},
		{"a comparison without a direction", score.Rule{Kind: score.MinMax}, []string{"/direction required"}},
		{"a direction that does not exist", score.Rule{Kind: score.MinMax, Direction: "up"}, []string{"/direction enum"}},
		{"bands with a direction that does not exist", score.Rule{Kind: score.Banded, Direction: "up", Bands: bands}, []string{"/direction enum"}},
		{"a target that nothing looks at", score.Rule{Kind: score.MinMax, Direction: more, Target: one}, []string{"/target conflict"}},
		{"a target of bands of the value itself", score.Rule{Kind: score.Banded, Target: one, Bands: bands}, []string{"/target conflict"}},
		{"a reference that nothing looks at", score.Rule{Kind: score.MinMax, Direction: more, Reference: "a"}, []string{"/reference conflict"}},
		{"the distance to no target", score.Rule{Kind: score.DistanceToTarget, Direction: more}, []string{"/target required"}},
		{"the distance to a target and a reference", score.Rule{Kind: score.DistanceToTarget, Direction: more, Target: one, Reference: "a"}, []string{"/target required"}},
		{"a form of attainment where more is better", score.Rule{Kind: score.Attainment, Direction: more, Attainment: indicator.AttainmentDifference}, []string{"/attainment conflict"}},
		{"a form of attainment of another rule", score.Rule{Kind: score.Rank, Direction: less, Attainment: indicator.AttainmentDifference}, []string{"/attainment conflict"}},
		{"a form of attainment that does not exist", score.Rule{Kind: score.Attainment, Direction: less, Attainment: "guess"}, []string{"/attainment enum"}},
		{"a most of another rule", score.Rule{Kind: score.Rank, Direction: more, Most: one}, []string{"/most conflict"}},
		{"a most of 0", score.Rule{Kind: score.Attainment, Direction: more, Most: literal("0")}, []string{"/most range"}},
		{"ends of a rule that finds its own", score.Rule{Kind: score.MinMax, Direction: more, Low: one, High: two, Open: true}, []string{"/open conflict", "/low conflict", "/high conflict"}},
		{"goalposts without ends", score.Rule{Kind: score.Goalposts, Direction: more}, []string{"/low required", "/high required"}},
		{"efficacy without ends", score.Rule{Kind: score.Efficacy, Direction: more}, []string{"/low required", "/high required"}},
		{"goalposts that are crossed", score.Rule{Kind: score.Goalposts, Direction: less, Low: two, High: one}, []string{"/high order"}},
		{"goalposts in one place", score.Rule{Kind: score.Goalposts, Direction: less, Low: two, High: literal("2.0")}, []string{"/high order"}},
		{"bands of another rule", score.Rule{Kind: score.MinMax, Direction: more, Bands: bands}, []string{"/bands conflict"}},
		{"no bands", score.Rule{Kind: score.Banded}, []string{"/bands required"}},
		{"a band but the last without a bound", score.Rule{Kind: score.Banded, Bands: []score.Band{{Points: one}, {Points: one}}}, []string{"/bands/0/atLeast required"}},
		{"the last band has a bound", score.Rule{Kind: score.Banded, Bands: []score.Band{{AtLeast: two, Points: five}, {AtLeast: one, Points: one}}}, []string{"/bands/1/atLeast conflict"}},
		{"bands that rise", score.Rule{Kind: score.Banded, Bands: []score.Band{{AtLeast: one, Points: one}, {AtLeast: two, Points: one}, {Points: one}}}, []string{"/bands/1/atLeast order"}},
		{"a band without points", score.Rule{Kind: score.Banded, Bands: []score.Band{{}}}, []string{"/bands/0/points required"}},
		{"levels of another rule", score.Rule{Kind: score.Points, Levels: levels}, []string{"/levels conflict"}},
		{"no levels", score.Rule{Kind: score.Levels}, []string{"/levels required"}},
		{"a level without a name or points", score.Rule{Kind: score.Levels, Levels: []score.Level{{}}}, []string{"/levels/0/name required", "/levels/0/low required", "/levels/0/high required"}},
		{"two levels of one name", score.Rule{Kind: score.Levels, Levels: []score.Level{levels[0], levels[0]}}, []string{"/levels/1/name duplicate"}},
		{"a level whose points are crossed", score.Rule{Kind: score.Levels, Levels: []score.Level{{Name: "A", Low: two, High: one}}}, []string{"/levels/0/high order"}},
		{"a level that ends below its one number", score.Rule{Kind: score.Levels, Levels: []score.Level{{Name: "A", Low: two, High: literal("2.0"), Below: true}}}, []string{"/levels/0/high order"}},
		{"a level of one number is none", score.Rule{Kind: score.Levels, Levels: []score.Level{{Name: "A", Low: two, High: two}}}, nil},
		{"a scale of bands", score.Rule{Kind: score.Banded, Bands: bands, Scale: score.Scale{From: one, To: two}}, []string{"/scale conflict"}},
		{"a scale of levels", score.Rule{Kind: score.Levels, Levels: levels, Scale: score.Scale{From: one, To: two}}, []string{"/scale conflict"}},
		{"half a scale", score.Rule{Kind: score.Points, Scale: score.Scale{To: two}}, []string{"/scale required"}},
		{"a scale that is crossed", score.Rule{Kind: score.Rank, Direction: more, Scale: score.Scale{From: two, To: one}}, []string{"/scale/to order"}},
		{"ties of ranks without a rank left out", score.Rule{Kind: score.Rank, Direction: more, Ties: score.TiesDense}, []string{"/ties enum"}},
		{"ties of a rule that does not rank", score.Rule{Kind: score.MinMax, Direction: more, Ties: score.TiesLast}, []string{"/ties conflict"}},
		{"limits of outliers that are crossed", score.Rule{Kind: score.Points, Outliers: score.Outliers{Low: two, High: one}}, []string{"/outliers/high order"}},
		{"a share of outliers of half", score.Rule{Kind: score.Points, Outliers: score.Outliers{Share: literal("0.5")}}, []string{"/outliers/share range"}},
		{"a share of outliers below 0", score.Rule{Kind: score.Points, Outliers: score.Outliers{Share: literal("-0.1")}}, []string{"/outliers/share range"}},
		{"a count of outliers below 0", score.Rule{Kind: score.Points, Outliers: score.Outliers{Count: -1}}, []string{"/outliers/count range"}},
		{"a way of imputing that does not exist", score.Rule{Kind: score.Points, Impute: score.Impute{By: "luck"}}, []string{"/impute/by enum"}},
		{"imputing a value that is not stated", score.Rule{Kind: score.Points, Impute: score.Impute{By: score.ByValue}}, []string{"/impute/value conflict"}},
		{"imputing what people judge", score.Rule{Kind: score.Levels, Levels: levels, Impute: score.Impute{By: score.ByMean}}, []string{"/impute conflict"}},
		{"imputing the worst of bands that do not say what is worse", score.Rule{Kind: score.Banded, Bands: bands, Impute: score.Impute{By: score.ByWorst}}, []string{"/impute/by conflict"}},
		{"imputing the worst of bands of attainment is none", score.Rule{Kind: score.Banded, Direction: more, Bands: bands, Impute: score.Impute{By: score.ByWorst}}, nil},
		{"imputing points above the scale", score.Rule{Kind: score.Points, Scale: scaleOf(1, 5), Impute: score.Impute{By: score.ByValue, Value: literal("5.1")}}, []string{"/impute/value range"}},
		{"imputing points below the scale", score.Rule{Kind: score.Points, Scale: scaleOf(1, 5), Impute: score.Impute{By: score.ByValue, Value: literal("0.9")}}, []string{"/impute/value range"}},
		{"imputing the best of the scale is none", score.Rule{Kind: score.Points, Scale: scaleOf(1, 5), Impute: score.Impute{By: score.ByValue, Value: five}}, nil},
		{"imputing beyond the scale what is scored by goalposts is none", score.Rule{Kind: score.Goalposts, Direction: more, Low: one, High: two, Scale: scaleOf(1, 5), Impute: score.Impute{By: score.ByValue, Value: literal("9")}}, nil},
		{"a value where the mean is imputed", score.Rule{Kind: score.Points, Impute: score.Impute{By: score.ByMean, Value: one}}, []string{"/impute/value conflict"}},
	})
}

func TestFaultsOfGivenWeights(t *testing.T) {
	runSheets(t, []sheetCase{
		{"a weight below 0", func(s *score.Sheet) { leafOf(s, 0).Weight = literal("-40") }, []string{"/root/children/0/children/0/weight range"}},
		{"a child without a weight", func(s *score.Sheet) { leafOf(s, 0).Weight = indicator.Value{} }, []string{"/root/children/0/children/0/weight required"}},
		{"weights that add up neither to 1, 100 nor the node's own", func(s *score.Sheet) { leafOf(s, 0).Weight = literal("39.5") }, []string{"/root/children/0/children conflict"}},
		{"the root's children add up to neither 1 nor 100", func(s *score.Sheet) { s.Root.Children[1].Weight = literal("19") }, []string{"/root/children conflict"}},
		{"weights that are all 0", func(s *score.Sheet) { leafOf(s, 0).Weight, leafOf(s, 1).Weight = literal("0"), literal("0.0") }, []string{"/root/children/0/children range"}},
		{"all 0 though they may add up to anything", func(s *score.Sheet) {
			leafOf(s, 0).Weight, leafOf(s, 1).Weight, weighting(s).Relative = literal("0"), literal("0"), true
		}, []string{"/root/children/0/children range"}},
		{"a method that does not exist", func(s *score.Sheet) { noWeights(s); weighting(s).Method = "magic" }, []string{"/root/children/0/weighting/method enum"}},
		{"places of given weights", func(s *score.Sheet) { weighting(s).Places = 2 }, []string{"/root/children/0/weighting/places conflict"}},
		{"more than 12 places", func(s *score.Sheet) { noWeights(s); weighting(s).Method, weighting(s).Places = score.Entropy, 13 }, []string{"/root/children/0/weighting/places range"}},
		{"places below 0", func(s *score.Sheet) { noWeights(s); weighting(s).Method, weighting(s).Places = score.Entropy, -1 }, []string{"/root/children/0/weighting/places range"}},
		{"equal weights that may add up to anything", func(s *score.Sheet) {
			noWeights(s)
			weighting(s).Method, weighting(s).Relative = score.EqualWeights, true
		}, []string{"/root/children/0/weighting/relative conflict"}},
		{"weights of children that are weighted equally", func(s *score.Sheet) { weighting(s).Method = score.EqualWeights }, []string{"/root/children/0/children/0/weight conflict", "/root/children/0/children/1/weight conflict"}},
		{"judgements where weights are given", func(s *score.Sheet) { weighting(s).Judgements = []score.Judgement{{}} }, []string{"/root/children/0/weighting/judgements conflict"}},
		{"a priority of judgements where weights are given", func(s *score.Sheet) { weighting(s).Priority = score.ColumnMean }, []string{"/root/children/0/weighting/judgements conflict"}},
		{"judgements are accepted where weights are given", func(s *score.Sheet) { weighting(s).AcceptInconsistent = true }, []string{"/root/children/0/weighting/judgements conflict"}},
	})
	for _, weights := range [][2]string{{"0.75", "0.25"}, {"75", "25"}, {"45", "15"}} {
		sheet := goodSheet() // 1, 100, or the node's own 60
		leafOf(&sheet, 0).Weight, leafOf(&sheet, 1).Weight = literal(weights[0]), literal(weights[1])
		assert.Empty(t, sheet.Validate())
	}
}

func TestFaultsOfJudgements(t *testing.T) {
	const at = "/root/weighting/"
	full := []string{"a", "b", "3", "a", "c", "5", "b", "c", "2"}
	changed := func(i int, s string) []string {
		list := append([]string(nil), full...)
		list[i] = s
		return list
	}
	for _, c := range []struct {
		name   string
		sheet  score.Sheet
		change func(*score.Weighting)
		want   []string
	}{
		{"a priority that does not exist", judgedSheet(3, full...), func(w *score.Weighting) { w.Priority = "luck" }, []string{at + "priority enum"}},
		{"a table that does not exist", judgedSheet(3, full...), func(w *score.Weighting) { w.RandomIndex = "mine" }, []string{at + "randomIndex enum"}},
		{"more children than the tables know", judgedSheet(16), nil, []string{at + "judgements range"}},
		{"a pair is missing", judgedSheet(3, full[:6]...), nil, []string{at + "judgements required"}},
		{"every pair is missing", judgedSheet(3), nil, []string{at + "judgements required", at + "judgements required", at + "judgements required"}},
		{"a pair is judged twice", judgedSheet(3, append(full, "b", "a", "3")...), nil, []string{at + "judgements/3 duplicate"}},
		{"a child is judged over itself", judgedSheet(3, append(full, "b", "b", "1")...), nil, []string{at + "judgements/3 duplicate"}},
		{"the greater is no child", judgedSheet(3, changed(0, "z")...), nil, []string{at + "judgements/0/more reference", at + "judgements required"}},
		{"the lesser is no child", judgedSheet(3, changed(1, "z")...), nil, []string{at + "judgements/0/less reference", at + "judgements required"}},
		{"no number of times", judgedSheet(3, changed(2, "")...), nil, []string{at + "judgements/0/times required"}},
		{"less than once", judgedSheet(3, changed(2, "0.5")...), nil, []string{at + "judgements/0/times range"}},
		{"more than nine times", judgedSheet(3, changed(2, "9.1")...), nil, []string{at + "judgements/0/times range"}},
		// a over b 9, b over c 9 and c over a 9 are all equally far.
		{"a circle", judgedSheet(3, "a", "b", "9", "b", "c", "9", "c", "a", "9"), nil, []string{at + "judgements/0 conflict"}},
		{"a child with a weight", func() score.Sheet {
			sheet := judgedSheet(3, full...)
			sheet.Root.Children[2].Weight = literal("0.5")
			return sheet
		}(), nil, []string{"/root/children/2/weight conflict"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.change != nil {
				c.change(&c.sheet.Root.Weighting)
			}
			assert.Equal(t, c.want, told(c.sheet.Validate()))
		})
	}
	assert.Empty(t, judgedSheet(3, full...).Validate())
	assert.Len(t, judgedSheet(15).Validate(), 105, "of fifteen children each of the 105 pairs is missing")
}
