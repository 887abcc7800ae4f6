package score

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// drawn is a column of numbers, of which some are missing, with denominators of up to so many bits.
func drawn(r *rand.Rand, units int, bits uint, gaps bool) []indicator.Ratio {
	list := make([]indicator.Ratio, units)
	for u := range list {
		if gaps && r.IntN(3) == 0 {
			list[u] = indicator.Missing(indicator.NoObservation)
			continue
		}
		list[u] = indicator.IntRatio(r.Int64N(1<<40)-1<<39, 1+r.Int64N(1<<bits))
	}
	return list
}

// plainMean is Σ w x ÷ Σ w of what is there, by plain arithmetic.
func plainMean(columns [][]indicator.Ratio, weights []*big.Int, unit int) indicator.Ratio {
	sum, weight := number(0), number(0)
	for j, column := range columns {
		if column[unit].Missing() == indicator.Present {
			w := indicator.RatRatio(new(big.Rat).SetInt(weights[j]))
			sum, weight = sum.Add(w.Mul(column[unit])), weight.Add(w)
		}
	}
	if weight.Sign() == 0 {
		return indicator.Missing(indicator.NoObservation)
	}
	return sum.Quo(weight)
}

// meanOfLists is mean, with its result by plain arithmetic beside it.
func meanOfLists(t *testing.T, lists [][]indicator.Ratio, columns []*fractions, weights []*big.Int) ([]indicator.Ratio, *fractions) {
	t.Helper()
	units := len(lists[0])
	result := mean(columns, weights, units, func(j, u int) bool { return lists[j][u].Missing() == indicator.Present })
	plain := make([]indicator.Ratio, units)
	for u := range plain {
		plain[u] = plainMean(lists, weights, u)
		if plain[u].Missing() == indicator.Present {
			require.Equal(t, plain[u].String(), result.at(u).String(), "unit %d", u)
		}
	}
	return plain, result
}

func TestMeansOfMeansAreThoseOfPlainFractionsWhateverIsMissing(t *testing.T) {
	for name, c := range map[string]struct {
		bits uint
		gaps bool
	}{
		"every score is there and denominators are small": {4, false},
		"scores are missing and denominators are small":   {4, true},
		"every score is there and denominators are wide":  {40, false},
		"scores are missing and denominators are wide":    {40, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(11, 12))
			for range 100 {
				units, outer := 1+r.IntN(6), 1+r.IntN(4)
				means, columns, weights := make([][]indicator.Ratio, outer), make([]*fractions, outer), make([]*big.Int, outer)
				for k := range outer {
					inner := 1 + r.IntN(4)
					lists, leaves, inside := make([][]indicator.Ratio, inner), make([]*fractions, inner), make([]*big.Int, inner)
					for j := range inner {
						lists[j] = drawn(r, units, c.bits, c.gaps)
						leaves[j], inside[j] = fractionsOf(lists[j]), big.NewInt(1+r.Int64N(100))
					}
					means[k], columns[k] = meanOfLists(t, lists, leaves, inside)
					weights[k] = big.NewInt(1 + r.Int64N(100))
				}
				// Twice: the mean of the means, and its mean with the first of them.
				plain, top := meanOfLists(t, means, columns, weights)
				meanOfLists(t, [][]indicator.Ratio{plain, means[0]}, []*fractions{top, columns[0]}, []*big.Int{big.NewInt(3), big.NewInt(7)})
				for a := range units {
					for b := range units {
						if plain[a].Missing() == indicator.Present && plain[b].Missing() == indicator.Present {
							require.Equal(t, plain[a].Cmp(plain[b]), top.cmp(a, b))
						}
					}
				}
			}
		})
	}
}

// Worked by hand: the first unit has both scores, (2 × ½ + 1 × ⅓) ÷ 3 = 4/9; the second lacks the latter, so it is ¾.
func TestAMeanOverWhatIsThereSharesTheWeightOfWhatIsNot(t *testing.T) {
	lists := [][]indicator.Ratio{
		{indicator.IntRatio(1, 2), indicator.IntRatio(3, 4)},
		{indicator.IntRatio(1, 3), indicator.Missing(indicator.NoObservation)},
	}
	_, result := meanOfLists(t, lists, []*fractions{fractionsOf(lists[0]), fractionsOf(lists[1])}, []*big.Int{big.NewInt(2), big.NewInt(1)})
	assert.Equal(t, "4/9", result.at(0).String())
	assert.Equal(t, "3/4", result.at(1).String())
	assert.Equal(t, -1, result.cmp(0, 1))
	assert.Equal(t, 1, result.cmp(1, 0))
	assert.Equal(t, 0, result.cmp(1, 1))
}

func TestAColumnIsSmallWhileADenominatorOf64BitsHoldsAllOfIt(t *testing.T) {
	for name, c := range map[string]struct {
		list  []indicator.Ratio
		small bool
		den   string
	}{
		"whole numbers":                        {[]indicator.Ratio{number(3), number(-4)}, true, "1"},
		"denominators with a common multiple":  {[]indicator.Ratio{indicator.IntRatio(1, 4), indicator.IntRatio(5, 6)}, true, "12"},
		"a number that is missing stands as 0": {[]indicator.Ratio{indicator.Missing(indicator.NoTarget), indicator.IntRatio(1, 7)}, true, "7"},
		"nothing but missing numbers":          {[]indicator.Ratio{{}, {}}, true, "1"},
		// 2^40 and 3^30 are 1099511627776 and 205891132094649.
		"a multiple beyond 64 bits": {[]indicator.Ratio{indicator.IntRatio(1, 1<<40), indicator.IntRatio(-1, 205891132094649)}, false, "226379693794030958489370624"},
		// 2^62 − 1 over 1 is 3 (2^62 − 1) over 3.
		"a numerator beyond 64 bits over the multiple":     {[]indicator.Ratio{number(1<<62 - 1), indicator.IntRatio(1, 3)}, false, "3"},
		"a number below −2^62 over the multiple":           {[]indicator.Ratio{number(-1<<62 - 1), indicator.IntRatio(1, 3)}, false, "3"},
		"a numerator that alone is beyond 64 bits":         {[]indicator.Ratio{number(1 << 62).Mul(number(8)), indicator.IntRatio(1, 2)}, false, "2"},
		"a denominator that alone is beyond 64 bits":       {[]indicator.Ratio{indicator.IntRatio(1, 1<<62).Quo(number(8)), {}}, false, "36893488147419103232"},
		"wide numbers with one that is missing among them": {[]indicator.Ratio{{}, number(1 << 62).Mul(number(9))}, false, "1"},
	} {
		t.Run(name, func(t *testing.T) {
			f := fractionsOf(c.list)
			assert.Equal(t, c.small, f.small != nil)
			assert.Equal(t, c.den, f.den.String())
			for u, r := range c.list {
				want := "0"
				if r.Missing() == indicator.Present {
					want = r.String()
				}
				assert.Equal(t, want, f.at(u).String())
				for v, s := range c.list {
					if r.Missing() == indicator.Present && s.Missing() == indicator.Present {
						assert.Equal(t, r.Cmp(s), f.cmp(u, v))
					}
				}
			}
		})
	}
}
