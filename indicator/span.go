package indicator

// Span counts whole units of time between the ends of three periods: from the baseline to the observation, and to
// the target. Annual data count in years, the official rule 时间进度 20/40/60/80/100 %; data within the year count in
// months, and in days only where the indicator asks for it. The zero Span is unknown.
type Span struct {
	Unit    string `json:"unit"`    // "year", "month" or "day"
	Elapsed int    `json:"elapsed"` // from the baseline's end to the observation's end
	Total   int    `json:"total"`   // from the baseline's end to the target's end
}

// NewSpan counts from the end of from to the ends of at and to. It gives a reason instead when a period is missing or
// does not end with a month, when at lies before from, or when no time lies between from and to.
func NewSpan(from, at, to Period) (Span, Reason) {
	s := Span{Unit: "year", Elapsed: at.Year() - from.Year(), Total: to.Year() - from.Year()}
	if !from.IsYear() || !at.IsYear() || !to.IsYear() {
		if why := absent(from, at, to); why != Present {
			return Span{}, why
		}
		if !endsMonth(from) || !endsMonth(at) || !endsMonth(to) {
			return Span{}, PeriodUnaligned
		}
		s = Span{Unit: "month", Elapsed: monthsTo(at) - monthsTo(from), Total: monthsTo(to) - monthsTo(from)}
	}
	return s.checked()
}

// absent says which of the periods of a span there is not.
func absent(from, at, to Period) Reason {
	switch {
	case from.IsZero():
		return NoBaseline
	case at.IsZero():
		return NoObservation
	case to.IsZero():
		return NoTarget
	}
	return Present
}

// checked returns a reason instead of a span that runs backward.
func (s Span) checked() (Span, Reason) {
	switch {
	case s.Elapsed < 0:
		return Span{}, BeforeBaseline
	case s.Total <= 0:
		return Span{}, NoTime
	}
	return s, Present
}

// Inclusive returns how many periods there are from the first to the last, both counted: 2016 to 2020 are five years,
// while Total is four, the number of times that something could grow from one to the next.
func (s Span) Inclusive() int { return s.Total + 1 }

// left returns the units left between the observation and the target; at or after the target it is not positive.
func (s Span) left() int { return s.Total - s.Elapsed }

// wholeYears returns the whole span in years, and false where it is unknown or no whole number of them.
func (s Span) wholeYears() (int, bool) {
	if s.Unit == "" || s.Unit == "day" || s.Total%s.PerYear() != 0 {
		return 0, false
	}
	return s.Total / s.PerYear(), true
}

// inMonths returns the span in months.
func (s Span) inMonths() Span {
	perYear := 12 / s.PerYear()
	return Span{Unit: "month", Elapsed: s.Elapsed * perYear, Total: s.Total * perYear}
}

// PerYear returns how many units make a year, 0 for days, of which no one number does.
func (s Span) PerYear() int {
	switch s.Unit {
	case "month":
		return 12
	case "day":
		return 0
	}
	return 1
}

// newDaySpan is NewSpan in days.
func newDaySpan(from, at, to Period) (Span, Reason) {
	if why := absent(from, at, to); why != Present {
		return Span{}, why
	}
	return Span{Unit: "day", Elapsed: at.ordinal() - from.ordinal(), Total: to.ordinal() - from.ordinal()}.checked()
}

func endsMonth(p Period) bool {
	year, month, day := p.EndDate()
	return day == monthLength(year, month)
}

func monthsTo(p Period) int {
	year, month, _ := p.EndDate()
	return year*12 + month
}

// timeSpan is the time between two periods, or the reason why it is unknown.
type timeSpan struct {
	units, perYear int
	why            Reason
}

// elapsed is the time from from to at, which a yearly span has counted already.
func (s Span) elapsed(from, at Period, why Reason) timeSpan {
	if why != Present || s.Unit != "year" || s.Elapsed == 0 {
		span, why := NewSpan(from, at, at)
		return span.total(why)
	}
	return timeSpan{s.Elapsed, 1, Present}
}

// total is the whole of a span, unknown for the reason why.
func (s Span) total(why Reason) timeSpan { return timeSpan{s.Total, s.PerYear(), why} }

// years returns the time in years.
func (t timeSpan) years() Ratio {
	if t.why != Present {
		return Missing(t.why)
	}
	return IntRatio(int64(t.units), int64(t.perYear))
}
