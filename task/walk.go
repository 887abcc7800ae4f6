package task

import (
	"iter"
	"strconv"

	"github.com/planeval/planeval/indicator"
	"golang.org/x/text/unicode/norm"
)

// MaxDepth is how many levels of tasks a plan can have, chapters included.
const MaxDepth = 16

// All reads the tree in document order, each task before its sub-tasks, with the JSON Pointer of each, such as
// "/tasks/0/tasks/1". It reads at most MaxDepth levels and each list of sub-tasks once; [Validate] reports both
// limits.
func All(tasks []Task) iter.Seq2[string, Task] {
	return func(yield func(string, Task) bool) {
		for _, n := range flatten(tasks).nodes {
			if !yield(n.path, *n.task) {
				return
			}
		}
	}
}

// node is a task at its place in the tree. The nodes of a subtree stand next to each other: from itself to end.
type node struct {
	task    *Task
	path    string
	chapter int // the node of the chapter that it is or belongs to
	parent  int // -1 for a chapter
	end     int // the last node below it, or itself

	// What a task does not state is that of the nearest task above that does.
	start, due indicator.Period
}

// tree holds the nodes in document order.
type tree struct {
	nodes  []node
	faults indicator.Faults // of the tree's shape
}

func flatten(tasks []Task) tree {
	var t tree
	t.add(tasks, "/tasks", -1, 1, make(map[*Task]string))
	return t
}

// add appends a list of siblings that stands at a path. Lists are known by their first element, so that one which
// contains itself, or which many tasks share, is read once.
func (t *tree) add(siblings []Task, at string, parent, depth int, read map[*Task]string) {
	if len(siblings) == 0 {
		return
	}
	if depth > MaxDepth {
		t.faults.Add(at, indicator.FaultDepth, strconv.Itoa(depth), "at most "+strconv.Itoa(MaxDepth)+" levels of tasks")
		return
	}
	if first, again := read[&siblings[0]]; again {
		t.faults.Add(at, indicator.FaultDuplicate, "", "a list of its own; this one stands at "+first)
		return
	}
	read[&siblings[0]] = at
	for i := range siblings {
		self := len(t.nodes)
		n := node{
			task: &siblings[i], path: at + "/" + strconv.Itoa(i), chapter: self, parent: parent,
			start: siblings[i].Start, due: siblings[i].Due,
		}
		if parent >= 0 {
			above := &t.nodes[parent]
			n.chapter = above.chapter
			if n.start.IsZero() {
				n.start = above.start
			}
			if n.due.IsZero() {
				n.due = above.due
			}
		}
		t.nodes = append(t.nodes, n)
		t.add(siblings[i].Tasks, n.path+"/tasks", self, depth+1, read)
		t.nodes[self].end = len(t.nodes) - 1
	}
}

// leaf reports whether node i has no sub-tasks.
func (t tree) leaf(i int) bool { return t.nodes[i].end == i }

// contains reports whether node j is below node i.
func (t tree) contains(i, j int) bool { return i < j && j <= t.nodes[i].end }

// index finds positions by code. Codes are the same when they are after Unicode NFC.
type index map[string]int

// put records the position of a code, and returns the position that already has it.
func (x index) put(code string, at int) (first int, duplicate bool) {
	k := norm.NFC.String(code)
	if first, duplicate = x[k]; !duplicate {
		x[k] = at
	}
	return first, duplicate
}

// find returns the position that has the code.
func (x index) find(code string) (int, bool) {
	at, ok := x[norm.NFC.String(code)]
	return at, ok
}

func departmentIndex(departments []Department) index {
	x := make(index, len(departments))
	for i, d := range departments {
		x.put(d.Code, i)
	}
	return x
}

func (t tree) index() index {
	x := make(index, len(t.nodes))
	for i, n := range t.nodes {
		x.put(n.task.Code, i)
	}
	return x
}
