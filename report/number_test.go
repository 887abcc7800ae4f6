package report

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

var units = map[string]map[string]string{"en": {
	"家": "units", "亿元": "100 million yuan", "万元": "10,000 yuan", "万公里": "10,000 kilometres", "批": "batches", "项": "studies",
	"层": "class", "千吨": "1,000 tonnes", "十亿元": "10 billion yuan", "人年": "person-years", "组": "boxes", "件": "",
}}

func both() (zh, en words) {
	return newWords(Options{}, units), newWords(Options{Language: language.English}, units)
}

func TestAmounts(t *testing.T) {
	zh, en := both()
	for _, c := range []struct{ number, unit, zh, en string }{
		{"1374", "家", "1374家", "1,374 units"},
		{"1", "家", "1家", "1 unit"},
		{"1", "批", "1批", "1 batch"},
		{"1", "项", "1项", "1 study"},
		{"1", "组", "1组", "1 box"},
		{"1", "层", "1层", "1 class"},
		{"12.50", "%", "12.50%", "12.50%"},
		{"3", "‰", "3‰", "3‰"},
		{"-5.32", "百分点", "−5.32个百分点", "−5.32 pp"},
		{"+5.89", indicator.PointUnit, "+5.89个百分点", "+5.89 pp"},
		{"305.41", "亿元", "305.41亿元", "30.541 billion yuan"},
		{"1.77", "亿元", "1.77亿元", "177 million yuan"},
		{"12.50", "亿元", "12.50亿元", "1.250 billion yuan"},
		{"6000", "万元", "6000万元", "60 million yuan"},
		{"100.4", "万元", "100.4万元", "1.004 million yuan"},
		{"2", "万元", "2万元", "20,000 yuan"},
		{"0.5", "万元", "0.5万元", "5,000 yuan"},
		{"-12", "万元", "−12万元", "−120,000 yuan"},
		{"0", "万元", "0万元", "0 yuan"},
		{"1100", "万公里", "1100万公里", "11 million kilometres"},
		{"3", "千吨", "3千吨", "3,000 tonnes"},
		{"3", "十亿元", "3十亿元", "30 billion yuan"},
		{"1000000", "", "1000000", "1,000,000"},
		{"273", "KW", "273KW", "273 KW"},
		{"1374", "件", "1374件", "1,374"},
		{"", "家", "", ""},
		{"", "亿元", "", ""},
	} {
		assert.Equal(t, c.zh, zh.amount(c.number, c.unit))
		assert.Equal(t, c.en, en.amount(c.number, c.unit), c.number+c.unit)
	}
	w := writer{words: en}
	assert.Equal(t, "Patents", w.withUnit("Patents", "件"), "an empty translation leaves the unit out")
	assert.Equal(t, "305.41", en.quantity("305.41", "亿元"), "where the unit is said with the subject")
}

func TestThingsAreCounted(t *testing.T) {
	zh, en := both()
	for thing, want := range map[string][3]string{
		"indicators":  {"主要指标1项", "1 headline indicator", "0 headline indicators"},
		"chapters":    {"1项重点任务", "1 key task", "0 key tasks"},
		"subtasks":    {"1项子任务", "1 sub-task", "0 sub-tasks"},
		"departments": {"1个部门", "1 department", "0 departments"},
		"duties":      {"1项职责", "1 duty", "0 duties"},
		"unserved":    {"其中1项", "1 of these matches", "0 of these match"},
		"years":       {"1个年度", "1 calendar year", "0 calendar years"},
		"months":      {"1个月", "1 month", "0 months"},
		"head":        {"组长1名", "1 head", "0 heads"},
		"deputy":      {"副组长1名", "1 deputy head", "0 deputy heads"},
		"member":      {"成员1名", "1 member", "0 members"},
	} {
		assert.Equal(t, want, [3]string{zh.counted(thing, 1), en.counted(thing, 1), en.counted(thing, 0)})
	}
	assert.Equal(t, "1,200 members", en.counted("member", 1200))
	for key := range en.catalogue {
		if thing, ok := strings.CutPrefix(key, "counted."); ok {
			thing, _, _ = strings.Cut(thing, ".")
			assert.NotContains(t, zh.counted(thing, 1)+zh.counted(thing, 2)+en.counted(thing, 1)+en.counted(thing, 2), "{")
			assert.True(t, en.has("counted", thing+".one") && en.has("counted", thing+".many"), thing)
		}
	}
}

func TestDigitsAreGroupedInEnglishAlone(t *testing.T) {
	zh, en := both()
	for number, want := range map[string][2]string{
		"0": {"0", "0"}, "999": {"999", "999"}, "1000": {"1000", "1,000"}, "-1234567.8910": {"−1234567.8910", "−1,234,567.8910"},
		"+100000": {"+100000", "+100,000"}, "12.50": {"12.50", "12.50"},
	} {
		assert.Equal(t, want, [2]string{zh.digits(number), en.digits(number)})
	}
}

func TestQualifiers(t *testing.T) {
	zh, en := both()
	for q, want := range map[indicator.Qualifier][2]string{
		indicator.Exactly:  {"80%", "80%"},
		indicator.AtLeast:  {"80%以上", "at least 80%"},
		indicator.AtMost:   {"80%以内", "at most 80%"},
		indicator.MoreThan: {"超过80%", "more than 80%"},
		indicator.Nearly:   {"近80%", "nearly 80%"},
		indicator.About:    {"约80%", "about 80%"},
		"odd":              {"80%", "80%"},
	} {
		assert.Equal(t, want, [2]string{zh.qualified(q, "80%"), en.qualified(q, "80%")}, q)
	}
}

func TestPeriods(t *testing.T) {
	zh, en := both()
	for p, want := range map[string][2]string{
		"":           {"", ""},
		"2022":       {"2022年", "2022"},
		"2022H1":     {"2022年上半年", "first half of 2022"},
		"2022H2":     {"2022年下半年", "second half of 2022"},
		"2022Q3":     {"2022年第三季度", "Q3 2022"},
		"2022-07":    {"2022年7月", "July 2022"},
		"2022-04-19": {"2022年4月19日", "19 April 2022"},
	} {
		assert.Equal(t, want, [2]string{zh.periodText(p), en.periodText(p)}, p)
	}
	assert.Equal(t, "whenever", zh.periodText("whenever"))
	for _, c := range []struct{ from, to, zh, en string }{
		{"2021", "2025", "2021年至2025年", "2021 to 2025"},
		{"2023-08-20", "2023-08-25", "2023年8月20日至25日", "20 to 25 August 2023"},
		{"2023-08-20", "2023-09-20", "2023年8月20日至9月20日", "20 August to 20 September 2023"},
		{"2022-12-20", "2023-01-10", "2022年12月20日至2023年1月10日", "20 December 2022 to 10 January 2023"},
		{"2023-06", "2023-07", "2023年6月至2023年7月", "June 2023 to July 2023"},
		{"2022", "2022", "2022年", "2022"},
		{"", "2022", "2022年", "2022"},
	} {
		assert.Equal(t, c.zh, zh.spanText([]string{c.from, c.to}))
		assert.Equal(t, c.en, en.spanText([]string{c.from, c.to}))
	}
	assert.Equal(t, "x, y", en.spanText([]string{"x", "y"}))
}

func TestSections(t *testing.T) {
	for n, want := range map[int]string{0: "0", 1: "一", 9: "九", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 100: "100"} {
		assert.Equal(t, want, hanNumber(n))
	}
	w := &writer{words: newWords(Options{}, nil)}
	assert.Equal(t, []string{"一、", "（二）", "3.", "（4）", "⑤", "（21）", "（6）"}, []string{
		numberOf(w.chapterNumber(1, 1, "")), numberOf(w.chapterNumber(2, 2, "")), numberOf(w.chapterNumber(3, 3, "")), numberOf(w.chapterNumber(4, 4, "")),
		numberOf(w.chapterNumber(5, 5, "")), numberOf(w.chapterNumber(5, 21, "")), numberOf(w.chapterNumber(6, 6, "")),
	})
	assert.Equal(t, "一、", numberOf(w.annexNumber(2, 1, "附件1")))
	assert.Equal(t, "B.1.2", numberOf(w.appendixNumber(3, 2, "B.1")))
}

// numberOf is a number without what those below it are numbered by.
func numberOf(number, _ string) string { return number }
