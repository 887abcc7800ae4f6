package evaluate

import (
	"maps"
	"slices"
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Validate returns every fault of the plan, in the order of its fields, then those between them.
func (p Plan) Validate() indicator.Faults {
	var faults indicator.Faults
	faults.Require("/code", p.Code)
	faults.Require("/title", p.Title)
	validateSpan(&faults, "", p.Start, p.End)
	faults.Under("/purpose", validateStatement(p.Purpose, false))
	for i, d := range p.Basis {
		faults.Require(indicator.Pointer("basis", i, "title"), d.Title)
	}
	faults.Under("/procedure", p.Procedure.validate(departmentNames(p.Departments)))

	indicators := uniqueCodes{}
	for i, ind := range p.Indicators {
		at := indicator.Pointer("indicators", i)
		faults.Under(at, ind.Validate())
		indicators.add(&faults, at, ind.Code)
	}
	faults.Under("", task.Validate(p.Departments, p.Tasks, indicators.list))
	faults.Under("/safeguards", validateAssessed(p.Safeguards))
	faults.Under("/dimensions", validateAssessed(p.Dimensions))
	faults.Under("/conformity", validateStatement(p.Conformity, false))
	limit(&faults, "/costs", len(p.Costs))
	costs := uniqueCodes{}
	for i, c := range p.Costs {
		at := indicator.Pointer("costs", i)
		faults.Under(at, c.validate())
		costs.add(&faults, at, c.Code)
	}
	statistics := uniqueCodes{}
	validateStatistics(&faults, &statistics, indicators, "benefits", p.Benefits)
	surveys := uniqueCodes{}
	for i, s := range p.Surveys {
		at := indicator.Pointer("surveys", i)
		faults.Under(at, s.Validate())
		surveys.add(&faults, at, s.Code)
	}
	validateStatements(&faults, "opinions", p.Opinions)
	for i, a := range p.Acceptance {
		at := indicator.Pointer("acceptance", i)
		faults.Require(at+"/group", a.Group)
		faults.Enum(at+"/form", a.Form, FormUnstated, FromSurvey, FromInterview, FromHearing)
		faults.Under(at+"/shares", p.validateShares(a))
		faults.Under(at+"/facts", indicator.ValidateFacts(a.Facts))
	}
	validateStatistics(&faults, &statistics, indicators, "economy", p.Economy)
	faults.Under("/fit", validateStatement(p.Fit, false))
	validateStatements(&faults, "negatives", p.Negatives)
	p.validateConclusions(&faults)
	for path, f := range p.Facts() {
		if f.Indicator != "" && !indicators.has(f.Indicator) {
			faults.Add(path+"/indicator", indicator.FaultReference, f.Indicator, "the code of an indicator")
		}
	}
	p.validateGaps(&faults)
	for _, tag := range slices.Sorted(maps.Keys(p.Translations)) {
		if parsed, err := language.Parse(tag); err != nil || parsed.String() != tag {
			faults.Add(indicator.Pointer("translations", tag), indicator.FaultEnum, tag, "a BCP 47 tag such as en or zh-Hans")
		}
	}
	return faults
}

// validateConclusions looks at effects, problems, the adjustment, advice and cases.
func (p Plan) validateConclusions(faults *indicator.Faults) {
	for i, e := range p.Effects {
		at := indicator.Pointer("effects", i)
		faults.Enum(at+"/horizon", e.Horizon, NearTerm, LongTerm)
		faults.Require(at+"/text", e.Text)
		faults.Under(at+"/facts", indicator.ValidateFacts(e.Facts))
	}
	problems := uniqueCodes{}
	for i, problem := range p.Problems {
		at := indicator.Pointer("problems", i)
		faults.Require(at+"/code", problem.Code)
		faults.Require(at+"/title", problem.Title)
		faults.Under(at+"/facts", indicator.ValidateFacts(problem.Facts))
		problems.add(faults, at, problem.Code)
	}
	faults.Under("/adjustment", p.Adjustment.Validate())
	for i, a := range p.Advice {
		at := indicator.Pointer("advice", i)
		faults.Require(at+"/title", a.Title)
		faults.Under(at+"/facts", indicator.ValidateFacts(a.Facts))
		for j, code := range a.Problems {
			if !problems.has(code) {
				faults.Add(at+indicator.Pointer("problems", j), indicator.FaultReference, code, "the code of a problem")
			}
		}
	}
	for i, c := range p.Cases {
		at := indicator.Pointer("cases", i)
		faults.Require(at+"/title", c.Title)
		faults.Under(at+"/facts", indicator.ValidateFacts(c.Facts))
		validateStatements(faults, at[1:]+"/practice", c.Practice)
	}
}

// most is how many costs, benefits and economic statistics a plan can have: they are set beside one another in pairs.
const most = 200

// limit adds a fault where a list is longer than most.
func limit(faults *indicator.Faults, path string, length int) {
	if length > most {
		faults.Add(path, indicator.FaultRange, strconv.Itoa(length), "at most "+strconv.Itoa(most))
	}
}

func validateStatistics(faults *indicator.Faults, seen *uniqueCodes, indicators uniqueCodes, field string, statistics []Statistic) {
	limit(faults, "/"+field, len(statistics))
	for i, s := range statistics {
		at := indicator.Pointer(field, i)
		faults.Require(at+"/code", s.Code)
		faults.Require(at+"/name", s.Name)
		seen.add(faults, at, s.Code)
		if s.Indicator != "" {
			if !indicators.has(s.Indicator) {
				faults.Add(at+"/indicator", indicator.FaultReference, s.Indicator, "the code of an indicator")
			}
			if len(s.Series) > 0 {
				faults.Add(at+"/series", indicator.FaultConflict, "", "no series of its own beside an indicator's")
			}
		}
		faults.Under(at+"/series", s.Series.Validate())
		for j, c := range s.Changes {
			at := at + indicator.Pointer("changes", j)
			faults.Enum(at+"/kind", c.Kind, Relative, Absolute)
			validateSpan(faults, at, c.From, c.To, "from", "to")
			if c.Value.IsZero() {
				faults.Add(at+"/value", indicator.FaultRequired, "", "a number")
			}
		}
	}
}

// validateSpan checks that both ends are given and stand in order; names are the keys of the ends, start and end
// where none are given.
func validateSpan(faults *indicator.Faults, path string, start, end indicator.Period, names ...string) {
	if len(names) == 0 {
		names = []string{"start", "end"}
	}
	if start.IsZero() {
		faults.Add(path+"/"+names[0], indicator.FaultRequired, "", "a period")
	}
	switch {
	case end.IsZero():
		faults.Add(path+"/"+names[1], indicator.FaultRequired, "", "a period")
	case end.End().Compare(start.Start()) < 0:
		faults.Add(path+"/"+names[1], indicator.FaultOrder, end.String(), "a period not before "+start.String())
	}
}

func validateAssessed(list []Assessed) indicator.Faults {
	var faults indicator.Faults
	for i, a := range list {
		at := indicator.Pointer(i)
		faults.Require(at+"/name", a.Name)
		validateScore(&faults, at+"/score", a.Score)
		faults.Under(at+"/facts", indicator.ValidateFacts(a.Facts))
	}
	return faults
}

func validateStatements(faults *indicator.Faults, field string, list []Statement) {
	for i, s := range list {
		faults.Under("/"+field+indicator.Pointer(i), validateStatement(s, true))
	}
}

func validateStatement(s Statement, required bool) indicator.Faults {
	var faults indicator.Faults
	if required || len(s.Facts) > 0 {
		faults.Require("/text", s.Text)
	}
	faults.Under("/facts", indicator.ValidateFacts(s.Facts))
	return faults
}

// uniqueCodes collects codes and reports those given twice, compared after Unicode normalisation.
type uniqueCodes struct {
	list  []string
	first map[string]string // normalised code → where it stands first
}

func (u *uniqueCodes) add(faults *indicator.Faults, path, code string) {
	if code == "" {
		return
	}
	if u.first == nil {
		u.first = map[string]string{}
	}
	normal := norm.NFC.String(code)
	if first, ok := u.first[normal]; ok {
		faults.Add(path+"/code", indicator.FaultDuplicate, code, "another code than that of "+first)
		return
	}
	u.first[normal] = path
	u.list = append(u.list, code)
}

func (u *uniqueCodes) has(code string) bool {
	_, ok := u.first[norm.NFC.String(code)]
	return ok
}

// departmentNames returns the departments' names by code.
func departmentNames(departments []task.Department) map[string]string {
	names := make(map[string]string, len(departments))
	for _, d := range departments {
		names[d.Code] = d.Name
	}
	return names
}

func setOf[T comparable](list []T) map[T]bool {
	set := make(map[T]bool, len(list))
	for _, item := range list {
		set[item] = true
	}
	return set
}
