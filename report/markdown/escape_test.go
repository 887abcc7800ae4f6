package markdown_test

import (
	"testing"

	"github.com/planeval/planeval/report"
	"github.com/stretchr/testify/assert"
)

// TestOrdinaryTexts has what reports are made of: nothing in it is escaped, at the start of a line or elsewhere.
func TestOrdinaryTexts(t *testing.T) {
	for _, text := range []string{
		"95.33%", "R&D", "2022-08-20", "+6.32", "-5.3个百分点", "4+1", "a_b", "C#", "=100", "1.5倍", "3 < 5", "p<0.05", "x<=y", "中<文", "a > b",
		"《规划》（2021—2025年）", "“十四五”", "鲁政发〔2021〕15号", "50%～60%", "1374家", "10:30", "e.g. this, that; and (those)!", "AT&T and R&D;",
		"A/B", "#", "a|b", "第1条", "2021.5", "user @ home", "12) a",
	} {
		switch text {
		case "AT&T and R&D;", "#", "12) a": // the exceptions
			assert.NotEqual(t, text+"\n", write(t, paragraph(text)))
		default:
			assert.Equal(t, text+"\n", write(t, paragraph(text)))
		}
	}
}

func paragraph(text string) report.Document {
	return report.Document{Blocks: []report.Block{report.Paragraph{Text: text}}}
}

func TestParagraphs(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"emphasis", "*a* **b** _c_ __d__ ~~e~~", `\*a\* \*\*b\*\* \_c\_ \_\_d\_\_ \~\~e\~\~`},
		{"an underscore within a word is nothing else", "a_b 中_文 _", `a_b 中_文 \_`},
		{"code", "`a`", "\\`a\\`"},
		{"a backslash", `a\b\`, `a\\b\\`},
		{"links and images", "[a](b) ![c](d)", `\[a\](b) !\[c\](d)`},
		{"an address", "http://a.b www.c.d e@f.g", `http\://a.b www\.c.d e\@f.g`},
		{"an address of odd characters", "0!@0.00 a'@b.c /=?^_{|}@-d.e @f", `0!\@0.00 a'\@b.c /=?^\_\{|}\@-d.e @f`},
		{"HTML", "<b>a</b><!-- -->", "&lt;b>a&lt;/b>&lt;!-- -->"},
		{"entities", "&amp; &#60; R&D;", "&amp;amp; &amp;#60; R&amp;D;"},
		{"formulas and templates", "${x} {{y}}", `\$\{x} \{\{y}}`},
		{"a heading", "# a # b", `\# a # b`},
		{"a quotation", "> a > b", `\> a > b`},
		{"bullets", "- a - b", `\- a - b`},
		{"another bullet", "+ a", `\+ a`},
		{"a bullet alone", "-", `\-`},
		{"a rule", "---", `\---`},
		{"an underline", "===", `\===`},
		{"a number", "12. a 3. b", `12\. a 3. b`},
		{"a number with a bracket", "1)", `1\)`},
		{"a number that is a text", "12.5", "12.5"},
		{"a task", "- [x] a", `\- \[x\] a`},
		{"line breaks are spaces", "a\nb\r\nc\rd", "a b c d"},
		{"a tab is a space", "a\tb", "a b"},
		{"spaces at the ends", "  a  ", "&#32; a &#32;"},
		{"an indented text is no code", "    # a", "&#32;   # a"},
		{"a full-width indent", "　　甲", "&#12288;　甲"},
		{"a space alone", " ", "&#32;"},
		{"control characters", "a\x00\x1b[0m\u0085\x7f", "a��\\[0m��"},
		{"overrides", "\u202e95\u2066", "�95�"},
		{"noncharacters and broken UTF-8", "\ufffe\xff", "��"},
		{"a character outside the first plane", "𠮷", "𠮷"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want+"\n", write(t, paragraph(test.text)))
		})
	}
}

func TestHeadings(t *testing.T) {
	for title, want := range map[string]string{
		"a #":     `# a \#`,
		"##":      `# #\#`,
		"C#":      "# C#",
		"# a":     "# # a",
		"- a":     "# - a",
		"1. a":    "# 1. a",
		"a\nb":    "# a b",
		"a|b":     "# a|b",
		" a":      "# &#32;a",
		"[x] *a*": `# \[x\] \*a\*`,
	} {
		assert.Equal(t, want+"\n", write(t, report.Document{Title: title}), "%q", title)
	}
}

func TestCells(t *testing.T) {
	for text, want := range map[string]string{
		"a|b":     `| a\|b |`,
		`a\|b`:    `| a\\\|b |`,
		"a\nb":    "| a<br>b |",
		"\n":      "| <br> |",
		"- a":     "| - a |",
		"# a":     "| # a |",
		"---":     "| --- |",
		"":        "|  |",
		" a ":     "| &#32;a&#32; |",
		"<br>":    "| &lt;br> |",
		"`a|b`":   "| \\`a\\|b\\` |",
		"95.33%":  "| 95.33% |",
		"a<":      "| a&lt; |",
		"a\r\n b": "| a<br> b |",
	} {
		d := report.Document{Blocks: []report.Block{report.Table{Columns: []report.Column{{Title: text}}}}}
		assert.Equal(t, want+"\n| --- |\n", write(t, d), "%q", text)
	}
}

func TestLeads(t *testing.T) {
	for want, p := range map[string]report.Paragraph{
		"**Lead.** text":      {Lead: "Lead.", Text: "text"},
		"**Lead** - text":     {Lead: "Lead", Text: "- text"},
		"**95.33%** of them":  {Lead: "95.33%", Text: "of them"},
		"**总体判断**：符合预期":       {Lead: "总体判断：", Text: "符合预期"}, // **总体判断：**符 would not be bold
		"**总体判断（暂）**：- 符合":    {Lead: "总体判断（暂）：", Text: "- 符合"},
		"**总体判断**\u3000符合预期":  {Lead: "总体判断", Text: "符合预期"},
		"**（一）**\u3000符合预期":   {Lead: "（一）", Text: "符合预期"},
		"**：**\u3000符合预期":     {Lead: "：", Text: "符合预期"},
		"**前言：**":             {Lead: "前言："},
		`**\*a\*** b`:         {Lead: "*a*", Text: "b"},
		"**表1　甲&#12288;**　后文": {Lead: "表1　甲　", Text: "后文"},
	} {
		assert.Equal(t, want+"\n", write(t, report.Document{Blocks: []report.Block{p}}), "%q", p)
	}
}
