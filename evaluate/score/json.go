package score

import (
	"encoding/json"

	"github.com/planeval/planeval/indicator"
)

// MarshalJSON writes the column with the figures, which are not read back.
func (c Column) MarshalJSON() ([]byte, error) {
	type plain Column // without this method
	return json.Marshal(struct {
		plain
		Figures []indicator.Figure `json:"figures,omitempty"`
	}{plain(c), c.Figures})
}

// MarshalJSON writes the sheet, the data, weights and totals, and the score of every node and bonus for every unit. It is for
// readers: a result is not read back but computed again.
func (r *Result) MarshalJSON() ([]byte, error) {
	type scores struct {
		Code   string             `json:"code"`
		Scores []indicator.Number `json:"scores"` // in the order of the units
	}
	list := make([]scores, 0, len(r.nodes)+len(r.bonuses))
	for _, nodes := range [][]node{r.nodes, r.bonuses} {
		for i := range nodes {
			s := scores{nodes[i].Code, make([]indicator.Number, len(r.Totals))}
			for u := range s.Scores {
				s.Scores[u] = nodes[i].column.number(u)
			}
			list = append(list, s)
		}
	}
	return json.Marshal(struct {
		Sheet   Sheet     `json:"sheet"`
		Data    Data      `json:"data"`
		Float   bool      `json:"float,omitempty"`
		Weights []Weights `json:"weights"`
		Totals  []Total   `json:"totals"`
		Scores  []scores  `json:"scores"`
	}{r.Sheet, r.Data, r.Float, r.Weights, r.Totals, list})
}
