package graduates

import (
	"strconv"

	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// graduateRow makes the words of one row. It is called off the window's goroutine
// and touches no widget.
func graduateRow(w *frame.Window, row *registrar.Row, byPhone bool) widgets.Row {
	g := row.Graduate
	plain := func(s string) widgets.Cell { return widgets.Cell{Text: s} }
	if byPhone {
		mode := ""
		if g.Mode != "" {
			mode = w.Say("mode."+string(g.Mode), nil)
		}
		return widgets.Row{Key: g.ID, Cells: []widgets.Cell{plain(registrar.FormatPhone(g.Phone)), plain(g.FullName()), plain(g.Class),
			plain(g.BirthDate.Dotted()), plain(g.Document.Text()), plain(mode), statusCell(w, row)}}
	}
	return widgets.Row{Key: g.ID, Cells: []widgets.Cell{plain(g.Class), plain(g.FullName()), plain(g.BirthDate.Dotted()),
		plain(g.Document.Text()), cardCell(row), plain(strconv.Itoa(len(g.Current().Subjects))), statusCell(w, row)}}
}

// cardCell shows the centre's number, or the draft number in a paler colour.
func cardCell(row *registrar.Row) widgets.Cell {
	if number := row.Graduate.Current().CardNumber; number != "" {
		return widgets.Cell{Text: number}
	}
	return widgets.Cell{Text: row.DraftNumber, Colour: theme.ColorNamePlaceHolder}
}

// statusCell says the first thing that is wrong, or how far the graduate is: always
// by an icon and a word, never by colour alone.
func statusCell(w *frame.Window, row *registrar.Row) widgets.Cell {
	if f := row.First; f != nil {
		icon, colour := widgets.SeverityLook(f.Severity)
		words := w.Phrase(*f)
		return widgets.Cell{Text: words, Short: frame.FirstSentence(words), Icon: icon, Colour: colour}
	}
	return widgets.Cell{Text: w.Say("status."+string(row.Status), nil), Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
}
