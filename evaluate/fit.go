package evaluate

// FitResult is how a statistic of science and technology grew beside one of the economy, 符合程度.
type FitResult struct {
	Science string `json:"science"` // JSON Pointers into the plan
	Economy string `json:"economy"`
	Comparison
}

// computeFit sets every statistic of science beside every other of the economy.
func computeFit(e *Evaluation) []FitResult {
	results := []FitResult{}
	for i, science := range e.Economy {
		for j, economy := range e.Economy {
			if e.Plan.Economy[i].Science && !e.Plan.Economy[j].Science {
				results = append(results, FitResult{science.Path, economy.Path, compare(science.side(e.AsOf), economy.side(e.AsOf))})
			}
		}
	}
	return results
}
