package report

import (
	"strconv"
	"strings"
)

// numberer returns the number of the n-th part, from 1, of a level, from 1, and what those below it are numbered by, which may
// differ; above is that of the part that it is in.
type numberer func(level, n int, above string) (number, below string)

// number gives the sections and those below them their levels and numbers, those of each part of the document by themselves. A
// number that a section has already, in Arabic digits from 1, counts instead of its place.
func (w *words) number(sections []Section) {
	numberers := map[Part]numberer{Chapter: w.chapterNumber, Front: unnumbered, Annex: w.annexNumber, Appendix: w.appendixNumber}
	count := map[Part]int{}
	for i := range sections {
		s := &sections[i]
		if numberer := numberers[s.Part]; numberer != nil { // Validate faults any other part
			count[s.Part]++
			s.number(numberer, 1, count[s.Part], "")
		}
	}
}

func (s *Section) number(numberer numberer, level, n int, above string) {
	if own, err := strconv.Atoi(s.Number); err == nil && own > 0 {
		n = own
	}
	var below string
	s.Level = level
	s.Number, below = numberer(level, n, above)
	for i := range s.Sections {
		s.Sections[i].number(numberer, level+1, i+1, below)
	}
}

func unnumbered(int, int, string) (number, below string) { return "", "" }

// chapterNumber numbers 一、（一）1.（1）① in Chinese and 1, 1.1, 1.1.1 in English.
func (w *words) chapterNumber(level, n int, above string) (number, below string) {
	switch {
	case w.tag != chinese && level == 1:
		number = strconv.Itoa(n)
	case w.tag != chinese:
		number = above + "." + strconv.Itoa(n)
	case level == 1:
		number = hanNumber(n) + "、"
	case level == 2:
		number = "（" + hanNumber(n) + "）"
	case level == 3:
		number = strconv.Itoa(n) + "."
	case level == 5 && n <= 20:
		number = string(rune('①' + n - 1))
	default:
		number = "（" + strconv.Itoa(n) + "）"
	}
	return number, number
}

// annexNumber numbers 附件1, 一、 in Chinese and Annex 1, (1) in English.
func (w *words) annexNumber(level, n int, above string) (number, below string) {
	switch {
	case level == 1:
		return w.say("annex.number", "n", strconv.Itoa(n)), ""
	case w.tag == chinese:
		return w.chapterNumber(level-1, n, above)
	}
	return "(" + strconv.Itoa(n) + ")", ""
}

// appendixNumber numbers 附录A, A.1 in Chinese and Appendix A, A.1 in English; behind Z in digits.
func (w *words) appendixNumber(level, n int, above string) (number, below string) {
	if level > 1 {
		number = above + "." + strconv.Itoa(n)
		return number, number
	}
	letter := strconv.Itoa(n)
	if n <= 'Z'-'A'+1 {
		letter = string(rune('A' + n - 1))
	}
	return w.say("appendix.number", "letter", letter), letter
}

// hanNumber writes 1 to 99 in Chinese numerals, others in digits.
func hanNumber(n int) string {
	const numerals = "一二三四五六七八九"
	numeral := func(n int) string { return string([]rune(numerals)[n-1]) }
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return numeral(n)
	}
	text := "十"
	if n >= 20 {
		text = numeral(n/10) + text
	}
	if n%10 > 0 {
		text += numeral(n % 10)
	}
	return text
}

// finish numbers sections, tables and charts, makes ids unique and has sections without content say so.
func (w *writer) finish(d *Document) { w.words.finish(d, w.nothing) }

// finish is that for any document; nothing words a section without content, by its id.
func (w *words) finish(d *Document, nothing func(section string) string) {
	w.number(d.Sections)
	f := finisher{w: w, nothing: nothing, ids: map[string]bool{}, next: map[string]int{}, tables: map[string][]string{}}
	f.blocks(d.Blocks)
	f.sections(d.Sections)
	for _, c := range f.charts {
		chart := c.blocks[c.at].(Chart)
		var tables []string
		for _, id := range chart.Tables {
			tables = append(tables, f.tables[id]...)
		}
		chart.Tables = tables
		c.blocks[c.at] = chart
	}
}

type finisher struct {
	w       *words
	nothing func(section string) string
	ids     map[string]bool
	next    map[string]int      // the next number to try behind an id that is taken
	tables  map[string][]string // the ids that tables got, by those that they had
	charts  []chartPlace
	counted struct{ tables, charts int }
}

// chartPlace is where a chart stands.
type chartPlace struct {
	blocks []Block
	at     int
}

func (f *finisher) sections(sections []Section) {
	for i := range sections {
		s := &sections[i]
		s.ID = f.id(s.ID)
		if len(s.Blocks) == 0 && len(s.Sections) == 0 {
			s.Blocks = []Block{Paragraph{Text: f.nothing(s.ID)}}
		}
		f.blocks(s.Blocks)
		f.sections(s.Sections)
	}
}

func (f *finisher) blocks(list []Block) {
	for i := range list {
		switch b := list[i].(type) {
		case Table:
			f.counted.tables++
			own := b.ID
			b.ID = f.id("table-" + own)
			b.Caption = f.w.say("table.caption", "n", strconv.Itoa(f.counted.tables), "caption", b.Caption)
			f.tables[own] = append(f.tables[own], b.ID)
			list[i] = b
		case Chart:
			f.counted.charts++
			b.ID = f.id("figure-" + b.ID)
			b.Caption = f.w.say("figure.caption", "n", strconv.Itoa(f.counted.charts), "caption", b.Caption)
			f.charts = append(f.charts, chartPlace{list, i})
			list[i] = b
		}
	}
}

// id keeps a-z, 0-9, - and . and makes the id unique.
func (f *finisher) id(wanted string) string {
	clean := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '.':
			return r
		}
		return '-'
	}, wanted), "-")
	if clean == "" {
		clean = "part"
	}
	id := clean
	for f.ids[id] {
		f.next[clean] = max(f.next[clean], 1) + 1
		id = clean + "-" + strconv.Itoa(f.next[clean])
	}
	f.ids[id] = true
	return id
}

// nothing says that a section has no content: because the source report gives nothing or, where the part of the plan
// that it shows was not seen, because of that.
func (w *writer) nothing(section string) string {
	part := map[string]string{
		"ch1-basis": "/basis", "ch1-methods": "/procedure/methods", "ch1-stages": "/procedure/reported", "ch2-indicators": "/indicators",
		"ch2-tasks": "/tasks", "ch3-safeguards": "/safeguards", "ch3-dimensions": "/dimensions", "ch4-costs": "/costs",
		"ch4-benefits": "/benefits", "ch4-opinion": "/surveys", "ch5": "/acceptance", "ch6": "/economy", "ch7": "/negatives",
		"ch8-near": "/effects", "ch8-long": "/effects", "annex-2": "/procedure/members", "annex-3": "/departments", "annex-4": "/cases",
	}[section]
	if reason, hidden := w.e.Plan.Hidden(part); hidden && part != "" {
		return w.say("section.unseen", "reason", w.t(reason))
	}
	return w.say("section.nothing")
}

// blocks leaves out what is empty.
func blocks(list ...Block) []Block {
	var rest []Block
	for _, b := range list {
		switch b := b.(type) {
		case nil:
			continue
		case Paragraph:
			if b.Text == "" {
				continue
			}
		case List:
			if len(b.Items) == 0 {
				continue
			}
		case Table:
			if len(b.Rows) == 0 {
				continue
			}
		case Tiles:
			if len(b.Items) == 0 {
				continue
			}
		}
		rest = append(rest, b)
	}
	return rest
}

// items makes a list of texts, leaving out empty ones.
func items(texts ...string) List {
	var l List
	for _, text := range kept(texts) {
		l.Items = append(l.Items, Paragraph{Text: text})
	}
	return l
}

// texts makes a row of cells without a state.
func texts(list ...string) []Cell {
	row := make([]Cell, 0, len(list))
	for _, text := range list {
		row = append(row, Cell{Text: text})
	}
	return row
}
