package settings

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// TellNews says what the person who has just signed in must know of the registry itself:
// what is spoilt in it, and that the clock of the PC is wrong.
func TellNews(w *frame.Window, n frame.News) {
	if !n.Behind.IsZero() {
		w.Ask(w.Say("settings_screen.clock_title", nil), widgets.Wrapped(w.Say("doctor.clock", map[string]any{
			"now": w.Registrar().Now().Format(clockLayout), "last": n.Behind.Format(clockLayout)})), 520, frame.Choice{Label: w.Say("ui.close", nil)})
	}
	if len(n.Ills) == 0 {
		return
	}
	rows := container.NewVBox()
	for _, ill := range n.Ills {
		rows.Add(widgets.Wrapped("    " + w.Say("doctor."+ill.Code, ill.Args)))
	}
	content := container.NewVBox(widgets.Wrapped(w.Say("doctor.found", map[string]any{"count": len(n.Ills)})),
		widgets.ScrolledTo(rows, 620, 240, w.Scale()), widgets.Wrapped(w.Say("doctor.advice", nil)))
	choices := []frame.Choice{{Label: w.Say("ui.close", nil)}}
	if w.Registrar().May(registrar.RightSetAside) {
		choices = append([]frame.Choice{{Label: w.Say("settings_screen.set_aside", nil), Chosen: func() { askSetAside(w, func() {}) }}}, choices...)
	}
	w.Ask(w.Say("settings_screen.spoilt_title", nil), content, 620, choices...)
}

const clockLayout = "02.01.2006 15:04"

// askSetAside asks whether what is spoilt is to be taken out, and does it.
func askSetAside(w *frame.Window, done func()) {
	w.Ask(w.Say("settings_screen.set_aside_title", nil), widgets.Wrapped(w.Say("settings_screen.set_aside_about", nil)), 560,
		frame.Choice{Label: w.Say("settings_screen.set_aside_yes", nil), Danger: true, Chosen: func() { setAside(w, done) }},
		frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func setAside(w *frame.Window, done func()) {
	r := w.Registrar()
	frame.RunLong(w, w.Say("settings_screen.setting_aside", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
		_, kept, err := r.SetAside(ctx)
		return kept, err
	}, func(kept string, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		done()
		w.Done(w.Say("doctor.aside", map[string]any{"file": filepath.Base(kept)}), nil)
	})
}
