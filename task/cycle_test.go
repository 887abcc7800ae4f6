package task_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/task"
)

// distances returns the least number of steps, at least one, between any two tasks of a small plan; 99 is none.
func distances(tasks []task.Task) [][]int {
	position := map[string]int{}
	steps := make([][]int, len(tasks))
	for i, t := range tasks {
		position[t.Code] = i
		steps[i] = slices.Repeat([]int{99}, len(tasks))
	}
	for i, t := range tasks {
		for _, code := range t.After {
			steps[i][position[code]] = 1
		}
	}
	for k := range tasks {
		for i := range tasks {
			for j := range tasks {
				steps[i][j] = min(steps[i][j], steps[i][k]+steps[k][j])
			}
		}
	}
	return steps
}

func TestEveryCircleFoundIsTheShortestOfItsComponent(t *testing.T) {
	for seed := range uint64(2000) {
		random := rand.New(rand.NewPCG(seed, 0))
		tasks := make([]task.Task, 1+random.IntN(9))
		density := 1 + random.IntN(len(tasks)+1)
		for i := range tasks {
			tasks[i] = titled(fmt.Sprint(i))
			for _, j := range random.Perm(len(tasks)) {
				if random.IntN(2*len(tasks)) < density {
					tasks[i].After = append(tasks[i].After, fmt.Sprint(j))
				}
			}
		}

		// By brute force: a component's least circle, and the first task on one of that length.
		steps := distances(tasks)
		type circle struct {
			first  string
			length int
		}
		var want []circle
		done := make([]bool, len(tasks))
		for i := range tasks {
			if done[i] || steps[i][i] >= 99 {
				continue
			}
			best, first := 99, i
			for j := i; j < len(tasks); j++ {
				if steps[i][j] < 99 && steps[j][i] < 99 {
					done[j] = true
					if steps[j][j] < best {
						best, first = steps[j][j], j
					}
				}
			}
			want = append(want, circle{fmt.Sprintf("/tasks/%d", first), best})
		}
		slices.SortFunc(want, func(a, b circle) int { return strings.Compare(a.first, b.first) })

		var got []circle
		for _, f := range task.Validate(nil, tasks, nil) {
			require.Equal(t, indicator.FaultCycle, f.Rule)
			codes := strings.Split(f.Value, " → ")
			for k, code := range codes[1:] {
				before := codes[k]
				assert.Contains(t, tasks[int(before[0]-'0')].After, code, "seed %d: %s", seed, f.Value)
			}
			assert.Equal(t, codes[0], codes[len(codes)-1])
			got = append(got, circle{f.Path, len(codes) - 1})
		}
		assert.Equal(t, want, got, "seed %d", seed)
	}
}
