package report

// englishProjections word what belongs to projections and to the history of targets.
func englishProjections() catalogue {
	c := catalogue{
		"column.revisions": "Numbers set",
		"interim.caption":  "Interim targets and revisions",
		"interim.note":     "An interim target is taken as it stood when its period ended and held against the data up to then; later revisions do not count.",

		"rule.indicator.slipped":  "No indicator that met its target has slipped back",
		"found.indicator.slipped": "The indicator “{indicator}” met its target of {target} with {value} in {period}; with {actual} in {latest} it no longer does.",
		"head.indicator.slipped":  "Met the target, then slipped",
		"item.indicator.slipped":  "{indicator} ({value} in {period}, {actual} in {latest}; target {target})",

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
	}
	for way, name := range map[string]string{
		"straight-line": "straight line", "constant-growth": "constant growth", "last-step": "last step repeated",
		"least-squares": "least squares",
	} {
		c["formula."+way+"-attainment"] = "projected attainment: " + name
		c["formula."+way+"-attainment-decrease"] = "projected attainment (lower is better): " + name
		c["formula."+way+"-shortfall"] = "projected shortfall: " + name
		c["formula."+way+"-shortfall-decrease"] = "projected shortfall (lower is better): " + name
		c["formula-meaning."+way+"-attainment"] = "the projection by " + name + " as a share of the target"
		c["formula-meaning."+way+"-attainment-decrease"] = "lower is better: the target as a share of the projection by " + name
		c["formula-meaning."+way+"-shortfall"] = "the target minus the projection by " + name + "; negative means that the target is passed"
		c["formula-meaning."+way+"-shortfall-decrease"] = "lower is better: the projection by " + name +
			" minus the target; negative means better than the target"
	}
	return c
}
