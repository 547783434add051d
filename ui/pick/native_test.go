package pick

import (
	"slices"
	"testing"

	"github.com/ncruces/zenity"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// standing is a dialog of the PC that stays open until somebody answers, or the window calls it off.
type standing struct {
	picker *nativePicker
	answer chan string
	opened chan int
	chosen []string
}

// native is the PC's picker of a window, with a dialog that stands; none stands longer than the test.
func native(t *testing.T, w *frame.Window) *standing {
	s := &standing{picker: &nativePicker{w, &ownPicker{w}}, answer: make(chan string), opened: make(chan int, 9)}
	t.Cleanup(func() { close(s.answer) })
	return s
}

func (s *standing) ask() {
	dialog := func(o ...zenity.Option) (string, error) {
		s.opened <- len(o)
		return <-s.answer, nil
	}
	s.picker.ask(frame.Question{Title: "Список"}, dialog, func(path string) { s.chosen = append(s.chosen, path) })
}

func signedIn(t *testing.T) (*frame.Window, *frametest.Loop) {
	w, _ := frametest.LockedDemo(t, "zno-2020", "uk")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	t.Cleanup(loop.Rest)
	return w, loop
}

// While a dialog of the PC stands nobody is asked a second time, and a box lies over the page.
func TestOneDialogOfThePCAtATime(t *testing.T) {
	w, loop := signedIn(t)
	s := native(t, w)
	s.ask()
	s.ask()
	frametest.MustSee(t, w, "вікні, яке відкрив комп’ютер")
	if <-s.opened; len(s.opened) > 0 || len(w.Boxes()) != 1 {
		t.Fatalf("%d more dialogs are open, %d boxes", len(s.opened), len(w.Boxes()))
	}
	s.answer <- "/a.xlsx"
	loop.Rest()
	s.ask()
	s.answer <- "/b.xlsx"
	loop.Rest()
	if !slices.Equal(s.chosen, []string{"/a.xlsx", "/b.xlsx"}) || len(w.Boxes()) > 0 {
		t.Errorf("chosen %q, %d boxes", s.chosen, len(w.Boxes()))
	}
}

// A dialog of the PC that the window calls off does not answer: neither into what lies behind a lock, nor to
// who has left it.
func TestADialogOfThePCGoesWithItsSitting(t *testing.T) {
	for name, leave := range map[string]func(w *frame.Window){
		"lock": (*frame.Window).Lock,
		"esc":  func(w *frame.Window) { w.Boxes()[0].Leave() },
	} {
		w, loop := signedIn(t)
		s := native(t, w)
		s.ask()
		<-s.opened
		leave(w)
		s.answer <- "/a.xlsx"
		loop.Rest()
		if len(s.chosen) > 0 || len(w.Boxes()) > 0 {
			t.Errorf("%s: chosen %q, %d boxes", name, s.chosen, len(w.Boxes()))
		}
	}
}
