package ui

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// firstOfHelp are the heading of the first section of the help and its first words.
func firstOfHelp(o fyne.CanvasObject) (words []string) {
	headings := 0
	for _, l := range frametest.FindAll[*widget.Label](o) {
		if l.SizeName == theme.SizeNameSubHeadingText && l.Text != "" {
			// The first in a dialog is its title, that of the next section the second.
			if headings++; headings > 2 || headings == 2 && len(words) > 1 {
				break
			}
			words = nil
		}
		if l.Text != "" {
			words = append(words, l.Text)
		}
	}
	return words
}

// F1 on every page of both campaigns opens the help at what is said of that page, and Esc goes back.
func TestTheHelpOfEveryPageBeginsWithIt(t *testing.T) {
	for campaign, languages := range map[string][]string{"zno-2020": {"uk", "en"}, "ort-2021": {"ru", "ky"}} {
		for _, language := range languages {
			w, _ := frametest.WithDemo(t, campaign, language, 3)
			pages := append(append(w.Listed(false), w.Listed(true)...), frame.CentreList, frame.PhotoFolder, frame.Form)
			for _, page := range pages {
				clearBoxes(w)
				if page == frame.Help || !w.HasPage(page) {
					continue
				}
				w.Go(frame.Route{Screen: page, Graduate: frametest.IdsOf(t, w)[0]})
				w.Canvas().Unfocus()
				w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
				first := firstOfHelp(frametest.PageIn(w))
				want := w.Say("screen."+page, nil)
				if !w.Text().Has("screen." + page) {
					t.Errorf("%s has no name", page)
				}
				if page == frame.Form {
					want = w.Say("help_screen.form", nil)
				} else if id := "help_page.title_" + page; w.Text().Has(id) {
					want = w.Say(id, nil)
				}
				if !w.InFront(frame.Help) || len(first) < 2 || first[0] != want || len(first[1]) < 40 || strings.Contains(first[1], "<no value>") || strings.Contains(first[1], "help_page.") {
					t.Errorf("%s, %s, %s: the help begins with %q", campaign, language, page, first)
				}
				if frametest.Esc(w); !w.InFront(page) {
					t.Errorf("%s: Esc leads to %s", page, w.Current())
				}
			}
		}
	}
}

// F1 before the sign-in tells of what is in front, over it.
func TestTheHelpBeforeTheSignIn(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, _ := frametest.LockedDemo(t, "zno-2020", language)
		f1 := func(title string) {
			t.Helper()
			at := w.Canvas().Focused()
			at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
			if len(w.Boxes()) != 1 {
				t.Fatalf("%s, %s: F1 does not help", language, title)
			}
			if first := firstOfHelp(w.Boxes()[0].Content()); len(first) < 2 || first[0] != w.Say(title, nil) {
				t.Errorf("%s: the help begins with %q", language, first)
			}
			if frametest.Esc(w); len(w.Boxes()) != 0 || w.Canvas().Focused() != at {
				t.Errorf("%s, %s: Esc leads elsewhere", language, title)
			}
		}
		f1("help_page.title_signin")
		w.OnNew()
		f1("help_page.title_welcome")
		w.Settings.Noticed = false
		w.Start("")
		f1("help_page.title_notice")
	}
}

// The first chapter of the guide is needed by who is in no registry yet: it is opened from the menu and from
// the help, of the first page and of a sign-in.
func TestTheGuideBeforeTheSignIn(t *testing.T) {
	for _, row := range []struct{ language, zno, ort string }{
		{"uk", "graduand-zno-2020-uk.html", "graduand-ort-2021-uk.html"}, {"ru", "graduand-zno-2020-ru.html", "graduand-ort-2021-ru.html"},
		{"ky", "graduand-zno-2020-uk.html", "graduand-ort-2021-ru.html"}, {"en", "graduand-zno-2020-uk.html", "graduand-ort-2021-ru.html"},
	} {
		w, _ := frametest.LockedDemo(t, "zno-2020", row.language)
		var opened []string
		w.OpenFile = func(path string) error {
			opened = append(opened, filepath.Base(path))
			return nil
		}
		zno, ort := guideOf(t, w, "zno-2020"), guideOf(t, w, "ort-2021")
		commandOf(t, w, zno).Action()
		w.OnHelp()
		frametest.FrontTap(t, w, zno)
		frametest.Esc(w)
		w.OnNew()
		commandOf(t, w, ort).Action()
		w.OnHelp()
		frametest.FrontTap(t, w, ort)
		if want := []string{row.zno, row.zno, row.ort, row.ort}; !slices.Equal(opened, want) {
			t.Errorf("%s: %q were opened", row.language, opened)
		}
	}
}

// commandOf is the command of the menu with these words.
func commandOf(t *testing.T, w *frame.Window, words string) *fyne.MenuItem {
	t.Helper()
	all := commands(w.Fyne().MainMenu())
	at := slices.IndexFunc(all, func(c *fyne.MenuItem) bool { return c.Label == words })
	if at < 0 {
		t.Fatalf("the menu has no %q", words)
	}
	return all[at]
}

// guideOf is what the guide of a campaign that the program brings is called.
func guideOf(t *testing.T, w *frame.Window, campaign string) string {
	t.Helper()
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.GuideOf(c)
}

// source is what a source in brackets at the end of a sentence looks like.
var source = regexp.MustCompile(`\([^()]*(?:[Пп]\.|[Пп]орядок|[Пп]оложени|[Лл]ист|[Пп]равил|[Оо]рдо|[Нн]аказ|[Зз]акон|[Мм]ыйзам|\d)[^()]*\)`)

// F1 in a field of the form begins with the rule of that field, with the source that the campaign names,
// and Esc goes back into the field with what was typed.
func TestTheHelpOfAFieldBeginsWithItsRule(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 3)
		clearBoxes(w)
		id := frametest.IdsOf(t, w)[1]
		sourced, asked := 0, 0
		for _, f := range w.Registrar().Campaign().AllFields() {
			w.Go(frame.Route{Screen: frame.Form, Graduate: id, Field: f.Code})
			at := w.Canvas().Focused()
			teller := w.Front().(frame.FieldTeller)
			if at == nil || teller.FieldAt() != f.Code {
				continue // it is not shown to this person
			}
			asked++
			at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
			first := firstOfHelp(frametest.PageIn(w))
			title := frame.Capital(w.TitleOfField(f.Code))
			if len(first) < 2 || !strings.Contains(first[0], title) {
				t.Errorf("%s, %s: the help begins with %q", campaign, f.Code, first)
				continue
			}
			if f.Source != "" && !strings.Contains(strings.Join(first, " "), w.Cite(f.Source)) {
				t.Errorf("%s, %s: no source stands in %q", campaign, f.Code, first)
			}
			if source.MatchString(strings.Join(first, " ")) {
				sourced++
			}
			if frametest.Esc(w); !w.InFront(frame.Form) || teller.FieldAt() != f.Code {
				t.Errorf("%s, %s: Esc leads to %s, %q", campaign, f.Code, w.Current(), teller.FieldAt())
			}
		}
		if asked < 15 || sourced < asked/2 {
			t.Errorf("%s: %d fields were asked about, %d name a source", campaign, asked, sourced)
		}
	}
}

// F1 in a dialog lies over it, and begins with it where it has something of its own to say.
func TestTheHelpOverADialog(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	clearBoxes(w)
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: frametest.IdsOf(t, w)[0]})
	w.OnHelp()
	if first := firstOfHelp(w.Boxes()[1].Content()); len(first) < 2 || first[0] != "Квитанции одного человека" {
		t.Errorf("the help begins with %q", first)
	}
	w.OnHelp()
	if len(w.Boxes()) != 2 {
		t.Errorf("F1 in the help opens it %d times", len(w.Boxes()))
	}
	frametest.Esc(w)
	frametest.Esc(w)
	w.Go(frame.Route{Screen: frame.Account})
	frametest.Tap(t, w, w.Say("account_screen.add", nil))
	at := w.Canvas().Focused()
	entry := at.(interface{ Inner() *widgets.Entry }).Inner()
	entry.SetText("Асанова")
	w.HelpCommand().Action()
	if first := firstOfHelp(w.Boxes()[1].Content()); first[0] != w.Say("screen.account", nil) {
		t.Errorf("the help begins with %q", first)
	}
	frametest.Esc(w)
	if entry.Text != "Асанова" || w.Canvas().Focused() != at {
		t.Errorf("there stands %q, the keyboard is at %T", entry.Text, w.Canvas().Focused())
	}
}
