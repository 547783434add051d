package season

import (
	"context"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
)

// Daily makes the copy of each day by itself: a while after the first change, or before the
// window closes, and nobody waits for it. It reminds of the copy that a person has to make.
type Daily struct {
	// of is the id of the registry in which something has changed, day when; owing says that
	// its copy is still to be made.
	of    string
	day   data.Date
	owing bool
	asked frame.Turn
}

// quiet is how long after the first change of a day its copy is made.
const quiet = 20 * time.Second

// Entered reminds the one who has signed in of a copy on another disk, and makes what a lock
// has kept from being made.
func (d *Daily) Entered(w *frame.Window) {
	r := w.Registrar()
	if d.owing && d.of == r.ID() {
		d.later(w)
	}
	if w.OnlyLooking() || !w.May(registrar.RightBackup) {
		return
	}
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) (season.Copies, error) { return r.Season.Copies(ctx) }, func(c season.Copies, err error) {
		w.LogFailure("look for copies", err)
		if err == nil && c.Late {
			w.Done(w.Say("backup.late", map[string]any{"count": c.Days}), nil)
		}
	})
}

// Changed has the copy of the day made after the first change.
func (d *Daily) Changed(w *frame.Window, s registrar.Signal) {
	r := w.Registrar()
	if s == registrar.HistoryGrew || w.IsGraduate() || d.of == r.ID() && d.day == r.Today() {
		return
	}
	d.of, d.day, d.owing = r.ID(), r.Today(), true
	d.later(w)
}

// later makes the copy in a while, if the sitting lasts as long.
func (d *Daily) later(w *frame.Window) {
	r := w.Registrar()
	w.After(quiet, func() {
		frame.Run(w, &d.asked, func(ctx context.Context) (string, error) { return r.Season.KeepDaily(ctx) }, func(path string, err error) { d.onKept(w, path, err) })
	})
}

// onKept says that it is made, or why not: the work goes on.
func (d *Daily) onKept(w *frame.Window, path string, err error) {
	d.owing = err != nil
	w.LookForCopies()
	switch {
	case err != nil:
		w.Done(w.Say("backup.no_daily", map[string]any{"why": w.Explain(err)}), nil)
	case path != "":
		w.Done(w.Say("backup.daily", nil), nil)
	}
}

// Leaving makes the copy that is still to be made; a failure keeps nobody.
func (d *Daily) Leaving(w *frame.Window, leave func()) {
	r := w.Registrar()
	if r == nil || d.of != r.ID() || !d.owing {
		leave()
		return
	}
	d.owing = false
	// No lock comes between the copy and the end.
	frame.RunHeld(w, w.Say("season_screen.backing_up", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
		return r.Season.KeepDaily(ctx)
	}, func(_ string, err error) {
		w.LogFailure("keep the copy of the day", err)
		leave()
	})
}
