package access

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// changeForm asks why a graduate gets a new password (KG-037).
type changeForm struct {
	screen   *Screen
	graduate *data.Graduate
	reason   *widgets.Entry
	field    *widgets.Labelled
	box      *frame.Box
}

// whoseOwn is the one graduate whose password for the form here may be changed, nil where
// several are chosen, or a password that the centre's site alone can change.
func (s *Screen) whoseOwn() *data.Graduate {
	if !slices.ContainsFunc(s.chosenRows(), func(row accessRow) bool { return row.door() == data.DoorOwn }) {
		return nil
	}
	return s.one()
}

// onChange gives the one chosen graduate a new password, for a reason.
func (s *Screen) onChange() {
	g := s.whoseOwn()
	if g == nil {
		return
	}
	w := s.Window
	f := &changeForm{screen: s, graduate: g, reason: widgets.NewEntry(w.Say("access_screen.reason_hint", nil))}
	f.field = widgets.NewLabelled(w.Say("access_screen.reason", nil), f.reason)
	f.reason.OnChanged = func(string) { f.field.SetFault("") }
	content := container.NewVBox(widgets.BoldWords(g.FullName()), widgets.Wrapped(w.Say("access.door_"+string(data.DoorOwn), nil)),
		widgets.WarningLine(w.Say("access_screen.change_warning", nil)), f.field.Box)
	f.box = w.Ask(w.Say("access_screen.change", nil), content, 520,
		frame.Choice{Label: w.Say("access_screen.change", nil), Danger: true, Ready: f.onReady}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(f.reason)
}

// onReady changes the password; the dialog stays until it is changed.
func (f *changeForm) onReady() bool {
	w, r, id, reason := f.screen.Window, f.screen.Window.Registrar(), f.graduate.ID, f.reason.Text
	frame.RunLongIn(f.box, w.Say("access_screen.change", nil), func(ctx context.Context, _ frame.Progress) (struct{}, error) {
		return struct{}{}, r.Access.Change(ctx, id, reason)
	}, func(_ struct{}, err error) { f.onChanged(err) })
	return false
}

func (f *changeForm) onChanged(err error) {
	w := f.screen.Window
	switch {
	case registrar.CodeOf(err) == "access.no_reason":
		f.field.SetFault(w.Explain(err))
		w.Canvas().Focus(f.reason)
	case err != nil:
		w.Fail(err)
	default:
		f.box.Close()
		f.screen.keepsGiven([]string{f.graduate.ID})
		changed := w.Say("access_screen.changed", map[string]any{"name": f.graduate.FullName()})
		w.DoneForGood(changed)
		w.Ask(changed, widgets.WarningLine(w.Say("access_screen.changed_next", nil)), 520,
			frame.Choice{Label: w.Say("access_screen.slips", nil), Chosen: f.screen.onSlips}, frame.Choice{Label: w.Say("ui.close", nil)})
	}
}
