package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

type importScreen struct{ window *Window }

func newImportScreen(w *Window) *importScreen { return &importScreen{window: w} }

func (s *importScreen) build() fyne.CanvasObject { return widget.NewLabel("") }

func (s *importScreen) shown() {}

func (s *importScreen) changed(registrar.Signal) {}

// importFile shows the import with this roster.
func (w *Window) importFile(path string) { w.show(screenImport) }
