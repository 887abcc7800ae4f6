package indicator_test

import (
	"encoding/json"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRoundingText(t *testing.T) {
	var byDefault indicator.Rounding
	assert.Equal(t, indicator.HalfUp, byDefault, "half up is the default")
	for mode, want := range map[indicator.Rounding]string{
		indicator.HalfUp: `"half-up"`, indicator.HalfEven: `"half-even"`, indicator.Truncate: `"truncate"`,
		indicator.HalfDown: `"half-down"`, indicator.Ceiling: `"ceiling"`,
	} {
		text, err := json.Marshal(mode)
		require.NoError(t, err)
		assert.Equal(t, want, string(text))
		var back indicator.Rounding
		require.NoError(t, json.Unmarshal(text, &back))
		assert.Equal(t, mode, back)
	}
	assert.Equal(t, "rounding-9", indicator.Rounding(9).String(), "an unknown mode is no panic")
	mode := indicator.HalfEven
	assert.EqualError(t, mode.UnmarshalText([]byte("up")), `indicator: unknown rounding "up"`)
	assert.Equal(t, indicator.HalfEven, mode, "a failed read changes nothing")
}
