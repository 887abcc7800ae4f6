package docx_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/docx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// with returns the parts of a document that is written with options.
func with(t *testing.T, language string, o docx.Options) (styles, body string) {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, docx.Write(&b, report.Document{Language: language}, o))
	found := parts(t, b.Bytes())
	return string(found["word/styles.xml"]), string(found["word/document.xml"])
}

// styleOf returns what a style of paragraphs says.
func styleOf(t *testing.T, styles, id string) string {
	t.Helper()
	_, style, found := strings.Cut(styles, `w:styleId="`+id+`"`)
	require.True(t, found, id)
	style, _, _ = strings.Cut(style, "</w:style>")
	return style
}

// The layout of GB/T 9704: margins of 37, 35, 28 and 26 mm, 22 lines of 28 characters of 16 pt on a page, and its fonts.
// A millimetre is 56.69 twentieths of a point.
func TestOfficialLayout(t *testing.T) {
	styles, body := with(t, "zh-Hans", docx.Options{})
	assert.Contains(t, body, `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" `)
	assert.Contains(t, body, `<w:docGrid w:type="lines" w:linePitch="579"/>`)
	text := styleOf(t, styles, "BodyText")
	assert.Contains(t, text, `w:line="579" w:lineRule="exact"`)
	assert.Contains(t, text, `<w:ind w:firstLineChars="200" w:firstLine="640"/>`)
	assert.Contains(t, text, `w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"`)
	assert.NotContains(t, strings.ReplaceAll(styles, `<w:rFonts w:hint="eastAsia" `, ""), "<w:rFonts", "“ and … are Chinese")
	assert.Contains(t, text, `<w:spacing w:val="-5"/><w:sz w:val="32"/>`, "28 characters of 15.75 pt in 442.25 pt")
	for id, want := range map[string]string{
		"Title": `w:eastAsia="方正小标宋简体"`, "Heading1": `w:eastAsia="黑体"`, "Heading2": `w:eastAsia="楷体_GB2312"`,
		"Heading3": `w:eastAsia="仿宋_GB2312" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:b/>`, "Footer": `w:ascii="宋体" w:eastAsia="宋体"`,
	} {
		assert.Contains(t, styleOf(t, styles, id), want, id)
	}
	assert.Contains(t, styleOf(t, styles, "Title"), `<w:sz w:val="44"/>`)
	assert.Contains(t, styleOf(t, styles, "Footer"), `<w:sz w:val="28"/>`)
	for _, id := range []string{"TableText", "TableTextSmall", "TableTextTiny", "TableTextHead"} {
		assert.Contains(t, styleOf(t, styles, id), `<w:snapToGrid w:val="0"/>`, id)
	}
}

func TestEnglishLayout(t *testing.T) {
	styles, body := with(t, "en", docx.Options{})
	assert.NotContains(t, body, "docGrid")
	assert.NotContains(t, styles, "w:hint")
	text := styleOf(t, styles, "BodyText")
	assert.NotContains(t, text, "firstLine")
	assert.Contains(t, text, `w:line="340" w:lineRule="exact"`)
	assert.Contains(t, text, `<w:sz w:val="24"/>`)
}

// What options say takes the place of a default, and what they leave out does not.
func TestOptions(t *testing.T) {
	styles, body := with(t, "zh-Hans", docx.Options{
		Fonts:   map[docx.Style]docx.Font{docx.Body: {EastAsia: "仿宋", Size: 30}, docx.Title: {Latin: `A&"B`}},
		Margins: docx.Margins{Top: 25, Right: 20}, Pitch: 560,
	})
	assert.Contains(t, body, `<w:pgMar w:top="1417" w:right="1134" w:bottom="1984" w:left="1587" `)
	text := styleOf(t, styles, "BodyText")
	assert.Contains(t, text, `w:ascii="Times New Roman" w:eastAsia="仿宋"`)
	assert.Contains(t, text, `<w:sz w:val="30"/>`)
	assert.Contains(t, text, `w:line="560"`)
	assert.Contains(t, text, `w:firstLine="600"`)
	assert.Contains(t, styleOf(t, styles, "Title"), `w:ascii="A&amp;&quot;B" w:eastAsia="方正小标宋简体"`)
}

// The limits themselves are within.
func TestLimitsOfOptions(t *testing.T) {
	for _, o := range []docx.Options{
		{Fonts: map[docx.Style]docx.Font{docx.Body: {Size: 10}, docx.Table: {Size: 144}}, Margins: docx.Margins{Top: 5, Bottom: 5, Left: 5, Right: 5}, Pitch: 200},
		{Fonts: map[docx.Style]docx.Font{docx.Body: {Size: 144}, docx.Table: {Size: 10}}, Margins: docx.Margins{Top: 60, Bottom: 60, Left: 60, Right: 60}, Pitch: 2000},
	} {
		var b bytes.Buffer
		require.NoError(t, docx.Write(&b, everything(), o))
		for name, part := range parts(t, b.Bytes()) {
			if strings.HasSuffix(name, ".xml") {
				assert.NoError(t, misplaced(part), name)
			}
		}
		body := parts(t, b.Bytes())["word/document.xml"]
		for _, width := range attributes(t, body, "gridCol", "w") {
			assert.NotEqual(t, "-", width[:1])
			assert.NotEqual(t, "0", width)
		}
	}
}
