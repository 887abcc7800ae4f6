package indicator_test

import (
	"testing"

	"github.com/planeval/planeval/indicator"
	"github.com/stretchr/testify/assert"
)

// finalOf judges 94.96 of 100 at the target's period, an attainment of 94.96 %.
func finalOf(places string) indicator.Judgement {
	ind := yearly(indicator.Increase, "50", "94.96", "100")
	ind.Targets[0].Period = period("2022")
	m := indicator.Measure(ind, indicator.Period{})
	return indicator.Judge(indicator.FinalAssessment(indicator.FinalBands{Places: value(places)}), &m)
}

func TestFinalComparesExactlyOrAsPrinted(t *testing.T) {
	assert.Equal(t, indicator.Missed, finalOf("").Verdict, "94.96 % is less than 95 %")
	assert.Equal(t, indicator.Missed, finalOf("2").Verdict, "94.96 % as printed")
	assert.Equal(t, indicator.NearlyMet, finalOf("1").Verdict, "95.0 % as printed")
	for _, places := range []string{"-1", "10", "1.5"} {
		assert.Equal(t, indicator.NotDefined, finalOf(places).Reason, "places %s", places)
	}
	methods := indicator.FinalAssessment(indicator.FinalBands{Places: value("1")}).Parameters
	assert.Equal(t, indicator.Parameter{Name: "places", Value: value("1")}, methods[1], "the output says which was used")
}

// The points are those of 国发〔2007〕36号: 40 for the target that is due, 4 less for each tenth missing and none below one
// half, 3 more for each tenth beyond and at most 9; 2 of 5 years have passed, so 40 of 100 are due.
func TestEnergyPoints(t *testing.T) {
	for _, c := range []struct {
		actual, measures string
		points           string
		verdict          indicator.Verdict
	}{
		{"40", "55", "95", indicator.Exceeded},
		{"40", "54", "94", indicator.MetTarget},
		{"43.99", "40", "80", indicator.MetTarget},
		{"44", "36", "79", indicator.NearlyMet},
		{"40", "20", "60", indicator.NearlyMet},
		{"40", "19", "59", indicator.Missed},
		{"80", "46", "95", indicator.Exceeded}, // 49 and no more, at twice what is due
		{"38", "60", "96", indicator.Missed},   // 36 for nine tenths, and the veto
		{"20", "60", "80", indicator.Missed},
		{"19.99", "60", "60", indicator.Missed},
	} {
		m := indicator.Measure(yearly(indicator.Increase, "0", c.actual, "100"), indicator.Period{})
		method := indicator.EnergyAssessment(indicator.EnergyPoints{Measures: value(c.measures)})
		assert.Equal(t, c.verdict, indicator.Judge(method, &m).Verdict, "%+v", c)
		assert.Equal(t, c.points, method.Steps(&m)[0].Result.Decimal(0, indicator.HalfUp).String(), "%+v", c)
	}
}
