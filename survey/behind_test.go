package survey_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var fiveRoundings = []indicator.Rounding{indicator.HalfUp, indicator.HalfEven, indicator.Truncate, indicator.HalfDown, indicator.Ceiling}

// units returns k·scale ÷ n, rounded to a whole number with integers alone.
func units(k, scale, n int64, mode indicator.Rounding) int64 {
	p, rest := k*scale/n, k*scale%n
	var up bool
	switch mode {
	case indicator.HalfUp:
		up = 2*rest >= n
	case indicator.HalfEven:
		up = 2*rest > n || 2*rest == n && p%2 == 1
	case indicator.HalfDown:
		up = 2*rest > n
	case indicator.Ceiling:
		up = rest > 0
	}
	if up {
		p++
	}
	return p
}

// pointed writes p units of the last of so many places: 784 with 1 place is 78.4.
func pointed(p int64, places int) indicator.Value {
	unit := int64(1)
	for range places {
		unit *= 10
	}
	if places == 0 {
		return indicator.IntValue(p)
	}
	return number(fmt.Sprintf("%d.%0*d", p/unit, places, p%unit))
}

// span is what Counts say in a text: "73 to 73", or the reason.
func span(c survey.Counts) string {
	if c.Missing != indicator.Present {
		return c.Missing.String() + c.Least.String() + c.Most.String()
	}
	return c.Least.String() + " to " + c.Most.String()
}

// TestTheCountsBehindAPercentageAreAllThatArePrintedSo prints every count of every base by every mode and requires that
// the counts behind each percentage from 0 to 100 are those that gave it, and none where none did.
func TestTheCountsBehindAPercentageAreAllThatArePrintedSo(t *testing.T) {
	for places, scale := range []int64{100, 1000, 10_000} {
		percents := make([]indicator.Value, scale+1)
		for p := range percents {
			percents[p] = pointed(int64(p), places)
		}
		for n := int64(1); n <= 60; n++ {
			everyPercentage(t, n, scale, percents)
		}
	}
}

func everyPercentage(t *testing.T, n, scale int64, percents []indicator.Value) {
	t.Helper()
	base := indicator.IntValue(n)
	for _, mode := range fiveRoundings {
		least, most := map[int64]int64{}, map[int64]int64{}
		for k := int64(0); k <= n; k++ {
			p := units(k, scale, n, mode)
			if _, ok := least[p]; !ok {
				least[p] = k
			}
			most[p] = k // the counts printed alike follow on one another, as printing keeps the order
		}
		for p, percent := range percents {
			got := survey.PercentCounts(percent, base, mode)
			want := "no-whole-count"
			if k, ok := least[int64(p)]; ok {
				want = fmt.Sprintf("%d to %d", k, most[int64(p)])
			}
			if span(got) != want || got.Telling != (n < scale) || got.Rounding != mode {
				t.Fatalf("%s of %d by %s: %s, telling %t; want %s", percent, n, mode, span(got), got.Telling, want)
			}
		}
	}
}

// TestTheSumsBehindAMeanAreAllThatArePrintedSo is the same for means of whole numbers from 0 to 5, at 1 place.
func TestTheSumsBehindAMeanAreAllThatArePrintedSo(t *testing.T) {
	for n := int64(1); n <= 40; n++ {
		for _, mode := range fiveRoundings {
			printed := map[int64][]int64{}
			for k := int64(0); k <= 6*n; k++ {
				p := units(k, 10, n, mode)
				printed[p] = append(printed[p], k)
			}
			for p := int64(0); p <= 50; p++ {
				want := "no-whole-count"
				if sums := printed[p]; len(sums) > 0 {
					want = fmt.Sprintf("%d to %d", sums[0], sums[len(sums)-1])
				}
				got := survey.MeanCounts(pointed(p, 1), indicator.IntValue(n), mode)
				require.Equal(t, want, span(got), "%d tenths of %d by %s", p, n, mode)
				require.Equal(t, n < 10, got.Telling)
			}
		}
	}
}

func TestCountsBehindAPercentage(t *testing.T) {
	// Counts by hand from k ÷ n.
	cases := []struct {
		name, percent, n string
		mode             indicator.Rounding
		want             string
		telling          bool
	}{
		{"the seed's 78.4 of 93 is cut off: 73/93 = 78.494…", "78.4", "93", indicator.Truncate, "73 to 73", true},
		{"and cannot be rounded: 72/93 = 77.41…, 73/93 → 78.5", "78.4", "93", indicator.HalfUp, "no-whole-count", true},
		{"nobody and everybody", "100.0", "93", indicator.HalfUp, "93 to 93", true},
		{"0 is what rounds down to it: 4/1000 → 0, 5/1000 → 1", "0", "1000", indicator.HalfUp, "0 to 4", false},
		{"0 half even keeps the tie: 5/1000 = 0.5 → 0", "0", "1000", indicator.HalfEven, "0 to 5", false},
		{"1 half even loses both ties: 5/1000 → 0, 15/1000 → 2", "1", "1000", indicator.HalfEven, "6 to 14", false},
		{"2 half down keeps the upper tie: 25/1000 = 2.5 → 2", "2", "1000", indicator.HalfDown, "16 to 25", false},
		{"100 cut off is everybody", "100", "1000", indicator.Truncate, "1000 to 1000", false},
		{"100 rounded up is all that are above 99", "100", "1000", indicator.Ceiling, "991 to 1000", false},
		{"0 rounded up is nobody", "0", "1000", indicator.Ceiling, "0 to 0", false},
		{"more than 100 is no share", "100.1", "93", indicator.HalfUp, "no-whole-count", true},
		{"100.4 cannot be everybody of many either", "100.4", "10000", indicator.HalfUp, "no-whole-count", false},
		{"places are as written: 44.0 of 93 is none, as 41/93 = 44.08… → 44.1", "44.0", "93", indicator.HalfUp, "no-whole-count", true},
		{"and 44 is 41, as 40/93 = 43.01… and 42/93 = 45.16…", "44", "93", indicator.HalfUp, "41 to 41", true},
		{"a base as large as the percentage is fine tells nothing", "37", "100", indicator.HalfUp, "37 to 37", false},
		{"a base one smaller does", "37", "99", indicator.HalfUp, "37 to 37", true},
		{"an unknown mode rounds half up", "37.5", "8", indicator.Rounding(77), "3 to 3", true},
		{"an absent percentage has no counts", "", "93", indicator.HalfUp, "no-count", false},
		{"an absent base has none", "44", "", indicator.HalfUp, "no-count", false},
		{"a base of 0 divides nothing", "44", "0", indicator.HalfUp, "zero-denominator", false},
		{"nor does it where the figure is 0", "0", "0", indicator.HalfUp, "zero-denominator", false},
		{"a negative base is none", "44", "-93", indicator.HalfUp, "not-defined", false},
		{"a base with places is none", "44", "93.0", indicator.HalfUp, "not-defined", false},
		{"a base above ten thousand million is none", "44", "10000000001", indicator.HalfUp, "not-defined", false},
		{"ten thousand million is one: 44 % of it less half a per cent to just below half a per cent more", "44", "10000000000", indicator.HalfUp, "4350000000 to 4449999999", false},
		{"a negative percentage is none", "-0.1", "93", indicator.HalfUp, "not-defined", false},
		{"eight places are looked behind: 1/3", "33.33333333", "3", indicator.HalfUp, "1 to 1", true},
		{"nine are too many", "33.333333333", "3", indicator.HalfUp, "not-defined", false},
		{"so is a number that no int64 holds", "99999999999999999999", "3", indicator.HalfUp, "not-defined", false},
		{"and one that would overflow when multiplied", "9999999.99999999", "10000000000", indicator.HalfUp, "not-defined", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := survey.PercentCounts(number(c.percent), number(c.n), c.mode)
			assert.Equal(t, c.want, span(got))
			assert.Equal(t, c.telling, got.Telling)
			assert.Equal(t, c.mode, got.Rounding)
		})
	}
}

func TestCountsBehindAMean(t *testing.T) {
	// Brown and Heathers' own example: of 28 whole numbers no mean is 5.19, as 145/28 = 5.178… → 5.18 and 146/28 = 5.214… → 5.21.
	cases := []struct {
		name, mean, n string
		mode          indicator.Rounding
		want          string
	}{
		{"the example of the GRIM test has no sum", "5.19", "28", indicator.HalfUp, "no-whole-count"},
		{"its neighbour has", "5.18", "28", indicator.HalfUp, "145 to 145"},
		{"the sum may be above the number of answers", "3", "4", indicator.HalfUp, "10 to 13"},
		{"a sum above an int64 is none", "99999999999999999", "100", indicator.HalfUp, "not-defined"},
		{"a negative mean is none", "-1", "100", indicator.HalfUp, "not-defined"},
		{"an absent mean is none", "", "100", indicator.HalfUp, "no-count"},
		{"of nobody there is none", "1", "0", indicator.HalfUp, "zero-denominator"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, span(survey.MeanCounts(number(c.mean), number(c.n), c.mode)))
		})
	}
}

// TestASetIsPossibleWhenSomeCountsArePrintedSo prints all counts of three options, and holds every set of percentages near
// them against what was printed.
func TestASetIsPossibleWhenSomeCountsArePrintedSo(t *testing.T) {
	possible, impossible := 0, 0
	for n := int64(1); n <= 12; n++ {
		for _, mode := range []indicator.Rounding{indicator.HalfUp, indicator.HalfEven, indicator.Truncate} {
			complete, open := map[[3]int64]bool{}, map[[3]int64]bool{}
			var printable []int64
			for k := int64(0); k <= n; k++ {
				printable = append(printable, units(k, 100, n, mode))
			}
			for a := int64(0); a <= n; a++ {
				for b := int64(0); a+b <= n; b++ {
					for c := int64(0); a+b+c <= n; c++ {
						set := [3]int64{printable[a], printable[b], printable[c]}
						open[set] = true
						complete[set] = complete[set] || a+b+c == n
					}
				}
			}
			tried := append([]int64{1, 49, 99}, printable...) // of small bases those three are no share
			for _, a := range tried {
				for _, b := range tried {
					for _, c := range tried {
						set := [3]int64{a, b, c}
						percents := []indicator.Value{indicator.IntValue(a), indicator.IntValue(b), indicator.IntValue(c)}
						whole := survey.ExclusiveSet(percents, indicator.IntValue(n), mode, true)
						part := survey.ExclusiveSet(percents, indicator.IntValue(n), mode, false)
						if whole.Possible != complete[set] || part.Possible != open[set] {
							t.Fatalf("%v of %d by %s: possible as a whole %t, as a part %t", set, n, mode, whole.Possible, part.Possible)
						}
						if whole.Possible {
							possible++
						} else {
							impossible++
						}
					}
				}
			}
		}
	}
	assert.Greater(t, possible, 1000)
	assert.Greater(t, impossible, 1000)
}

func TestASetOfPercentages(t *testing.T) {
	values := func(texts ...string) []indicator.Value {
		var all []indicator.Value
		for _, text := range texts {
			all = append(all, number(text))
		}
		return all
	}
	t.Run("thirds of three are 33 each and sum to 3", func(t *testing.T) {
		got := survey.ExclusiveSet(values("33", "33", "33"), number("3"), indicator.HalfUp, true)
		assert.True(t, got.Possible && got.Telling)
		assert.Equal(t, "3 3", got.Least.String()+" "+got.Most.String())
		assert.Len(t, got.Counts, 3)
	})
	t.Run("each may be possible and all of them not: 2 + 2 of 3 people", func(t *testing.T) {
		got := survey.ExclusiveSet(values("67", "67"), number("3"), indicator.HalfUp, false)
		assert.False(t, got.Possible)
		assert.Equal(t, "4 4", got.Least.String()+" "+got.Most.String())
	})
	t.Run("one impossible percentage leaves no sums", func(t *testing.T) {
		got := survey.ExclusiveSet(values("67", "34"), number("3"), indicator.HalfUp, false)
		assert.False(t, got.Possible)
		assert.True(t, got.Least.IsZero() && got.Most.IsZero())
		assert.Equal(t, "2 to 2", span(got.Counts[0]))
		assert.Equal(t, indicator.NoWholeCount, got.Counts[1].Missing)
	})
	t.Run("no percentage is possible and tells nothing", func(t *testing.T) {
		got := survey.ExclusiveSet(nil, number("3"), indicator.HalfUp, true)
		assert.Equal(t, survey.PercentSet{Counts: []survey.Counts{}, Possible: true}, got)
	})
	t.Run("a large base tells nothing where the set is possible", func(t *testing.T) {
		got := survey.ExclusiveSet(values("40", "60"), number("100"), indicator.HalfUp, true)
		assert.True(t, got.Possible)
		assert.False(t, got.Telling)
	})
	t.Run("of an absent base there is no set", func(t *testing.T) {
		got := survey.ExclusiveSet(values("40", "60"), indicator.Value{}, indicator.HalfUp, true)
		assert.False(t, got.Possible)
		assert.Equal(t, indicator.NoCount, got.Counts[0].Missing)
	})
}

func TestPossibleBasesAreThoseThatPrintEveryPercentage(t *testing.T) {
	random := rand.New(rand.NewPCG(60, 1))
	found := 0
	for range 300 {
		places := random.IntN(2)
		scale := []int64{100, 1000}[places]
		var printed []int64
		var percents []indicator.Value
		for range 1 + random.IntN(3) {
			p := random.Int64N(scale + 1)
			printed = append(printed, p)
			percents = append(percents, pointed(p, places))
		}
		mode := fiveRoundings[random.IntN(5)]
		var want []int64
		for n := int64(1); n <= 60; n++ {
			all := true
			for _, p := range printed {
				some := false
				for k := int64(0); k <= n; k++ {
					some = some || units(k, scale, n, mode) == p
				}
				all = all && some
			}
			if all {
				want = append(want, n)
			}
		}
		found += len(want)
		require.Equal(t, want, survey.PossibleBases(percents, 1, 60, mode), "%v by %s", percents, mode)
	}
	assert.Greater(t, found, 1000)
}

func TestPossibleBases(t *testing.T) {
	seed := []indicator.Value{number("78.4"), number("61.2"), number("81.7"), number("64.5"), number("47.3"), number("40.8"), number("56.9"), number("44")}
	// The seed's eight are truncations of k/93: 73, 57, 76, 60, 44, 38, 53, 41 (by hand, as share_test.go has them).
	assert.Equal(t, []int64{93}, survey.PossibleBases(seed, 20, 93, indicator.Truncate))
	assert.Empty(t, survey.PossibleBases(seed, 20, 93, indicator.HalfUp))
	// 33 is 1/3 = 33.3… and 2/6; 1/4, 2/5 and 1/2 are not.
	third := []indicator.Value{number("33")}
	assert.Equal(t, []int64{3, 6}, survey.PossibleBases(third, 1, 6, indicator.HalfUp))
	assert.Equal(t, []int64{3, 6}, survey.PossibleBases(append(third, indicator.Value{}), -7, 6, indicator.HalfUp), "absent ones say nothing; bases begin with 1")
	assert.Empty(t, survey.PossibleBases(nil, 1, 6, indicator.HalfUp), "without percentages there is no base")
	assert.Empty(t, survey.PossibleBases([]indicator.Value{{}}, 1, 6, indicator.HalfUp))
	assert.Empty(t, survey.PossibleBases([]indicator.Value{number("33"), number("-1")}, 1, 6, indicator.HalfUp), "a number that is no percentage has none")
	assert.Empty(t, survey.PossibleBases(third, 6, 3, indicator.HalfUp))
	assert.Empty(t, survey.PossibleBases(third, 1, -1, indicator.HalfUp))
	all := survey.PossibleBases([]indicator.Value{number("0")}, 11, 1_000_000_000, indicator.Truncate)
	assert.Len(t, all, survey.MostBases, "so many are tried")
	assert.Equal(t, int64(100_010), all[len(all)-1])
	// At the bound of all counts: half of an even number is 50.
	assert.Equal(t, []int64{10_000_000_000}, survey.PossibleBases([]indicator.Value{number("50")}, 10_000_000_000, 10_000_000_009, indicator.HalfUp))
}
