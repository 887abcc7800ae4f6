package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Quantile is a number below which a given share of a distribution lies. It is known as two fractions that it lies
// between, ever closer the more bits are asked for; the first two are worked out at once and kept. The zero Quantile is
// no number, and so is one of parameters beyond the limits. A Quantile does not change, so goroutines can share it.
type Quantile struct {
	low, high Fraction
	find      func(bits int, near *big.Rat) (low, high *big.Rat) // nil where low is high
}

func newQuantile(start *big.Rat, find func(bits int, near *big.Rat) (low, high *big.Rat)) Quantile {
	low, high := find(leastBits, start)
	return Quantile{narrow(low), narrow(high), find}
}

// rational returns the Quantile that is a fraction.
func rational(f Fraction) Quantile { return Quantile{low: f, high: f} }

// Valid reports whether q is a number.
func (q Quantile) Valid() bool { return q.low.Valid() }

// Bounds returns two fractions that q lies between, about 2^-bits from each other, for a square relatively. Both are q
// itself where it is known to be a fraction, and no numbers where q is none. Less than 192 bits are 192, more than 1536
// are 1536.
func (q Quantile) Bounds(bits int) (low, high Fraction) {
	if q.find == nil || bits <= leastBits {
		return q.low, q.high
	}
	middle := q.low.Add(q.high).Quo(FromInt(2))
	l, h := q.find(min(bits, mostBits), middle.Rat())
	return narrow(l), narrow(h)
}

// Rounded returns what round makes of q, for a round that does not fall, or does not rise, with the number it is given.
// It asks for both ends of ever closer bounds, until they are rounded to the same. The closest, of 1536 bits, differ by
// less than 10^-400; should they still be rounded differently, q is a tie as far as can be said, and the upper one
// counts. It returns 0 where q is no number.
func (q Quantile) Rounded(round func(Fraction) decimal.Decimal) decimal.Decimal {
	if !q.Valid() {
		return decimal.Decimal{}
	}
	for bits := leastBits; ; bits *= 2 {
		low, high := q.Bounds(bits)
		upper := round(high)
		if bits >= mostBits || low.Cmp(high) == 0 || round(low).Equal(upper) {
			return upper
		}
	}
}

// bounds looks for the number below which the share p of d lies, of which start is a first guess, to the given bits.
func bounds(d distribution, p, start *big.Rat, bits int) (low, high *big.Rat) {
	one := new(big.Int).Lsh(big.NewInt(1), uint(d.unit()))
	l, h := quantileOf(d, p, start, new(big.Int).Lsh(big.NewInt(1), uint(d.unit()-bits)))
	return new(big.Rat).SetFrac(l, one), new(big.Rat).SetFrac(h, one)
}

// smallness returns about how many zeros r > 0 begins with after the binary point, 1 or more.
func smallness(r *big.Rat) int { return max(r.Denom().BitLen()-r.Num().BitLen(), 0) + 1 }

// rest returns 1 − r.
func rest(r *big.Rat) *big.Rat { return new(big.Rat).Sub(big.NewRat(1, 1), r) }
