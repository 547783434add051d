package ui

import (
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/assets"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestHelpOfTheForm(t *testing.T) {
	for campaign, words := range map[string]string{"ort-2021": "Шаг с ошибкой нельзя пройти вперёд", "zno-2020": "Шаги можно заполнять в любом порядке"} {
		w, _ := frametest.WithDemo(t, campaign, "ru", 3)
		w.Go(frame.Route{Screen: frame.Help})
		frametest.TypeFocused(w, "бланк")
		all := strings.ReplaceAll(frametest.Visible(w), "\n", " ")
		for _, word := range []string{words, "Ctrl+B", "Ctrl+PgDn"} {
			if !strings.Contains(all, word) {
				t.Errorf("%s: the help does not say %q:\n%s", campaign, word, all)
			}
		}
	}
}

func TestHelpTellsTheKeys(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(frame.Route{Screen: frame.Help})
	t.Run("the keys are those of the menu", func(t *testing.T) {
		frametest.TypeFocused(w, "ctrl+f")
		frametest.MustSee(t, w, "Ctrl+F", "Шукати")
	})
}

// KG-068: F1 and the menu tell a graduate how the own form is filled and what the campaign asks, over
// the form, and nothing of what only the school has.
func TestAGraduateHasHelpForTheForm(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	g := frametest.FirstGraduate(t, w).Graduate
	password := frametest.PasswordOf(t, w.Registrar(), g.ID)
	w.Lock()
	frametest.SignInAs(t, w, g.Phone, password)
	if !hasCommand(w, w.Say("screen.help", nil)) || !hasCommand(w, w.Say("menu.licences", nil)) {
		t.Error("the menu has no help")
	}
	for _, language := range []string{"ru", "uk", "ky", "en"} {
		w.ChangeLanguage(language)
		w.Canvas().Unfocus()
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
		if len(w.Boxes()) != 1 {
			t.Fatalf("%s: F1 does not help", language)
		}
		said := frame.OneLine(frametest.DialogWords(w))
		for _, id := range []string{"own.about", "help_screen.form_steps", "help_screen.files", "help_screen.ask_step", "help_screen.answer_price_own"} {
			if words, _, _ := strings.Cut(w.Say(id, nil), "{{"); !strings.Contains(said, strings.Split(words, ":")[0]) {
				t.Errorf("%s: it does not say %s", language, id)
			}
		}
		for _, page := range append(w.Listed(false), w.Listed(true)...) {
			if name := w.Say("screen."+page, nil); page != frame.Help && regexp.MustCompile(`[«“"]`+regexp.QuoteMeta(name)+`[»”"]`).MatchString(said) {
				t.Errorf("%s: it names the screen %q, which the graduate has not", language, name)
			}
		}
		if frametest.Esc(w); len(w.Boxes()) != 0 || frametest.PageIn(w) == nil || w.Current() != frame.Own {
			t.Errorf("%s: Esc does not lead back to the form", language)
		}
	}
}

func hasCommand(w *frame.Window, label string) bool {
	for _, menu := range w.Fyne().MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == label {
				return true
			}
		}
	}
	return false
}

// Who asks for help out of a form comes back to it by Esc, into the very field, and by a button; what
// is searched for in the help goes first.
func TestTheHelpLeadsBack(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	id := frametest.IdsOf(t, w)[1]
	w.Go(frame.Route{Screen: frame.Form, Graduate: id, Field: "patronymic"})
	at := w.Canvas().Focused()
	if _, is := at.(interface{ Inner() *widgets.Entry }); !is {
		t.Fatalf("the keyboard is at %T", at)
	}
	back := func(how string) {
		t.Helper()
		if who, _ := w.Whose(); !w.InFront(frame.Form) || who != id || w.Canvas().Focused() != at {
			t.Errorf("%s leads to %s of %q, the keyboard is at %T", how, w.Current(), who, w.Canvas().Focused())
		}
	}
	esc := func() { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	w.OnHelp()
	frametest.TypeFocused(w, "код")
	esc()
	if !w.InFront(frame.Help) {
		t.Fatal("Esc leaves a search as if it were the help")
	}
	esc()
	back("Esc")
	w.OnHelp()
	w.Canvas().Unfocus()
	frametest.Esc(w)
	back("Esc beside all fields")
	w.OnHelp()
	frametest.Tap(t, w, "Назад: Форма випускника")
	back("the button")
	w.Go(frame.Route{Screen: frame.Help})
	frametest.MustNotSee(t, w, "Назад: ")
}
