// Package score makes a score of many indicators that can be defended point by point: a [Sheet] is a tree of nodes with
// weights, its leaves turn what was observed into scores, and [Evaluate] gives each unit its total, its grade and its
// rank, each with its working.
//
// What is rational is exact, whatever the number of units; what is not — geometric and power means, standard deviations,
// distances — is computed in float64 with a bound of its error, and a grade whose bound lies within that error is not
// decided. Weights are always exact: those that are derived by a method are rounded to stated places before they are
// used, so that a sheet can be reckoned again from the weights that are published.
//
// How far a result depends on the choices of the sheet is answered by [Result.Removals], [Result.GradeFlips],
// [Result.OrderFlips], [Result.Simulate] and [Result.Sensitivity]. Package report words results (BuildScores); the program
// examples/score scores units from two files.
package score

import "github.com/planeval/planeval/indicator"

// Sheet is a score sheet 指标体系, as data. Its scores are in points, as a rule from 0 to 100.
type Sheet struct {
	Code   string `json:"code"`
	Title  string `json:"title"`
	Source string `json:"source,omitempty"` // 依据
	Note   string `json:"note,omitempty"`

	Root    Node            `json:"root"`              // its score, with the bonuses, is the total
	Bonuses []Node          `json:"bonuses,omitempty"` // 加分项: leaves whose points are added to the total; one that is missing leaves no total
	Most    indicator.Value `json:"most,omitzero"`     // 满分: what the total with bonuses can be at most; absent for no bound
	Vetoes  []Veto          `json:"vetoes,omitempty"`  // 一票否决
	Grades  []Grade         `json:"grades,omitempty"`  // 等级, the best first
	Ties    Ties            `json:"ties,omitempty"`    // 并列名次

	// Translations gives texts of the sheet in other languages: by BCP 47 tag, then by the text as it stands in the sheet.
	Translations map[string]map[string]string `json:"translations,omitempty"`
}

// Node is a dimension, criterion or indicator of a sheet: a leaf, which has a rule, or a node with children, whose scores
// are weighed and aggregated. The zero Node is invalid.
type Node struct {
	Code   string          `json:"code"` // unique in the sheet
	Name   string          `json:"name"`
	Weight indicator.Value `json:"weight,omitzero"` // 权重 among its siblings, where these are weighted as given; any scale
	Source string          `json:"source,omitempty"`
	Note   string          `json:"note,omitempty"`

	// Of a node with children.
	Children    []Node      `json:"children,omitempty"`
	Weighting   Weighting   `json:"weighting,omitzero"`   // how the children are weighted
	Aggregation Aggregation `json:"aggregation,omitzero"` // how their scores are put together
	Missing     Missing     `json:"missing,omitzero"`     // what is done where a child has no score

	// Of a leaf.
	Rule *Rule `json:"rule,omitempty"`
	From From  `json:"from,omitzero"`
}

// From says which figure of an evaluation a leaf or a veto stands on, for [Collect]: that of a part of the plan, by its JSON Pointer,
// and by its formula, such as /indicators/0 and attainment.
type From struct {
	Path    string            `json:"path"`
	Formula indicator.Formula `json:"formula"`
}

// Missing says what is done where a child of a node has no score. Of the zero Missing the node has none either.
type Missing struct {
	// Drop leaves such a child out and shares its weight among the others.
	Drop bool `json:"drop,omitempty"`
	// Share is the least share of the children that have a weight, by their number and not by their weights, that must have a
	// score, from 0 to 1: 0.6 asks for two of three.
	Share indicator.Value `json:"share,omitzero"`
}

// Veto limits the grade of a unit, 一票否决, whatever its total: no accidents, say, with AtMost "0". Ranks follow the totals all
// the same. Of a unit for which the number is missing the grade is not known.
type Veto struct {
	Code    string          `json:"code"`
	Name    string          `json:"name"`
	AtLeast indicator.Value `json:"atLeast,omitzero"` // the veto holds below this
	AtMost  indicator.Value `json:"atMost,omitzero"`  // the veto holds above this
	Grade   string          `json:"grade"`            // the best grade that is left
	From    From            `json:"from,omitzero"`
	Source  string          `json:"source,omitempty"`
}

// Grade is a grade 等级 and the total that earns it.
type Grade struct {
	Name    string          `json:"name"`
	AtLeast indicator.Value `json:"atLeast,omitzero"` // absent for the last: everything below the one before
}

// Ties says which rank those of equal totals share.
type Ties string

// The ties.
const (
	TiesFirst   Ties = ""        // 1, 2, 2, 4: the rank of the first of them
	TiesLast    Ties = "last"    // 1, 3, 3, 4: that of the last
	TiesAverage Ties = "average" // 1, 2.5, 2.5, 4
	TiesDense   Ties = "dense"   // 1, 2, 2, 3: no rank is left out
)
