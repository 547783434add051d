package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A row that has scrolled away under a bar is beneath it for the mouse too. Without the ground it is not: see what
// Fyne makes of a bar that lets the mouse through.
func TestAGroundLetsTheMouseThroughToNobody(t *testing.T) {
	test.NewTempApp(t)
	lit := func(ground fyne.CanvasObject) bool {
		rows := make([]Row, 40)
		for i := range rows {
			rows[i] = Row{Key: fmt.Sprint(i), Cells: []Cell{{Text: "Вовк Ія"}}}
		}
		table := NewTable([]Column{{Title: "Прізвище", Width: 140}})
		room := container.NewVScroll(container.NewGridWrap(fyne.NewSize(300, 600), table))
		bar := container.NewStack(ground, container.NewGridWrap(fyne.NewSize(300, 100), widget.NewLabel("")))
		window := test.NewTempWindow(t, container.NewBorder(nil, bar, nil, nil, room))
		window.Resize(fyne.NewSize(300, 300))
		table.SetRows(rows)
		test.MoveMouse(window.Canvas(), fyne.NewPos(150, 260))
		return slices.ContainsFunc(table.list.sheet.rows, func(o fyne.CanvasObject) bool { return o.(*tableRow).hovered })
	}
	if lit(NewGround(theme.ColorNameBackground)) {
		t.Error("a row beneath the bar is lit")
	}
	if !lit(NewThemed(theme.ColorNameBackground)) {
		t.Error("Fyne has learnt to clip what scrolls within what scrolls: the ground is not needed any more")
	}
}
