package score

import (
	"io"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/strictjson"
)

// ReadSheet reads one sheet as JSON and checks it. Keys match exactly; an unknown or repeated key, trailing data, bad UTF-8
// and a number in another form than -12.50 are faults. The error is [indicator.Faults] with everything that is wrong, each
// fault with its JSON Pointer, or what the reader failed with; no sheet comes with an error.
func ReadSheet(r io.Reader) (Sheet, error) { return strictjson.ReadChecked(r, Sheet.Validate) }

// ReadData reads the data for a sheet as JSON, as ReadSheet does. A value that is null is missing.
func ReadData(r io.Reader, sheet Sheet) (Data, error) {
	return strictjson.ReadChecked(r, func(d Data) indicator.Faults { return d.Validate(sheet) })
}
