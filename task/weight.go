package task

import "github.com/planeval/planeval/indicator"

// shares returns the share of each node among its siblings.
func (t tree) shares(tasks []Task) []indicator.Ratio {
	top := weigh(tasks)
	below := make([]func(Task) indicator.Ratio, len(t.nodes))
	shares := make([]indicator.Ratio, len(t.nodes))
	for i, n := range t.nodes {
		below[i] = weigh(n.task.Tasks)
		share := top
		if n.parent >= 0 {
			share = below[n.parent]
		}
		shares[i] = share(*n.task)
	}
	return shares
}

// weigh returns what gives each of the siblings its share.
func weigh(siblings []Task) func(Task) indicator.Ratio {
	var weights []indicator.Ratio
	for i := range siblings {
		if w := siblings[i].Weight; !w.IsZero() {
			weights = append(weights, w.Ratio(indicator.NotComputed))
		}
	}
	if len(weights) == 0 {
		same := indicator.IntRatio(1, int64(len(siblings)))
		return func(Task) indicator.Ratio { return same }
	}
	total := sum(weights)
	return func(t Task) indicator.Ratio { return t.Weight.Ratio(indicator.NotComputed).Quo(total) }
}

// inChapter returns the weight of each node, where its chapter weighs 1.
func (t tree) inChapter(shares []indicator.Ratio) []indicator.Ratio {
	weights := make([]indicator.Ratio, len(t.nodes))
	for i, n := range t.nodes {
		if n.parent < 0 {
			weights[i] = indicator.IntRatio(1, 1)
		} else {
			weights[i] = weights[n.parent].Mul(shares[i])
		}
	}
	return weights
}

// maxBits bounds the exact fraction of a sum of weights: thousands of shares with as many different denominators have
// none that anybody could print.
const maxBits = 4096

// sum adds by halves, so that fractions stay short as long as possible; no numbers sum to 0. A sum whose fraction is
// longer than maxBits is missing for NotDefined.
func sum(numbers []indicator.Ratio) indicator.Ratio {
	switch len(numbers) {
	case 0:
		return indicator.IntRatio(0, 1)
	case 1:
		return numbers[0]
	}
	half := len(numbers) / 2
	total := sum(numbers[:half]).Add(sum(numbers[half:]))
	if r, ok := total.Rat(); ok && r.Denom().BitLen() > maxBits {
		return indicator.Missing(indicator.NotDefined)
	}
	return total
}
