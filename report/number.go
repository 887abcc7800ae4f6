package report

import (
	"strconv"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// places is how many places computed figures are printed with, rounded half up.
const places = 2

// minus prints the sign of a number below zero as the sign of subtraction in formulas.
func minus(number string) string { return strings.ReplaceAll(number, "-", "−") }

// digits prints a plain number: grouped in English, and in Chinese with its own digits.
func (w *words) digits(number string) string {
	if w.tag != english {
		return minus(number)
	}
	sign := ""
	if strings.HasPrefix(number, "-") || strings.HasPrefix(number, "+") {
		sign, number = minus(number[:1]), number[1:]
	}
	whole, fraction, _ := strings.Cut(number, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}

func (w *words) count(n int) string { return w.digits(strconv.Itoa(n)) }

// value prints a published number with its own places.
func (w *words) value(v indicator.Value) string { return w.digits(v.String()) }

// unit words a unit. One with an empty translation is left out: 家 is needed to count in Chinese, not in English.
func (w *words) unit(unit string) string {
	if unit == indicator.PointUnit || unit == "百分点" {
		return w.say("unit.points")
	}
	if translated, ok := w.translations[unit]; ok && translated == "" {
		return ""
	}
	if money, thing, per := strings.Cut(unit, "/"); per && w.tag == english && w.translations[unit] == "" {
		if thing = w.unit(thing); thing == "" {
			return w.unit(money) + " " + w.say("unit.each")
		}
		return w.unit(money) + " " + w.say("unit.per") + " " + singular("1", thing)
	}
	if w.translations[unit] == "" && w.has("own-unit", unit) {
		return w.word("own-unit", unit, "")
	}
	return w.t(unit)
}

// quantity puts a printed number and its unit together. In English a unit that is a number itself, such as "100
// million yuan", is left out: it stands where the number's subject is named.
func (w *words) quantity(number, unit string) string {
	number = minus(number)
	switch {
	case number == "" || unit == "":
		return number
	case unit == "%" || unit == "‰" || w.tag != english:
		return number + w.unit(unit)
	case w.unit(unit) == "" || scale(w.unit(unit)) > 0:
		return number
	}
	return number + " " + singular(number, w.unit(unit))
}

// amount is quantity for numbers that stand alone: in English a unit that is a number itself is multiplied out, so
// that 305.41 亿元 is 30.541 billion yuan.
func (w *words) amount(number, unit string) string {
	exponent := 0
	if w.tag == english && number != "" {
		exponent = scale(w.unit(unit))
	}
	if exponent == 0 {
		return w.quantity(w.digits(number), unit)
	}
	_, rest := leadingNumber(w.unit(unit))
	whole, _, _ := strings.Cut(strings.TrimLeft(number, "-+0"), ".")
	switch length := len(whole) + exponent; {
	case length > 9:
		return w.digits(shifted(number, exponent-9)) + " billion " + rest
	case length > 6:
		return w.digits(shifted(number, exponent-6)) + " million " + rest
	}
	return w.digits(shifted(number, exponent)) + " " + rest
}

// scale returns the power of ten that an English unit such as "10,000 persons" begins with, and 0 for others.
func scale(unit string) int {
	exponent, _ := leadingNumber(unit)
	return exponent
}

func leadingNumber(unit string) (exponent int, rest string) {
	number, rest, ok := strings.Cut(unit, " ")
	number = strings.ReplaceAll(number, ",", "")
	if zeros := strings.TrimPrefix(number, "1"); ok && zeros != number && strings.Trim(zeros, "0") == "" {
		exponent = len(zeros)
		for word, zeros := range map[string]int{"thousand ": 3, "million ": 6, "billion ": 9} {
			if after, ok := strings.CutPrefix(rest, word); ok {
				return exponent + zeros, after
			}
		}
		return exponent, rest
	}
	return 0, unit
}

// shifted moves the point of a plain number to the right, or to the left for a negative count. Zeros that only the
// move brings behind the point are left out.
func shifted(number string, by int) string {
	sign := ""
	if strings.HasPrefix(number, "-") || strings.HasPrefix(number, "+") {
		sign, number = number[:1], number[1:]
	}
	whole, fraction, pointed := strings.Cut(number, ".")
	digits, at := whole+fraction, len(whole)+by
	if at <= 0 {
		digits, at = strings.Repeat("0", 1-at)+digits, 1
	}
	if at > len(digits) {
		digits += strings.Repeat("0", at-len(digits))
	}
	whole, fraction = strings.TrimLeft(digits[:at-1], "0")+digits[at-1:at], digits[at:]
	if !pointed || by > 0 {
		fraction = strings.TrimRight(fraction, "0")
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction
}

// singular gives the English form of a unit behind the number one.
func singular(number, unit string) string {
	if number != "1" || strings.Contains(unit, " ") || !strings.HasSuffix(unit, "s") || strings.HasSuffix(unit, "ss") {
		return unit
	}
	for _, plural := range []string{"ches", "shes", "xes", "sses"} {
		if strings.HasSuffix(unit, plural) {
			return strings.TrimSuffix(unit, "es")
		}
	}
	if stem, ok := strings.CutSuffix(unit, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(unit, "s")
}

// qualified puts a tolerance word such as 超过 beside a printed amount.
func (w *words) qualified(q indicator.Qualifier, amount string) string {
	if template, ok := w.catalogue["qualifier."+string(q)]; ok && amount != "" {
		return fill(template, func(string) string { return amount })
	}
	return amount
}

// fixed prints a computed number, which must not be missing, at two places and without a unit.
func fixed(n indicator.Number) string { return n.Decimal(places, indicator.HalfUp).StringFixed(places) }

// fixedIn is fixed for a number in a unit: a share keeps its two places, an amount such as 1142 enterprises drops zeros
// at the end.
func fixedIn(n indicator.Number, unit string) string {
	number := fixed(n)
	if unit == indicator.PointUnit || indicator.IsShare(unit) {
		return number
	}
	return strings.TrimSuffix(strings.TrimRight(number, "0"), ".")
}

// hundredfold is fixed for a hundred times the number.
func hundredfold(n indicator.Number) string {
	return n.Percent(places, indicator.HalfUp).StringFixed(places)
}

// signed puts a plus before a number above zero.
func signed(number string) string {
	if strings.HasPrefix(number, "-") || strings.Trim(number, "0.") == "" {
		return number
	}
	return "+" + number
}

// percent prints a number as a percentage, or in words why there is none.
func (w *words) percent(n indicator.Number) string {
	return w.present(n, func() string { return w.digits(hundredfold(n)) + "%" })
}

// points prints a number as signed percentage points, or in words why there is none.
func (w *words) points(n indicator.Number) string {
	return w.present(n, func() string { return w.quantity(signed(hundredfold(n)), indicator.PointUnit) })
}

// plain prints a number without a unit, or in words why there is none.
func (w *words) plain(n indicator.Number) string {
	return w.present(n, func() string { return w.digits(fixed(n)) })
}

func (w *words) present(n indicator.Number, write func() string) string {
	if n == nil {
		return w.reason(indicator.NotComputed)
	}
	if why := n.Missing(); why != indicator.Present {
		return w.reason(why)
	}
	return write()
}

// reason says in words why a number or verdict is absent.
func (w *words) reason(why indicator.Reason) string {
	return w.word("reason", why.String(), indicator.NotComputed.String())
}

// figure prints the result of a figure with its unit, or in words why there is none.
func (w *words) figure(f indicator.Figure) string {
	return w.present(f.Result, func() string {
		switch f.Formula.Display() {
		case indicator.Percent:
			return w.percent(f.Result)
		case indicator.Points:
			return w.points(f.Result)
		case indicator.Plain:
			return w.plain(f.Result)
		}
		if f.Unit == indicator.PointUnit {
			return w.quantity(signed(fixed(f.Result)), f.Unit)
		}
		return w.amount(fixedIn(f.Result, f.Unit), f.Unit)
	})
}

// step prints a change in a unit with its sign.
func (w *words) step(n indicator.Number, unit string) string {
	return w.present(n, func() string { return w.quantity(w.digits(signed(fixedIn(n, unit))), unit) })
}
