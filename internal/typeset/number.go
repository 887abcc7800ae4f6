package typeset

import (
	"slices"
	"strings"
)

// Number is a number as a report prints it.
type Number struct {
	Plain   string // with - or no sign and without grouping, such as -1954.34
	Places  int    // behind the point
	Grouped bool   // in English, as 1,374
	Signed  bool   // printed with + where it is above zero
	Unit    string // as printed, with the space before it, if any: %, ‰, 个百分点, " pp", or none
}

// points are the units of percentage points.
var points = []string{"个百分点", "百分点", "pp", "percentage points", "percentage point"}

// ParseNumber returns the number that a whole text is, and false where it is anything else: a number with another unit,
// a range, a code with a zero before it, digits in groups that are not of three.
func ParseNumber(s string) (Number, bool) {
	var n Number
	sign, rest := "", s
	for _, mark := range []string{"-", "−", "+"} {
		if after, ok := strings.CutPrefix(s, mark); ok {
			rest = after
			if n.Signed = mark == "+"; !n.Signed {
				sign = "-"
			}
			break
		}
	}
	digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789,."))]
	n.Unit = rest[len(digits):]
	whole, fraction, pointed := strings.Cut(digits, ".")
	n.Places = len(fraction)
	if groups := strings.Split(whole, ","); len(groups) > 1 {
		n.Grouped = true
		for i, group := range groups {
			if len(group) > 3 || i > 0 && len(group) < 3 {
				return Number{}, false
			}
		}
		whole = strings.Join(groups, "")
	}
	switch {
	case whole == "", len(whole) > 1 && whole[0] == '0', n.Grouped && strings.HasPrefix(rest, ","),
		pointed && fraction == "", strings.Trim(fraction, "0123456789") != "", !isUnit(n.Unit):
		return Number{}, false
	}
	n.Plain = sign + whole
	if pointed {
		n.Plain += "." + fraction
	}
	return n, true
}

// isUnit reports whether what stands behind a number leaves it a number.
func isUnit(s string) bool {
	unit := strings.TrimPrefix(s, " ")
	return s == "" || unit == "%" || unit == "‰" || slices.Contains(points, unit)
}

// Points reports whether the number is in percentage points.
func (n Number) Points() bool { return slices.Contains(points, strings.TrimPrefix(n.Unit, " ")) }

// Digits returns how many significant digits the number has; zeros behind the point count.
func (n Number) Digits() int {
	return len(strings.TrimLeft(strings.NewReplacer("-", "", ".", "").Replace(n.Plain), "0"))
}
