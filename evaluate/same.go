package evaluate

import "golang.org/x/text/unicode/norm"

// same reports whether two codes or names are the same after Unicode normalisation.
func same(a, b string) bool { return a == b || norm.NFC.String(a) == norm.NFC.String(b) }
