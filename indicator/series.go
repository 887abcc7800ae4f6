package indicator

import (
	"slices"
	"sort"
)

// Status says how firm a published number is, 数据状态.
type Status string

// The statuses. The zero Status is Printed: the source prints the number and does not say how firm it is.
const (
	Printed     Status = ""
	Final       Status = "final"       // 最终数
	Preliminary Status = "preliminary" // 初步数
	Estimated   Status = "estimated"   // 预计数
	Derived     Status = "derived"     // 推算数: computed from other printed figures; Note says how
	Unavailable Status = "unavailable" // 暂无数据: looked for and not there; such an observation has no value
)

// Observation is the number reported for one period, 完成值.
type Observation struct {
	Period Period `json:"period"`
	Value  Value  `json:"value,omitzero"`
	Status Status `json:"status,omitempty"`
	Source string `json:"source,omitempty"` // where it is printed, such as a section of the source document
	Note   string `json:"note,omitempty"`
}

// Series holds observations in the order of their periods, one a period; Validate of what holds it checks both.
// The zero Series is empty and useful.
type Series []Observation

// At returns the observation of exactly that period that has a value, and false when there is none.
func (s Series) At(p Period) (Observation, bool) {
	if o := s.at(p); o != nil {
		return *o, true
	}
	return Observation{}, false
}

// at is At without a copy; nil when there is none.
func (s Series) at(p Period) *Observation {
	low, high := 0, len(s)
	for low < high {
		if middle := int(uint(low+high) >> 1); s[middle].Period.key < p.key {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == len(s) || s[low].Period != p || s[low].Value.IsZero() {
		return nil
	}
	return &s[low]
}

// near is at for a period close to the last one.
func (s Series) near(p Period) *Observation {
	i := len(s) - 1
	for i >= 0 && s[i].Period.key > p.key {
		i--
	}
	if i < 0 || s[i].Period != p || s[i].Value.IsZero() {
		return nil
	}
	return &s[i]
}

// Sorted returns a copy in the order of the periods; observations of one period stay in their order.
func (s Series) Sorted() Series {
	sorted := slices.Clone(s)
	slices.SortStableFunc(sorted, func(a, b Observation) int { return a.Period.Compare(b.Period) })
	return sorted
}

// Until returns the observations whose period had ended by asOf; a zero asOf sets no limit.
func (s Series) Until(asOf Period) Series {
	if asOf.IsZero() {
		return s
	}
	n := len(s)
	if n > 0 && !s[n-1].Period.endsBy(asOf) {
		n = sort.Search(n, func(i int) bool { return !s[i].Period.endsBy(asOf) })
	}
	return s[:n:n]
}

// sameLength returns the observations whose periods are of the same form as p: years for a year, months for a month; all
// of them where p is none.
func (s Series) sameLength(p Period) Series {
	if p.IsZero() || !slices.ContainsFunc(s, func(o Observation) bool { return !o.Period.SameForm(p) }) {
		return s
	}
	var same Series
	for _, o := range s {
		if o.Period.SameForm(p) {
			same = append(same, o)
		}
	}
	return same
}

// Latest returns the last observation with a value whose period had ended by asOf; a zero asOf sets no limit.
func (s Series) Latest(asOf Period) (Observation, bool) {
	if o := s.Until(asOf).latest(); o != nil {
		return *o, true
	}
	return Observation{}, false
}

// latest is the last observation with a value, nil when there is none.
func (s Series) latest() *Observation {
	for i := len(s) - 1; i >= 0; i-- {
		if !s[i].Value.IsZero() {
			return &s[i]
		}
	}
	return nil
}

// Validate returns every fault: a period missing, out of order or twice, a status unknown or at odds with the value.
func (s Series) Validate() Faults {
	var faults Faults
	given := make(map[Period]bool, len(s))
	var latest Period
	for i, o := range s {
		at := Pointer(i)
		switch {
		case o.Period.IsZero():
			faults.Add(at+"/period", FaultRequired, "", "a period")
		case given[o.Period]:
			faults.Add(at+"/period", FaultDuplicate, o.Period.String(), "one observation a period")
		case o.Period.Compare(latest) < 0:
			faults.Add(at+"/period", FaultOrder, o.Period.String(), "a period after "+latest.String())
		default:
			latest = o.Period
		}
		given[o.Period] = true
		faults.Enum(at+"/status", o.Status, Printed, Final, Preliminary, Estimated, Derived, Unavailable)
		switch {
		case o.Value.IsZero() && o.Status != Unavailable:
			faults.Add(at+"/value", FaultRequired, "", `a number, or the status "unavailable"`)
		case !o.Value.IsZero() && o.Status == Unavailable:
			faults.Add(at+"/value", FaultConflict, o.Value.String(), `no value beside the status "unavailable"`)
		}
	}
	return faults
}
