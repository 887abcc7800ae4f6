package survey

import (
	"fmt"
	"slices"

	"github.com/planeval/planeval/indicator"
	"github.com/shopspring/decimal"
)

// mostPercentPlaces bounds the places of a printed percentage.
const mostPercentPlaces = 6

// Validate returns every fault of the survey, each at a JSON Pointer below it: texts missing, codes and options given
// twice, counts that are no counts or contradict each other, more answers than could be given, percentages
// outside 0 to 100, or of one whole and above it in sum, scores of what is no scale, weights that cannot be, conditions and
// cross tables of questions that do not exist. A percentage that differs from its count is no fault; [Tabulate] says so.
func (s Survey) Validate() indicator.Faults {
	var faults indicator.Faults
	faults.Require("/code", s.Code)
	faults.Require("/title", s.Title)
	s.validateCounts(&faults)
	for i, topic := range s.Topics {
		faults.Require(indicator.Pointer("topics", i), topic)
	}
	for i, group := range s.Groups {
		faults.Require(indicator.Pointer("groups", i), group)
	}
	asked := make(map[string]int, len(s.Questions))
	for i, q := range s.Questions {
		at := indicator.Pointer("questions", i)
		if earlier, twice := asked[q.Code]; twice && q.Code != "" {
			faults.Add(at+"/code", indicator.FaultDuplicate, q.Code, fmt.Sprintf("another code than question %d has", earlier))
		} else {
			asked[q.Code] = i
		}
		faults.Under(at, s.validateQuestion(q))
		if q.AskedIf != nil {
			faults.Under(at+"/askedIf", q.AskedIf.validate(s.Questions[:i]))
		}
	}
	for i, c := range s.CrossTables {
		faults.Under(indicator.Pointer("crossTables", i), s.validateCrossTable(c, s.CrossTables[:i]))
	}
	return faults
}

// validateCounts checks valid ≤ returned ≤ sent, over the counts that are stated.
func (s Survey) validateCounts(faults *indicator.Faults) {
	sent, returned := stated{CountSent, s.Sent}, stated{CountReturned, s.Returned}
	validateCount(faults, "/sent", s.Sent)
	validateCount(faults, "/population", s.Population)
	if n := s.respondents(); isCount(n.value) && isCount(s.Population) && n.value.Cmp(s.Population) > 0 {
		faults.Add("/population", indicator.FaultConflict, s.Population.String(), fmt.Sprintf("at least %s, the %s count", n.value, n.count))
	}
	if s.Dispositions != nil {
		faults.Under("/dispositions", s.Dispositions.validate())
	}
	if validateCount(faults, "/returned", s.Returned) {
		validateAtMost(faults, "/returned", indicator.FaultConflict, s.Returned, smallest(sent))
	}
	if validateCount(faults, "/valid", s.Valid) {
		validateAtMost(faults, "/valid", indicator.FaultConflict, s.Valid, smallest(first(returned, sent)))
	}
}

// validateCount adds a fault when v is stated and no count; it reports whether v is a count.
func validateCount(faults *indicator.Faults, path string, v indicator.Value) bool {
	switch {
	case v.IsZero():
		return false
	case v.Places() > 0:
		faults.Add(path, indicator.FaultNumber, v.String(), "a whole number without places")
		return false
	case !isCount(v):
		faults.Add(path, indicator.FaultRange, v.String(), fmt.Sprintf("0 to %d", mostCount))
		return false
	}
	return true
}

// validateAtMost adds a fault when v is above the limit; without a limit there is none.
func validateAtMost(faults *indicator.Faults, path string, rule indicator.FaultRule, v indicator.Value, limit stated) {
	if !limit.value.IsZero() && v.Cmp(limit.value) > 0 {
		faults.Add(path, rule, v.String(), fmt.Sprintf("at most %s, the %s count", limit.value, limit.count))
	}
}

func (s Survey) validateQuestion(q Question) indicator.Faults {
	var faults indicator.Faults
	faults.Require("/code", q.Code)
	faults.Require("/text", q.Text)
	faults.Enum("/kind", q.Kind, Single, Multiple, Scale)
	faults.Enum("/base", q.Base, Respondents, Asked, Answered, Responses)
	if q.Base == Responses && (q.Kind == Single || q.Kind == Scale) {
		faults.Add("/base", indicator.FaultConflict, string(q.Base), "respondents or answered for the kind "+string(q.Kind))
	}
	most := smallest(first(s.respondents(), stated{CountSent, s.Sent}))
	if validateCount(&faults, "/asked", q.Asked) {
		validateAtMost(&faults, "/asked", indicator.FaultConflict, q.Asked, most)
		most = smallest(most, stated{CountAsked, q.Asked})
	}
	if validateCount(&faults, "/answered", q.Answered) {
		validateAtMost(&faults, "/answered", indicator.FaultConflict, q.Answered, most)
	}
	validateTallies(&faults, q, smallest(stated{CountAnswered, q.Answered}, most))
	faults.Enum("/satisfaction", q.Satisfaction, NoSatisfaction, TopBox, ScaledMean, WeightedScore)
	if q.Kind != Scale && q.Satisfaction != NoSatisfaction {
		faults.Add("/satisfaction", indicator.FaultConflict, string(q.Satisfaction), "none, as the question is no scale")
	}
	if q.Top < 0 || q.Top > 0 && (q.Kind != Scale || 2*q.Top > len(q.Tallies)) {
		faults.Add("/top", indicator.FaultRange, fmt.Sprint(q.Top), "a number of degrees of a scale, at most half of them")
	}
	if q.Weights != nil {
		faults.Under("", q.Weights.validate(q, s.base(q).Value.Ratio(indicator.NoCount)))
	}
	return faults
}

// validate checks that the condition names an earlier question and options of it.
func (c Condition) validate(earlier []Question) indicator.Faults {
	var faults indicator.Faults
	q := Survey{Questions: earlier}.question(c.Question)
	if q.Code == "" {
		faults.Add("/question", indicator.FaultReference, c.Question, "the code of an earlier question")
		return faults
	}
	if len(c.Options) == 0 {
		faults.Add("/options", indicator.FaultRequired, "", "an option of the question")
	}
	for i, option := range c.Options {
		if !slices.ContainsFunc(q.Tallies, func(t Tally) bool { return t.Option == option }) {
			faults.Add(indicator.Pointer("options", i), indicator.FaultReference, option, "an option of the question")
		}
	}
	return faults
}

// validateTallies checks the options one by one and then together; most is how many people can have chosen one.
func validateTallies(faults *indicator.Faults, q Question, most stated) {
	offered := make(map[string]int, len(q.Tallies))
	countable, printable := true, true // every count, every percentage, may stand when looked at alone
	for i, t := range q.Tallies {
		at := indicator.Pointer("tallies", i)
		faults.Require(at+"/option", t.Option)
		if earlier, twice := offered[t.Option]; twice && t.Option != "" {
			faults.Add(at+"/option", indicator.FaultDuplicate, t.Option, fmt.Sprintf("another option than tally %d has", earlier))
		} else {
			offered[t.Option] = i
		}
		if t.Count.IsZero() && t.Percent.IsZero() {
			faults.Add(at+"/count", indicator.FaultRequired, "", "a count or a percent")
		}
		before := len(*faults)
		if validateCount(faults, at+"/count", t.Count) {
			validateAtMost(faults, at+"/count", indicator.FaultRange, t.Count, most)
		}
		if !t.Score.IsZero() && (q.Kind != Scale || t.Outside) {
			faults.Add(at+"/score", indicator.FaultConflict, t.Score.String(), "none, as this is no degree of a scale")
		}
		if !t.Weighted.IsZero() && q.Weights == nil {
			faults.Add(at+"/weighted", indicator.FaultConflict, t.Weighted.String(), "none, as the question has no weights")
		}
		countable = countable && len(*faults) == before
		before = len(*faults)
		validatePercent(faults, at+"/percent", t.Percent)
		printable = printable && len(*faults) == before
	}
	// A sum is judged only when its terms are sound, lest one wrong number be reported twice.
	if countable {
		validateCountSum(faults, q, most)
	}
	if printable {
		validatePercentSum(faults, q)
	}
}

// validateCountSum checks that no more people chose an option than could; in a multiple choice one may choose several, but
// none beside an answer outside the base.
func validateCountSum(faults *indicator.Faults, q Question, most stated) {
	if q.Kind == Multiple && q.Base != Responses && !most.value.IsZero() {
		validateOutside(faults, q, most)
	}
	if q.Kind != Single && q.Kind != Scale || most.value.IsZero() {
		return
	}
	counts := make([]indicator.Value, 0, len(q.Tallies))
	for _, t := range q.Tallies {
		counts = append(counts, t.Count)
	}
	if total := sum(counts); total.Cmp(most.value) > 0 {
		faults.Add("/tallies", indicator.FaultRange, total.String(),
			fmt.Sprintf("counts that sum to at most %s, the %s count", most.value, most.count))
	}
}

// validateOutside checks that those who gave answers outside the base leave enough people for the others.
func validateOutside(faults *indicator.Faults, q Question, most stated) {
	var outside []indicator.Value
	for _, t := range q.Tallies {
		if t.Outside {
			outside = append(outside, t.Count)
		}
	}
	rest := most.value.Ratio(indicator.NoCount).Sub(sum(outside).Ratio(indicator.NoCount))
	switch {
	case rest.Missing() != indicator.Present:
		return
	case rest.Sign() < 0:
		faults.Add("/tallies", indicator.FaultRange, sum(outside).String(),
			fmt.Sprintf("answers outside the base that sum to at most %s, the %s count", most.value, most.count))
		return
	}
	for i, t := range q.Tallies {
		if !t.Outside && t.Count.Ratio(indicator.NoCount).Cmp(rest) > 0 {
			faults.Add(indicator.Pointer("tallies", i, "count"), indicator.FaultRange, t.Count.String(),
				fmt.Sprintf("at most %s, the %s count less the answers outside the base", rest, most.count))
		}
	}
}

// validatePercentSum checks that shares of one whole do not exceed it by more than rounding up can have added: half a
// unit of the last place for each printed percentage.
func validatePercentSum(faults *indicator.Faults, q Question) {
	if !q.exclusive() {
		return
	}
	percents := make([]indicator.Value, 0, len(q.Tallies))
	limit := decimal.NewFromInt(100)
	for _, t := range q.Tallies {
		if t.Outside {
			continue
		}
		percents = append(percents, t.Percent)
		if !t.Percent.IsZero() {
			limit = limit.Add(decimal.New(5, -int32(t.Percent.Places())-1))
		}
	}
	total := sum(percents)
	if most, err := indicator.FromDecimal(limit); err == nil && total.Cmp(most) > 0 {
		faults.Add("/tallies", indicator.FaultRange, total.String(),
			fmt.Sprintf("percentages that sum to at most %s, which is 100 and what rounding may have added", most))
	}
}

// validatePercent checks a printed percentage by itself. No kind and base allow a single share above 100 %.
func validatePercent(faults *indicator.Faults, path string, v indicator.Value) {
	if v.Sign() < 0 || v.Cmp(indicator.IntValue(100)) > 0 {
		faults.Add(path, indicator.FaultRange, v.String(), "0 to 100")
	}
	if v.Places() > mostPercentPlaces {
		faults.Add(path, indicator.FaultRange, v.String(), fmt.Sprintf("at most %d places", mostPercentPlaces))
	}
}
