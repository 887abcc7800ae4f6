package task

import "slices"

// searchEffort bounds, in edges followed, the search for shorter circles once one is known, so that hostile data
// cannot make it quadratic. Plans of some thousand tasks stay far below it.
const searchEffort = 20_000_000

// cycles returns, for each set of nodes that all come after one another, the shortest circle among them; of several
// the one whose first node stands first. A circle starts with its first node, and circles are in the order of those.
// It takes no recursion, because a chain can be as long as the plan.
func cycles(after [][]int) [][]int {
	s := search{
		after: after, effort: searchEffort,
		alive: make([]bool, len(after)), into: make([]int, len(after)),
		from: make([]int, len(after)), steps: make([]int, len(after)),
	}
	var found [][]int
	for _, members := range components(after) {
		if len(members) > 1 || slices.Contains(after[members[0]], members[0]) {
			found = append(found, s.shortest(members))
		}
	}
	slices.SortFunc(found, func(a, b []int) int { return a[0] - b[0] })
	return found
}

// circlesByParts returns circles that only show where tasks with sub-tasks are taken as the sum of these: what such a
// task comes after, its parts come after, and what comes after it, comes after its parts. Circles that pass a task of
// one that is already known are left out.
func (t tree) circlesByParts(after, known [][]int) [][]int {
	n := len(t.nodes) // node i begins as i and ends as n+i; an edge leads to what must have happened before
	waits := make([][]int, 2*n)
	for i, node := range t.nodes {
		for _, j := range after[i] {
			waits[i] = append(waits[i], n+j)
		}
		if node.parent >= 0 {
			waits[i] = append(waits[i], node.parent)
			waits[n+node.parent] = append(waits[n+node.parent], n+i)
		}
		if t.leaf(i) {
			waits[n+i] = append(waits[n+i], i)
		}
	}
	told := make([]bool, n)
	for _, circle := range known {
		for _, i := range circle {
			told[i] = true
		}
	}
	var found [][]int
	for _, circle := range cycles(waits) {
		for k := range circle {
			circle[k] %= n
		}
		circle = slices.Compact(circle)
		if len(circle) > 1 && circle[0] == circle[len(circle)-1] {
			circle = circle[:len(circle)-1]
		}
		if !slices.ContainsFunc(circle, func(i int) bool { return told[i] }) {
			found = append(found, circle)
		}
	}
	return found
}

// components returns the strongly connected components, by Tarjan's algorithm with a stack of its own; the members
// of each are in order.
func components(after [][]int) [][]int {
	var (
		found   [][]int
		visit   = make([]int, len(after)) // when a node was first seen, from 1
		low     = make([]int, len(after)) // the earliest open node that it reaches
		next    = make([]int, len(after)) // the edge to follow next
		open    = make([]bool, len(after))
		pending []int // open nodes, in the order of visit
		path    []int // from the root to the current node
		visits  int
	)
	for root := range after {
		if visit[root] != 0 {
			continue
		}
		path = append(path, root)
		for len(path) > 0 {
			v := path[len(path)-1]
			if visit[v] == 0 {
				visits++
				visit[v], low[v], open[v] = visits, visits, true
				pending = append(pending, v)
			}
			if next[v] < len(after[v]) {
				w := after[v][next[v]]
				next[v]++
				if visit[w] == 0 {
					path = append(path, w)
				} else if open[w] {
					low[v] = min(low[v], visit[w])
				}
				continue
			}
			path = path[:len(path)-1]
			if len(path) > 0 {
				u := path[len(path)-1]
				low[u] = min(low[u], low[v])
			}
			if low[v] == visit[v] {
				first := len(pending) - 1
				for pending[first] != v {
					first--
				}
				members := slices.Clone(pending[first:])
				pending = pending[:first]
				for _, w := range members {
					open[w] = false
				}
				slices.Sort(members)
				found = append(found, members)
			}
		}
	}
	return found
}

// search looks for shortest circles. Its slices are indexed by node and serve one component after another.
type search struct {
	after  [][]int
	effort int
	alive  []bool // still to be considered
	into   []int  // edges from alive nodes
	from   []int  // the node before, on the way from the source
	steps  []int  // nodes on the way from the source, including both; 0 is not reached
}

// shortest returns the shortest circle among the members of a component. A node whose circles are known is taken
// out, so that the next search finds only circles of which its own source is the first node.
func (s *search) shortest(members []int) []int {
	for _, v := range members {
		s.alive[v], s.into[v] = true, 0
	}
	for _, v := range members {
		for _, w := range s.after[v] {
			if s.alive[w] {
				s.into[w]++
			}
		}
	}
	var best []int
	for _, v := range members {
		if best != nil && s.effort <= 0 {
			break
		}
		if !s.alive[v] {
			continue
		}
		if circle := s.through(v, len(best)); circle != nil {
			best = circle
		}
		s.remove(v)
	}
	for _, v := range members {
		s.alive[v] = false
	}
	return best
}

// through returns the shortest circle through source that has fewer nodes than limit, or nil; 0 is no limit.
func (s *search) through(source, limit int) []int {
	reached := []int{source}
	s.steps[source] = 1
	defer func() {
		for _, v := range reached {
			s.steps[v] = 0
		}
	}()
	for i := 0; i < len(reached); i++ {
		v := reached[i]
		if limit > 0 && s.steps[v] >= limit {
			return nil
		}
		for _, w := range s.after[v] {
			s.effort--
			switch {
			case w == source:
				circle := []int{v}
				for v != source {
					v = s.from[v]
					circle = append(circle, v)
				}
				slices.Reverse(circle)
				return circle
			case s.alive[w] && s.steps[w] == 0:
				s.from[w], s.steps[w] = v, s.steps[v]+1
				reached = append(reached, w)
			}
		}
	}
	return nil
}

// remove takes v out, and with it every node that nothing alive leads to any more.
func (s *search) remove(v int) {
	s.alive[v] = false
	for gone := []int{v}; len(gone) > 0; {
		v, gone = gone[len(gone)-1], gone[:len(gone)-1]
		for _, w := range s.after[v] {
			s.into[w]--
			if s.into[w] == 0 && s.alive[w] {
				s.alive[w] = false
				gone = append(gone, w)
			}
		}
	}
}
