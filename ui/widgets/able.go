package widgets

import "fyne.io/fyne/v2"

func Enable(o fyne.Disableable, able bool) {
	if able {
		o.Enable()
	} else {
		o.Disable()
	}
}

func SetHidden(o fyne.CanvasObject, hidden bool) {
	if hidden {
		o.Hide()
		return
	}
	o.Show()
}
