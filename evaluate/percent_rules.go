package evaluate

import (
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// The rules of this file ask whether printed percentages can be shares of whole people at all, by survey.Printing. What
// they report is printed without its count; where the count is stated, survey.share-differs holds the two together.

// uncounted keeps the percentages that are printed without a count.
func uncounted(s survey.Survey, printed []survey.PrintedShare) []survey.PrintedShare {
	return slices.DeleteFunc(printed, func(p survey.PrintedShare) bool {
		return !s.Questions[p.Question].Tallies[p.Tally].Count.IsZero()
	})
}

// checkImpossible reports the percentages that no count of their base gives, however it was rounded.
func checkImpossible(e *Evaluation) Checked {
	c := Checked{}
	for i, s := range e.Surveys {
		if s.Printing.Tested == 0 {
			continue
		}
		c.look(indicator.Pointer("surveys", i))
		for _, p := range uncounted(e.Plan.Surveys[i], s.Printing.Never()) {
			q := e.Plan.Surveys[i].Questions[p.Question]
			c.notMet(indicator.Pointer("surveys", i, "questions", p.Question, "tallies", p.Tally),
				text("question", q.Text), text("option", q.Tallies[p.Tally].Option), text("printed", p.Percent.String()),
				text("base", s.Questions[p.Question].Base.Value.String()))
		}
	}
	return c
}

// checkTruncated reports, once a survey, the percentages that are possible only if they were cut off instead of rounded.
func checkTruncated(e *Evaluation) Checked {
	c := Checked{}
	for i, s := range e.Surveys {
		if s.Printing.Tested == 0 {
			continue
		}
		cut := uncounted(e.Plan.Surveys[i], s.Printing.OnlyTruncated())
		percents := make([]string, 0, len(cut))
		for _, p := range cut {
			percents = append(percents, p.Read.String())
		}
		c.require(len(cut) == 0, indicator.Pointer("surveys", i), text("survey", e.Plan.Surveys[i].Title),
			text("count", strconv.Itoa(len(cut))), text("tested", strconv.Itoa(s.Printing.Tested)), text("percents", percents...))
	}
	return c
}

// checkSets reports the questions whose exclusive percentages no counts of the base give together.
func checkSets(e *Evaluation) Checked {
	c := Checked{}
	for i, s := range e.Surveys {
		for _, set := range s.Printing.Sets {
			q := e.Plan.Surveys[i].Questions[set.Question]
			counted := !slices.ContainsFunc(q.Tallies, func(t survey.Tally) bool { return t.Count.IsZero() })
			c.require(counted || len(set.Fits) > 0, indicator.Pointer("surveys", i, "questions", set.Question),
				text("question", q.Text), text("sum", set.Sum.String()),
				text("base", s.Questions[set.Question].Base.Value.String()))
		}
	}
	return c
}
