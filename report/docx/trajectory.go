package docx

import "github.com/planeval/planeval/report"

// upward places the values of a trajectory.
func upward(a report.Axis) scale { return newScale(a, mm(panelHeight-16), mm(14)) }

// trajectoryPicture draws what was observed, the way to the target, and the ways of going on.
func trajectoryPicture(t report.Trajectory, width int) *canvas {
	c := newCanvas(width, panelHeight)
	across := newScale(t.Across, mm(trajectoryPadding), mm(width-trajectoryPadding))
	up := upward(t.Up)
	at := func(m report.Moment) point { return point{across.at(m.Time), up.at(m.At)} }
	there := func(m report.Moment) bool { return !m.Time.IsZero() && !m.At.IsZero() }
	for _, tick := range t.Up {
		c.rect(solid(pale), mm(sidePadding), up.at(tick.At)-mm(1), mm(width-sidePadding), up.at(tick.At)+mm(1))
	}
	for _, tick := range t.Across {
		c.rect(solid(grey), across.at(tick.At)-mm(1), mm(panelHeight-16), across.at(tick.At)+mm(1), mm(panelHeight-8))
	}
	c.rect(solid(grey), mm(sidePadding), mm(panelHeight-17), mm(width-sidePadding), mm(panelHeight-15))
	var actual []point
	for _, m := range t.Actual {
		if there(m) {
			actual = append(actual, at(m))
		}
	}
	colour := lines(report.ToneOf(t.State))
	if len(actual) > 0 {
		c.fan(colour, actual[len(actual)-1], t.Ends, at, there)
		if there(t.Target) {
			c.dashes(solid(dark), mm(3), mm(3), mm(5), actual[0], at(t.Target))
		}
	}
	for i := 1; i < len(actual); i++ {
		c.line(colour, mm(5), actual[i-1], actual[i])
	}
	for i, p := range actual {
		c.dot(colour, p, mm(10))
		if i == 0 && t.HasBaseline {
			c.dot(solid(white), p, mm(6))
		}
	}
	if there(t.Target) {
		c.goal(at(t.Target))
	}
	return c
}

// fan draws dashed lines to where the ways of going on lead, and what lies between them.
func (c *canvas) fan(colour paint, from point, ends []report.Moment, at func(report.Moment) point, there func(report.Moment) bool) {
	var to []point
	for _, end := range ends {
		if there(end) {
			to = append(to, at(end))
		}
	}
	if len(to) == 0 {
		return
	}
	high, low := to[0], to[0]
	for _, p := range to {
		if p.y < high.y {
			high = p
		}
		if p.y > low.y {
			low = p
		}
	}
	c.fill(solid(mix(white, colour.base, 1)), from, high, low)
	for _, p := range to {
		c.dashes(colour, mm(3), mm(8), mm(5), from, p)
	}
}
