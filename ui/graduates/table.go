package graduates

import (
	"slices"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/table"
)

// OnBulk asks what those who are ticked, else the current row, are to have in common.
func (s *Screen) OnBulk() {
	w, ids := s.window, slices.Clone(s.table.Selected())
	if len(ids) == 0 || s.status.Chosen() == string(data.StatusRemoved) {
		w.Done(w.Say("bulk_screen.nobody", nil), nil)
		return
	}
	table.AskBulk(w, ids)
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
	if len(w.Boxes()) > 0 || !w.May(registrar.RightRegister) {
		return
	}
	keys := s.table.Keys()
	if at := slices.Index(keys, s.table.Cursor()); at >= 0 {
		table.TakeBlock(w, block, keys[at:])
		return
	}
	table.TakeBlock(w, block, nil)
}
