package report

// englishProjections word what belongs to projections and to the history of targets.
func englishProjections() catalogue {
	c := catalogue{
		"column.revisions": "Numbers set",
		"interim.caption":  "Interim targets and revisions",
		"interim.note":     "An interim target is taken as it stood when its period ended and held against the data up to then; later revisions do not count.",

		"projections.caption":    "Projections against the targets",
		"projections.note":       "A projection is the value in the target period if things go on as they did: by the mean step since the baseline (straight line), by the mean growth since the baseline (constant growth), or by the step of the last year. Projections are not forecasts. The shortfall is the target less the projection before rounding, the other way round where lower is better, and taken to the nearer bound of a range; below zero the projection is better than the target. The target may be met later than its period.",
		"projections.note-main":  "“Main” marks the way to look at first: the straight line for shares, which cannot grow at a constant rate for long, and where no growth can be computed; constant growth for all others. The other ways stand beside it for comparison.",
		"projections.note-kinds": "A cumulative amount and a cumulative reduction have one way of going on each: the amount in a straight line, by its mean in a period since the baseline; the reduction at constant change, by the mean yearly change since the baseline. More is better in both, and the shortfall is the target less the projection.",
		"projections.none":       "Not projected: {reasons}.",
		"projection-main":        "main",
		"reaches.met":            "met",
		"reaches.not-met":        "not met",
		"trends.caption":         "Trends by least squares, and their prediction intervals",
		"trends.note":            "The projection by least squares follows the trend, which is the line of least squares through the data up to the latest, at least {least} of them; its value in the target period stands among the projections. If the data scatter about a line at random and go on to do so, the value in the target period lies in the interval with a probability of 95%; the fewer the data, the wider the interval. It allows for no change of policy or conditions.",
		"slope.year":             "{change} a year",
		"slope.month":            "{change} a month",

		"reason.already-met":          "the target is met already",
		"reason.never-met":            "going on like this never meets the target",
		"reason.beyond-horizon":       "going on like this does not meet the target within the years looked at",
		"reason.too-few-observations": "too few observations for a trend",

		"formula.least-squares":           "projection: least squares",
		"formula.trend-slope":             "slope of the trend",
		"formula.trend-intercept":         "start of the trend",
		"formula-meaning.least-squares":   "value of the line of least squares in the target period",
		"formula-meaning.trend-slope":     "change of the line of least squares in one unit of time",
		"formula-meaning.trend-intercept": "value of the line of least squares in the period of the first number",

		"formula.constant-growth-reduction-attainment":         "projected attainment: constant change",
		"formula.constant-growth-reduction-shortfall":          "projected shortfall: constant change",
		"formula-meaning.constant-growth-reduction-attainment": "the projected reduction as a share of the target",
		"formula-meaning.constant-growth-reduction-shortfall":  "the target minus the projected reduction; negative means that the target is passed",
	}
	for way, name := range map[string]string{
		"straight-line": "straight line", "constant-growth": "constant growth", "last-step": "last step repeated",
		"least-squares": "least squares",
	} {
		c["formula."+way+"-attainment"] = "projected attainment: " + name
		c["formula."+way+"-attainment-decrease"] = "projected attainment (lower is better): " + name
		c["formula."+way+"-attainment-difference"] = "projected attainment (difference method): " + name
		c["formula."+way+"-shortfall"] = "projected shortfall: " + name
		c["formula."+way+"-shortfall-decrease"] = "projected shortfall (lower is better): " + name
		c["formula-meaning."+way+"-attainment"] = "the projection by " + name + " as a share of the target"
		c["formula-meaning."+way+"-attainment-decrease"] = "lower is better: the target as a share of the projection by " + name
		c["formula-meaning."+way+"-attainment-difference"] = "lower is better: one point less for each per cent that the projection by " +
			name + " lies above the target"
		c["formula-meaning."+way+"-shortfall"] = "the target minus the projection by " + name + "; negative means that the target is passed"
		c["formula-meaning."+way+"-shortfall-decrease"] = "lower is better: the projection by " + name +
			" minus the target; negative means better than the target"
	}
	return c
}
