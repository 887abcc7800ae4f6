package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Mode says how a figure is rounded. All modes look at the magnitude, so -x rounds to minus what x rounds to.
type Mode uint8

// The rounding modes; HalfUp is the default, and what any other number stands for.
const (
	HalfUp   Mode = iota // ties away from zero, 四舍五入
	HalfEven             // ties to the even digit, GB/T 8170 四舍六入五成双
	Truncate             // toward zero, 去尾
	HalfDown             // ties toward zero, 五舍六入
	Ceiling              // away from zero, 进一
)

// Fraction, Root, Log, GrowthRatio, SumRoot and Real are rounded alike. Round and Decimal both return x·10^shift rounded once,
// correctly, to the given places; places and shift are brought into 0…MaxPlaces, and shift 2 gives per cent. Round has
// room for MaxDigits digits, and allocates nothing where the figures are ordinary; Decimal has no limit. Both make what
// they return of the same whole number of units of the last place, which each type gives by a method named rounded.

// scaling brings places and shift into their limits, and returns the places and how many digits x moves to the left.
func scaling(places, shift int) (int, int) {
	places = min(max(places, 0), MaxPlaces)
	return places, places + min(max(shift, 0), MaxPlaces)
}

// units is a figure that has been rounded, as a whole number of units of its last place; wide takes over from small where
// it is not nil.
type units struct {
	small int64
	wide  *big.Int
}

func (n units) decimal(places int) decimal.Decimal {
	if n.wide == nil {
		return decimal.New(n.small, -int32(places))
	}
	return decimal.NewFromBigInt(n.wide, -int32(places))
}

// short returns n as a Decimal, and false where it has more than MaxDigits digits.
func (n units) short(places int) (Decimal, bool) {
	if n.wide == nil {
		d := Int(n.small)
		d.places = uint8(places)
		return d, true
	}
	d, err := FromBig(n.wide, places)
	return d, err == nil
}

func (n units) big() *big.Int {
	if n.wide == nil {
		return big.NewInt(n.small)
	}
	return n.wide
}

// part says how much of a unit is cut off: nothing, less than half, half, or more.
type part int8

const (
	nothing part = iota
	lessThanHalf
	half
	moreThanHalf
)

// comparedWithHalf is the part of which twice compares to the unit as given.
func comparedWithHalf(order int) part { return half + part(order) }

// roundsAway says whether a magnitude of which that part is cut off moves up by one unit.
func roundsAway(mode Mode, cut part, odd bool) bool {
	switch mode {
	case HalfEven:
		return cut > half || cut == half && odd
	case Truncate:
		return false
	case HalfDown:
		return cut > half
	case Ceiling:
		return cut > nothing
	}
	return cut >= half
}

// roundTwice rounds a number of which twice is the floor of its double, with nothing cut off where whole is true. The
// last bit of twice says on which side of the half the number lies. It changes twice.
func roundTwice(twice *big.Int, whole bool, mode Mode) units {
	odd := twice.Bit(0) == 1
	floor := twice.Rsh(twice, 1)
	if floor.Sign() < 0 && (odd || !whole) { // cut toward zero, and look at the half from there
		floor.Add(floor, big.NewInt(1))
		odd = !odd || whole
		if roundsAway(mode, cutOff(odd, whole), floor.Bit(0) == 1) {
			floor.Sub(floor, big.NewInt(1))
		}
	} else if roundsAway(mode, cutOff(odd, whole), floor.Bit(0) == 1) {
		floor.Add(floor, big.NewInt(1))
	}
	return units{wide: floor}
}

// cutOff is the part cut off: upper says that it is at least half, whole that nothing lies between the half steps.
func cutOff(upper, whole bool) part {
	switch {
	case !upper && whole:
		return nothing
	case !upper:
		return lessThanHalf
	case whole:
		return half
	}
	return moreThanHalf
}
