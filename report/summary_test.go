package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSummaryOfTheSeed(t *testing.T) {
	d := Summary(seed(t), Options{})
	assert.Equal(t, "《淄博市“十四五”科技创新规划》后评估报告", d.Title)
	assert.Equal(t, Paragraph{Text: "评估时点为2023年8月31日，时间序列只采用此前的数据。"}, d.Blocks[0])
	rows := table(t, d, "indicators").Rows
	assert.Equal(t, []string{"R&D经费支出占GDP比重（%）", "3", "2.86", "2021", "95.33%", "26.32% / 20%", "1.20%", "快于预期"}, row2texts(rows[0]))
	assert.Equal(t, []string{"高新技术产业产值占规模以上工业总产值比重（%）", "58", "48.42", "2022", "83.48%", "38.07% / 40%", "6.20%", "基本符合预期"}, row2texts(rows[1]))
	assert.Equal(t, []string{"科技型中小企业（家）", "2700", "1822", "2022", "67.48%", "—", "14.01%", "不判定（缺基期值）"}, row2texts(rows[2]))
	assert.Equal(t, []string{"高新技术企业（家）", "1800", "1374", "2022", "76.33%", "61.17% / 40%", "9.42%", "快于预期"}, row2texts(rows[3]))
	assert.Equal(t, Paragraph{Text: "《规划》共有主要指标8项，判定结果为：提前实现0项、快于预期2项、基本符合预期1项、相对滞后0项、背离0项、不判定5项。"}, d.Blocks[2])
	assert.Equal(t, Paragraph{Lead: "关于是否调整", Text: "评估单位声明的结论为“继续执行”。按本报告的约定，数据支持的结论为“修改”（评估单位列出的负面影响1项）。两者不一致，声明的结论偏轻。"}, d.Blocks[3])

	var ids, titles []string
	for _, s := range d.Sections {
		ids, titles = append(ids, s.ID), append(titles, s.Title)
		assert.Equal(t, 1, s.Level)
	}
	assert.Equal(t, []string{"high", "medium", "low", "more"}, ids)
	assert.Equal(t, []string{"发现的问题（重要）", "发现的问题（一般）", "发现的问题（提示）", "详细内容"}, titles)
	high := section(t, d, "high").Blocks[0].(List)
	assert.Equal(t, items("列有1项负面影响，声明“继续执行”，没有列出调整事项"), high)
	medium := section(t, d, "medium").Blocks[0].(List)
	assert.Equal(t, "缺2020年基期值，不能计算进度：科技型中小企业；省级以上创新平台；省级以上科技企业孵化器及众创空间；年登记技术合同成交额；每万人高价值发明专利拥有量",
		medium.Items[0].Text)
}

func TestSummaryInEnglish(t *testing.T) {
	d := Summary(seed(t), languages[english])
	rows := table(t, d, "indicators").Rows
	assert.Equal(t, []string{"High-tech enterprises", "1,800", "1,374", "2022", "76.33%", "61.17% / 40%", "9.42%", "ahead"}, row2texts(rows[3]))
	assert.Equal(t, "not judged (no baseline)", rows[2][7].Text)
	assert.Equal(t, "Findings of high severity", d.Sections[0].Title)
	assert.Equal(t, "Evaluated as of 31 August 2023.", d.Blocks[0].(Paragraph).Text)
}

func TestSummaryOfTroubleNamesWhatIsBehind(t *testing.T) {
	d := Summary(troubled(t), languages[english])
	assert.Equal(t, "The evaluators declare “continue”. By the convention of this report, the data support “adjust” (2 indicators behind or reversed, 1 task delayed, negative effects that the evaluators list: 1). "+
		"The two differ: the declared outcome is the milder one.", d.Blocks[3].(Paragraph).Text)
	assert.Contains(t, section(t, d, "high").Blocks[0].(List).Items, Paragraph{Text: "Behind, or moving away from the target: Slow (behind); Back (reversed)"})
}
