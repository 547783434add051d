package season

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onClose says with whom the season is not over, asks, and then ends the campaign in this
// file.
func (s *Screen) onClose() {
	w, r := s.window, s.window.Registrar()
	frame.Run(w, &s.season, func(context.Context) (season.Unfinished, error) { return r.Season.Unfinished() }, s.askClose)
}

func (s *Screen) askClose(u season.Unfinished, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	content := container.NewVBox()
	ids, names := u.Said()
	for i, id := range ids {
		line := widgets.Wrapped(w.Say(id, map[string]any{"count": len(names[i]), "names": w.Named(names[i])}))
		line.Importance = widget.WarningImportance
		content.Add(line)
	}
	content.Add(widgets.Wrapped(w.Say("season_screen.close_follows", nil)))
	title, end, stay := w.Say("season_screen.close_ask", nil), frame.Choice{Label: w.Say("season_screen.close_yes", nil), Chosen: s.closeNow}, frame.Choice{Label: w.Say("ui.cancel", nil)}
	if len(ids) > 0 {
		// Somebody is not through: Enter ends nothing.
		w.AskTwice(title, content, 520, stay, end)
		return
	}
	w.Ask(title, content, 520, end, stay)
}

func (s *Screen) closeNow() {
	w, r := s.window, s.window.Registrar()
	frame.RunLong(w, w.Say("season_screen.backing_up", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
		return r.Season.Close(ctx)
	}, func(backup string, err error) { onCampaignClosed(w, r, backup, err) })
}

// onCampaignClosed says where the backup is that was made before.
func onCampaignClosed(w *frame.Window, r *registrar.Registrar, backup string, err error) {
	if !ended(w, r, err) {
		return
	}
	w.DoneForGood(w.Say("season_screen.closed", nil))
	where := widget.NewLabel(w.Say("season.closed", map[string]any{"file": backup}))
	where.Wrapping = fyne.TextWrapBreak
	w.Ask(w.Say("season_screen.closed", nil), where, 560, frame.Choice{Label: w.Say("ui.close", nil)})
}

// ended builds the window anew when the state of the work has changed, because other
// screens and buttons hold then; false after a failure and on a window that was locked.
func ended(w *frame.Window, r *registrar.Registrar, err error) bool {
	if err != nil {
		w.Fail(err)
		return false
	}
	if w.Registrar() != r {
		return false
	}
	w.Renew()
	return true
}

// onReopen goes on with a campaign that was closed: it can be closed again.
func (s *Screen) onReopen() { s.reopen() }

// onMoveBack asks first: the work may be going on on the other computer.
func (s *Screen) onMoveBack() {
	w := s.window
	w.Ask(w.Say("season_screen.move_back_ask", nil), widgets.Wrapped(w.Say("season_screen.move_back_follows", nil)), 520,
		frame.Choice{Label: w.Say("season_screen.move_back_yes", nil), Chosen: s.reopen}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func (s *Screen) reopen() {
	w, r := s.window, s.window.Registrar()
	frame.Run(w, &s.season, func(ctx context.Context) (struct{}, error) { return struct{}{}, r.Season.Reopen(ctx) }, func(_ struct{}, err error) {
		if ended(w, r, err) {
			w.DoneForGood(w.Say("season_screen.reopened", nil))
		}
	})
}

// moveSteps leads through the move to another computer in three steps: where the copy
// goes, what is done there, what is left here (F-15).
type moveSteps struct {
	window    *frame.Window
	registrar *registrar.Registrar
	place     *frame.PlaceField
	box       *frame.Box
}

// moveWidth is the same for every step, so that they look like one dialog.
const moveWidth = 600

func (s *Screen) onMove() {
	m := &moveSteps{window: s.window, registrar: s.window.Registrar()}
	m.place = frame.NewPlaceField(m.window, "season_screen.move_place", m.onPlace)
	m.step(1, container.NewVBox(m.say("season_screen.move_where"), m.place.Field.Box, m.say("season_screen.move_rests")),
		frame.Choice{Label: m.window.Say("season_screen.move_yes", nil), Ready: m.onWrite}, frame.Choice{Label: m.window.Say("ui.cancel", nil)})
	m.window.Canvas().Focus(m.place.Button)
}

func (m *moveSteps) say(id string) fyne.CanvasObject { return widgets.Wrapped(m.window.Say(id, nil)) }

// step shows one step in the place of the one before.
func (m *moveSteps) step(number int, content fyne.CanvasObject, choices ...frame.Choice) {
	m.box = m.window.Ask(m.window.Say("season_screen.move_step", map[string]any{"step": number}), content, moveWidth, choices...)
}

func (m *moveSteps) onPlace() {
	w := m.window
	w.SaveAs(w.Say("season_screen.move_place", nil), datedName(m.registrar, registrar.ExtensionBackup), m.place.Set)
}

// onWrite writes the copy; from then on this registry rests.
func (m *moveSteps) onWrite() bool {
	w, r, path := m.window, m.registrar, m.place.Path
	if path == "" {
		m.place.Field.SetFault(w.Say("season_screen.no_place", nil))
		return false
	}
	frame.RunLongIn(m.box, w.Say("season_screen.backing_up", nil), func(ctx context.Context, _ frame.Progress) (struct{}, error) {
		return struct{}{}, r.Season.Move(ctx, path)
	}, func(_ struct{}, err error) { m.onWritten(err) })
	return false
}

func (m *moveSteps) onWritten(err error) {
	w := m.window
	if !ended(w, m.registrar, err) {
		return
	}
	m.box.Close()
	w.DoneForGood(w.Say("season_screen.moved", nil))
	written := widget.NewLabel(w.Say("season_screen.move_written", map[string]any{"file": m.place.Path}))
	written.Wrapping = fyne.TextWrapBreak
	m.step(2, container.NewVBox(written, m.say("season_screen.move_there_1"), m.say("season_screen.move_there_2"), m.say("season_screen.move_there_3")),
		frame.Choice{Label: w.Say("season_screen.move_next", nil), Chosen: m.last})
}

// last says what is left here.
func (m *moveSteps) last() {
	m.step(3, container.NewVBox(m.say("season_screen.move_here_1"), m.say("season_screen.move_here_2"), m.say("season_screen.move_here_3")),
		frame.Choice{Label: m.window.Say("season_screen.move_done", nil)})
}
