package survey

import (
	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
)

// Count names a number of questionnaires, or of ticks in them. The zero Count names none.
type Count string

// The counts.
const (
	CountSent      Count = "sent"      // 发放
	CountReturned  Count = "returned"  // 回收
	CountValid     Count = "valid"     // 有效
	CountAsked     Count = "asked"     // 被问人数: those to whom one question was put
	CountAnswered  Count = "answered"  // 答题人数: those who answered one question
	CountChosen    Count = "chosen"    // 选择人数: those who chose one option
	CountResponses Count = "responses" // 应答次数: the ticks of all options of one question
)

// mostCount bounds every count; there are fewer people.
const mostCount int64 = 10_000_000_000

// mostPeople is mostCount as a number.
var mostPeople = indicator.IntRatio(mostCount, 1)

// isCount reports whether v is stated and is a whole number from 0 to mostCount.
func isCount(v indicator.Value) bool {
	return !v.IsZero() && v.Places() == 0 && v.Sign() >= 0 && v.Cmp(indicator.IntValue(mostCount)) <= 0
}

// stated is a count by its name; the zero stated is no count.
type stated struct {
	count Count
	value indicator.Value
}

// respondents returns the valid count, else the returned one, 有效 or 回收; none when neither is stated.
func (s Survey) respondents() stated {
	return first(stated{CountValid, s.Valid}, stated{CountReturned, s.Returned})
}

// first returns the first of the counts that is stated.
func first(counts ...stated) stated {
	for _, c := range counts {
		if !c.value.IsZero() {
			return c
		}
	}
	return stated{}
}

// smallest returns the smallest of the counts that is a count, and of equal ones the first.
func smallest(counts ...stated) stated {
	var found stated
	for _, c := range counts {
		if isCount(c.value) && (found.value.IsZero() || c.value.Cmp(found.value) < 0) {
			found = c
		}
	}
	return found
}

// responses returns the sum of the question's counts; it is absent when an option has none.
func (q Question) responses() indicator.Value {
	counts := make([]indicator.Value, 0, len(q.Tallies))
	for _, t := range q.Tallies {
		if t.Count.IsZero() {
			return indicator.Value{}
		}
		counts = append(counts, t.Count)
	}
	return sum(counts)
}

// sum adds the values that are present; it is absent when none is, or when the sum is too long for a Value.
func sum(values []indicator.Value) indicator.Value {
	var total decimal.Decimal
	found := false
	for _, v := range values {
		if d, ok := v.Decimal(); ok {
			total, found = total.Add(d), true
		}
	}
	if !found {
		return indicator.Value{}
	}
	v, err := indicator.FromDecimal(total)
	if err != nil {
		return indicator.Value{}
	}
	return v
}
