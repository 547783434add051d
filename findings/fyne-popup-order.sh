#!/bin/sh
# In Fyne a dialog that is hidden takes the dialogs over it off the screen, and tells them nothing.
#
# One would expect: of two dialogs on one window each is hidden by itself. When work under
# way ends and its own dialog goes, a question that was asked over it meanwhile stays; a
# dialog whose Visible is true is seen.
# Seen (Fyne 2.7.1): when the lower one is hidden both are off the canvas. The upper one
# still says that it is visible; nobody sees it, Enter and Esc do not reach it, and whoever
# was to answer is never asked. Hidden from the top downwards all is well. To hide the upper
# one and show it again brings it back.
# Why a secretary cares: «Save before leaving?» that came over «Reading the list…» vanishes
# when the list is read, and the program waits for her answer.
#
# Needs go (no C compiler, no display).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > main.go <<'GO'
package main

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func main() {
	test.NewApp()
	window := test.NewWindow(widget.NewLabel("page"))
	lower := widget.NewModalPopUp(widget.NewLabel("lower"), window.Canvas())
	upper := widget.NewModalPopUp(widget.NewLabel("upper"), window.Canvas())
	lower.Show()
	upper.Show()
	say := func(when string) {
		seen := slices.Contains(window.Canvas().Overlays().List(), fyne.CanvasObject(upper))
		fmt.Printf("%s: upper visible %v, on the canvas %v\n", when, upper.Visible(), seen)
	}
	say("both shown")
	lower.Hide()
	say("lower hidden")
	upper.Hide()
	upper.Show()
	say("upper shown again")
}
GO
go mod init probe
go get fyne.io/fyne/v2/test@v2.7.1 fyne.io/fyne/v2/widget@v2.7.1 || exit 2
CGO_ENABLED=0 go run . > seen
diff - seen <<'SEEN'
both shown: upper visible true, on the canvas true
lower hidden: upper visible true, on the canvas false
upper shown again: upper visible true, on the canvas true
SEEN
