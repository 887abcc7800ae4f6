package chart_test

import (
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/chart"
	"github.com/stretchr/testify/assert"
)

// The advance widths of the characters from space to ~, in thousandths of an em: in Noto Sans CJK SC 2.004, the wider of regular and
// bold, from its hmtx table; and in Arial Bold, whose widths are those of Helvetica-Bold in Adobe's Core 14 AFM files.
var (
	notoWidths = [95]int{
		227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 392,
		590, 590, 590, 590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514,
		1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853, 749, 770,
		667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 392, 378, 590, 567,
		626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626,
		644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
	}
	arialWidths = [95]int{
		278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
		975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
		333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
		611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
	}
)

func TestWidthsCoverTheFonts(t *testing.T) {
	for i := range notoWidths {
		widest := float64(max(notoWidths[i], arialWidths[i]))
		got := chart.Width(string(rune(' '+i)), 1000)
		assert.GreaterOrEqual(t, got, widest, "%q", ' '+i)
		assert.LessOrEqual(t, got, 1.12*widest, "%q is wasteful", ' '+i)
	}
	for _, r := range "中。（《“”…—·×±≥▲●▼○％ａ" { // 1 em or less in Noto Sans CJK SC
		assert.Equal(t, 1000.0, chart.Width(string(r), 1000), "%q", r)
	}
	assert.Equal(t, 0.0, chart.Width("\u0301\u200b", 1000), "combining and invisible characters")
	assert.Equal(t, 280.0, chart.Width("\u00a0", 1000), "a space that does not break is as wide as one that does")
	assert.Equal(t, 52.0, chart.Width("2021", 14)+chart.Width("年", 14)+4.68, "4×0.595×14 + 14 + 4.68")
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text string
		ems        float64
		want       string // lines separated by |
	}{
		{"Chinese breaks anywhere", "高新技术产业产值", 5, "高新技术产|业产值"},
		{"no line begins with ）", "高新技术（家）", 6, "高新技术|（家）"},
		{"no line begins with 》", "《规划》执行", 3, "《规|划》执|行"},
		{"no line begins with 。、；：”", "甲乙丙。丁、戊；己：“庚”辛", 3, "甲乙|丙。|丁、|戊；|己：|“庚”|辛"},
		{"no line ends with （", "产业产值（亿元）", 5, "产业产值|（亿元）"},
		{"no line ends with “《", "以“《甲乙丙", 3, "以|“《甲|乙丙"},
		{"an English word stays whole", "share of high technology", 6, "share of|high|technology"},
		{"but may break after a hyphen", "of high-technology", 7, "of high-|technology"},
		{"a sign stays with its number", "甲-12.5", 3.4, "甲|-12.5"},
		{"a number stays whole", "共有1374个", 4, "共有|1374个"},
		{"a number stays with its unit", "完成1374家", 4.5, "完成|1374家"},
		{"a word that is too wide is broken", "Donaudampfschifffahrt", 6, "Donaudam|pfschifffahr|t"},
		{"a word that is broken leaves no punctuation to the next line", "abcdefghij，甲", 6.1, "abcdefghi|j，甲"},
		{"actual and target break after the slash", "305.41/350", 4.5, "305.41/|350"},
		{"a space at a break is dropped", "甲乙 丙丁", 2, "甲乙|丙丁"},
		{"a space that does not break keeps its neighbours together", "甲乙▲\u00a0丙", 3, "甲乙|▲\u00a0丙"},
		{"a line break breaks", "甲\n乙\r\n丙", 9, "甲|乙|丙"},
		{"nothing has no lines", "", 9, ""},
		{"blanks have no lines", " \n\t ", 9, ""},
		{"a line holds a character at least", "甲乙", 0.1, "甲|乙"},
		{"punctuation alone is broken where it must be", "。。。。", 2, "。。|。。"},
		{"a combining mark stays with its letter", "e\u0301e\u0301e\u0301", 1, "e\u0301|e\u0301|e\u0301"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, strings.Join(chart.Wrap(test.text, 10, 10*test.ems), "|"))
		})
	}
}

// The headings of a grid are broken into lines of like widths, but never within a word for that.
func TestBalanced(t *testing.T) {
	assert.Equal(t, []string{"规划与资", "源配置科"}, chart.Balanced("规划与资源配置科", 10, 75))
	assert.Equal(t, []string{"Talent and", "Achievements", "Division"}, chart.Balanced("Talent and Achievements Division", 13, 94))
	assert.Equal(t, []string{"科技合作科"}, chart.Balanced("科技合作科", 10, 75))
}
