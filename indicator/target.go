package indicator

// Qualifier is the tolerance word beside a number, such as 以上 or 左右.
type Qualifier string

// The qualifiers. The zero Qualifier is Exactly: the number stands alone.
const (
	Exactly  Qualifier = ""
	AtLeast  Qualifier = "at-least"  // 以上、不低于
	AtMost   Qualifier = "at-most"   // 以内、以下
	MoreThan Qualifier = "more-than" // 超过、逾、余、多
	Nearly   Qualifier = "nearly"    // 近、不足
	About    Qualifier = "about"     // 左右、约: within a stated tolerance
)

// Target is the number to be reached by the end of a period, 目标值. An interim target is one with an earlier period;
// a revision is one with the same period and a later Set. Both are kept.
type Target struct {
	Period    Period    `json:"period"`
	Value     Value     `json:"value,omitzero"`
	Low       Value     `json:"low,omitzero"`        // with the direction range
	High      Value     `json:"high,omitzero"`       // with the direction range
	Qualifier Qualifier `json:"qualifier,omitempty"` // one that fits the direction; nearly is for facts alone
	Tolerance Value     `json:"tolerance,omitzero"`  // with the qualifier about, in the indicator's unit
	Set       Period    `json:"set,omitzero"`        // when it was set or revised
	Source    string    `json:"source,omitempty"`
}

// Validate returns every fault of t for an indicator of the given direction.
func (t Target) Validate(d Direction) Faults {
	var faults Faults
	if t.Period.IsZero() {
		faults.Add("/period", FaultRequired, "", "a period")
	}
	if d == Range {
		switch {
		case t.Low.IsZero() && t.High.IsZero():
			faults.Add("/low", FaultRequired, "", "a low or a high bound for the direction range")
		case !t.Low.IsZero() && !t.High.IsZero() && t.Low.Cmp(t.High) > 0:
			faults.Add("/low", FaultConflict, t.Low.String(), "at most the high bound "+t.High.String())
		}
		if !t.Value.IsZero() {
			faults.Add("/value", FaultConflict, t.Value.String(), "low and high instead, for the direction range")
		}
	} else {
		if t.Value.IsZero() {
			faults.Add("/value", FaultRequired, "", "a number")
		}
		if !t.Low.IsZero() || !t.High.IsZero() {
			faults.Add("/low", FaultConflict, t.Low.String()+"…"+t.High.String(), "no bounds without the direction range")
		}
	}
	faults.Enum("/qualifier", t.Qualifier, Exactly, AtLeast, AtMost, MoreThan, About)
	switch {
	case d == Range && t.Qualifier != Exactly, d == Decrease && t.Qualifier == AtLeast,
		(d == Increase || d == Maintain) && t.Qualifier == AtMost:
		faults.Add("/qualifier", FaultConflict, string(t.Qualifier), "a qualifier that fits the direction "+string(d))
	}
	switch {
	case t.Tolerance.Sign() < 0:
		faults.Add("/tolerance", FaultRange, t.Tolerance.String(), "0 or more")
	case t.Tolerance.IsZero() == (t.Qualifier == About):
		faults.Add("/tolerance", FaultConflict, t.Tolerance.String(), "a tolerance with the qualifier about, and only with it")
	}
	return faults
}
