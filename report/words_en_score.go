package report

// englishScore words scores: reasons, and what covers the division of work.
var englishScore = catalogue{
	"reason.too-few-scores":         "too few parts have a score",
	"reason.not-additive":           "this aggregation does not divide a score among its parts",
	"reason.not-linear":             "the total does not depend on this weight in a simple way",
	"reason.within-error":           "the bound lies within the error of the computation",
	"reason.no-such-weight":         "no weight changes the result",
	"reason.no-grades":              "no grade is set for it",
	"formula.tasks-led":             "tasks with a lead",
	"formula.duties-served":         "duties that a task serves",
	"formula-meaning.tasks-led":     "tasks without sub-tasks that somebody leads, as a share of all",
	"formula-meaning.duties-served": "duties of departments that some task serves, as a share of all",
}
