package exact_test

import (
	"testing"

	"github.com/planeval/planeval/internal/exact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var modes = []exact.Mode{exact.HalfUp, exact.HalfEven, exact.Truncate, exact.HalfDown, exact.Ceiling}

// checkGuess holds the guess against the integers; it reports whether there was one.
func checkGuess(t testing.TB, r exact.Root, places int, mode exact.Mode) bool {
	n, ok := r.Guess(places, mode)
	if ok {
		want := r.DecimalByIntegers(places, 0, mode)
		require.True(t, want.Coefficient().IsInt64() && want.CoefficientInt64() == n, "%+v to %d places, mode %d: %d, want %s", r, places, mode, n, want)
	}
	return ok
}

// TestGuessIsRightOnASmallDomain takes every quotient, degree and power of a small domain, ties and perfect powers among
// them, to a few places in every mode.
func TestGuessIsRightOnASmallDomain(t *testing.T) {
	guessed, all := 0, 0
	for num := int64(1); num <= 40; num++ {
		for den := int64(1); den <= 40; den++ {
			for degree := 1; degree <= 5; degree++ {
				for power := 1; power <= 3; power++ {
					for _, sign := range []int64{1, -1} {
						r := exact.Root{Scale: exact.FromInt(sign), Base: quotient(num, den), Power: power, Degree: degree, Shift: exact.FromInt(-sign)}
						for _, places := range []int{0, 1, 4} {
							for _, mode := range modes {
								all++
								if checkGuess(t, r, places, mode) {
									guessed++
								}
							}
						}
					}
				}
			}
		}
	}
	assert.Greater(t, guessed, all*8/10)
}

func TestGuessIsRightAtRandom(t *testing.T) {
	random := newRandom(9)
	guessed := 0
	for range 20_000 {
		r := exact.Root{Scale: exact.FromInt(1), Shift: exact.FromInt(int64(random.IntN(3) - 1)), Power: 1 + random.IntN(60), Degree: 1 + random.IntN(60),
			Base: quotient(1+int64(random.IntN(1_000_000_000)), 1+int64(random.IntN(1_000_000_000)))}
		if random.IntN(2) == 0 {
			r.Scale, r.Power = quotient(int64(random.IntN(2_000_001)-1_000_000)*2+1, 1000), 1+random.IntN(4)
		}
		if checkGuess(t, r, random.IntN(12), modes[random.IntN(len(modes))]) {
			guessed++
		}
	}
	assert.Greater(t, guessed, 10_000)
}

func TestGuess(t *testing.T) {
	rate := growth(1374, 703, 2)
	n, ok := rate.Guess(6, exact.HalfUp)
	assert.True(t, ok, "an ordinary rate is guessed")
	assert.Equal(t, int64(398027), n) // (1374 ÷ 703)^(1 ÷ 2) − 1 = 0.3980274…
	assert.Zero(t, testing.AllocsPerRun(10, func() { rate.Guess(6, exact.HalfUp) }))

	for name, r := range map[string]exact.Root{
		"a tie":           growth(1265625, 1000000, 2), // 1.125²
		"a negative tie":  growth(765625, 1000000, 2),  // 0.875²
		"a wide base":     {Scale: exact.FromInt(1), Base: quotient(1, 1<<62).Mul(quotient(1, 1<<62)), Power: 1, Degree: 2, Shift: exact.FromInt(0)},
		"a huge power":    {Scale: exact.FromInt(1), Base: exact.FromInt(1000), Power: 400, Degree: 1, Shift: exact.FromInt(0)},
		"a huge shift":    {Scale: exact.FromInt(1), Base: exact.FromInt(2), Power: 1, Degree: 2, Shift: exact.FromInt(1 << 60)},
		"a half as shift": {Scale: exact.FromInt(1), Base: exact.FromInt(2), Power: 1, Degree: 2, Shift: quotient(1, 2)},
	} {
		_, ok := r.Guess(2, exact.HalfUp)
		assert.False(t, ok, "%s goes to the integers", name)
	}
	_, ok = growth(121, 100, 2).Guess(6, exact.Truncate)
	assert.False(t, ok, "a perfect power is not cut off by a float")
	_, ok = rate.Guess(12, exact.HalfUp)
	assert.False(t, ok, "more places than a float carries")
}

func FuzzGuess(f *testing.F) {
	f.Add(int64(1374), int64(703), int64(1), uint16(1), uint16(2), uint8(6), uint8(0))
	f.Add(int64(1265625), int64(1000000), int64(-1), uint16(1), uint16(2), uint8(2), uint8(1))
	f.Fuzz(func(t *testing.T, num, den, scale int64, power, degree uint16, places, mode uint8) {
		if num <= 0 || den <= 0 || scale == 0 {
			return
		}
		r := exact.Root{Scale: exact.FromInt(scale), Base: quotient(num, den), Power: 1 + int(power%40), Degree: 1 + int(degree%40), Shift: exact.FromInt(-1)}
		checkGuess(t, r, int(places%14), modes[mode%3])
	})
}
