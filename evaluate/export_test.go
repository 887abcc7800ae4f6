package evaluate

// Overlaps is overlaps, for tests.
func Overlaps(parts []string, path string) bool { return overlaps(parts, path) }
