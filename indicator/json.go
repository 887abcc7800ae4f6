package indicator

import (
	"bytes"
	"encoding/json"
)

// marshal is json.Marshal without the escapes that HTML needs: whether those are wanted is for the encoder to say that
// the result goes into.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
