package report

import (
	"strconv"
	"strings"

	"github.com/planeval/planeval/evaluate"
)

// bases words what demands a rule: the document with its number and clause, and whether that rests on general
// knowledge.
func (w *writer) bases(list []evaluate.Basis) string {
	var parts []string
	for _, b := range list {
		var remarks []string
		if b.Pack == evaluate.OwnScheme && b.Clause == "" {
			remarks = append(remarks, w.say("basis.no-clause"))
		}
		if b.General {
			remarks = append(remarks, w.say("basis.general"))
		}
		name := w.word("pack", string(b.Pack), "")
		if d := b.Pack.Document(); d.Title != "" {
			name = w.word("pack-title", string(b.Pack), "") + w.paren(w.word("pack-number", string(b.Pack), ""))
		}
		if b.Clause != "" {
			name = w.say("basis.clause", "document", name, "clause", w.clause(b.Clause))
		}
		parts = append(parts, name+w.paren(w.remarks(remarks...)))
	}
	return or(w.clauses(parts...), missing)
}

// clause words a clause such as 第三十六条第一款, in English article 36, paragraph 1; one of another form is a text of the
// plan.
func (w *words) clause(clause string) string {
	if w.tag == chinese {
		return clause
	}
	var parts []string
	for rest := clause; rest != ""; {
		kind, n, after, ok := clausePart(rest)
		if !ok {
			return w.t(clause)
		}
		parts = append(parts, w.word("clause", kind, "")+" "+strconv.Itoa(n))
		rest = after
	}
	return w.list(parts...)
}

// clausePart reads what a clause begins with, such as 第三十六条: its kind and number, and what follows.
func clausePart(clause string) (kind string, n int, rest string, ok bool) {
	clause, ok = strings.CutPrefix(clause, "第")
	if !ok {
		return "", 0, "", false
	}
	for n = 1; n <= 99; n++ {
		for mark, kind := range map[string]string{"条": "article", "款": "paragraph", "项": "item"} {
			if rest, ok := strings.CutPrefix(clause, hanNumber(n)+mark); ok {
				return kind, n, rest, true
			}
		}
	}
	return "", 0, "", false
}
