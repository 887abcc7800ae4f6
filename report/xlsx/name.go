package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/xuri/excelize/v2"
)

// legal puts the characters of full width in the place of those that no sheet's name may have.
var legal = strings.NewReplacer("[", "［", "]", "］", ":", "：", "*", "＊", "?", "？", "/", "／", `\`, "＼", "\n", " ")

// sheetName makes a title the name of a sheet: at most 31 characters, without those that Excel keeps for itself, and other
// than all names before it, also where case is ignored. It is false where nothing is left of the title.
func (b *workbook) sheetName(title string) (string, bool) {
	name := strings.Trim(legal.Replace(typeset.Clean(title)), "' ")
	if name == "" {
		return "", false
	}
	unique := cut(name, "")
	for n := 2; b.names[strings.ToLower(unique)]; n++ {
		unique = cut(name, fmt.Sprintf(" (%d)", n))
	}
	b.names[strings.ToLower(unique)] = true
	return unique, true
}

// cut shortens a name so that it has room for the end.
func cut(name, end string) string {
	most := excelize.MaxSheetNameLength - len(end)
	if utf16Len(name) <= most {
		return name + end
	}
	most-- // for the ellipsis
	length := 0
	for i, r := range name {
		if length += utf16.RuneLen(r); length > most {
			return strings.TrimRight(name[:i], " '") + "…" + end
		}
	}
	return name + end
}

// utf16Len is the length of a text as Excel counts it.
func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// unnumbered returns a caption without the number before it, which ends in a space of full width or in a full stop.
func unnumbered(caption string) string {
	for _, end := range []string{"\u3000", ". "} {
		if _, title, ok := strings.Cut(caption, end); ok && title != "" {
			return title
		}
	}
	return caption
}
