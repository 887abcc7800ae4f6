package chart

import "github.com/planeval/planeval/report"

// CSS are the rules for the classes that pictures use. Colours are custom properties, so that a page may set them.
//
// Text: b v bold, h heading, s small, k of an axis, i of minor size, e at its end, m in its middle, o with an outline
// in the page's colour. A letter for the tone (p plain, b beyond, a as asked, s short, u unsettled) follows t in
// classes of text, f of areas, l of lines, c of cells, s of lines of squares; so are dots in squares.
const CSS = `:root{--ink:#1A1F26;--muted:#4A5460;--rule:#C9D0D8;--track:#E6EAEF;--paper:#fff;` +
	`--beyond:#0A4A86;--asked:#3B82BD;--asked-text:#2368A0;--short:#B4530A;--unsettled:#AEB7C2;` +
	`--asked-cell:#CFE2F1;--short-cell:#FBE6D2;--short-line:#F3CDA6;--unsettled-cell:#EDF0F3}
.ch{display:block;overflow:visible;width:100%;height:auto}
.ch.key{display:inline-block;width:30px;height:16px}
.ch text{font-size:14px;fill:var(--ink)}
.ch .b,.ch .v,.ch .h{font-weight:700}
.ch .v{font-size:15px}
.ch .h,.ch .s,.ch .k,.ch .i{font-size:13px}
.ch .h,.ch .s,.ch .k,.ch .tu{fill:var(--muted)}
.ch .e{text-anchor:end}
.ch .m{text-anchor:middle}
.ch .tb,.ch .fb,.ch .cb{fill:var(--beyond)}
.ch .ta{fill:var(--asked-text)}
.ch .fp,.ch .fa{fill:var(--asked)}
.ch .ca{fill:var(--asked-cell)}
.ch .ts,.ch .fs{fill:var(--short)}
.ch .cs{fill:var(--short-cell)}
.ch .fu{fill:var(--unsettled);stroke:var(--muted)}
.ch .cu{fill:var(--unsettled-cell)}
.ch .q{fill:var(--track)}
.ch .lb,.ch .sb{stroke:var(--beyond)}
.ch .lp,.ch .la{stroke:var(--asked-text)}
.ch .sp,.ch .sa{stroke:var(--asked)}
.ch .ls,.ch .ss{stroke:var(--short)}
.ch .y{stroke:var(--short-line);stroke-width:2}
.ch .g{stroke:var(--rule);stroke-width:.8;fill:none}
.ch .lu,.ch .u{stroke:var(--muted)}
.ch .a,.ch .c,.ch .f,.ch .p,.ch .r,.ch .t{stroke:var(--ink);stroke-width:1.6}
.ch .a,.ch .c{stroke-width:1.3}
.ch .p{stroke-width:1.8}
.ch .t{stroke-width:3.2}
.ch .r{stroke-dasharray:3 2.4}
.ch .f{stroke-dasharray:2 3}
.ch .j,.ch .o,.ch .so,.ch .x,.ch .z{stroke:var(--paper);stroke-width:1.5}
.ch .j{stroke-width:3.2;stroke-opacity:.75}
.ch .z{stroke-opacity:.55}
.ch .o{paint-order:stroke;stroke-width:4;stroke-linejoin:round}
.ch .sp,.ch .sa,.ch .sb,.ch .ss{stroke-width:16;stroke-dasharray:16 2}
.ch .so{stroke-width:8;stroke-dasharray:0 18;stroke-linecap:round}
.ch .lp,.ch .la,.ch .lb,.ch .ls,.ch .lu{fill:none;stroke-width:2.6;stroke-linejoin:round}
.ch .d{stroke-width:1.4;stroke-dasharray:5 3}
.ch .n{opacity:.16;stroke:none}
.ch .u{stroke-width:1.6;fill:none}
.ch .c,.ch .w,.ch .tw{fill:var(--paper)}
`

// letter returns what stands for a tone in classes.
func letter(t report.Tone) string {
	switch t {
	case report.Beyond:
		return "b"
	case report.AsAsked:
		return "a"
	case report.Short:
		return "s"
	case report.Unsettled:
		return "u"
	}
	return "p"
}

// word returns a text of a state: the shape of the state's tone, and the text on the same line.
func word(state, text string) string {
	shape := report.ToneOf(state).Shape()
	if shape == "" || text == "" {
		return text
	}
	return shape + "\u00a0" + text
}

// of returns a style in the colour of a state.
func (s style) of(state string) style {
	if tone := report.ToneOf(state); tone != report.Plain {
		return s.with("t" + letter(tone))
	}
	return s
}
