package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/ui/widgets"
)

// proposing puts the button under the entry of a genitive that takes what is proposed (F-11).
func (t *textInput) proposing(entry fyne.CanvasObject) fyne.CanvasObject {
	t.take = t.below("", t.onTake)
	t.take.SetIcon(theme.ConfirmIcon())
	return container.New(&widgets.Stacked{}, entry, container.NewHBox(t.take))
}

// showProposed shows what stands for an empty genitive: in the entry, in pale letters, and on the
// button that takes it.
func (t *textInput) showProposed() {
	if t.take == nil {
		return
	}
	proposed, hidden := t.field.Proposed, t.take.Hidden
	t.entry.SetPlaceHolder(proposed)
	t.take.SetText(t.window.Say("input.set", map[string]any{"value": proposed}))
	t.take.Hidden = proposed == "" || t.stored() != "" || !t.able()
	if t.take.Hidden != hidden {
		widgets.Arrange(t.whole)
	}
}

func (t *textInput) onTake() {
	t.onPropose(data.Proposal{Field: t.field.Code, Value: t.field.Proposed})
}
