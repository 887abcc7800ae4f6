package survey

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// PercentSet is what a set of percentages says together that are shares of one n and exclude each other.
type PercentSet struct {
	Counts []Counts `json:"counts"` // behind each
	// Least and Most are the sums of the least and of the most counts; absent where a percentage has none.
	Least indicator.Value `json:"least,omitzero"`
	Most  indicator.Value `json:"most,omitzero"`
	// Possible says whether counts of n can be printed so: each percentage has some, and together they can be n people; no
	// more than n where the set is not complete.
	Possible bool `json:"possible"`
	// Telling is false where none of the counts is: then that the set is possible shows little, but not that it is not.
	Telling bool `json:"telling"`
}

// ExclusiveSet looks for counts of n behind all the percentages of exclusive options at once; complete says that there is
// no other option.
func ExclusiveSet(percents []indicator.Value, n indicator.Value, mode indicator.Rounding, complete bool) PercentSet {
	set := PercentSet{Counts: make([]Counts, 0, len(percents)), Possible: true}
	var least, most []indicator.Value
	for _, p := range percents {
		c := PercentCounts(p, n, mode)
		set.Counts = append(set.Counts, c)
		set.Telling = set.Telling || c.Telling
		set.Possible = set.Possible && c.Missing == indicator.Present
		least, most = append(least, c.Least), append(most, c.Most)
	}
	if !set.Possible || len(percents) == 0 {
		return set
	}
	set.Least, set.Most = sum(least), sum(most)
	set.Possible = set.Least.Cmp(n) <= 0 && (!complete || set.Most.Cmp(n) >= 0)
	return set
}

// MostBases bounds how many bases PossibleBases tries.
const MostBases = 100_000

// PossibleBases returns the bases from one to another, at most MostBases of them, of which every one of the percentages
// is some count, 可能的基数. A percentage that is absent says nothing; without any there is no base.
func PossibleBases(percents []indicator.Value, from, to int64, mode indicator.Rounding) []int64 {
	from = max(from, 1)
	to = min(to, from+MostBases-1, mostCount)
	var printed []percentage
	for _, v := range percents {
		if v.IsZero() {
			continue
		}
		_, p, ok := wholes(v, indicator.IntValue(max(to, 1)))
		if !ok {
			return nil
		}
		if one := (percentage{p, unitsOf(v, 100)}); !slices.Contains(printed, one) {
			printed = append(printed, one)
		}
	}
	var bases []int64
	for n := from; n <= to && len(printed) > 0; n++ {
		if allCounted(printed, base(n), mode) {
			bases = append(bases, n)
		}
	}
	return bases
}

// percentage is a printed percentage in units of its last place, of which so many make the whole.
type percentage struct {
	printed figure
	units   int64
}

func allCounted(printed []percentage, n base, mode indicator.Rounding) bool {
	for _, p := range printed {
		if least, most := n.from(p.printed, p.units, mode); least > min(most, int64(n)) {
			return false
		}
	}
	return true
}
