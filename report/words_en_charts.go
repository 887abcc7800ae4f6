package report

// englishCharts word the charts, the tables beside them, and the figures on the cover.
var englishCharts = catalogue{
	"figure.caption":   "Figure {n}. {caption}",
	"tiles.unit":       "",
	"tiles.indicators": "headline indicators",

	"bullets.caption":  "Attainment of the headline indicators, and the values due",
	"bullets.scale":    "Attainment (thick line: target)",
	"bullets.values":   "Actual / target",
	"bullets.reached":  "{reached} / {target}",
	"bullets.progress": "progress {progress}",
	"bullets.required": "required growth {growth}",
	"bullets.note":     "Attainment says how far the target is and cannot be compared with elapsed time; the verdict says whether that is on course, and so does whether the bar reaches the value due. Without a baseline no value is due, and only the yearly growth that the target requires is given.",
	"bullets.summary":  "Bars of the attainment of each indicator, with the target, the elapsed time and the value due.",

	"trajectories.caption":  "Headline indicators over time, the way to the target, and projections",
	"trajectories.path":     "From baseline to target",
	"trajectories.fan":      "Range of projections",
	"trajectories.note":     "Only indicators with two or more observations and a single target are drawn; scales differ, and some do not begin at zero.",
	"trajectories.note-fan": "The range lies between the lowest and the highest projection for the target’s period; its lines join start and end and say nothing of the years between. A projection is not a forecast.",
	"trajectories.says":     "projected for {period}: {values}, {reaches}",
	"trajectories.all":      "all reach the target",
	"trajectories.none":     "none reaches the target",
	"trajectories.some":     "some reach the target",
	"trajectories.one":      "which reaches the target",
	"trajectories.not":      "which misses the target",
	"trajectories.summary":  "Lines of what was observed, with the way to the target and the range of projections.",

	"shares.summary": "Bars of the shares of answers: {survey}.",

	"overview.caption":  "Departments’ roles in the key tasks",
	"overview.note":     "Numbers count tasks; colour and shape show the slowest of the tasks that the department leads, by the declared status or, where none is, the derived one; “{none}”: no role.",
	"overview.summary":  "A grid of key tasks and departments with how many tasks each leads and supports.",
	"overview.leads":    "leads {count}",
	"overview.supports": "supports {count}",

	"column.leading":    "Leading departments (tasks)",
	"column.supporting": "Supporting departments (tasks)",

	"rule-counts.caption": "Results of the checks",
	"rule-counts.summary": "Squares of the results of the checks, by group.",
	"rule-counts.note":    "One square is one rule.",
	"column.rule-group":   "Checks on",
	"column.rules":        "Rules",

	"profile.caption":       "Scores of the parts",
	"profile.caption-ranks": "Totals and ranges of ranks",
	"profile.bound":         "Lowest score of a grade",
	"profile.subtotal":      "subtotal",
	"profile.summary":       "Dots of the scores: {sheet}.",
}
