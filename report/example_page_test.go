package report_test

import (
	"fmt"
	"strings"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/html"
	"github.com/planeval/planeval/seeds"
	"golang.org/x/text/language"
)

// A plan is evaluated, its report changed before it is numbered, and written as a page in the colours of the house.
func ExampleBuild_page() {
	e, err := evaluate.Evaluate(seeds.Zibo(), evaluate.Options{AsOf: indicator.MustPeriod("2023-08-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	d := report.Build(&e, report.Options{Language: language.English, Edit: func(d *report.Document) {
		d.Section("ch10").Blocks = []report.Block{report.Paragraph{Text: "The council will decide in autumn."}}
	}})
	var page strings.Builder
	if err := html.Write(&page, d, html.Options{Variables: map[string]string{"accent": "#003366"}}); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(page.String()) {
		if strings.HasPrefix(line, "<title>") || strings.Contains(line, "in autumn") {
			fmt.Print(line)
		}
	}
	// Output:
	// <title>Zibo 14th Five-Year Plan for Science and Technology Innovation: post-evaluation report</title>
	// <p>The council will decide in autumn.
}
