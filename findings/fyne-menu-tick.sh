#!/bin/sh
# The first tick of a Fyne menu lies over the words of its item.
#
# One would expect: an item that is ticked after the menu was made, then refreshed, has its
# tick beside its words, as one that was ticked from the beginning.
# Seen (Fyne 2.7.1): whether the items of a menu leave room for a tick is decided once, when
# the menu is made, by whether any is ticked then. A later tick is drawn at the left edge,
# over the first letters; refreshing item and menu moves nothing. A menu of a window, made
# before anybody has chosen anything, is of that kind.
# Why a secretary cares: «View» marks the page that she is on, and its name is unreadable.
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
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// seen says whether the tick of the first item is drawn, and lies over its words.
func seen(menu *widget.Menu) string {
	var tick *canvas.Image
	var words *canvas.Text
	for _, o := range test.WidgetRenderer(menu.Items[0].(fyne.Widget)).Objects() {
		switch o := o.(type) {
		case *canvas.Image:
			if o.Visible() {
				tick = o
			}
		case *canvas.Text:
			words = o
		}
	}
	if tick == nil {
		return "no tick"
	}
	return fmt.Sprintf("a tick, over the words: %v", tick.Position().X+tick.Size().Width > words.Position().X)
}

func menuOf(ticked bool) (*fyne.MenuItem, *widget.Menu) {
	item := fyne.NewMenuItem("Photos", nil)
	item.Checked = ticked
	menu := widget.NewMenu(fyne.NewMenu("View", item, fyne.NewMenuItem("Print", nil)))
	test.NewWindow(menu).Resize(fyne.NewSize(200, 200))
	return item, menu
}

func main() {
	test.NewApp()
	_, menu := menuOf(true)
	fmt.Println("ticked when made:", seen(menu))
	item, menu := menuOf(false)
	item.Checked = true
	menu.Refresh()
	menu.Resize(menu.MinSize())
	fmt.Println("ticked later:    ", seen(menu))
}
GO
go mod init probe
go get fyne.io/fyne/v2/test@v2.7.1 fyne.io/fyne/v2/widget@v2.7.1 || exit 2
CGO_ENABLED=0 go run . > seen
cat seen
diff - seen <<'SEEN'
ticked when made: a tick, over the words: false
ticked later:     a tick, over the words: true
SEEN
