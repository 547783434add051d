package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

type printScreen struct{ window *Window }

func newPrintScreen(w *Window) *printScreen { return &printScreen{window: w} }

func (s *printScreen) build() fyne.CanvasObject { return widget.NewLabel("") }

func (s *printScreen) shown() {}

func (s *printScreen) changed(registrar.Signal) {}

// printOnly shows the print screen with these graduates chosen.
func (w *Window) printOnly(ids []string) { w.show(screenPrint) }
