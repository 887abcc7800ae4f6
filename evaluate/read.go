package evaluate

import (
	"io"
	"strings"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/strictjson"
)

// ReadPlan reads one plan as JSON and checks it. Keys match exactly; an unknown or repeated key, trailing data, bad
// UTF-8 and a number in another form than -12.50 are faults. The error is [indicator.Faults] with everything that is
// wrong, each fault with its JSON Pointer, or what the reader failed with; no plan comes with an error.
func ReadPlan(r io.Reader) (Plan, error) {
	var plan Plan
	faults, complete, err := strictjson.Read(r, &plan)
	if err != nil {
		return Plan{}, err
	}
	if complete {
		faults = merge(faults, plan.Validate())
	}
	if len(faults) > 0 {
		return Plan{}, faults
	}
	return plan, nil
}

// merge adds to the faults of reading those of validation, except at or below a place that reading already found at
// fault: a number that could not be read is not missing as well.
func merge(reading, validation indicator.Faults) indicator.Faults {
	at := map[string]bool{}
	for _, f := range reading {
		at[f.Path] = true
	}
	merged := reading
	for _, f := range validation {
		if !within(at, f.Path) {
			merged = append(merged, f)
		}
	}
	return merged
}

// within reports whether a path or one above it is among the given ones.
func within(at map[string]bool, path string) bool {
	for ; path != ""; path = path[:strings.LastIndexByte(path, '/')] {
		if at[path] {
			return true
		}
	}
	return false
}
