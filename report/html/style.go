package html

import _ "embed" // for the style sheets

//go:embed screen.css
var screenStyle string

//go:embed print.css
var printStyle string
