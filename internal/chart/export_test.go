package chart

// Width returns how wide a text of a size is taken to be.
func Width(text string, size float64) float64 { return style{"", size}.width(text) }

// Wrap returns the lines of a text of a size in a room.
func Wrap(text string, size, room float64) []string { return style{"", size}.wrap(text, room) }

// Balanced returns the lines of a text of a size in a room, of like widths.
func Balanced(text string, size, room float64) []string {
	return style{"", size}.balanced(text, room).lines
}
