package history

import (
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// TellFilled says what graduates have filled in since the school was here last, and
// where the school's own value was kept.
func TellFilled(w *frame.Window, filled []registrar.Filled) {
	if len(filled) == 0 {
		return
	}
	rows := container.NewVBox()
	words := frame.NewChanges(w)
	for _, f := range filled {
		if f.Unreadable > 0 {
			rows.Add(widgets.Wrapped(w.Say("filled.unreadable", map[string]any{"name": f.Name, "count": f.Unreadable})))
		}
		rows.Add(widgets.Wrapped(w.Say("filled.taken", map[string]any{"name": f.Name, "count": len(f.Changes)})))
		for _, line := range words.Lines(&registrar.Event{Changes: f.Changes}) {
			rows.Add(widgets.Wrapped("    " + line))
		}
		for _, c := range f.Refused {
			rows.Add(widgets.Wrapped(w.Say("filled.refused", map[string]any{"name": f.Name, "field": w.Registrar().Campaign().FieldTitle(c.Field),
				"ours": words.Value(c.Field, c.Before), "theirs": words.Value(c.Field, c.After)})))
		}
	}
	w.Ask(w.Say("filled.title", nil), widgets.Scrolled(rows, 320*w.Scale()), 620, frame.Choice{Label: w.Say("ui.close", nil)})
}
