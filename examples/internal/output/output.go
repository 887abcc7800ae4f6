// Package output holds what the example programs share: the languages and formats they know, and files that are
// written only when there is something whole to write.
package output

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/planeval/planeval/evaluate"
	"github.com/planeval/planeval/report"
	"github.com/planeval/planeval/report/markdown"
	"github.com/planeval/planeval/report/text"
	"golang.org/x/text/language"
)

// Width is how many columns the summary takes on a terminal.
const Width = 118

// Options returns the report's options for the flag -lang.
func Options(lang string) (report.Options, error) {
	switch lang {
	case "zh":
		return report.Options{Language: language.SimplifiedChinese}, nil
	case "en":
		return report.Options{Language: language.English}, nil
	}
	return report.Options{}, fmt.Errorf("-lang %q: want zh or en", lang)
}

// Render writes the evaluation in the given format: text is the summary, md the whole report, json everything that
// was computed.
func Render(w io.Writer, format string, e *evaluate.Evaluation, options report.Options) error {
	switch format {
	case "text":
		return text.Write(w, report.Summary(e, options), Width)
	case "md":
		return markdown.Write(w, report.Build(e, options))
	case "json":
		return report.WriteJSON(w, e)
	}
	return unknown(format)
}

// RenderChanges writes what changed between two evaluations of one plan, in the same formats.
func RenderChanges(w io.Writer, format string, before, after *evaluate.Evaluation, options report.Options) error {
	document, err := report.BuildChanges(before, after, options)
	if err != nil {
		return err
	}
	switch format {
	case "text":
		return text.Write(w, document, Width)
	case "md":
		return markdown.Write(w, document)
	case "json":
		comparison, err := evaluate.Compare(before, after)
		if err != nil {
			return err
		}
		return report.WriteJSON(w, &comparison)
	}
	return unknown(format)
}

func unknown(format string) error { return fmt.Errorf("-format %q: want text, md or json", format) }

// File renders into a file, which is written only when everything has been rendered.
func File(path string, render func(io.Writer) error) error {
	var content bytes.Buffer
	if err := render(&content); err != nil {
		return err
	}
	return os.WriteFile(path, content.Bytes(), 0o666)
}
