package evaluate

import (
	"strconv"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// checkAgreement reports a task whose department declares another status than its dates, milestones and promises
// show. It looks at the tasks of which both are known.
func checkAgreement(e *Evaluation) Checked {
	c := Checked{}
	e.eachLeaf(func(path string, t task.Task, s task.Standing) {
		if s.Declared == task.Unknown || s.Derived == task.Unknown {
			return
		}
		args := append(taskArgs(t), text("declared", string(s.Declared)), text("derived", string(s.Derived)))
		if s.Step.Name != "" {
			args = append(args, text("step", s.Step.Name))
		}
		c.require(!s.Disagrees, path+"/status", args...)
	})
	return c
}

// checkSpread reports, once a late task, the tasks that its delay reaches. It looks at the tasks whose status is known.
func checkSpread(e *Evaluation) Checked {
	reached := map[string][]string{} // codes by the path of the nearest late task
	for _, r := range e.Reached {
		if r.Days.IsZero() || r.Days.Sign() > 0 {
			reached[r.From.Path] = append(reached[r.From.Path], r.Code)
		}
	}
	c := Checked{}
	e.eachLeaf(func(path string, t task.Task, s task.Standing) {
		if s.Status() == task.Unknown {
			return
		}
		codes := reached[path]
		args := append(taskArgs(t), text("count", strconv.Itoa(len(codes))), text("reached", codes...))
		if !s.Delay.IsZero() {
			args = append(args, text("days", s.Delay.String()))
		}
		c.require(len(codes) == 0, path, args...)
	})
	return c
}

// checkCompletedBehind reports a completed task although an indicator that it serves is behind its schedule. It looks
// at completed tasks that name an indicator which is judged.
func checkCompletedBehind(e *Evaluation) Checked {
	behind, judged := map[string][]string{}, map[string]bool{} // by the task's path
	for i, link := range e.Links.Indicators {
		a := e.Indicators[i]
		v := a.Judgements[0].Verdict
		for _, t := range link.Tasks {
			judged[t.Path] = judged[t.Path] || fallsBehind(v) || keepsUp(v)
			if fallsBehind(v) {
				behind[t.Path] = append(behind[t.Path], a.Indicator.Name)
			}
		}
	}
	c := Checked{}
	e.eachLeaf(func(path string, t task.Task, s task.Standing) {
		if judged[path] && s.Status() == task.Completed {
			c.require(len(behind[path]) == 0, path, append(taskArgs(t), text("indicators", behind[path]...))...)
		}
	})
	return c
}

// checkReturned reports a department that leads tasks and has not returned its self-assessment, and once, as unknown,
// those of which that is not stated.
func checkReturned(e *Evaluation) Checked {
	c := Checked{}
	var unstated []string
	for i, d := range e.Plan.Departments {
		if e.Tasks.Departments[i].Tasks == 0 {
			continue
		}
		path := indicator.Pointer("departments", i, "selfAssessment")
		c.look(path)
		switch d.SelfAssessment.State {
		case task.NotReturned:
			c.notMet(path, text("department", d.Name))
		case task.ReturnUnstated:
			unstated = append(unstated, d.Name)
		}
	}
	if len(unstated) > 0 {
		c.unknown("/departments", text("departments", unstated...), text("count", strconv.Itoa(len(unstated))))
	}
	return c
}

// checkSilent reports a department that leads tasks and of whose tasks nothing is known.
func checkSilent(e *Evaluation) Checked {
	c := Checked{}
	for i, tally := range e.Tasks.Departments {
		if tally.Tasks > 0 {
			c.require(!tally.Silent, tally.Path, text("department", e.Plan.Departments[i].Name))
		}
	}
	return c
}
