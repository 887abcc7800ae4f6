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
	Source    string    `json:"source,omitempty"`
	Note      string    `json:"note,omitempty"`
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
