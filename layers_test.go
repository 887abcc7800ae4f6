package planeval_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

const module = "github.com/planeval/planeval"

// layer says what the files of one package folder may import besides the standard library.
type layer struct {
	folder     string   // "indicator", or "examples/..." for a folder and everything below it
	imports    []string // folders of this module
	thirdParty []string // import paths of other modules
	std        []string // packages of the standard library besides those that are pure
	floats     bool     // methods that are irrational by nature, coordinates of charts, a guess that integers may overrule: none decides a verdict
	program    bool     // a main program: it may use the clock, files and the environment
}

// layers is the policy, lowest layer first: a package imports only what stands above its own line. It is a statement
// of how the library is meant to be built, so do not relax it to repair a build: move the code instead. The one good
// reason to add a line is a new package.
//
// The packages of internal may be imported by every line below theirs without being named.
var layers = []layer{
	{folder: "internal/typeset"},
	{folder: "internal/pointer"},
	{folder: "internal/exact", floats: true, thirdParty: []string{"github.com/shopspring/decimal"}}, // a guess at roots, in guess.go
	{folder: "indicator", thirdParty: []string{"github.com/shopspring/decimal"}},
	{folder: "internal/strictjson", imports: []string{"indicator"}},

	// Codes are compared in Unicode normal form; decimal is what a Value gives to reckon with.
	{
		folder:     "task",
		imports:    []string{"indicator"},
		thirdParty: []string{"github.com/shopspring/decimal", "golang.org/x/text/unicode/norm"},
	},
	{
		folder:     "survey",
		imports:    []string{"indicator"},
		thirdParty: []string{"github.com/shopspring/decimal", "golang.org/x/text/unicode/norm"},
	},

	// Scores and claims stand beside the evaluation, not on it: each can be used without a plan. A simulation takes a seed and a
	// context, and its goroutines end before the call does.
	{
		folder:     "evaluate/score",
		std:        []string{"context", "math/rand/v2", "sync"},
		floats:     true,
		imports:    []string{"indicator"},
		thirdParty: []string{"github.com/shopspring/decimal"},
	},
	{
		folder:     "evaluate/claim",
		imports:    []string{"indicator", "survey"},
		thirdParty: []string{"github.com/shopspring/decimal"},
	},
	{
		folder:     "evaluate",
		imports:    []string{"indicator", "task", "survey"},
		thirdParty: []string{"github.com/shopspring/decimal", "golang.org/x/text/language", "golang.org/x/text/unicode/norm"},
	},

	// Everything that a reader sees is worded in report; a renderer lays out and needs nothing else.
	{
		folder:     "report",
		imports:    []string{"indicator", "task", "survey", "evaluate", "evaluate/score", "evaluate/claim"},
		thirdParty: []string{"golang.org/x/text/..."},
	},
	{folder: "internal/chart", imports: []string{"indicator", "report", "internal/typeset"}, floats: true}, // coordinates
	{folder: "report/text", imports: []string{"indicator", "report"}, thirdParty: []string{"golang.org/x/text/width"}},
	{folder: "report/markdown", imports: []string{"indicator", "report"}},
	{folder: "report/html", imports: []string{"indicator", "report"}, floats: true},
	{folder: "report/docx", imports: []string{"indicator", "report"}, floats: true},
	{folder: "report/csv", imports: []string{"indicator", "report"}},

	// Programs import the seeds; the packages above never do.
	{folder: "seeds", imports: []string{"indicator", "evaluate", "evaluate/score"}},

	{folder: ".", imports: nil}, // doc.go alone

	// For test files, which may import anything; below the library, so that nothing else can.
	{folder: "internal/golden", program: true},
	{folder: "internal/failing", program: true},
	{folder: "internal/replay", imports: []string{"indicator"}},

	// What examples share, and the examples.
	{
		folder:     "examples/internal/...",
		imports:    []string{"indicator", "evaluate/...", "report/..."},
		thirdParty: []string{"golang.org/x/text/language"},
		program:    true,
	},
	{
		folder: "examples/...",
		imports: []string{
			"indicator", "task", "survey", "evaluate/...", "report/...", "seeds", "examples/internal/...",
		},
		thirdParty: []string{"github.com/shopspring/decimal", "golang.org/x/text/..."},
		program:    true,
	},
}

// testThirdParty is what test files may import besides what their package may. Test files are also free to import any
// package of this module but the examples: a test is a program, and layers are about what a user's build is made of.
var testThirdParty = []string{"github.com/stretchr/testify/..."}

// requirements are the modules that go.mod may name as direct requirements.
var requirements = []string{
	"github.com/shopspring/decimal",
	"github.com/stretchr/testify",
	"golang.org/x/text",
}

// pureImports are the packages of the standard library that a library package may import. None of them opens a file or
// a connection, keeps time, or draws lots, apart from the names below. The list is short so that adding to it is a
// decision.
var pureImports = []string{
	"bytes", "cmp", "embed", "encoding", "encoding/binary", "encoding/hex", "encoding/json", "errors", "fmt", "io", "iter", "maps", "math",
	"math/big", "math/bits", "reflect", "slices", "sort", "strconv", "strings", "time", "unicode", "unicode/utf16",
	"unicode/utf8",
	"database/sql/driver",                                                                                 // the types of a database column
	"encoding/csv", "encoding/xml", "html", "html/template", "archive/zip", "compress/flate", "image/...", // for renderers
}

// impureNames are the names that no library package may use, by import path. What is listed for decimal are its
// variables: they change results for the whole program.
var impureNames = map[string][]string{
	"time": {
		"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Sleep", "Local", "LoadLocation",
	},
	"fmt": {"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"},
	"math/rand/v2": { // they draw from a source that nobody seeded
		"ExpFloat64", "Float32", "Float64", "Int", "Int32", "Int32N", "Int64", "Int64N", "IntN", "N", "NormFloat64", "Perm",
		"Shuffle", "Uint", "Uint32", "Uint32N", "Uint64", "Uint64N", "UintN",
	},
	"archive/zip":   {"OpenReader"},
	"html/template": {"ParseFiles", "ParseGlob"},
	"github.com/shopspring/decimal": {
		"DivisionPrecision", "PowPrecisionNegativeExponent", "MarshalJSONWithoutQuotes", "TrimTrailingZeros",
		"UseScientificNotation", "ExpMaxIterations", "MaxDecodeExponent",
	},
}

// TestLayers holds every Go file of the module against the policy.
func TestLayers(t *testing.T) {
	faults, files := check(t, os.DirFS("."))
	for _, fault := range faults {
		t.Error(fault)
	}
	if files < 2 {
		t.Errorf("only %d Go files found: is the test run in the module's root?", files)
	}
}

// TestPolicyPointsUp makes sure that the policy itself has no cycle: a line names lines above it only.
func TestPolicyPointsUp(t *testing.T) {
	for i, l := range layers {
		for _, pattern := range l.imports {
			above := slices.ContainsFunc(layers[:i], func(a layer) bool { return matches(pattern, a.folder) })
			if !above {
				t.Errorf("%s may import %s, which does not stand above it", l.folder, pattern)
			}
			if slices.ContainsFunc(layers[i:], func(b layer) bool { return matches(pattern, b.folder) }) {
				t.Errorf("%s may import %s, which takes in its own line or one below", l.folder, pattern)
			}
		}
		if slices.ContainsFunc(layers[:i], func(a layer) bool { return a.folder == l.folder }) {
			t.Errorf("%s has two lines", l.folder)
		}
	}
}

// TestRequirements keeps the module's direct requirements to the agreed ones.
func TestRequirements(t *testing.T) {
	text, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if got := directRequirements(string(text)); !slices.Equal(got, requirements) {
		t.Errorf("go.mod requires %q directly, the policy says %q", got, requirements)
	}
}

// TestCheck feeds the checker small sources, so that a fault that it no longer finds is noticed.
func TestCheck(t *testing.T) {
	tests := []struct {
		name, file, source string
		want               []string // faults without their "file:line: "; nil when the source is in order
	}{
		{
			name:   "a lower layer may be imported",
			file:   "task/task.go",
			source: `package task; import ("cmp"; "github.com/planeval/planeval/indicator"; "golang.org/x/text/unicode/norm")`,
		},
		{
			name:   "a higher layer may not",
			file:   "indicator/value.go",
			source: `package indicator; import "github.com/planeval/planeval/evaluate"`,
			want:   []string{`indicator may not import "github.com/planeval/planeval/evaluate"`},
		},
		{
			name:   "a neighbour may not",
			file:   "task/task.go",
			source: `package task; import "github.com/planeval/planeval/survey"`,
			want:   []string{`task may not import "github.com/planeval/planeval/survey"`},
		},
		{
			name:   "a score does not need an evaluation",
			file:   "evaluate/score/score.go",
			source: `package score; import "github.com/planeval/planeval/evaluate"`,
			want:   []string{`evaluate/score may not import "github.com/planeval/planeval/evaluate"`},
		},
		{
			name:   "the library does not import its seeds",
			file:   "report/report.go",
			source: `package report; import "github.com/planeval/planeval/seeds"`,
			want:   []string{`report may not import "github.com/planeval/planeval/seeds"`},
		},
		{
			name:   "an internal package above may be imported unnamed",
			file:   "evaluate/plan.go",
			source: `package evaluate; import ("github.com/planeval/planeval/internal/exact"; "github.com/planeval/planeval/internal/strictjson")`,
		},
		{
			name:   "an internal package below may not",
			file:   "indicator/value.go",
			source: `package indicator; import "github.com/planeval/planeval/internal/strictjson"`,
			want:   []string{`indicator may not import "github.com/planeval/planeval/internal/strictjson"`},
		},
		{
			name:   "the import of another module that was not agreed",
			file:   "report/markdown/markdown.go",
			source: `package markdown; import "golang.org/x/text/language"`,
			want:   []string{`report/markdown may not import "golang.org/x/text/language"`},
		},
		{
			name:   "only the agreed package of another module",
			file:   "survey/survey.go",
			source: `package survey; import "golang.org/x/text/language"`,
			want:   []string{`survey may not import "golang.org/x/text/language"`},
		},
		{
			name:   "a library file may not import testify",
			file:   "indicator/value.go",
			source: `package indicator; import "github.com/stretchr/testify/assert"`,
			want:   []string{`indicator may not import "github.com/stretchr/testify/assert"`},
		},
		{
			name:   "a test file may import testify, higher layers, files and the clock",
			file:   "indicator/value_test.go",
			source: `package indicator_test; import ("os"; "time"; "github.com/planeval/planeval/seeds"; "github.com/stretchr/testify/require"); var now = time.Now()`,
		},
		{
			name:   "a test file may import no other module either",
			file:   "indicator/value_test.go",
			source: `package indicator_test; import "github.com/google/go-cmp/cmp"`,
			want:   []string{`indicator may not import "github.com/google/go-cmp/cmp"`},
		},
		{
			name:   "a test file may not import an example",
			file:   "report/report_test.go",
			source: `package report_test; import "github.com/planeval/planeval/examples/zibo"`,
			want:   []string{`report may not import "github.com/planeval/planeval/examples/zibo"`},
		},
		{
			name:   "a folder without a line in the policy",
			file:   "forecast/forecast.go",
			source: `package forecast`,
			want:   []string{`folder forecast has no line in the policy`},
		},
		{
			name:   "a folder below one with a line",
			file:   "indicator/series/series.go",
			source: `package series`,
			want:   []string{`folder indicator/series has no line in the policy`},
		},
		{
			name:   "a second file in the root",
			file:   "plan.go",
			source: `package planeval`,
			want:   []string{`the root holds doc.go alone`},
		},
		{
			name:   "a module of its own keeps its own rules",
			file:   "nested/nested.go",
			source: `package nested; import "github.com/anyone/anything"`,
		},
		{
			name:   "testdata is not code of the module",
			file:   "indicator/testdata/bad.go",
			source: `package bad; import "os"`,
		},
		{
			name:   "floating point",
			file:   "indicator/value.go",
			source: `package indicator; func f(x float64) float64 { return x }`,
			want:   []string{`indicator is pure: it may not use float64`, `indicator is pure: it may not use float64`},
		},
		{
			name:   "a package of the standard library that is not on the list",
			file:   "indicator/value.go",
			source: `package indicator; import "context"`,
			want:   []string{`indicator is pure: it may not import "context"`},
		},
		{
			name:   "an impure package",
			file:   "evaluate/rule.go",
			source: `package evaluate; import ("net/http"; "strings")`,
			want:   []string{`evaluate is pure: it may not import "net/http"`},
		},
		{
			name:   "a package below an impure one",
			file:   "evaluate/rule.go",
			source: `package evaluate; import ("os/exec"; "math/rand/v2"; "log/slog")`,
			want: []string{
				`evaluate is pure: it may not import "os/exec"`,
				`evaluate is pure: it may not import "math/rand/v2"`,
				`evaluate is pure: it may not import "log/slog"`,
			},
		},
		{
			name:   "what a simulation needs, in the package that simulates",
			file:   "evaluate/score/simulate.go",
			source: `package score; import ("context"; "math/rand/v2"; "sync"); func f(context.Context, *sync.Mutex) *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }`,
		},
		{
			name:   "a dot import is no way around",
			file:   "evaluate/score/simulate.go",
			source: `package score; import . "sync"`,
			want:   []string{`evaluate/score is pure: it may not import "sync" with a dot`},
		},
		{
			name:   "numbers that nobody seeded",
			file:   "evaluate/score/simulate.go",
			source: `package score; import "math/rand/v2"; func f() int { return rand.IntN(6) }`,
			want:   []string{`evaluate/score is pure: it may not use rand.IntN`},
		},
		{
			name:   "cgo and unsafe",
			file:   "internal/exact/exact.go",
			source: `package exact; import ("C"; "unsafe")`,
			want:   []string{`internal/exact is pure: it may not import "C"`, `internal/exact is pure: it may not import "unsafe"`},
		},
		{
			name:   "the clock",
			file:   "report/report.go",
			source: `package report; import "time"; func year() int { return time.Now().Year() }`,
			want:   []string{`report is pure: it may not use time.Now`},
		},
		{
			name:   "the clock under another name, and not called",
			file:   "report/report.go",
			source: `package report; import clock "time"; var now = clock.Now`,
			want:   []string{`report is pure: it may not use time.Now`},
		},
		{
			name:   "the clock without a qualifier",
			file:   "report/report.go",
			source: `package report; import . "time"; var now = Now`,
			want:   []string{`report is pure: it may not import "time" with a dot`},
		},
		{
			name:   "the rest of package time",
			file:   "indicator/period.go",
			source: `package indicator; import "time"; func day() time.Time { return time.Date(2022, 7, 15, 0, 0, 0, 0, time.UTC) }`,
		},
		{
			name:   "standard output",
			file:   "task/task.go",
			source: `package task; import "fmt"; func f() string { fmt.Println(); return fmt.Sprint() }`,
			want:   []string{`task is pure: it may not use fmt.Println`},
		},
		{
			name:   "a variable of decimal that changes results everywhere",
			file:   "indicator/value.go",
			source: `package indicator; import "github.com/shopspring/decimal"; var places = decimal.DivisionPrecision`,
			want:   []string{`indicator is pure: it may not use decimal.DivisionPrecision`},
		},
		{
			name:   "an init function, but not a method of that name",
			file:   "survey/survey.go",
			source: `package survey; type s struct{}; func (s) init() {}; func init() {}`,
			want:   []string{`survey is pure: it may not have an init function`},
		},
		{
			name:   "an example is a program",
			file:   "examples/zibo/main.go",
			source: `package main; import ("os"; "time"; "github.com/planeval/planeval/report/markdown"; "github.com/planeval/planeval/seeds"); var now = time.Now(); func init() { os.Getpid() }`,
		},
		{
			name:   "what examples share is not for the library",
			file:   "seeds/seeds.go",
			source: `package seeds; import "github.com/planeval/planeval/examples/internal/output"`,
			want:   []string{`seeds may not import "github.com/planeval/planeval/examples/internal/output"`},
		},
		{
			name:   "a file that does not parse",
			file:   "survey/survey.go",
			source: `package survey; import os`,
			want:   []string{`the file does not parse`},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			faults, _ := check(t, fstest.MapFS{
				"go.mod":        {Data: []byte("module " + module)},
				"doc.go":        {Data: []byte("package planeval")},
				"nested/go.mod": {Data: []byte("module " + module + "/nested")},
				test.file:       {Data: []byte(test.source)},
			})
			var got []string
			for _, fault := range faults {
				where, what, _ := strings.Cut(fault, ": ")
				if !strings.HasPrefix(where, test.file+":1") {
					t.Errorf("fault is said to be in %s, want %s:1: %s", where, test.file, fault)
				}
				got = append(got, what)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got faults\n\t%q\nwant\n\t%q", got, test.want)
			}
		})
	}
}

// TestCheckRoot has a root without its doc.go.
func TestCheckRoot(t *testing.T) {
	faults, _ := check(t, fstest.MapFS{"task/task.go": {Data: []byte("package task")}})
	if want := []string{"doc.go:1: the root holds doc.go, which is missing"}; !slices.Equal(faults, want) {
		t.Errorf("got %q, want %q", faults, want)
	}
}

// TestDirectRequirements has the forms that a go.mod file takes.
func TestDirectRequirements(t *testing.T) {
	got := directRequirements(`module example.org/m

go 1.26.0

require example.org/b v1.0.0 // a remark
require example.org/c v1.0.0 // indirect

require (
	example.org/a v1.2.3
	example.org/d v0.0.1 // indirect
)

exclude (
	example.org/e v1.0.0
)
`)
	if want := []string{"example.org/a", "example.org/b"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// check returns what is against the policy in the module in fsys, as "file:line: fault" in the order of the files, and
// the number of Go files it looked at.
func check(t *testing.T, fsys fs.FS) (faults []string, files int) {
	t.Helper()
	rootDoc := false
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if skipped(fsys, name) {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		files++
		rootDoc = rootDoc || name == "doc.go"
		source, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		faults = append(faults, checkSource(name, source)...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !rootDoc {
		faults = append(faults, "doc.go:1: the root holds doc.go, which is missing")
	}
	return faults, files
}

func checkSource(name string, source []byte) []string {
	fileSet := token.NewFileSet()
	file, err := parser.ParseFile(fileSet, name, source, parser.SkipObjectResolution)
	if err != nil {
		return []string{name + ":1: the file does not parse"} // where and why, the compiler says
	}
	var faults []string
	for _, f := range checkFile(name, file) {
		faults = append(faults, fmt.Sprintf("%s:%d: %s", name, fileSet.Position(f.pos).Line, f.text))
	}
	return faults
}

// skipped says whether the go command would not count a folder to the module.
func skipped(fsys fs.FS, folder string) bool {
	if folder == "." {
		return false
	}
	base := path.Base(folder)
	if base == "testdata" || base == "vendor" || base[0] == '.' || base[0] == '_' {
		return true
	}
	_, err := fs.Stat(fsys, path.Join(folder, "go.mod"))
	return err == nil
}

type fault struct {
	pos  token.Pos
	text string
}

// checkFile returns what is against the policy in one file.
func checkFile(name string, file *ast.File) []fault {
	folder := path.Dir(name)
	test := strings.HasSuffix(name, "_test.go")
	at := slices.IndexFunc(layers, func(l layer) bool { return matches(l.folder, folder) })
	if at < 0 {
		return []fault{{file.Package, fmt.Sprintf("folder %s has no line in the policy", folder)}}
	}
	var faults []fault
	if folder == "." && !test && name != "doc.go" {
		faults = append(faults, fault{file.Package, "the root holds doc.go alone"})
	}
	for _, spec := range file.Imports {
		if imported := importPath(spec); !allowed(at, folder, imported, test) {
			faults = append(faults, fault{spec.Pos(), fmt.Sprintf("%s may not import %q", folder, imported)})
		}
	}
	if !test && !layers[at].program {
		for _, f := range impurities(file) {
			imported, isImport := strings.CutPrefix(f.text, "import ")
			if layers[at].floats && strings.HasPrefix(f.text, "use float") ||
				isImport && slices.Contains(layers[at].std, strings.Trim(imported, `"`)) {
				continue
			}
			faults = append(faults, fault{f.pos, fmt.Sprintf("%s is pure: it may not %s", folder, f.text)})
		}
	}
	return faults
}

// allowed says whether the policy lets a file of a folder, whose line is layers[at], import a package.
func allowed(at int, folder, imported string, test bool) bool {
	if standard(imported) {
		return true // impurities has its own say
	}
	below, own := strings.CutPrefix(imported, module+"/")
	switch {
	case imported == module:
		return false
	case !own && test && matchesAny(testThirdParty, imported):
		return true
	case !own:
		return matchesAny(layers[at].thirdParty, imported)
	case test && !matches("examples/...", below):
		return true
	case strings.HasPrefix(below, "internal/") && !strings.HasPrefix(folder, "internal/"):
		return slices.ContainsFunc(layers[:at], func(l layer) bool { return matches(l.folder, below) })
	default:
		return matchesAny(layers[at].imports, below)
	}
}

// impurities returns what makes a file depend on more than its arguments, as text to follow "it may not".
func impurities(file *ast.File) []fault {
	var faults []fault
	paths := map[string]string{} // by the name that the file uses
	for _, spec := range file.Imports {
		imported := importPath(spec)
		if standard(imported) && !matchesAny(pureImports, imported) {
			faults = append(faults, fault{spec.Pos(), fmt.Sprintf("import %q", imported)})
		}
		switch {
		case spec.Name == nil:
			paths[baseName(imported)] = imported
		case spec.Name.Name == ".":
			faults = append(faults, fault{spec.Pos(), fmt.Sprintf("import %q with a dot", imported)})
		default:
			paths[spec.Name.Name] = imported
		}
	}
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.SelectorExpr:
			qualifier, ok := node.X.(*ast.Ident)
			if !ok {
				break
			}
			if imported := paths[qualifier.Name]; slices.Contains(impureNames[imported], node.Sel.Name) {
				faults = append(faults, fault{node.Pos(), fmt.Sprintf("use %s.%s", baseName(imported), node.Sel.Name)})
			}
		case *ast.Ident:
			if node.Name == "float64" || node.Name == "float32" {
				faults = append(faults, fault{node.Pos(), "use " + node.Name})
			}
		case *ast.FuncDecl:
			if node.Recv == nil && node.Name.Name == "init" {
				faults = append(faults, fault{node.Pos(), "have an init function"})
			}
		}
		return true
	})
	return faults
}

// baseName returns the name of a package of the standard library, whose path may end in a version.
func baseName(imported string) string { return path.Base(strings.TrimSuffix(imported, "/v2")) }

// directRequirements returns the sorted module paths that a go.mod file requires and does not mark as indirect.
func directRequirements(gomod string) []string {
	var required []string
	inBlock := false
	for line := range strings.Lines(gomod) {
		code, comment, _ := strings.Cut(line, "//")
		fields := strings.Fields(code)
		switch {
		case len(fields) == 0:
		case fields[0] == ")":
			inBlock = false
		case strings.HasPrefix(code, "require") && strings.HasSuffix(strings.TrimSpace(code), "("):
			inBlock = true
		case strings.HasPrefix(strings.TrimSpace(comment), "indirect"):
		case fields[0] == "require" && len(fields) > 1:
			required = append(required, fields[1])
		case inBlock:
			required = append(required, fields[0])
		}
	}
	slices.Sort(required)
	return required
}

// standard says whether a package is of the standard library.
func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".")
}

func importPath(spec *ast.ImportSpec) string {
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		panic(err) // the parser accepts only string literals
	}
	return p
}

// matches says whether a pattern, which may end in "/...", takes in a path.
func matches(pattern, path string) bool {
	prefix, deep := strings.CutSuffix(pattern, "/...")
	return path == prefix || deep && strings.HasPrefix(path, prefix+"/")
}

func matchesAny(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return matches(pattern, path) })
}
