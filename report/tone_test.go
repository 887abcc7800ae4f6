package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/assert"
)

func TestToneOfStates(t *testing.T) {
	for tone, states := range map[Tone][]string{
		Beyond: {string(indicator.Achieved), string(indicator.Ahead), string(indicator.Exceeded), string(indicator.TargetAchieved), string(task.Completed)},
		AsAsked: {string(indicator.OnCourse), string(indicator.MetTarget), string(evaluate.Met), string(indicator.NearlyMet), string(indicator.OnTrack),
			string(indicator.SubstantialProgress), string(indicator.Sun), string(task.OnSchedule)},
		Short: {string(indicator.Behind), string(indicator.Reversed), string(indicator.Missed), string(evaluate.NotMet), string(indicator.FairProgress),
			string(indicator.Stagnation), string(indicator.ModerateProgress), string(indicator.LimitedProgress), string(indicator.Deterioration),
			string(indicator.SlightlyCloudy), string(indicator.Cloudy), string(indicator.Thunderstorm), string(task.Delayed)},
		Unsettled: {"not-judged", "unknown", string(evaluate.NotApplicable), string(task.NotStarted), string(task.Adjusted), "a caller's own"},
		Plain:     {""},
	} {
		for _, state := range states {
			assert.Equal(t, tone, ToneOf(state), state)
		}
	}
}

func TestTonesHaveShapesAndNames(t *testing.T) {
	shapes, names := "", []string{}
	for _, tone := range []Tone{Beyond, AsAsked, Short, Unsettled, Plain, Tone(99)} {
		shapes += tone.Shape()
		names = append(names, tone.String())
	}
	assert.Equal(t, "▲●▼○", shapes)
	assert.Equal(t, []string{"beyond", "as-asked", "short", "unsettled", "plain", "plain"}, names)
}

// Every word that the catalogue has for a verdict is one whose tone was chosen.
func TestEveryVerdictHasATone(t *testing.T) {
	for key := range chineseWords() {
		if id, ok := strings.CutPrefix(key, "verdict."); ok && id != "not-judged" {
			assert.NotEqual(t, Unsettled, ToneOf(id), id)
		}
	}
}
