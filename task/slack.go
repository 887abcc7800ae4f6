package task

import (
	"slices"

	"github.com/planeval/planeval/indicator"
)

// amount is how many days of a delay arrive somewhere; the zero amount is no delay.
type amount struct {
	any     bool
	unknown bool // of a delay, how many
	days    int
}

// max returns the larger delay, which is unknown when either is.
func (a amount) max(b amount) amount {
	return amount{any: a.any || b.any, unknown: a.unknown || b.unknown, days: max(a.days, b.days)}
}

// left returns the days that reach each leaf of the delays that the leaves have of their own. It takes the nodes in
// an order in which each comes after what it depends on, by Kahn's algorithm: a leaf can begin when all can that
// contain it and what these come after has ended, and a task has ended when all its leaves have. What stands on a
// circle or after one has no place in that order, and its days are unknown.
func (r relations) left(own []amount) []amount {
	n := len(r.nodes) // node i begins as i and ends as n+i
	waits := make([]int, 2*n)
	for i := range r.nodes {
		waits[i] += len(r.after[i])
		if parent := r.nodes[i].parent; parent >= 0 {
			waits[i]++
			waits[n+parent]++
		}
		if r.leaf(i) {
			waits[n+i]++
		}
	}
	var ready []int
	release := func(event int) {
		if waits[event]--; waits[event] == 0 {
			ready = append(ready, event)
		}
	}
	for i := range r.nodes {
		if waits[i] == 0 {
			ready = append(ready, i)
		}
	}
	arriving, leaving := make([]amount, n), slices.Clone(own)
	for i := range arriving {
		arriving[i].unknown = true // until it is its turn
	}
	passed := make([]front, n)  // what each node passes on that others come after
	comes := make([][]front, n) // what each node comes after
	for next := 0; next < len(ready); next++ {
		event := ready[next]
		if event < n {
			i := event
			comes[i] = r.gather(i, passed)
			if !r.leaf(i) {
				for child := i + 1; child <= r.nodes[i].end; child = r.nodes[child].end + 1 {
					release(child)
				}
				continue
			}
			arriving[i] = r.arrive(i, comes)
			leaving[i] = own[i].max(arriving[i])
			release(n + i)
			continue
		}
		i := event - n
		if len(r.before[i]) > 0 {
			passed[i] = r.pass(i, leaving)
		}
		for _, follower := range r.before[i] {
			release(follower)
		}
		if parent := r.nodes[i].parent; parent >= 0 {
			release(n + parent)
		}
	}
	return arriving
}

// arrive returns the days that reach leaf i by what it and the tasks that contain it come after.
func (r relations) arrive(i int, comes [][]front) amount {
	var most amount
	for j := i; j >= 0; j = r.nodes[j].parent {
		for _, f := range comes[j] {
			most = most.max(f.reach(r.nodes[i].start))
		}
	}
	return most
}

// gather returns what node i comes after. Where many leaves come after many tasks, these are made one, so that the
// leaves do not each go through all of them.
func (r relations) gather(i int, passed []front) []front {
	var fronts []front
	size := 0
	for _, j := range r.after[i] {
		if passed[j].any {
			fronts = append(fronts, passed[j])
			size += len(passed[j].delays)
		}
	}
	if len(fronts) < 2 || size >= len(fronts)*(r.nodes[i].end-i+1) {
		return fronts
	}
	merged := front{any: true}
	for _, f := range fronts {
		merged.unknown = merged.unknown || f.unknown
		merged.delays = append(merged.delays, f.delays...)
	}
	merged.sort()
	return []front{merged}
}

// pass returns what the leaves of node i pass on to those that come after it.
func (r relations) pass(i int, leaving []amount) front {
	var f front
	for j := i; j <= r.nodes[i].end; j++ {
		a := leaving[j]
		if !r.leaf(j) || !a.any {
			continue
		}
		f.any = true
		switch due := r.nodes[j].due; {
		case a.unknown, a.days > 0 && due.IsZero():
			f.unknown = true
		case a.days > 0:
			f.delays = append(f.delays, delayed{free: dayOf(due) + 1, days: a.days})
		}
	}
	f.sort()
	return f
}

// front is the delays of several leaves, ready to be asked how many days of them reach a start.
type front struct {
	any     bool // there is a delay, perhaps of no days
	unknown bool // there is one of unknown days
	delays  []delayed
}

// delayed is a delay of a leaf after which, as planned, the day free was the first one free.
type delayed struct {
	free, days int
	latest     int // the latest day that is free now, of this and the delays before it
	longest    int // the most days, of this and the delays after it
}

// sort puts the delays in the order of their free days.
func (f *front) sort() {
	slices.SortFunc(f.delays, func(a, b delayed) int { return a.free - b.free })
	latest, longest := 0, 0
	for i := range f.delays {
		d := &f.delays[i]
		latest = max(latest, d.free+d.days)
		d.latest = latest
	}
	for i := len(f.delays) - 1; i >= 0; i-- {
		d := &f.delays[i]
		longest = max(longest, d.days)
		d.longest = longest
	}
}

// reach returns the days that are left of the delays for a task that starts in a period: of those without slack the
// longest, of the others the latest free day less the start.
func (f front) reach(start indicator.Period) amount {
	a := amount{any: f.any, unknown: f.unknown}
	if a.unknown || len(f.delays) == 0 {
		return a
	}
	if start.IsZero() {
		a.unknown = true
		return a
	}
	day := dayOf(start.Start())
	i, _ := slices.BinarySearchFunc(f.delays, day, func(d delayed, day int) int { return d.free - day })
	if i < len(f.delays) {
		a.days = f.delays[i].longest
	}
	if i > 0 {
		a.days = max(a.days, f.delays[i-1].latest-day)
	}
	return a
}

// dayOf numbers the last days of periods.
func dayOf(p indicator.Period) int { return indicator.Day(1, 1, 1).DaysUntil(p) }
