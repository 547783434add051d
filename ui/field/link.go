package field

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// link leads to the page that explains the field (KG-049); it is hidden where there is
// none.
func (f *inputFrame) link() fyne.CanvasObject {
	box := container.New(&widgets.Stacked{})
	box.Hide()
	page := f.window.Registrar().Campaign().Link(f.field.Help)
	if page == nil {
		return box
	}
	link := widgets.NewLink(page.Title, func() { f.onLink(page.URL) })
	link.Gained = func() { f.host.Reveal(link) }
	box.Add(container.NewHBox(link))
	if page.Note != "" {
		note := widgets.Small(page.Note)
		note.Importance = widget.LowImportance
		box.Add(note)
	}
	box.Show()
	return box
}

func (f *inputFrame) onLink(url string) {
	w := f.window
	frame.Run(w, &frame.Turn{}, func(context.Context) (struct{}, error) { return struct{}{}, w.OpenFile(url) }, func(_ struct{}, err error) { w.Fail(err) })
}
