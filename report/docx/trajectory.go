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
	there := func(m report.Moment) bool { return across.shows(m.Time) && up.shows(m.At) }
	for _, tick := range t.Up {
		c.rect(solid(pale), mm(sidePadding), up.at(tick.At)-mm(1), mm(width-sidePadding), up.at(tick.At)+mm(1))
	}
	for _, tick := range t.Across {
		c.rect(solid(grey), across.at(tick.At)-mm(1), mm(panelHeight-16), across.at(tick.At)+mm(1), mm(panelHeight-8))
	}
	c.rect(solid(grey), mm(sidePadding), mm(panelHeight-17), mm(width-sidePadding), mm(panelHeight-15))
	colour := lines(report.ToneOf(t.State))
	if n := len(t.Actual); n > 0 && there(t.Actual[n-1]) {
		c.fan(colour, at(t.Actual[n-1]), t.Ends, at, there)
	}
	if t.HasBaseline && len(t.Actual) > 0 && there(t.Actual[0]) && there(t.Target) {
		c.dashes(solid(dark), mm(3), mm(3), mm(5), at(t.Actual[0]), at(t.Target))
	}
	for i, m := range t.Actual {
		if i > 0 && there(m) && there(t.Actual[i-1]) { // what is absent breaks the line
			c.line(colour, mm(5), at(t.Actual[i-1]), at(m))
		}
	}
	for i, m := range t.Actual {
		if !there(m) {
			continue
		}
		c.dot(colour, at(m), mm(10))
		if i == 0 && t.HasBaseline {
			c.dot(solid(white), at(m), mm(6))
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
