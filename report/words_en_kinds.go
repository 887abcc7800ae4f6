package report

// englishKinds words the formulas of cumulative amounts, reductions and growth rates.
var englishKinds = catalogue{
	"reason.incomplete-series": "series incomplete",
	"reason.period-mismatch":   "periods differ",

	"formula.sum":                       "summed amount",
	"formula.progress-reduction":        "progress of the reduction",
	"formula.schedule-gap-reduction":    "schedule gap of the reduction",
	"formula.pace-reduction":            "pace of the reduction",
	"formula.due-reduction":             "reduction due (constant change)",
	"formula.planned-reduction":         "yearly change planned",
	"formula.mean-reduction":            "mean yearly change since the baseline",
	"formula.needed-reduction":          "change still required",
	"formula.required-reduction":        "required yearly change",
	"formula.constant-growth-reduction": "projection: constant change",
	"formula.growth-index":              "compounded growth index",
	"formula.mean-rate":                 "mean of the yearly rates",
	"formula.attainment-rate":           "attainment of the mean rate",
	"formula.rate-gap":                  "mean rate against the target",
	"formula.required-rate":             "rate required in the years left",

	"formula-meaning.sum":                       "the amounts of all periods, of an indicator those after the baseline, added up; where one is missing there is no sum",
	"formula-meaning.progress-reduction":        "the achieved reduction against the promised one, both as logarithms, as a constant yearly change counts them",
	"formula-meaning.schedule-gap-reduction":    "progress of the reduction less elapsed time",
	"formula-meaning.pace-reduction":            "progress of the reduction for each unit of elapsed time",
	"formula-meaning.due-reduction":             "the reduction due by now at a constant yearly change",
	"formula-meaning.planned-reduction":         "the constant yearly change from the baseline that the target stands for",
	"formula-meaning.mean-reduction":            "the constant yearly change that leads from the baseline to the actual",
	"formula-meaning.needed-reduction":          "the change in all from now to the target",
	"formula-meaning.required-reduction":        "the constant yearly change from now that leads to the target",
	"formula-meaning.constant-growth-reduction": "the reduction by the target period if the mean yearly change goes on",
	"formula-meaning.growth-index":              "the yearly rates compounded, with the baseline as one",
	"formula-meaning.mean-rate":                 "the constant yearly rate that comes to the same as the yearly rates",
	"formula-meaning.attainment-rate":           "the mean rate divided by the target rate, which is the pace until the target period is over",
	"formula-meaning.rate-gap":                  "the mean rate less the target rate, in percentage points",
	"formula-meaning.required-rate":             "the constant yearly rate in the years left that makes the mean the target",
}
