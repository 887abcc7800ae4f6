package exact

import (
	"math/big"
	"strings"
)

// MaxFractionText is the longest text that ParseFraction looks at, in bytes.
const MaxFractionText = 16384

// ParseFraction reads what big.Rat.RatString writes: -?digits[/digits] without leading zeros.
func ParseFraction(s string) (Fraction, error) {
	if len(s) > MaxFractionText || !fractionText(s) {
		return Fraction{}, ErrSyntax
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return Fraction{}, ErrSyntax
	}
	return narrow(r), nil
}

func fractionText(s string) bool {
	num, den, quotient := strings.Cut(strings.TrimPrefix(s, "-"), "/")
	return wholeText(num) && (!quotient || wholeText(den))
}

// wholeText keeps out what big.Rat.SetString also takes: signs, underscores, and leading zeros, which it reads as octal.
func wholeText(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s == "0" || s != "" && s[0] != '0'
}
