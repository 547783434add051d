package history

import (
	"context"

	"fyne.io/fyne/v2"
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
			rows.Add(unread(w, f))
		}
		if len(f.Changes) > 0 {
			rows.Add(widgets.Wrapped(w.Say("filled.taken", map[string]any{"name": f.Name, "count": len(f.Changes)})))
		}
		for _, line := range words.Lines(&registrar.Event{Changes: f.Changes}) {
			rows.Add(widgets.Wrapped("    " + line))
		}
		for _, doubt := range f.Doubts {
			rows.Add(widgets.WarningLine(w.Phrase(doubt)))
		}
		for _, c := range f.Refused {
			rows.Add(widgets.Wrapped(w.Say("filled.refused", map[string]any{"name": f.Name, "field": w.Registrar().Campaign().FieldTitle(c.Field),
				"ours": words.Value(c.Field, c.Before), "theirs": words.Value(c.Field, c.After)})))
		}
	}
	w.Ask(w.Say("filled.title", nil), widgets.ScrolledTo(rows, 620, 320, w.Scale()), 620, frame.Choice{Label: w.Say("ui.close", nil)})
}

// unread says what of a graduate could not be read; the head may throw it away.
func unread(w *frame.Window, f registrar.Filled) fyne.CanvasObject {
	name := f.Name
	if f.Graduate == "" {
		name = w.Say("filled.nobody", nil)
	}
	said := widgets.Wrapped(w.Say("filled.unreadable", map[string]any{"name": name, "count": f.Unreadable}))
	if !w.Registrar().May(registrar.RightErase) {
		return said
	}
	drop := widgets.NewButton(w.Say("filled.drop", nil), nil, nil)
	drop.OnTapped = func() { dropUnread(w, f, drop) }
	return container.NewVBox(said, container.NewHBox(drop))
}

func dropUnread(w *frame.Window, f registrar.Filled, drop *widgets.Button) {
	r := w.Registrar()
	drop.Disable()
	frame.RunLong(w, w.Say("filled.drop", nil), func(ctx context.Context, _ frame.Progress) (struct{}, error) {
		return struct{}{}, r.Form.DropUnread(ctx, f.Graduate)
	}, func(_ struct{}, err error) {
		if err != nil {
			drop.Enable()
			w.Fail(err)
			return
		}
		drop.SetText(w.Say("filled.dropped", nil))
	})
}
