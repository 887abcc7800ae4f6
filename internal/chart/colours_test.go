package chart_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/chart"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// colours are the custom properties of CSS.
var colours = map[string]string{
	"ink": "#1A1F26", "muted": "#4A5460", "rule": "#C9D0D8", "track": "#E6EAEF", "paper": "#fff",
	"beyond": "#0A4A86", "asked": "#3B82BD", "asked-text": "#2368A0", "short": "#B4530A", "unsettled": "#AEB7C2",
	"asked-cell": "#CFE2F1", "short-cell": "#FBE6D2", "short-line": "#F3CDA6", "unsettled-cell": "#EDF0F3",
}

func TestCSS(t *testing.T) {
	got := map[string]string{}
	for _, property := range regexp.MustCompile(`--([a-z-]+):(#[0-9A-Fa-f]+)`).FindAllStringSubmatch(chart.CSS, -1) {
		got[property[1]] = property[2]
	}
	assert.Equal(t, colours, got)
	for _, name := range regexp.MustCompile(`var\(--([a-z-]+)\)`).FindAllStringSubmatch(chart.CSS, -1) {
		assert.Contains(t, colours, name[1])
	}
	for class, size := range sizes {
		assert.Regexp(t, `\.ch \.`+class+`(,[^{]*)?{font-size:`+fmt.Sprint(size)+`px}`, chart.CSS)
	}
	assert.Contains(t, chart.CSS, ".ch text{font-size:14px;")
	assert.NotContains(t, chart.CSS, "<", "it stands in a style element")
	assert.Equal(t, strings.Count(chart.CSS, "{"), strings.Count(chart.CSS, "}"))
}

// Every class that pictures use has a rule.
func TestClasses(t *testing.T) {
	for _, c := range samples() {
		for _, layout := range chart.Layouts(c.Plot) {
			for _, list := range regexp.MustCompile(`class="([^"]+)"`).FindAllStringSubmatch(string(chart.Append(nil, c, layout, "")), -1) {
				for class := range strings.FieldsSeq(list[1]) {
					assert.Regexp(t, `\.`+class+`[{,. ]`, chart.CSS)
				}
			}
		}
	}
}

// rgb returns the parts of a colour, from 0 to 1 in linear light (WCAG 2.2, relative luminance).
func rgb(t *testing.T, name string) (c [3]float64) {
	t.Helper()
	hex := strings.TrimPrefix(colours[name], "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	for i := range c {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		require.NoError(t, err, name)
		if s := float64(n) / 255; s <= .04045 {
			c[i] = s / 12.92
		} else {
			c[i] = math.Pow((s+.055)/1.055, 2.4)
		}
	}
	return c
}

func luminance(c [3]float64) float64 { return .2126*c[0] + .7152*c[1] + .0722*c[2] }

// Texts have a contrast of 4.5:1 at least (WCAG 2.2, success criterion 1.4.3), shapes and lines that carry meaning of 3:1 (1.4.11).
func TestContrast(t *testing.T) {
	tests := []struct {
		what, colour, ground string
		want                 float64 // (L1 + 0.05) ÷ (L2 + 0.05)
	}{
		{"texts on the page", "ink", "paper", 16.56},
		{"small texts on the page", "muted", "paper", 7.70},
		{"why a bar is absent, on its track", "muted", "track", 6.37},
		{"the verdict beyond", "beyond", "paper", 8.99},
		{"the verdict as asked", "asked-text", "paper", 5.90},
		{"the verdict short", "short", "paper", 5.02},
		{"cells beyond", "paper", "beyond", 8.99},
		{"cells as asked", "ink", "asked-cell", 12.46},
		{"cells short", "ink", "short-cell", 13.68},
		{"cells short, on the lines of the hatch", "ink", "short-line", 11.12},
		{"cells unsettled", "muted", "unsettled-cell", 6.73},
		{"shapes in squares: as asked", "paper", "asked", 4.11},
		{"shapes in squares: short", "paper", "short", 5.02},
		{"shapes in squares: unsettled", "muted", "unsettled", 3.79},
		{"bars on their track: beyond", "beyond", "track", 7.44},
		{"bars on their track: as asked", "asked", "track", 3.40},
		{"bars on their track: short", "short", "track", 4.16},
		{"bars on their track: the outline of unsettled", "muted", "track", 6.37},
	}
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			a, b := luminance(rgb(t, test.colour)), luminance(rgb(t, test.ground))
			got := (max(a, b) + .05) / (min(a, b) + .05)
			assert.InDelta(t, test.want, got, .005)
			if strings.HasPrefix(test.what, "shapes") || strings.HasPrefix(test.what, "bars") {
				assert.GreaterOrEqual(t, got, 3.0)
			} else {
				assert.GreaterOrEqual(t, got, 4.5)
			}
		})
	}
}

// How colours are seen without one kind of cones, in linear light: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
// A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009), severity 1.0.
var deficiencies = map[string][3][3]float64{
	"protanopia":   {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
	"deuteranopia": {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
	"tritanopia":   {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}},
	"full sight":   {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"greyscale":    {{.2126, .7152, .0722}, {.2126, .7152, .0722}, {.2126, .7152, .0722}},
}

// lab returns a colour of linear light in CIELAB, D65.
func lab(c [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	for i := range c {
		c[i] = min(max(c[i], 0), 1)
	}
	x := f((.4124564*c[0] + .3575761*c[1] + .1804375*c[2]) / .95047)
	y := f(luminance(c))
	z := f((.0193339*c[0] + .1191920*c[1] + .9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// Bars of two tones differ by a CIE76 colour difference of 20 at least, to whoever sees them; of the pair that does not do
// so in grey, one is hatched. (2.3 is a difference that is just noticed.)
func TestTonesDiffer(t *testing.T) {
	const least = 20
	tones := []string{"beyond", "asked", "short", "unsettled"}
	hatched := map[string]bool{"short": true}
	var close []string
	for name, m := range deficiencies {
		seen := func(tone string) [3]float64 {
			c := rgb(t, tone)
			var out [3]float64
			for i := range out {
				out[i] = m[i][0]*c[0] + m[i][1]*c[1] + m[i][2]*c[2]
			}
			return lab(out)
		}
		for i, a := range tones {
			for _, b := range tones[i+1:] {
				p, q := seen(a), seen(b)
				difference := math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2])
				if difference < least {
					close = append(close, name+": "+a+", "+b)
					assert.NotEqual(t, hatched[a], hatched[b], "%s and %s differ by %.1f with %s and neither by a hatch", a, b, difference, name)
				}
			}
		}
	}
	assert.ElementsMatch(t, []string{"greyscale: beyond, short", "greyscale: asked, short"}, close)

	hatch := regexp.MustCompile(`<path fill="url\(#_1h\)"`)
	assert.Len(t, hatch.FindAll(chart.Append(nil, sample("bullets", bullets()), chart.Wide, "_1"), -1), 1, "the one indicator that falls short")
}
