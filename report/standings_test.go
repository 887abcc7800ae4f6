package report

import (
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// laboured is a plan whose tasks have dates, milestones and promises, declared and derived statuses, and an order.
func laboured(t testing.TB) *evaluate.Evaluation {
	return read(t, `
		"procedure": {},
		"indicators": [{"code": "slow", "name": "Output", "unit": "t", "direction": "increase", "kind": "level", "baseline": "2020",
			"series": [{"period": "2020", "value": "100"}, {"period": "2022", "value": "105"}], "targets": [{"period": "2025", "value": "200"}]}],
		"departments": [
			{"code": "a", "name": "Works", "selfAssessment": {"state": "returned", "on": "2023-05"}},
			{"code": "b", "name": "Water", "selfAssessment": {"state": "missing"}},
			{"code": "c", "name": "Parks"}],
		"tasks": [
			{"code": "1", "title": "Roads", "lead": "a", "due": "2022", "tasks": [
				{"code": "1.1", "title": "Bridge", "status": "completed", "indicators": ["slow"],
					"milestones": [{"name": "piers", "due": "2021-06", "done": "2021-08"}, {"name": "deck", "due": "2022-06"}]},
				{"code": "1.2", "title": "Tunnel", "support": ["b"], "done": "2022-11", "status": "completed", "indicators": ["slow"]}]},
			{"code": "2", "title": "Pipes", "lead": "b", "start": "2021", "due": "2022-12", "status": "delayed",
				"facts": [{"name": "Pipes laid", "value": "90", "unit": "km", "period": "2022", "promised": {"period": "2022", "value": "100"}}]},
			{"code": "3", "title": "Pumps", "lead": "b", "start": "2023-01-20", "due": "2024", "after": ["2"]},
			{"code": "4", "title": "Parks", "lead": "c", "after": ["3"]}]`,
		evaluate.Options{AsOf: indicator.MustPeriod("2023-01-31"), Rules: evaluate.Catalogue()})
}

func TestTheStandingsOfTasks(t *testing.T) {
	e := laboured(t)
	zh := built(t, e, languages[chinese])
	standings := table(t, zh, "standings")
	assert.Equal(t, []string{"任务1.1 Bridge", "任务1.2 Tunnel", "任务2 Pipes"}, column(standings, 0), "of 3 and 4 nothing is known")
	assert.Equal(t, []string{"2022年", "2022年", "2022年12月"}, column(standings, 1), "1.1 and 1.2 have that of task 1")
	assert.Equal(t, []string{"已完成", "已完成", "滞后"}, column(standings, 2))
	assert.Equal(t, []string{"滞后（与声明不一致）", "已完成", "滞后"}, column(standings, 3))
	assert.Equal(t, []string{"有步骤到期未实现（deck）", "已有完成时间", "有步骤到期未实现（Pipes laid）"}, column(standings, 4))
	assert.Equal(t, []string{"—", "提前31天", "31天"}, column(standings, 5), "to 30 November 2022, and from 31 December to 31 January")
	assert.Equal(t, []string{"deck（215天）", "—", "—"}, column(standings, 6), "from 30 June 2022 to 31 January 2023")
}

// From 31 December to 20 January lie 19 days; 31 − 19 = 12 reach task 3, and of task 4 no start is known.
func TestTheTasksThatADelayReaches(t *testing.T) {
	reached := table(t, built(t, laboured(t), languages[chinese]), "reached")
	assert.Equal(t, []string{"任务3 Pumps", "任务4 Parks"}, column(reached, 1))
	assert.Equal(t, []string{"1", "2"}, column(reached, 2))
	assert.Equal(t, []string{"12天", "不明"}, column(reached, 3))
	assert.Equal(t, []string{"12 days", "not known"}, column(table(t, built(t, laboured(t), languages[english]), "reached"), 3))
}

func TestPromisesLinksAndParts(t *testing.T) {
	zh := built(t, laboured(t), languages[chinese])
	promises := table(t, zh, "promises")
	assert.Equal(t, [][]string{{"Pipes laid", "100km", "2022年", "90km（2022年）", "相对滞后"}}, [][]string{row2texts(promises.Rows[0])})

	links := table(t, zh, "links")
	assert.Equal(t, []string{"任务1.1 Bridge；任务1.2 Tunnel"}, column(links, 2))

	matrix := table(t, zh, "matrix")
	assert.Equal(t, []string{"任务1.1 Bridge（已完成）", "任务1.2 Tunnel（已完成）", "任务2 Pipes（滞后）", "任务3 Pumps", "任务4 Parks"}, column(matrix, 0))
	assert.Equal(t, []string{"（●）", "（●）", "", "", ""}, column(matrix, 1), "task 1 names the lead")
	assert.Equal(t, []string{"", "○", "●", "●", ""}, column(matrix, 2))

	assert.Equal(t, []string{"已交回", "未交回", "未说明（未说明落实情况）"}, column(table(t, zh, "self-assessments"), 1))
}

func TestAnIndicatorBehindNamesTheTasksThatServeIt(t *testing.T) {
	e := laboured(t)
	for _, f := range e.Findings {
		if f.Rule == "indicator.behind" {
			assert.Equal(t, "指标“Output”判定为相对滞后，序时进度差为-35.00个百分点；对应的任务：任务1.1 Bridge、任务1.2 Tunnel。",
				newWriter(e, languages[chinese]).findingText(f))
		}
	}
}

// The seed states no status and no milestone; its report has no empty tables for them.
func TestAPlanWithoutDatesHasNoTablesOfThem(t *testing.T) {
	eachBlock(built(t, seed(t), Options{}), func(_ *Section, b Block) {
		if table, ok := b.(Table); ok {
			assert.NotContains(t, []string{"table-standings", "table-reached", "table-promises", "table-self-assessments"}, table.ID)
		}
	})
}
