package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// showMenu makes a row the current one and shows what can be done with it.
func (t *Table) showMenu(key string, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(t)
	if t.OnMenu == nil || c == nil {
		return
	}
	t.clicked(key, 0, false)
	if items := t.OnMenu(key); len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
}

// showMenuByKey shows it below the current row.
func (t *Table) showMenuByKey() {
	at, there := t.places[t.cursor]
	if !there {
		return
	}
	below := float32(at+1)*t.rowHeight() - t.list.GetScrollOffset()
	t.showMenu(t.cursor, fyne.CurrentApp().Driver().AbsolutePositionForObject(t.list).AddXY(t.boxWidth(), below))
}
