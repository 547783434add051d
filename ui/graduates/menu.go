package graduates

import (
	"slices"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
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
	if len(ids) > 1 {
		items = append(items, w.Command("bulk_screen.button", "", s.OnBulk))
	}
	label := "ui.remove_button"
	if s.showsRemoved() {
		label = "ui.restore_button"
	}
	return append(items, fyne.NewMenuItemSeparator(), w.Command(label, "", func() { s.remove(ids) }))
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

// OnPrint goes to the print screen with the selected ones, or with nobody chosen
// where none is selected.
func (s *Screen) OnPrint() {
	s.window.Go(frame.Route{Screen: frame.Printing, Only: s.Ticked()})
}
