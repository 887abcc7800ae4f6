package survey

import (
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
)

const (
	recordWeightPlaces = 9 // the places that a record's weight may have
	recordWeightWant   = "a weight from 0 to below 1000000000, of at most 9 places"
)

// recordWeight is the weight of one record, in units of its ninth place.
type recordWeight struct {
	units  uint64
	square [2]uint64 // the low and the high half
	places int       // it was written with
}

// parse reads -?digits[.digits]. The rule says what is wrong, and is empty when nothing is.
func (w *recordWeight) parse(text string) (wrong indicator.FaultRule) {
	const digits, zeros = "0123456789", "000000000"
	number, negative := strings.CutPrefix(text, "-")
	whole, fraction, pointed := strings.Cut(number, ".")
	switch {
	case text == "":
		return indicator.FaultRequired
	case whole == "" || pointed && fraction == "" || strings.Trim(whole, digits)+strings.Trim(fraction, digits) != "":
		return indicator.FaultNumber
	}
	units, err := strconv.ParseUint(whole+(fraction + zeros)[:recordWeightPlaces], 10, 64)
	if err != nil || units >= 1e18 || len(fraction) > recordWeightPlaces || negative && units > 0 {
		return indicator.FaultRange
	}
	w.units, w.places = units, len(fraction)
	w.square[1], w.square[0] = bits.Mul64(units, units)
	return ""
}

// wideSum is a sum of 192 bits, the low ones first: room for the squares of 10^10 weights. It adds a million records
// several times as fast as a big.Int.
type wideSum [3]uint64

// add adds a number of which the low and the high half are given.
func (s *wideSum) add(low, high uint64) {
	var carry uint64
	s[0], carry = bits.Add64(s[0], low, 0)
	s[1], carry = bits.Add64(s[1], high, carry)
	s[2] += carry
}

// value returns a sum in units of the given place, with fewer places: the digits beyond them are zeros. The error is that
// of [indicator.FromDecimal].
func (s wideSum) value(unit, places int) (indicator.Value, error) {
	sum := new(big.Int)
	for i := len(s) - 1; i >= 0; i-- {
		sum.Lsh(sum, 64).Or(sum, new(big.Int).SetUint64(s[i]))
	}
	return indicator.FromDecimal(decimal.NewFromBigInt(sum, -int32(unit)).Truncate(int32(places)))
}

// weightSums are the sums behind [Weights].
type weightSums struct {
	sum, squares wideSum
	zero         int64
}

func (s *weightSums) add(w *recordWeight) {
	if w.units == 0 {
		s.zero++
	}
	s.sum.add(w.units, 0)
	s.squares.add(w.square[0], w.square[1])
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
