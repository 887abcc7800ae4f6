package score_test

import (
	"testing"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// graded is a sheet of one leaf, of points, with the grades 优 from 90, 良 from 80, 中 from 60 and 差.
func graded() score.Sheet {
	sheet := leafSheet(score.Rule{Kind: score.Points})
	sheet.Grades = []score.Grade{
		{Name: "优", AtLeast: literal("90")}, {Name: "良", AtLeast: literal("80")}, {Name: "中", AtLeast: literal("60")}, {Name: "差"},
	}
	return sheet
}

func gradesOf(t *testing.T, sheet score.Sheet, data score.Data, float bool) []score.Graded {
	t.Helper()
	r, err := score.Evaluate(sheet, data, score.Options{Float: float})
	require.NoError(t, err)
	var list []score.Graded
	for _, total := range r.Totals {
		list = append(list, total.Grade)
	}
	return list
}

func TestAGradeIsEarnedAtItsBound(t *testing.T) {
	for _, c := range []struct{ name, total, grade, above, below string }{
		{"the best grade begins at its bound, and there is no better", "90", "优", "0", ""},
		{"just below the bound it is the next grade", "89.99999999999999999", "良", "999999999999999999/100000000000000000", "1/100000000000000000"},
		{"the margins are to the grade's bound and to that of the next better", "82.5", "良", "5/2", "15/2"},
		{"the last grade has no bound and one above it", "-3", "差", "", "63"},
		{"the last grade ends just below the bound of the one before", "59.5", "差", "", "1/2"},
		{"a whole bound belongs to the grade", "60", "中", "0", "20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := gradesOf(t, graded(), rowData(c.total), false)[0]
			assert.Equal(t, c.grade, g.Name)
			assert.Equal(t, indicator.Present, g.Why)
			assert.Empty(t, g.Or)
			for want, margin := range map[*string]indicator.Number{&c.above: g.Above, &c.below: g.Below} {
				if *want == "" {
					assert.Nil(t, margin)
				} else {
					assert.Equal(t, *want, worded(margin))
				}
			}
		})
	}
}

// The totals are in float64: 90 is off by 90 × 2^-52 = 2e-14 at most.
func TestAGradeWhoseBoundIsWithinTheErrorIsNotDecided(t *testing.T) {
	for _, c := range []struct {
		name, total, grade, or string
		why                    indicator.Reason
	}{
		{"at the bound neither grade is decided", "90", "良", "优", indicator.WithinError},
		{"nearer to the bound than the error neither is decided", "80.000000000000001", "中", "良", indicator.WithinError},
		{"at the lowest bound the grade without one is the other", "60", "差", "中", indicator.WithinError},
		{"above the bound by more than the error the grade is earned", "90.0000000001", "优", "", indicator.Present},
		{"below the bound by more than the error it is the next", "89.9999999999", "良", "", indicator.Present},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := gradesOf(t, graded(), rowData(c.total), true)[0]
			assert.Equal(t, c.grade, g.Name)
			assert.Equal(t, c.or, g.Or)
			assert.Equal(t, c.why, g.Why)
		})
	}
	one := graded()
	one.Grades = one.Grades[:1]
	g := gradesOf(t, one, rowData("90"), true)[0]
	assert.Equal(t, score.Graded{Or: "优", Why: indicator.WithinError}, g, "below the only bound there is no grade")
}

func TestWhereThereIsNoGrade(t *testing.T) {
	none := graded()
	none.Grades = nil
	assert.Equal(t, score.Graded{Why: indicator.NoGrades}, gradesOf(t, none, rowData("90"), false)[0], "a sheet without grades")
	three := graded()
	three.Grades = three.Grades[:3]
	g := gradesOf(t, three, rowData("59 60"), false)
	assert.Equal(t, indicator.NoGrades, g[0].Why, "a total below the last bound")
	assert.Empty(t, g[0].Name)
	assert.Equal(t, "1", worded(g[0].Below), "how far it is below the last bound")
	assert.Equal(t, "中", g[1].Name)
	assert.Equal(t, score.Graded{Why: indicator.NoObservation}, gradesOf(t, graded(), rowData("-"), false)[0], "no total")
}

func TestVetoesLimitTheGrade(t *testing.T) {
	atLeast := score.Veto{Code: "safety", Name: "Safety", AtLeast: literal("60"), Grade: "中"}
	atMost := score.Veto{Code: "deaths", Name: "Deaths", AtMost: literal("0"), Grade: "差"}
	between := score.Veto{Code: "rate", Name: "Rate", AtLeast: literal("10"), AtMost: literal("20"), Grade: "良"}
	for _, c := range []struct {
		name  string
		total string
		veto  score.Veto
		value string
		grade string
		why   indicator.Reason
		holds bool
	}{
		{"below the least the grade is lowered", "95", atLeast, "59.99", "中", indicator.Present, true},
		{"at the least it is not", "95", atLeast, "60", "优", indicator.Present, false},
		{"above the most the grade is lowered", "95", atMost, "1", "差", indicator.Present, true},
		{"at the most it is not", "95", atMost, "0", "优", indicator.Present, false},
		{"below a range the grade is lowered", "95", between, "9", "良", indicator.Present, true},
		{"above a range the grade is lowered", "95", between, "21", "良", indicator.Present, true},
		{"at either end of a range it is not", "95", between, "20", "优", indicator.Present, false},
		{"a grade that is lower already stays", "50", atLeast, "1", "差", indicator.Present, true},
		{"where the number is missing the grade is not known", "95", atLeast, "-", "", indicator.NoObservation, false},
		{"where the total is missing its reason stands", "-", atMost, "1", "", indicator.NoObservation, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := graded()
			sheet.Vetoes = []score.Veto{c.veto}
			// Two other units stand around the one that is looked at, so that a veto reads the unit's own number.
			data := columnsData("x", "100 "+c.total+" 0", c.veto.Code, "15 "+c.value+" 15")
			g := gradesOf(t, sheet, data, false)[1]
			assert.Equal(t, c.grade, g.Name)
			assert.Equal(t, c.why, g.Why)
			var codes []string
			if c.holds {
				codes = []string{c.veto.Code}
			}
			assert.Equal(t, codes, g.Vetoes)
		})
	}
}

// 90 in float64 is 优 or 良.
func TestAVetoDecidesBetweenTwoGrades(t *testing.T) {
	veto := func(grade string) score.Veto {
		return score.Veto{Code: "v", Name: "V", AtLeast: literal("60"), Grade: grade}
	}
	for _, c := range []struct {
		name  string
		veto  score.Veto
		value string
		want  score.Graded
	}{
		{"at the lower of the two it decides", veto("良"), "1", score.Graded{Name: "良", Vetoes: []string{"v"}}},
		{"below both it decides", veto("差"), "1", score.Graded{Name: "差", Vetoes: []string{"v"}}},
		{"at the better of the two it does not", veto("优"), "1", score.Graded{Name: "良", Or: "优", Why: indicator.WithinError, Vetoes: []string{"v"}}},
		{"one that does not hold does not", veto("差"), "60", score.Graded{Name: "良", Or: "优", Why: indicator.WithinError}},
		{"one whose number is missing leaves no grade", veto("差"), "-", score.Graded{Why: indicator.NoObservation}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := graded()
			sheet.Vetoes = []score.Veto{c.veto}
			assert.Equal(t, c.want, gradesOf(t, sheet, columnsData("x", "90", "v", c.value), true)[0])
		})
	}
	sheet := graded()
	sheet.Vetoes = []score.Veto{veto("优"), {Code: "w", Name: "W", AtLeast: literal("60"), Grade: "中"}, veto("良")}
	assert.Equal(t, score.Graded{Name: "中", Vetoes: []string{"v", "w", "v"}}, gradesOf(t, sheet, columnsData("x", "90", "v", "1", "w", "1"), true)[0])
}

func TestTheLowestOfSeveralVetoesCounts(t *testing.T) {
	sheet := graded()
	sheet.Vetoes = []score.Veto{
		{Code: "a", Name: "A", AtLeast: literal("60"), Grade: "良"},
		{Code: "b", Name: "B", AtLeast: literal("60"), Grade: "差"},
		{Code: "c", Name: "C", AtLeast: literal("60"), Grade: "中"},
	}
	g := gradesOf(t, sheet, columnsData("x", "95", "a", "1", "b", "1", "c", "1"), false)[0]
	assert.Equal(t, "差", g.Name)
	assert.Equal(t, []string{"a", "b", "c"}, g.Vetoes, "every veto that holds is named")
	g = gradesOf(t, sheet, columnsData("x", "95", "a", "1", "b", "-", "c", "1"), false)[0]
	assert.Equal(t, score.Graded{Why: indicator.NoObservation}, g, "one that is not known leaves the grade unknown")
}

func TestAVetoThatDoesNotLowerTheGradeLeavesItsMargins(t *testing.T) {
	sheet := graded()
	sheet.Vetoes = []score.Veto{{Code: "v", Name: "V", AtLeast: literal("60"), Grade: "良"}}
	g := gradesOf(t, sheet, columnsData("x", "82 95", "v", "1 1"), false)
	assert.Equal(t, "2 8", worded(g[0].Above)+" "+worded(g[0].Below), "to 80 and to 90")
	assert.Equal(t, score.Graded{Name: "良", Vetoes: []string{"v"}}, g[1], "a grade by veto is no margin away from any bound")
}

func TestAVetoThatIsALeafReadsTheSameColumn(t *testing.T) {
	sheet := graded()
	sheet.Vetoes = []score.Veto{{Code: "x", Name: "X", AtLeast: literal("95"), Grade: "良"}}
	g := gradesOf(t, sheet, rowData("94 95"), false)
	assert.Equal(t, "良", g[0].Name)
	assert.Equal(t, "优", g[1].Name)
}
