package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// MaxFreedom bounds the degrees of freedom of Student.
const MaxFreedom = 400

// Student returns the quantile t of Student's distribution that a variable of the given degrees of freedom stays within,
// −t to t, with the given confidence, correctly rounded half up to places: 12.71 for 0.95 with one degree of freedom.
// The confidence must lie between 0 and 0.9999, freedom between 1 and MaxFreedom.
func Student(confidence Fraction, freedom, places int) decimal.Decimal {
	return StudentRounded(confidence, freedom, func(square Fraction) decimal.Decimal {
		t := Root{Scale: FromInt(1), Base: square, Shift: FromInt(0), Power: 1, Degree: 2}
		return t.Decimal(places, 0, HalfUp)
	})
}

// StudentRounded returns what round makes of the square of Student's quantile, for a round that does not fall, or does
// not rise, with the square. It encloses the square between two fractions, ever nearer, until round makes the same of
// both. The nearest differ by less than 10^-300 of the square; should they still be rounded differently, the number is a
// tie as far as can be said, and the upper one counts.
func StudentRounded(confidence Fraction, freedom int, round func(square Fraction) decimal.Decimal) decimal.Decimal {
	for bits := uint(192); ; bits *= 2 {
		low, high := studentSquared(confidence.Rat(), freedom, bits)
		upper := round(narrow(high))
		if low.Cmp(high) == 0 || bits > 1000 || round(narrow(low)).Equal(upper) {
			return upper
		}
	}
}

// studentSquared encloses the square of Student's quantile between two fractions; with two degrees of freedom it is
// rational, and both are the same.
//
// With t = √ν·tan θ, the share of the distribution between −t and t is, for whole ν (Abramowitz and Stegun 26.7.3-4),
//
//	odd ν:  2/π·(θ + sin θ·(cos θ + 2/3·cos³θ + … + 2·4…(ν−3)/(3·5…(ν−2))·cos^(ν−2) θ))
//	even ν: sin θ·(1 + 1/2·cos²θ + 1·3/(2·4)·cos⁴θ + … + 1·3…(ν−3)/(2·4…(ν−2))·cos^(ν−2) θ)
//
// It rises with θ, so θ is found by bisection in fixed-point numbers of the given bits. All terms of the sum are
// positive and at most 1; what cutting off adds up to stays below slack. Both ends differ from the confidence wanted by
// more than that, so they enclose θ whatever was cut off.
func studentSquared(confidence *big.Rat, freedom int, bits uint) (low, high *big.Rat) {
	nu := new(big.Rat).SetInt64(int64(freedom))
	if freedom == 2 { // the share is sin θ itself
		square := new(big.Rat).Mul(confidence, confidence)
		rest := new(big.Rat).Sub(big.NewRat(1, 1), square)
		square.Mul(square, nu).Quo(square, rest)
		return square, square
	}
	f := fixed{bits}
	wanted := f.rat(confidence)
	if freedom%2 == 1 {
		wanted = f.mul(wanted, f.halfPi())
	}
	excess := func(theta *big.Int) *big.Int {
		share := f.share(theta, freedom)
		return share.Sub(share, wanted)
	}
	from, to := new(big.Int), f.halfPi()
	for width := f.one(); width.Cmp(big.NewInt(1)) > 0; width.Sub(to, from) { // the last that is certainly below
		middle := new(big.Int).Add(from, to)
		if e := excess(middle.Rsh(middle, 1)); e.Sign() < 0 && e.CmpAbs(slack) > 0 {
			from = middle
		} else {
			to = middle
		}
	}
	for step := uint(20); ; step++ { // and one beyond it that is certainly above
		to = new(big.Int).Lsh(big.NewInt(1), step)
		if excess(to.Add(to, from)).Cmp(slack) > 0 {
			break
		}
	}
	return f.tangentSquared(from, -1, nu), f.tangentSquared(to, 1, nu)
}

// slack is more than an evaluation's error in units of the last bit: the sine and cosine are off by less than 2^14 with
// up to 2^11 terms each off by at most 8; each of up to 200 terms of the sum by at most 2^16 more than the one before it;
// so the sum by less than 2^32.
var slack = new(big.Int).Lsh(big.NewInt(1), 40)

// fixed is fixed-point arithmetic: an integer stands for itself divided by 2^bits. Products are cut off downward.
type fixed struct{ bits uint }

func (f fixed) one() *big.Int { return new(big.Int).Lsh(big.NewInt(1), f.bits) }

func (f fixed) mul(x, y *big.Int) *big.Int {
	z := new(big.Int).Mul(x, y)
	return z.Rsh(z, f.bits)
}

func (f fixed) rat(r *big.Rat) *big.Int {
	n := new(big.Int).Lsh(r.Num(), f.bits)
	return n.Quo(n, r.Denom())
}

// halfPi is π/2 = 8·arctan(1/5) − 2·arctan(1/239), after Machin.
func (f fixed) halfPi() *big.Int {
	x := f.arctan(5)
	x.Lsh(x, 2).Sub(x, f.arctan(239))
	return x.Lsh(x, 1)
}

// arctan returns arctan(1/n).
func (f fixed) arctan(n int64) *big.Int {
	sum, power := new(big.Int), f.one()
	power.Quo(power, big.NewInt(n))
	for k := int64(1); power.Sign() != 0; k += 2 {
		term := new(big.Int).Quo(power, big.NewInt(k))
		if k%4 == 3 {
			term.Neg(term)
		}
		sum.Add(sum, term)
		power.Quo(power, big.NewInt(n*n))
	}
	return sum
}

// sincos returns sin θ and cos θ by their series, for θ between 0 and π/2.
func (f fixed) sincos(theta *big.Int) (sin, cos *big.Int) {
	sin, cos = new(big.Int), new(big.Int)
	term := f.one()
	for k := int64(0); term.Sign() != 0; k++ {
		sum := cos
		if k%2 == 1 {
			sum = sin
		}
		if k%4 < 2 {
			sum.Add(sum, term)
		} else {
			sum.Sub(sum, term)
		}
		term = f.mul(term, theta)
		term.Quo(term, big.NewInt(k+1))
	}
	return sin, cos
}

// share is the share of the distribution within ±√ν·tan θ, for odd ν times π/2.
func (f fixed) share(theta *big.Int, freedom int) *big.Int {
	sin, cos := f.sincos(theta)
	square := f.mul(cos, cos)
	term, first := f.one(), int64(1)
	if freedom%2 == 1 {
		term, first = cos, 2
	}
	sum := new(big.Int)
	for j := first; j < int64(freedom); j += 2 {
		sum.Add(sum, term)
		term = f.mul(term, square)
		term.Mul(term, big.NewInt(j)).Quo(term, big.NewInt(j+1))
	}
	sum = f.mul(sum, sin)
	if freedom%2 == 1 {
		sum.Add(sum, theta)
	}
	return sum
}

// tangentSquared returns a bound of ν·tan²θ, below it for side -1 and above it for side 1.
func (f fixed) tangentSquared(theta *big.Int, side int, nu *big.Rat) *big.Rat {
	sin, cos := f.sincos(theta)
	off := new(big.Int).Mul(slack, big.NewInt(int64(side)))
	sin.Add(sin, off)
	cos.Sub(cos, off)
	if sin.Sign() <= 0 {
		return new(big.Rat)
	}
	tangent := new(big.Rat).SetFrac(sin, cos)
	return tangent.Mul(tangent, tangent).Mul(tangent, nu)
}
