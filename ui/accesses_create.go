package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// onCreate makes accesses for the marked graduates; where none is marked it asks for
// whom (KG-008, KG-034).
func (s *accessesScreen) onCreate() {
	w := s.window
	if s.table.Marked() > 0 {
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
	offers = append(offers, choice{label: w.say("ui.cancel", nil)})
	content := container.NewVBox(wrapped(w.say("accesses.create_whom", nil)))
	if row, there := s.rows[s.table.Cursor()]; there && lacksOwn(row.graduate) {
		content.Objects = append([]fyne.CanvasObject{boldWords(row.graduate.FullName())}, content.Objects...)
	}
	w.ask(w.say("accesses.create", nil), content, 640, offers...)
}

// offers are the narrowest group first: the current row, its class, all shown. A group
// that is no larger than the one before it is not offered.
func (s *accessesScreen) offers(shown []*data.Graduate) []choice {
	w, last := s.window, 0
	var offers []choice
	offer := func(id string, whom []*data.Graduate, args map[string]any) {
		if len(whom) <= last {
			return
		}
		last = len(whom)
		args["number"] = len(whom)
		offers = append(offers, choice{label: w.say(id, args), chosen: func() { s.createFor(whom) }})
	}
	if row, there := s.rows[s.table.Cursor()]; there {
		class := row.graduate.Class
		offer("accesses.for_current", people([]accessRow{row}, lacksOwn), map[string]any{})
		if class != "" {
			offer("accesses.for_class", people(s.listed, func(g *data.Graduate) bool { return g.Class == class && lacksOwn(g) }), map[string]any{"class": class})
		}
	}
	offer("accesses.for_shown", shown, map[string]any{})
	return offers
}

// createFor makes accesses in the background. Those without a phone are left out where
// others have one: a phone is the login.
func (s *accessesScreen) createFor(graduates []*data.Graduate) {
	w := s.window
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
		w.done(w.say("accesses.all_have", nil), nil)
		return
	case len(ids) == 0:
		ids, left = graduateIDs(graduates), 0
	}
	r := w.Registrar()
	s.creating = true
	runLong(w, w.say("accesses.creating", map[string]any{"number": len(ids)}), func(ctx context.Context, progress Progress) (int, error) {
		return r.CreateAccesses(ctx, ids, progress)
	}, func(made int, err error) { s.onCreated(made, left, err) })
}

// onCreated says how many were made: those made before a cancel or a failure stay.
func (s *accessesScreen) onCreated(made, left int, err error) {
	w := s.window
	s.creating = false
	w.fail(err)
	if made == 0 && err != nil {
		return
	}
	message := w.say("access.made", map[string]any{"count": made})
	switch {
	case errors.Is(err, context.Canceled):
		message = w.say("accesses.stopped", nil) + " " + message
	case left > 0:
		message += " " + w.say("accesses.left_out", map[string]any{"number": left})
	}
	w.done(message, nil)
}

// changeForm asks why a graduate gets a new password (KG-037).
type changeForm struct {
	screen   *accessesScreen
	graduate *data.Graduate
	reason   *widgets.Entry
	field    *labelled
	box      *box
	// changing says that the password is being changed: a second press changes it no more.
	changing bool
}

// onChange gives the one chosen graduate a new password, for a reason.
func (s *accessesScreen) onChange() {
	g := s.one()
	if g == nil || !hasOwn(g) {
		return
	}
	w := s.window
	f := &changeForm{screen: s, graduate: g, reason: widgets.NewEntry(w.say("accesses.reason_hint", nil))}
	f.field = newLabelled(w.say("accesses.reason", nil), f.reason)
	f.reason.OnChanged = func(string) { f.field.setFault("") }
	leaveByEscape(f.reason, func() *box { return f.box })
	content := container.NewVBox(boldWords(g.FullName()), warningLine(w.say("accesses.change_warning", nil)), f.field.box)
	f.box = w.ask(w.say("accesses.change", nil), content, 520,
		choice{label: w.say("accesses.change", nil), danger: true, ready: f.onReady}, choice{label: w.say("ui.cancel", nil)})
	w.Canvas().Focus(f.reason)
}

// onReady changes the password; the dialog stays until it is changed.
func (f *changeForm) onReady() bool {
	if f.changing {
		return false
	}
	f.changing = true
	w, r, id, reason := f.screen.window, f.screen.window.Registrar(), f.graduate.ID, f.reason.Text
	runLong(w, w.say("accesses.change", nil), func(ctx context.Context, _ Progress) (struct{}, error) {
		return struct{}{}, r.ChangeAccess(ctx, id, reason)
	}, func(_ struct{}, err error) { f.onChanged(err) })
	return false
}

func (f *changeForm) onChanged(err error) {
	w := f.screen.window
	f.changing = false
	switch {
	case registrar.CodeOf(err) == "access.no_reason":
		f.field.setFault(w.explain(err))
		w.Canvas().Focus(f.reason)
	case err != nil:
		w.fail(err)
	default:
		f.box.close()
		w.done(w.say("accesses.changed", map[string]any{"name": f.graduate.FullName()}), nil)
	}
}
