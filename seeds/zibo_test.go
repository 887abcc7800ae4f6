package seeds_test

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/seeds"
	"github.com/planeval/planeval/task"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Expected values are literals from the source document, 《淄博市“十四五”科技创新规划》后评估报告, with its section.

func TestJSONIsWhatAnEncoderWrites(t *testing.T) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	require.NoError(t, e.Encode(seeds.Zibo()))
	assert.Equal(t, out.String(), string(seeds.ZiboJSON()))
}

func TestCallersCannotChangeTheSeed(t *testing.T) {
	clear(seeds.ZiboJSON())
	first := seeds.Zibo()
	first.Indicators[0].Series[0].Value = indicator.MustValue("9")
	first.Translations["en"]["淄博市"] = ""
	second := seeds.Zibo()
	assert.Equal(t, "2.81", second.Indicators[0].Series[0].Value.String())
	assert.Equal(t, "Zibo", second.Translations["en"]["淄博市"])
}

func TestHead(t *testing.T) {
	p := seeds.Zibo()
	assert.Equal(t, "zibo-14fyp-sti", p.Code)
	assert.Equal(t, "淄博市“十四五”科技创新规划", p.Title)
	assert.Equal(t, "《规划》", p.ShortTitle)
	assert.Equal(t, "2022-04-19", p.Published.String()) // 一（一）
	assert.Equal(t, "2021", p.Start.String())           // 一（一）
	assert.Equal(t, "2025", p.End.String())             // 一（一）
	assert.Equal(t, []string{"市政府令第102号", "淄政办字〔2018〕163号", ""}, []string{p.Basis[0].Number, p.Basis[1].Number, p.Basis[2].Number})
}

// The table of 二（一）; the years 2020 and 2021 are from other sections.
func TestIndicators(t *testing.T) {
	tests := []struct{ code, unit, kind, series, target string }{
		{"rd-gdp", "%", "level", "2020 2.81, 2021 2.86", "3"}, // 2020: 四2
		{"hightech-share", "%", "level", "2020 42.53 derived, 2021 47.13 derived, 2022 48.42", "58"},
		{"tech-smes", "家", "level", "2022 1822", "2700"},
		{"hightech-enterprises", "家", "level", "2020 703, 2021 1025 derived, 2022 1374", "1800"}, // 2020: 四2
		{"platforms", "家", "level", "2022 448", "550"},
		{"incubators", "家", "level", "2022 25", "30"},
		{"contracts", "亿元", "flow", "2022 305.41", "350"},
		{"patents", "件", "level", "2022 7.46", "10"},
	}
	p := seeds.Zibo()
	require.Len(t, p.Indicators, len(tests))
	for i, test := range tests {
		t.Run(test.code, func(t *testing.T) {
			ind := p.Indicators[i]
			assert.Equal(t, test.code, ind.Code)
			assert.Equal(t, test.unit, ind.Unit)
			assert.Equal(t, test.kind, string(ind.Kind))
			assert.Equal(t, indicator.Increase, ind.Direction)
			assert.Equal(t, indicator.NatureUnstated, ind.Nature)
			assert.Equal(t, "2020", ind.Baseline.String())
			assert.Equal(t, test.series, written(ind.Series))
			require.Len(t, ind.Targets, 1)
			assert.Equal(t, "2025", ind.Targets[0].Period.String())
			assert.Equal(t, test.target, ind.Targets[0].Value.String())
			assert.Equal(t, "二（一）", ind.Targets[0].Source)
		})
	}
}

// written gives a series as "period value status, …", without the status where there is none.
func written(s indicator.Series) string {
	list := make([]string, len(s))
	for i, o := range s {
		list[i] = strings.TrimSpace(o.Period.String() + " " + o.Value.String() + " " + string(o.Status))
	}
	return strings.Join(list, ", ")
}

func TestDerivedValuesSayHow(t *testing.T) {
	derived := map[string]bool{}
	walk(reflect.ValueOf(seeds.Zibo()), "", func(v reflect.Value, _ string) {
		if o, ok := v.Interface().(indicator.Observation); ok && o.Status == indicator.Derived {
			derived[o.Value.String()] = true
			assert.NotEmpty(t, o.Note, o.Value)
			assert.NotEmpty(t, o.Source, o.Value)
		}
		if f, ok := v.Interface().(indicator.Fact); ok {
			assert.NotEqual(t, indicator.Derived, f.Status, f.Name)
			assert.NotEmpty(t, f.Source, f.Name)
		}
	})
	// 48.42 − 5.89 (六); 48.42 − 1.29, 1374 ÷ 1.34 (二（二）5（1）); 2004 − 229 (六).
	assert.Equal(t, map[string]bool{"42.53": true, "47.13": true, "1025": true, "1775": true}, derived)
}

func TestProcedure(t *testing.T) {
	p := seeds.Zibo().Procedure
	assert.Equal(t, "2023-08-20", p.Start.String())
	assert.Equal(t, "2023-09-10", p.End.String()) // the last day that 一（四） tells of; the report is undated
	assert.Equal(t, []evaluate.Member{            // 一（二）2
		{Role: evaluate.Head, Position: "局主要领导", Source: "一（二）2"},
		{Role: evaluate.Deputy, Position: "分管领导", Source: "一（二）2"},
		{Role: evaluate.Participant, Position: "科室负责人", Source: "一（二）2"},
	}, p.Roles)
	assert.Len(t, p.Subjects, 7) // 一（三）
	require.Len(t, p.Members, 9) // 附件1附件1: a head and eight members
	for i, m := range p.Members {
		assert.Equal(t, i == 0, m.Role == evaluate.Head)
	}
	assert.Equal(t, "planning", p.Office)
	assert.Equal(t, []string{"前期准备", "自查自评", "综合评估", "修改完善"}, p.Announced) // 一（二）3
	assert.Equal(t, []string{                                              // 附件1 五
		"前期准备 2023-08-20–2023-08-25", "自查自评 2023-08-26–2023-08-31",
		"综合评估 2023-09-01–2023-09-10", "修改完善 2023-09-11–2023-09-20",
	}, stages(p.Scheme))
	assert.Equal(t, []string{ // 一（四）
		" 2023-08-20–2023-08-25", " 2023-08-26–2023-08-31", " 2023-09-01–2023-09-10",
	}, stages(p.Reported))
	assert.Len(t, p.Allowed, 7) // 附件1 四（二）
	assert.Equal(t, 2, p.MinMethods)
	require.Len(t, p.Methods, 3) // 一（五）
	assert.Empty(t, p.Methods[0].As)
	assert.Equal(t, []string{"问卷调查", "公开征求意见"}, p.Methods[1].As)
	assert.Equal(t, []string{"典型分析"}, p.Methods[2].As)
	require.Len(t, p.Evaluations, 1)
	assert.Equal(t, "2023-06", p.Evaluations[0].Start.String()) // 三
	assert.Equal(t, "2023-07", p.Evaluations[0].End.String())
	assert.Len(t, p.Principles, 4) // 附件1 三
}

func stages(list []evaluate.Stage) []string {
	texts := make([]string, len(list))
	for i, s := range list {
		texts[i] = s.Name + " " + s.Start.String() + "–" + s.End.String()
	}
	return texts
}

func TestCounts(t *testing.T) {
	p := seeds.Zibo()
	assert.Len(t, p.Departments, 8) // 附件1附件2
	duties := 0
	for _, d := range p.Departments {
		duties += len(d.Duties)
	}
	assert.Equal(t, 31, duties)
	levels := map[int]int{}
	facts := 0
	for path, item := range task.All(p.Tasks) {
		levels[strings.Count(path, "/tasks")]++
		facts += len(item.Facts)
		assert.Empty(t, item.Status, "the source states no status of %s", item.Code)
	}
	assert.Equal(t, map[int]int{1: 8, 2: 29, 3: 14}, levels)
	assert.Equal(t, 233, facts)
	assert.Len(t, p.Safeguards, 4) // 附件1 二（三）
	assert.Len(t, p.Dimensions, 3) // 一（二）1
	assert.Len(t, p.Problems, 4)   // 九（一）
	assert.Len(t, p.Advice, 5)     // 十
	assert.Len(t, p.Cases, 2)      // 附件2
	for _, s := range p.Safeguards {
		assert.Empty(t, s.Finding, "the report does not assess %s", s.Name)
	}
}

func TestTheThirdChapterIsMissing(t *testing.T) {
	var numbers []string
	for _, chapter := range seeds.Zibo().Tasks {
		numbers = append(numbers, chapter.Number)
	}
	assert.Equal(t, []string{"1", "2", "4", "5", "6", "7", "8", "9"}, numbers) // 二（二）
}

func TestDivisionOfWork(t *testing.T) {
	p := seeds.Zibo()
	coverage := task.Cover(p.Departments, p.Tasks)
	var open []string
	for _, place := range coverage.TasksWithoutLead {
		open = append(open, place.Code)
	}
	// Basic research, hydrogen, specialised enterprises, intellectual property (5.2.2 and 9.2), entrepreneurs, skilled
	// workers: 附件1附件2 gives them to nobody.
	assert.Equal(t, []string{"2.1", "2.4.3", "5.1.2", "5.2.2", "7.1", "7.4", "9.2"}, open)
	var unserved []string
	for _, place := range coverage.DutiesWithoutTask {
		unserved = append(unserved, place.Subject)
	}
	assert.Equal(t, []string{"科技军民融合", "科技安全", "引智示范基地建设"}, unserved)
	assert.Empty(t, coverage.DepartmentsWithoutTask)
}

// Who has a duty leads or supports the tasks that carry it out, and who leads or supports a task has a duty for it.
func TestDutiesAgreeWithTasks(t *testing.T) {
	p := seeds.Zibo()
	answers := map[string]bool{} // department code, space, task code
	for _, item := range task.All(p.Tasks) {
		if item.Lead != "" {
			answers[item.Lead+" "+item.Code] = true
		}
		for _, s := range item.Support {
			answers[s+" "+item.Code] = true
		}
	}
	duties := map[string]bool{}
	for _, d := range p.Departments {
		for _, duty := range d.Duties {
			for _, code := range duty.Tasks {
				// 8.1 and 8.3 have the lead of chapter 8.
				if above, _, deep := strings.Cut(code, "."); !deep || !answers[d.Code+" "+above] {
					duties[d.Code+" "+code] = true
				}
			}
		}
	}
	assert.Equal(t, answers, duties)
}

func TestSurvey(t *testing.T) {
	p := seeds.Zibo()
	require.Len(t, p.Surveys, 1)
	s := p.Surveys[0]
	assert.Equal(t, "93", s.Returned.String()) // 四3
	assert.True(t, s.Sent.IsZero())
	assert.True(t, s.Valid.IsZero())
	assert.Len(t, s.Topics, 6) // 一（五）2
	var shares []string
	for _, q := range s.Questions {
		require.Len(t, q.Tallies, 1)
		assert.True(t, q.Tallies[0].Count.IsZero())
		shares = append(shares, q.Tallies[0].Percent.String())
	}
	assert.Equal(t, []string{"78.4", "61.2", "81.7", "64.5", "47.3", "40.8", "56.9", "44"}, shares) // 四3
}

// Where the source contradicts itself or rounds oddly, the figure says so.
func TestInconsistenciesAreNoted(t *testing.T) {
	notes := map[string]string{}
	walk(reflect.ValueOf(seeds.Zibo()), "", func(v reflect.Value, source string) {
		if f, ok := v.Interface().(indicator.Fact); ok && strings.HasPrefix(source, "二（二）") {
			notes[source+" "+f.Value.String()+f.Unit] = f.Note
		}
	})
	const high = "二（二）1（2）" // the High-Tech Zone
	const city = "二（二）7（2）"
	assert.Contains(t, notes[high+" 51人"], "大于全市累计数20人（7.2）")
	assert.Contains(t, notes[high+" 72人"], "大于全市累计数61人（7.2）")
	assert.Contains(t, notes[city+" 20人"], "小于高新区的累计数51人（1.2）")
	assert.Contains(t, notes[city+" 61人"], "小于高新区的累计数72人（1.2）")
	assert.Contains(t, notes[high+" 31.6%"], "577 ÷ 1822 为 31.67%，原报告所印为截尾")
}

// What the source leaves open about the evaluation itself.
func TestWhatTheSourceLeavesOpen(t *testing.T) {
	p := seeds.Zibo()
	for _, text := range []string{
		"未写明《规划》由哪个机关发布", "没有注明日期",
		"局主要领导担任组长", "两者是否为同一人未作说明", // 一（二）2, 附件1附件1
		"没有指明《规划》的各项任务由谁牵头", "没有牵头单位的任务可能由其他部门负责", // 附件1附件2
	} {
		assert.Contains(t, p.Note, text)
	}
	assert.Contains(t, strings.Join(p.Procedure.Reported[1].Activities, ""), "同步进行") // 一（二）3
	assert.Contains(t, p.Procedure.Methods[2].Text, "面上情况与典型案例结合起来，兼用定量和定性判断")       // 一（五）
	for _, a := range p.Acceptance {
		team := a.Group == "创新创业团队" // 五 concludes about all groups, and has evidence for three
		assert.Equal(t, team, a.Evidence == "" && len(a.Facts) == 0, a.Group)
		assert.Equal(t, !team, strings.Contains(a.Evidence, "原报告由此认为各类主体普遍认可《规划》"), a.Group)
	}
}

// What the bureau says of its own work is told as its view.
func TestClaimsAreAttributed(t *testing.T) {
	p := seeds.Zibo()
	for _, claim := range []string{p.Conformity.Text, p.Fit.Text, p.Effects[0].Text, p.Effects[1].Text} {
		assert.True(t, strings.HasPrefix(claim, "原报告认为，"), claim)
		assert.True(t, strings.HasPrefix(p.Translations["en"][claim], "The source report holds that "), claim)
	}
}

// Names that the source gives beside its figures.
func TestNamesStandBesideFigures(t *testing.T) {
	var texts strings.Builder
	walkTexts(reflect.ValueOf(seeds.Zibo()), func(text string) { texts.WriteString(text + "\n") })
	for _, name := range []string{
		"张店区和周村区入选科技创新强县", "桓台县列入", "张店、临淄、博山三区和高青县", // 二（二）1（1）
		"“3+N”", "“3+N基金”", "“4+1”", // 二（二）1（2）
		"齐创大厦",              // 二（二）1（3）
		"临淄的精细化工", "生物医药集群", // 二（二）2（2）
		"鲁港科技创新合作大会暨第二十届中国（淄博）新材料技术论坛",                 // 二（二）9（1）
		"疫情、经济和政策原因造成的减收",                              // 七
		"科技、财政、审计、纪检和督查等部门",                            // 十（四是）
		"青岛、苏州、深圳",                                     // 十（五是）
		"山东理工大学发动高层次人才", "淄博职业学院和淄博师专", "2016年开始的校城融合", // 附件2案例一（二是）
		"实施意见于2019年出台", // 附件2案例二
	} {
		assert.Contains(t, texts.String(), name)
	}
}

// The document that the plan is taken from is 原报告 and "the source report", whoever answered the questionnaire is
// 受访单位, and one thing has one name.
func TestOneNameForOneThing(t *testing.T) {
	p := seeds.Zibo()
	english := p.Translations["en"]
	p.Translations = nil
	assert.Equal(t, "kW", english["千瓦"])
	notes := 0
	walk(reflect.ValueOf(p), "", func(v reflect.Value, _ string) {
		if f := v.FieldByName("Note"); f.IsValid() && f.String() != "" {
			notes++
			note := f.String()
			assert.NotRegexp(t, `来源|资料|(^|[^原])报告`, note)
			if strings.Contains(note, "原报告") {
				assert.Contains(t, strings.ToLower(english[note]), "the source report")
			}
		}
	})
	assert.Greater(t, notes, 100)
	for text, translation := range english {
		assert.NotContains(t, text, "调查单位")
		assert.NotRegexp(t, `(?i)\bthe source\b( [^r]|[^ ]|$)|\bscience week|letters? of intent|change of growth drivers|\blead enterprises|venture fund`, translation)
		assert.Equal(t, strings.Contains(text, "淄博产研创业投资基金"), strings.Contains(translation, "Zibo Industrial Research Venture Capital Fund of Funds"), text)
		assert.Equal(t, strings.Contains(text, "合作意向"), strings.Contains(strings.ToLower(translation), "cooperation intentions"), text)
		assert.NotContains(t, translation, "  ")
		assert.Equal(t, strings.TrimSpace(translation), translation)
	}
}

// A total over several years says which in its note, and has no period of its own that would be printed beside them.
func TestTotalsHaveOnePeriod(t *testing.T) {
	spans := map[string]int{}
	walk(reflect.ValueOf(seeds.Zibo()), "", func(v reflect.Value, _ string) {
		if f, ok := v.Interface().(indicator.Fact); ok && strings.Contains(f.Note, "累计") {
			assert.True(t, f.Period.IsZero(), f.Name)
			spans[f.Note]++
		}
	})
	assert.Equal(t, 4, spans["2021年至2023年第一季度累计"]) // 二（二）5（3）
	assert.Equal(t, 5, spans["2021年至2023年累计"])     // 二（二）9（4）
}

// A reference such as 十一是 could be read as eleven.
func TestSectionReferences(t *testing.T) {
	p := seeds.Zibo()
	var refs []string
	for _, a := range p.Advice {
		refs = append(refs, a.Source)
	}
	for _, c := range p.Cases {
		for _, s := range c.Practice {
			refs = append(refs, s.Source)
			for _, f := range s.Facts {
				assert.Equal(t, s.Source, f.Source)
			}
		}
	}
	assert.Equal(t, []string{
		"十（一是）", "十（二是）", "十（三是）", "十（四是）", "十（五是）",
		"附件2案例一（一是）", "附件2案例一（二是）", "附件2案例一（三是）", "附件2案例一（四是）",
		"附件2案例二（一是）", "附件2案例二（二是）", "附件2案例二（三是）",
	}, refs)
}

func TestMoneyAndEconomy(t *testing.T) {
	p := seeds.Zibo()
	require.Len(t, p.Costs, 1)
	assert.Equal(t, "1.77", p.Costs[0].Total.String()) // 四1
	assert.Equal(t, "6000", p.Costs[0].Yearly.Value.String())
	assert.Equal(t, indicator.Nearly, p.Costs[0].Yearly.Qualifier)
	var got []string
	for _, s := range slices.Concat(p.Benefits, p.Economy) {
		line := s.Code + " " + s.Indicator + written(s.Series)
		for _, c := range s.Changes {
			line += " " + string(c.Kind) + " " + c.From.String() + "–" + c.To.String() + " " + c.Value.String()
		}
		got = append(got, line)
	}
	assert.Equal(t, []string{
		"benefit-rd 2020 102.64, 2021 119.43", // 四2
		"benefit-rd-gdp rd-gdp",
		"benefit-hightech-enterprises hightech-enterprises relative 2020–2022 95.45",
		"benefit-platforms platforms",
		"economy-gdp 2022 4402.6 relative 2020–2022 19.8", // 六
		"economy-enterprises 2020 1775 derived, 2022 2004 absolute 2020–2022 229 relative 2020–2022 12.9",
		"economy-revenue 2022 6457.5 relative 2020–2022 40.22",
		"science-rd 2020 102.64, 2021 119.43 relative 2020–2021 16.36",
		"science-rd-gdp rd-gdp",
		"science-hightech-enterprises hightech-enterprises absolute 2020–2022 671 relative 2020–2022 95.45",
		"science-hightech-share hightech-share absolute 2020–2022 5.89",
	}, got)
}

//go:embed testdata/zibo-figures.txt
var figures string

// Every figure of the source stands in the plan under its section, and every printed figure of the plan stands in the
// source.
func TestFiguresAreComplete(t *testing.T) {
	type entry struct{ source, value string }
	have := map[entry]int{}
	walk(reflect.ValueOf(seeds.Zibo()), "", func(v reflect.Value, source string) {
		switch x := v.Interface().(type) {
		case indicator.Observation:
			if x.Status != indicator.Derived {
				have[entry{source, x.Value.String()}]++
			}
		default:
			for _, field := range []string{"Value", "Total", "Percent", "Returned"} {
				if f := v.FieldByName(field); f.IsValid() {
					if value, ok := f.Interface().(indicator.Value); ok && !value.IsZero() {
						have[entry{source, value.String()}]++
					}
				}
			}
		}
	})
	want := map[entry]int{}
	for n, line := range strings.Split(strings.TrimSpace(figures), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		require.Len(t, cells, 3, "line %d", n+1)
		_, err := strconv.ParseFloat(cells[1], 64)
		require.NoError(t, err, "line %d", n+1)
		want[entry{cells[0], cells[1]}]++
	}
	// One printed figure stands in several places: the share of 五 with three groups, R&D spending of 2020 in two statistics.
	have[entry{"五", "80"}] -= 2
	have[entry{"四2", "102.64"}]--
	assert.Equal(t, want, have)
}

// Texts tell what was done; figures stand in facts. Numbers in names are not figures.
func TestTextsHoldNoFigures(t *testing.T) {
	names := strings.NewReplacer("“1313”", "", "“技能兴淄26条”", "", "“淄博人才金政50条”", "", "“3+N”", "", "“3+N基金”", "", "“4+1”", "")
	// A Chinese numeral with 余, or before a unit that figures are printed with; 一 also means "a" and is not looked for.
	numeral := regexp.MustCompile(`[0-9]|[０-９]|[二三四五六七八九十百千万亿两]+(余|家|项|名|位|场|所|笔|辆|座|吨|倍|年|次|件|万|亿|成|分之)`)
	texts := 0
	walk(reflect.ValueOf(seeds.Zibo()), "", func(v reflect.Value, _ string) {
		for _, field := range []string{"Text", "Summary", "Finding", "Evidence", "Causes", "Measures", "Activities", "Scope", "Principles"} {
			f := v.FieldByName(field)
			if !f.IsValid() {
				continue
			}
			list, ok := f.Interface().([]string)
			if !ok {
				list = []string{f.String()}
			}
			for _, text := range list {
				texts++
				assert.Empty(t, numeral.FindString(names.Replace(text)), text)
			}
		}
	})
	assert.Greater(t, texts, 100)
}

// persons are the SHA-256 sums, cut to eight bytes, of the names of persons that the source prints: the working group
// and those whom the chapters and cases name. So the test can look for them without printing them.
var persons = []string{
	"e99c76f7a38bb970", "2fbeee1fac4832ac", "37d224580670e371", "49d61609e3f2d977", "2665384131699d31",
	"e3fec1dfc8a6ee66", "40213d8191d4372f", "837517502191b4c6", "7885510a2dd60bf7", "1fa30d2b684e7cc1",
	"49f819c1f350633b", "d359bb0d4d815f76", "0aab0984b5c8c4af", "0d00ffd28da5b67d", "8d3b9e1e7a56e5c5",
}

func TestNoPersonIsNamed(t *testing.T) {
	for _, text := range []string{string(seeds.ZiboJSON()), figures} {
		runes := []rune(text)
		seen := map[string]bool{}
		for i := range runes {
			for _, n := range []int{2, 3} {
				if i+n > len(runes) || seen[string(runes[i:i+n])] {
					continue
				}
				window := string(runes[i : i+n])
				seen[window] = true
				sum := sha256.Sum256([]byte(window))
				assert.NotContains(t, persons, hex.EncodeToString(sum[:8]), "around %q", window)
			}
		}
	}
}

// Section references are not translated; the source of the plan is a title and is.
func TestEveryTextHasAnEnglishTranslation(t *testing.T) {
	p := seeds.Zibo()
	english := p.Translations["en"]
	p.Translations = nil
	used := map[string]bool{p.Source: true}
	walkTexts(reflect.ValueOf(p), func(text string) {
		if chinese(text) {
			used[text] = true
		}
	})
	for text := range used {
		assert.Contains(t, english, text)
	}
	for text, translation := range english {
		assert.True(t, used[text], "%q translates nothing", text)
		if strings.Contains("家个件项座条", text) { // units that English leaves out
			assert.Empty(t, translation, text)
			continue
		}
		assert.NotEmpty(t, strings.TrimSpace(translation), text)
		assert.False(t, chinese(translation), translation)
		assert.NotRegexp(t, `[，。；：（）《》、]`, translation)
	}
}

func chinese(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// walk calls look for every struct of the plan's data, with the source that it or the nearest one around it names.
func walk(v reflect.Value, source string, look func(v reflect.Value, source string)) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), source, look)
		}
	case reflect.Struct:
		if opaque(v) {
			return
		}
		if s := v.FieldByName("Source"); s.IsValid() && s.String() != "" {
			source = s.String()
		}
		look(v, source)
		for i := range v.NumField() {
			walk(v.Field(i), source, look)
		}
	}
}

// walkTexts calls look for every text of the plan's data but section references.
func walkTexts(v reflect.Value, look func(string)) {
	switch v.Kind() {
	case reflect.String:
		look(v.String())
	case reflect.Slice:
		for i := range v.Len() {
			walkTexts(v.Index(i), look)
		}
	case reflect.Struct:
		if opaque(v) {
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "Source" {
				walkTexts(v.Field(i), look)
			}
		}
	}
}

// opaque reports whether a struct is a number or a period, which hold no texts.
func opaque(v reflect.Value) bool {
	switch v.Interface().(type) {
	case indicator.Value, indicator.Period:
		return true
	}
	return false
}
