package report

import (
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

func catalogues() map[string]catalogue {
	return map[string]catalogue{chinese: chineseWords(), english: englishWords()}
}

func names(template string) []string {
	list := placeholders(template)
	slices.Sort(list)
	return slices.Compact(list)
}

func TestCataloguesHoldTheSameKeysAndPlaceholders(t *testing.T) {
	zh, en := chineseWords(), englishWords()
	assert.Equal(t, slices.Sorted(maps.Keys(zh)), slices.Sorted(maps.Keys(en)))
	for key, template := range zh {
		assert.Equal(t, names(template), names(en[key]), key)
	}
}

func TestEveryKeyIsGivenOnce(t *testing.T) {
	for tag, parts := range map[string][]catalogue{chinese: chineseParts(), english: englishParts()} {
		seen := map[string]bool{}
		for _, part := range parts {
			for key := range part {
				assert.False(t, seen[key], "%s: %s", tag, key)
				seen[key] = true
			}
		}
	}
}

func TestTemplatesAreWhole(t *testing.T) {
	for tag, c := range catalogues() {
		for key, template := range c {
			assert.Equal(t, strings.Count(template, "{"), strings.Count(template, "}"), "%s %s", tag, key)
			assert.NotContains(t, placeholders(template), "", "%s %s", tag, key)
			if tag == english {
				assert.NotRegexp(t, `\p{Han}|[，。；：、（）]`, template, key)
			}
			if key != "mark.sentence" && key != "tiles.unit" { // English needs neither
				assert.NotEmpty(t, template, "%s %s", tag, key)
			}
		}
	}
}

// TestNoNumberIsTypedIntoTheWords holds the rule that figures come from the evaluation. The exceptions name things, or
// say how the report is made.
func TestNoNumberIsTypedIntoTheWords(t *testing.T) {
	named := []string{"method-basis.schedule", "findings.note",
		"column.interval", "trends.note", "conventions.interval"} // a prediction interval is named by its probability
	for tag, c := range catalogues() {
		for key, template := range c {
			family, _, _ := strings.Cut(key, ".")
			if slices.Contains(named, key) || family == "month" || family == "quarter" || family == "pack-number" ||
				strings.HasPrefix(key, "formula.response-") { // AAPOR names its rates by numbers
				continue
			}
			plain := fill(template, func(string) string { return "" })
			assert.NotRegexp(t, `[0-9]`, plain, "%s %s", tag, key)
		}
	}
}

// TestTheSourceHasOneName keeps the plan's own published report apart from the report that these words make.
func TestTheSourceHasOneName(t *testing.T) {
	for key, template := range chineseWords() {
		assert.NotRegexp(t, `资料|来源|宣布`, template, key)
	}
	about := []string{"column.source", "facts.caption", "column.inputs", "data.title", "introduction.figures", "summary.more"} // where figures stand
	for key, template := range englishWords() {
		if !slices.Contains(about, key) {
			assert.NotRegexp(t, `[Ss]ources?\b`, strings.ReplaceAll(strings.ReplaceAll(template, "ource report", ""), "{source}", ""), key)
		}
	}
}

func TestItemsAreJoined(t *testing.T) {
	zh, en := both()
	assert.Equal(t, "a、b、c", zh.and("a", "b", "c"))
	assert.Equal(t, "a, b and c", en.and("a", "", "b", "c"))
	assert.Equal(t, "a or b", en.or("a", "b"))
	assert.Equal(t, "a", en.and("a"))
	assert.Empty(t, en.or())
}

func TestEveryIDHasWords(t *testing.T) {
	ids := map[string][]string{
		"status":          {"met", "not-met", "unknown", "not-applicable"},
		"agrees":          {"met", "not-met", "unknown", "not-applicable"},
		"outcome-word":    {"undetermined"},
		"outcome-gap":     {string(evaluate.NoGap), string(evaluate.Milder), string(evaluate.Stricter)},
		"group":           {otherGroup},
		"acceptance-form": {"unstated", string(evaluate.FromSurvey), string(evaluate.FromInterview), string(evaluate.FromHearing)},
		"trigger-status":  {"met", "not-met", "unknown", "not-applicable"},
		"clause":          {"article", "paragraph", "item"},
		"qualifier": {string(indicator.AtLeast), string(indicator.AtMost), string(indicator.MoreThan), string(indicator.Nearly),
			string(indicator.About)},
		"data-status": {"printed", string(indicator.Final), string(indicator.Preliminary), string(indicator.Estimated),
			string(indicator.Derived), string(indicator.Unavailable)},
		"nature": {"unstated", string(indicator.Binding), string(indicator.Anticipatory)},
		"task-status": {"unknown", string(task.NotStarted), string(task.OnSchedule), string(task.Delayed), string(task.Completed),
			string(task.Adjusted)},
		"role":    {string(evaluate.Head), string(evaluate.Deputy), string(evaluate.Participant)},
		"role-as": {string(evaluate.Head), string(evaluate.Deputy), string(evaluate.Participant)},
		"count": {string(survey.CountSent), string(survey.CountReturned), string(survey.CountValid), string(survey.CountAnswered),
			string(survey.CountResponses)},
		"knowledge":  {"unknown", string(survey.FromPercentages), string(survey.FromTallies)},
		"agreement":  {string(survey.Consistent), string(survey.OnlyTruncated), string(survey.Contradictory)},
		"span-unit":  {"year", "month", "day"},
		"stage-list": {"scheme", "reported"},
		"verdict":    {"not-judged"},
		"half":       {"1", "2"},
		"why": {"none", string(task.WhyDone), string(task.WhyStepsReached), string(task.WhyStepLate), string(task.WhyPastDue), string(task.WhyNotBegun),
			string(task.WhyOnTime), string(task.WhyStepUndecided), string(task.WhyNoDate), string(task.WhyNoEvidence)},
		"self-assessment": {string(task.Returned), string(task.NotReturned)},
		"promise-status":  {"met", "not-met", "unknown", "not-applicable"},
		"quarter":         {"1", "2", "3", "4"},
	}
	for _, s := range evaluate.Severities() {
		ids["severity"] = append(ids["severity"], string(s))
	}
	for _, v := range []evaluate.Vocabulary{evaluate.ActionWords, evaluate.PerformanceWords} { // the others add words of their own
		for _, o := range v.Outcomes() {
			ids["outcome-word"] = append(ids["outcome-word"], string(o))
		}
	}
	for _, g := range evaluate.Groups() {
		ids["group"] = append(ids["group"], string(g))
	}
	for _, p := range evaluate.Packs() {
		ids["pack"] = append(ids["pack"], string(p))
		if p.Document() != (evaluate.Document{}) {
			ids["pack-title"], ids["pack-number"] = append(ids["pack-title"], string(p)), append(ids["pack-number"], string(p))
		}
	}
	for _, k := range evaluate.TriggerKinds() {
		ids["trigger"] = append(ids["trigger"], string(k))
	}
	for _, b := range bodies() {
		ids["body"] = append(ids["body"], string(b))
	}
	plan := reflect.TypeFor[evaluate.Plan]()
	for i := range plan.NumField() {
		part, _, _ := strings.Cut(plan.Field(i).Tag.Get("json"), ",")
		ids["part"] = append(ids["part"], part)
	}
	for _, f := range indicator.Formulas() {
		ids["formula"] = append(ids["formula"], string(f))
		ids["formula-meaning"] = append(ids["formula-meaning"], string(f))
	}
	for _, r := range indicator.Reasons() {
		ids["reason"] = append(ids["reason"], r.String())
	}
	for _, r := range evaluate.Catalogue() {
		for _, family := range []string{"rule", "found", "head"} {
			ids[family] = append(ids[family], r.ID)
		}
	}
	limited := indicator.OpenSDG(indicator.OpenSDGOptions{Limit: indicator.IntValue(100)})
	for _, method := range []indicator.Method{indicator.Schedule(indicator.Bands{}), limited} {
		ids["method"], ids["method-basis"] = append(ids["method"], method.ID), append(ids["method-basis"], method.ID)
		for _, v := range method.Verdicts {
			ids["verdict"] = append(ids["verdict"], string(v))
		}
		for _, p := range method.Parameters {
			ids["parameter"] = append(ids["parameter"], p.Name)
		}
	}
	for month := 1; month <= 12; month++ {
		ids["month"] = append(ids["month"], strconv.Itoa(month))
	}
	for _, f := range []indicator.Formula{indicator.FormulaStraightLine, indicator.FormulaConstantGrowth, indicator.FormulaLastStep,
		indicator.FormulaLeastSquares, indicator.FormulaConstantReduction} {
		ids["projection"] = append(ids["projection"], string(f))
	}
	for tag, c := range catalogues() {
		for family, list := range ids {
			for _, id := range list {
				assert.Contains(t, c, family+"."+id, tag)
			}
		}
	}
}

// TestWordsAreOfRulesThatAreOrWere holds the words against the ids that rules have ever had.
func TestWordsAreOfRulesThatAreOrWere(t *testing.T) {
	frozen, err := os.ReadFile("../evaluate/testdata/rules.txt")
	require.NoError(t, err)
	ids := strings.Fields(string(frozen))
	for key := range chineseWords() {
		family, id, _ := strings.Cut(key, ".")
		if ruleFamilies[family] || family == "rule" || family == "inapplicable" {
			assert.Contains(t, ids, id, key)
		}
	}
}

// ruleFamilies are the families of words of findings, by the rule's id.
var ruleFamilies = map[string]bool{
	"found": true, "found-unknown": true, "found-all": true, "found-one": true, "head": true, "head-unknown": true, "head-all": true,
	"item": true, "item-unknown": true,
}

// TestDocumentsAreNamedAsTheyAre holds the Chinese names of documents against those that the rules rest on.
func TestDocumentsAreNamedAsTheyAre(t *testing.T) {
	for _, p := range evaluate.Packs() {
		assert.Equal(t, p.Document().Title, chineseWords()["pack-title."+string(p)])
		assert.Equal(t, p.Document().Number, chineseWords()["pack-number."+string(p)])
	}
}

func count(c catalogue, prefix string) int {
	n := 0
	for key := range c {
		if strings.HasPrefix(key, prefix) {
			n++
		}
	}
	return n
}

func TestSayReportsWhatDoesNotFit(t *testing.T) {
	var faults []string
	w := words{tag: english, catalogue: catalogue{"greeting": "Good {time}, {name}"}, fault: func(s string) { faults = append(faults, s) }}
	assert.Equal(t, "Good day, you", w.say("greeting", "time", "day", "name", "you"))
	assert.Empty(t, faults)
	assert.Equal(t, "Good day, —", w.say("greeting", "time", "day"))
	assert.Equal(t, "Good day, you", w.say("greeting", "time", "day", "name", "you", "mood", "fine"))
	assert.Equal(t, "farewell", w.say("farewell"))
	assert.Equal(t, []string{
		"greeting has nothing for {name}", "greeting does not use all of its values", "no words for farewell",
	}, faults)
	assert.Equal(t, "a {b", fill("a {b", func(string) string { return "x" }))
}

func TestLanguages(t *testing.T) {
	for tag, want := range map[string]string{
		"und": chinese, "zh": chinese, "zh-Hans": chinese, "zh-Hant-TW": chinese, "en": english, "en-GB": english,
		"fr": chinese, "ja": chinese, "cy": chinese, "de-CH": chinese,
	} {
		assert.Equal(t, want, newWords(Options{Language: language.MustParse(tag)}, nil).tag, tag)
	}
	assert.Equal(t, chinese, newWords(Options{}, nil).tag, "the zero options")
}

func TestTextsOfThePlanAreTranslatedAndKeptOnOneLine(t *testing.T) {
	translations := map[string]map[string]string{"en": {"家": "units", "空": ""}, "zh": {"units": "家"}}
	en := newWords(Options{Language: language.English}, translations)
	assert.Equal(t, "units", en.t("家"))
	assert.Equal(t, "项", en.t("项"), "without translation it stays")
	assert.Equal(t, "空", en.t("空"), "an empty translation is none, but for a unit")
	assert.Equal(t, "a b c d", en.t("a\nb\tc\u2028d"))
	zh := newWords(Options{}, translations)
	assert.Equal(t, "家", zh.t("units"), "translations of zh serve zh-Hans")
}
