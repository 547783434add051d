package frametest

import (
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"graduand/ui/frame"
)

// Loop stands for the window's goroutine: work is done beside it at once, as on a PC, and
// what it brings waits until the test takes it, as do timers. Between two turns a test does
// what a person does.
type Loop struct {
	// Dice, where there are some, choose what begins at a turn, in which order, and which
	// timers ring: answers come late, in any order, and some only when all comes to rest.
	Dice *rand.Rand

	mu     sync.Mutex
	held   []func()
	work   sync.WaitGroup
	due    []func()
	timers []*timer
}

type timer struct {
	f   func()
	off bool
}

// Runner is that of a window on this loop.
func (l *Loop) Runner() frame.Runner {
	return frame.Runner{Background: l.background, Deliver: l.deliver, After: l.after, Pause: l.pause}
}

func (l *Loop) background(f func()) {
	if l.Dice == nil {
		l.start(f)
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.held = append(l.held, f)
}

func (l *Loop) start(f func()) {
	l.work.Add(1)
	go func() {
		defer l.work.Done()
		f()
	}()
}

// pause is somebody waiting for work: none of it is held any longer.
func (l *Loop) pause(d time.Duration) {
	l.letGo(true)
	time.Sleep(d)
}

// letGo begins held work: by the dice some of it, or all.
func (l *Loop) letGo(all bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	held := l.held
	l.held = nil
	if l.Dice != nil {
		l.Dice.Shuffle(len(held), func(i, j int) { held[i], held[j] = held[j], held[i] })
	}
	for _, f := range held {
		if all || l.Dice.IntN(2) == 0 {
			l.start(f)
		} else {
			l.held = append(l.held, f)
		}
	}
}

func (l *Loop) deliver(f func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.due = append(l.due, f)
}

func (l *Loop) after(_ time.Duration, f func()) func() {
	t := &timer{f: f}
	l.timers = append(l.timers, t)
	return func() { t.off = true }
}

// Turn does what has been delivered until now, in its order.
func (l *Loop) Turn() {
	l.letGo(false)
	l.take()
}

func (l *Loop) take() {
	l.mu.Lock()
	due := l.due
	l.due = nil
	l.mu.Unlock()
	for _, f := range due {
		f()
	}
}

// Rest lets all work end and takes what it brings, until nothing comes any more.
func (l *Loop) Rest() {
	for {
		l.letGo(true)
		l.work.Wait()
		l.mu.Lock()
		idle := len(l.due) == 0 && len(l.held) == 0
		l.mu.Unlock()
		if idle {
			return
		}
		l.take()
	}
}

// Ring lets the time of every timer come that was not called off: it waits for the next
// turn, and who calls it off now comes too late.
func (l *Loop) Ring() {
	timers := l.timers
	l.timers = nil
	for _, t := range slices.DeleteFunc(timers, func(t *timer) bool { return t.off }) {
		if l.Dice != nil && l.Dice.IntN(2) == 0 {
			l.timers = append(l.timers, t)
			continue
		}
		l.deliver(t.f)
	}
}

// Timers is how many run that were not called off.
func (l *Loop) Timers() int {
	l.timers = slices.DeleteFunc(l.timers, func(t *timer) bool { return t.off })
	return len(l.timers)
}

// Work lets all work end; what it brings waits.
func (l *Loop) Work() { l.work.Wait() }
