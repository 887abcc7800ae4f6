package survey_test

import (
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWithhold(t *testing.T) {
	const no, yes = false, true
	cases := []struct {
		name  string
		bases []int64
		want  []bool
	}{
		{"without a small group nothing is withheld", []int64{10, 40, 11}, []bool{no, no, no}},
		{"a small group takes the next smallest with it", []int64{40, 9, 15, 30}, []bool{no, yes, yes, no}},
		{"of equal ones the first", []int64{15, 9, 15}, []bool{yes, yes, no}},
		{"two small groups that are enough together stay two", []int64{40, 5, 5, 30}, []bool{no, yes, yes, no}},
		{"two that are not take a third: 4 + 5 < 10", []int64{40, 4, 5, 30}, []bool{no, yes, yes, yes}},
		{"three small ones may still be too few: 3 + 3 + 3 < 10", []int64{3, 3, 3, 12, 11}, []bool{yes, yes, yes, no, yes}},
		{"where there are too few groups all are withheld", []int64{9}, []bool{yes}},
		{"a small group and another are all", []int64{9, 200}, []bool{yes, yes}},
		{"small ones alone may not be enough and are all", []int64{4, 5}, []bool{yes, yes}},
		{"an empty group is not withheld and hides nobody", []int64{0, 9, 0, 15}, []bool{no, yes, no, yes}},
		{"empty groups alone are not withheld", []int64{0, 0}, []bool{no, no}},
		{"one person is", []int64{1, 0, 50, 60}, []bool{yes, no, yes, no}},
		{"there may be no groups", nil, []bool{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, survey.Withhold(c.bases, 10))
		})
	}
	assert.Equal(t, []bool{false, false}, survey.Withhold([]int64{1, 2}, -1), "a negative limit withholds nothing")
}

// TestWhatIsWithheldCannotBeSubtracted: it is nothing, or two groups at least with enough people together, or everybody;
// every small group is withheld, and no empty one.
func TestWhatIsWithheldCannotBeSubtracted(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	some := 0
	for range 20_000 {
		bases := make([]int64, random.IntN(8))
		for i := range bases {
			bases[i] = random.Int64N(1 + random.Int64N(40))
		}
		least := 1 + random.Int64N(15)
		groups, people, rest := 0, int64(0), 0
		for i, hidden := range survey.Withhold(bases, least) {
			switch {
			case hidden:
				require.NotZero(t, bases[i], "%v below %d", bases, least)
				groups, people = groups+1, people+bases[i]
			case bases[i] > 0:
				require.GreaterOrEqual(t, bases[i], least, "%v below %d", bases, least)
				rest++
			}
		}
		enough := groups == 0 || groups >= 2 && people >= least || rest == 0
		require.True(t, enough, "%v below %d: %d groups of %d people", bases, least, groups, people)
		if groups > 0 && rest > 0 {
			some++
		}
	}
	assert.Greater(t, some, 1000)
}
