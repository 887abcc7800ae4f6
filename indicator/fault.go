package indicator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// FaultRule is the stable id of a kind of fault. Ids are frozen: one may be retired, never reused.
type FaultRule string

// The kinds of fault that plan data can have.
const (
	FaultRequired  FaultRule = "required"  // something that must be given is not
	FaultEnum      FaultRule = "enum"      // a word outside its vocabulary
	FaultNumber    FaultRule = "number"    // not a number in the accepted form
	FaultPeriod    FaultRule = "period"    // not a period in the accepted form
	FaultRange     FaultRule = "range"     // a number or length outside its limits
	FaultOrder     FaultRule = "order"     // something stands before what it must follow
	FaultDuplicate FaultRule = "duplicate" // the same code, period or key twice
	FaultReference FaultRule = "reference" // a code that nothing has
	FaultCycle     FaultRule = "cycle"     // something depends on itself
	FaultDepth     FaultRule = "depth"     // nested deeper than allowed
	FaultConflict  FaultRule = "conflict"  // two fields contradict each other
	FaultText      FaultRule = "text"      // a text with characters that no document can hold
	FaultSyntax    FaultRule = "syntax"    // not JSON
	FaultType      FaultRule = "type"      // JSON of another type than expected
	FaultUnknown   FaultRule = "unknown"   // a key that nothing reads
	FaultMore      FaultRule = "more"      // not a fault but how many there are beyond those that are listed
)

// Fault is one thing wrong with plan data: where, by which rule, what stood there and what was expected.
type Fault struct {
	Path  string    `json:"path"` // RFC 6901 JSON Pointer
	Rule  FaultRule `json:"rule"`
	Value string    `json:"value"` // the offending value, cut to 80 bytes
	Want  string    `json:"want"`
}

// Error words the fault for a developer.
func (f Fault) Error() string {
	path := f.Path
	if path == "" {
		path = "(whole document)"
	}
	if f.Value == "" {
		return fmt.Sprintf("%s: %s: want %s", path, f.Rule, f.Want)
	}
	return fmt.Sprintf("%s: %s: got %q, want %s", path, f.Rule, f.Value, f.Want)
}

// Faults is everything wrong with the data, in a stable order. It is an error; [Faults.Err] gives nil for none. Beyond
// MaxFaults they are only counted: the last element then has the rule FaultMore and the count as its Value.
type Faults []Fault

// MaxFaults is how many faults are listed.
const MaxFaults = 1000

// shownFaults is how many faults Error words before it says how many more there are.
const shownFaults = 50

// Error words one fault a line, at most 50, and states how many there are in all.
func (f Faults) Error() string {
	var b strings.Builder
	for i, fault := range f {
		if i == shownFaults {
			fmt.Fprintf(&b, "\n… %d faults in all, %d not shown", f.Count(), f.Count()-shownFaults)
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(fault.Error())
	}
	return b.String()
}

// Count returns how many faults there are, listed or not.
func (f Faults) Count() int {
	last := len(f) - 1
	if last < 0 || f[last].Rule != FaultMore {
		return len(f)
	}
	more, _ := strconv.Atoi(f[last].Value)
	return last + more
}

// Err returns f as an error, or nil when there is no fault.
func (f Faults) Err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// Add appends a fault.
func (f *Faults) Add(path string, rule FaultRule, value, want string) {
	const most = 80
	if len(value) > most {
		cut := most
		for cut > 0 && !utf8.RuneStart(value[cut]) {
			cut--
		}
		value = value[:cut] + "…"
	}
	f.append(Fault{path, rule, value, want})
}

func (f *Faults) append(fault Fault) {
	more := 1
	if fault.Rule == FaultMore {
		more, _ = strconv.Atoi(fault.Value)
	} else if len(*f) < MaxFaults {
		*f = append(*f, fault)
		return
	}
	if last := len(*f) - 1; last >= 0 && (*f)[last].Rule == FaultMore {
		counted, _ := strconv.Atoi((*f)[last].Value)
		(*f)[last].Value = strconv.Itoa(counted + more)
		return
	}
	*f = append(*f, Fault{Rule: FaultMore, Value: strconv.Itoa(more), Want: "no fault beyond those listed"})
}

// Under appends the faults of a part that stands at path.
func (f *Faults) Under(path string, part Faults) {
	for _, fault := range part {
		if fault.Rule != FaultMore {
			fault.Path = path + fault.Path
		}
		f.append(fault)
	}
}

// Require adds a fault when a text that must be given is empty.
func (f *Faults) Require(path, text string) {
	if text == "" {
		f.Add(path, FaultRequired, "", "a text")
	}
}

// Enum adds a fault when word is none of the given ones.
func (f *Faults) Enum(path string, word any, vocabulary ...any) {
	if slices.Contains(vocabulary, word) {
		return
	}
	words := make([]string, 0, len(vocabulary))
	for _, w := range vocabulary {
		if s := fmt.Sprint(w); s != "" {
			words = append(words, s)
		}
	}
	if s := fmt.Sprint(word); s != "" {
		f.Add(path, FaultEnum, s, "one of "+strings.Join(words, ", "))
		return
	}
	f.Add(path, FaultRequired, "", "one of "+strings.Join(words, ", "))
}

// Pointer makes a JSON Pointer of keys and indices.
func Pointer(tokens ...any) string {
	var b strings.Builder
	for _, token := range tokens {
		b.WriteByte('/')
		switch t := token.(type) {
		case int:
			b.WriteString(strconv.Itoa(t))
		default:
			b.WriteString(escaped(fmt.Sprint(t)))
		}
	}
	return b.String()
}

// escaped writes a key as a token of a JSON Pointer.
func escaped(key string) string {
	if !strings.ContainsAny(key, "~/") {
		return key
	}
	return strings.ReplaceAll(strings.ReplaceAll(key, "~", "~0"), "/", "~1")
}
