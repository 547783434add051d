package frame

import (
	"fyne.io/fyne/v2"

	"graduand/data/registrar"
)

// House is what stands above the frame and is handed in when it is made: which places
// there are, and whom the frame calls where it knows no more itself.
type House struct {
	// Places are all places that routes lead to.
	Places []Place
	// Menu is the main menu while a registry is open.
	Menu func(w *Window) *fyne.MainMenu

	// Welcome shows the page of who has no registry open. Notice shows the notice of
	// confidentiality and then opens the registry at path.
	Welcome func(w *Window)
	Notice  func(w *Window, path string)
	// SignIn asks who is there.
	SignIn func(w *Window, e registrar.Entrance)
	// FirstPassword replaces a password that somebody else has set.
	FirstPassword func(w *Window)
	// Filled tells what graduates have filled in since the school was here last.
	Filled func(w *Window, filled []registrar.Filled)
	// Closing gives back what is held beyond the registry when the window closes.
	Closing func() error
}
