package docx

import (
	"strconv"

	"github.com/planeval/planeval/report"
)

// style is a style of paragraphs.
type style struct {
	id, name  string
	font      Style
	size      int // in half points; 0: that of the font
	bold      bool
	paragraph string // the properties of paragraphs, in the order of the schema
}

// headingLevels is how many levels of headings Word has.
const headingLevels = 9

// tableSizes are the sizes that tables take in turn when they are wide, in half points below that of the font.
var tableSizes = [...]int{0, 3, 6}

// smallest is the last of tableSizes.
const smallest = len(tableSizes) - 1

// tableStyle returns the id of the style of a table's cells in one of the sizes.
func tableStyle(size int) string {
	return [...]string{"TableText", "TableTextSmall", "TableTextTiny"}[size]
}

// styles writes the styles. In Chinese the fonts of Chinese have the characters that both scripts use, such as “ and ….
func (x *markup) styles(l layout) {
	x.raw(`<w:styles`, wordNS, `><w:docDefaults><w:rPrDefault><w:rPr>`)
	x.font(l.fonts[Body], false, 0, l.chinese)
	x.raw(`<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`)
	// Word hangs punctuation unless told otherwise, so for it overflowPunct changes nothing. LibreOffice 7.4 takes it for its
	// opposite, and that keeps every mark on the page: of justified lines with hanging punctuation it leaves some marks out.
	x.raw(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:overflowPunct/></w:pPr></w:style>`)
	for _, s := range paragraphStyles(l) {
		x.style(l, s)
	}
	x.raw(`<w:style w:type="character" w:customStyle="1" w:styleId="Lead"><w:name w:val="Lead"/><w:rPr><w:b/></w:rPr></w:style>`)
	x.raw(`<w:style w:type="character" w:customStyle="1" w:styleId="Unit"><w:name w:val="Unit"/><w:rPr><w:b w:val="0"/><w:sz w:val="`,
		strconv.Itoa(l.fonts[Table].Size), `"/></w:rPr></w:style>`)
	for _, tone := range []report.Tone{report.Beyond, report.AsAsked, report.Short, report.Unsettled} {
		x.raw(`<w:style w:type="character" w:customStyle="1" w:styleId="`, tone.String(), `"><w:name w:val="`, tone.String(),
			`"/><w:rPr><w:color w:val="`, words(tone).hex(), `"/></w:rPr></w:style>`)
	}
	x.raw(`<w:style w:type="character" w:customStyle="1" w:styleId="OnDark"><w:name w:val="OnDark"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>`)
	x.raw(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>`,
		`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>`, cellMargins(cellMargin), `</w:tblPr></w:style>`)
	x.tableStyle("ReportTable", `<w:left w:val="nil"/>`, `<w:right w:val="nil"/>`, `<w:insideV w:val="single" w:sz="4" w:space="0" w:color="BFC5CC"/>`)
	x.tableStyle("ReportChart", "", "", "")
	x.raw(`</w:styles>`)
}

// tableStyle writes a style of tables with strong lines above and below, thin ones between rows and others as given.
func (x *markup) tableStyle(id, left, right, insideV string) {
	x.raw(`<w:style w:type="table" w:customStyle="1" w:styleId="`, id, `"><w:name w:val="`, id, `"/><w:basedOn w:val="TableNormal"/>`,
		`<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="1A1F26"/>`, left,
		`<w:bottom w:val="single" w:sz="12" w:space="0" w:color="1A1F26"/>`, right,
		`<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFC5CC"/>`, insideV, `</w:tblBorders>`, cellMargins(cellMargin), `</w:tblPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>`)
}

// paragraphStyles are the styles of paragraphs beside that of headings.
func paragraphStyles(l layout) []style {
	exact := func(line, before, after int) string {
		return `<w:spacing w:before="` + strconv.Itoa(before) + `" w:after="` + strconv.Itoa(after) + `" w:line="` + strconv.Itoa(line) + `" w:lineRule="exact"/>`
	}
	auto := func(line, before, after int) string {
		return `<w:snapToGrid w:val="0"/><w:spacing w:before="` + strconv.Itoa(before) + `" w:after="` + strconv.Itoa(after) + `" w:line="` + strconv.Itoa(line) + `" w:lineRule="auto"/>`
	}
	indent, justify, beforeHeading, afterText := "", "", 160, 120
	if l.chinese {
		indent = `<w:ind w:firstLineChars="200" w:firstLine="` + strconv.Itoa(l.indent()) + `"/>`
		justify, beforeHeading, afterText = `<w:jc w:val="both"/>`, 0, 0
	}
	const center, keep = `<w:jc w:val="center"/>`, keepNext + `<w:keepLines/>`
	titlePitch := max(l.fonts[Title].Size*10*8/5, l.pitch)
	styles := []style{
		{id: "BodyText", name: "Body Text", font: Body, paragraph: exact(l.pitch, 0, afterText) + indent + justify},
		{id: "ListLead", name: "List Lead", font: Body, paragraph: keepNext + exact(l.pitch, 0, afterText) + indent + justify},
		{id: "ListText", name: "List Text", font: Body, paragraph: `<w:numPr><w:numId w:val="` + strconv.Itoa(bullets) + `"/></w:numPr>` + exact(l.pitch, 0, afterText/2) + justify},
		{id: "Title", name: "Title", font: Title, bold: !l.chinese, paragraph: keep + exact(titlePitch, l.pitch, 0) + center},
		{id: "Subtitle", name: "Subtitle", font: Heading2, size: l.fonts[Body].Size, paragraph: keep + exact(l.pitch, l.pitch/4, l.pitch) + center},
	}
	for i := range headingLevels {
		n := strconv.Itoa(i + 1)
		font := [...]Style{Heading1, Heading2, Heading3}[min(i, 2)]
		styles = append(styles, style{
			id: "Heading" + n, name: "heading " + n, font: font, bold: !l.chinese || font == Heading3,
			paragraph: keep + exact(max(l.pitch, l.fonts[font].Size*12), beforeHeading, afterText/2) + indent + `<w:outlineLvl w:val="` + strconv.Itoa(i) + `"/>`,
		})
	}
	size := l.fonts[Table].Size
	styles = append(styles,
		style{id: "Caption", name: "caption", font: Caption, bold: !l.chinese, paragraph: keep + auto(240, 160, 80) + center},
		style{id: "Legend", name: "Legend", font: Note, paragraph: keep + auto(288, 0, 60) + center},
		style{id: "Note", name: "Note", font: Note, paragraph: auto(264, 60, 0) + justify},
		style{id: "TableGap", name: "Table Gap", font: Note, size: 8, paragraph: `<w:snapToGrid w:val="0"/>` + exact(160, 0, 0)},
		style{id: "TileFigure", name: "Tile Figure", font: Heading1, size: l.fonts[Title].Size, bold: true, paragraph: keep + auto(240, 80, 0)},
		style{id: "TileLabel", name: "Tile Label", font: Table, paragraph: auto(240, 0, 40)},
		style{id: "TileNote", name: "Tile Note", font: Note, paragraph: auto(240, 0, 60)},
		style{id: "Axis", name: "Axis", font: Table, size: max(size-6, 12), paragraph: auto(240, 20, 20)},
		style{id: "Footer", name: "footer", font: Page, paragraph: `<w:snapToGrid w:val="0"/>`},
	)
	for i, less := range tableSizes {
		id := tableStyle(i)
		styles = append(styles,
			style{id: id, name: id, font: Table, size: max(size-less, minSize), paragraph: auto(252, 30, 30)},
			style{id: id + "Head", name: id + "Head", font: Caption, size: max(size-less, minSize), bold: !l.chinese, paragraph: keepNext + auto(252, 30, 30) + center},
			style{id: id + "Group", name: id + "Group", font: Caption, size: max(size-less, minSize), bold: !l.chinese, paragraph: keepNext + auto(252, 30, 30)})
	}
	return styles
}

func (x *markup) style(l layout, s style) {
	x.raw(`<w:style w:type="paragraph"`)
	if !builtIn(s.id) {
		x.raw(` w:customStyle="1"`)
	}
	x.raw(` w:styleId="`, s.id, `"><w:name w:val="`, s.name, `"/><w:basedOn w:val="Normal"/>`)
	if builtIn(s.id) && s.id != "Footer" && s.id != "BodyText" && s.id != "Caption" {
		x.raw(`<w:next w:val="BodyText"/>`)
	}
	x.raw(`<w:qFormat/><w:pPr>`, s.paragraph, `</w:pPr><w:rPr>`)
	font := l.fonts[s.font]
	if s.size > 0 {
		font.Size = s.size
	}
	space := 0
	if l.chinese && s.font == Body {
		space = l.characterSpace()
	}
	x.font(font, s.bold, space, l.chinese)
	x.raw(`</w:rPr></w:style>`)
}

// builtIn says whether Word knows a style by its name.
func builtIn(id string) bool {
	switch id {
	case "BodyText", "Title", "Subtitle", "Caption", "Footer":
		return true
	}
	return len(id) == len("Heading1") && id[:len("Heading")] == "Heading"
}

// font writes the properties of characters that are set apart by space.
func (x *markup) font(f Font, bold bool, space int, chinese bool) {
	x.raw(`<w:rFonts `)
	if chinese {
		x.raw(`w:hint="eastAsia" `)
	}
	x.raw(`w:ascii="`)
	x.attribute(f.Latin)
	x.raw(`" w:eastAsia="`)
	x.attribute(f.EastAsia)
	x.raw(`" w:hAnsi="`)
	x.attribute(f.Latin)
	x.raw(`" w:cs="`)
	x.attribute(f.Latin)
	x.raw(`"/>`)
	if bold {
		x.raw(`<w:b/>`)
	}
	if space != 0 {
		x.raw(`<w:spacing w:val="`, strconv.Itoa(space), `"/>`)
	}
	size := strconv.Itoa(f.Size)
	x.raw(`<w:sz w:val="`, size, `"/><w:szCs w:val="`, size, `"/>`)
}
