package score_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/seeds"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readySheets are all that the package has, over leaves with English names, which are the caller's.
func readySheets() []score.Sheet {
	indicators := []indicator.Indicator{{Code: "one", Name: "One"}, {Code: "two", Name: "Two"}}
	leaves := score.AttainmentLeaves(indicators)
	return []score.Sheet{
		score.BudgetPerformance(), score.CappedMean(indicators), score.ThreeDimensions(nil, leaves[:1], leaves[1:]), score.ThreeDimensions(nil, nil, nil),
	}
}

func TestReadySheetsAreInOrder(t *testing.T) {
	for _, sheet := range append(readySheets(), seeds.ZiboSheets()...) {
		assert.Empty(t, sheet.Validate(), sheet.Code)
	}
}

// chinese reports whether a text has to be translated.
func chinese(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}

// textsOf lists every text of a sheet that a reader sees, but the number of a document.
func textsOf(sheet score.Sheet) (texts []string) {
	texts = append(texts, sheet.Title, sheet.Note)
	if strings.HasPrefix(sheet.Source, "参照") {
		texts = append(texts, sheet.Source) // more than the name and number of a document
	}
	for _, g := range sheet.Grades {
		texts = append(texts, g.Name)
	}
	for _, v := range sheet.Vetoes {
		texts = append(texts, v.Name)
	}
	var visit func(n score.Node)
	visit = func(n score.Node) {
		texts = append(texts, n.Name, n.Note)
		if n.Rule != nil {
			for _, l := range n.Rule.Levels {
				texts = append(texts, l.Name)
			}
		}
		for _, c := range n.Children {
			visit(c)
		}
	}
	visit(sheet.Root)
	for _, b := range sheet.Bonuses {
		visit(b)
	}
	return texts
}

func TestEveryTextOfAReadySheetHasAnEnglishTranslation(t *testing.T) {
	for _, sheet := range append(readySheets(), seeds.ZiboSheets()...) {
		english, texts := sheet.Translations["en"], map[string]bool{}
		for _, text := range textsOf(sheet) {
			texts[text] = true
			if chinese(text) {
				assert.NotEmpty(t, english[text], "%s: %s", sheet.Code, text)
				assert.False(t, chinese(english[text]), "%s: %s", sheet.Code, text)
			}
		}
	}
}

func TestAReadySheetComesBackFromJSON(t *testing.T) {
	for _, sheet := range append(readySheets(), seeds.ZiboSheets()...) {
		text, err := json.Marshal(sheet)
		require.NoError(t, err)
		assert.Equal(t, sheet, readSheet(t, string(text)), sheet.Code)
	}
}

func TestReadySheetsAreTheCallersOwn(t *testing.T) {
	first := score.BudgetPerformance()
	first.Root.Children[0].Name, first.Grades[0].Name, first.Translations["en"]["优"] = "x", "x", "x"
	second := score.BudgetPerformance()
	assert.Equal(t, []string{"决策", "优", "excellent"}, []string{second.Root.Children[0].Name, second.Grades[0].Name, second.Translations["en"]["优"]})
}

// Of two projects. By hand, of the first: decision (90 + 85 + 80) ÷ 3 = 85; process (95 + 80) ÷ 2 = 87.5; output 100 (120 of 100,
// capped), 95, 100 and by difference 2 − 110 ÷ 100 = 90, on average 96.25; effect 80 and 95, 87.5. The total is
// 0.2 × 85 + 0.2 × 87.5 + 0.3 × 96.25 + 0.3 × 87.5 = 89.625. Of the second: decision 60 (70, 60 and 50), process 55, output 50, 100, 75
// and 0, as 2 − 250 ÷ 100 is below 0, on average 56.25; effect 60: 12 + 11 + 16.875 + 18 = 57.875.
func TestBudgetPerformanceByHand(t *testing.T) {
	const good, fair, poor = "好", "一般", "较差"
	judged := func(leaf, points string, levels ...string) score.Column {
		return score.Column{Leaf: leaf, Values: row(points), Levels: levels}
	}
	measured := func(leaf, values, targets string) score.Column {
		return score.Column{Leaf: leaf, Values: row(values), Targets: row(targets)}
	}
	data := score.Data{
		Units: unitsOf(t, "road school"),
		Columns: []score.Column{
			judged("initiation", "90 70", good, fair), judged("objectives", "85 60", good, fair), judged("funding", "80 50", good, poor),
			judged("funds", "95 60"), judged("organisation", "80 50"), // without the names of levels
			measured("output-quantity", "120 50", "100 100"), measured("output-quality", "95 100", "100 100"),
			measured("output-timeliness", "12 9", "12 12"), measured("output-cost", "110 250", "100 100"),
			measured("benefit", "40 30", "50 50"), measured("satisfaction", "90.25 57", "95 95"),
		},
	}
	r := evaluateExact(t, score.BudgetPerformance(), data)
	for code, want := range map[string][2]string{
		"decision": {"85", "60"}, "process": {"175/2", "55"}, "output-quantity": {"100", "50"}, "output-cost": {"90", "0"},
		"output": {"385/4", "225/4"}, "effect": {"175/2", "60"}, "performance": {"717/8", "463/8"},
	} {
		assert.Equal(t, want, [2]string{worded(r.Score(0, code)), worded(r.Score(1, code))}, code)
	}
	assert.Equal(t, "良", r.Totals[0].Grade.Name)
	assert.Equal(t, "3/8", worded(r.Totals[0].Grade.Below), "it lacks 0.375 points to 优")
	assert.Equal(t, "差", r.Totals[1].Grade.Name)
	assert.Equal(t, "17/8", worded(r.Totals[1].Grade.Below))

	data.Columns[0].Values[0] = literal("79.9")
	_, err := score.Evaluate(score.BudgetPerformance(), data, score.Options{})
	assert.Equal(t, "/data/columns/0/values/0 range", simulationFaults(err), "points outside the level that was given are a fault")
	data.Columns[0].Values[0], data.Columns[0].Levels[0] = literal("80"), fair
	_, err = score.Evaluate(score.BudgetPerformance(), data, score.Options{})
	assert.Equal(t, "/data/columns/0/values/0 range", simulationFaults(err), "80 points are good, and fair ends below them")
}

// Two of three dimensions are enough, (60 + 90) ÷ 2 = 75; one is not.
func TestADimensionThatNobodyJudged(t *testing.T) {
	leaf := func(code string) []score.Node { return []score.Node{leafNode(code, score.Rule{Kind: score.Points})} }
	sheet := score.ThreeDimensions(nil, leaf("o"), leaf("p"))
	r := evaluateExact(t, sheet, columnsData("o", "60 60 60", "p", "90 - 90", "three-dimensions/rationality", "- - 75"))
	assert.Equal(t, "no-score", worded(r.Score(0, "three-dimensions/rationality")))
	assert.Equal(t, []string{"75", "too-few-scores", "75"}, []string{worded(r.Totals[0].Score), worded(r.Totals[1].Score), worded(r.Totals[2].Score)})
	assert.Equal(t, "中", r.Totals[0].Grade.Name)
	none := evaluateExact(t, score.ThreeDimensions(nil, nil, nil), columnsData(
		"three-dimensions/rationality", "90", "three-dimensions/operability", "-", "three-dimensions/performance", "-"))
	assert.Equal(t, "too-few-scores", worded(none.Totals[0].Score))
}

// Of the self-assessment of budget performance: 100 to 80, below 80 to 60, below 60 to 0 of 100 points.
func TestTheLevelsOfQualitativeIndicators(t *testing.T) {
	assert.Equal(t, []score.Level{
		{Name: "达成年度指标", Low: literal("80"), High: literal("100")},
		{Name: "部分达成年度指标并具有一定效果", Low: literal("60"), High: literal("80"), Below: true},
		{Name: "未达成年度指标且效果较差", Low: literal("0"), High: literal("60"), Below: true},
	}, score.QualitativeLevels())
	criteria := []score.Level{
		{Name: "好", Low: literal("80"), High: literal("100")},
		{Name: "一般", Low: literal("60"), High: literal("80"), Below: true},
		{Name: "较差", Low: literal("0"), High: literal("60"), Below: true},
	}
	assert.Equal(t, criteria, score.BudgetPerformance().Root.Children[0].Children[0].Rule.Levels)
	assert.Equal(t, criteria, score.ThreeDimensions(nil, nil, nil).Root.Children[1].Rule.Levels)
}

func TestBudgetPerformanceSaysWhatIsItsOwn(t *testing.T) {
	sheet := score.BudgetPerformance()
	assert.Equal(t, "参照《项目支出绩效评价管理办法》（财预〔2020〕10号）", sheet.Source)
	assert.Equal(t, "评价维度和准则参照该办法；权重、计分方法和定性级别为本库的约定，使用时应当按项目确定。", sheet.Note)
	for _, text := range []string{sheet.Source, sheet.Note} {
		assert.NotEmpty(t, sheet.Translations["en"][text])
	}
}

func TestCodesOfReadySheetsAreTheirOwn(t *testing.T) {
	three := score.ThreeDimensions(nil, nil, nil).Root
	assert.Equal(t, []string{
		"capped-mean/total", "three-dimensions/total", "three-dimensions/rationality", "three-dimensions/operability", "three-dimensions/performance",
	}, []string{score.CappedMean(nil).Root.Code, three.Code, three.Children[0].Code, three.Children[1].Code, three.Children[2].Code})
	sheet := score.CappedMean([]indicator.Indicator{{Code: "total", Name: "T"}, {Code: "attainment", Name: "A"}})
	assert.Empty(t, sheet.Validate(), "an indicator may have any code of its own")
}

func TestAMeanOfNoIndicatorsHasOneFault(t *testing.T) {
	assert.EqualError(t, score.CappedMean(nil).Validate(), "/root: required: want a rule or children")
}
