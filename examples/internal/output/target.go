package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/csv"
	"github.com/planeval/planeval/report/docx"
	"github.com/planeval/planeval/report/html"
	"github.com/planeval/planeval/report/markdown"
	"github.com/planeval/planeval/report/text"
)

// width is how many columns the summary takes on a terminal.
const width = 118

// Report is what a program has to write.
type Report struct {
	Summary  func() report.Document
	Document func() report.Document
	Data     []Data // everything that was computed, for programs
}

// Data is a JSON file. Where there are several, one JSON object holds them all by the names of the files.
type Data struct {
	Name  string // evaluation.json
	Write func(io.Writer) error
}

// renderers write the whole report, by format.
var renderers = []struct {
	format string
	write  func(io.Writer, report.Document) error
}{
	{"html", func(w io.Writer, d report.Document) error { return html.Write(w, d, html.Options{}) }},
	{"docx", func(w io.Writer, d report.Document) error { return docx.Write(w, d, docx.Options{}) }},
	{"md", markdown.Write},
	{"csv", csv.Write},
}

// Target says where a report goes, by the flags -format and -o.
type Target struct {
	format string
	path   string
	folder string // where everything goes without flags; empty: nowhere
	inputs []os.FileInfo
}

// Flags adds the flags; folder is where everything is written without them, or empty, and holds says what the JSON holds.
func (t *Target) Flags(flags *flag.FlagSet, folder, holds string) {
	t.folder = folder
	flags.StringVar(&t.format, "format", "", "write one thing alone, `text|html|docx|md|csv|json`: the summary, the whole report, or as JSON "+holds)
	where := ""
	if folder != "" {
		where = " (default \"" + folder + "\")"
	}
	flags.StringVar(&t.path, "o", "", "the `DIR` to write everything to"+where+", or with -format the FILE to write instead of standard output; a FILE that ends in a format's name needs no -format")
}

// Check faults what the flags were given, and finds the format that a file's ending says. The inputs are files that must not be
// written over.
func (t *Target) Check(inputs ...string) error {
	for _, path := range inputs {
		if info, err := os.Stat(path); err == nil {
			t.inputs = append(t.inputs, info)
		}
	}
	ending := filepath.Ext(t.path)
	known := slices.Contains(formats()[1:], strings.TrimPrefix(ending, "."))
	switch {
	case t.path == "-":
		return errors.New("-o -: want a directory or a file; standard output is where a -format goes without -o")
	case t.format != "" && !slices.Contains(formats(), t.format):
		return fmt.Errorf("-format %q: want one of %s", t.format, strings.Join(formats(), ", "))
	case t.format != "" && known && ending[1:] != t.format:
		return fmt.Errorf("-o %q: its ending is not that of -format %s", t.path, t.format)
	case t.format != "":
		return nil
	case known:
		t.format = ending[1:]
		return nil
	case ending == ".xlsx":
		return fmt.Errorf("-o %q: examples/xlsx writes workbooks, a program of its own", t.path)
	}
	if info, err := os.Stat(t.path); ending != "" && (err != nil || !info.IsDir()) {
		return fmt.Errorf("-o %q: want a directory, or a file that ends in .%s", t.path, strings.Join(formats()[1:], ", ."))
	}
	return nil
}

// formats are those that -format takes; behind the first, the summary, also the endings of files.
func formats() []string {
	list := []string{"text"}
	for _, r := range renderers {
		list = append(list, r.format)
	}
	return append(list, "json")
}

// Write writes the report: one format to its file or standard output, or else the summary to standard output and
// everything to the folder, whose files it names.
func (t *Target) Write(stdout io.Writer, r Report) error {
	if t.format != "" {
		render := func(w io.Writer) error { return r.render(w, t.format) }
		if t.path != "" {
			return t.writeFile(t.path, render)
		}
		return render(stdout)
	}
	folder := t.folder
	if t.path != "" {
		folder = t.path
	}
	if folder != "" {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return err
		}
	}
	if err := r.render(stdout, "text"); err != nil || folder == "" {
		return err
	}
	return t.writeAll(r, folder, stdout)
}

// writeAll writes the report in every format, and the data, to a folder that is there, once everything has been rendered.
func (t *Target) writeAll(r Report, folder string, stdout io.Writer) error {
	document := r.Document()
	files := slices.Clone(r.Data)
	for i, renderer := range renderers {
		files = slices.Insert(files, i, Data{"report." + renderer.format, func(w io.Writer) error { return renderer.write(w, document) }})
	}
	contents := make([]bytes.Buffer, len(files))
	for i, file := range files {
		if err := errors.Join(t.refuse(filepath.Join(folder, file.Name)), file.Write(&contents[i])); err != nil {
			return err
		}
	}
	for i, file := range files {
		path := filepath.Join(folder, file.Name)
		if err := os.WriteFile(path, contents[i].Bytes(), 0o666); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(stdout, path); err != nil {
			return err
		}
	}
	return nil
}

func (r Report) render(w io.Writer, format string) error {
	switch format {
	case "text":
		return text.Write(w, r.Summary(), width)
	case "json":
		return r.writeData(w)
	}
	for _, renderer := range renderers {
		if renderer.format == format {
			return renderer.write(w, r.Document())
		}
	}
	return fmt.Errorf("no format %q", format)
}

// writeData writes the data or, of several, one object of them.
func (r Report) writeData(w io.Writer) error {
	if len(r.Data) == 1 {
		return r.Data[0].Write(w)
	}
	all, raw := map[string]json.RawMessage{}, bytes.Buffer{}
	for _, d := range r.Data {
		raw.Reset()
		if err := d.Write(&raw); err != nil {
			return err
		}
		all[strings.TrimSuffix(d.Name, ".json")] = slices.Clone(raw.Bytes())
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(all)
}

func (t *Target) writeFile(path string, render func(io.Writer) error) error {
	if err := t.refuse(path); err != nil {
		return err
	}
	return WriteFile(path, render)
}

// refuse is an error for a file that is an input.
func (t *Target) refuse(path string) error {
	if info, err := os.Stat(path); err == nil && slices.ContainsFunc(t.inputs, func(input os.FileInfo) bool { return os.SameFile(info, input) }) {
		return fmt.Errorf("%s is an input and is not written over", path)
	}
	return nil
}

// WriteFile renders into a file, which is written only when everything has been rendered.
func WriteFile(path string, render func(io.Writer) error) error {
	var content bytes.Buffer
	if err := render(&content); err != nil {
		return err
	}
	return os.WriteFile(path, content.Bytes(), 0o666)
}
