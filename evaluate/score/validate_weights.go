package score

import (
	"fmt"
	"strings"

	"github.com/planeval/planeval/indicator"
)

// weighting checks how a node's children are weighted; own is the weight of the node itself.
func (v *validator) weighting(n *Node, at string, own indicator.Ratio) {
	w := n.Weighting
	path := at + "/weighting"
	v.Enum(path+"/method", w.Method, GivenWeights, EqualWeights, AHP, Entropy, Critic, CriticRank, Deviation, Variance)
	derived := w.Method != GivenWeights && w.Method != EqualWeights
	if w.Places < 0 || w.Places > 12 {
		v.Add(path+"/places", indicator.FaultRange, fmt.Sprint(w.Places), "1 to 12, or 0 for 6")
	} else if w.Places > 0 && !derived {
		v.Add(path+"/places", indicator.FaultConflict, fmt.Sprint(w.Places), "nothing: only derived weights are rounded")
	}
	if w.Relative && w.Method != GivenWeights {
		v.Add(path+"/relative", indicator.FaultConflict, "true", "given weights")
	}
	if w.Method == GivenWeights {
		v.given(n, at, own)
	} else {
		for i, c := range n.Children {
			if !c.Weight.IsZero() {
				v.Add(at+indicator.Pointer("children", i, "weight"), indicator.FaultConflict, c.Weight.String(), "no weight: the method is "+string(w.Method))
			}
		}
	}
	if w.Method == AHP {
		v.judgements(n, path)
		return
	}
	if len(w.Judgements) > 0 || w.Priority != "" || w.RandomIndex != "" || w.AcceptInconsistent {
		v.Add(path+"/judgements", indicator.FaultConflict, "", "the method ahp")
	}
}

// given checks weights that the children state.
func (v *validator) given(n *Node, at string, own indicator.Ratio) {
	sum, faulty := number(0), false
	for i, c := range n.Children {
		if c.Weight.IsZero() {
			faulty = true
			v.Add(at+indicator.Pointer("children", i, "weight"), indicator.FaultRequired, "", "a number, or another way of weighting in "+at+"/weighting")
		}
		faulty = faulty || c.Weight.Sign() < 0
		sum = sum.Add(c.Weight.Ratio(indicator.NotDefined))
	}
	switch {
	case faulty:
	case sum.Sign() == 0:
		v.Add(at+"/children", indicator.FaultRange, "0", "weights that are not all 0")
	case n.Weighting.Relative || sum.Cmp(number(1)) == 0 || sum.Cmp(number(100)) == 0 || sum.Cmp(own) == 0:
	default:
		printed := sum.String()
		if d, ok := sum.Round(12, indicator.HalfUp); ok && d.Ratio(indicator.NotDefined).Cmp(sum) == 0 {
			printed = d.String()
			if strings.Contains(printed, ".") {
				printed = strings.TrimRight(strings.TrimRight(printed, "0"), ".")
			}
		}
		want := "weights that add up to 1 or 100"
		if own.Sign() > 0 {
			want = fmt.Sprintf("weights that add up to 1, 100 or the node's own %s", own)
		}
		v.Add(at+"/children", indicator.FaultConflict, printed, want+", or weighting.relative")
	}
}

// judgements checks that each pair of children is judged once, and that the judgements are consistent.
func (v *validator) judgements(n *Node, at string) {
	w := n.Weighting
	before := len(v.Faults)
	v.Enum(at+"/priority", w.Priority, Eigenvector, GeometricMean, ColumnMean)
	v.Enum(at+"/randomIndex", w.RandomIndex, Saaty1980, SaatyNew, Tummala)
	if len(n.Children) > mostJudged {
		v.Add(at+"/judgements", indicator.FaultRange, fmt.Sprint(len(n.Children)), fmt.Sprintf("at most %d children", mostJudged))
		return
	}
	place := map[string]int{}
	for i, c := range n.Children {
		place[c.Code] = i
	}
	judged := map[[2]int]int{}
	for k, j := range w.Judgements {
		path := at + indicator.Pointer("judgements", k)
		more, ok := place[j.More]
		if !ok {
			v.Add(path+"/more", indicator.FaultReference, j.More, "the code of a child")
		}
		less, found := place[j.Less]
		if !found {
			v.Add(path+"/less", indicator.FaultReference, j.Less, "the code of a child")
		}
		v.within(j.Times, path+"/times", 1, 9)
		if j.Times.IsZero() {
			v.Add(path+"/times", indicator.FaultRequired, "", "1 to 9")
		}
		if !ok || !found {
			continue
		}
		pair := [2]int{min(more, less), max(more, less)}
		if earlier, twice := judged[pair]; twice || more == less {
			want := "two different children"
			if twice {
				want = fmt.Sprintf("each pair once: judgement %d is of the same", earlier)
			}
			v.Add(path, indicator.FaultDuplicate, j.More+", "+j.Less, want)
		}
		judged[pair] = k
	}
	for i := range n.Children {
		for j := range n.Children[:i] {
			if _, ok := judged[[2]int{j, i}]; !ok {
				v.Add(at+"/judgements", indicator.FaultRequired, n.Children[j].Code+", "+n.Children[i].Code, "a judgement of this pair")
			}
		}
	}
	if len(v.Faults) == before && len(n.Children) > 2 && !w.AcceptInconsistent {
		v.consistent(n, at)
	}
}

func (v *validator) consistent(n *Node, at string) {
	_, c := n.Weighting.judged(n.Children)
	if c.Acceptable {
		return
	}
	worst := n.Weighting.Judgements[c.Worst]
	v.Add(at+indicator.Pointer("judgements", c.Worst), indicator.FaultConflict,
		c.Ratio.Decimal(4, indicator.HalfUp).String(),
		fmt.Sprintf("a consistency ratio of at most 0.1, or acceptInconsistent; this judgement, %s over %s %s times, is the farthest from the weights, which make it %s times, but the mistake may be in another",
			worst.More, worst.Less, worst.Times, c.Implied.Decimal(2, indicator.HalfUp)))
}
