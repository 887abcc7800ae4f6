package score_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// removals writes each removal: the code, the totals with their ranks, and the shift.
func removals(r *score.Result) (lines []string) {
	for _, removal := range r.Removals() {
		words := []string{removal.Code + ":"}
		for _, total := range removal.Totals {
			words = append(words, fmt.Sprintf("%s (%s)", worded(total.Score), worded(total.Rank.Rank)))
		}
		if removal.Why != indicator.Present {
			words = append(words, removal.Why.String())
		}
		lines = append(lines, strings.Join(append(words, "shift", worded(removal.Shift)), " "))
	}
	return lines
}

// With all three the totals are 66, 71 and 77, and the ranks 3, 2 and 1. Without y they are (50 × 80 + 20 × 40) ÷ 70 and so
// on, and two ranks move by 1.
func TestWithoutANodeTheOthersKeepTheirWeights(t *testing.T) {
	sheet := rooted(pointed("x", "50"), pointed("y", "30"), pointed("z", "20"))
	r := evaluateExact(t, sheet, columnsData("x", "80 70 60", "y", "60 80 90", "z", "40 60 100"))
	assert.Equal(t, []string{
		"x: 52 (3) 72 (2) 94 (1) shift 0",
		"y: 480/7 (2) 470/7 (3) 500/7 (1) shift 2/3",
		"z: 145/2 (2) 295/4 (1) 285/4 (3) shift 4/3",
	}, removals(r))
	assert.Len(t, r.Sheet.Root.Children, 3, "the sheet itself is as it was")
}

func TestOnlyTheNodesThatAreNamedAreLeftOut(t *testing.T) {
	sheet, data := threeLevels()
	sheet.Bonuses = []score.Node{leafNode("bonus", score.Rule{Kind: score.Points})}
	data.Columns = append(data.Columns, score.Column{Leaf: "bonus", Values: row("1")})
	r := evaluateExact(t, sheet, data)
	codes := func(list []score.Removal) (codes []string) {
		for _, removal := range list {
			codes = append(codes, removal.Code)
		}
		return codes
	}
	assert.Equal(t, []string{"growth", "society"}, codes(r.Removals("society", "growth", "society")), "in the order of the sheet, and once")
	assert.Equal(t, "363/5", worded(r.Removals("growth")[0].Totals[0].Score)) // 0.6 × 71 + 29 + 1
	assert.Empty(t, r.Removals("nobody", "r", "bonus"), "neither the root nor a bonus can be left out")
	assert.Equal(t, []string{"economy", "growth", "jobs", "society", "schools", "health"}, codes(r.Removals()))
}

// The fourth unit has no z: it has a total without it, is then the first, and did not move, as it had no rank before.
func TestAUnitThatHadNoRankDoesNotCountInTheShift(t *testing.T) {
	sheet := rooted(pointed("x", "50"), pointed("y", "30"), pointed("z", "20"))
	r := evaluateExact(t, sheet, columnsData("x", "80 70 60 100", "y", "60 80 90 100", "z", "40 60 100 -"))
	lines := removals(r)
	assert.Equal(t, "x: 52 (3) 72 (2) 94 (1) no-observation (no-observation) shift 0", lines[0])
	// The ranks of the others are 3, 2 and 4: the last moved by 3.
	assert.Equal(t, "z: 145/2 (3) 295/4 (2) 285/4 (4) 100 (1) shift 1", lines[2])
}

func TestWithoutANodeWhatIsBelowItIsGoneToo(t *testing.T) {
	sheet, data := threeLevels()
	assert.Equal(t, []string{
		"economy: 145/2 (1) shift 0",
		"growth: 358/5 (1) shift 0", // 0.6 × 71 + 29
		"jobs: 394/5 (1) shift 0",   // 0.6 × 83 + 29
		"society: 77 (1) shift 0",
		"schools: 361/5 (1) shift 0", // 46.2 + 0.4 × 65
		"health: 411/5 (1) shift 0",  // 46.2 + 0.4 × 90
	}, removals(evaluateExact(t, sheet, data)))
}

func TestANodeThatCannotBeLeftOut(t *testing.T) {
	only := rooted(branch("only", "1", pointed("leaf", "1")))
	assert.Equal(t, []string{"only: not-defined shift not-defined", "leaf: not-defined shift not-defined"},
		removals(evaluateExact(t, only, columnsData("leaf", "80"))), "an only child")
	weighty := rooted(pointed("x", "100"), pointed("y", "0"))
	assert.Equal(t, []string{"x: not-defined shift not-defined", "y: 80 (1) shift 0"},
		removals(evaluateExact(t, weighty, columnsData("x", "80", "y", "60"))), "the only child with a weight")
	assert.Empty(t, evaluateExact(t, leafSheet(score.Rule{Kind: score.Points}), rowData("80")).Removals(), "the root is not left out")
}

// a is 3 times as important as b and 5 times as important as c, and b twice as c: of two that are left one judgement is. The
// weights are ¾ and ¼; 0.833333 and 0.166667; 0.666667 and 0.333333.
func TestWithoutAJudgedChildItsJudgementsAreGone(t *testing.T) {
	sheet := parent(leafNode("a", score.Rule{Kind: score.Points}), leafNode("b", score.Rule{Kind: score.Points}), leafNode("c", score.Rule{Kind: score.Points}))
	sheet.Root.Weighting = score.Weighting{Method: score.AHP, Judgements: []score.Judgement{
		{More: "a", Less: "b", Times: literal("3")}, {More: "a", Less: "c", Times: literal("5")}, {More: "b", Less: "c", Times: literal("2")},
	}}
	r := evaluateExact(t, sheet, columnsData("a", "80", "b", "60", "c", "30"))
	assert.Equal(t, []string{
		"a: 5000001/100000 (1) shift 0",
		"b: 1433333/20000 (1) shift 0",
		"c: 75 (1) shift 0",
	}, removals(r))
	assert.Len(t, r.Sheet.Root.Weighting.Judgements, 3, "the sheet itself is as it was")
}

// Without safety, which is also a veto, the veto holds all the same: it stands on the column and not on the score.
func TestAVetoOutlivesTheLeafThatItStandsOn(t *testing.T) {
	sheet := rooted(pointed("work", "1"), pointed("safety", "1"))
	sheet.Grades = []score.Grade{{Name: "good", AtLeast: literal("80")}, {Name: "poor"}}
	sheet.Vetoes = []score.Veto{{Code: "safety", Name: "Safety", AtLeast: literal("60"), Grade: "poor"}}
	r := evaluateExact(t, sheet, columnsData("work", "95", "safety", "50"))
	without := r.Removals()[1]
	require.Equal(t, "safety", without.Code)
	assert.Equal(t, "95", worded(without.Totals[0].Score))
	assert.Equal(t, "poor", without.Totals[0].Grade.Name)
	assert.Equal(t, []string{"safety"}, without.Totals[0].Grade.Vetoes)
}
