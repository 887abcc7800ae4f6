// Package seeds holds example plans: each is the whole of one published document as data, with the section of the
// document that every figure is printed in. They are there to be read, copied and edited, and to try things on; the
// packages of the library do not import them.
//
// Figures are those of the document, with the places and the tolerance words that it prints. Texts are in words of our
// own and hold no figures. Where the document leaves something out, the data leaves it out too: a task without a lead
// or an indicator without a baseline is a finding, not a gap to fill. A value computed from printed figures has the
// status derived and says in its note how. No person is named.
package seeds

import (
	_ "embed"
	"strings"

	"github.com/planeval/planeval/evaluate"
)

//go:embed zibo.json
var zibo string

// Zibo returns the 14th five-year plan of Zibo for science and technology innovation, 淄博市“十四五”科技创新规划
// (2021–2025), as the city's post-evaluation report of 2023 tells of it: eight indicators, seven departments and a
// centre, the tasks of eight chapters, a questionnaire, costs and effects, two cases, and every text in English as
// well. Each call returns a plan of its own.
func Zibo() evaluate.Plan {
	plan, err := evaluate.ReadPlan(strings.NewReader(zibo))
	if err != nil {
		panic("seeds: zibo.json: " + err.Error()) // the tests read the same file
	}
	return plan
}

// ZiboJSON returns the JSON that Zibo is read from, in UTF-8. Each call returns a copy of its own.
func ZiboJSON() []byte { return []byte(zibo) }
