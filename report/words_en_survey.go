package report

// englishSurvey words the results of surveys.
var englishSurvey = catalogue{
	"reason.outside-base":   "outside the base",
	"reason.withheld":       "withheld: base too small",
	"reason.census":         "all were asked: no sampling error",
	"reason.not-people":     "share of answers: no interval",
	"reason.no-whole-count": "no count gives it",
	"reason.no-score":       "a degree has no score",
	"reason.one-value":      "all are the same",
	"reason.small-expected": "expected counts too small",
	"reason.not-exclusive":  "not tested: several answers each",

	"count.asked":  "those asked",
	"count.chosen": "those who chose it",

	"knowledge.records": "counted from the records",

	"caution.small":    "small base",
	"caution.withheld": "withheld",

	"interval.wilson":                "Wilson's method",
	"interval.wilson-continuity":     "Wilson's method with continuity correction",
	"interval.clopper-pearson":       "the exact method of Clopper and Pearson",
	"interval.jeffreys":              "Jeffreys' method",
	"interval.jeffreys-equal-tailed": "Jeffreys' method, equal tails",
	"interval.agresti-coull":         "the method of Agresti and Coull",
	"interval.wald":                  "Wald's method",

	"rounding.half-up":   "rounding half up",
	"rounding.half-even": "rounding half to even",
	"rounding.truncate":  "cutting off",

	"satisfaction.top-box":        "share of the top box",
	"satisfaction.scaled-mean":    "mean score between the least and the greatest",
	"satisfaction.weighted-score": "mean of the scores",

	"column.share-interval": "{confidence}% interval",
	"column.of-responses":   "Share of answers",
	"column.outside":        "Answers outside the base",
	"column.top":            "Top box",
	"column.bottom":         "Bottom box",
	"column.net":            "Net",
	"column.mean":           "Mean score",
	"column.mean-interval":  "{confidence}% interval of the mean",
	"column.scaled":         "Scaled mean",
	"column.satisfaction":   "Satisfaction",
	"column.net-promoter":   "Net promoter score",
	"column.majority":       "A majority",

	"survey-shares.interval": "Intervals are {confidence}% confidence intervals by {method}: the shares that asking everybody might have given, if those asked were drawn at random; of those who chose to answer they are an indication only. Where only a percentage is published, they reach from the lower bound of the least count behind it to the upper bound of the greatest.",
	"survey-shares.finite":   "The population is {population}; the intervals are narrowed for it.",
	"survey-shares.bases":    "Bases below {small} are marked “{mark}”; below {least} nothing is published.",

	"count.derived": "{counts} (inferred)",
	"count.range":   "{least} to {most}",

	"interval.range": "{low} to {high}",

	"base.effective": "effective size {size}",

	"printing.tested":     "Published percentages that can be tested against their base: {count} (decimal places: {places}).",
	"printing.all":        "by {modes}, all of them can be shares of whole counts",
	"printing.some":       "by {modes}, {count} of them cannot be shares of whole counts ({percents})",
	"printing.bases":      "of the bases up to {largest}, only these give all percentages of respondents: {bases}",
	"printing.bases-many": "of the bases up to {largest}, {count} give all percentages of respondents",

	"survey-rates.caption":  "Response rates",
	"survey-rates.note":     "Response rates by the Standard Definitions of AAPOR; of the cases of unknown eligibility {eligible} are estimated to be eligible{estimate}.",
	"survey-rates.unstated": "Response rates by the Standard Definitions of AAPOR; the share of eligible cases among the unknown is not stated.",

	"survey-scales.caption": "Results of scales",
	"survey-scales.note":    "The top and the bottom box are the degrees with the highest and the lowest scores, two each unless the question says otherwise; net is the one less the other. Intervals of means are by Student's distribution.",

	"survey-cross.caption":  "Cross table: {rows} (by “{columns}”)",
	"survey-cross.base":     "Base",
	"survey-cross.tested":   "χ² = {square}, degrees of freedom {freedom}, p {p}, Cramér's V = {v}.",
	"survey-cross.untested": "No test of association: {reason}.",
	"survey-cross.withheld": "At least two groups are withheld together, so that none can be found from the total.",

	"accepted.interval":       "the interval is {low} to {high}",
	"accepted.census":         "all were asked, and the share is {low}",
	"accepted.no-interval":    "there is no interval",
	"p.exactly":               "= {p}",
	"p.missing":               "not computed ({reason})",
	"p.below":                 "< {p}",
	"survey-cross.unweighted": "The counts of the cross table are not weighted.",
	"accepted.caption":        "Answers that show acceptance, and how sure they are",
	"accepted.note":           "A majority is certain where the whole interval lies above one half, and lacking where none of it does; otherwise it cannot be said. Intervals hold for random samples only.",
	"accepted.met":            "yes",
	"accepted.not-met":        "no",
	"accepted.unknown":        "cannot be said",
}

// englishSurveyFormulas words the formulas of surveys.
var englishSurveyFormulas = catalogue{
	"formula.mean-score":   "mean score",
	"formula.scaled-mean":  "scaled mean score",
	"formula.net-share":    "net share",
	"formula.net-variance": "variance of the net share",

	"formula-meaning.mean-score":   "scores averaged over those who gave them",
	"formula-meaning.scaled-mean":  "where the mean lies between the least and the greatest score",
	"formula-meaning.net-share":    "the share at one end less that at the other",
	"formula-meaning.net-variance": "variance of the net share in a simple random sample",

	"formulas.note-mean-score": "In a mean score x is how many gave a degree and s its score; l and h are the least and the greatest score.",
	"formulas.note-net-share":  "In a net share p and d are those at either end, n the base.",
	"formulas.note-response":   "In response rates I are complete and P partial interviews, R refusals and break-offs, N non-contacts, O others, U and V cases of unknown eligibility, and e the share of those estimated to be eligible.",

	"formula.response-rr1": "response rate RR1",
	"formula.response-rr2": "response rate RR2",
	"formula.response-rr3": "response rate RR3",
	"formula.response-rr4": "response rate RR4",
	"formula.response-rr5": "response rate RR5",
	"formula.response-rr6": "response rate RR6",

	"formula-meaning.response-rr1": "complete interviews among the known and all of the unknown",
	"formula-meaning.response-rr2": "complete and partial interviews among the known and all of the unknown",
	"formula-meaning.response-rr3": "complete interviews among the known and the eligible as estimated",
	"formula-meaning.response-rr4": "complete and partial interviews among the known and the eligible as estimated",
	"formula-meaning.response-rr5": "complete interviews among the known",
	"formula-meaning.response-rr6": "complete and partial interviews among the known",
}

// englishSurveyRules words the rules about printed percentages and acceptance.
var englishSurveyRules = catalogue{
	"rule.survey.percent-impossible":   "Published percentages are shares of whole counts",
	"rule.survey.percent-truncated":    "Published percentages are rounded, not cut off",
	"rule.survey.set-impossible":       "The percentages of a question add up to its base",
	"rule.acceptance.majority-missing": "A majority accepts, beyond sampling error",

	"inapplicable.survey.percent-impossible":   "no published percentage can be tested against its base",
	"inapplicable.survey.percent-truncated":    "no published percentage can be tested against its base",
	"inapplicable.survey.set-impossible":       "no percentages of one question can be tested together",
	"inapplicable.acceptance.majority-missing": "no answers that show acceptance are named",

	"found.survey.percent-impossible":   "The option “{option}” of the question “{question}” is published as {printed}, which no count of {base} gives, rounded or cut off.",
	"found.survey.percent-truncated":    "Percentages of “{survey}” that are shares of whole counts only when cut off, not when rounded: {count} of the {tested} that can be tested against their bases ({percents}).",
	"found.survey.set-impossible":       "The percentages of the question “{question}” sum to {sum}%; by no rounding do counts behind them make {base}.",
	"found.acceptance.majority-missing": "“{option}” in answer to “{question}” is no majority ({interval}).",

	"found-unknown.acceptance.majority-missing": "Whether “{option}” in answer to “{question}” is a majority cannot be said ({interval}).",

	"head.survey.percent-impossible": "Published percentages that no count gives",

	"item.survey.percent-impossible": "{option} (published {printed}, base {base})",

	"head.survey.percent-truncated": "Percentages that are possible only if they were cut off, not rounded",

	"item.survey.percent-truncated": "{survey} ({percents})",

	"head.survey.set-impossible": "Questions whose percentages do not add up to the base",

	"item.survey.set-impossible": "{question} (sum {sum}%, base {base})",

	"head.acceptance.majority-missing": "Answers that show acceptance and are no majority",

	"item.acceptance.majority-missing": "{question}: {option} ({interval})",

	"head-unknown.acceptance.majority-missing": "Answers that show acceptance, whether a majority or not",
}
