package exact

import "github.com/shopspring/decimal"

// DecimalByIntegers is Decimal without the guess.
func (r Root) DecimalByIntegers(places, shift int, mode Mode) decimal.Decimal {
	return r.roundedByIntegers(places+shift, mode).decimal(places)
}

// Guess is the guess alone.
func (r Root) Guess(places int, mode Mode) (int64, bool) { return r.guess(places, mode) }
