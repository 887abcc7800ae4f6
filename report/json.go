package report

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/planeval/planeval/evaluate"
)

// WriteJSON writes everything that the evaluation holds as indented JSON with a final line feed: the plan, every
// figure with its formula, expression, inputs and result, the judgements, roll-ups, rules and findings. Decimals are
// strings, the order is fixed, and & < > stand as they are. On an error of encoding nothing is written.
func WriteJSON(w io.Writer, e *evaluate.Evaluation) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(e); err != nil {
		return err
	}
	_, err := w.Write(unescaped(b.Bytes()))
	return err
}

// unescaped writes & < > plainly where a value's own MarshalJSON escaped them.
func unescaped(text []byte) []byte {
	plain := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' {
			plain = append(plain, text[i])
			continue
		}
		if i+6 <= len(text) {
			if c, ok := map[string]byte{`\u0026`: '&', `\u003c`: '<', `\u003e`: '>'}[string(text[i:i+6])]; ok {
				plain = append(plain, c)
				i += 5
				continue
			}
		}
		plain = append(plain, text[i:min(i+2, len(text))]...)
		i++
	}
	return plain
}
