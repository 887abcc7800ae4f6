package indicator

import (
	"cmp"
	"errors"
	"fmt"
	"time"
)

// Period is a calendar year, half-year, quarter, month or day: "2022", "2022H1", "2022Q3", "2022-07", "2022-07-15".
// It has no time zone. Periods are values that can be compared with ==. The zero Period is none and is invalid
// wherever a period is required.
type Period struct {
	year  uint16
	kind  periodKind
	index uint8 // half 1–2, quarter 1–4 or month 1–12
	day   uint8
}

type periodKind uint8

const (
	noPeriod periodKind = iota
	yearPeriod
	halfPeriod
	quarterPeriod
	monthPeriod
	dayPeriod
)

// ErrPeriod says what a period looks like.
var ErrPeriod = errors.New("not a period such as 2022, 2022H1, 2022Q3, 2022-07 or 2022-07-15")

// Year returns a calendar year, from 1 to 9999; any other gives the zero Period.
func Year(year int) Period {
	if year < 1 || year > 9999 {
		return Period{}
	}
	return Period{year: uint16(year), kind: yearPeriod}
}

// Half returns the first or second half of a year; arguments outside the calendar give the zero Period.
func Half(year, half int) Period { return partOf(year, half, halfPeriod, 2) }

// Quarter returns a quarter of a year; arguments outside the calendar give the zero Period.
func Quarter(year, quarter int) Period { return partOf(year, quarter, quarterPeriod, 4) }

func partOf(year, index int, kind periodKind, most int) Period {
	p := Year(year)
	if p.IsZero() || index < 1 || index > most {
		return Period{}
	}
	p.kind, p.index = kind, uint8(index)
	return p
}

// Month returns a calendar month; arguments outside the calendar give the zero Period.
func Month(year, month int) Period {
	if Year(year).IsZero() || month < 1 || month > 12 {
		return Period{}
	}
	return Period{year: uint16(year), kind: monthPeriod, index: uint8(month)}
}

// Day returns a calendar day; arguments outside the calendar give the zero Period.
func Day(year, month, day int) Period {
	p := Month(year, month)
	if p.IsZero() || day < 1 || day > monthLength(year, month) {
		return Period{}
	}
	p.kind, p.day = dayPeriod, uint8(day)
	return p
}

// ParsePeriod reads one of the five forms; an RFC 3339 timestamp stands for its own calendar day, in whatever zone it
// is written. The empty text is the zero Period. The error is [ErrPeriod].
func ParsePeriod(s string) (Period, error) {
	if s == "" {
		return Period{}, nil
	}
	if len(s) > 10 && s[10] == 'T' {
		if _, err := time.Parse(time.RFC3339, s); err != nil {
			return Period{}, ErrPeriod
		}
		s = s[:10]
	}
	var p Period
	switch {
	case len(s) == 4:
		p = Year(number(s))
	case len(s) == 6 && s[4] == 'H':
		p = Half(number(s[:4]), number(s[5:]))
	case len(s) == 6 && s[4] == 'Q':
		p = Quarter(number(s[:4]), number(s[5:]))
	case len(s) == 7 && s[4] == '-':
		p = Month(number(s[:4]), number(s[5:]))
	case len(s) == 10 && s[4] == '-' && s[7] == '-':
		p = Day(number(s[:4]), number(s[5:7]), number(s[8:]))
	}
	if p.IsZero() {
		return Period{}, ErrPeriod
	}
	return p, nil
}

// number reads ASCII digits alone; anything else gives -1.
func number(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// MustPeriod is ParsePeriod for literals in tests and tables; it panics on an error.
func MustPeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(fmt.Sprintf("indicator.MustPeriod(%q): %v", s, err))
	}
	return p
}

// IsZero reports whether p is none.
func (p Period) IsZero() bool { return p.kind == noPeriod }

// IsDay reports whether p is a single day.
func (p Period) IsDay() bool { return p.kind == dayPeriod }

// IsYear reports whether p is a calendar year.
func (p Period) IsYear() bool { return p.kind == yearPeriod }

// SameForm reports whether p and q are both years, both quarters, and so on.
func (p Period) SameForm(q Period) bool { return p.kind == q.kind }

// Year returns the calendar year that p lies in.
func (p Period) Year() int { return int(p.year) }

// months returns the first and the last month of p.
func (p Period) months() (first, last int) {
	switch p.kind {
	case halfPeriod:
		return int(p.index)*6 - 5, int(p.index) * 6
	case quarterPeriod:
		return int(p.index)*3 - 2, int(p.index) * 3
	case monthPeriod, dayPeriod:
		return int(p.index), int(p.index)
	}
	return 1, 12
}

// Start returns p's first day.
func (p Period) Start() Period {
	if p.kind == dayPeriod || p.IsZero() {
		return p
	}
	first, _ := p.months()
	return Day(int(p.year), first, 1)
}

// End returns p's last day.
func (p Period) End() Period {
	if p.kind == dayPeriod || p.IsZero() {
		return p
	}
	_, last := p.months()
	return Day(int(p.year), last, monthLength(int(p.year), last))
}

// EndDate returns the calendar date on which p ends.
func (p Period) EndDate() (year, month, day int) {
	end := p.End()
	return int(end.year), int(end.index), int(end.day)
}

// Days returns p's length in days; the zero Period has 0.
func (p Period) Days() int {
	if p.IsZero() {
		return 0
	}
	return p.End().ordinal() - p.Start().ordinal() + 1
}

// Before reports whether p ends before q starts; the zero Period is before nothing, and nothing is before it.
func (p Period) Before(q Period) bool {
	return !p.IsZero() && !q.IsZero() && p.End().ordinal() < q.Start().ordinal()
}

// Compare orders periods by their last day, then the longer one last, so that a year follows its quarters. The zero
// Period comes first.
func (p Period) Compare(q Period) int {
	if p.IsZero() || q.IsZero() {
		return cmp.Compare(min(p.kind, 1), min(q.kind, 1))
	}
	return cmp.Or(cmp.Compare(p.endKey(), q.endKey()), cmp.Compare(q.kind, p.kind))
}

// endKey orders periods by their last day.
func (p Period) endKey() int {
	_, month := p.months()
	day := int(p.day)
	if p.kind != dayPeriod {
		day = monthLength(int(p.year), month)
	}
	return int(p.year)<<9 | month<<5 | day
}

// endsBy reports whether p has ended by the end of date.
func (p Period) endsBy(date Period) bool { return p.endKey() <= date.endKey() }

// PreviousYear returns the same period one year earlier, 上年同期; 29 February gives 28 February. It is the zero
// Period when there is none.
func (p Period) PreviousYear() Period {
	if p.year <= 1 || p.IsZero() {
		return Period{}
	}
	p.year--
	if p.kind == dayPeriod {
		p.day = min(p.day, uint8(monthLength(int(p.year), int(p.index))))
	}
	return p
}

// Previous returns the period of the same form that ends the day before p starts, 上期. It is the zero Period when there
// is none.
func (p Period) Previous() Period {
	switch {
	case p.kind == yearPeriod || p.IsZero():
		return p.PreviousYear()
	case p.kind == dayPeriod && p.day > 1:
		p.day--
		return p
	case p.kind == dayPeriod:
		return Month(p.Year(), int(p.index)).Previous().End()
	case p.index > 1:
		p.index--
		return p
	}
	p.index = map[periodKind]uint8{halfPeriod: 2, quarterPeriod: 4, monthPeriod: 12}[p.kind]
	return p.PreviousYear()
}

// String returns the form that ParsePeriod reads.
func (p Period) String() string {
	switch p.kind {
	case yearPeriod:
		return fmt.Sprintf("%04d", p.year)
	case halfPeriod:
		return fmt.Sprintf("%04dH%d", p.year, p.index)
	case quarterPeriod:
		return fmt.Sprintf("%04dQ%d", p.year, p.index)
	case monthPeriod:
		return fmt.Sprintf("%04d-%02d", p.year, p.index)
	case dayPeriod:
		return fmt.Sprintf("%04d-%02d-%02d", p.year, p.index, p.day)
	}
	return ""
}

// MarshalText returns String.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText is ParsePeriod.
func (p *Period) UnmarshalText(text []byte) error {
	parsed, err := ParsePeriod(string(text))
	if err != nil {
		return err
	}
	*p = parsed
	return nil
}

// ordinal counts the days of a day Period in the proleptic Gregorian calendar.
func (p Period) ordinal() int {
	y, m := int(p.year), int(p.index)
	if m <= 2 {
		y--
		m += 12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*m-457)/5 + int(p.day)
}

func monthLength(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
