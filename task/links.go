package task

// Links says which tasks serve which indicators, 任务与指标对应. It is the reverse of [Task.Indicators].
type Links struct {
	Indicators []IndicatorTasks `json:"indicators"` // one for each code that was given, in that order
	Unserved   []string         `json:"unserved"`   // the codes that no task names
}

// IndicatorTasks lists the tasks that serve an indicator.
type IndicatorTasks struct {
	Indicator string  `json:"indicator"` // its code
	Tasks     []Place `json:"tasks"`     // in document order; a task is listed where it names the indicator itself
}

// Link finds for each indicator code the tasks that name it, at any level. A task does not pass its indicators on to
// its sub-tasks: what a chapter serves is the chapter's link. A code that no indicator has is left out; [Validate]
// reports it.
func Link(tasks []Task, indicators []string) Links {
	links := Links{Indicators: make([]IndicatorTasks, len(indicators)), Unserved: []string{}}
	known := make(index, len(indicators))
	for i, code := range indicators {
		known.put(code, i)
		links.Indicators[i] = IndicatorTasks{Indicator: code, Tasks: []Place{}}
	}
	for _, n := range flatten(tasks).nodes {
		named := make(map[int]bool, len(n.task.Indicators))
		for _, code := range n.task.Indicators {
			if i, ok := known.find(code); ok && !named[i] {
				named[i] = true
				links.Indicators[i].Tasks = append(links.Indicators[i].Tasks, Place{n.path, n.task.Code})
			}
		}
	}
	for _, l := range links.Indicators {
		if len(l.Tasks) == 0 {
			links.Unserved = append(links.Unserved, l.Indicator)
		}
	}
	return links
}
