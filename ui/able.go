package ui

import "fyne.io/fyne/v2"

func enable(o fyne.Disableable, able bool) {
	if able {
		o.Enable()
	} else {
		o.Disable()
	}
}

func setHidden(o fyne.CanvasObject, hidden bool) {
	if hidden {
		o.Hide()
		return
	}
	o.Show()
}
