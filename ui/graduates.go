package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

type graduatesScreen struct{ window *Window }

func newGraduatesScreen(w *Window) *graduatesScreen { return &graduatesScreen{window: w} }

func (s *graduatesScreen) build() fyne.CanvasObject { return widget.NewLabel("") }

func (s *graduatesScreen) shown() {}

func (s *graduatesScreen) changed(registrar.Signal) {}

func (s *graduatesScreen) onSearch()     {}
func (s *graduatesScreen) onQuickAdd()   {}
func (s *graduatesScreen) onSelectAll()  {}
func (s *graduatesScreen) onCopyNumber() {}
func (s *graduatesScreen) onRemove()     {}
func (s *graduatesScreen) onPrint()      {}
