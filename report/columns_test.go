package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRowsAreGroupedWhereThereAreFewGroups(t *testing.T) {
	table := func(first ...string) Table {
		var list Table
		for _, name := range first {
			list.Rows = append(list.Rows, texts(name, "x"))
		}
		return list
	}
	for _, test := range []struct {
		name string
		rows []string
		want bool
	}{
		{"one group of two", []string{"a", "a"}, true},
		{"a group of three and one of one", []string{"a", "a", "a", "b"}, true},
		{"a group of two and one of one", []string{"a", "a", "b"}, false},
		{"the same name again", []string{"a", "b", "a"}, false},
		{"no rows", nil, false},
	} {
		assert.Equal(t, test.want, inGroups(table(test.rows...)).Grouped, test.name)
	}
}
