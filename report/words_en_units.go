package report

// englishUnits words what is shown of many units, and of one unit over time.
var englishUnits = catalogue{
	"column.score-period":    "Period",
	"column.score-totals":    "Interval of the total",
	"column.score-likeliest": "Most likely grade",
	"score-series.caption":   "totals by period",
	"score.none-before":      "no total then",

	"column.score-part-points": "{part} (points)",

	"score-ranges.caption":      "where totals and ranks lie when weights vary",
	"score-ranges.note":         "Intervals hold {inside} of the replications of the simulation.",
	"score-ranges.note-grade":   "The most likely grade is the one that comes out most often, with its share of the replications.",
	"score-ranges.note-missing": "Replications that are not counted because they leave a unit without a total: {units}.",

	"score-swaps.lead":        "Neighbours in the ranking",
	"score-swaps.caption":     "how much a weight must change to swap neighbours in the ranking",
	"column.score-ahead":      "Ahead",
	"column.score-behind":     "Behind",
	"column.score-lead":       "Lead (points)",
	"column.score-swapped-by": "Part whose weight changes",
	"column.score-swaps":      "Share at which they swap",
	"score-swaps.note":        "The part that is named is the one whose share of its level has to change least.",
	"score-swaps.note-left":   "Pairs of which some weights are left out ({reason}): {pairs}.",
	"score-swaps.not-linear":  "the two do not have scores of the same parts there, or an aggregation above is no weighted arithmetic mean",
	"score-swaps.note-more":   "Pairs lower in the ranking that are not listed: {count}.",
	"score-swaps.pair":        "{ahead} and {behind}",
	"score-swaps.tied":        "none (tied)",
	"score-swaps.none":        "none (no single weight swaps them)",
	"score-swaps.unknown":     "none (some weights cannot be computed)",
	"score-swaps.of":          "of {pairs}",
	"score-swaps.first-of":    "of the first {count} of {pairs}",
	"score-swaps.counts":      "{of}, {counts}.",
	"score-swaps.each":        "{of}, each can be swapped by changing a single weight.",
	"score-swaps.can":         "{count} can be swapped by changing a single weight",
	"score-swaps.firm":        "{count} cannot be swapped by any single weight",
	"score-swaps.ties":        "{count} tied",
	"score-swaps.open":        "{count} cannot be told, as some weights cannot be computed",
	"score-swaps.nearest":     "Closest to a swap are {ahead} and {behind}: they change places when the share of {part} in its level goes from {share} to {there}.",
}
