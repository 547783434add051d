package reports

import (
	"io"
	"maps"
	"slices"

	"graduand/data"
	"graduand/data/text"
)

func printers() map[string]func(io.Writer, []Card, *text.Text) error {
	return map[string]func(io.Writer, []Card, *text.Text) error{
		"statement-card": Cards,
		"form-card":      Forms,
	}
}

// Layouts are the codes of the layouts of cards, sorted.
func Layouts() []string { return slices.Sorted(maps.Keys(printers())) }

// Print prints cards in the layout with this code; report.unknown_layout when
// there is none such. The words that the cards do not bring are those of the
// language, with own ones (id → sentence) before them.
func Print(layout string, w io.Writer, cards []Card, language string, own map[string]string) error {
	printer, known := printers()[layout]
	if !known {
		return data.Fail("report.unknown_layout", data.Args{"layout": layout})
	}
	return printer(w, cards, text.For(language).With(own))
}

// Words is the catalogue of a document's language, with own sentences (id → sentence)
// before it: for who composes the lines of a document.
func Words(language string, own map[string]string) func(id string, args map[string]any) string {
	return text.For(language).With(own).Say
}
