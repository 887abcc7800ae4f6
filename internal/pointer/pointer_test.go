package pointer_test

import (
	"testing"

	"github.com/planeval/planeval/internal/pointer"
	"github.com/stretchr/testify/assert"
)

type leaf struct {
	Name   string `json:"name,omitempty"`
	hidden int
}

type root struct {
	Leaves []leaf `json:"leaves"`
	Bare   int
}

func TestAPathIsFollowedAsFarAsItLeads(t *testing.T) {
	data := root{Leaves: []leaf{{Name: "a"}, {Name: "b", hidden: 1}}}
	for path, want := range map[string][]string{
		"/leaves/1/name":   {"leaves", "1", "name"},
		"/leaves/1/name/x": {"leaves", "1", "name"},
		"/leaves/2/name":   {"leaves"},
		"/leaves/-1":       {"leaves"},
		"/leaves/+1":       {"leaves"},
		"/leaves/01":       {"leaves"},
		"/leaves/0/hidden": {"leaves", "0"},
		"/Bare":            nil,
		"/":                nil,
		"":                 nil,
		"leaves":           nil,
	} {
		var tokens []string
		for token := range pointer.Walk(data, path) {
			tokens = append(tokens, token)
		}
		assert.Equal(t, want, tokens, path)
	}
	for token, v := range pointer.Walk(data, "/leaves/1/name") {
		if token == "name" {
			assert.Equal(t, "b", v.String())
		}
	}
}
