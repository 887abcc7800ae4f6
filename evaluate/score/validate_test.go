package score_test

import (
	"errors"
	"strconv"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// goodSheet has a node n of two leaves, a by goalposts and b by min-max, and leaves k of bands and l of levels; a bonus, a
// veto and grades.
func goodSheet() score.Sheet {
	leaf := func(code, weight string, rule score.Rule) score.Node {
		n := leafNode(code, rule)
		n.Weight = literal(weight)
		return n
	}
	return score.Sheet{
		Code: "s", Title: "S", Most: literal("110"),
		Root: score.Node{Code: "r", Name: "R", Children: []score.Node{
			{Code: "n", Name: "N", Weight: literal("60"), Children: []score.Node{
				leaf("a", "40", score.Rule{Kind: score.Goalposts, Direction: less, Low: literal("0"), High: literal("10")}),
				leaf("b", "20", score.Rule{Kind: score.MinMax, Direction: more}),
			}},
			leaf("k", "20", score.Rule{Kind: score.Banded, Direction: less, Target: literal("5"), Bands: []score.Band{{AtLeast: literal("1"), Points: literal("10")}, {Points: literal("0")}}}),
			leaf("l", "20", score.Rule{Kind: score.Levels, Levels: []score.Level{{Name: "met", Low: literal("80"), High: literal("100")}, {Name: "not", Low: literal("0"), High: literal("60")}}}),
		}},
		Bonuses: []score.Node{leafNode("p", score.Rule{Kind: score.Points, Scale: score.Scale{From: literal("0"), To: literal("5")}})},
		Vetoes:  []score.Veto{{Code: "v", Name: "V", AtLeast: literal("60"), Grade: "fair"}},
		Grades:  []score.Grade{{Name: "good", AtLeast: literal("80")}, {Name: "fair", AtLeast: literal("60")}, {Name: "poor"}},
	}
}

func goodData() score.Data {
	data := columnsData("a", "1 2", "b", "3 4", "k", "5 6", "l", "85 -", "p", "0 5", "v", "60 50")
	data.Columns[3].Levels = []string{"met", ""}
	return data
}

// told writes each fault as its path and its rule.
func told(faults indicator.Faults) []string {
	var list []string
	for _, f := range faults {
		list = append(list, f.Path+" "+string(f.Rule))
	}
	return list
}

func TestAGoodSheetWithGoodDataHasNoFault(t *testing.T) {
	sheet, data := goodSheet(), goodData()
	assert.Empty(t, sheet.Validate())
	assert.Empty(t, data.Validate(sheet))
	_, err := score.Evaluate(sheet, data, score.Options{})
	assert.NoError(t, err)
}

type sheetCase struct {
	name   string
	change func(*score.Sheet)
	want   []string
}

func runSheets(t *testing.T, cases []sheetCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sheet := goodSheet()
			c.change(&sheet)
			assert.Equal(t, c.want, told(sheet.Validate()))
		})
	}
}

func inner(s *score.Sheet) *score.Node              { return &s.Root.Children[0] }
func ruleOf(s *score.Sheet, child int) *score.Rule  { return s.Root.Children[child].Rule }
func leafOf(s *score.Sheet, child int) *score.Node  { return &s.Root.Children[0].Children[child] }
func weighting(s *score.Sheet) *score.Weighting     { return &s.Root.Children[0].Weighting }
func aggregation(s *score.Sheet) *score.Aggregation { return &s.Root.Children[0].Aggregation }

// noWeights takes the weights from the children of the node n.
func noWeights(s *score.Sheet) {
	for i := range inner(s).Children {
		inner(s).Children[i].Weight = indicator.Value{}
	}
}

func TestFaultsOfASheetAndItsNodes(t *testing.T) {
	figure := score.From{Path: "/indicators/0", Formula: indicator.FormulaAttainment}
	runSheets(t, []sheetCase{
		{"the sheet has no code or title", func(s *score.Sheet) { s.Code, s.Title = "", "" }, []string{"/code required", "/title required"}},
		{"a node has no code or name", func(s *score.Sheet) { inner(s).Code, inner(s).Name = "", "" }, []string{"/root/children/0/code required", "/root/children/0/name required"}},
		{"a bonus has no code or name", func(s *score.Sheet) { s.Bonuses[0].Code, s.Bonuses[0].Name = "", "" }, []string{"/bonuses/0/code required", "/bonuses/0/name required"}},
		{"two nodes have one code", func(s *score.Sheet) { leafOf(s, 1).Code = "a" }, []string{"/root/children/0/children/1/code duplicate"}},
		{"a bonus has the code of a node", func(s *score.Sheet) { s.Bonuses[0].Code = "r" }, []string{"/bonuses/0/code duplicate"}},
		{"a leaf stands below two parents", func(s *score.Sheet) { s.Root.Children[1] = *leafOf(s, 1) }, []string{"/root/children/1/code duplicate"}},
		{"a leaf has neither rule nor children", func(s *score.Sheet) { leafOf(s, 0).Rule = nil }, []string{"/root/children/0/children/0 required"}},
		{"a node with children has a rule", func(s *score.Sheet) { inner(s).Rule = leafOf(s, 0).Rule }, []string{"/root/children/0/rule conflict"}},
		{"a node with children has a figure", func(s *score.Sheet) { inner(s).From = figure }, []string{"/root/children/0/from conflict"}},
		{"a leaf is weighted", func(s *score.Sheet) { leafOf(s, 0).Weighting.Method = score.Entropy }, []string{"/root/children/0/children/0/weighting conflict"}},
		{"a leaf has a way of rounding weights", func(s *score.Sheet) { leafOf(s, 0).Weighting.Places = 3 }, []string{"/root/children/0/children/0/weighting conflict"}},
		{"a leaf accepts judgements", func(s *score.Sheet) { leafOf(s, 0).Weighting.AcceptInconsistent = true }, []string{"/root/children/0/children/0/weighting conflict"}},
		{"a leaf is aggregated", func(s *score.Sheet) { leafOf(s, 0).Aggregation.Method = score.Geometric }, []string{"/root/children/0/children/0/aggregation conflict"}},
		{"a leaf drops children", func(s *score.Sheet) { leafOf(s, 0).Missing.Drop = true }, []string{"/root/children/0/children/0/missing conflict"}},
		{"a figure has no formula", func(s *score.Sheet) { leafOf(s, 0).From.Path = "/indicators/0" }, []string{"/root/children/0/children/0/from required"}},
		{"a figure has no path", func(s *score.Sheet) { leafOf(s, 0).From.Formula = indicator.FormulaShare }, []string{"/root/children/0/children/0/from required"}},
		{"a figure has a formula that does not exist", func(s *score.Sheet) { leafOf(s, 0).From = score.From{Path: "/x", Formula: "fame"} }, []string{"/root/children/0/children/0/from/formula enum"}},
		{"a leaf that is judged stands on a figure", func(s *score.Sheet) { s.Root.Children[2].From = figure }, []string{"/root/children/2/from conflict"}},
		{"a node with neither rule nor children is told nothing else", func(s *score.Sheet) {
			leafOf(s, 0).Rule, leafOf(s, 0).Weighting.Method, leafOf(s, 0).Aggregation.Method, leafOf(s, 0).Missing.Drop = nil, score.EqualWeights, score.Topsis, true
		}, []string{"/root/children/0/children/0 required"}},
		{"a bonus has a weight", func(s *score.Sheet) { s.Bonuses[0].Weight = literal("1") }, []string{"/bonuses/0/weight conflict"}},
		{"a bonus has children", func(s *score.Sheet) { s.Bonuses[0].Children = []score.Node{pointed("q", "1")} }, []string{"/bonuses/0/children conflict"}},
		{"a bonus has no rule", func(s *score.Sheet) { s.Bonuses[0].Rule = nil }, []string{"/bonuses/0 required"}},
		{"the most is 0", func(s *score.Sheet) { s.Most = literal("0") }, []string{"/most range"}},
		{"the ties are of no kind", func(s *score.Sheet) { s.Ties = "lots" }, []string{"/ties enum"}},
		{"a way of aggregating that does not exist", func(s *score.Sheet) { aggregation(s).Method = "magic" }, []string{"/root/children/0/aggregation/method enum"}},
		{"a power of the arithmetic mean", func(s *score.Sheet) { aggregation(s).Power = literal("2") }, []string{"/root/children/0/aggregation/power conflict"}},
		{"a power mean without a power", func(s *score.Sheet) { aggregation(s).Method = score.PowerMean }, []string{"/root/children/0/aggregation/power required"}},
		{"a power of 0", func(s *score.Sheet) {
			*aggregation(s) = score.Aggregation{Method: score.PowerMean, Power: literal("0.0")}
		}, []string{"/root/children/0/aggregation/power range"}},
		{"a power above 10", func(s *score.Sheet) {
			*aggregation(s) = score.Aggregation{Method: score.PowerMean, Power: literal("10.1")}
		}, []string{"/root/children/0/aggregation/power range"}},
		{"a power below −10", func(s *score.Sheet) {
			*aggregation(s) = score.Aggregation{Method: score.PowerMean, Power: literal("-10.1")}
		}, []string{"/root/children/0/aggregation/power range"}},
		{"the least share of scores is above 1", func(s *score.Sheet) { inner(s).Missing = score.Missing{Drop: true, Share: literal("1.1")} }, []string{"/root/children/0/missing/share range"}},
		{"the least share of scores is below 0", func(s *score.Sheet) { inner(s).Missing = score.Missing{Drop: true, Share: literal("-0.1")} }, []string{"/root/children/0/missing/share range"}},
		{"a least share where none is dropped", func(s *score.Sheet) { inner(s).Missing.Share = literal("0.5") }, []string{"/root/children/0/missing/share conflict"}},
		{"distances over children that are dropped", func(s *score.Sheet) { inner(s).Missing.Drop, aggregation(s).Method = true, score.Topsis }, []string{"/root/children/0/missing/drop conflict"}},
	})
}

func TestFaultsOfGradesAndVetoes(t *testing.T) {
	runSheets(t, []sheetCase{
		{"a grade has no name", func(s *score.Sheet) { s.Grades[0].Name = "" }, []string{"/grades/0/name required"}},
		{"two grades have one name", func(s *score.Sheet) { s.Grades[2].Name = "good" }, []string{"/grades/2/name duplicate"}},
		{"a grade but the last has no bound", func(s *score.Sheet) { s.Grades[0].AtLeast = indicator.Value{} }, []string{"/grades/0/atLeast required"}},
		{"two grades have one bound", func(s *score.Sheet) { s.Grades[1].AtLeast = literal("80.0") }, []string{"/grades/1/atLeast order"}},
		{"the grades are in reverse order", func(s *score.Sheet) {
			s.Grades = []score.Grade{{Name: "fair", AtLeast: literal("60")}, {Name: "good", AtLeast: literal("80")}}
		}, []string{"/grades/1/atLeast order"}},
		{"a veto has no code, name or grade", func(s *score.Sheet) { s.Vetoes[0] = score.Veto{AtMost: literal("0")} },
			[]string{"/vetoes/0/code required", "/vetoes/0/name required", "/vetoes/0/grade required"}},
		{"a veto has no bound", func(s *score.Sheet) { s.Vetoes[0].AtLeast = indicator.Value{} }, []string{"/vetoes/0 required"}},
		{"the bounds of a veto are crossed", func(s *score.Sheet) { s.Vetoes[0].AtMost = literal("59") }, []string{"/vetoes/0/atMost order"}},
		{"a veto leaves a grade that the sheet does not have", func(s *score.Sheet) { s.Vetoes[0].Grade = "bad" }, []string{"/vetoes/0/grade reference"}},
		{"the figure of a veto has no path", func(s *score.Sheet) { s.Vetoes[0].From.Formula = indicator.FormulaShare }, []string{"/vetoes/0/from required"}},
		{"the figure of a veto has a formula that does not exist", func(s *score.Sheet) { s.Vetoes[0].From = score.From{Path: "/x", Formula: "fame"} }, []string{"/vetoes/0/from/formula enum"}},
		{"a veto may stand on a figure", func(s *score.Sheet) {
			s.Vetoes[0].From = score.From{Path: "/indicators/0", Formula: indicator.FormulaAttainment}
		}, nil},
		{"a veto in a sheet without grades", func(s *score.Sheet) { s.Grades = nil }, []string{"/vetoes/0/grade reference"}},
	})
}

// chain nests nodes one below the other, so many in all, the last of which is a leaf.
func chain(depth int) score.Node {
	n := leafNode(strconv.Itoa(depth), score.Rule{Kind: score.Points})
	n.Weight = literal("1")
	for i := depth - 1; i >= 1; i-- {
		n = score.Node{Code: strconv.Itoa(i), Name: "N", Weight: literal("1"), Children: []score.Node{n}}
	}
	return n
}

func TestATreeIsBounded(t *testing.T) {
	at := func(depth int) string {
		path := "/root"
		for range depth {
			path += "/children/0"
		}
		return path
	}
	assert.Empty(t, score.Sheet{Code: "s", Title: "S", Root: chain(score.MostDepth)}.Validate())
	assert.Equal(t, []string{at(score.MostDepth) + " depth"}, told(score.Sheet{Code: "s", Title: "S", Root: chain(score.MostDepth + 1)}.Validate()))

	wide := func(nodes int) score.Sheet {
		sheet := parent()
		sheet.Root.Weighting.Method = score.EqualWeights
		for i := range nodes - 1 {
			sheet.Root.Children = append(sheet.Root.Children, leafNode(strconv.Itoa(i), score.Rule{Kind: score.Points}))
		}
		return sheet
	}
	assert.Empty(t, wide(score.MostNodes).Validate())
	assert.Equal(t, []string{"/root/children/1999 range"}, told(wide(score.MostNodes+2).Validate()), "told once")

	sheet := wide(score.MostNodes - 2)
	for _, code := range []string{"b1", "b2", "b3", "b4"} {
		sheet.Bonuses = append(sheet.Bonuses, leafNode(code, score.Rule{Kind: score.Points}))
	}
	assert.Equal(t, []string{"/bonuses range"}, told(sheet.Validate()), "bonuses are nodes too")
	sheet.Bonuses = sheet.Bonuses[:2]
	assert.Empty(t, sheet.Validate())
}

// A list of children that holds itself is without end, but not its faults, and nothing follows it down.
func TestChildrenThatHoldThemselvesAreAFault(t *testing.T) {
	one := make([]score.Node, 1)
	one[0] = score.Node{Code: "x", Name: "X", Weight: literal("1"), Children: one}
	two := make([]score.Node, 2)
	for i := range two {
		two[i] = score.Node{Code: "x" + strconv.Itoa(i), Name: "X", Weight: literal("50"), Children: two}
	}
	for _, children := range [][]score.Node{one, two} {
		sheet := parent(children...)
		rules := map[indicator.FaultRule]bool{}
		_, err := score.Evaluate(sheet, rowData("1"), score.Options{})
		var faults indicator.Faults
		require.True(t, errors.As(err, &faults))
		for _, f := range faults {
			rules[f.Rule] = true
		}
		assert.True(t, rules[indicator.FaultDuplicate] && rules[indicator.FaultDepth], "%v", rules)
	}
}

// Everything that is wrong with a sheet and its data is told in one answer, in the order of the sheet, and twice alike.
func TestAllFaultsAreToldAtOnceInAStableOrder(t *testing.T) {
	sheet, data := goodSheet(), goodData()
	sheet.Title = ""
	sheet.Root.Children[2].Weight = literal("-20")
	ruleOf(&sheet, 1).Bands[1].Points = indicator.Value{}
	sheet.Vetoes[0].Grade = "bad"
	sheet.Ties = "lots"
	data.Units[1].Code = "a"
	data.Columns[1].Values = row("3")
	data.Columns[5].Leaf = "w"
	want := []string{
		"/sheet/title required",
		"/sheet/root/children/1/rule/bands/1/points required",
		"/sheet/root/children/2/weight range",
		"/sheet/vetoes/0/grade reference",
		"/sheet/ties enum",
		"/data/units/1/code duplicate",
		"/data/columns/1/values range",
		"/data/columns/5/leaf reference",
		"/data/columns required",
	}
	for range 2 {
		r, err := score.Evaluate(sheet, data, score.Options{})
		assert.Nil(t, r)
		var faults indicator.Faults
		require.True(t, errors.As(err, &faults))
		assert.Equal(t, want, told(faults))
	}
}
