package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

type settingsScreen struct{ window *Window }

func newSettingsScreen(w *Window) *settingsScreen { return &settingsScreen{window: w} }

func (s *settingsScreen) build() fyne.CanvasObject { return widget.NewLabel("") }

func (s *settingsScreen) shown() {}

func (s *settingsScreen) changed(registrar.Signal) {}
