package strictjson

import (
	"io"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// ReadChecked reads the rest of r as Read does, and then has validate look at what was read, unless reading ended early. The
// error is [indicator.Faults] with everything that is wrong, or that of a failing reader; a zero T comes with an error.
func ReadChecked[T any](r io.Reader, validate func(T) indicator.Faults) (T, error) {
	var v, none T
	faults, complete, err := Read(r, &v)
	if err != nil {
		return none, err
	}
	if complete {
		faults = merge(faults, validate(v))
	}
	if err := faults.Err(); err != nil {
		return none, err
	}
	return v, nil
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
