package xlsx

import (
	"bytes"
	"encoding/xml"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
)

// The properties of a workbook are those of its document. It has no dates and no author: a renderer knows neither.
const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	appProperties = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`
)

func coreProperties(d report.Document) []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/">`)
	for _, property := range []struct{ name, text string }{{"dc:title", d.Title}, {"dc:subject", d.Subtitle}, {"dc:language", d.Language}} {
		if property.text != "" {
			b.WriteString("<" + property.name + ">")
			_ = xml.EscapeText(&b, []byte(typeset.Clean(property.text))) // a buffer takes all
			b.WriteString("</" + property.name + ">")
		}
	}
	b.WriteString("</cp:coreProperties>")
	return b.Bytes()
}
