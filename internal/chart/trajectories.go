package chart

import (
	"cmp"
	"math"
	"slices"

	"github.com/planeval/planeval/report"
)

// The height of the plot of a trajectory.
const plotHeight = 176

func trajectoryPanels(t report.Trajectories) []panel {
	var list []panel
	for _, t := range t.Panels {
		list = append(list, panel{name: t.Name, unit: t.Unit, says: t.Says, draw: func(p *picture) {
			top := p.y + 16
			newTrajectory(p, t, top).draw()
			says := strong.of(t.State).paragraph(word(t.State, t.Says), p.width)
			p.y = top + plotHeight + lineHeight + 14
			p.lines(says, start, 0, p.y, p.width)
			p.y += says.height()
		}})
	}
	return list
}

// trajectory is the plot of a trajectory.
type trajectory struct {
	*picture
	report.Trajectory
	x, y     scale
	texts    []rectangle // that stand in it
	segments [][2]point  // that texts should not cover
	dots     []point
}

type point struct{ x, y float64 }

type rectangle struct{ left, top, right, bottom float64 }

func (r rectangle) meets(o rectangle) bool {
	return r.left < o.right && o.left < r.right && r.top < o.bottom && o.top < r.bottom
}

func newTrajectory(p *picture, t report.Trajectory, top float64) *trajectory {
	before, after := 0.0, 0.0
	for _, mark := range t.Up {
		before = max(before, tick.width(oneLine(mark.Text)))
	}
	for _, m := range append([]report.Moment{t.Target}, t.Ends...) {
		after = max(after, strong.width(oneLine(m.Text)))
	}
	before, after = min(before, p.width/3)+8, min(after, p.width/3)+14
	return &trajectory{
		picture: p, Trajectory: t,
		x: newScale(t.Across, before, p.width-after),
		y: newScale(t.Up, top+plotHeight, top),
	}
}

func (p *trajectory) draw() {
	p.axes()
	color := letter(report.ToneOf(p.State))
	target, hasTarget := p.place(p.Target)
	var runs [][]point // of observations without a gap
	var last point
	var baseline *point
	drawn := false
	gap := true
	for i, m := range p.Actual {
		at, ok := p.place(m)
		if !ok {
			gap = true
			continue
		}
		if gap {
			runs = append(runs, nil)
		}
		gap = false
		if i == 0 && p.HasBaseline {
			baseline = &at
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], at)
		last, drawn = at, true
		p.dots = append(p.dots, at)
	}
	if drawn {
		p.fan(last, color)
	}
	if baseline != nil && hasTarget {
		p.path("f", "M% %L% %", baseline.x, baseline.y, target.x, target.y)
		p.segments = append(p.segments, [2]point{*baseline, target})
	}
	for _, run := range runs {
		p.run(run, color)
	}
	var dots []byte
	for _, dot := range p.dots {
		if baseline != nil && dot == *baseline {
			p.path("l"+color+" w", round, dot.x, dot.y-4, 4, 4)
		} else {
			dots = steps(dots, round, dot.x, dot.y-4.4, 4.4, 4.4)
		}
	}
	if len(dots) > 0 {
		p.path("f"+color, string(dots))
	}
	if hasTarget {
		p.path("t", "M% %h16", target.x-8, target.y)
	}
	p.endLabels()
	p.labels()
}

// place returns where a moment lies, and whether it lies within the axes.
func (p *trajectory) place(m report.Moment) (point, bool) {
	x, inTime := p.x.place(value(m.Time))
	y, inRange := p.y.place(value(m.At))
	return point{x, y}, inTime && inRange
}

// axes draws the lines and ticks of the axes.
func (p *trajectory) axes() {
	left, right := p.x.from, p.x.to
	taken := math.Inf(1)
	for _, t := range p.Up {
		y, ok := p.y.place(value(t.At))
		if !ok {
			continue
		}
		p.across("g", left, y, right-left)
		if text := oneLine(t.Text); taken-y >= 16 {
			taken = y
			p.text(tick, end, left-8, y+4.5, left-8, text)
		}
	}
	p.verticals("g", p.Across, p.x, extent{p.y.from, p.y.from + 4})
	p.ticks(p.Across, p.x, p.y.from+5, 0, p.width, math.NaN())
}

// run draws observations that follow each other.
func (p *trajectory) run(run []point, color string) {
	if len(run) < 2 {
		return
	}
	var commands []byte
	for i, at := range run {
		if i == 0 {
			commands = steps(commands, "M% %", at.x, at.y)
			continue
		}
		commands = steps(commands, "L% %", at.x, at.y)
		p.segments = append(p.segments, [2]point{run[i-1], at})
	}
	p.path("l"+color, string(commands))
}

// fan draws where the ways of going on lead from the last observation.
func (p *trajectory) fan(last point, color string) {
	var ends []point
	for _, m := range p.Ends {
		if at, ok := p.place(m); ok {
			ends = append(ends, at)
			p.segments = append(p.segments, [2]point{last, at})
		}
	}
	if len(ends) == 0 {
		return
	}
	slices.SortStableFunc(ends, func(a, b point) int { return cmp.Compare(a.y, b.y) })
	high, low := ends[0], ends[len(ends)-1]
	if high != low {
		p.path("n f"+color, "M% %L% %L% %z", last.x, last.y, high.x, high.y, low.x, low.y)
	}
	var commands []byte
	for _, at := range slices.Compact(ends) {
		commands = steps(commands, "M% %L% %", last.x, last.y, at.x, at.y)
	}
	p.path("l"+color+" d", string(commands))
}

// endLabels writes the texts of the target and of the ends to the right of them, moved up or down where they would
// touch; of more texts than have room, the last ones are left out.
func (p *trajectory) endLabels() {
	const apart = 17
	type label struct {
		style
		at   point
		text string
	}
	var labels []label
	add := func(s style, m report.Moment) {
		at, ok := p.place(m)
		text := oneLine(m.Text)
		same := slices.ContainsFunc(labels, func(l label) bool { return l.text == text })
		if ok && s.width(text) > 0 && !same && len(labels) < plotHeight/apart {
			labels = append(labels, label{s, at, text})
		}
	}
	add(strong, p.Target)
	for _, m := range p.Ends {
		add(minor.of(p.State), m)
	}
	slices.SortStableFunc(labels, func(a, b label) int { return cmp.Compare(a.at.y, b.at.y) })
	for i := range labels {
		if i > 0 {
			labels[i].at.y = max(labels[i].at.y, labels[i-1].at.y+apart)
		}
	}
	limit := p.y.from - 2
	for i := len(labels) - 1; i >= 0; i-- {
		labels[i].at.y = min(labels[i].at.y, limit)
		limit = labels[i].at.y - apart
	}
	for _, l := range labels {
		p.label(l.style, min(l.at.x+11, p.width-min(l.width(l.text), p.width-p.x.to-11)), l.at.y+5, l.text)
	}
}

// labels writes the texts of the observations beside them, from the last to the first, where they cover no text and as
// little as can be of the lines; a text for which there is no such place is left out, and so are all but the last few: to
// find a place, a text is held against every line.
func (p *trajectory) labels() {
	const most = 12
	places := []struct{ share, x, y float64 }{ // share of the text's width left of the dot
		{1, 3, -10}, {.5, 0, -11}, {0, 5, 20}, {.5, 0, 21}, {1, -3, 20}, {0, 5, -10}, {0, 10, 5}, {1, -10, 5},
		{.5, 0, -27}, {.5, 0, 37}, {.5, 0, -43}, {.5, 0, 53},
	}
	s := strong.of(p.State).with("o")
	tried := 0
	for i := len(p.Actual) - 1; i >= 0 && tried < most; i-- {
		at, ok := p.place(p.Actual[i])
		text := oneLine(p.Actual[i].Text)
		width := min(s.width(text), p.width-p.x.from)
		if !ok || width <= 0 {
			continue
		}
		tried++
		best, least := point{}, math.Inf(1)
		for _, place := range places {
			x := min(max(at.x-place.share*width+place.x, p.x.from), p.width-width)
			if cost := p.cost(textBox(s, x, at.y+place.y, width)); cost < least {
				best, least = point{x, at.y + place.y}, cost
			}
		}
		if !math.IsInf(least, 1) {
			p.label(s, best.x, best.y, text)
		}
	}
}

// textBox returns the room that a line of text takes.
func textBox(s style, x, y, width float64) rectangle {
	return rectangle{x, y - .9*s.size, x + width, y + .25*s.size}
}

// label writes a text of the panel.
func (p *trajectory) label(s style, x, y float64, text string) {
	room := p.width - x
	p.texts = append(p.texts, textBox(s, x, y, min(s.width(text), room)))
	p.text(s, start, x, y, room, text)
}

// cost returns how much a text in a place would cover: infinitely much where it would lie over a text or leave the plot.
func (p *trajectory) cost(box rectangle) float64 {
	const samples = 32
	if box.top < p.y.to-14 || box.bottom > p.y.from+2 || slices.ContainsFunc(p.texts, box.meets) {
		return math.Inf(1)
	}
	cost := 0.0
	for _, line := range p.segments {
		for i := range samples + 1 {
			share := float64(i) / samples
			x := line[0].x + float64(share*(line[1].x-line[0].x))
			y := line[0].y + float64(share*(line[1].y-line[0].y))
			if box.meets(rectangle{x - 1, y - 1, x + 1, y + 1}) {
				cost++
			}
		}
	}
	for _, dot := range p.dots {
		if box.meets(rectangle{dot.x - 5, dot.y - 5, dot.x + 5, dot.y + 5}) {
			cost += 10
		}
	}
	return cost
}
