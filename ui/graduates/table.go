package graduates

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/table"
	"graduand/ui/widgets"
)

// OnBulk asks what those who are ticked are to have in common, else the current one alone.
func (s *Screen) OnBulk() {
	w, ids := s.window, slices.Clone(s.table.Selected())
	if len(ids) == 0 || s.showsRemoved() {
		w.Done(w.Say("bulk_screen.nobody", nil), nil)
		return
	}
	table.AskBulk(w, ids, s.table.Marked() > 0)
}

// OnCollect asks what a workbook for a class teacher is to have, and writes it.
func (s *Screen) OnCollect() {
	table.AskCollect(s.window, slices.Clone(s.Ticked()), s.class.Chosen())
}

// OnCollected asks for a workbook that came back.
func (s *Screen) OnCollected() { table.OpenCollected(s.window) }

// OnPasteClipboard takes the block that lies on the clipboard.
func (s *Screen) OnPasteClipboard() { s.onPaste(s.window.Clipboard().Content()) }

// onPaste reads a block of a spreadsheet for the rows from the current one on.
func (s *Screen) onPaste(block string) {
	w := s.window
	if len(w.Boxes()) > 0 || w.Refused(registrar.RightRegister) {
		return
	}
	keys := s.table.Keys()
	if at := slices.Index(keys, s.table.Cursor()); at >= 0 {
		table.TakeBlock(w, block, keys[at:])
		return
	}
	table.TakeBlock(w, block, nil)
}

// listing are the columns of the campaign, with what each shows of a graduate: where the
// phone is the login, phone and full name come first.
func listing(w *frame.Window, byPhone bool) widgets.Listing[*registrar.Row] {
	column := func(id string, width float32, drop int, cell func(*registrar.Row) widgets.Cell) widgets.ColumnOf[*registrar.Row] {
		return widgets.ColumnOf[*registrar.Row]{Column: widgets.Column{Name: id, Title: w.Say("column."+id, nil), Width: width, Drop: drop}, Cell: cell}
	}
	words := func(id string, width float32, drop int, of func(*data.Graduate) string) widgets.ColumnOf[*registrar.Row] {
		return column(id, width, drop, func(row *registrar.Row) widgets.Cell { return widgets.Text(of(row.Graduate)) })
	}
	name := words("name", 214, 0, (*data.Graduate).FullName)
	status := column("status", 190, 0, func(row *registrar.Row) widgets.Cell { return statusCell(w, row) })
	next := column("next", 176, 1, func(row *registrar.Row) widgets.Cell { return widgets.Text(w.NextWords(row.Next)) })
	name.TwoLines, status.TwoLines, status.Stretch, next.TwoLines = true, true, true, true
	name.Most = 300
	class := func(drop int) widgets.ColumnOf[*registrar.Row] {
		return words("class", 54, drop, func(g *data.Graduate) string { return g.Class })
	}
	birth := func(g *data.Graduate) string { return g.BirthDate.Dotted() }
	document := func(g *data.Graduate) string { return g.Document.Text() }
	if byPhone {
		name.Width, status.Width = 180, 224
		phone := words("phone", 120, 0, func(g *data.Graduate) string { return registrar.FormatPhone(g.Phone) })
		mode := words("mode", 84, 3, func(g *data.Graduate) string { return w.ModeWords(g.Mode) })
		all := widgets.Listing[*registrar.Row]{phone, name, class(2), words("birth", 88, 4, birth), words("document", 92, 5, document), mode}
		if w.Registrar().Campaign().RecordedOnSite() {
			all = append(all, column("site", 78, 1, siteCell))
		}
		return append(all, status, next)
	}
	subjects := words("subjects", 66, 5, func(g *data.Graduate) string { return strconv.Itoa(len(g.Current().Subjects)) })
	subjects.Right = true
	return widgets.Listing[*registrar.Row]{class(0), name, words("birth", 88, 2, birth), words("document", 92, 3, document),
		column("card", 116, 0, cardCell), subjects, status, next}
}

// cardCell shows the centre's number, or the draft number in a paler colour.
func cardCell(row *registrar.Row) widgets.Cell {
	if number := row.Graduate.Current().CardNumber; number != "" {
		return widgets.Cell{Text: number}
	}
	return widgets.Cell{Text: row.DraftNumber, Colour: theme.ColorNamePlaceHolder}
}

// siteCell is the day of the year on which the data was entered at the centre's site, marked
// where it has changed since.
func siteCell(row *registrar.Row) widgets.Cell {
	fact := row.Graduate.Current().Fact(data.FactEntered, "")
	if fact == nil {
		return widgets.Cell{}
	}
	day := fact.On.Dotted()
	cell := widgets.Cell{Text: day[:min(len("02.01"), len(day))], Sort: string(fact.On), Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
	if row.Site == registrar.SiteChanged {
		cell.Icon, cell.Colour = theme.WarningIcon(), theme.ColorNameWarning
	}
	return cell
}

// statusCell says the first thing that is wrong, or how far the graduate is: always
// by an icon and a word, never by colour alone. Once the kit is there it is how far that is: what else
// might be mended is a hint then, and stands behind.
func statusCell(w *frame.Window, row *registrar.Row) widgets.Cell {
	if row.Status.Reached(data.StatusReceived) {
		cell := widgets.Cell{Text: w.Say("status."+string(row.Status), nil)}
		cell.Icon, cell.Colour = widgets.StatusLook(row.Status)
		if row.First != nil && !row.Status.Reached(data.StatusDispatched) {
			cell.Text, cell.Short = cell.Text+". "+w.Phrase(*row.First), cell.Text
		}
		return cell
	}
	if f := row.First; f != nil {
		icon, colour := widgets.SeverityLook(f.Severity)
		words := w.Phrase(*f)
		return widgets.Cell{Text: words, Short: text.FirstSentence(words), Icon: icon, Colour: colour}
	}
	cell := stateCell(w, row)
	if row.Aside != nil {
		cell.Text, cell.Short = cell.Text+". "+w.Phrase(*row.Aside), cell.Text
	}
	return cell
}

// stateCell says how far the graduate is, and where the card has its number how far that is.
func stateCell(w *frame.Window, row *registrar.Row) widgets.Cell {
	cell := widgets.Cell{Text: w.Say("status."+string(row.Status), nil), Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
	switch row.Card {
	case "", data.CardMissing:
		return cell
	case data.CardChanged:
		cell.Icon, cell.Colour = theme.WarningIcon(), theme.ColorNameWarning
	}
	cell.Text = w.Say("graduates_screen.card_"+string(row.Card), nil)
	return cell
}
