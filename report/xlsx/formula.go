package xlsx

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// operators are those of a figure's expression and of a cell's formula.
var operators = map[rune]string{'(': "(", ')': ")", '+': "+", '−': "-", '×': "*", '÷': "/", '^': "^"}

// cellFormula returns a figure's expression as the formula of a cell, with references to cells in the place of its
// symbols. It is false where the expression has a symbol without a cell, or what no formula can say, such as an equation.
func cellFormula(expression string, cells map[string]string) (string, bool) {
	var b strings.Builder
	for rest := expression; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		word := rest[:size+len(rest[size:])-len(strings.TrimLeft(rest[size:], "0123456789"))]
		switch {
		case r == ' ':
			word = " "
		case operators[r] != "":
			b.WriteString(operators[r])
			word = string(r)
		case strings.HasPrefix(rest, "ln ("):
			b.WriteString("LN")
			word = "ln "
		case '0' <= r && r <= '9':
			b.WriteString(word)
		case unicode.IsLetter(r) && cells[word] != "":
			b.WriteString(cells[word])
		default:
			return "", false
		}
		rest = rest[len(word):]
	}
	return b.String(), b.Len() > 0
}
