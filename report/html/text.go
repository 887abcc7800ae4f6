package html

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// title writes the title of the document. After the name of a plan, which ends in 》, a line may end before it ends
// anywhere else, unless the next would begin with punctuation.
func (p *page) title(title string) {
	if title == "" {
		return
	}
	p.raw("<h1>")
	before, after, _ := strings.Cut(title, "》")
	if first, _ := utf8.DecodeRuneInString(after); unicode.IsLetter(first) {
		p.raw("<span>")
		p.text(before + "》")
		p.raw("</span><span>")
		p.text(after)
		p.raw("</span>")
	} else {
		p.text(title)
	}
	p.raw("</h1>")
}

// contents lists sections with links to them. A section without a heading has no words for an entry.
func (p *page) contents(sections []report.Section) {
	opened := false
	for i := range sections {
		s := &sections[i]
		heading := typeset.Join(s.Number, s.Title)
		if heading == "" {
			continue
		}
		if !opened {
			p.raw("<nav><ul>\n")
			opened = true
		}
		p.raw("<li>")
		if s.ID != "" {
			p.raw("<a href=#" + s.ID + ">")
		}
		p.text(heading)
		if s.ID != "" {
			p.raw("</a>")
		}
		p.turn()
	}
	if opened {
		p.raw("</ul></nav>\n")
	}
}

// section writes a section at a depth from 1. Headings follow the depth and not the level, so that none is left out on
// the way down.
func (p *page) section(s *report.Section, depth int) {
	name := strconv.Itoa(min(depth+1, 6))
	heading := typeset.Join(s.Number, s.Title)
	switch {
	case heading == "" && s.ID != "": // an empty heading would be read out
		p.raw("<a id=" + s.ID + "></a>")
	case heading != "":
		p.raw("<h" + name)
		p.id(s.ID)
		p.raw(">")
		p.text(heading)
		p.raw("</h" + name + ">")
	}
	p.turn()
	p.blocks(s.Blocks)
	for i := range s.Sections {
		p.section(&s.Sections[i], depth+1)
	}
}

// id writes the attribute of an ID, which has no character that needs quotes.
func (p *page) id(id string) {
	if id != "" {
		p.raw(" id=")
		p.raw(id)
	}
}

func (p *page) blocks(blocks []report.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			p.paragraph(b)
		case report.List:
			p.list(b)
		case report.Table:
			p.table(&b)
		case report.Tiles:
			p.tiles(b)
		case report.Chart:
			p.figure(&b)
		}
	}
}

func (p *page) paragraph(paragraph report.Paragraph) {
	if paragraph != (report.Paragraph{}) {
		p.raw("<p>")
		p.run(paragraph)
		p.turn()
	}
}

// run writes a paragraph without its frame.
func (p *page) run(paragraph report.Paragraph) {
	if paragraph.Lead != "" {
		p.raw("<b>")
		p.text(paragraph.Lead)
		p.raw("</b>")
		if paragraph.Text != "" {
			p.raw(typeset.LeadSpace(paragraph.Lead))
		}
	}
	p.text(paragraph.Text)
}

// list writes a list; HTML allows none without items.
func (p *page) list(l report.List) {
	if len(l.Items) == 0 {
		return
	}
	name := "ul"
	if l.Numbered {
		name = "ol"
	}
	p.raw("<" + name + ">\n")
	for _, item := range l.Items {
		p.raw("<li>")
		p.run(item)
		p.turn()
	}
	p.raw("</" + name + ">\n")
}

// notes writes the notes below a table or picture.
func (p *page) notes(notes []string) {
	for _, note := range notes {
		if note != "" {
			p.raw("<p class=n>")
			p.text(note)
			p.turn()
		}
	}
}

// tiles writes the figures that answer first.
func (p *page) tiles(t report.Tiles) {
	if len(t.Items) == 0 {
		return
	}
	p.raw("<ul class=tiles>\n")
	for _, tile := range t.Items {
		p.raw("<li")
		p.tone(tile.State)
		p.raw("><b>")
		p.text(tile.Figure)
		if tile.Unit != "" {
			p.raw("<small>")
			p.text(tile.Unit)
			p.raw("</small>")
		}
		p.raw("</b> <span>")
		p.text(tile.Label)
		p.raw("</span>")
		if tile.Note != "" {
			p.raw(" <small>")
			p.text(tile.Note)
			p.raw("</small>")
		}
		p.turn()
	}
	p.raw("</ul>\n")
}

// tones are the classes of the tones, by [report.Tone].
var tones = [...]string{report.Beyond: " class=b", report.AsAsked: " class=a", report.Short: " class=s", report.Unsettled: " class=u"}

// tone writes the class of a state, by which the style sheet gives it a shape and a colour.
func (p *page) tone(state string) { p.raw(tones[report.ToneOf(state)]) }
