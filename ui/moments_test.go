package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// stage is a window with real accounts at which a test acts, and what it must not show.
type stage struct {
	*testing.T
	w     *frame.Window
	loop  *frametest.Loop
	files *frametest.Files
	path  string
	// ids and names are those of the graduates; login is the access of the first.
	ids   []string
	names []string
	login registrar.SignIn
}

func newStage(t *testing.T, campaign, language string) *stage {
	t.Helper()
	w, path, files := frametest.LockedDemoWith(t, campaign, language)
	s := &stage{T: t, w: w, path: path, files: files, loop: &frametest.Loop{}}
	for _, id := range registrar.Campaigns() {
		// The commands that open one are given again and again, and to make it takes seconds.
		frametest.DemoIsThere(t, w, id)
	}
	s.signIn("", registrar.DemoPassword)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		s.ids, s.names = append(s.ids, row.Graduate.ID), append(s.names, row.Graduate.FullName())
	}
	if g := rows[0].Graduate; w.Registrar().Campaign().Has(registrar.CapabilityAccesses) {
		s.login = registrar.SignIn{Phone: g.Phone, Password: frametest.PasswordOf(t, w.Registrar(), g.ID)}
	}
	w.Runner = s.loop.Runner()
	t.Cleanup(s.loop.Rest)
	return s
}

// signIn opens the registry of the stage at its door.
func (s *stage) signIn(phone, password string) {
	s.w.OpenAs(s.path, registrar.SignIn{Phone: phone, Password: password}, s.w.OnOpened)
	s.loop.Rest()
}

// enter makes the operator sit there, whatever was before, with no dialog open.
func (s *stage) enter() {
	s.loop.Rest()
	for _, o := range s.w.Canvas().Overlays().List() {
		s.w.Canvas().Overlays().Remove(o)
	}
	for len(s.w.Boxes()) > 0 {
		s.w.Boxes()[0].Close()
	}
	if s.w.Registrar() == nil || s.w.IsGraduate() {
		s.w.CloseRegistry()
		s.signIn("", registrar.DemoPassword)
	}
	// Commands remove people too.
	rows, err := s.w.Registrar().Table.List(registrar.Filter{Status: data.StatusRemoved})
	if err != nil {
		s.Fatal(err)
	}
	for _, row := range rows {
		if err := s.w.Registrar().Table.Restore(frametest.Ctx, []string{row.Graduate.ID}); err != nil {
			s.Fatal(err)
		}
	}
	s.w.Go(frame.Route{Screen: frame.Graduates})
	s.loop.Rest()
}

// commands are all that a menu can do, by their words.
func commands(menu *fyne.MainMenu) (all []*fyne.MenuItem) {
	var add func(items []*fyne.MenuItem)
	add = func(items []*fyne.MenuItem) {
		for _, item := range items {
			if item.Action != nil && !item.IsSeparator {
				all = append(all, item)
			}
			if item.ChildMenu != nil {
				add(item.ChildMenu.Items)
			}
		}
	}
	if menu != nil {
		for _, m := range menu.Items {
			add(m.Items)
		}
	}
	return all
}

// look fails where somebody's data stands on the screen whom it is not for.
func (s *stage) look(when string) {
	s.Helper()
	seen := strings.ReplaceAll(frametest.Visible(s.w), "\n", " ")
	for i, name := range s.names {
		foreign := s.w.Registrar() == nil || s.w.Fyne().MainMenu() == nil || s.w.IsGraduate() && i > 0
		if foreign && strings.Contains(seen, name) {
			s.Fatalf("%s: %s is seen in:\n%s", when, name, seen)
		}
	}
}

// moment is a moment of the window's life: how it comes about.
type moment struct {
	name  string
	reach func(s *stage)
}

// moments are all at which a command may come.
func moments() []moment {
	return []moment{
		{"before a registry", func(s *stage) { s.w.OnNew(); s.loop.Rest() }},
		{"while it opens", func(s *stage) { s.w.OnNew(); s.loop.Rest(); s.w.Open(s.path) }},
		{"at the door", func(s *stage) { s.w.Lock(); s.loop.Rest() }},
		{"while the password is tried", func(s *stage) {
			s.w.Lock()
			s.loop.Rest()
			s.w.OpenAs(s.path, registrar.SignIn{Password: registrar.DemoPassword}, s.w.OnOpened)
		}},
		{"signed in", func(*stage) {}},
		{"in a form with a field just typed", func(s *stage) { s.typeInForm() }},
		{"while a preview is made", func(s *stage) { s.w.Go(frame.Route{Screen: frame.Printing}) }},
		{"while work takes long", func(s *stage) { s.longWork() }},
		{"while the keys are made", func(s *stage) {
			s.w.Go(frame.Route{Screen: frame.Account})
			s.loop.Rest()
			frametest.Tap(s.T, s.w, s.w.Say("account_screen.paper_new", nil))
			if len(s.w.Boxes()) > 0 && s.w.Boxes()[0].Primary().Text == s.w.Say("account_screen.paper_yes", nil) {
				s.w.Boxes()[0].Confirm()
			}
		}},
		{"on the way behind the lock", func(s *stage) { s.typeInForm(); s.w.Lock() }},
		{"behind the lock, before the door", func(s *stage) { s.w.Lock(); s.loop.Turn() }},
		{"when a preview comes behind the lock", func(s *stage) { s.w.Go(frame.Route{Screen: frame.Printing}); s.w.Lock() }},
		{"when work ends behind the lock", func(s *stage) { s.longWork(); s.w.Lock() }},
		{"leaving for another registry", func(s *stage) { s.w.Open(s.path + "-absent") }},
		{"leaving a form", func(s *stage) { s.typeInForm(); s.w.OnNew() }},
		{"signed in as a graduate", func(s *stage) { s.enterGraduate() }},
		{"when a graduate leaves with a field just typed", func(s *stage) {
			s.enterGraduate()
			s.typeFocused()
			frametest.Tap(s.T, s.w, s.w.Say("own.leave", nil))
		}},
	}
}

func (s *stage) enterGraduate() {
	s.w.CloseRegistry()
	s.signIn(s.login.Phone, s.login.Password)
}

// typeInForm types into a field of the first form.
func (s *stage) typeInForm() {
	s.w.Go(frame.Route{Screen: frame.Form, Graduate: s.ids[0]})
	s.loop.Rest()
	s.typeFocused()
}

func (s *stage) typeFocused() {
	if e, is := s.w.Canvas().Focused().(interface{ TypedRune(rune) }); is {
		e.TypedRune('а')
	}
}

func (s *stage) longWork() {
	r := s.w.Registrar()
	frame.RunLong(s.w, "", func(_ context.Context, told frame.Progress) ([]registrar.Row, error) {
		told(1, 2)
		return r.Table.List(registrar.Filter{})
	}, func(_ []registrar.Row, err error) {
		// What a screen does with an answer: it shows whom it is about.
		if err != nil {
			s.Fatal(err)
		}
		s.w.Done(s.w.Registrar().Path(), nil)
		s.w.Ask(s.names[len(s.names)-1], widget.NewLabel(""), 300, frame.Choice{Label: "x"})
	})
}

// Ctrl+L, then a shortcut, ended the program. Every command of every menu comes at every
// moment, those too whose menu is not the one that hangs there now.
func TestEveryCommandAtEveryMoment(t *testing.T) {
	s := newStage(t, "ort-2021", "ru")
	for _, m := range moments() {
		t.Run("attack 6: "+m.name, func(t *testing.T) {
			s.T = t
			s.enter()
			stale := commands(s.w.Menu())
			for i := 0; ; i++ {
				s.enter()
				m.reach(s)
				now := commands(s.w.Fyne().MainMenu())
				if i == 0 {
					for _, c := range stale {
						s.do(m, c)
					}
					s.settle(m)
					continue
				}
				if i > len(now) {
					return
				}
				s.do(m, now[i-1])
				s.settle(m)
			}
		})
	}
}

// do does what a menu does, unless it ends the program.
func (s *stage) do(m moment, c *fyne.MenuItem) {
	s.Helper()
	if !c.IsQuit {
		c.Action()
		s.look(m.name + ", " + c.Label)
	}
}

// settle lets all come that was asked until now.
func (s *stage) settle(m moment) {
	s.Helper()
	s.loop.Ring()
	s.loop.Rest()
	s.look(m.name + ", later")
}

// The program ends at every moment without a fault, and once.
func TestQuittingAtEveryMoment(t *testing.T) {
	for _, m := range moments() {
		t.Run("attack 6: "+m.name, func(t *testing.T) {
			s := newStage(t, "ort-2021", "ru")
			s.enter()
			m.reach(s)
			closed := 0
			s.w.Fyne().SetOnClosed(func() { closed++ })
			s.w.Quit()
			s.w.Quit()
			for range 4 {
				s.loop.Ring()
				s.loop.Rest()
				s.quitOn()
			}
			if closed != 1 || s.w.Registrar() != nil {
				t.Errorf("closed %d times, registry %v:\n%s", closed, s.w.Registrar() != nil, frametest.Visible(s.w))
			}
		})
	}
}

// quitOn answers what is asked before the end: what is not saved is left, and work that
// holds the window has ended by now.
func (s *stage) quitOn() {
	if len(s.w.Boxes()) == 0 {
		return
	}
	for _, b := range s.w.Boxes()[len(s.w.Boxes())-1].Buttons() {
		if b.Text == s.w.Say("ui.leave", nil) {
			b.Tapped(nil)
			return
		}
	}
	s.w.Quit()
}
