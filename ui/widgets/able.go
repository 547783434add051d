package widgets

import "fyne.io/fyne/v2"

// Enable lets a widget be used, or not.
func Enable(o fyne.Disableable, able bool) {
	if able {
		o.Enable()
	} else {
		o.Disable()
	}
}

// SetHidden hides an object, or shows it.
func SetHidden(o fyne.CanvasObject, hidden bool) {
	if hidden {
		o.Hide()
		return
	}
	o.Show()
}
