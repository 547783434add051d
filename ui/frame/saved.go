package frame

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
)

// showSaved keeps in sight when the registry was last written, or says that an answer is
// awaited.
func (w *Window) showSaved() {
	words := ""
	if at := w.sitting.saved; !at.IsZero() {
		words = w.whenSaved(at)
	}
	if w.working {
		words = w.Say("ui.working", nil)
	}
	w.line.showSaved(words)
}

// whenSaved says the time of today, the day of another.
func (w *Window) whenSaved(at time.Time) string {
	at = w.Clock(at)
	if at.Format(time.DateOnly) != w.Clock(w.Now()).Format(time.DateOnly) {
		return w.Say("ui.saved_on", map[string]any{"date": at.Format(dayLayout)})
	}
	return w.Say("ui.saved_at", map[string]any{"time": at.Format("15:04")})
}

// Clock is a moment by the one clock of the window: that of the campaign, by which its deadlines
// run (design §2), whatever the PC is set to. While nothing is open no campaign counts, and it is the
// clock of the PC, by which its other programs tell the times of files.
func (w *Window) Clock(at time.Time) time.Time {
	if w.registrar == nil {
		return at.Local()
	}
	return at.In(w.known.zone)
}

// dayLayout is how people read a day.
const dayLayout = "02.01.2006"

// savedWords are all that is said there, with places for what is not known yet.
func (w *Window) savedWords() []string {
	return []string{w.Say("ui.working", nil), w.Say("ui.saved_at", map[string]any{"time": "00:00"}), w.Say("ui.saved_on", map[string]any{"date": "00.00.0000"})}
}

// copiedWords are all that may be said of copies, none to who may not know of them.
func (w *Window) copiedWords() []string {
	if !w.May(registrar.RightExamine) {
		return nil
	}
	day := map[string]any{"date": "00.00.0000"}
	return []string{w.Say("ui.copied_on", day), w.Say("ui.copied_never", nil), w.Say("ui.copy_away", day), w.Say("ui.copy_never_away", nil)}
}

// LookForCopies shows in the status line when the registry was last copied, and in colour that
// it is late for a copy on another disk. It asks in the background.
func (w *Window) LookForCopies() {
	r := w.registrar
	if r == nil || w.OnlyLooking() || !w.May(registrar.RightExamine) {
		return
	}
	Run(w, &w.counting, func(ctx context.Context) (registrar.Copies, error) { return r.Season.Copies(ctx) }, func(c registrar.Copies, err error) {
		w.LogFailure("look for copies", err)
		if err == nil {
			w.showCopied(c)
		}
	})
}

func (w *Window) showCopied(c registrar.Copies) {
	if w.sitting.saved.IsZero() && !c.Changed.IsZero() {
		w.sitting.saved = c.Changed
		w.showSaved()
	}
	words := w.Say("ui.copied_never", nil)
	switch {
	case c.Late && c.Away.IsZero():
		words = w.Say("ui.copy_never_away", nil)
	case c.Late:
		words = w.Say("ui.copy_away", map[string]any{"date": w.Clock(c.Away).Format(dayLayout)})
	case !c.Last.IsZero():
		words = w.Say("ui.copied_on", map[string]any{"date": w.Clock(c.Last).Format(dayLayout)})
	}
	w.line.showCopied(words, lateColour(c))
}

// lateColour warns of a copy that is late, and is red where it is twice as late.
func lateColour(c registrar.Copies) fyne.ThemeColorName {
	switch {
	case !c.Late:
		return theme.ColorNameDisabled
	case c.VeryLate():
		return theme.ColorNameError
	}
	return theme.ColorNameWarning
}
