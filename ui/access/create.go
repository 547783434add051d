package access

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onCreate makes accesses for the marked graduates; where none is marked it asks for
// whom (KG-008, KG-034).
func (s *Screen) onCreate() {
	w := s.Window
	if s.Table.Marked() > 0 {
		s.createFor(people(s.chosenRows(), lacksOwn))
		return
	}
	shown := people(s.listed, lacksOwn)
	if len(shown) == 0 {
		s.createFor(nil)
		return
	}
	offers := s.offers(shown)
	if len(offers) == 1 {
		s.createFor(shown)
		return
	}
	offers = append(offers, frame.Choice{Label: w.Say("ui.cancel", nil)})
	content := container.NewVBox(widgets.Wrapped(w.Say("access_screen.create_whom", nil)))
	if row, there := s.rows[s.Table.Cursor()]; there && lacksOwn(row.graduate) {
		content.Objects = append([]fyne.CanvasObject{widgets.BoldWords(row.graduate.FullName())}, content.Objects...)
	}
	w.Ask(w.Say("access_screen.create", nil), content, 640, offers...)
}

// offers are the narrowest group first: the current row, its class, all shown. A group
// that is no larger than the one before it is not offered.
func (s *Screen) offers(shown []*data.Graduate) []frame.Choice {
	w, last := s.Window, 0
	var offers []frame.Choice
	offer := func(id string, whom []*data.Graduate, args map[string]any) {
		if len(whom) <= last {
			return
		}
		last = len(whom)
		args["number"] = len(whom)
		offers = append(offers, frame.Choice{Label: w.Say(id, args), Chosen: func() { s.createFor(whom) }})
	}
	if row, there := s.rows[s.Table.Cursor()]; there {
		class := row.graduate.Class
		offer("access_screen.for_current", people([]accessRow{row}, lacksOwn), map[string]any{})
		if class != "" {
			offer("access_screen.for_class", people(s.listed, func(g *data.Graduate) bool { return g.Class == class && lacksOwn(g) }), map[string]any{"class": class})
		}
	}
	offer("access_screen.for_shown", shown, map[string]any{})
	return offers
}

// createFor makes accesses in the background. Those without a phone are left out where
// others have one: a phone is the login.
func (s *Screen) createFor(graduates []*data.Graduate) {
	w := s.Window
	var ids []string
	for _, g := range graduates {
		if g.Phone != "" {
			ids = append(ids, g.ID)
		}
	}
	left := len(graduates) - len(ids)
	switch {
	case s.creating:
		return
	case len(graduates) == 0:
		w.Done(w.Say("access_screen.all_have", nil), nil)
		return
	case len(ids) == 0:
		ids, left = graduateIDs(graduates), 0
	}
	r := w.Registrar()
	s.creating = true
	frame.RunLong(w, w.Say("access_screen.creating", map[string]any{"number": len(ids)}), func(ctx context.Context, progress frame.Progress) (int, error) {
		return r.Access.Create(ctx, ids, progress)
	}, func(made int, err error) { s.onCreated(made, left, err) })
}

// onCreated says how many were made: those made before a cancel or a failure stay.
func (s *Screen) onCreated(made, left int, err error) {
	w := s.Window
	s.creating = false
	w.Fail(err)
	if made == 0 && err != nil {
		return
	}
	message := w.Say("access.made", map[string]any{"count": made})
	switch {
	case errors.Is(err, context.Canceled):
		message = w.Say("access_screen.stopped", nil) + " " + message
	case left > 0:
		message += " " + w.Say("access_screen.left_out", map[string]any{"number": left})
	}
	w.Done(message, nil)
}

// changeForm asks why a graduate gets a new password (KG-037).
type changeForm struct {
	screen   *Screen
	graduate *data.Graduate
	reason   *widgets.Entry
	field    *widgets.Labelled
	box      *frame.Box
	// changing says that the password is being changed: a second press changes it no more.
	changing bool
}

// onChange gives the one chosen graduate a new password, for a reason.
func (s *Screen) onChange() {
	g := s.one()
	if g == nil || !hasOwn(g) {
		return
	}
	w := s.Window
	f := &changeForm{screen: s, graduate: g, reason: widgets.NewEntry(w.Say("access_screen.reason_hint", nil))}
	f.field = widgets.NewLabelled(w.Say("access_screen.reason", nil), f.reason)
	f.reason.OnChanged = func(string) { f.field.SetFault("") }
	frame.LeaveByEscape(f.reason, func() *frame.Box { return f.box })
	content := container.NewVBox(widgets.BoldWords(g.FullName()), widgets.WarningLine(w.Say("access_screen.change_warning", nil)), f.field.Box)
	f.box = w.Ask(w.Say("access_screen.change", nil), content, 520,
		frame.Choice{Label: w.Say("access_screen.change", nil), Danger: true, Ready: f.onReady}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(f.reason)
}

// onReady changes the password; the dialog stays until it is changed.
func (f *changeForm) onReady() bool {
	if f.changing {
		return false
	}
	f.changing = true
	w, r, id, reason := f.screen.Window, f.screen.Window.Registrar(), f.graduate.ID, f.reason.Text
	frame.RunLong(w, w.Say("access_screen.change", nil), func(ctx context.Context, _ frame.Progress) (struct{}, error) {
		return struct{}{}, r.Access.Change(ctx, id, reason)
	}, func(_ struct{}, err error) { f.onChanged(err) })
	return false
}

func (f *changeForm) onChanged(err error) {
	w := f.screen.Window
	f.changing = false
	switch {
	case registrar.CodeOf(err) == "access.no_reason":
		f.field.SetFault(w.Explain(err))
		w.Canvas().Focus(f.reason)
	case err != nil:
		w.Fail(err)
	default:
		f.box.Close()
		w.Done(w.Say("access_screen.changed", map[string]any{"name": f.graduate.FullName()}), nil)
	}
}
