package graduates

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/field"
	"graduand/ui/frame"
)

// onMenu is what can be done with a row: with all who are ticked where it is one of them,
// else with this one alone. Who is meant stands at the head.
func (s *Screen) onMenu(key string) []*fyne.MenuItem {
	w, ids := s.window, []string{key}
	if ticked := s.Ticked(); slices.Contains(ticked, key) {
		ids = slices.Clone(ticked)
	}
	head := fyne.NewMenuItem(s.named(ids), nil)
	head.Disabled = true
	items := []*fyne.MenuItem{head, fyne.NewMenuItemSeparator(), w.Command("menu.form", "", s.OnForm),
		w.Command("ui.print_button", "", func() { w.Go(frame.Route{Screen: frame.Printing, Only: ids}) }),
		w.Command("graduates_screen.copy", "", func() { s.table.Copy(w.Clipboard(), ids...) })}
	if row := s.rows[key]; row != nil && row.Graduate.Current().CardNumber != "" {
		items = append(items, w.Command("menu.copy_number", "", s.OnCopyNumber))
	}
	if !w.May(registrar.RightRegister) {
		return items
	}
	if slices.ContainsFunc(ids, s.isFinished) && !slices.ContainsFunc(ids, func(id string) bool { return !s.isFinished(id) }) {
		items = append(items, w.Command("form_screen.give_back", "", func() { field.AskGiveBack(w, ids) }))
	}
	if len(ids) > 1 {
		items = append(items, w.Command("bulk_screen.button", "", s.OnBulk))
	}
	label := "ui.remove_button"
	if s.showsRemoved() {
		label = "ui.restore_button"
	}
	return append(items, fyne.NewMenuItemSeparator(), w.Command(label, "", func() { s.remove(ids) }))
}

// isFinished says that the form of one who is shown is finished.
func (s *Screen) isFinished(id string) bool {
	row := s.rows[id]
	return row != nil && row.Graduate.Removed == nil && row.Graduate.Current().Fact(data.FactFinished, "") != nil
}

// onCopied says that rows lie on the clipboard.
func (s *Screen) onCopied(number int) {
	s.window.Done(s.window.Say("graduates_screen.copied", map[string]any{"number": number}), nil)
}

// OnCopyNumber puts the centre's card number of the current row on the clipboard.
func (s *Screen) OnCopyNumber() {
	if row, there := s.rows[s.table.Cursor()]; there {
		s.window.CopyNumber(row.Graduate)
		return
	}
	s.window.Done(s.window.Say("ui.nothing_to_copy", nil), nil)
}

// OnPrint goes to the print screen with those who are ticked, else with those whom a search or a
// filter shows.
func (s *Screen) OnPrint() { s.printed("") }

// OnPaper is [Screen.OnPrint] with a document chosen.
func (s *Screen) OnPaper(code string) { s.printed(code) }

// printed goes on when the rows are there that were asked for last: they are who is printed.
func (s *Screen) printed(paper string) {
	route := frame.Route{Screen: frame.Printing, Paper: paper, Only: s.Ticked()}
	if len(route.Only) > 0 {
		s.window.Go(route)
		return
	}
	if !reflect.DeepEqual(s.filter(), s.shown) {
		s.whenThere = func() { s.printed(paper) }
		return
	}
	switch shown := s.table.Keys(); {
	case s.all > 0 && len(shown) == 0:
		s.window.Done(s.empty.Words.Text, nil)
		return
	case s.showsRemoved():
		// Who was removed is not printed.
	case len(shown) < s.all:
		route.Only, route.Shown = shown, true
	}
	s.window.Go(route)
}
