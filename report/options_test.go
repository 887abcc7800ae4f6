package report

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

func TestWordsAreReplaced(t *testing.T) {
	e := seed(t)
	d := built(t, e, Options{Words: map[string]string{"verdict.ahead": "超前", "ch10.title": "下一步建议"}})
	assert.Equal(t, "超前", table(t, d, "verdicts").Rows[1][0].Text)
	assert.Equal(t, "下一步建议", section(t, d, "ch10").Title)
	assert.Equal(t, "快于预期", table(t, built(t, e, Options{}), "verdicts").Rows[1][0].Text, "for that report alone")
}

func TestWordsThatDoNotFitAreFaults(t *testing.T) {
	o := Options{Language: language.English, Words: map[string]string{
		"nothing.such": "x", "table.caption": "Tab. {n}: {caption} {page}", "figure.caption": "{caption}",
	}}
	assert.Equal(t, indicator.Faults{
		{Path: "/words/nothing.such", Rule: indicator.FaultUnknown, Value: "nothing.such", Want: "a key of the catalogue"},
		{Path: "/words/table.caption", Rule: indicator.FaultReference, Value: "page", Want: "some of the placeholders [n caption]"},
	}, o.Validate())
	d := Build(seed(t), o)
	assert.Equal(t, "Table 1. Verdicts on the headline indicators", table(t, d, "verdicts").Caption, "and are not used")
	assert.Equal(t, "Attainment of the headline indicators, and the values due", chart(t, d, "attainment").Caption)
}

func TestWordsAreTheCallersOwn(t *testing.T) {
	words := Words(language.English)
	assert.Equal(t, "ahead", words["verdict.ahead"])
	words["verdict.ahead"] = "changed"
	assert.Equal(t, "ahead", Words(language.English)["verdict.ahead"])
	assert.Equal(t, "快于预期", Words(language.German)["verdict.ahead"], "as reports in that language are worded")
}

func TestADraftIsEditedBeforeItIsNumbered(t *testing.T) {
	d := built(t, seed(t), Options{Edit: func(draft *Document) {
		var kept []Section
		for _, s := range draft.Sections {
			if s.ID != "ch5" && s.ID != "annex-1" {
				kept = append(kept, s)
			}
		}
		own := Section{ID: "own", Title: "本市说明", Blocks: []Block{
			Table{ID: "own", Caption: "本市的表", Columns: []Column{{Title: "甲"}}, Rows: [][]Cell{{{Text: "1"}}}},
		}}
		draft.Sections = append([]Section{kept[0], own}, kept[1:]...)
		draft.Section("ch7").Blocks = []Block{Paragraph{Text: "本市另有说明。"}}
	}})
	assert.Equal(t, "一、", section(t, d, "own").Number)
	assert.Equal(t, "表2　本市的表", table(t, d, "own").Caption, "behind the table of the summary")
	assert.Equal(t, "二、", section(t, d, "ch1").Number)
	assert.Equal(t, "六、", section(t, d, "ch6").Number, "one more and one less")
	assert.Equal(t, "附件1", section(t, d, "annex-2").Number)
	assert.Equal(t, "附录A", section(t, d, "appendix-a").Number)
	assert.Equal(t, []Block{Paragraph{Text: "本市另有说明。"}}, section(t, d, "ch7").Blocks)
	assert.Empty(t, section(t, d, "summary").Number)
	assert.Nil(t, d.Section("ch5"))
	assert.Empty(t, d.Validate())
}

// What the number of an appendix is worded as says nothing of the numbers below it.
func TestAppendicesAreNumberedWhateverTheirWords(t *testing.T) {
	for words, want := range map[string]string{"": "", "附录{letter}：": "附录A：", "{letter}号附录": "A号附录"} {
		d := Build(seed(t), Options{Words: map[string]string{"appendix.number": words}})
		assert.Equal(t, want, section(t, d, "appendix-a").Number)
		assert.Equal(t, "A.1", section(t, d, "rules").Number)
	}
	d := built(t, seed(t), Options{Edit: func(draft *Document) {
		for range 26 {
			draft.Sections = append(draft.Sections, Section{Part: Appendix, Title: "x", Sections: []Section{{Title: "y"}}})
		}
	}})
	last := d.Sections[len(d.Sections)-1]
	assert.Equal(t, []string{"附录30", "30.1"}, []string{last.Number, last.Sections[0].Number})
}

func TestANumberFromOneOnCountsInsteadOfThePlace(t *testing.T) {
	for own, want := range map[string]string{"7": "七、", "0": "十一、", "-1": "十一、", "甲": "十一、"} {
		d := built(t, seed(t), Options{Edit: func(draft *Document) {
			draft.Sections = append(draft.Sections, Section{ID: "own", Number: own, Title: "x"})
		}})
		assert.Equal(t, want, section(t, d, "own").Number)
	}
}

func TestAChartLosesATableThatIsTakenOut(t *testing.T) {
	d := built(t, seed(t), Options{Edit: func(draft *Document) {
		s := draft.Section("ch2-indicators")
		var kept []Block
		for _, b := range s.Blocks {
			if table, ok := b.(Table); !ok || table.ID != "schedule" {
				kept = append(kept, b)
			}
		}
		s.Blocks = kept
	}})
	assert.Equal(t, []string{"table-attainment", "table-outlook"}, chart(t, d, "attainment").Tables)
	assert.Empty(t, d.Validate())
}
