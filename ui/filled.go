package ui

import (
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
)

// tellFilled says what graduates have filled in since the school was here last, and
// where the school's own value was kept.
func tellFilled(w *Window, filled []registrar.Filled) {
	if len(filled) == 0 {
		return
	}
	rows := container.NewVBox()
	words := &pastWords{text: w.Text(), registrar: w.Registrar(), names: map[string]string{}}
	for _, f := range filled {
		if f.Unreadable > 0 {
			rows.Add(wrapped(w.say("filled.unreadable", map[string]any{"name": f.Name, "count": f.Unreadable})))
		}
		rows.Add(wrapped(w.say("filled.taken", map[string]any{"name": f.Name, "count": len(f.Changes)})))
		for _, line := range words.changes(&registrar.Event{Changes: f.Changes}) {
			rows.Add(wrapped("    " + line))
		}
		for _, c := range f.Refused {
			rows.Add(wrapped(w.say("filled.refused", map[string]any{"name": f.Name, "field": w.Registrar().FieldTitle(c.Field),
				"ours": words.value(c.Field, c.Before), "theirs": words.value(c.Field, c.After)})))
		}
	}
	w.ask(w.say("filled.title", nil), scrolled(rows, 320*w.scale()), 620, choice{label: w.say("ui.close", nil)})
}
