package csv_test

import (
	"bytes"
	encoding "encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/planeval/planeval/internal/typeset"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/csv"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzWrite reads back what was written: each number is there plain, and each text as it was, but for its apostrophe.
func FuzzWrite(f *testing.F) {
	f.Add("=1+1", "a\"b,c\nd", "1,374")
	f.Add("a\tb", "\t\r\n-1.93 pp", "−1,954.34‰")
	f.Add("'-1", "\ufeff=1", "+0.5个百分点")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		for _, texts := range [][]string{{a}, {a, b}, {a, b, c}} {
			var out bytes.Buffer
			require.NoError(t, csv.Write(&out, report.Document{Blocks: []report.Block{table(texts...)}}))
			content, ok := strings.CutPrefix(out.String(), "\ufeff")
			require.True(t, ok)
			records, err := encoding.NewReader(strings.NewReader(content)).ReadAll()
			require.NoError(t, err)
			require.Len(t, records, 2)
			for i, field := range records[1] {
				want := clean(texts[i])
				number, ok := typeset.ParseNumber(texts[i])
				if ok {
					want = number.Plain + number.Unit
				}
				if !ok || number.Points() {
					assert.NotRegexp(t, "^\ufeff?[=+\\-@\t\n\r＝＋－＠]", field, "a text that could be a formula")
				}
				assert.Equal(t, read(want), read(field))
			}
		}
	})
}

// read takes the apostrophe away that the package's comment tells of.
func read(field string) string {
	text, ok := strings.CutPrefix(field, "'")
	if rest := strings.TrimPrefix(text, "\ufeff"); ok && rest != "" && strings.ContainsRune("=+-@\t\n＝＋－＠", []rune(rest)[0]) {
		return text
	}
	return field
}

// clean returns a text without what a program could not read, with its tabs.
func clean(text string) string {
	parts := strings.Split(text, "\t")
	for i, part := range parts {
		parts[i] = typeset.Clean(part)
	}
	return strings.Join(parts, "\t")
}

// BenchmarkWrite has documents of ten tables, up to 10,000 rows in all: the time for each row should stay the same.
func BenchmarkWrite(b *testing.B) {
	for _, rows := range []int{100, 1000, 10_000} {
		var d report.Document
		for range 10 {
			t := table("高新技术产业产值占规模以上工业总产值比重（%）", "58（2025年）", "1,374", "-1.93个百分点", "基本符合预期")
			for len(t.Rows) < rows/10 {
				t.Rows = append(t.Rows, t.Rows[0])
			}
			d.Blocks = append(d.Blocks, t)
		}
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			for b.Loop() {
				if err := csv.Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
		})
	}
}
