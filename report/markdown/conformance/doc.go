// Package conformance reads what package markdown writes with a parser of another make, goldmark with its GFM extension,
// and compares every heading, paragraph, list item and cell with the text that went in. It is a module of its own, so
// that the parser is not among the requirements of planeval.
package conformance
