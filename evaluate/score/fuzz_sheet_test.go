package score_test

import (
	"fmt"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// rule is one of every kind, with what its kind asks for.
func (b *drawnFrom) rule() *score.Rule {
	r := &score.Rule{Kind: []score.RuleKind{
		score.Points, score.Levels, score.Attainment, score.Banded, score.Goalposts, score.Efficacy, score.DistanceToTarget, score.MinMax,
		score.ZScore, score.Rank, score.PercentileRank, score.ShareOfMost, score.ShareOfSum, score.ShareOfLength,
	}[b.choose(14)]}
	if r.Kind != score.Points && r.Kind != score.Levels && (r.Kind != score.Banded || b.choose(2) == 0) {
		r.Direction = []indicator.Direction{more, less}[b.choose(2)]
	}
	switch r.Kind {
	case score.Levels:
		r.Levels = score.QualitativeLevels()
	case score.Banded:
		r.Bands = []score.Band{{AtLeast: literal("80"), Points: literal("100")}, {AtLeast: literal("0.5"), Points: literal("33.3")}, {Points: literal("0")}}
	case score.Goalposts, score.Efficacy:
		r.Low, r.High, r.Open = literal("10"), literal("60.5"), b.choose(2) == 1
	case score.DistanceToTarget:
		r.Target = literal("75")
	case score.Rank, score.PercentileRank:
		r.Ties = []score.Ties{score.TiesFirst, score.TiesLast, score.TiesAverage}[b.choose(3)]
	case score.Attainment:
		r.Target, r.Most = b.value(), []indicator.Value{{}, literal("1.2")}[b.choose(2)]
		if r.Direction == less {
			r.Attainment = []indicator.AttainmentForm{indicator.AttainmentRatio, indicator.AttainmentDifference}[b.choose(2)]
		}
	}
	if r.Kind != score.Levels && r.Kind != score.Banded && r.Kind != score.Points && b.choose(4) == 1 {
		r.Scale = scaleOf(-5, 7)
	}
	if r.Kind != score.Levels {
		r.Impute = []score.Impute{{}, {By: score.ByPrevious}, {By: score.ByValue, Value: literal("12")}, {}}[b.choose(4)]
		if r.Kind != score.Points && r.Kind != score.Banded {
			r.Outliers = []score.Outliers{{}, {Share: literal("0.25")}, {Low: literal("-3"), High: literal("70")}, {Count: 2}}[b.choose(4)]
		}
	}
	return r
}

// node is a leaf or a node with up to four children, weighted and aggregated in any way.
func (b *drawnFrom) node(depth int, next *int) score.Node {
	*next++
	n := score.Node{Code: fmt.Sprint("n", *next), Name: "N"}
	if depth == 3 || depth > 0 && b.choose(2) == 0 {
		n.Rule = b.rule()
		return n
	}
	for range 1 + b.choose(4) {
		n.Children = append(n.Children, b.node(depth+1, next))
	}
	n.Weighting = score.Weighting{Method: []score.WeightMethod{
		score.GivenWeights, score.EqualWeights, score.AHP, score.Entropy, score.Critic, score.CriticRank, score.Deviation, score.Variance,
	}[b.choose(8)]}
	switch n.Weighting.Method {
	case score.GivenWeights:
		n.Weighting.Relative = true
		for i := range n.Children {
			n.Children[i].Weight = indicator.IntValue(int64(b.choose(5)))
		}
		n.Children[0].Weight = literal("1.5")
	case score.EqualWeights:
	case score.AHP:
		n.Weighting.AcceptInconsistent = true
		n.Weighting.Priority = []score.Priority{score.Eigenvector, score.GeometricMean, score.ColumnMean}[b.choose(3)]
		for i := range n.Children {
			for j := range i {
				pair := []string{n.Children[i].Code, n.Children[j].Code}
				first := b.choose(2)
				n.Weighting.Judgements = append(n.Weighting.Judgements, score.Judgement{
					More: pair[first], Less: pair[1-first], Times: indicator.IntValue(int64(1 + b.choose(9))),
				})
			}
		}
	default:
		n.Weighting.Places = b.choose(13)
	}
	n.Aggregation.Method = []score.AggregationMethod{
		score.Arithmetic, score.Arithmetic, score.Geometric, score.Harmonic, score.PowerMean, score.Copeland, score.Topsis,
	}[b.choose(7)]
	if n.Aggregation.Method == score.PowerMean {
		n.Aggregation.Power = literal([]string{"-10", "-0.5", "0.5", "3", "10"}[b.choose(5)])
	}
	if n.Aggregation.Method != score.Topsis && b.choose(2) == 1 {
		n.Missing = score.Missing{Drop: true, Share: []indicator.Value{{}, literal("0.5")}[b.choose(2)]}
	}
	return n
}

// sheet is a small sheet that is in order.
func (b *drawnFrom) sheet() score.Sheet {
	next := 0
	sheet := score.Sheet{
		Code: "s", Title: "S", Root: b.node(b.choose(2), &next), Ties: []score.Ties{score.TiesFirst, score.TiesLast, score.TiesAverage, score.TiesDense}[b.choose(4)],
	}
	sheet.Grades = []score.Grade{{Name: "good", AtLeast: literal("60")}, {Name: "fair", AtLeast: literal("40")}, {Name: "poor"}}
	if b.choose(2) == 1 {
		sheet.Bonuses = []score.Node{{Code: "bonus", Name: "Bonus", Rule: &score.Rule{Kind: score.Points}}}
		sheet.Most = literal("100")
	}
	if b.choose(2) == 1 {
		sheet.Vetoes = []score.Veto{{Code: "veto", Name: "Veto", AtLeast: literal("1"), Grade: "fair"}}
	}
	return sheet
}
