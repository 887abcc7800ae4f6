package report

// englishChanges word the report on what changed between two evaluations.
var englishChanges = catalogue{
	"changes.title":             "What changed in the evaluation of {plan}",
	"changes.subtitle":          "Evaluations as of {before} and {after} compared",
	"changes.summary":           "Overall",
	"changes.moved":             "Attainment rose for {up} indicators, fell for {down} and stayed for {same}; {other} cannot be compared.",
	"changes.found":             "Findings: {appeared} new, {closed} closed, {remaining} remaining.",
	"changes.outcome":           "Declared outcome: “{declaredBefore}” before, “{declaredAfter}” now. Supported by the data: “{supportedBefore}” before, “{supportedAfter}” now.",
	"changes.indicators":        "Changes in the main indicators",
	"changes.note":              "The change is the actual value now less the one before; attainment changes by percentage points. Where a target was revised, each attainment is against the target of its time.",
	"changes.column-task":       "Task",
	"changes.column-before":     "Before",
	"changes.column-after":      "Now",
	"changes.column-moved":      "Change",
	"changes.column-attainment": "Attainment",
	"changes.column-gained":     "Change in attainment",
	"changes.column-verdict":    "Verdict",
	"changes.revised":           "Data that were revised",
	"changes.tasks":             "Changes in the status of tasks",
	"changes.added":             "Not a task then",
	"changes.removed":           "No longer a task",
	"changes.findings":          "Changes in the findings",
	"changes.appeared":          "New findings",
	"changes.closed":            "Closed findings",
	"changes.remaining":         "Remaining findings",
	"changes.rules":             "Changes in the results of the checks",
}
