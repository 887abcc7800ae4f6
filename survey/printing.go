package survey

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// Printing says what a survey's printed percentages show of how they were made, 百分比的印法: by which rounding they can be
// shares of whole people.
//
// A list is printed alike, so every percentage is read with Places, the most places that one of the survey has: beside 78.4
// and 61.2, 44 is 44.0 with its zero dropped. Where no mode finds a count that way, such as for "about 40", it is read as
// it stands. Questions that are weighted or withheld are left out.
type Printing struct {
	Places  int            `json:"places"`
	Tested  int            `json:"tested"`            // percentages with a base that is smaller than they are fine; the others show nothing
	Modes   []PrintingMode `json:"modes"`             // HalfUp, HalfEven, Truncate
	Sets    []PrintedSet   `json:"sets,omitempty"`    // of the questions of which several percentages exclude each other
	Largest int64          `json:"largest,omitempty"` // the base up to which others were looked for: the respondents; 0 where there is none to look for
}

// PrintingMode is what one rounding mode makes of a survey's printed percentages.
type PrintingMode struct {
	Rounding   indicator.Rounding `json:"rounding"`
	Impossible []PrintedShare     `json:"impossible,omitempty"` // those that no count of their base gives
	Bases      []int64            `json:"bases,omitempty"`      // of 1 to Largest, those of which all percentages of respondents can be shares
}

// PrintedShare is a printed percentage and where it stands.
type PrintedShare struct {
	Question int             `json:"question"` // index in the survey
	Tally    int             `json:"tally"`    // index in the question
	Percent  indicator.Value `json:"percent"`
	Read     indicator.Value `json:"read"` // with the places it is read with
}

// PrintedSet is what the percentages of one question say together, whose options exclude each other: each may be possible
// and all of them not. Questions are left out of which one percentage is impossible by itself, and those that are possible
// and of which none was tested.
type PrintedSet struct {
	Question int                  `json:"question"`           // index in the survey
	Sum      indicator.Value      `json:"sum"`                // of the percentages
	Complete bool                 `json:"complete,omitempty"` // they sum to 100 but for rounding, so there is no other option
	Fits     []indicator.Rounding `json:"fits,omitempty"`     // the modes by which counts of the base are printed so
}

// Fits returns the modes by which every tested percentage is possible; none where nothing was tested.
func (p Printing) Fits() []indicator.Rounding {
	var fits []indicator.Rounding
	for _, m := range p.Modes {
		if p.Tested > 0 && len(m.Impossible) == 0 {
			fits = append(fits, m.Rounding)
		}
	}
	return fits
}

// impossible returns the percentages that the mode makes of no count.
func (p Printing) impossible(mode indicator.Rounding) []PrintedShare {
	for _, m := range p.Modes {
		if m.Rounding == mode {
			return m.Impossible
		}
	}
	return nil
}

// Never returns the percentages that no count gives by any of the modes.
func (p Printing) Never() []PrintedShare {
	return slices.DeleteFunc(slices.Clone(p.impossible(indicator.Truncate)), func(s PrintedShare) bool {
		return !slices.Contains(p.impossible(indicator.HalfUp), s) || !slices.Contains(p.impossible(indicator.HalfEven), s)
	})
}

// OnlyTruncated returns the percentages that some count gives when it is cut off, and none when it is rounded.
func (p Printing) OnlyTruncated() []PrintedShare {
	return slices.DeleteFunc(slices.Clone(p.impossible(indicator.HalfUp)), func(s PrintedShare) bool {
		return !slices.Contains(p.impossible(indicator.HalfEven), s) || slices.Contains(p.impossible(indicator.Truncate), s)
	})
}

// usualRoundings are those that printed percentages are held against, in this order.
var usualRoundings = []indicator.Rounding{indicator.HalfUp, indicator.HalfEven, indicator.Truncate}

// printedPlaces returns the most places of the survey's printed percentages.
func (s Survey) printedPlaces() int {
	places := 0
	for _, q := range s.Questions {
		for _, t := range q.Tallies {
			places = max(places, t.Percent.Places())
		}
	}
	return places
}

// behind returns the counts that can stand behind a printed percentage, by each usual mode.
func (t tabulator) behind(percent indicator.Value, base BaseCount) []Counts {
	if base.Value.IsZero() {
		return nil
	}
	_, counts := t.read(percent, base.Value)
	return counts
}

// read returns the percentage as it is read, and the counts of n behind it.
func (t tabulator) read(percent, n indicator.Value) (indicator.Value, []Counts) {
	alike, ok := percent.Ratio(indicator.NoCount).Round(t.places, indicator.HalfUp) // with more places, so exact
	if ok && percent.Places() < t.places {
		if counts, some := allCounts(alike, n); some {
			return alike, counts
		}
	}
	counts, _ := allCounts(percent, n)
	return percent, counts
}

// set tests the percentages of a question together; none where there is nothing to test.
func (t tabulator) set(question int, q Question, n indicator.Value) []PrintedSet {
	if !q.exclusive() {
		return nil
	}
	var percents []indicator.Value
	slack, options := whole(0), 0
	for _, tally := range q.Tallies {
		if tally.Outside {
			continue
		}
		options++
		if !tally.Percent.IsZero() {
			read, counts := t.read(tally.Percent, n)
			if !slices.ContainsFunc(counts, func(c Counts) bool { return c.Missing == indicator.Present }) {
				return nil
			}
			percents = append(percents, read)
			slack = slack.Add(whole(1).Quo(whole(unitsOf(read, 1))))
		}
	}
	set := PrintedSet{Question: question, Sum: sum(percents)}
	off := set.Sum.Ratio(indicator.NoCount).Sub(whole(100))
	set.Complete = len(percents) == options && off.Cmp(slack) <= 0 && off.Add(slack).Sign() >= 0
	telling := false
	for _, mode := range usualRoundings {
		together := ExclusiveSet(percents, n, mode, set.Complete)
		telling = telling || together.Telling
		if together.Possible {
			set.Fits = append(set.Fits, mode)
		}
	}
	if len(percents) < 2 || !telling && len(set.Fits) > 0 {
		return nil
	}
	return []PrintedSet{set}
}

// allCounts returns the counts by each usual mode, and whether one has any.
func allCounts(percent, n indicator.Value) (all []Counts, some bool) {
	for _, mode := range usualRoundings {
		c := PercentCounts(percent, n, mode)
		all, some = append(all, c), some || c.Missing == indicator.Present
	}
	return all, some
}

// printing looks at every percentage whose base is known.
func (t tabulator) printing() Printing {
	p := Printing{Places: t.places, Modes: make([]PrintingMode, len(usualRoundings))}
	for i, mode := range usualRoundings {
		p.Modes[i].Rounding = mode
	}
	var ofRespondents []indicator.Value
	for i, q := range t.Questions {
		base := t.base(q)
		if base.Value.IsZero() || q.Weights != nil || t.caution(q, base) == BaseWithheld { // a weighted share is no count of people
			continue
		}
		p.Sets = append(p.Sets, t.set(i, q, base.Value)...)
		for j, tally := range q.Tallies {
			if tally.Percent.IsZero() || tally.Outside {
				continue
			}
			read, counts := t.read(tally.Percent, base.Value)
			if q.Base == Respondents && base.Outside.IsZero() {
				ofRespondents = append(ofRespondents, read)
			}
			if !counts[0].Telling {
				continue
			}
			p.Tested++
			for k, c := range counts {
				if c.Missing != indicator.Present {
					p.Modes[k].Impossible = append(p.Modes[k].Impossible, PrintedShare{i, j, tally.Percent, read})
				}
			}
		}
	}
	respondents, ok := t.respondents().value.Int()
	if p.Tested == 0 || !ok || len(ofRespondents) == 0 || respondents > MostBases {
		return p
	}
	p.Largest = int64(respondents)
	for k := range p.Modes {
		p.Modes[k].Bases = PossibleBases(ofRespondents, 1, p.Largest, p.Modes[k].Rounding)
	}
	return p
}
