package task

import "github.com/planeval/planeval/indicator"

// Reached is a leaf that comes after a late one, 受延误影响的任务.
type Reached struct {
	Path  string `json:"path"` // JSON Pointer, such as /tasks/0/tasks/1
	Code  string `json:"code"`
	Steps int    `json:"steps"` // tasks from the nearest late leaf to this one: 1 comes directly after it
	From  Place  `json:"from"`  // the nearest late leaf; of equally near ones the first

	// Days is how many days of a delay still reach the leaf, the most by any way and from any of the late leaves; 0
	// where the slack takes them all. It is absent where the days of one way are not known, as they may be more: the
	// delay is not known in days, a task on the way has no due period or the one after it no start, or the way leads
	// through a circle.
	Days indicator.Value `json:"days,omitzero"`
}

// Reach finds the leaves that come after late ones, directly or through others, in document order. It follows the
// delays of the given standings: give all that [Stand] returned, or one to see what one delay reaches. A standing is
// late when its Delay is above 0, or is absent while its status is delayed.
//
// A task that comes after one with sub-tasks comes after all its leaves, and what a task with sub-tasks comes after,
// its leaves come after. From one task to the next, the days of a delay are lessened by the slack between them, 时间余量:
// the days that lie between the end of the first one's due period and the beginning of the second one's start period.
// There are none where the second starts earlier. Days are counted by what was planned, whatever the status of the
// tasks on the way; due and start periods are those of the nearest task above where a leaf has none. This is
// planeval's own convention.
func Reach(tasks []Task, standings []Standing) []Reached {
	t := flatten(tasks)
	r := t.relations()
	byPath := make(map[string]int, len(t.nodes))
	for i, n := range t.nodes {
		if t.leaf(i) {
			byPath[n.path] = i
		}
	}
	own := make([]amount, len(t.nodes))
	late := make([]bool, len(t.nodes))
	for _, s := range standings {
		if i, ok := byPath[s.Path]; ok && s.late() {
			d, known := s.Delay.Int()
			own[i], late[i] = own[i].max(amount{any: true, unknown: !known, days: d}), true
		}
	}
	near := r.nearest(late)
	left := r.left(own)
	found := []Reached{}
	for i, n := range t.nodes {
		if near[i].steps == 0 {
			continue
		}
		from := t.nodes[near[i].from]
		reached := Reached{Path: n.path, Code: n.task.Code, Steps: near[i].steps, From: Place{from.path, from.task.Code}}
		if a := left[i]; a.any && !a.unknown {
			reached.Days = indicator.IntValue(int64(a.days))
		}
		found = append(found, reached)
	}
	return found
}

// late reports whether the task of the standing delays what comes after it.
func (s Standing) late() bool {
	return s.Delay.Sign() > 0 || s.Delay.IsZero() && s.Status() == Delayed
}

// relations is which node comes after which. A relation between a task and its own part is left out.
type relations struct {
	tree
	after  [][]int // what a node comes after
	before [][]int // what comes after a node
}

func (t tree) relations() relations {
	r := relations{tree: t, after: make([][]int, len(t.nodes)), before: make([][]int, len(t.nodes))}
	known := t.index()
	for i, n := range t.nodes {
		for _, code := range n.task.After {
			if j, ok := known.find(code); ok && i != j && !t.contains(i, j) && !t.contains(j, i) {
				r.after[i] = append(r.after[i], j)
				r.before[j] = append(r.before[j], i)
			}
		}
	}
	return r
}

// nearness is how far a leaf is from the late leaf nearest to it; with 0 steps it comes after none.
type nearness struct{ steps, from int }

// nearest searches breadth first, so that what is found first is nearest. It enters each node once from above or from
// what it comes after, and leaves it once, so it takes linear time and ends on circles.
func (r relations) nearest(late []bool) []nearness {
	type visit struct {
		leaf int
		nearness
	}
	var queue []visit
	for i, is := range late {
		if is {
			queue = append(queue, visit{i, nearness{0, i}})
		}
	}
	near := make([]nearness, len(r.nodes))
	entered, left := make([]bool, len(r.nodes)), make([]bool, len(r.nodes))
	for next := 0; next < len(queue); next++ {
		v := queue[next]
		for j := v.leaf; j >= 0 && !left[j]; j = r.nodes[j].parent {
			left[j] = true
			for _, follower := range r.before[j] {
				for k := follower; k <= r.nodes[follower].end; k++ {
					if entered[k] {
						k = r.nodes[k].end
						continue
					}
					entered[k] = true
					if r.leaf(k) {
						near[k] = nearness{v.steps + 1, v.from}
						queue = append(queue, visit{k, near[k]})
					}
				}
			}
		}
	}
	return near
}
