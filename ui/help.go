package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

type helpScreen struct{ window *Window }

func newHelpScreen(w *Window) *helpScreen { return &helpScreen{window: w} }

func (s *helpScreen) build() fyne.CanvasObject { return widget.NewLabel("") }

func (s *helpScreen) shown() {}

func (s *helpScreen) changed(registrar.Signal) {}
