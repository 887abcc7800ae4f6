package evaluate

// Below is below, for tests.
func Below(above, path string) bool { return below(above, path) }
