#!/bin/sh
# In Fyne the mouse finds what has scrolled away, where it stands in a scroll within a scroll.
#
# One would expect: a button that has scrolled out of sight is found by no click; what lies
# where the click goes, is. So it is with one scroll.
# Seen (Fyne 2.7.1): of two scrolls within each other only the inner one bounds what is found.
# All of it that has gone out of the outer one takes clicks there: through a bar of words
# beside it, and even instead of a button there, where that is an earlier child of their
# container. The real window finds by the same function; its painter clips by both scrolls,
# since 2020, so that nobody sees what she has pressed.
# Why a secretary cares: with large letters in a small window her page scrolls as a whole,
# sideways; the list of graduates in it has a scroll of its own. She clicks «Photos» in the
# list of pages, and a graduate beneath it is ticked instead.
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

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// tapped is what a click on the bar at the left presses; the page right of it is scrolled so
// that its wide button lies beneath the bar.
func tapped(bar fyne.CanvasObject, barFirst, within bool) string {
	pressed := "nothing"
	if button, is := bar.(*widget.Button); is {
		button.OnTapped = func() { pressed = "the bar" }
	}
	var row fyne.CanvasObject = widget.NewButton("a graduate", func() { pressed = "what has scrolled away" })
	if within {
		row = container.NewVScroll(row)
	}
	page := container.NewHScroll(container.NewGridWrap(fyne.NewSize(600, 100), row))
	side := container.NewGridWrap(fyne.NewSize(100, 100), bar)
	objects := []fyne.CanvasObject{page, side}
	if barFirst {
		objects = []fyne.CanvasObject{side, page}
	}
	window := test.NewWindow(container.New(layout.NewBorderLayout(nil, nil, side, nil), objects...))
	defer window.Close()
	window.Resize(fyne.NewSize(300, 120))
	page.ScrollToOffset(fyne.NewPos(300, 0))
	test.TapCanvas(window.Canvas(), fyne.NewPos(50, 50))
	return pressed
}

func main() {
	test.NewApp()
	fmt.Println("one scroll, words in the bar:", tapped(widget.NewLabel("school"), false, false))
	fmt.Println("one scroll, a button in the bar, the bar first:", tapped(widget.NewButton("Photos", nil), true, false))
	fmt.Println("two scrolls, words in the bar:", tapped(widget.NewLabel("school"), false, true))
	fmt.Println("two scrolls, a button in the bar, the bar first:", tapped(widget.NewButton("Photos", nil), true, true))
	fmt.Println("two scrolls, a button in the bar, the bar last:", tapped(widget.NewButton("Photos", nil), false, true))
}
GO
go mod init probe
go get fyne.io/fyne/v2/test@v2.7.1 fyne.io/fyne/v2/widget@v2.7.1 || exit 2
CGO_ENABLED=0 go run . > seen
diff - seen <<'SEEN'
one scroll, words in the bar: nothing
one scroll, a button in the bar, the bar first: the bar
two scrolls, words in the bar: what has scrolled away
two scrolls, a button in the bar, the bar first: what has scrolled away
two scrolls, a button in the bar, the bar last: the bar
SEEN
