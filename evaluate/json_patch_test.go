package evaluate_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// operation is one step of a JSON Patch (RFC 6902); of its operations add, remove and replace are known.
type operation struct {
	Op    string `json:"op"`
	Path  string `json:"path"`
	Value any    `json:"value,omitempty"`
	Note  string `json:"note,omitempty"` // why; it changes nothing
}

// patched returns the document with the operations applied in turn. Documents are what encoding/json makes of JSON; the
// given one may be changed.
func patched(document any, patch []operation) (any, error) {
	for i, op := range patch {
		var err error
		if document, err = op.apply(document, pointerTokens(op.Path)); err != nil {
			return nil, fmt.Errorf("operation %d, %s %s: %w", i, op.Op, op.Path, err)
		}
	}
	return document, nil
}

// apply returns the part of the document at hand with the operation applied at the place that the tokens lead to.
func (op operation) apply(part any, tokens []string) (any, error) {
	if len(tokens) == 0 {
		if op.Op != "replace" {
			return nil, fmt.Errorf("only replace can have the whole document for its place")
		}
		return op.Value, nil
	}
	token, last := tokens[0], len(tokens) == 1
	switch part := part.(type) {
	case map[string]any:
		next, there := part[token]
		switch {
		case last && op.Op == "add":
			part[token] = op.Value
			return part, nil
		case !there:
			return nil, fmt.Errorf("there is no %q", token)
		case last && op.Op == "remove":
			delete(part, token)
			return part, nil
		}
		var err error
		part[token], err = op.apply(next, tokens[1:])
		return part, err
	case []any:
		if last && op.Op == "add" && token == "-" {
			return append(part, op.Value), nil
		}
		i, err := strconv.Atoi(token)
		switch {
		case err != nil || strconv.Itoa(i) != token || i < 0 || i > len(part):
			return nil, fmt.Errorf("there is no element %q of %d", token, len(part))
		case last && op.Op == "add":
			return slices.Insert(part, i, op.Value), nil
		case i == len(part):
			return nil, fmt.Errorf("there is no element %q of %d", token, len(part))
		case last && op.Op == "remove":
			return slices.Delete(part, i, i+1), nil
		}
		part[i], err = op.apply(part[i], tokens[1:])
		return part, err
	}
	return nil, fmt.Errorf("nothing can lie below a %T", part)
}

// UnmarshalJSON reads strictly: an operation that is not known, a key too many and a value that is missing or not asked
// for are errors.
func (op *operation) UnmarshalJSON(data []byte) error {
	type plain operation
	given := struct {
		plain
		Value json.RawMessage `json:"value"`
	}{}
	if err := unmarshalStrictly(data, &given); err != nil {
		return err
	}
	*op = operation(given.plain)
	switch {
	case !slices.Contains([]string{"add", "remove", "replace"}, op.Op):
		return fmt.Errorf("unknown operation %q", op.Op)
	case (given.Value != nil) != (op.Op != "remove"):
		return fmt.Errorf("%s %s: a value belongs to add and replace", op.Op, op.Path)
	case op.Path != "" && op.Path[0] != '/':
		return fmt.Errorf("%q is no JSON Pointer", op.Path)
	case given.Value != nil:
		return unmarshalStrictly(given.Value, &op.Value)
	}
	return nil
}

// pointerTokens splits a JSON Pointer (RFC 6901).
func pointerTokens(path string) []string {
	if path == "" {
		return nil
	}
	tokens := strings.Split(path[1:], "/")
	for i := range tokens {
		tokens[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(tokens[i])
	}
	return tokens
}

// resolves reports whether a JSON Pointer leads to something in the document.
func resolves(document any, path string) bool {
	for _, token := range pointerTokens(path) {
		switch part := document.(type) {
		case map[string]any:
			next, ok := part[token]
			if !ok {
				return false
			}
			document = next
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(part) {
				return false
			}
			document = part[i]
		default:
			return false
		}
	}
	return true
}

// unmarshalStrictly reads one JSON value; a key that nothing reads is an error, and numbers keep their form.
func unmarshalStrictly(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	d.UseNumber()
	if err := d.Decode(v); err != nil {
		return err
	}
	if d.More() {
		return fmt.Errorf("there is more than one value")
	}
	return nil
}

// readFile reads a JSON file strictly.
func readFile(t testing.TB, path string, v any) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, unmarshalStrictly(data, v), path)
}

// planOf reads a document as a plan, strictly.
func planOf(t testing.TB, document any) evaluate.Plan {
	t.Helper()
	data, err := json.Marshal(document)
	require.NoError(t, err)
	plan, err := evaluate.ReadPlan(bytes.NewReader(data))
	require.NoError(t, err)
	return plan
}

func TestJSONPatch(t *testing.T) {
	const document = `{"a": [1, 2, 3], "b": {"c/d": "x"}}`
	for _, c := range []struct{ name, patch, want string }{
		{"a value is added to an object", `[{"op": "add", "path": "/b/e", "value": null}]`, `{"a": [1, 2, 3], "b": {"c/d": "x", "e": null}}`},
		{"an element is put before another", `[{"op": "add", "path": "/a/1", "value": 9}]`, `{"a": [1, 9, 2, 3], "b": {"c/d": "x"}}`},
		{"an element is put at the end", `[{"op": "add", "path": "/a/-", "value": 9}]`, `{"a": [1, 2, 3, 9], "b": {"c/d": "x"}}`},
		{"what stands there is replaced", `[{"op": "replace", "path": "/b/c~1d", "value": [1.50]}]`, `{"a": [1, 2, 3], "b": {"c/d": [1.50]}}`},
		{"operations see what those before them did", `[{"op": "remove", "path": "/a/0"}, {"op": "remove", "path": "/a/0"}]`, `{"a": [3], "b": {"c/d": "x"}}`},
		{"the whole is replaced", `[{"op": "replace", "path": "", "value": 1}]`, `1`},
		{"what is not there is not replaced", `[{"op": "replace", "path": "/c", "value": 1}]`, ""},
		{"what is not there is not removed", `[{"op": "remove", "path": "/a/3"}]`, ""},
		{"nothing is added beyond the end", `[{"op": "add", "path": "/a/4", "value": 1}]`, ""},
		{"nothing lies below a text", `[{"op": "add", "path": "/b/c~1d/e", "value": 1}]`, ""},
		{"an index is written in one way", `[{"op": "remove", "path": "/a/01"}]`, ""},
		{"other operations are not known", `[{"op": "move", "path": "/a", "value": 1}]`, ""},
		{"a value must be given", `[{"op": "add", "path": "/e"}]`, ""},
		{"a value must be asked for", `[{"op": "remove", "path": "/a", "value": 1}]`, ""},
		{"other keys are not known", `[{"op": "remove", "path": "/a", "from": "/b"}]`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got any
			require.NoError(t, unmarshalStrictly([]byte(document), &got))
			var patch []operation
			err := unmarshalStrictly([]byte(c.patch), &patch)
			if err == nil {
				got, err = patched(got, patch)
			}
			if c.want == "" {
				assert.Error(t, err)
				return
			}
			require.NoError(t, err)
			data, err := json.Marshal(got)
			require.NoError(t, err)
			assert.JSONEq(t, c.want, string(data))
		})
	}
}
