package report

import (
	"slices"

	"github.com/planeval/planeval/evaluate/score"
	"github.com/planeval/planeval/indicator"
)

// mostPairs is how many pairs of neighbours of a ranking are examined.
const mostPairs = 20

// pair is two units that are neighbours in the ranking of the latest period, and what it takes to swap them.
type pair struct {
	ahead, behind int
	tied          bool
	flip          *score.Flip        // the smallest change of one weight that swaps them; nil where there is none
	change        indicator.Number   // of the share of that weight, without its sign
	others        []indicator.Reason // why some weights are not among those that were compared
}

// pairs returns the first pairs of neighbours, and how many there are in all.
func (s *scorer) pairs() (list []pair, all int) {
	there, _ := s.inOrder(s.latest())
	if !s.ranked() {
		return nil, 0
	}
	for i := range max(0, len(there)-1) {
		if i < mostPairs {
			list = append(list, s.pair(there[i], there[i+1]))
		}
	}
	return list, max(0, len(there)-1)
}

// pair finds the weight of which the share must change least.
func (s *scorer) pair(ahead, behind int) pair {
	p := pair{ahead: ahead, behind: behind, tied: s.r.Totals[ahead].Rank.Rank.Cmp(s.r.Totals[behind].Rank.Rank) == 0}
	if p.tied {
		return p
	}
	var idle []indicator.Reason // the same of weights of 0 that count for one of the two at most
	for _, flip := range s.r.OrderFlips(ahead, behind) {
		place := s.places[flip.Code]
		counted := s.scored(ahead, place) && s.scored(behind, place)
		switch why := flip.At.Missing(); why {
		case indicator.Present:
			if change := size(score.Difference(flip.ShareAt, flip.Share)); p.flip == nil || less(change, p.change) {
				p.flip, p.change = &flip, change
			}
		case indicator.NoSuchWeight:
		default:
			if s.idle(place) && !counted {
				idle = append(idle, why)
			} else if !slices.Contains(p.others, why) {
				p.others = append(p.others, why)
			}
		}
	}
	if p.flip == nil && len(p.others) == 0 && len(idle) > 0 { // it is not known that no weight swaps them
		p.others = idle[:1]
	}
	return p
}

// size returns a difference without its sign.
func size(n indicator.Number) indicator.Number {
	if zero := indicator.IntRatio(0, 1); n.Cmp(zero) < 0 {
		return score.Difference(zero, n)
	}
	return n
}

func less(a, b indicator.Number) bool {
	return score.Difference(a, b).Cmp(indicator.IntRatio(0, 1)) < 0
}

// swapTable shows of neighbours of the ranking of the latest period how little one weight must change to swap them.
func (s *scorer) swapTable() Table {
	t := Table{
		ID:      s.id + "-swaps",
		Caption: s.caption(s.say("score-swaps.caption") + s.paren(s.period(s.latest().period))),
		Columns: columns([]string{
			s.say("column.score-rank"), s.say("column.score-ahead"), s.say("column.score-behind"), s.say("column.score-lead"),
			s.say("column.score-swapped-by"), s.say("column.score-share"), s.say("column.score-swaps"),
		}, 3, 5, 6),
		Notes: []string{s.say("score-swaps.note"), s.say("score-flips.note")},
	}
	list, all := s.pairs()
	left := map[indicator.Reason][]string{}
	for _, p := range list {
		a, b := s.r.Totals[p.ahead], s.r.Totals[p.behind]
		row := texts(s.rank(a.Rank), s.label(p.ahead), s.label(p.behind), s.number(score.Difference(a.Score, b.Score)), s.swappedBy(p), missing, missing)
		if p.flip != nil {
			row[5].Text, row[6].Text = s.finely(p.flip.Share), s.flipsAt(*p.flip)
		}
		t.Rows = append(t.Rows, row)
		for _, why := range p.others {
			left[why] = append(left[why], s.say("score-swaps.pair", "ahead", s.label(p.ahead), "behind", s.label(p.behind)))
		}
	}
	for _, why := range indicator.Reasons() {
		if pairs := left[why]; len(pairs) > 0 {
			reason := s.why(why)
			if why == indicator.NotLinear {
				reason = s.say("score-swaps.not-linear")
			}
			t.Notes = append(t.Notes, s.say("score-swaps.note-left", "pairs", s.list(pairs...), "reason", reason))
		}
	}
	if all > len(list) {
		t.Notes = append(t.Notes, s.say("score-swaps.note-more", "count", s.count(all-len(list))))
	}
	return t
}

// swappedBy names the part whose weight swaps a pair, or says why there is none.
func (s *scorer) swappedBy(p pair) string {
	switch {
	case p.tied:
		return s.say("score-swaps.tied")
	case p.flip != nil:
		return s.t(s.parts[s.places[p.flip.Code]].Name)
	case len(p.others) > 0:
		return s.say("score-swaps.unknown")
	}
	return s.say("score-swaps.none")
}

// sort says whether a weight can swap the pair: can, firm for none, ties, or open where some weights cannot be computed.
func (p *pair) sort() string {
	switch {
	case p.tied:
		return "ties"
	case p.flip != nil:
		return "can"
	case len(p.others) > 0:
		return "open"
	}
	return "firm"
}

// swapsInShort counts the pairs that a weight can swap and those that none can, and names the pair that the smallest change does.
func (s *scorer) swapsInShort() Paragraph {
	list, all := s.pairs()
	if len(list) == 0 {
		return Paragraph{}
	}
	nearest, sorts := pair{}, map[string]int{}
	for _, p := range list {
		sorts[p.sort()]++
		if p.flip != nil && (nearest.flip == nil || less(p.change, nearest.change)) {
			nearest = p
		}
	}
	of := s.say("score-swaps.of", "pairs", s.counted("pair", all))
	if all > len(list) {
		of = s.say("score-swaps.first-of", "pairs", s.counted("pair", all), "count", s.count(len(list)))
	}
	said := s.say("score-swaps.each", "of", capital(of))
	if sorts["can"] < len(list) {
		var counts []string
		for _, sort := range []struct {
			id, said string
		}{
			{"can", s.say("score-swaps.can", "count", s.count(sorts["can"]))},
			{"firm", s.say("score-swaps.firm", "count", s.count(sorts["firm"]))},
			{"ties", s.say("score-swaps.ties", "count", s.count(sorts["ties"]))},
			{"open", s.say("score-swaps.open", "count", s.count(sorts["open"]))},
		} {
			if sorts[sort.id] > 0 {
				counts = append(counts, sort.said)
			}
		}
		said = s.say("score-swaps.counts", "of", capital(of), "counts", s.remarks(counts...))
	}
	closest := ""
	if nearest.flip != nil {
		closest = s.say("score-swaps.nearest", "ahead", s.label(nearest.ahead), "behind", s.label(nearest.behind),
			"part", s.quoted(s.swappedBy(nearest)), "share", s.finely(nearest.flip.Share), "there", s.flipsAt(*nearest.flip))
	}
	return Paragraph{Lead: s.lead(s.say("score-swaps.lead")), Text: s.sentences(said, closest)}
}
