package strictjson_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzDecode holds Decode to this: it never panics, gives the same answer twice, says nothing that is not UTF-8, and
// where it finds no fault it agrees with encoding/json, also after a round trip.
func FuzzDecode(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte) {
		var got, again plan
		faults := decode(data, &got)
		require.Equal(t, faults, decode(data, &again))
		require.Equal(t, got, again)
		for _, fault := range faults {
			require.True(t, utf8.ValidString(fault.Path+fault.Value+fault.Want), "%q", fault)
			require.NotEmpty(t, fault.Rule)
		}
		if len(faults) > 0 {
			return
		}
		var same plan
		err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &same)
		if !escapedNumber(data, err) {
			require.NoError(t, err)
			require.Equal(t, same, got)
		}
		text, err := json.Marshal(got)
		require.NoError(t, err)
		var back, want plan
		require.Empty(t, decode(text, &back))
		require.NoError(t, json.Unmarshal(text, &want))
		require.Equal(t, want, back)
		once, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(text), string(once))
	})
}

// escapedNumber reports whether encoding/json refused a number in quotes for its escapes, which Value.UnmarshalJSON
// does not read.
func escapedNumber(data []byte, err error) bool {
	return bytes.IndexByte(data, '\\') >= 0 &&
		(errors.Is(err, indicator.ErrNumberSyntax) || errors.Is(err, indicator.ErrNumberLong))
}

// document returns a valid plan with n indicators' worth of series and tasks, of about 350 bytes each.
func document(n int) []byte {
	var b strings.Builder
	b.WriteString(`{"code":"十四五规划","kind":"binding","start":"2021","tasks":[`)
	for i := range n {
		fmt.Fprintf(&b, `%.*s{"code":"t%d","tasks":[{"code":"推进重点工程\n第%d项"},{"code":"完成"}]}`, min(i, 1), ",", i, i)
	}
	b.WriteString(`],"series":[`)
	for i := range n {
		fmt.Fprintf(&b, `%.*s{"period": "%04d", "value": %d.50, "status": "final", "source": "第三章第二节 表%d", "note": ""}`,
			min(i, 1), ",", i%9999+1, i, i)
	}
	b.WriteString(`],"words":{"en":{`)
	for i := range n {
		fmt.Fprintf(&b, `%.*s"第%d项重点工程的名称": "the name of major project %d"`, min(i, 1), ",", i, i)
	}
	b.WriteString(`}}}`)
	return []byte(b.String())
}

func TestDecodeEqualsEncodingJSONOnALargeDocument(t *testing.T) {
	data := document(200)
	var got, want plan
	require.Empty(t, decode(data, &got))
	require.NoError(t, json.Unmarshal(data, &want))
	assert.Equal(t, want, got)
}

// Every document that is cut short or has one byte replaced is read without panic, and is valid only if encoding/json
// says so too.
func TestDecodeAcceptsNoDamagedDocumentThatEncodingJSONRefuses(t *testing.T) {
	whole := document(2)
	check := func(data []byte) {
		if len(decode(data, new(plan))) > 0 {
			return
		}
		if err := json.Unmarshal(data, new(plan)); !escapedNumber(data, err) {
			require.NoError(t, err, "%q", data)
		}
	}
	for i := range whole {
		check(whole[:i])
		for _, c := range []byte("\x00\"\\{}[],:0-.etn \xff") {
			damaged := bytes.Clone(whole)
			damaged[i] = c
			check(damaged)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	data := document(4000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if faults := decode(data, new(plan)); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}

// BenchmarkEncodingJSON is the yardstick for BenchmarkDecode.
func BenchmarkEncodingJSON(b *testing.B) {
	data := document(4000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if err := json.Unmarshal(data, new(plan)); err != nil {
			b.Fatal(err)
		}
	}
}
