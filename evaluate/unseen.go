package evaluate

import (
	"slices"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/pointer"
)

// Unseen is a part of the plan's data that whoever recorded it did not get to see, 未提供的资料, such as an annex that was
// not handed over. What is not there is then not known to be missing: rules that read the part answer unknown.
type Unseen struct {
	Path   string `json:"path"` // JSON Pointer of the part, such as /surveys or /tasks/3/facts
	Reason string `json:"reason"`
	Source string `json:"source,omitempty"`
}

// Exemption says that a rule does not apply to this plan, and why, 不适用说明. It is printed with the rule.
type Exemption struct {
	Rule   string `json:"rule"` // the rule's id
	Reason string `json:"reason"`
	Source string `json:"source,omitempty"`
}

func (p Plan) exemption(rule string) (Exemption, bool) {
	i := slices.IndexFunc(p.Exemptions, func(e Exemption) bool { return e.Rule == rule })
	if i < 0 {
		return Exemption{}, false
	}
	return p.Exemptions[i], true
}

// withUnseen makes unknown what a rule found not to be met in a part that was not seen, or for want of something in
// such a part, and adds as unknown every other such part that the rule reads.
func withUnseen(unseen []Unseen, rule Rule, checked Checked) Checked {
	if len(unseen) == 0 {
		return checked
	}
	byPath := make(map[string]int, len(unseen))
	told := make([]bool, len(unseen)) // a finding says it already
	sought := -1
	for i, u := range unseen {
		byPath[u.Path] = i
		if overlaps(rule.Seeks, u.Path) {
			sought, told[i] = i, len(checked.Findings) > 0
		}
	}
	for i := range checked.Findings {
		f, part := &checked.Findings[i], sought
		for path := f.Path; path != ""; path = path[:max(strings.LastIndexByte(path, '/'), 0)] {
			if k, ok := byPath[path]; ok {
				part, told[k] = k, true
			}
		}
		if part >= 0 && f.Status == NotMet {
			f.Status, f.Margin, checked.Margin = Unknown, nil, nil // what else was measured may be wider
			f.Args = append(slices.Clone(f.Args), text("unseen", unseen[part].Reason))
		}
	}
	for i, u := range unseen {
		if !told[i] && overlaps(rule.Reads, u.Path) {
			checked.unknown(u.Path, text("unseen", u.Reason))
		}
	}
	return checked
}

// overlaps reports whether one of the parts, as rules name them, lies at, above or below a path.
func overlaps(parts []string, path string) bool {
	tokens := strings.Split(path, "/")
	return slices.ContainsFunc(parts, func(part string) bool { return meet(strings.Split(part, "/"), tokens) })
}

// meet reports whether a part is a path, or lies above or below it.
func meet(part, path []string) bool {
	switch {
	case len(part) == 0 || len(path) == 0:
		return true
	case part[0] == "**":
		_, isIndex := pointer.Index(path[0])
		return meet(part[1:], path) || (isIndex || path[0] == "tasks") && meet(part, path[1:])
	case part[0] != path[0] && part[0] != "*":
		return false
	}
	return meet(part[1:], path[1:])
}

// Hidden returns why the part of the plan at a path, or one above it, was not seen; false where it was.
func (p Plan) Hidden(path string) (reason string, hidden bool) {
	for _, u := range p.Unseen {
		if path == u.Path || strings.HasPrefix(path, u.Path+"/") {
			return u.Reason, true
		}
	}
	return "", false
}

// hides reports whether a part that one of the paths names, or one above or below it, was not seen, and why.
func (p Plan) hides(parts ...string) (reason string, hidden bool) {
	for _, u := range p.Unseen {
		if overlaps(parts, u.Path) {
			return u.Reason, true
		}
	}
	return "", false
}

// validateGaps checks what the plan says was not seen and does not apply.
func (p Plan) validateGaps(faults *indicator.Faults) {
	paths := map[string]bool{}
	for i, u := range p.Unseen {
		at := indicator.Pointer("unseen", i)
		if paths[u.Path] {
			faults.Add(at+"/path", indicator.FaultDuplicate, u.Path, "another part than those before")
		}
		paths[u.Path] = true
		if !isPlace(u.Path) {
			faults.Add(at+"/path", indicator.FaultReference, u.Path, "a JSON Pointer into the plan, such as /surveys")
		}
		faults.Require(at+"/reason", u.Reason)
	}
	given := map[string]bool{}
	for i, e := range p.Exemptions {
		at := indicator.Pointer("exemptions", i)
		checkID(faults, at+"/rule", e.Rule, given)
		faults.Require(at+"/reason", e.Reason)
	}
}
