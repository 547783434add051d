package ui

import (
	"slices"

	"graduand/data"
	"graduand/data/registrar"
)

// onBulk asks what those who are ticked, else the current row, are to have in common.
func (s *graduatesScreen) onBulk() {
	w, ids := s.window, slices.Clone(s.table.Selected())
	if len(ids) == 0 || s.status.chosen() == string(data.StatusRemoved) {
		w.done(w.say("bulk_screen.nobody", nil), nil)
		return
	}
	askBulk(w, ids)
}

// onCollect asks what a workbook for a class teacher is to have, and writes it.
func (s *graduatesScreen) onCollect() {
	askCollect(s.window, slices.Clone(s.Ticked()), s.class.chosen())
}

// onCollected asks for a workbook that came back.
func (s *graduatesScreen) onCollected() { openCollected(s.window) }

// onPasteClipboard takes the block that lies on the clipboard.
func (s *graduatesScreen) onPasteClipboard() { s.onPaste(s.window.Clipboard().Content()) }

// onPaste reads a block of a spreadsheet for the rows from the current one on.
func (s *graduatesScreen) onPaste(block string) {
	w := s.window
	if len(w.Boxes()) > 0 || !w.May(registrar.RightRegister) {
		return
	}
	var rows []string
	for _, row := range s.table.Rows() {
		if len(rows) > 0 || row.Key == s.table.Cursor() {
			rows = append(rows, row.Key)
		}
	}
	takeBlock(w, block, rows)
}
