package report

// englishCharts word the charts, the tables beside them, and the figures on the cover.
var englishCharts = catalogue{
	"figure.caption": "Figure {n}. {caption}",
	"tiles.unit":     "of {total}",

	"bullets.caption":  "Attainment of the headline indicators against elapsed time",
	"bullets.scale":    "Attainment of the target",
	"bullets.values":   "Actual / target",
	"bullets.reached":  "{reached} / {target}",
	"bullets.progress": "progress {progress}",
	"bullets.required": "needs {growth} a year",
	"bullets.note":     "Bars are attainment, the thick line is the target, the dashed line the elapsed time. Colour and shape show the verdict; an indicator without a baseline has none, and only the yearly growth that its target requires is given.",
	"bullets.summary":  "Bars of the attainment of each indicator, with the target, the elapsed time and the value due.",

	"trajectories.caption":  "Headline indicators over time, the way to the target, and projections",
	"trajectories.path":     "From baseline to target",
	"trajectories.fan":      "Range of projections",
	"trajectories.note":     "Only indicators with two or more observations and a single target are drawn; scales differ and do not begin at zero.",
	"trajectories.note-fan": "The range lies between the values that the ways of going on reach in the target’s period; the lines show start and end alone. A projection is not a forecast.",
	"trajectories.says":     "{way}: {value} in {period}",
	"trajectories.summary":  "Lines of what was observed of {indicators}, with the way to the target and the range of projections.",

	"shares.note":    "Whiskers are confidence intervals.",
	"shares.summary": "Bars of the shares of answers: {survey}.",

	"overview.caption":  "Departments’ parts in the key tasks",
	"overview.note":     "Numbers are tasks; colour and shape show the slowest of the tasks that the department leads; “{none}” is no part.",
	"overview.summary":  "A grid of key tasks and departments with how many tasks each leads and supports.",
	"overview.leads":    "leads {count}",
	"overview.supports": "supports {count}",

	"column.leading":    "Leading departments (tasks)",
	"column.supporting": "Supporting departments (tasks)",

	"rule-counts.caption": "Results of the checks",
	"rule-counts.summary": "Squares of the results of the checks, by group.",
	"rule-counts.note":    "One square is one check.",
	"column.rule-group":   "Checks on",
	"column.rules":        "Checks",

	"profile.caption":       "Scores of the parts",
	"profile.caption-ranks": "Totals and the ranks they may have",
	"profile.bound":         "Where a grade begins",
	"profile.summary":       "Dots of the scores: {sheet}.",
}
