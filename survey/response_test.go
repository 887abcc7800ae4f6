package survey_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/planeval/planeval/survey"
	"github.com/stretchr/testify/assert"
)

func TestResponseRates(t *testing.T) {
	// By hand after AAPOR: known cases 200 + 20 + 60 + 80 + 40 = 400, unknown ones 70 + 30 = 100, of which a half is
	// estimated to be eligible.
	full := survey.Dispositions{
		Complete: number("200"), Partial: number("20"), Refusal: number("60"), NonContact: number("80"), Other: number("40"),
		UnknownHousehold: number("70"), UnknownOther: number("30"), Eligible: number("0.5"), Estimate: "按已知比例",
	}
	change := func(change func(d *survey.Dispositions)) survey.Dispositions {
		d := full
		change(&d)
		return d
	}
	nobody := number("0")
	cases := []struct {
		name string
		of   survey.Dispositions
		want []string
	}{
		{"all classes", full, []string{"2/5", "11/25", "4/9", "22/45", "1/2", "11/20"}}, // 200/500, 220/500, 200/450, 220/450, 200/400, 220/400
		{"without e two are missing", change(func(d *survey.Dispositions) { d.Eligible = number("") }),
			[]string{"2/5", "11/25", "no-count", "no-count", "1/2", "11/20"}},
		{"e of 0 is as if none were eligible", change(func(d *survey.Dispositions) { d.Eligible = number("0") }),
			[]string{"2/5", "11/25", "1/2", "11/20", "1/2", "11/20"}},
		{"e of 1 is as if all were", change(func(d *survey.Dispositions) { d.Eligible = number("1") }),
			[]string{"2/5", "11/25", "2/5", "11/25", "1/2", "11/20"}},
		{"without partial interviews, which all denominators hold, there is none", change(func(d *survey.Dispositions) { d.Partial = number("") }),
			[]string{"no-count", "no-count", "no-count", "no-count", "no-count", "no-count"}},
		{"without the unknown cases the greatest two are left", change(func(d *survey.Dispositions) { d.UnknownOther = number("") }),
			[]string{"no-count", "no-count", "no-count", "no-count", "1/2", "11/20"}},
		{"no case is no rate", survey.Dispositions{
			Complete: nobody, Partial: nobody, Refusal: nobody, NonContact: nobody, Other: nobody, UnknownHousehold: nobody, UnknownOther: nobody, Eligible: nobody,
		}, []string{"zero-denominator", "zero-denominator", "zero-denominator", "zero-denominator", "zero-denominator", "zero-denominator"}},
		{"nothing stated is no rate", survey.Dispositions{}, []string{"no-count", "no-count", "no-count", "no-count", "no-count", "no-count"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range c.of.ResponseRates() {
				got = append(got, fraction(t, f))
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestResponseRatesCarryTheirInputs(t *testing.T) {
	rates := survey.Dispositions{Complete: number("1")}.ResponseRates()
	symbols := map[indicator.Formula]string{}
	for _, f := range rates {
		for _, in := range f.Inputs {
			symbols[f.Formula] += in.Symbol
		}
	}
	assert.Equal(t, map[indicator.Formula]string{
		indicator.FormulaResponseRR1: "IPRNOUV", indicator.FormulaResponseRR2: "IPRNOUV", indicator.FormulaResponseRR3: "IPRNOUVe",
		indicator.FormulaResponseRR4: "IPRNOUVe", indicator.FormulaResponseRR5: "IPRNO", indicator.FormulaResponseRR6: "IPRNO",
	}, symbols)
}

func TestATabulationHasResponseRatesWhereDispositionsAreKnown(t *testing.T) {
	assert.Len(t, tabulate(survey.Survey{}).Figures(), 3)
	with := tabulate(survey.Survey{Dispositions: &survey.Dispositions{Complete: number("1")}})
	assert.Len(t, with.Figures(), 9)
	assert.Equal(t, with.ResponseRates, with.Figures()[3:])
	assert.Equal(t, with.ReturnRate, with.Figures()[0])
}
