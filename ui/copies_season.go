package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

// onClose asks, and then ends the campaign in this file.
func (s *copiesScreen) onClose() {
	w := s.window
	w.ask(w.say("copies.close_ask", nil), wrapped(w.say("copies.close_follows", nil)), 520,
		choice{label: w.say("copies.close_yes", nil), chosen: s.closeNow}, choice{label: w.say("ui.cancel", nil)})
}

func (s *copiesScreen) closeNow() {
	w, r := s.window, s.window.Registrar()
	runLong(w, w.say("copies.backing_up", nil), func(ctx context.Context, _ Progress) (string, error) {
		return r.CloseCampaign(ctx)
	}, func(backup string, err error) { onCampaignClosed(w, r, backup, err) })
}

// onCampaignClosed says where the backup is that was made before.
func onCampaignClosed(w *Window, r *registrar.Registrar, backup string, err error) {
	if !ended(w, r, err) {
		return
	}
	w.done(w.say("copies.closed", nil), nil)
	where := widget.NewLabel(w.say("season.closed", map[string]any{"file": backup}))
	where.Wrapping = fyne.TextWrapBreak
	w.ask(w.say("copies.closed", nil), where, 560, choice{label: w.say("ui.close", nil)})
}

// ended builds the window anew when the state of the work has changed, because other
// screens and buttons hold then; false after a failure and on a window that was locked.
func ended(w *Window, r *registrar.Registrar, err error) bool {
	if err != nil {
		w.fail(err)
		return false
	}
	if w.Registrar() != r {
		return false
	}
	w.Renew()
	return true
}

// onReopen goes on with a campaign that was closed: it can be closed again.
func (s *copiesScreen) onReopen() { s.reopen() }

// onMoveBack asks first: the work may be going on on the other computer.
func (s *copiesScreen) onMoveBack() {
	w := s.window
	w.ask(w.say("copies.move_back_ask", nil), wrapped(w.say("copies.move_back_follows", nil)), 520,
		choice{label: w.say("copies.move_back_yes", nil), chosen: s.reopen}, choice{label: w.say("ui.cancel", nil)})
}

func (s *copiesScreen) reopen() {
	w, r := s.window, s.window.Registrar()
	run(w, &s.season, func(ctx context.Context) (struct{}, error) { return struct{}{}, r.Reopen(ctx) }, func(_ struct{}, err error) {
		if ended(w, r, err) {
			w.done(w.say("copies.reopened", nil), nil)
		}
	})
}

// moveSteps leads through the move to another computer in three steps: where the copy
// goes, what is done there, what is left here (F-15).
type moveSteps struct {
	window    *Window
	registrar *registrar.Registrar
	place     *placeField
	box       *box
}

// moveWidth is the same for every step, so that they look like one dialog.
const moveWidth = 600

func (s *copiesScreen) onMove() {
	m := &moveSteps{window: s.window, registrar: s.window.Registrar()}
	m.place = newPlaceField(m.window, "copies.move_place", m.onPlace)
	m.step(1, container.NewVBox(m.say("copies.move_where"), m.place.field.box, m.say("copies.move_rests")),
		choice{label: m.window.say("copies.move_yes", nil), ready: m.onWrite}, choice{label: m.window.say("ui.cancel", nil)})
	m.window.Canvas().Focus(m.place.button)
}

func (m *moveSteps) say(id string) fyne.CanvasObject { return wrapped(m.window.say(id, nil)) }

// step shows one step in the place of the one before.
func (m *moveSteps) step(number int, content fyne.CanvasObject, choices ...choice) {
	m.box = m.window.ask(m.window.say("copies.move_step", map[string]any{"step": number}), content, moveWidth, choices...)
}

func (m *moveSteps) onPlace() {
	w := m.window
	w.askPlace(w.say("copies.move_place", nil), datedName(m.registrar, registrar.ExtensionBackup), m.place.set)
}

// onWrite writes the copy; from then on this registry rests.
func (m *moveSteps) onWrite() bool {
	w, r, path := m.window, m.registrar, m.place.path
	if path == "" {
		m.place.field.setFault(w.say("copies.no_place", nil))
		return false
	}
	runLong(w, w.say("copies.backing_up", nil), func(ctx context.Context, _ Progress) (struct{}, error) {
		return struct{}{}, r.MoveAway(ctx, path)
	}, func(_ struct{}, err error) { m.onWritten(err) })
	return false
}

func (m *moveSteps) onWritten(err error) {
	w := m.window
	if !ended(w, m.registrar, err) {
		return
	}
	m.box.close()
	w.done(w.say("copies.moved", nil), nil)
	written := widget.NewLabel(w.say("copies.move_written", map[string]any{"file": m.place.path}))
	written.Wrapping = fyne.TextWrapBreak
	m.step(2, container.NewVBox(written, m.say("copies.move_there_1"), m.say("copies.move_there_2"), m.say("copies.move_there_3")),
		choice{label: w.say("copies.move_next", nil), chosen: m.last})
}

// last says what is left here.
func (m *moveSteps) last() {
	m.step(3, container.NewVBox(m.say("copies.move_here_1"), m.say("copies.move_here_2"), m.say("copies.move_here_3")),
		choice{label: m.window.say("copies.move_done", nil)})
}
