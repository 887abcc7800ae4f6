package survey

import (
	"math/big"
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
	units, square big.Int
	places        int // it was written with
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
	w.units.SetUint64(units)
	w.square.Mul(&w.units, &w.units)
	w.places = len(fraction)
	return ""
}

// weightSum returns a sum in units of the given place, with fewer places: the digits beyond them are zeros. The error is
// that of [indicator.FromDecimal].
func weightSum(sum *big.Int, unit, places int) (indicator.Value, error) {
	return indicator.FromDecimal(decimal.NewFromBigInt(sum, -int32(unit)).Truncate(int32(places)))
}

// weightSums are the sums behind [Weights].
type weightSums struct {
	sum, squares big.Int
	zero         int64
}

func (s *weightSums) add(w *recordWeight) {
	if w.units.Sign() == 0 {
		s.zero++
	}
	s.sum.Add(&s.sum, &w.units)
	s.squares.Add(&s.squares, &w.square)
}

// weights returns the sums with the given places, and twice as many for squares.
func (s *weightSums) weights(places int) (*Weights, error) {
	var w Weights
	var err error
	if w.Sum, err = weightSum(&s.sum, recordWeightPlaces, places); err != nil {
		return nil, err
	}
	if w.Squares, err = weightSum(&s.squares, 2*recordWeightPlaces, 2*places); err != nil {
		return nil, err
	}
	if s.zero > 0 {
		w.Zero = indicator.IntValue(s.zero)
	}
	return &w, nil
}
