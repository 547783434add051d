package frame

import (
	"context"
	"io"
	"time"

	"graduand/ui/widgets"
)

// sitting is the time in which one person sits before one registry, or nobody before one
// page. What was asked in one is never answered in another: behind a lock, or once another
// has signed in, there is nobody to tell. All that comes later goes through here: answers
// of work, timers, chosen files.
type sitting struct {
	// context is cancelled when the sitting is over: long work ends.
	context context.Context
	end     context.CancelFunc
	// recipients are to whom files go as it was typed, by file: see [Recipient].
	recipients map[string]string
	// folders are those where a graduate has chosen files, by purpose.
	folders map[string]string
	// saved is when the registry was last written, zero for not yet.
	saved time.Time
}

func newSitting() *sitting {
	s := &sitting{recipients: map[string]string{}, folders: map[string]string{}}
	s.context, s.end = context.WithCancel(context.Background())
	return s
}

// nextSitting ends the sitting.
func (w *Window) nextSitting() {
	w.sitting.end()
	w.waiting.forgo()
	w.sitting = newSitting()
	w.acts = acts{}
	w.retold.forget()
}

// Still makes a question: is it the same sitting still?
func (w *Window) Still() func() bool {
	asked := w.sitting
	return func() bool { return asked == w.sitting }
}

// inSitting is f as long as the sitting lasts; afterwards it does nothing.
func (w *Window) inSitting(f func()) func() {
	still := w.Still()
	return func() {
		if still() {
			f()
		}
	}
}

// After does something on the window's goroutine after a while, unless the sitting is over.
// The returned function calls it off, also where its time has come and it only waits for
// the goroutine.
func (w *Window) After(d time.Duration, f func()) (stop func()) {
	return w.later(d, w.inSitting(f))
}

// later is After whoever sits there by then.
func (w *Window) later(d time.Duration, f func()) (stop func()) {
	off := false
	callOff := w.Runner.After(d, func() {
		if !off {
			f()
		}
	})
	return func() {
		off = true
		callOff()
	}
}

// Turn makes only the last of several answers count: each screen has one for each
// kind of question.
type Turn struct {
	number int
	// stop ends work that need not go on, nil for none: see [RunWhile].
	stop context.CancelFunc
}

// Void makes the answers that are still to come count for nothing.
func (t *Turn) Void() {
	t.number++
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

// Run does work in the background and gives the result to done on the window's
// goroutine, unless the turn was asked again meanwhile or the sitting is over. A panic in
// work becomes an error.
func Run[T any](w *Window, t *Turn, work func(context.Context) (T, error), done func(T, error)) {
	w.underWay(1)
	run(w, t, work, func() { w.underWay(-1) }, done)
}

// RunAside is [Run] for work that nobody waits for, as making small pictures: no sign says that
// it goes on.
func RunAside[T any](w *Window, t *Turn, work func(context.Context) (T, error), done func(T, error)) {
	run(w, t, work, func() {}, done)
}

// run does it; ended is always told, on the window's goroutine, before done is.
func run[T any](w *Window, t *Turn, work func(context.Context) (T, error), ended func(), done func(T, error)) {
	t.Void()
	mine, still := t.number, w.Still()
	w.busy.Add(1)
	w.Runner.Background(func() {
		result, err := guarded(func() (T, error) { return work(context.Background()) })
		w.Runner.Deliver(func() {
			ended()
			if mine == t.number && still() {
				done(result, err)
			}
			if w.jobs == 0 {
				w.allAnswered()
				w.followMenu()
			}
		})
		// Not before: whoever waits for the work to end has its result before him.
		w.busy.Add(-1)
	})
}

// underWay counts the short jobs that somebody may wait for; where they take longer than
// patience a quiet sign says so until all have ended.
func (w *Window) underWay(by int) {
	w.jobs += by
	switch {
	case by > 0 && w.jobs == 1:
		w.stopSign = w.later(Patience, func() { w.showWork(true) })
	case w.jobs == 0:
		w.stopSign()
		w.showWork(false)
	}
}

// showWork shows the sign, or takes it away.
func (w *Window) showWork(works bool) {
	if w.working = works; w.line != nil {
		w.showSaved()
	}
}

// Progress is told how far long work is: done of total, at most ten times a second
// shown.
type Progress func(done, total int)

// Patience is how long work may take before it shows its progress.
const Patience = 300 * time.Millisecond

// RunLong does work that may take long: after a while a dialog shows its progress
// and a button that cancels the context of the work. When the sitting is over the work is
// cancelled, and what it brings is closed where it can be; done is not told.
func RunLong[T any](w *Window, title string, work func(context.Context, Progress) (T, error), done func(T, error)) {
	still := w.Still()
	j := newJob(w, title)
	stop := w.After(Patience, j.box.show)
	doJob(w, j, work, func(result T, err error) {
		stop()
		if !still() {
			drop(w, result, err)
			return
		}
		done(result, err)
	})
}

// RunHeld is [RunLong] for work that makes what is then shown this once, see [Once]: its
// dialog is there from the first moment on, and until done is told the window neither
// locks nor closes, nor goes anywhere else.
func RunHeld[T any](w *Window, title string, work func(context.Context, Progress) (T, error), done func(T, error)) {
	w.holds++
	w.opening.Void()
	j := newJob(w, title)
	j.box.show()
	doJob(w, j, work, func(result T, err error) {
		w.holds--
		done(result, err)
	})
}

// job is long work under way.
type job struct {
	context context.Context
	box     *progressBox
}

func newJob(w *Window, title string) *job {
	ctx, cancel := context.WithCancel(w.sitting.context)
	return &job{ctx, newProgressBox(w, title, cancel)}
}

// doJob does it; done is always told, on the window's goroutine.
func doJob[T any](w *Window, j *job, work func(context.Context, Progress) (T, error), done func(T, error)) {
	last := time.Time{}
	progress := func(n, total int) {
		if now := time.Now(); now.Sub(last) > 100*time.Millisecond {
			last = now
			w.Runner.Deliver(func() { j.box.set(n, total) })
		}
	}
	w.long.Add(1)
	w.Runner.Background(func() {
		result, err := guarded(func() (T, error) { return work(j.context, progress) })
		w.long.Add(-1)
		w.Runner.Deliver(func() {
			w.standStill()
			j.box.hide()
			j.box.cancel()
			done(result, err)
			w.freed()
		})
	})
}

// progressBox shows how far long work is, and cancels it.
type progressBox struct {
	window *Window
	title  string
	cancel func()
	bar    *widgets.Progress
	box    *Box
	done   bool
}

func newProgressBox(w *Window, title string, cancel func()) *progressBox {
	return &progressBox{window: w, title: title, cancel: cancel, bar: widgets.NewProgress(w.Scale())}
}

func (p *progressBox) show() {
	if p.done {
		return
	}
	p.box = p.window.Ask(p.title, p.bar.Object, 420, Choice{Label: p.window.Say("ui.cancel", nil), Chosen: p.cancel})
	p.box.escapeOnly()
	p.bar.Start()
}

func (p *progressBox) set(done, total int) { p.bar.Set(done, total) }

func (p *progressBox) hide() {
	p.done = true
	p.bar.Stop()
	if p.box != nil {
		p.box.Close()
	}
}

// drop gives back what came too late: an opened registry is closed, with its keys.
func drop(w *Window, result any, err error) {
	if c, holds := result.(io.Closer); holds && err == nil {
		w.LogFailure("close what came too late", c.Close())
	}
}
