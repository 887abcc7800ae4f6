package task

import (
	"strings"

	"github.com/planeval/planeval/indicator"
)

// Validate returns every fault of a plan's departments and tasks, with paths relative to the plan, such as
// "/departments/3/code" and "/tasks/0/tasks/2/lead"; indicators are the codes that the plan's indicators have. First
// come the departments, then the shape of the tree, the tasks in document order, and the cycles among them. Codes
// are the same when they are after Unicode NFC.
//
// Weights need not sum to 100 or 1: a task's share is its weight ÷ the sum of its siblings' weights. Periods are out
// of order only when one has ended before the other starts.
func Validate(departments []Department, tasks []Task, indicators []string) indicator.Faults {
	c := checker{tree: flatten(tasks), indicators: make(index, len(indicators))}
	c.departments, c.tasks = departmentIndex(departments), c.tree.index()
	for i, code := range indicators {
		c.indicators.put(code, i)
	}
	for i, d := range departments {
		c.department(i, d)
	}
	c.faults = append(c.faults, c.tree.faults...)
	c.weights("/tasks", tasks)
	after := make([][]int, len(c.tree.nodes))
	for i := range c.tree.nodes {
		after[i] = c.task(i)
	}
	circles := cycles(after)
	for _, circle := range circles {
		c.faults.Add(c.tree.nodes[circle[0]].path, indicator.FaultCycle, c.arrows(circle),
			"no task that comes after itself; → means comes after")
	}
	for _, circle := range c.tree.circlesByParts(after, circles) {
		c.faults.Add(c.tree.nodes[circle[0]].path, indicator.FaultCycle, c.arrows(circle),
			"no task that comes after itself; → means comes after, contains or is part of")
	}
	return c.faults
}

// Weights are small numbers, so that their exact sums stay short.
const maxWeightPlaces = 4

var maxWeight = indicator.IntValue(1_000_000)

type checker struct {
	faults                         indicator.Faults
	tree                           tree
	departments, tasks, indicators index
}

func (c *checker) department(i int, d Department) {
	at := indicator.Pointer("departments", i)
	c.faults.Require(at+"/code", d.Code)
	if first, _ := c.departments.find(d.Code); first != i && d.Code != "" {
		c.duplicate(at+"/code", d.Code, indicator.Pointer("departments", first, "code"))
	}
	c.faults.Require(at+"/name", d.Name)
	for j, duty := range d.Duties {
		at := at + indicator.Pointer("duties", j)
		c.faults.Require(at+"/subject", duty.Subject)
		c.codes(at+"/tasks", duty.Tasks, c.tasks, "the code of a task of the plan")
	}
	own := d.SelfAssessment
	c.faults.Enum(at+"/selfAssessment/state", own.State, ReturnUnstated, Returned, NotReturned)
	if !own.On.IsZero() && own.State != Returned {
		c.faults.Add(at+"/selfAssessment/on", indicator.FaultConflict, own.On.String(),
			"no day of return unless the state is "+string(Returned))
	}
}

// task checks node i and returns the nodes that it comes after, without those that it contains or is part of.
func (c *checker) task(i int) []int {
	n := c.tree.nodes[i]
	at, t := n.path, n.task
	c.faults.Require(at+"/code", t.Code)
	if first, _ := c.tasks.find(t.Code); first != i && t.Code != "" {
		c.duplicate(at+"/code", t.Code, c.tree.nodes[first].path+"/code")
	}
	c.faults.Require(at+"/title", t.Title)
	c.responsible(at, t)
	if t.Weight.Sign() < 0 || t.Weight.Places() > maxWeightPlaces || t.Weight.Cmp(maxWeight) > 0 {
		c.faults.Add(at+"/weight", indicator.FaultRange, t.Weight.String(), "0 to 1000000 with at most 4 places")
	}
	c.notBefore(at+"/due", t.Due, t.Start)
	c.notBefore(at+"/done", t.Done, t.Start)
	c.faults.Enum(at+"/status", t.Status, Unknown, NotStarted, OnSchedule, Delayed, Completed, Adjusted)
	c.milestones(at+"/milestones", t)
	after := c.after(i)
	c.codes(at+"/indicators", t.Indicators, c.indicators, "the code of an indicator of the plan")
	c.faults.Under(at+"/facts", indicator.ValidateFacts(t.Facts))
	if !c.tree.leaf(i) {
		c.weights(at+"/tasks", t.Tasks)
	}
	return after
}

// responsible checks a task's lead and supporting departments.
func (c *checker) responsible(at string, t *Task) {
	const want = "the code of a department of the plan"
	lead := unusable
	if position, ok := c.departments.find(t.Lead); t.Lead != "" && ok {
		lead = position
	} else if t.Lead != "" {
		c.faults.Add(at+"/lead", indicator.FaultReference, t.Lead, want)
	}
	for j, department := range c.codes(at+"/support", t.Support, c.departments, want) {
		if department == lead && lead != unusable {
			c.faults.Add(at+indicator.Pointer("support", j), indicator.FaultConflict, t.Support[j],
				"a department other than the lead")
		}
	}
}

// milestones checks a task's milestones against its own start and due period.
func (c *checker) milestones(at string, t *Task) {
	for j, m := range t.Milestones {
		at := at + indicator.Pointer(j)
		c.faults.Require(at+"/name", m.Name)
		c.notBefore(at+"/due", m.Due, t.Start)
		if ended(t.Due, m.Due) {
			c.faults.Add(at+"/due", indicator.FaultOrder, m.Due.String(),
				"a period that starts by the task's due period, "+t.Due.String())
		}
		c.notBefore(at+"/done", m.Done, t.Start)
	}
}

// notBefore adds a fault when p has ended before the task starts.
func (c *checker) notBefore(path string, p, start indicator.Period) {
	if ended(p, start) {
		c.faults.Add(path, indicator.FaultOrder, p.String(),
			"a period that does not end before the task's start, "+start.String())
	}
}

// ended reports whether p has ended before q starts; a period that is not given does neither.
func ended(p, q indicator.Period) bool {
	return !p.IsZero() && !q.IsZero() && p.Before(q)
}

// after checks what node i comes after.
func (c *checker) after(i int) []int {
	n := c.tree.nodes[i]
	at := n.path + "/after"
	want := "the code of a task of the plan, for " + n.task.Code + " to come after"
	var after []int
	for j, other := range c.codes(at, n.task.After, c.tasks, want) {
		switch {
		case other == unusable:
		case c.tree.contains(i, other), c.tree.contains(other, i):
			c.faults.Add(at+indicator.Pointer(j), indicator.FaultCycle, n.task.After[j],
				"a task that neither contains "+n.task.Code+" nor is part of it")
		default:
			after = append(after, other)
		}
	}
	return after
}

// weights checks a list of siblings: all have a weight or none has, and they do not all weigh 0.
func (c *checker) weights(at string, siblings []Task) {
	weighed, allZero := 0, true
	for i := range siblings {
		if w := siblings[i].Weight; !w.IsZero() {
			weighed++
			allZero = allZero && w.Sign() == 0
		}
	}
	if weighed == 0 {
		return
	}
	if allZero {
		c.faults.Add(at, indicator.FaultRange, "0", "weights that sum to more than 0")
	}
	for i := range siblings {
		if siblings[i].Weight.IsZero() {
			c.faults.Add(at+indicator.Pointer(i, "weight"), indicator.FaultRequired, "", "a weight, as its siblings have one")
		}
	}
}

// unusable stands for the position of a code that is missing, unknown, or given before.
const unusable = -1

// codes checks a list of references and returns the position that each stands for.
func (c *checker) codes(at string, codes []string, known index, want string) []int {
	if len(codes) == 0 {
		return nil
	}
	positions := make([]int, len(codes))
	given := make(index, len(codes))
	for j, code := range codes {
		item := at + indicator.Pointer(j)
		positions[j] = unusable
		position, ok := known.find(code)
		earlier, again := given.put(code, j)
		switch {
		case code == "":
			c.faults.Add(item, indicator.FaultRequired, "", want)
		case again:
			c.duplicate(item, code, at+indicator.Pointer(earlier))
		case !ok:
			c.faults.Add(item, indicator.FaultReference, code, want)
		default:
			positions[j] = position
		}
	}
	return positions
}

func (c *checker) duplicate(at, code, first string) {
	c.faults.Add(at, indicator.FaultDuplicate, code, "a code other than that at "+first)
}

// arrows words a circle as "a → b → a".
func (c *checker) arrows(circle []int) string {
	var b strings.Builder
	for _, i := range circle {
		b.WriteString(c.tree.nodes[i].task.Code + " → ")
	}
	b.WriteString(c.tree.nodes[circle[0]].task.Code)
	return b.String()
}
