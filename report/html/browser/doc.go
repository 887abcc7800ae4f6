// Package browser looks at what package html writes as a browser does. A parser of another make reads the pages and finds
// the elements that were meant, whatever the texts hold; and where the environment variable PLANEVAL_CHROMIUM names a
// Chromium, it opens the report of the seed, measures it at the widths of phones, tablets and desks, prints it on A4, and,
// where PLANEVAL_AXE names the file axe.min.js of axe-core, checks that it can be used without sight or mouse. It is a
// module of its own, so that the parser and the browser are not among the requirements of planeval.
package browser
