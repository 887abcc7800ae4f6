package evaluate

import (
	"io"

	"github.com/planeval/planeval/internal/strictjson"
)

// ReadPlan reads one plan as JSON and checks it. Keys match exactly; an unknown or repeated key, trailing data, bad
// UTF-8 and a number in another form than -12.50 are faults. The error is [indicator.Faults] with everything that is
// wrong, each fault with its JSON Pointer, or what the reader failed with; no plan comes with an error.
func ReadPlan(r io.Reader) (Plan, error) { return strictjson.ReadChecked(r, Plan.Validate) }
