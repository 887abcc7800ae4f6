package report

import "github.com/planeval/planeval/indicator"

// Chart is a picture of figures, 图. Every number that is printed on it, but those of its axes, stands in one of its tables too.
type Chart struct {
	ID      string   // stable, unique in the document
	Caption string   // with its number
	Summary string   // what it shows, for those who do not see it
	Tables  []string // the IDs of the document's tables that hold its numbers
	Legend  []Key
	Plot    Plot
	Notes   []string
}

// Plot is what a chart draws: [Bullets], [Trajectories], [Bars], [Grid] or [Strips].
type Plot interface{ plot() }

// Key says what a mark of a plot means.
type Key struct {
	Mark  Mark
	State string // of a mark that is drawn by state, such as "ahead"; empty: as it is drawn without one
	Text  string
}

// Mark is a kind of mark in a plot.
type Mark string

// The marks.
const (
	MarkBar      Mark = "bar"      // a bar: the value
	MarkDot      Mark = "dot"      // a dot: the value
	MarkTarget   Mark = "target"   // a thick line across the bar
	MarkGoal     Mark = "goal"     // a thick dash at the end of a trajectory: the target
	MarkElapsed  Mark = "elapsed"  // a dashed line across the bar: the share of time gone
	MarkDue      Mark = "due"      // a hollow diamond: the value due by now
	MarkBaseline Mark = "baseline" // a white tick in the bar
	MarkStart    Mark = "start"    // a hollow dot: the baseline
	MarkActual   Mark = "actual"   // a solid dot and line: observations
	MarkPath     Mark = "path"     // a dotted line: the way from the baseline to the target
	MarkFan      Mark = "fan"      // dashed lines and what lies between them: where the ways of going on lead
	MarkInterval Mark = "interval" // whiskers
	MarkBound    Mark = "bound"    // a line across the plot: where a grade begins
	MarkCell     Mark = "cell"     // a square or cell of a state
)

// Point is a number on an axis, and how it is printed. Where At is absent nothing is drawn, and Text says why.
type Point struct {
	At   indicator.Value
	Text string // empty where nothing is printed beside the mark
}

// Axis holds the ticks of an axis in ascending order, at least two; the first is its start, the last its end.
type Axis []Point

// Bullets show how far each indicator has come on one scale, 子弹图: a bar of its attainment with the target, the elapsed
// share and the value due.
type Bullets struct {
	Columns []string // six headings: over the names, bars, attainments, values, periods and verdicts
	Axis    Axis     // in per cent of the target
	Rows    []Bullet
}

// Bullet is an indicator among [Bullets]. Places are in per cent of the target; what is absent is not drawn, and a bar
// that passes the end of the axis is cut off there, with a mark that says so.
type Bullet struct {
	Name       string // with its unit
	State      string
	Attainment Point
	Baseline   indicator.Value
	Due        indicator.Value
	Elapsed    indicator.Value
	Values     string // the actual and the target
	Period     string // of the actual
	Verdict    string
	Detail     string // what decided, in short; may be empty

	// Working is the attainment with its formula and inputs, for renderers that can calculate.
	Working indicator.Figure
}

// Trajectories are small pictures side by side, one an indicator: what was observed, the way to the target, and where the
// ways of going on lead.
type Trajectories struct{ Panels []Trajectory }

// Trajectory is one indicator among [Trajectories].
type Trajectory struct {
	Name   string
	Unit   string // may be empty
	State  string
	Across Axis     // time, in years: 2022 is the end of 2022
	Up     Axis     // in the unit
	Actual []Moment // in the order of time; the first is the baseline where HasBaseline says so
	Target Moment
	Ends   []Moment // where the ways of going on lead, at the target's time
	Says   string   // where they lead, in words; may be empty

	HasBaseline bool
}

// Moment is a point in time.
type Moment struct {
	Time indicator.Value // in years, as on the axis
	Point
}

// Bars are values on one scale with their intervals, one below the other, such as shares of answers or scores.
type Bars struct {
	Dots    bool     // a dot for each value, where a bar from the start of the axis would mean nothing
	Columns []string // headings: over the names, the bars, the values, and each remark; may be empty
	Axis    Axis
	Bounds  []Point // lines across the plot with their names, such as where a grade begins
	Groups  []BarGroup
}

// BarGroup is a group of bars below a title, which may be empty.
type BarGroup struct {
	Title string
	Rows  []Bar
}

// Bar is one value among [Bars].
type Bar struct {
	Name      string
	State     string
	Value     Point
	Low, High indicator.Value // of its interval; absent where there is none
	Remarks   []string        // printed beside the value, such as the count and the interval; equally many in all bars
}

// Grid is a table of few words, drawn as cells in the colours of their states, such as tasks by departments.
type Grid struct {
	Columns []Column // the first is that of the names of the rows
	Rows    [][]Cell // each as long as Columns
}

// Strips are rows of small squares, one for each thing that was looked at, in the colours of their states.
type Strips struct{ Rows []Strip }

// Strip is one row of [Strips].
type Strip struct {
	Name  string
	Parts []StripPart
}

// StripPart is how many things in a strip have a state.
type StripPart struct {
	State string
	Count int
	Text  string // the state and the count in words
}

func (Chart) block() {}

func (Bullets) plot()      {}
func (Trajectories) plot() {}
func (Bars) plot()         {}
func (Grid) plot()         {}
func (Strips) plot()       {}
