package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/evaluate"
	"github.com/stretchr/testify/assert"
)

func TestWhatTheDataSayOfTheSourceReportsConclusion(t *testing.T) {
	zh, en := built(t, seed(t), Options{}), built(t, seed(t), languages[english])
	assert.Contains(t, strings.Join(allTexts(Document{Sections: []Section{section(t, zh, "ch3-conformity")}}), ""),
		"本报告的数据不足以证实或者否定这一结论：8项指标中5项不能判定进度，38项任务均未说明进展状态。")
	assert.Contains(t, strings.Join(allTexts(Document{Sections: []Section{section(t, en, "ch3-conformity")}}), ""),
		"The data here neither confirm nor refute this: the pace of 5 of 8 indicators cannot be judged, and none of the 38 tasks has a stated status. ")
	plan := `"procedure": {}, "indicators": [], "conformity": {"text": "fine"}, "tasks": [{"code": "1", "title": "a", "status": "completed"}`
	some := built(t, read(t, plan+`, {"code": "2", "title": "b"}]`, evaluate.Options{}), Options{})
	assert.Equal(t, Paragraph{Text: "本报告的数据不足以证实或者否定这一结论：2项任务中1项未说明进展状态。"}, section(t, some, "ch3-conformity").Blocks[1])
	all := built(t, read(t, plan+`]`, evaluate.Options{}), Options{})
	assert.Len(t, section(t, all, "ch3-conformity").Blocks, 1, "nothing is unknown")
}

// The bases of the number of industrial enterprises and of the high-tech share come from the published changes.
func TestAPublishedChangeThatCannotBeCheckedSaysWhy(t *testing.T) {
	zh, en := table(t, built(t, seed(t), Options{}), "economy-changes"), table(t, built(t, seed(t), languages[english]), "economy-changes")
	missing, derived := "缺比较期数值，不能核对", "基数由公布的变化推算，不能核对"
	assert.Equal(t, []string{missing, derived, derived, missing, "一致", "一致", "一致", derived}, column(zh, 4))
	assert.Equal(t, "no earlier value; no check", en.Rows[0][4].Text)
	assert.Equal(t, "earlier value derived from the published change; no check", en.Rows[1][4].Text)
	assert.Equal(t, []string{"比较期数值由公布的变化推算得出的，以该变化重新计算必然相符，不作为核对。"}, zh.Notes)
	assert.Empty(t, table(t, built(t, seed(t), Options{}), "benefits-changes").Notes)
}

// June 2022 is 18 of the 60 months from the end of 2020 to the end of 2025.
func TestElapsedMonths(t *testing.T) {
	e := read(t, `"procedure": {}, "indicators": [{"code": "a", "name": "A", "direction": "increase", "kind": "level", "baseline": "2020",
		"series": [{"period": "2020", "value": "1"}, {"period": "2022-06", "value": "2"}], "targets": [{"period": "2025", "value": "3"}]}]`, evaluate.Options{})
	assert.Equal(t, "30%（60个月中的18个月）", table(t, built(t, e, Options{}), "schedule").Rows[0][2].Text)
	assert.Equal(t, "30% (18 of 60 months)", table(t, built(t, e, languages[english]), "schedule").Rows[0][2].Text)
}
