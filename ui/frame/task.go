package frame

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2/widget"
)

// Runner takes work off the window's goroutine and brings its result back. Tests
// put one in its place that does everything at once.
type Runner struct {
	// Background starts work on another goroutine.
	Background func(func())
	// Deliver runs a function on the window's goroutine.
	Deliver func(func())
	// After runs a function on the window's goroutine after a while; the returned
	// function calls it off.
	After func(time.Duration, func()) (stop func())
}

// AtOnce does everything where it is called, for tests. What is to happen later
// never happens.
func AtOnce() Runner {
	return Runner{
		Background: func(f func()) { f() },
		Deliver:    func(f func()) { f() },
		After:      func(time.Duration, func()) func() { return func() {} },
	}
}

// Turn makes only the last of several answers count: each screen has one for each
// kind of question.
type Turn struct{ number int }

// Void makes the answers that are still to come count for nothing.
func (t *Turn) Void() { t.number++ }

// Run does work in the background and gives the result to done on the window's
// goroutine, unless the turn was asked again meanwhile or the registry that was open then
// is open no more: behind a lock there is nobody to tell. A panic in work becomes an error.
func Run[T any](w *Window, t *Turn, work func(context.Context) (T, error), done func(T, error)) {
	t.number++
	mine, r := t.number, w.registrar
	w.busy.Add(1)
	w.Runner.Background(func() {
		result, err := guarded(func() (T, error) { return work(context.Background()) })
		w.Runner.Deliver(func() {
			if mine == t.number && r == w.registrar {
				done(result, err)
			}
		})
		// Not before: whoever waits for the work to end has its result before him.
		w.busy.Add(-1)
	})
}

// guarded turns a panic into an error that the log can tell.
func guarded[T any](work func() (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("recover from fault: %v\n%s", fault, debug.Stack())
		}
	}()
	return work()
}

// Progress is told how far long work is: done of total, at most ten times a second
// shown.
type Progress func(done, total int)

// Patience is how long work may take before it shows its progress.
const Patience = 300 * time.Millisecond

// RunLong does work that may take long: after a while a dialog shows its progress
// and a button that cancels the context of the work.
func RunLong[T any](w *Window, title string, work func(context.Context, Progress) (T, error), done func(T, error)) {
	ctx, cancel := context.WithCancel(context.Background())
	box := newProgressBox(w, title, cancel)
	stop := w.Runner.After(Patience, box.show)
	last := time.Time{}
	progress := func(n, total int) {
		if now := time.Now(); now.Sub(last) > 100*time.Millisecond {
			last = now
			w.Runner.Deliver(func() { box.set(n, total) })
		}
	}
	w.Runner.Background(func() {
		result, err := guarded(func() (T, error) { return work(ctx, progress) })
		w.Runner.Deliver(func() {
			stop()
			box.hide()
			cancel()
			done(result, err)
		})
	})
}

// progressBox shows how far long work is.
type progressBox struct {
	window *Window
	title  string
	cancel func()
	bar    *widget.ProgressBar
	box    *Box
	done   bool
}

func newProgressBox(w *Window, title string, cancel func()) *progressBox {
	return &progressBox{window: w, title: title, cancel: cancel, bar: widget.NewProgressBar()}
}

func (p *progressBox) show() {
	if p.done {
		return
	}
	p.box = p.window.Ask(p.title, p.bar, 420, Choice{Label: p.window.Say("ui.cancel", nil), Chosen: p.cancel})
}

func (p *progressBox) set(done, total int) {
	if total > 0 {
		p.bar.SetValue(float64(done) / float64(total))
	}
}

func (p *progressBox) hide() {
	p.done = true
	if p.box != nil {
		p.box.Close()
	}
}
