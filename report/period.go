package report

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
)

// period words a period, such as 2022年第三季度 or Q3 2022; the zero Period gives the empty text.
func (w *words) period(p indicator.Period) string {
	if p.IsZero() {
		return ""
	}
	year, month, day := date(p)
	switch {
	case p.IsYear():
		return w.say("period.year", "year", year)
	case p.IsDay():
		return w.say("period.day", "year", year, "month", w.month(month), "day", day)
	}
	switch s := p.String(); s[4] {
	case 'H':
		return w.say("period.half", "year", year, "half", w.word("half", s[5:], ""))
	case 'Q':
		return w.say("period.quarter", "year", year, "quarter", w.word("quarter", s[5:], ""))
	}
	return w.say("period.month", "year", year, "month", w.month(month))
}

// month returns a month's number in Chinese, its name in English.
func (w *words) month(number string) string { return w.word("month", number, "") }

func date(p indicator.Period) (year, month, day string) {
	_, m, d := p.EndDate()
	return strconv.Itoa(p.Year()), strconv.Itoa(m), strconv.Itoa(d)
}

// span words the time from one period to another, naming a common year or month once.
func (w *words) span(from, to indicator.Period) string {
	switch {
	case from.IsZero() || to.IsZero():
		return w.period(from) + w.period(to)
	case from == to:
		return w.period(from)
	case from.IsDay() && to.IsDay() && from.Year() == to.Year():
		year, m1, d1 := date(from)
		_, m2, d2 := date(to)
		if m1 == m2 {
			return w.say("span.days", "year", year, "month", w.month(m1), "from", d1, "to", d2)
		}
		return w.say("span.months-days", "year", year, "month1", w.month(m1), "day1", d1, "month2", w.month(m2), "day2", d2)
	}
	return w.say("span", "from", w.period(from), "to", w.period(to))
}

// periodText words a period given as text; a text that is none stays as it is.
func (w *words) periodText(s string) string {
	p, err := indicator.ParsePeriod(s)
	if err != nil {
		return w.t(s)
	}
	return w.period(p)
}

// spanText words the time between two periods given as texts.
func (w *words) spanText(texts []string) string {
	if len(texts) == 2 {
		from, err1 := indicator.ParsePeriod(texts[0])
		to, err2 := indicator.ParsePeriod(texts[1])
		if err1 == nil && err2 == nil {
			return w.span(from, to)
		}
	}
	return w.list(w.ts(texts)...)
}
