package docx

import (
	"strconv"

	"github.com/planeval/planeval/report"
)

// The parts beside the text that are the same in every document, and those that hold little of it.

const (
	relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageNS     = "http://schemas.openxmlformats.org/package/2006/"
	wordNS        = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	wordType      = "application/vnd.openxmlformats-officedocument.wordprocessingml."

	contentTypes = `<Types xmlns="` + packageNS + `content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="png" ContentType="image/png"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="` + wordType + `settings+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="` + wordType + `numbering+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="` + wordType + `footer+xml"/>` +
		`<Override PartName="/word/footer2.xml" ContentType="` + wordType + `footer+xml"/>` +
		`</Types>`

	packageRelations = `<Relationships xmlns="` + packageNS + `relationships">` +
		`<Relationship Id="rId1" Type="` + relationTypes + `officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="` + packageNS + `relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`</Relationships>`

	// Mode 15 is that of Word 2013 and later; without it Word opens the file as one of an old version.
	settings = `<w:settings` + wordNS + `><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>` +
		`<w:characterSpacingControl w:val="compressPunctuation"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`</w:settings>`
)

// core writes the properties: the title alone, for all others would change from day to day.
func (x *markup) core(d report.Document) {
	x.raw(`<cp:coreProperties xmlns:cp="`, packageNS, `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`)
	x.attribute(d.Title)
	x.raw(`</dc:title></cp:coreProperties>`)
}

// The ids of the relations of the document; those of the pictures follow.
const (
	oddFooter    = "rId4"
	evenFooter   = "rId5"
	firstPicture = 6
)

// relations writes what the document refers to.
func (x *markup) relations(pictures int) {
	x.raw(`<Relationships xmlns="`, packageNS, `relationships">`,
		`<Relationship Id="rId1" Type="`, relationTypes, `settings" Target="settings.xml"/>`,
		`<Relationship Id="rId2" Type="`, relationTypes, `styles" Target="styles.xml"/>`,
		`<Relationship Id="rId3" Type="`, relationTypes, `numbering" Target="numbering.xml"/>`,
		`<Relationship Id="`, oddFooter, `" Type="`, relationTypes, `footer" Target="footer1.xml"/>`,
		`<Relationship Id="`, evenFooter, `" Type="`, relationTypes, `footer" Target="footer2.xml"/>`)
	for i := range pictures {
		x.raw(`<Relationship Id="rId`, strconv.Itoa(firstPicture+i), `" Type="`, relationTypes, `image" Target="`, mediaName(i)[len("word/"):], `"/>`)
	}
	x.raw(`</Relationships>`)
}

// footer writes the page number at a side: — 1 —, and in English the number alone.
func (x *markup) footer(l layout, side string) {
	before, after := "", ""
	if l.chinese {
		before, after = "— ", " —"
	}
	x.raw(`<w:ftr`, wordNS, `><w:p><w:pPr><w:pStyle w:val="Footer"/>`)
	if l.chinese { // a character in from the edge
		x.raw(`<w:ind w:`, side, `Chars="100" w:`, side, `="`, strconv.Itoa(l.fonts[Page].Size*10), `"/>`)
	}
	x.raw(`<w:jc w:val="`, side, `"/></w:pPr>`)
	x.run("", before)
	x.raw(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>`,
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`)
	x.run("", after)
	x.raw(`</w:p></w:ftr>`)
}

// The numberings, abstract and of unnumbered lists; those of numbered lists follow.
const (
	bullets       = 1
	decimals      = 2
	firstNumbered = 2
)

// numbering writes the numbering of lists; each numbered list begins at 1.
func (x *markup) numbering(l layout, lists int) {
	x.raw(`<w:numbering`, wordNS, `>`)
	hang := strconv.Itoa(l.fonts[Body].Size * 15)
	left := strconv.Itoa(l.indent() + l.fonts[Body].Size*15)
	for _, a := range []struct {
		id           int
		format, text string
	}{{bullets, "bullet", "•"}, {decimals, "decimal", "%1."}} {
		x.raw(`<w:abstractNum w:abstractNumId="`, strconv.Itoa(a.id), `"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>`,
			`<w:numFmt w:val="`, a.format, `"/><w:lvlText w:val="`, a.text, `"/><w:lvlJc w:val="left"/>`,
			`<w:pPr><w:ind w:left="`, left, `" w:hanging="`, hang, `"/></w:pPr></w:lvl></w:abstractNum>`)
	}
	x.raw(`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`)
	for i := range lists {
		x.raw(`<w:num w:numId="`, strconv.Itoa(firstNumbered+i), `"><w:abstractNumId w:val="2"/>`,
			`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`)
	}
	x.raw(`</w:numbering>`)
}
