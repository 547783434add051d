package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// closedWalk presses what a registry offers in which the campaign is over.
type closedWalk struct {
	*testing.T
	w *frame.Window
	// others are what begins other work, ends the sitting, or opens the campaign again.
	others []string
}

func newClosedWalk(t *testing.T, campaign string) *closedWalk {
	w, files := frametest.WithDemo(t, campaign, "uk", 6)
	files.ToOpen = frametest.WriteFile(t, "список.csv", "Прізвище;Ім’я;По батькові\nЯщук;Лев;Юрійович\n")
	if _, err := w.Registrar().Season.Close(frametest.Ctx); err != nil {
		t.Fatal(err)
	}
	w.Renew()
	c := &closedWalk{T: t, w: w}
	for _, id := range []string{"menu.new", "menu.open", "menu.lock", "menu.quit", "season_screen.reopen", "season_screen.move", "season_screen.restore", "menu.language", "menu.dark"} {
		c.others = append(c.others, w.Say(id, nil))
	}
	return c
}

// judge fails where a refusal comes as a failure, confirms what is asked, and looks again.
func (c *closedWalk) judge(at string) {
	c.Helper()
	for range 3 {
		if len(c.w.Boxes()) == 0 {
			break
		}
		if words := frametest.DialogWords(c.w); strings.Contains(words, c.w.Say("registry.closed", nil)) {
			c.Errorf("%s fails after it was begun:\n%s", at, words)
			break
		}
		if b := c.w.Boxes()[len(c.w.Boxes())-1].Primary(); !b.Disabled() && c.known(b.Text) {
			b.Tapped(nil)
		}
	}
	for len(c.w.Boxes()) > 0 {
		c.w.Boxes()[len(c.w.Boxes())-1].Close()
	}
	if c.w.Closed() == "" {
		c.Fatalf("%s has opened the campaign again", at)
	}
}

// known says that something is neither another work nor a look of the window.
func (c *closedWalk) known(label string) bool {
	looks := (&walker{stage: &stage{w: c.w}}).isLook(label)
	return !looks && !slices.ContainsFunc(c.others, func(other string) bool { return strings.HasPrefix(label, other) })
}

func TestClosedRefusesBeforeItAsks(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		c := newClosedWalk(t, campaign)
		t.Run("F-15 no command of the menu fails after a question: "+campaign, func(t *testing.T) {
			c.T = t
			for _, command := range commands(c.w.Fyne().MainMenu()) {
				if c.known(command.Label) {
					c.w.Go(frame.Route{Screen: frame.Graduates})
					command.Action()
					c.judge(command.Label)
				}
			}
		})
		t.Run("F-15 no button of a screen does: "+campaign, func(t *testing.T) {
			c.T = t
			for _, name := range append(append(c.w.Listed(false), c.w.Listed(true)...), frame.Form) {
				c.buttons(name)
			}
		})
	}
}

// buttons presses every button of a page, one after the other.
func (c *closedWalk) buttons(name string) {
	there := func() []*widgets.Button {
		c.w.Go(frame.Route{Screen: name, Graduate: frametest.FirstGraduate(c.T, c.w).Graduate.ID})
		return pressable(frametest.PageIn(c.w))
	}
	for i := 0; i < len(there()); i++ {
		if b := there()[i]; c.known(b.Text) {
			test.Tap(b)
			c.judge(name + ": " + b.Text)
		}
	}
}

func TestClosedSaysWhy(t *testing.T) {
	c := newClosedWalk(t, "zno-2020")
	w, why := c.w, c.w.Say("ui.resting_closed", nil)
	said := func() int { return strings.Count(strings.Join(strings.Fields(frametest.Visible(w)), " "), why) }
	for _, id := range []string{"menu.import", "menu.add", "menu.remove", "menu.bulk", "menu.paste", "menu.collect_in"} {
		t.Run("F-15 a command that is not offered says why: "+id, func(t *testing.T) {
			w.Go(frame.Route{Screen: frame.Graduates})
			w.ClearStatus()
			before := said()
			for _, command := range commands(w.Fyne().MainMenu()) {
				if command.Label == w.Say(id, nil) {
					command.Action()
				}
			}
			if !w.InFront(frame.Graduates) || len(w.Boxes()) > 0 || said() == before {
				t.Errorf("at %s:\n%s", w.Current(), frametest.Visible(w))
			}
		})
	}
	t.Run("F-15 Delete asks nothing", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Graduates})
		w.ClearStatus()
		before := said()
		frametest.ListIn(t, w).Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		if len(w.Boxes()) > 0 || said() == before {
			t.Error(frametest.Visible(w))
		}
	})
	t.Run("F-15 the school can be read, not typed into, and the reason stands on top", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.SettingsPage})
		for _, e := range frametest.FindAll[*widgets.FollowedEntry](frametest.PageIn(w)) {
			if !e.Disabled() {
				t.Errorf("%q can be typed into", e.Text)
			}
		}
		var said []string
		frametest.Collect(frametest.PageIn(w), &said)
		words := strings.Join(said, " ")
		at, field := strings.Index(words, why), strings.Index(words, w.Say("settings_screen.field.name", nil))
		if at < 0 || at > field {
			t.Errorf("the reason is at %d, the field at %d", at, field)
		}
	})
}
