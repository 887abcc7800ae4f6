package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// has reports whether a document has a table.
func has(d Document, id string) bool {
	found := false
	eachBlock(d, func(_ *Section, b Block) {
		table, ok := b.(Table)
		found = found || ok && table.ID == "table-"+id
	})
	return found
}

func TestAPlanWithoutStatusesHasNoTablesOfThem(t *testing.T) {
	for tag, o := range languages {
		d := built(t, seed(t), o)
		for _, id := range []string{"standings", "reached", "promises", "workings-promises"} {
			assert.False(t, has(d, id), "%s %s", tag, id)
		}
		assert.Len(t, table(t, d, "ledger").Columns, 6, "departments, led, supported, unknown, facts, self-assessments")
		assert.Len(t, table(t, d, "matrix").Columns, 9, "tasks and eight departments")
	}
}

func TestDeclaredStatusesAloneNeedNoColumnsOfDerivedOnes(t *testing.T) {
	e := read(t, `"indicators": [], "tasks": [{"code": "1", "title": "Berth", "status": "completed"}, {"code": "2", "title": "Railway"}]`,
		evaluate.Options{AsOf: indicator.MustPeriod("2023")})
	d := built(t, e, languages[english])
	standings := table(t, d, "standings")
	assert.Equal(t, []string{"Task", "Declared status"}, titles(standings))
	assert.Equal(t, []Cell{{Text: "Task 1 Berth"}, {Text: "completed", State: "completed"}}, standings.Rows[0])
	assert.Equal(t, "Left out, having neither a declared nor a derived status: 1 sub-task.", standings.Notes[1])
	assert.Equal(t, "Lead: none named; declared status: completed.", section(t, d, "task-1").Blocks[0].(Paragraph).Text)
	assert.Equal(t, "Lead: none named; status: not stated.", section(t, d, "task-2").Blocks[0].(Paragraph).Text)
	assert.Len(t, table(t, d, "tasks").Notes, 2, "nothing derived is counted")
}

// TestWhyAStatusIsDerived words each rule of derivation, with delays before, on and after the day.
func TestWhyAStatusIsDerived(t *testing.T) {
	e := read(t, `"indicators": [], "tasks": [
		{"code": "1", "title": "a", "due": "2023-06-30", "done": "2023-06-29"},
		{"code": "2", "title": "b", "due": "2023-06-30", "done": "2023-06-30"},
		{"code": "3", "title": "c", "due": "2022", "milestones": [{"name": "m", "due": "2022", "done": "2022"}]},
		{"code": "4", "title": "d", "due": "2022", "milestones": [{"name": "m", "due": "2022"}]},
		{"code": "5", "title": "e", "due": "2022", "done": "2025"},
		{"code": "6", "title": "f", "start": "2024", "due": "2025"},
		{"code": "7", "title": "g", "due": "2025", "milestones": [{"name": "m", "due": "2022", "done": "2022"}, {"name": "n", "due": "2025"}]},
		{"code": "8", "title": "h", "due": "2022", "milestones": [{"name": "m"}]},
		{"code": "9", "title": "i", "status": "on-schedule"}]`, evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	zh, en := built(t, e, Options{}), built(t, e, languages[english])
	assert.Equal(t, []string{"已有完成时间", "已有完成时间", "里程碑和承诺值均已达到", "里程碑“m”（2022年，延误243天）到期没有达到", "完成时限已过，仍未完成",
		"尚未到开始时间", "已有进展，没有到期未达到的里程碑和承诺值", "里程碑“m”没有说明是否达到", "没有定期限的里程碑和承诺值，或者没有进展数据"},
		column(table(t, zh, "standings"), 4))
	assert.Equal(t, []string{"提前1天", "没有延误", "—", "延误243天", "延误243天", "—", "—", "—", "—"}, column(table(t, zh, "standings"), 5))
	assert.Equal(t, []string{"1 day early", "no delay", "—", "243 days late", "243 days late", "—", "—", "—", "—"}, column(table(t, en, "standings"), 5))
	assert.Equal(t, "Lead: none named; due: 2022; derived status: delayed, past its due date and still open; 243 days late.",
		section(t, en, "task-5").Blocks[0].(Paragraph).Text)
	whole := built(t, evaluated(t, e.Plan, evaluate.Options{}), Options{})
	assert.Contains(t, column(table(t, whole, "standings"), 4), "没有设评估时点")
}

// TestATableOfTheMatrixHasNineColumnsAtMost has more departments than one table holds, the last of them without a task.
func TestATableOfTheMatrixHasNineColumnsAtMost(t *testing.T) {
	for n, want := range map[int][]int{8: {9}, 9: {5, 6}, 16: {9, 9}, 17: {6, 7, 7}, 40: {9, 9, 9, 9, 9}} {
		var departments, tasks []string
		for i := range n {
			departments = append(departments, fmt.Sprintf(`{"code": "d%d", "name": "D%d"}`, i, i))
			tasks = append(tasks, fmt.Sprintf(`{"code": "%d", "title": "T", "lead": "d%d", "support": ["d%d"]}`, i+1, i, (i+1)%n))
		}
		departments, tasks = append(departments, `{"code": "idle", "name": "Idle"}`), append(tasks, `{"code": "0", "title": "Bare"}`)
		e := read(t, `"indicators": [], "departments": [`+strings.Join(departments, ",")+`], "tasks": [`+strings.Join(tasks, ",")+`]`, evaluate.Options{})
		d := built(t, e, languages[english])
		var widths []int
		marks := map[string]int{}
		var notes []string
		eachBlock(d, func(_ *Section, b Block) {
			m, ok := b.(Table)
			if !ok || !strings.HasPrefix(m.ID, "table-matrix") {
				return
			}
			widths, notes = append(widths, len(m.Columns)), m.Notes
			for _, row := range m.Rows {
				require.Len(t, row, len(m.Columns))
				marked := 0
				for _, c := range row[1:] {
					marks[c.Text]++
					if c.Text != "" {
						marked++
					}
				}
				assert.Positive(t, marked, "a row has a part")
			}
			assert.Equal(t, len(want) > 1, strings.Contains(m.Caption, fmt.Sprintf("(part %d of %d)", len(widths), len(want))), m.Caption)
		})
		assert.Equal(t, want, widths, "%d departments", n)
		assert.Equal(t, []int{n, n}, []int{marks["●"], marks["○"]}, "every part stands in one table")
		assert.Equal(t, []string{"● leads, ○ supports; an empty cell means no part.", "Not in the table, because no department is named for them: task 0.",
			"Departments not in the table, because they have no task: Idle."}, notes)
	}
}

func TestSelfAssessmentsStandInTheLedgerWhereAnyIsStated(t *testing.T) {
	zh, en := table(t, built(t, harbour(t), Options{}), "ledger"), table(t, built(t, harbour(t), languages[english]), "ledger")
	assert.Equal(t, []string{"已交回（2023年7月）", "未交回", "未说明", "未说明", "未说明", "—"}, column(zh, len(zh.Columns)-1))
	assert.Equal(t, []string{"returned (July 2023)", "not returned", "not stated", "not stated", "not stated", "—"}, column(en, len(en.Columns)-1))
	assert.Equal(t, []string{"met", "not-met", ""}, []string{zh.Rows[0][11].State, zh.Rows[1][11].State, zh.Rows[2][11].State})
	assert.Contains(t, zh.Notes, "所牵头的任务没有状态和数据佐证、也没有自查自评交回记录的部门：财务科。")
}

func TestEveryFigureOfAPromiseStandsInTheAppendix(t *testing.T) {
	e := harbour(t)
	d := built(t, e, Options{})
	w := newWriter(e, Options{})
	workings := column(table(t, d, "workings-promises"), 2)
	promises := 0
	for path, f := range e.Figures() {
		if _, ok := w.promiseAt(path); ok {
			promises++
			assert.Contains(t, workings, w.working(f), path)
		}
	}
	assert.Equal(t, 4, promises)
}

func TestIndicatorsWithoutAnyTaskHaveNoTableOfTasks(t *testing.T) {
	assert.False(t, has(built(t, slipped(t), Options{}), "serving"))
	serving := table(t, built(t, harbour(t), Options{}), "serving")
	assert.Equal(t, Cell{Text: "没有任务列明对应这一指标", State: "not-met"}, serving.Rows[2][2])
}

// A status that no task has is said of all tasks together; where one has it, of each that has none too.
func TestThatNoTaskHasAStatusIsSaidOnce(t *testing.T) {
	about := func(status string) []string {
		e := read(t, `"procedure": {}, "indicators": [], "tasks": [{"code": "1", "title": "Roads"`+status+`}, {"code": "2", "title": "Rails"}]`, evaluate.Options{})
		d := built(t, e, languages[english])
		return []string{textsOf(t, d, "task-1")[2], textsOf(t, d, "task-2")[2]} // behind number and title
	}
	assert.Equal(t, []string{"Lead: none named.", "Lead: none named."}, about(""))
	assert.Equal(t, []string{"Lead: none named; declared status: completed.", "Lead: none named; status: not stated."}, about(`, "status": "completed"`))
}
