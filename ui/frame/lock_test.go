package frame_test

import (
	"context"
	"testing"
	"time"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestIdleLock(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	now := frametest.Noon
	w.Now = func() time.Time { return now }
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	now = now.Add(4*time.Minute + 50*time.Second)
	w.OnWatch()
	if w.Registrar() == nil {
		t.Fatal("locked too early")
	}
	w.Go(frame.Route{Screen: frame.History})
	now = now.Add(4 * time.Minute)
	w.OnWatch()
	if w.Registrar() == nil {
		t.Fatal("locked though somebody is there")
	}
	now = now.Add(5 * time.Minute)
	w.OnWatch()
	if w.Registrar() != nil || w.Alone() == nil {
		t.Error("KG-012 nobody is there and it is open")
	}
}

// asleep is a moment at which the clock that counts from the start of the PC says by how
// much less: it stood still while the PC slept. No other way leads to such a time.
func asleep(at time.Time, by time.Duration) time.Time {
	type inside struct {
		wall uint64
		ext  int64
	}
	(*inside)(unsafe.Pointer(&at)).ext -= int64(by)
	return at
}

func TestTheIdleClock(t *testing.T) {
	begin := time.Now()
	for _, c := range []struct {
		name  string
		now   time.Time
		locks bool
	}{
		{"attack 20: a PC that slept", asleep(begin.Add(6*time.Minute), 6*time.Minute-time.Second), true},
		{"a clock set back by an hour, and nobody there", asleep(begin.Add(6*time.Minute-time.Hour), -time.Hour), true},
		{"a clock set back, and somebody there", asleep(begin.Add(time.Minute-time.Hour), -time.Hour), false},
		{"a clock without the other, set back", begin.Add(-time.Hour).Round(0), false},
		{"four minutes", begin.Add(4 * time.Minute), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := begin
			w, loop := onLoopAt(t, &now)
			now = c.now
			w.OnWatch()
			loop.Rest()
			if locked := w.Registrar() == nil; locked != c.locks {
				t.Errorf("locked: %v", locked)
			}
		})
	}
}

// Whoever opens the lid of a PC that slept must not find the window open, nor keep it so.
func TestTheFirstTouchAfterSleepLocks(t *testing.T) {
	now := frametest.Noon
	w, loop := onLoopAt(t, &now)
	now = now.Add(time.Hour)
	frametest.TouchWindow(w)
	loop.Ring()
	loop.Rest()
	if w.Registrar() != nil {
		t.Error("attack 20: the first touch has put the lock off")
	}
}

// lockedThenIn locks the window and signs in again; the time of all timers comes while the
// answer to the sign-in waits for its turn.
func lockedThenIn(t *testing.T, w *frame.Window, loop *frametest.Loop) {
	t.Helper()
	w.Lock()
	loop.Rest()
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	loop.Work()
	loop.Ring()
	loop.Rest()
}

func TestNobodyIsWatchedTwice(t *testing.T) {
	w, loop := onLoop(t)
	lockedThenIn(t, w, loop)
	before := loop.Timers()
	for range 3 {
		lockedThenIn(t, w, loop)
	}
	if after := loop.Timers(); after != before {
		t.Errorf("%d timers run after one sign-in, %d after three more", before, after)
	}
}

// Of many touches at a window that slept one locks it, and none the next who signs in.
func TestATouchOfBeforeLocksNobodyOut(t *testing.T) {
	now := frametest.Noon
	w, loop := onLoopAt(t, &now)
	now = now.Add(time.Hour)
	frametest.TouchWindow(w)
	lockedThenIn(t, w, loop)
	if w.Registrar() == nil {
		t.Error("locked at once")
	}
}

// Who is about to be locked out sees it counted down in the status line, and any key or
// movement keeps the window open.
func TestTheLockIsCountedDown(t *testing.T) {
	now := frametest.Noon
	w, loop := onLoopAt(t, &now)
	runner, next := loop.Runner(), time.Duration(0)
	w.Runner.After = func(d time.Duration, f func()) func() {
		next = d
		return runner.After(d, f)
	}
	loop.Rest()
	w.Done("Готово", nil)
	after := func(d time.Duration) {
		now = now.Add(d)
		w.OnWatch()
		loop.Rest()
	}
	after(4*time.Minute + 24*time.Second)
	if next != 6*time.Second {
		t.Errorf("it looks again in %v, not when it is time to count", next)
	}
	after(5 * time.Second)
	frametest.MustNotSee(t, w, "Заблокируется")
	after(time.Second)
	frametest.MustSee(t, w, "Заблокируется через 30 с: нажмите любую клавишу")
	after(10 * time.Second)
	frametest.MustSee(t, w, "Заблокируется через 20 с")
	if next != time.Second {
		t.Errorf("it counts every %v", next)
	}
	frametest.MustNotSee(t, w, "Готово")
	frametest.Shot(t, w, "lock-soon")
	frametest.TouchWindow(w)
	frametest.MustSee(t, w, "Готово")
	frametest.MustNotSee(t, w, "Заблокируется")
	after(4*time.Minute + 50*time.Second)
	frametest.MustSee(t, w, "Заблокируется через 10 с")
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF5})
	frametest.MustNotSee(t, w, "Заблокируется")
	after(4*time.Minute + 50*time.Second)
	widgets.Left()
	frametest.MustNotSee(t, w, "Заблокируется")
	after(4*time.Minute + 59*time.Second)
	if w.Registrar() == nil {
		t.Fatal("a key has not kept it open")
	}
	if after(time.Second); w.Registrar() != nil {
		t.Error("nobody is there and it is open")
	}
}

// longWork begins work of a person that goes on until it is told to end.
func longWork(w *frame.Window) (end func()) {
	ended := make(chan struct{})
	frame.RunLong(w, "Печать", func(context.Context, frame.Progress) (int, error) {
		<-ended
		return 0, nil
	}, func(int, error) {})
	return func() { close(ended) }
}

// TestTheLockWaitsForLongWork: printing four hundred cards is not counted down, and from its
// end on the usual time runs.
func TestTheLockWaitsForLongWork(t *testing.T) {
	now := frametest.Noon
	w, loop := onLoopAt(t, &now)
	loop.Rest()
	end := longWork(w)
	pass := func(long time.Duration) {
		for ; long > 0; long -= 10 * time.Second {
			now = now.Add(10 * time.Second)
			w.OnWatch()
			loop.Turn()
		}
	}
	pass(20 * time.Minute)
	frametest.MustNotSee(t, w, "Заблокируется")
	frametest.MustSee(t, w, "Заблокировать")
	now = now.Add(5 * time.Second)
	end()
	loop.Rest()
	pass(4*time.Minute + 20*time.Second)
	frametest.MustNotSee(t, w, "Заблокируется")
	pass(10 * time.Second)
	frametest.MustSee(t, w, "Заблокируется через 30 с")
	pass(30 * time.Second)
	if loop.Rest(); w.Registrar() != nil {
		t.Error("nobody has come after the work and it is open")
	}
}

// TestAPCThatSleptOverWorkLocks: the work was not under way meanwhile.
func TestAPCThatSleptOverWorkLocks(t *testing.T) {
	for name, wake := range map[string]func(w *frame.Window, end func()){
		"before it ends":    func(w *frame.Window, end func()) { w.OnWatch(); end() },
		"by a touch":        func(w *frame.Window, end func()) { frametest.TouchWindow(w); end() },
		"when it has ended": func(_ *frame.Window, end func()) { end() },
	} {
		t.Run(name, func(t *testing.T) {
			now := frametest.Noon
			w, loop := onLoopAt(t, &now)
			loop.Rest()
			end := longWork(w)
			now = now.Add(time.Hour)
			wake(w, end)
			loop.Rest()
			if w.Registrar() != nil {
				w.OnWatch()
			}
			loop.Ring()
			if loop.Rest(); w.Registrar() != nil {
				t.Error("who opens the lid finds it open")
			}
		})
	}
}

// Facts §3: what lay open in memory is cleared behind the lock, and not at a door at which nobody was yet.
func TestTheLockClearsMemory(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	cleared := 0
	w.ClearMemory = func() { cleared++ }
	w.ShowAlone(w.Alone(), "", nil, widget.NewLabel(""))
	if cleared > 0 {
		t.Error("there was nothing to clear")
	}
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	if cleared > 0 {
		t.Error("cleared while somebody works")
	}
	w.Lock()
	if w.Registrar() != nil || cleared != 1 {
		t.Errorf("cleared %d times", cleared)
	}
}
