package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// link leads to the page that explains the field (KG-049); it is hidden where there is
// none.
func (f *inputFrame) link() fyne.CanvasObject {
	box := container.New(&stacked{})
	box.Hide()
	page := f.window.Registrar().Campaign().Link(f.field.Help)
	if page == nil {
		return box
	}
	link := newLink(page.Title, func() { f.onLink(page.URL) })
	link.gained = func() { f.host.reveal(link) }
	box.Add(container.NewHBox(link))
	if page.Note != "" {
		note := small(page.Note)
		note.Importance = widget.LowImportance
		box.Add(note)
	}
	box.Show()
	return box
}

func (f *inputFrame) onLink(url string) {
	w := f.window
	run(w, &turn{}, func(context.Context) (struct{}, error) { return struct{}{}, w.OpenFile(url) }, func(_ struct{}, err error) { w.fail(err) })
}
