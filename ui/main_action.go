package ui

import (
	"slices"

	"graduand/data/text"
)

// mainActor is a screen with one thing that it is there for; Ctrl+S does it.
type mainActor interface{ mainAction() }

// onMain does what the screen in front is there for.
func (w *Window) onMain() {
	if s, acts := w.screens[w.current].(mainActor); acts {
		s.mainAction()
	}
}

// mainAction saves the PDF that the preview shows.
func (s *printScreen) mainAction() { s.onSave(".pdf") }

// mainAction chooses a file, or takes in the rows of the one chosen.
func (s *importScreen) mainAction() {
	if s.judged == nil {
		s.onChoose()
		return
	}
	s.onAdd()
}

// onNextLanguage goes round the languages of the window.
func (w *Window) onNextLanguage() {
	all := text.Languages()
	w.changeLanguage(all[(slices.Index(all, w.settings.Language)+1)%len(all)])
}
