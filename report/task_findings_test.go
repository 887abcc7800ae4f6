package report

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTheWordsOfTaskRules words what the rules on tasks find in a plan: in full, and in short below a head.
func TestTheWordsOfTaskRules(t *testing.T) {
	unseen := read(t, `"indicators": [], "tasks": [
		{"code": "1", "title": "Dredging", "status": "delayed"}, {"code": "2", "title": "Berth", "after": ["1"]},
		{"code": "3", "title": "Railway", "due": "2022", "done": "2021", "status": "on-schedule"}]`, evaluate.Options{AsOf: indicator.MustPeriod("2023")})
	for _, c := range []struct {
		e          *evaluate.Evaluation
		rule, path string
		zh, en     [3]string
	}{
		{harbour(t), "task.status-disagrees", "/tasks/0/tasks/0/status",
			[3]string{"任务1.1（一号泊位建设）声明的状态为已完成，按数据推断为滞后（依据：竣工验收）。",
				"声明的状态与数据不符的任务", "任务1.1 一号泊位建设（声明已完成，推断滞后）"},
			[3]string{"Task 1.1 (Berth One) is declared “completed”; its data lead to “delayed” (by: acceptance).",
				"Tasks whose declared status their data do not bear out", "task 1.1 Berth One (declared completed, by its data delayed)"}},
		{unseen, "task.status-disagrees", "/tasks/2/status",
			[3]string{"任务3（Railway）声明的状态为正常推进，按数据推断为已完成。", "声明的状态与数据不符的任务", "任务3 Railway（声明正常推进，推断已完成）"},
			[3]string{"Task 3 (Railway) is declared “on schedule”; its data lead to “completed”.",
				"Tasks whose declared status their data do not bear out", "task 3 Railway (declared on schedule, by its data completed)"}},
		{harbour(t), "task.delay-spreads", "/tasks/0/tasks/1",
			[3]string{"任务1.2（航道疏浚）延误153天，影响2项任务：任务1.3 二号泊位建设、任务1.5 引航站改造。",
				"延误影响其他任务", "任务1.2 航道疏浚（延误153天，影响2项任务）"},
			[3]string{"Task 1.2 (Dredging of the channel) is 153 days late; tasks reached by the delay: 2 (task 1.3 Berth Two, task 1.5 Pilot station).",
				"Delays that spread to other tasks", "task 1.2 Dredging of the channel (153 days late, tasks reached: 2)"}},
		{unseen, "task.delay-spreads", "/tasks/0",
			[3]string{"任务1（Dredging）延误天数不明，影响1项任务：任务2 Berth。", "延误影响其他任务", "任务1 Dredging（延误天数不明，影响1项任务）"},
			[3]string{"Task 1 (Dredging) is late by an unknown number of days; tasks reached by the delay: 1 (task 2 Berth).",
				"Delays that spread to other tasks", "task 1 Dredging (late by an unknown number of days, tasks reached: 1)"}},
		{harbour(t), "task.promise-missed", "/tasks/1/tasks/1/facts/0",
			[3]string{"任务2.2 货运信息平台的“接入企业”为80家，没有达到承诺值120家（应于2023年6月达到）。",
				"没有达到承诺值", "接入企业（80家，承诺120家；任务2.2 货运信息平台）"},
			[3]string{"“Enterprises connected” (task 2.2 Freight data platform) is 80 and misses what was promised for June 2023: 120.",
				"Promised values not reached", "Enterprises connected (80, promised 120; task 2.2 Freight data platform)"}},
		{harbour(t), "task.promise-missed", "/cases/0/facts/0",
			[3]string{"典型案例的“近洋航线”是否达到承诺值6条（应于2023年6月达到）无法判断，原因：暂无数据。",
				"是否达到承诺值无法判断", "近洋航线（承诺6条；典型案例）"},
			[3]string{"It cannot be said whether “Short-sea lines” (typical cases) is as promised for June 2023 (6 lines): no data.",
				"Whether the promised value is reached cannot be said", "Short-sea lines (promised 6 lines; typical cases)"}},
		{harbour(t), "task.indicator-behind", "/tasks/0/tasks/0",
			[3]string{"任务1.1（一号泊位建设）已完成，所对应的指标仍然滞后：港口货物吞吐量。",
				"任务已完成而对应指标滞后", "任务1.1 一号泊位建设（港口货物吞吐量）"},
			[3]string{"Task 1.1 (Berth One) is completed, but an indicator that it serves is behind: Cargo throughput.",
				"Completed tasks whose indicator is behind", "task 1.1 Berth One (Cargo throughput)"}},
		{harbour(t), "task.self-assessment-missing", "/departments/1/selfAssessment",
			[3]string{"公路科没有交回自查自评。", "没有交回自查自评的部门", "公路科"},
			[3]string{"The department “Road Section” has not returned its self-assessment.",
				"Departments that have not returned their self-assessments", "Road Section"}},
		{harbour(t), "task.self-assessment-missing", "/departments",
			[3]string{"没有说明2个部门是否交回自查自评：规划科、财务科。", "没有说明是否交回自查自评的部门有2个", "规划科、财务科"},
			[3]string{"For 2 of the departments it is not stated whether they have returned their self-assessments: Planning Section, Finance Section.",
				"Whether the self-assessment was returned is not stated for 2 of the departments", "Planning Section, Finance Section"}},
		{harbour(t), "task.department-silent", "/departments/3",
			[3]string{"财务科所牵头的任务没有状态和数据佐证，也没有交回自查自评的记录。",
				"所牵头的任务没有状态和数据佐证、也没有自查自评交回记录的部门", "财务科"},
			[3]string{"The department “Finance Section” gives neither a status nor figures for any task it leads, and no self-assessment is recorded as returned.",
				"Departments without a status or figures for any task they lead, and without a returned self-assessment", "Finance Section"}},
		{harbour(t), "indicator.behind", "/indicators/0",
			[3]string{"指标“港口货物吞吐量”判定为相对滞后，序时进度差为−30.00个百分点；对应任务：任务1 码头和航道建设、任务1.1 一号泊位建设。",
				"进度滞后或者背离目标", "港口货物吞吐量（相对滞后）"},
			[3]string{"The indicator “Cargo throughput” is judged “behind”, with a schedule gap of −30.00 pp; tasks that serve it: task 1 Berths and channel, task 1.1 Berth One.",
				"Behind, or moving away from the target", "Cargo throughput (behind)"}},
	} {
		f := foundAt(t, c.e, c.rule, c.path)
		for tag, want := range map[string][3]string{chinese: c.zh, english: c.en} {
			w := newWriter(c.e, languages[tag])
			checkWorded(t, w, tag, f)
			head, thing := w.shortFinding(f)
			assert.Equal(t, want, [3]string{w.findingText(f), head, thing})
		}
	}
}

func foundAt(t *testing.T, e *evaluate.Evaluation, rule, path string) evaluate.Finding {
	t.Helper()
	for _, f := range e.Findings {
		if f.Rule == rule && f.Path == path {
			return f
		}
	}
	require.Fail(t, "not found", "%s at %s", rule, path)
	return evaluate.Finding{}
}
