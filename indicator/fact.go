package indicator

// Fact is one named published number outside any series, such as evidence of a task's result: what, how much, when,
// and where it is printed. Facts carry the figures so that texts need not.
type Fact struct {
	Name      string    `json:"name"`
	Value     Value     `json:"value"`
	Unit      string    `json:"unit,omitempty"`
	Qualifier Qualifier `json:"qualifier,omitempty"`
	Period    Period    `json:"period,omitzero"`
	Status    Status    `json:"status,omitempty"`
	Promised  Target    `json:"promised,omitzero"`   // 承诺值: what the value was to reach; then the fact has a period
	Indicator string    `json:"indicator,omitempty"` // code of the indicator that this is another printing of, or a part of
	Part      bool      `json:"part,omitempty"`      // one of the parts 构成 that add up to the indicator's value
	Source    string    `json:"source,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// Promise returns the fact as an indicator with one observation, to be judged against what was promised; false when
// nothing was. A bound makes it a range, "at most" lets it fall, and any other promise is to be reached from below.
func (f Fact) Promise() (Indicator, bool) {
	if f.Promised == (Target{}) {
		return Indicator{}, false
	}
	direction := Increase
	switch {
	case !f.Promised.Low.IsZero() || !f.Promised.High.IsZero():
		direction = Range
	case f.Promised.Qualifier == AtMost:
		direction = Decrease
	}
	return Indicator{
		Code: f.Name, Name: f.Name, Unit: f.Unit, Direction: direction, Kind: Level, Targets: []Target{f.Promised}, Source: f.Source,
		Series: Series{{Period: f.Period, Value: f.Value, Status: f.Status, Source: f.Source, Note: f.Note}},
	}, true
}

// Validate returns every fault of f.
func (f Fact) Validate() Faults {
	var faults Faults
	faults.Require("/name", f.Name)
	if f.Value.IsZero() {
		faults.Add("/value", FaultRequired, "", "a number")
	}
	faults.Enum("/qualifier", f.Qualifier, Exactly, AtLeast, AtMost, MoreThan, Nearly, About)
	faults.Enum("/status", f.Status, Printed, Final, Preliminary, Estimated, Derived)
	if promise, ok := f.Promise(); ok {
		if f.Period.IsZero() {
			faults.Add("/period", FaultRequired, "", "a period beside what was promised")
		}
		faults.Under("/promised", f.Promised.Validate(promise.Direction))
	}
	if f.Part && f.Indicator == "" {
		faults.Add("/indicator", FaultRequired, "", "the code of the indicator that this is a part of")
	}
	return faults
}

// ValidateFacts returns every fault of the facts, each under its index.
func ValidateFacts(facts []Fact) Faults {
	var faults Faults
	for i, f := range facts {
		faults.Under(Pointer(i), f.Validate())
	}
	return faults
}
