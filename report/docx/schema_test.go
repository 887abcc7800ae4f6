package docx_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// orders are the children of elements in the order that the schemas demand, as far as it concerns what this package
// might write: ECMA-376, Part 4 (transitional), wml.xsd, dml-wordprocessingDrawing.xsd, dml-main.xsd, dml-picture.xsd;
// Part 2, the schemas of packages. Names with a "*" that stand side by side may come in any order and number; a "+" parts them.
var orders = map[string]string{
	// wml.xsd
	"document":    "background body",
	"body":        "*p *tbl sectPr",
	"p":           "pPr *r *hyperlink *fldSimple *bookmarkStart *bookmarkEnd",
	"r":           "rPr *t *br *tab *drawing *fldChar *instrText",
	"pPr":         pPr + " rPr sectPr pPrChange",
	"numPr":       "ilvl numId",
	"tabs":        "*tab",
	"rPr":         "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
	"tbl":         "tblPr tblGrid *tr",
	"tblPr":       "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
	"tblGrid":     "*gridCol",
	"tblBorders":  "top left bottom right insideH insideV",
	"tblCellMar":  "top left bottom right",
	"tr":          "tblPrEx trPr *tc",
	"trPr":        "*cnfStyle *gridBefore *gridAfter *cantSplit *trHeight *tblHeader *jc",
	"tc":          "tcPr *p *tbl",
	"tcPr":        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
	"sectPr":      "*headerReference *footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
	"ftr":         "*p *tbl",
	"styles":      "docDefaults latentStyles *style",
	"docDefaults": "rPrDefault pPrDefault",
	"rPrDefault":  "rPr",
	"pPrDefault":  "pPr",
	"style":       "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr *tblStylePr",
	"numbering":   "numPicBullet + *abstractNum + *num numIdMacAtCleanup",
	"abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink *lvl",
	"lvl":         "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
	"num":         "abstractNumId *lvlOverride",
	"lvlOverride": "startOverride lvl",
	"settings":    "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders drawingGridHorizontalSpacing characterSpacingControl footnotePr endnotePr compat rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
	"compat":      "*compatSetting",

	// dml-wordprocessingDrawing.xsd, dml-main.xsd, dml-picture.xsd
	"drawing":     "*inline *anchor",
	"inline":      "extent effectExtent docPr cNvGraphicFramePr graphic",
	"graphic":     "graphicData",
	"graphicData": "pic",
	"pic":         "nvPicPr blipFill spPr",
	"nvPicPr":     "cNvPr cNvPicPr",
	"blipFill":    "blip srcRect stretch",
	"stretch":     "fillRect",
	"spPr":        "xfrm prstGeom noFill ln",
	"xfrm":        "off ext",
	"prstGeom":    "avLst",

	// Packages.
	"Types":          "*Default *Override",
	"Relationships":  "*Relationship",
	"coreProperties": "*title",
}

const pPr = "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"

// ranks returns the place of each child of an element in its order.
func ranks(element string) map[string]int {
	found, rank := map[string]int{}, 0
	free := false
	for name := range strings.FieldsSeq(orders[element]) {
		name, any := strings.CutPrefix(name, "*")
		if !any || !free {
			rank++
		}
		free = any
		found[name] = rank
	}
	return found
}

// misplaced returns the first child that the schemas do not have at its place.
func misplaced(part []byte) error {
	type open struct {
		name string
		last int
		seen map[string]bool
	}
	var path []open
	decoder := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(path) > 0 {
				parent := &path[len(path)-1]
				rank, known := ranks(parent.name)[token.Name.Local]
				single := !strings.Contains(" "+orders[parent.name]+" ", " *"+token.Name.Local+" ")
				switch {
				case !known:
					return fmt.Errorf("%s in %s", token.Name.Local, parent.name)
				case rank < parent.last:
					return fmt.Errorf("%s too late in %s", token.Name.Local, parent.name)
				case single && parent.seen[token.Name.Local]:
					return fmt.Errorf("%s twice in %s", token.Name.Local, parent.name)
				}
				parent.last = rank
				parent.seen[token.Name.Local] = true
			}
			path = append(path, open{name: token.Name.Local, seen: map[string]bool{}})
		case xml.EndElement:
			path = path[:len(path)-1]
		}
	}
}

func TestChildrenStandInTheOrderOfTheSchemas(t *testing.T) {
	for name, d := range documents(t) {
		t.Run(name, func(t *testing.T) {
			for name, part := range parts(t, write(t, d)) {
				if path.Ext(name) != ".png" {
					assert.NoError(t, misplaced(part), name)
				}
			}
		})
	}
}

// The check finds what it is there for.
func TestMisplaced(t *testing.T) {
	for markup, want := range map[string]string{
		`<pPr><jc/><spacing/></pPr>`:                  "spacing too late in pPr",
		`<rPr><sz/><color/></rPr>`:                    "color too late in rPr",
		`<pPr><jc/><jc/></pPr>`:                       "jc twice in pPr",
		`<tcPr><vAlign/><shd/></tcPr>`:                "shd too late in tcPr",
		`<tbl><tblGrid/><tblPr/></tbl>`:               "tblPr too late in tbl",
		`<numbering><num/><abstractNum/></numbering>`: "abstractNum too late in numbering",
		`<r><t/><rPr/></r>`:                           "rPr too late in r",
		`<body><sectPr/><p/></body>`:                  "p too late in body",
		`<p><tbl/></p>`:                               "tbl in p",
	} {
		assert.EqualError(t, misplaced([]byte(markup)), want, markup)
	}
	assert.NoError(t, misplaced([]byte(`<body><p/><tbl/><p/><sectPr/></body>`)))
}

// Word opens no file where a cell or the text ends in a table, and makes one table of two that touch.
func TestTablesAreFollowedByParagraphs(t *testing.T) {
	for name, d := range documents(t) {
		body := string(parts(t, write(t, d))["word/document.xml"])
		for after := range slices.Values(strings.Split(body, "</w:tbl>")[1:]) {
			require.True(t, strings.HasPrefix(after, "<w:p>"), "%s: %.60s", name, after)
		}
		for before := range slices.Values(strings.Split(body, "</w:tc>")) {
			require.False(t, strings.HasSuffix(before, "</w:tcPr>"), "%s: a cell without a paragraph", name)
		}
	}
}

// What refers to a style, a numbering or a column has one.
func TestReferences(t *testing.T) {
	for name, d := range documents(t) {
		t.Run(name, func(t *testing.T) {
			found := parts(t, write(t, d))
			styles := attributes(t, found["word/styles.xml"], "style", "styleId")
			assert.Len(t, slices.Compact(slices.Sorted(slices.Values(styles))), len(styles), "ids of styles")
			for _, element := range []string{"pStyle", "rStyle", "tblStyle"} {
				for _, id := range attributes(t, found["word/document.xml"], element, "val") {
					require.Contains(t, styles, id)
				}
			}
			for _, id := range attributes(t, found["word/document.xml"], "numId", "val") {
				require.Contains(t, attributes(t, found["word/numbering.xml"], "num", "numId"), id)
			}
			for table := range slices.Values(strings.Split(string(found["word/document.xml"]), "<w:tbl>")[1:]) {
				table, _, _ = strings.Cut(table, "</w:tbl>")
				columns := strings.Count(table, "<w:gridCol ")
				for row := range slices.Values(strings.Split(table, "<w:tr>")[1:]) {
					if strings.Contains(row, "<w:gridSpan ") {
						require.Contains(t, row, fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, columns))
						continue
					}
					require.Equal(t, columns, strings.Count(row, "<w:tc>"))
				}
			}
		})
	}
}
