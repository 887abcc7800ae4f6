package score

import (
	"io"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/internal/strictjson"
)

// ReadSheet reads one sheet as JSON and checks it. Keys match exactly; an unknown or repeated key, trailing data, bad UTF-8
// and a number in another form than -12.50 are faults. The error is [indicator.Faults] with everything that is wrong, each
// fault with its JSON Pointer, or what the reader failed with; no sheet comes with an error.
func ReadSheet(r io.Reader) (Sheet, error) {
	var sheet Sheet
	if err := strictjson.ReadChecked(r, &sheet, func() indicator.Faults { return sheet.Validate() }); err != nil {
		return Sheet{}, err
	}
	return sheet, nil
}

// ReadData reads the data for a sheet as JSON, as ReadSheet does. A value that is null is missing.
func ReadData(r io.Reader, sheet Sheet) (Data, error) {
	var data Data
	if err := strictjson.ReadChecked(r, &data, func() indicator.Faults { return data.Validate(sheet) }); err != nil {
		return Data{}, err
	}
	return data, nil
}
