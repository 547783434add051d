// Command onelabel is a Fyne window with one label: what any program made with Fyne
// costs, beside which ours is measured; with the argument "large" in a window as large as ours, which
// where the PC draws by software costs as much again.
package main

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.graduand.onelabel").NewWindow("onelabel")
	w.SetContent(widget.NewLabel("onelabel"))
	if len(os.Args) > 1 && os.Args[1] == "large" {
		w.Resize(fyne.NewSize(1340, 720))
	}
	w.ShowAndRun()
}
