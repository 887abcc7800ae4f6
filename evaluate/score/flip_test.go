package score_test

import (
	"fmt"
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// flipped writes flips: code, weight, weight at which the result changes, change, both shares, the grade, and > for beyond.
func flipped(list []score.Flip) (lines []string) {
	for _, f := range list {
		line := fmt.Sprintf("%s %s", f.Code, worded(f.Weight))
		if f.At.Missing() != indicator.Present {
			lines = append(lines, line+" "+worded(f.At))
			continue
		}
		line += fmt.Sprintf(" at %s (%s), share %s at %s", worded(f.At), worded(f.Change), worded(f.Share), worded(f.ShareAt))
		if f.Beyond {
			line += " >"
		}
		if f.Grade != "" {
			line += " " + f.Grade
		}
		lines = append(lines, line)
	}
	return lines
}

func gradesInTens(sheet score.Sheet) score.Sheet {
	sheet.Grades = []score.Grade{
		{Name: "A", AtLeast: literal("90")}, {Name: "B", AtLeast: literal("80")}, {Name: "C", AtLeast: literal("60")}, {Name: "D"},
	}
	return sheet
}

func TestTheWeightAtWhichAGradeChanges(t *testing.T) {
	boundsOf := func(top, middle string) score.Sheet {
		sheet := rooted(pointed("x", "0"), pointed("y", "100"))
		sheet.Grades = []score.Grade{{Name: "top", AtLeast: literal(top)}, {Name: "middle", AtLeast: literal(middle)}, {Name: "low"}}
		return sheet
	}
	two := func(x, y string) score.Sheet { return gradesInTens(rooted(pointed("x", x), pointed("y", y))) }
	for _, c := range []struct {
		name  string
		sheet score.Sheet
		x, y  string
		want  []string
	}{
		// 86. (3800 + 80 w) ÷ (40 + w) = 90 at w = 20; it is 80 at none. (4800 + 95 w) ÷ (60 + w) = 90 at w = 120; it is 80 at
		// w = 0, and no weight lies beyond.
		{"the better grade is reached at the weight itself", two("60", "40"), "80", "95", []string{
			"x 60 at 20 (-40), share 3/5 at 1/3 A", "y 40 at 120 (80), share 2/5 at 2/3 A",
		}},
		// 81. (3400 + 95 w) ÷ (50 + w), of x with the weight 50, is 80 at w = 40 and 90 at w = 220: the nearer counts.
		{"the grade is lost beyond the weight", two("50", "50"), "95", "68", []string{
			"x 50 at 40 (-10), share 1/2 at 4/9 > C", "y 50 at 125/2 (25/2), share 1/2 at 5/9 > C",
		}},
		// 70. (4000 + 60 w) ÷ (50 + w) is 60 at none; (3000 + 80 w) ÷ (50 + w) is 80 at none.
		{"where no weight leads out of the grade there is none", two("50", "50"), "60", "80", []string{
			"x 50 at 0 (-50), share 1/2 at 0 B", "y 50 no-such-weight",
		}},
		// 40 + 30: both leave the lowest grade.
		{"from the lowest grade it goes up alone", two("50", "50"), "30", "70", []string{
			"x 50 at 50/3 (-100/3), share 1/2 at 1/4 C", "y 50 at 150 (100), share 1/2 at 3/4 C",
		}},
		{"a weight of 0 may rise", two("0", "100"), "95", "75", []string{
			"x 0 at 100/3 (100/3), share 0 at 1/4 B", "y 100 no-such-weight",
		}},
		// (9000 + 100 w) ÷ (100 + w) is 95 at w = 100; 90 at w = 0, and below that nowhere. y alone decides whatever its weight.
		{"from a weight of 0 at a bound the total rises to the next", boundsOf("95", "90"), "100", "90", []string{
			"x 0 at 100 (100), share 0 at 1/2 top", "y 100 no-such-weight",
		}},
		// (9000 + 80 w) ÷ (100 + w) falls below 90 at once.
		{"from a weight of 0 at a bound the total falls at once", boundsOf("95", "90"), "80", "90", []string{
			"x 0 at 0 (0), share 0 at 0 > low", "y 100 no-such-weight",
		}},
		{"equal scores depend on no weight", two("50", "50"), "85", "85", []string{"x 50 no-such-weight", "y 50 no-such-weight"}},
		// 80 is the bound itself: the least change of the right direction loses the grade.
		{"a total at its bound changes beyond the weight that it has", two("50", "50"), "90", "70", []string{
			"x 50 at 50 (0), share 1/2 at 1/2 > C", "y 50 at 50 (0), share 1/2 at 1/2 > C",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, flipped(evaluateExact(t, c.sheet, columnsData("x", c.x, "y", c.y)).GradeFlips(0)))
		})
	}
}

// 75.2. Of health: 46.2 + 0.4 × (2700 + 65 w) ÷ (30 + w) = 80 at w = 110/13; of schools 0.4 × (4550 + 90 w) ÷ (70 + w) = 33.8 at
// w = 2730/11.
func TestTheWeightOfADeeperNode(t *testing.T) {
	sheet, data := threeLevels()
	assert.Equal(t, []string{
		"economy 60 no-such-weight", "growth 50 no-such-weight", "jobs 50 no-such-weight", "society 40 no-such-weight",
		"schools 30 at 2730/11 (2400/11), share 3/10 at 39/50 B", "health 70 at 110/13 (-800/13), share 7/10 at 11/50 B",
	}, flipped(evaluateExact(t, gradesInTens(sheet), data).GradeFlips(0)))
}

// 86 of 60 × 80 and 40 × 95, in all.
func TestWhereNoWeightCanBeNamed(t *testing.T) {
	all := func(why string) []string { return []string{"x 60 " + why, "y 40 " + why} }
	for _, c := range []struct {
		name   string
		change func(*score.Sheet, *score.Data)
		want   []string
	}{
		{"a mean that is not arithmetic is not linear", func(s *score.Sheet, _ *score.Data) { s.Root.Aggregation.Method = score.Harmonic }, all("not-linear")},
		{"without grades there is none to change", func(s *score.Sheet, _ *score.Data) { s.Grades = nil }, all("not-defined")},
		{"while a veto holds the weights do not decide", func(s *score.Sheet, d *score.Data) {
			s.Vetoes = []score.Veto{{Code: "v", Name: "V", AtMost: literal("0"), Grade: "C"}}
			d.Columns = append(d.Columns, score.Column{Leaf: "v", Values: row("1")})
		}, all("not-defined")},
		{"a total that is cut off hides what the weights do", func(s *score.Sheet, _ *score.Data) { s.Most = literal("85") }, all("not-defined")},
		{"without a total its reason stands", func(_ *score.Sheet, d *score.Data) { d.Columns[1].Values = row("-") }, all("no-observation")},
		{"a child that has no score counts for nothing, and the others' weights change nothing", func(s *score.Sheet, d *score.Data) {
			s.Root.Missing.Drop = true
			d.Columns[1].Values = row("-")
		}, all("no-such-weight")},
		// The total of 92.5 is below the most, and 95 cannot be reached: 80 is the only bound.
		{"a grade above the most that a total can be is out of reach", func(s *score.Sheet, d *score.Data) {
			s.Most, s.Grades[0].AtLeast = literal("94"), literal("95")
			d.Columns[0].Values, d.Columns[1].Values = row("87.5"), row("100")
		}, all("no-such-weight")},
		{"an only child has no siblings", func(s *score.Sheet, d *score.Data) {
			s.Root.Children, d.Columns = s.Root.Children[:1], d.Columns[:1]
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet, data := gradesInTens(rooted(pointed("x", "60"), pointed("y", "40"))), columnsData("x", "80", "y", "95")
			c.change(&sheet, &data)
			assert.Equal(t, c.want, flipped(evaluateExact(t, sheet, data).GradeFlips(0)))
		})
	}
}

// The mean of 10 and 80 is 45, and would be 80 without x. But then one of two children has a score, and two thirds must.
func TestAWeightOf0TakesANodeOutOfTheShareThatMustHaveAScore(t *testing.T) {
	sheet := gradesInTens(rooted(pointed("x", "50"), pointed("y", "50"), pointed("z", "10")))
	sheet.Root.Missing = score.Missing{Drop: true, Share: literal("0.66")}
	data := columnsData("x", "10", "y", "80", "z", "-")
	sheet.Grades = []score.Grade{{Name: "B", AtLeast: literal("80")}, {Name: "D"}}
	assert.Equal(t, []string{"x 50 not-linear", "y 50 no-such-weight", "z 10 no-such-weight"}, flipped(evaluateExact(t, sheet, data).GradeFlips(0)))
	sheet.Root.Missing.Share = indicator.Value{}
	assert.Equal(t, "x 50 at 0 (-50), share 5/11 at 0 B", flipped(evaluateExact(t, sheet, data).GradeFlips(0))[0], "where none must, it is an answer")
}

// A node below a harmonic mean is not linear, one beside it is.
func TestLinearityIsOfTheWayToTheRoot(t *testing.T) {
	inner := branch("inner", "1", pointed("x", "1"), pointed("y", "1"))
	inner.Aggregation.Method = score.Harmonic
	sheet := gradesInTens(rooted(inner, pointed("z", "1")))
	// 6 and 84 give 45: 6 + (84 − 6) × w ÷ (1 + w) = 60 at w = 54 ÷ 24 for z, and w = 24 ÷ 54 for the other.
	assert.Equal(t, []string{"inner 1 at 4/9 (-5/9), share 1/2 at 4/13 C", "x 1 not-linear", "y 1 not-linear", "z 1 at 9/4 (5/4), share 1/2 at 9/13 C"},
		flipped(evaluateExact(t, sheet, columnsData("x", "4", "y", "12", "z", "84")).GradeFlips(0)))
}

// The totals 86 and 84 of a (80, 95) and b (90, 75). (40 × 95 + 80 w) = (40 × 75 + 90 w) at w = 80, and
// 60 × 80 + 95 w = 60 × 90 + 75 w at w = 30.
func TestTheWeightAtWhichAnOrderChanges(t *testing.T) {
	sheet := rooted(pointed("x", "60"), pointed("y", "40"))
	r := evaluateExact(t, sheet, columnsData("x", "80 90 85 -", "y", "95 75 100 90"))
	want := []string{"x 60 at 80 (20), share 3/5 at 2/3 >", "y 40 at 30 (-10), share 2/5 at 1/3 >"}
	assert.Equal(t, want, flipped(r.OrderFlips(0, 1)))
	assert.Equal(t, want, flipped(r.OrderFlips(1, 0)), "whichever is named first")
	assert.Equal(t, []string{"x 60 no-such-weight", "y 40 no-such-weight"}, flipped(r.OrderFlips(0, 2)), "of one that is better in everything")
	assert.Equal(t, []string{"x 60 no-observation", "y 40 no-observation"}, flipped(r.OrderFlips(0, 3)), "of one without a total")
	assert.Equal(t, []string{"x 60 no-observation", "y 40 no-observation"}, flipped(r.OrderFlips(3, 0)))
	for _, f := range [][]score.Flip{r.OrderFlips(0, 4), r.OrderFlips(-1, 0), r.GradeFlips(-1), r.GradeFlips(4)} {
		assert.Nil(t, f, "of a unit that does not exist")
	}
}

// 86 is cut off at 85, 84 is not.
func TestATotalThatIsCutOffHasNoOrderFlip(t *testing.T) {
	sheet := rooted(pointed("x", "60"), pointed("y", "40"))
	sheet.Most = literal("85")
	r := evaluateExact(t, sheet, columnsData("x", "80 90", "y", "95 75"))
	want := []string{"x 60 not-defined", "y 40 not-defined"}
	assert.Equal(t, want, flipped(r.OrderFlips(0, 1)))
	assert.Equal(t, want, flipped(r.OrderFlips(1, 0)))
}

// b has no y. Of the weight of x, a's total is a function and b's is not; of that of z, they have not the same sum.
func TestUnitsThatLackDifferentScoresAreNotCompared(t *testing.T) {
	sheet := rooted(pointed("x", "1"), pointed("y", "1"), pointed("z", "1"))
	sheet.Root.Missing.Drop = true
	r := evaluateExact(t, sheet, columnsData("x", "80 70", "y", "60 -", "z", "50 90"))
	want := []string{"x 1 not-linear", "y 1 not-linear", "z 1 not-linear"}
	assert.Equal(t, want, flipped(r.OrderFlips(0, 1)))
	assert.Equal(t, want, flipped(r.OrderFlips(1, 0)), "whichever is named first")
	both := evaluateExact(t, sheet, columnsData("x", "80 70", "y", "- -", "z", "50 90"))
	assert.Equal(t, "y 1 no-such-weight", flipped(both.OrderFlips(0, 1))[1], "what both lack counts for nothing")
}

// In float64 the weights are the same within their error: 20 and 120.
func TestAFlipInFloat(t *testing.T) {
	sheet := gradesInTens(rooted(pointed("x", "60"), pointed("y", "40")))
	r, err := score.Evaluate(sheet, columnsData("x", "80", "y", "95"), score.Options{Float: true})
	require.NoError(t, err)
	flips := r.GradeFlips(0)
	assert.Equal(t, "~20.0000000000", worded(flips[0].At))
	assert.Equal(t, "~120.0000000000", worded(flips[1].At))
	assert.Equal(t, 0, flips[1].At.Cmp(indicator.IntRatio(120, 1)))
}

// The total is (4000 + 90 w) ÷ (50 + w): the greater the weight, the nearer it comes to 90, which it never reaches. In float64
// whether it comes to 90 or to a little more is not known. So it is with another unit that has 90 as well and 70 beside it.
func TestAFlipThatCannotBeTold(t *testing.T) {
	sheet := gradesInTens(rooted(pointed("x", "50"), pointed("y", "50")))
	data := columnsData("x", "90 90", "y", "80 70")
	exact := evaluateExact(t, sheet, data)
	float, err := score.Evaluate(sheet, data, score.Options{Float: true})
	require.NoError(t, err)
	assert.Equal(t, "x 50 no-such-weight", flipped(exact.GradeFlips(0))[0])
	assert.Equal(t, "x 50 within-error", flipped(float.GradeFlips(0))[0])
	assert.Equal(t, []string{"x 50 no-such-weight", "y 50 no-such-weight"}, flipped(exact.OrderFlips(0, 1)))
	assert.Equal(t, []string{"x 50 within-error", "y 50 no-such-weight"}, flipped(float.OrderFlips(0, 1)))
}

// (5000 + 60 w) ÷ (50 + w) is 90 at w = 50/3; whether it ever falls below 60 is not known.
func TestAFlipThatCanBeToldComesBeforeOneThatCannot(t *testing.T) {
	sheet := rooted(pointed("x", "50"), pointed("y", "50"))
	sheet.Grades = []score.Grade{{Name: "A", AtLeast: literal("90")}, {Name: "B", AtLeast: literal("60")}, {Name: "C"}}
	r, err := score.Evaluate(sheet, columnsData("x", "60", "y", "100"), score.Options{Float: true})
	require.NoError(t, err)
	assert.Equal(t, "x 50 at ~16.6666666667 (~-33.3333333333), share 1/2 at ~0.2500000000 A", flipped(r.GradeFlips(0))[0])
}

// 95 and 75 at 60 : 40 make 87; 90 is reached where the second has a quarter of the weights, 80 where it has three. Its weight
// 40 would have to become 20 for the one and 180 for the other.
func TestOfTwoFlipsTheNearerShareCounts(t *testing.T) {
	sheet := parent(pointed("x", "60"), pointed("y", "40"))
	sheet.Grades = score.BudgetGrades()
	r := evaluateExact(t, sheet, columnsData("x", "95", "y", "75"))
	flip := r.GradeFlips(0)[1]
	assert.Equal(t, "y 20 1/4 优 false", fmt.Sprint(flip.Code, " ", flip.At, " ", flip.ShareAt, " ", flip.Grade, " ", flip.Beyond))
	r = evaluateExact(t, sheet, columnsData("x", "95", "y", "70")) // 85: to 90 the share falls by 20 of a hundred, to 80 it grows by 20
	flip = r.GradeFlips(0)[1]
	assert.Equal(t, "1/5", fmt.Sprint(flip.ShareAt), "of two that are as near the one with the better grade")
}
