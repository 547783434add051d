// Command onelabel is a Fyne window with one label: what any program made with Fyne
// costs, beside which ours is measured.
package main

import (
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.graduand.onelabel").NewWindow("onelabel")
	w.SetContent(widget.NewLabel("onelabel"))
	w.ShowAndRun()
}
