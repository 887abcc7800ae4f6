package evaluate_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/require"
)

// FuzzPlan: whatever is given is refused with its faults or evaluated, the same way each time, and an evaluation can be
// written down.
func FuzzPlan(f *testing.F) {
	data, err := os.ReadFile("testdata/orderly.json")
	require.NoError(f, err)
	var orderly bytes.Buffer
	require.NoError(f, json.Compact(&orderly, data))
	f.Add(orderly.Bytes()) // the seed is too large to be varied
	f.Add([]byte(minimal + "}"))
	options := everyOption()
	f.Fuzz(func(t *testing.T, data []byte) {
		plan, err := evaluate.ReadPlan(bytes.NewReader(data))
		if err != nil {
			var faults indicator.Faults
			require.ErrorAs(t, err, &faults)
			require.NotEmpty(t, faults)
			return
		}
		var texts [2][]byte
		for i := range texts {
			e, err := evaluate.Evaluate(plan, options)
			require.NoError(t, err)
			texts[i], err = json.Marshal(e)
			require.NoError(t, err)
		}
		require.True(t, bytes.Equal(texts[0], texts[1]))
	})
}
