#!/bin/sh
# In Fyne the keys mark entries of a long open list that nobody sees.
#
# One would expect: the list of a choice with more entries than the window has room for opens
# where the chosen one is, and when the keys go further down it scrolls, as lists of every
# other program do.
# Seen (Fyne 2.7.1): the list is as high as the window and scrolls by the wheel only. Each
# Down marks the next entry, below the window too, and the list stands still; Enter chooses
# what is out of sight. The type that shows it has no way to scroll it.
# Why a secretary cares: of forty fields that she may change for a class she chooses by the
# keyboard one that she does not see.
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
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func main() {
	test.NewApp()
	window := test.NewWindow(widget.NewLabel(""))
	window.Resize(fyne.NewSize(400, 300))
	var entries []*fyne.MenuItem
	for i := range 40 {
		entries = append(entries, fyne.NewMenuItem(fmt.Sprint("entry ", i), func() { fmt.Println("chosen: entry", i) }))
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", entries...), window.Canvas())
	menu.ShowAtPosition(fyne.NewPos(0, 0))
	down := &fyne.KeyEvent{Name: fyne.KeyDown}
	for range 30 {
		menu.TypedKey(down)
	}
	first := fyne.CurrentApp().Driver().AbsolutePositionForObject(menu.Items[0])
	marked := fyne.CurrentApp().Driver().AbsolutePositionForObject(menu.Items[29])
	fmt.Println("higher than the window:", menu.Size().Height > window.Canvas().Size().Height)
	fmt.Println("scrolled:", first.Y < 0)
	fmt.Println("marked below the window:", marked.Y > window.Canvas().Size().Height)
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
GO
go mod init probe
go get fyne.io/fyne/v2/test@v2.7.1 fyne.io/fyne/v2/widget@v2.7.1 || exit 2
CGO_ENABLED=0 go run . > seen
diff - seen <<'SEEN'
higher than the window: false
scrolled: false
marked below the window: true
chosen: entry 29
SEEN
