package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

type historyScreen struct{ window *Window }

func newHistoryScreen(w *Window) *historyScreen { return &historyScreen{window: w} }

func (s *historyScreen) build() fyne.CanvasObject { return widget.NewLabel("") }

func (s *historyScreen) shown() {}

func (s *historyScreen) changed(registrar.Signal) {}
