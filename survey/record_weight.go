package survey

import (
	"bytes"
	"math/big"
	"math/bits"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
)

const (
	recordWeightPlaces = 9 // the places that a record's weight may have
	recordWeightWant   = "a weight from 0 to below 1000000000, of at most 9 places"
)

// recordWeight is a weight in units of its ninth place, and the places it was written with.
type recordWeight struct {
	units  uint64
	places int
}

// parseRecordWeight reads -?digits[.digits], without making a text of it. The rule says what is wrong, and is empty when
// nothing is.
func parseRecordWeight(text []byte) (w recordWeight, wrong indicator.FaultRule) {
	if len(text) == 0 {
		return w, indicator.FaultRequired
	}
	number, negative := bytes.CutPrefix(text, []byte("-"))
	whole, fraction, pointed := bytes.Cut(number, []byte("."))
	if len(whole) == 0 || pointed && len(fraction) == 0 || !areDigits(whole) || !areDigits(fraction) {
		return w, indicator.FaultNumber
	}
	whole = bytes.TrimLeft(whole, "0")
	if len(whole) > recordWeightPlaces || len(fraction) > recordWeightPlaces {
		return w, indicator.FaultRange
	}
	w.places = len(fraction)
	for _, digit := range whole {
		w.units = w.units*10 + uint64(digit-'0')
	}
	for i := range recordWeightPlaces {
		w.units *= 10
		if i < len(fraction) {
			w.units += uint64(fraction[i] - '0')
		}
	}
	if negative && w.units > 0 {
		return w, indicator.FaultRange
	}
	return w, ""
}

func areDigits(text []byte) bool {
	for _, c := range text {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// wideSum adds up numbers of 128 bits in 192, the lowest word first: squares of weights have up to 120 bits, and there
// are fewer than 2^64 of them.
type wideSum [3]uint64

func (s *wideSum) add(high, low uint64) {
	var carry uint64
	if s[0], carry = bits.Add64(s[0], low, 0); high|carry == 0 {
		return
	}
	s[1], carry = bits.Add64(s[1], high, carry)
	s[2] += carry
}

// value returns the sum, in units of the given place, with fewer places: the digits beyond them are zeros. The error is
// that of [indicator.FromDecimal].
func (s *wideSum) value(unit, places int) (indicator.Value, error) {
	n := new(big.Int)
	for i := len(s) - 1; i >= 0; i-- {
		n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(s[i]))
	}
	zeros := int64(1)
	for range unit - places {
		zeros *= 10
	}
	return indicator.FromDecimal(decimal.NewFromBigInt(n.Quo(n, big.NewInt(zeros)), -int32(places)))
}

// weightSums are the sums behind [Weights].
type weightSums struct {
	sum, squares wideSum
	zero         int64
}

func (s *weightSums) add(w recordWeight) {
	if w.units == 0 {
		s.zero++
		return
	}
	s.sum.add(0, w.units)
	s.squares.add(bits.Mul64(w.units, w.units))
}

// weights returns the sums with the given places, and twice as many for squares.
func (s *weightSums) weights(places int) (*Weights, error) {
	var w Weights
	var err error
	if w.Sum, err = s.sum.value(recordWeightPlaces, places); err != nil {
		return nil, err
	}
	if w.Squares, err = s.squares.value(2*recordWeightPlaces, 2*places); err != nil {
		return nil, err
	}
	if s.zero > 0 {
		w.Zero = indicator.IntValue(s.zero)
	}
	return &w, nil
}
