package frame_test

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2/container"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// storing is a dialog with one field that stores by RunIn, or by RunLongIn, on a loop.
type storing struct {
	w     *frame.Window
	loop  *frametest.Loop
	box   *frame.Box
	entry *widgets.Entry
	// times is how often it was stored, fault what the next time brings.
	times int
	fault error
	// held is closed when the work may end.
	held chan struct{}
}

func newStoring(t *testing.T, long bool) *storing {
	w, _ := frametest.New(t, "uk")
	s := &storing{w: w, loop: new(frametest.Loop), entry: widgets.NewEntry(""), held: make(chan struct{})}
	w.Runner = s.loop.Runner()
	work := func(context.Context) (int, error) { <-s.held; s.times++; return s.times, s.fault }
	store := func() bool {
		if long {
			frame.RunLongIn(s.box, "Довга робота", func(ctx context.Context, _ frame.Progress) (int, error) { return work(ctx) }, s.onStored)
		} else {
			frame.RunIn(s.box, work, s.onStored)
		}
		return false
	}
	s.box = w.Ask("Квитанція", container.NewVBox(s.entry), 400, frame.Choice{Label: "Додати", Ready: store}, frame.Choice{Label: "Скасувати"})
	frametest.TypeFocused(w, "А-001")
	return s
}

func (s *storing) onStored(_ int, err error) {
	if err == nil {
		s.box.Close()
	}
}

func (s *storing) isThere() bool { return len(s.w.Boxes()) == 1 }

// What a dialog stores is stored once, and neither Esc nor a button takes it away before the answer;
// where that takes longer it says so itself.
func TestADialogWaitsForWhatItStores(t *testing.T) {
	for name, long := range map[string]bool{"short": false, "long": true} {
		t.Run(name, func(t *testing.T) {
			s := newStoring(t, long)
			s.fault = errors.New("refused")
			for range 2 {
				s.box.Confirm()
				s.box.Leave()
			}
			s.box.Buttons()[0].Tapped(nil)
			frametest.Esc(s.w)
			if !s.isThere() || !s.box.Primary().Disabled() {
				t.Fatal("the dialog has gone, or goes on, while it stores")
			}
			close(s.held)
			s.loop.Work()
			if s.times != 1 {
				t.Errorf("it was stored %d times", s.times)
			}
			s.loop.Rest()
			if !s.isThere() || s.box.Primary().Disabled() || s.entry.Disabled() || s.entry.Text != "А-001" {
				t.Fatal("what was refused cannot be mended")
			}
			s.fault = nil
			s.box.Confirm()
			s.loop.Rest()
			if s.isThere() || s.times != 2 {
				t.Errorf("stored %d times, there %v", s.times, s.isThere())
			}
		})
	}
}

func TestADialogSaysThatItWorks(t *testing.T) {
	s := newStoring(t, false)
	const words = "Працюю, зачекайте…"
	frametest.MustNotSee(t, s.w, words)
	s.box.Confirm()
	s.loop.Ring()
	s.loop.Turn()
	frametest.MustSee(t, s.w, words)
	if !s.entry.Disabled() {
		t.Error("it is typed into what is stored without it")
	}
	close(s.held)
	s.loop.Rest()
	frametest.MustNotSee(t, s.w, words)
}
