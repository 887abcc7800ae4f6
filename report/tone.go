package report

import (
	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// Tone is how renderers draw a state: by colour and shape beside its word, so that it is read in grey and by the
// colour-blind too. The zero Tone is that of texts without a state.
type Tone uint8

// The tones.
const (
	Plain     Tone = iota
	Beyond         // better than asked: achieved, ahead, completed
	AsAsked        // as asked: on course, met, on schedule
	Short          // less than asked: behind, not met, delayed
	Unsettled      // not judged, not known, not applicable, not begun
)

// tones are the tones of the states that are settled; every other state is [Unsettled].
var tones = map[string]Tone{
	string(indicator.Achieved):      Beyond,
	string(indicator.Ahead):         Beyond,
	string(indicator.OnCourse):      AsAsked,
	string(indicator.Behind):        Short,
	string(indicator.Reversed):      Short,
	string(indicator.Exceeded):      Beyond,
	string(indicator.MetTarget):     AsAsked, // the word of evaluate.Met too
	string(indicator.NearlyMet):     AsAsked,
	string(indicator.Missed):        Short,
	string(indicator.OnTrack):       AsAsked,
	string(indicator.FairProgress):  Short,
	string(indicator.Stagnation):    Short,
	string(indicator.Sun):           AsAsked,
	string(indicator.Cloudy):        Short,
	string(indicator.Thunderstorm):  Short,
	string(indicator.Deterioration): Short,

	string(indicator.TargetAchieved):      Beyond,
	string(indicator.SubstantialProgress): AsAsked,
	string(indicator.ModerateProgress):    Short,
	string(indicator.LimitedProgress):     Short,
	string(indicator.SlightlyCloudy):      Short,

	string(evaluate.NotMet): Short,
	string(task.Completed):  Beyond,
	string(task.OnSchedule): AsAsked,
	string(task.Delayed):    Short,
}

// ToneOf returns the tone of a state, such as [Beyond] of "ahead"; of the empty state [Plain], and of one that is not
// known here, such as the verdict of a caller's method, [Unsettled].
func ToneOf(state string) Tone {
	if state == "" {
		return Plain
	}
	if tone, ok := tones[state]; ok {
		return tone
	}
	return Unsettled
}

// Shape returns the character that stands for the tone: ▲ ● ▼ ○, and nothing for [Plain].
func (t Tone) Shape() string {
	switch t {
	case Beyond:
		return "▲"
	case AsAsked:
		return "●"
	case Short:
		return "▼"
	case Unsettled:
		return "○"
	}
	return ""
}

// String returns a name for style sheets: beyond, as-asked, short, unsettled, and plain.
func (t Tone) String() string {
	switch t {
	case Beyond:
		return "beyond"
	case AsAsked:
		return "as-asked"
	case Short:
		return "short"
	case Unsettled:
		return "unsettled"
	}
	return "plain"
}
