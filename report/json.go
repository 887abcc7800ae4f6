package report

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/planeval/planeval/evaluate"
)

// WriteJSON writes everything that an evaluation, a comparison or scores hold as indented JSON with a final line feed: the
// plan, every figure with its formula, expression, inputs and result, the judgements, roll-ups, rules and findings; of
// scores the sheets, data, weights, totals and the score of every part, and what was simulated.
// Decimals are strings, the order is fixed, and & < > stand as they are. On an error of encoding nothing is written.
func WriteJSON[T *evaluate.Evaluation | *evaluate.Changes | []Scoring](w io.Writer, of T) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(of); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}
