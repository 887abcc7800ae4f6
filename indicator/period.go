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
	// key is the last day, as year, month and day, and below it the form, so that periods compare as their keys do: by
	// their last day, then the longer one last.
	key uint32
}

// form is the length of a period; the longer one is greater.
type form uint32

const (
	noForm form = iota
	dayForm
	monthForm
	quarterForm
	halfForm
	yearForm
)

const (
	formBits  = 3
	dayBits   = 5
	monthBits = 4
)

// ending returns the period of the given form that ends on a day.
func (f form) ending(year, month, day int) Period {
	return Period{uint32(((year<<monthBits|month)<<dayBits|day)<<formBits) | uint32(f)}
}

func (p Period) form() form { return form(p.key & (1<<formBits - 1)) }

// lastDay orders periods by their last day alone.
func (p Period) lastDay() uint32 { return p.key >> formBits }

// ErrPeriod says what a period looks like.
var ErrPeriod = errors.New("not a period such as 2022, 2022H1, 2022Q3, 2022-07 or 2022-07-15")

// Year returns a calendar year, from 1 to 9999; any other gives the zero Period.
func Year(year int) Period {
	if year < 1 || year > 9999 {
		return Period{}
	}
	return yearForm.ending(year, 12, 31)
}

// Half returns the first or second half of a year; arguments outside the calendar give the zero Period.
func Half(year, half int) Period { return halfForm.part(year, half) }

// Quarter returns a quarter of a year; arguments outside the calendar give the zero Period.
func Quarter(year, quarter int) Period { return quarterForm.part(year, quarter) }

// Month returns a calendar month; arguments outside the calendar give the zero Period.
func Month(year, month int) Period { return monthForm.part(year, month) }

// months returns how many months a period of the form has; a day counts as its month.
func (f form) months() int {
	return [...]int{noForm: 0, dayForm: 1, monthForm: 1, quarterForm: 3, halfForm: 6, yearForm: 12}[f]
}

// part returns the index-th part of a year.
func (f form) part(year, index int) Period {
	if Year(year).IsZero() || index < 1 || index > 12/f.months() {
		return Period{}
	}
	month := index * f.months()
	return f.ending(year, month, monthLength(year, month))
}

// Day returns a calendar day; arguments outside the calendar give the zero Period.
func Day(year, month, day int) Period {
	if Month(year, month).IsZero() || day < 1 || day > monthLength(year, month) {
		return Period{}
	}
	return dayForm.ending(year, month, day)
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
func (p Period) IsZero() bool { return p.key == 0 }

// IsDay reports whether p is a single day.
func (p Period) IsDay() bool { return p.form() == dayForm }

// IsYear reports whether p is a calendar year.
func (p Period) IsYear() bool { return p.form() == yearForm }

// SameForm reports whether p and q are both years, both quarters, and so on.
func (p Period) SameForm(q Period) bool { return p.form() == q.form() }

// Year returns the calendar year that p lies in.
func (p Period) Year() int { return int(p.lastDay() >> (dayBits + monthBits)) }

// month returns the last month of p.
func (p Period) month() int { return int(p.lastDay() >> dayBits & (1<<monthBits - 1)) }

// day returns the last day of p.
func (p Period) day() int { return int(p.lastDay() & (1<<dayBits - 1)) }

// index returns which part of its year p is, for a day of its month.
func (p Period) index() int { return p.month() / p.form().months() }

// Start returns p's first day.
func (p Period) Start() Period {
	if p.IsDay() || p.IsZero() {
		return p
	}
	return Day(p.Year(), p.month()-p.form().months()+1, 1)
}

// End returns p's last day.
func (p Period) End() Period {
	if p.IsZero() {
		return p
	}
	return dayForm.ending(p.EndDate())
}

// EndDate returns the calendar date on which p ends.
func (p Period) EndDate() (year, month, day int) { return p.Year(), p.month(), p.day() }

// Days returns p's length in days; the zero Period has 0.
func (p Period) Days() int {
	if p.IsZero() {
		return 0
	}
	return p.ordinal() - p.Start().ordinal() + 1
}

// DaysUntil returns how many days lie from p's last day to that of q, negative when q ends first; with a zero Period it
// is 0.
func (p Period) DaysUntil(q Period) int {
	if p.IsZero() || q.IsZero() {
		return 0
	}
	return q.ordinal() - p.ordinal()
}

// Before reports whether p ends before q starts; the zero Period is before nothing, and nothing is before it.
func (p Period) Before(q Period) bool {
	return !p.IsZero() && !q.IsZero() && p.lastDay() < q.Start().lastDay()
}

// Compare orders periods by their last day, then the longer one last, so that a year follows its quarters. The zero
// Period comes first.
func (p Period) Compare(q Period) int { return cmp.Compare(p.key, q.key) }

// endsBy reports whether p has ended by the end of date.
func (p Period) endsBy(date Period) bool { return p.lastDay() <= date.lastDay() }

// PreviousYear returns the same period one year earlier, 上年同期; 29 February gives 28 February. It is the zero
// Period when there is none.
func (p Period) PreviousYear() Period {
	year, month, day := p.EndDate()
	if year <= 1 {
		return Period{}
	}
	if last := monthLength(year-1, month); !p.IsDay() || day > last {
		day = last
	}
	return p.form().ending(year-1, month, day)
}

// Previous returns the period of the same form that ends the day before p starts, 上期. It is the zero Period when there
// is none.
func (p Period) Previous() Period {
	year, month, day := p.EndDate()
	if p.IsDay() && day > 1 {
		return dayForm.ending(year, month, day-1)
	}
	if month -= p.form().months(); month < 1 {
		year, month = year-1, month+12
	}
	if p.IsZero() || year < 1 {
		return Period{}
	}
	return p.form().ending(year, month, monthLength(year, month))
}

// String returns the form that ParsePeriod reads.
func (p Period) String() string {
	switch p.form() {
	case yearForm:
		return fmt.Sprintf("%04d", p.Year())
	case halfForm:
		return fmt.Sprintf("%04dH%d", p.Year(), p.index())
	case quarterForm:
		return fmt.Sprintf("%04dQ%d", p.Year(), p.index())
	case monthForm:
		return fmt.Sprintf("%04d-%02d", p.Year(), p.index())
	case dayForm:
		return fmt.Sprintf("%04d-%02d-%02d", p.Year(), p.month(), p.day())
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

// ordinal counts the days up to p's last day in the proleptic Gregorian calendar.
func (p Period) ordinal() int {
	y, m := p.Year(), p.month()
	if m <= 2 {
		y--
		m += 12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*m-457)/5 + p.day()
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
