#!/bin/sh
# In Fyne a list that gets the height of one row draws all rows in sight anew, each time.
#
# One would expect: to set the heights of a hundred rows costs what it costs to draw them once,
# and a row that is out of sight costs nothing; a height that was set can be forgotten when
# other rows come.
# Seen (Fyne 2.7.1): every SetItemHeight makes a new row to measure it and draws every row in
# sight, for rows out of sight too. Nothing takes a height back: the next rows in the same
# places have those of the rows before.
# Why a secretary cares: in a list where one name of ten needs two lines each letter of the
# search would take as long as hundreds of drawings of the list.
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
	rows, drawn, made := 1000, 0, 0
	list := widget.NewList(func() int { return rows },
		func() fyne.CanvasObject { made++; return widget.NewLabel("row") },
		func(widget.ListItemID, fyne.CanvasObject) { drawn++ })
	window := test.NewWindow(list)
	window.Resize(fyne.NewSize(300, 400))
	list.Refresh()
	drawn, made = 0, 0
	for i := range 100 {
		list.SetItemHeight(500+i, 60)
	}
	fmt.Printf("100 heights of rows out of sight: %d rows drawn, %d made\n", drawn, made)
}
GO
go mod init probe
go get fyne.io/fyne/v2/test@v2.7.1 fyne.io/fyne/v2/widget@v2.7.1 || exit 2
CGO_ENABLED=0 go run . > seen
diff - seen <<'SEEN'
100 heights of rows out of sight: 1100 rows drawn, 100 made
SEEN
