package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// Empty is what stands over a table without rows: why, and the button of what to do first.
type Empty struct {
	window *Window
	// Words say why.
	Words *widget.Label
	do    *widgets.Button
	// Object is all of it, in the middle of the table.
	Object fyne.CanvasObject
}

// NewEmpty says nothing yet.
func NewEmpty(w *Window) *Empty {
	e := &Empty{window: w, Words: widgets.Wrapped(""), do: widgets.NewButton("", nil, nil)}
	e.Words.Alignment = fyne.TextAlignCenter
	e.do.Hide()
	e.Object = widgets.InTheMiddle(w.Scale(), container.NewVBox(e.Words, container.NewCenter(e.do)))
	return e
}

// Say says why, "" where there are rows, without a button.
func (e *Empty) Say(words string) { e.show(words, "", nil, nil) }

// SayFirst says that there is nobody at all, and leads whoever may to the import of a roster.
func (e *Empty) SayFirst(words string) {
	w := e.window
	if !w.May(registrar.RightRegister) || w.Closed() != "" {
		e.Say(words)
		return
	}
	e.show(words, "menu.import", theme.FolderOpenIcon(), func() { w.Go(Route{Screen: Roster}) })
}

// SayNoneFound says that a search or a filter has found nobody; all takes both away.
func (e *Empty) SayNoneFound(all func()) {
	e.SayNone(e.window.Say("ui.nobody_found", nil), "ui.show_all", all)
}

// SayNone says that a search or a filter has found nothing, with a button of this id that takes both away.
func (e *Empty) SayNone(words, id string, all func()) {
	e.show(words, id, theme.ContentClearIcon(), all)
}

func (e *Empty) show(words, id string, icon fyne.Resource, do func()) {
	e.Words.SetText(words)
	if widgets.SetHidden(e.do, id == ""); id != "" {
		e.do.SetIcon(icon)
		e.do.SetText(e.window.Say(id, nil))
		e.do.OnTapped = do
	}
	widgets.Arrange(e.Object)
}
