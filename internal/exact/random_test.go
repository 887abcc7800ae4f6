package exact_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strings"

	"github.com/planeval/planeval/internal/exact"
)

// random makes numbers of the sizes at which the arithmetic changes its way of working. Equal seeds give equal numbers.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 20231031))} }

// decimalText returns a number as Parse and String agree to write it, of 1 to 38 digits and 0 to 38 places.
func (r random) decimalText() string {
	digits := 1 + r.IntN(11)
	if r.IntN(2) == 0 {
		digits = 1 + r.IntN(38)
	}
	var b strings.Builder
	b.WriteByte(byte('1' + r.IntN(9)))
	for b.Len() < digits {
		b.WriteByte(byte('0' + r.IntN(10)))
	}
	text := b.String()
	if places := r.IntN(39); places > 0 && r.IntN(4) > 0 {
		if places >= len(text) {
			text = strings.Repeat("0", places-len(text)+1) + text
		}
		text = text[:len(text)-places] + "." + text[len(text)-places:]
	}
	if r.IntN(2) == 0 {
		text = "-" + text
	}
	return text
}

// fraction returns a fraction, and the same as a big.Rat.
func (r random) fraction() (exact.Fraction, *big.Rat) {
	if r.IntN(3) == 0 {
		d, err := exact.Parse(r.decimalText())
		if err != nil {
			panic(err)
		}
		return exact.FromDecimal(d), new(big.Rat).SetFrac(d.Big(), power10(d.Places()))
	}
	num, den := r.edge(), r.edge()
	for den == 0 {
		den = r.edge()
	}
	return exact.FromInt(num).Quo(exact.FromInt(den)), new(big.Rat).SetFrac(big.NewInt(num), big.NewInt(den))
}

// edge returns an int64, often one near the limits of 32 and 64 bits.
func (r random) edge() int64 {
	switch r.IntN(6) {
	case 0:
		return math.MaxInt64 - int64(r.IntN(3))
	case 1:
		return math.MinInt64 + int64(r.IntN(3))
	case 2:
		return int64(r.IntN(7)) - 3
	case 3:
		return math.MaxInt32 + int64(r.IntN(5)) - 2
	case 4:
		return int64(r.Uint64())
	}
	return int64(r.IntN(2_000_001)) - 1_000_000
}

func power10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }
