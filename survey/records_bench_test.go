package survey_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
)

// A record of the benchmarks has thirty questions: twenty single choices and scales of five options, five multiple choices
// of five options joined, and five in one column an option; and a weight.
const (
	benchOneOf    = 20
	benchJoined   = 5
	benchTicked   = 5
	benchOptions  = 5
	benchTickedAs = "T%d/o%d"
)

var benchSizes = []int{1_000, 100_000}

func benchForm() survey.Form {
	f := survey.Form{Survey: survey.Survey{Code: "b", Title: "问卷"}, Weight: "w"}
	add := func(code string, kind survey.Kind, column survey.Column) {
		q := survey.Question{Code: code, Text: code, Kind: kind, Base: survey.Answered}
		for i := range benchOptions {
			q.Tallies = append(q.Tallies, survey.Tally{Option: fmt.Sprintf("o%d", i)})
			if kind == survey.Scale {
				q.Tallies[i] = survey.Tally{Option: strconv.Itoa(i + 1), Score: indicator.IntValue(int64(i + 1))}
			}
		}
		column.Question = code
		f.Survey.Questions, f.Columns = append(f.Survey.Questions, q), append(f.Columns, column)
	}
	for i := range benchOneOf {
		code := fmt.Sprintf("S%d", i)
		add(code, []survey.Kind{survey.Single, survey.Scale}[i%2], survey.Column{Heading: code})
	}
	for i := range benchJoined {
		code := fmt.Sprintf("J%d", i)
		add(code, survey.Multiple, survey.Column{Heading: code})
	}
	for i := range benchTicked {
		options := make(map[string]string)
		for j := range benchOptions {
			options[fmt.Sprintf("o%d", j)] = fmt.Sprintf(benchTickedAs, i, j)
		}
		add(fmt.Sprintf("T%d", i), survey.Multiple, survey.Column{Options: options})
	}
	return f
}

func benchRecords(n int) []byte {
	var b bytes.Buffer
	var headings []string
	for i := range benchOneOf {
		headings = append(headings, fmt.Sprintf("S%d", i))
	}
	for i := range benchJoined {
		headings = append(headings, fmt.Sprintf("J%d", i))
	}
	for i := range benchTicked {
		for j := range benchOptions {
			headings = append(headings, fmt.Sprintf(benchTickedAs, i, j))
		}
	}
	b.WriteString(strings.Join(headings, ",") + ",w\n")
	r := rand.New(rand.NewPCG(7, 7))
	for range n {
		for i := range benchOneOf {
			if i%2 == 0 {
				b.WriteByte('o')
				b.WriteByte(byte('0' + r.IntN(benchOptions)))
			} else {
				b.WriteByte(byte('1' + r.IntN(benchOptions)))
			}
			b.WriteByte(',')
		}
		for range benchJoined {
			space := ""
			for j := range benchOptions {
				if r.IntN(2) == 0 {
					fmt.Fprintf(&b, "%so%d", space, j)
					space = " "
				}
			}
			b.WriteByte(',')
		}
		for range benchTicked * benchOptions {
			b.WriteByte(byte('0' + r.IntN(2)))
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%d.%04d\n", r.IntN(3), 1+r.IntN(9999))
	}
	return b.Bytes()
}

// BenchmarkReadRecords counts the tallies of an export that lies in memory. What B/op grow by is what encoding/csv
// makes of each record, and is not kept.
func BenchmarkReadRecords(b *testing.B) {
	f := benchForm()
	for _, n := range benchSizes {
		text := benchRecords(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := survey.ReadRecords(bytes.NewReader(text), f); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/record")
		})
	}
}

// BenchmarkCSVAlone reads the same bytes by encoding/csv, and does nothing with them.
func BenchmarkCSVAlone(b *testing.B) {
	for _, n := range benchSizes {
		text := benchRecords(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if err := readAlone(text); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/record")
		})
	}
}
