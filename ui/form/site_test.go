package form

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/payment"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// siteOf shows the panel of the centre's site alone, for the first graduate.
func siteOf(t testing.TB, w *frame.Window) (*sitePanel, string) {
	t.Helper()
	s := newSitePanel(w)
	w.Fyne().SetContent(s.build())
	id := frametest.FirstGraduate(t, w).Graduate.ID
	s.show(id)
	return s, id
}

// copyButton is the one in the row of a value.
func (s *sitePanel) copyButton(t testing.TB, name string) *widgets.TabbedButton {
	t.Helper()
	for _, o := range s.rows.Objects {
		var words []string
		frametest.Collect(o, &words)
		if row, is := o.(*fyne.Container); is && len(words) > 0 && words[0] == name {
			return row.Objects[1].(*fyne.Container).Objects[0].(*widgets.TabbedButton)
		}
	}
	t.Fatalf("there is no row %q", name)
	return nil
}

func TestSitePanel(t *testing.T) {
	w, files := frametest.WithDemo(t, "ort-2021", "uk", 3)
	var later func()
	stopped := 0
	w.Runner.After = func(d time.Duration, f func()) func() {
		if d == frame.CopiedFor {
			later = f
		}
		return func() { stopped++ }
	}
	s, id := siteOf(t, w)
	g := frametest.GraduateOf(t, w, id)
	t.Run("KG-001 the fields stand in the order of the site, in its words", func(t *testing.T) {
		frametest.MustSee(t, w, "Сайт центру", "Первичные данные", "Адрес проживания", g.Surname, registrar.FormatPhone(g.Phone), "Копіювати")
		words := frametest.Visible(w)
		if strings.Index(words, "Первичные данные") > strings.Index(words, "Личная информация") {
			t.Error("the pages stand in another order")
		}
	})
	t.Run("KG-062 KG-063 the receipts are entered there too: type, sum, number", func(t *testing.T) {
		if _, err := w.Registrar().Payment.Add(frametest.Ctx, id, payment.Receipt{Number: "N-777", Amount: "371"}); err != nil {
			t.Fatal(err)
		}
		s.show(id)
		frametest.MustSee(t, w, "Оплата", "Сумма", "371", "Номер квитанции", "N-777")
		frametest.Enter(s.copyButton(t, "Номер квитанции"))
		if got := w.Clipboard().Content(); got != "N-777" {
			t.Errorf("copied %q", got)
		}
	})
	t.Run("KG-012 a copied value leaves the clipboard after a minute", func(t *testing.T) {
		frametest.Enter(s.copyButton(t, "Фамилия"))
		if got := w.Clipboard().Content(); got != g.Surname || later == nil {
			t.Fatalf("copied %q", got)
		}
		later()
		if got := w.Clipboard().Content(); got != "" {
			t.Errorf("after a minute there is %q", got)
		}
		frametest.Enter(s.copyButton(t, "Фамилия"))
		w.Clipboard().SetContent("з іншої програми")
		later()
		if got := w.Clipboard().Content(); got != "з іншої програми" {
			t.Errorf("what another program copied became %q", got)
		}
	})
	t.Run("what is empty cannot be copied", func(t *testing.T) {
		frametest.ChangeField(t, w, id, "flat", "")
		s.show(id)
		if !s.copyButton(t, "Квартира").Disabled() {
			t.Error("nothing is copied")
		}
	})
	t.Run("KG-001 of a form with errors it is asked whether it really stands there", func(t *testing.T) {
		frametest.ChangeField(t, w, id, "settlement", "")
		s.show(id)
		frametest.Tap(t, w, "Внесено на сайт")
		frametest.MustSee(t, w, "У формі ще", "Позначте лише тоді")
		frametest.Esc(w)
		if frametest.GraduateOf(t, w, id).Current().Fact(data.FactEntered, "") != nil {
			t.Error("it is noted unasked")
		}
		frametest.ChangeField(t, w, id, "settlement", "Степове")
		s.show(id)
	})
	t.Run("KG-001 it is told how many questions nobody has answered, and noted all the same", func(t *testing.T) {
		s.known.doubts = []registrar.Finding{{Rule: "phone_fixed", Severity: data.SeverityConfirm, Field: data.FieldPhone, Args: data.Args{"value": "1"}}}
		frametest.Tap(t, w, "Внесено на сайт")
		frametest.MustSee(t, w, "На 1 питання ще ніхто не відповів")
		frametest.Esc(w)
		s.known.doubts = nil
	})
	t.Run("KG-001 «Внесено на сайт» with its day, by whom, and back", func(t *testing.T) {
		frametest.MustSee(t, w, "На сайт ще не внесено")
		frametest.Tap(t, w, "Внесено на сайт")
		frametest.FillIn(t, w, "День внесення", "20.02.2020")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Внесено на сайт: 20.02.2020", "Скасувати позначку")
		if fact := frametest.GraduateOf(t, w, id).Current().Fact(data.FactEntered, ""); fact == nil || fact.On != "2020-02-20" {
			t.Fatalf("%+v", fact)
		}
		frametest.ChangeField(t, w, id, "settlement", "Гайове")
		s.show(id)
		frametest.MustSee(t, w, "Після того змінено: "+data.Small(w.TitleOfField("settlement")), "Внесено на сайт ще раз")
		frametest.Tap(t, w, "Внесено на сайт ще раз")
		frametest.Confirm(w)
		frametest.MustNotSee(t, w, "Після того змінено")
		frametest.Tap(t, w, "Скасувати позначку")
		if frametest.GraduateOf(t, w, id).Current().Fact(data.FactEntered, "") != nil {
			t.Error("it stays")
		}
		frametest.MustSee(t, w, "На сайт ще не внесено")
	})
	t.Run("KG-027 without originals it is said why the button does nothing", func(t *testing.T) {
		frametest.MustSee(t, w, "Зберігати нічого: немає жодної фотографії чи скану.")
	})
	t.Run("KG-027 the originals go into a folder after a warning", func(t *testing.T) {
		if err := w.Registrar().Form.Attach(frametest.Ctx, id, "face_photo", "", frametest.ReadFile(t, frametest.PhotoFile(t, 60, 80, 3))); err != nil {
			t.Fatal(err)
		}
		s.show(id)
		frametest.MustNotSee(t, w, "Зберігати нічого")
		files.ToFolder = filepath.Join(t.TempDir(), "originals")
		frametest.Tap(t, w, "Зберегти оригінали…")
		frametest.MustSee(t, w, "хто має теку, той їх бачить")
		if _, err := os.Stat(files.ToFolder); err == nil {
			t.Fatal("written without an answer")
		}
		frametest.Confirm(w)
		entries, err := os.ReadDir(files.ToFolder)
		if err != nil || len(entries) != 1 || !slices.Contains(frametest.Kinds(t, w), registrar.EventOriginals) {
			t.Errorf("%v, %v", entries, err)
		}
	})
	t.Run("it is folded away and that is remembered without a personal word", func(t *testing.T) {
		frametest.Enter(s.fold)
		frametest.MustNotSee(t, w, "Первичные данные", g.Surname)
		if content := string(frametest.ReadFile(t, filepath.Join(w.Home, "settings.json"))); !strings.Contains(content, `"site_folded": true`) || strings.Contains(content, g.Surname) {
			t.Errorf("settings: %s", content)
		}
		s, _ = siteOf(t, w)
		frametest.MustNotSee(t, w, "Первичные данные")
		frametest.Enter(s.unfold)
		frametest.MustSee(t, w, "Первичные данные")
		if w.Settings.SiteFolded {
			t.Error("opened, and remembered as folded")
		}
	})
	t.Run("a narrow window folds it and forgets nothing", func(t *testing.T) {
		s.setNarrow(true)
		frametest.MustNotSee(t, w, "Первичные данные")
		frametest.Enter(s.unfold)
		frametest.MustSee(t, w, "Первичные данные")
		s.setNarrow(false)
		frametest.MustSee(t, w, "Первичные данные")
		if w.Settings.SiteFolded {
			t.Error("a narrow window changed the settings")
		}
	})
}

func TestLockClearsTheClipboard(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	t.Run("KG-012 a lock takes the copied value off the clipboard", func(t *testing.T) {
		w.CopyForAWhile("AN 1234567")
		w.Lock()
		if got := w.Clipboard().Content(); got != "" {
			t.Errorf("behind the lock there is %q", got)
		}
	})
	t.Run("what another program copied stays", func(t *testing.T) {
		frametest.SignInAs(t, w, "", registrar.DemoPassword)
		w.CopyForAWhile("AN 1234567")
		w.Clipboard().SetContent("своё")
		w.Lock()
		if got := w.Clipboard().Content(); got != "своё" {
			t.Errorf("there is %q", got)
		}
	})
}

// Only an address of a site is a link.
func TestSiteAddress(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	for address, host := range map[string]string{"https://platform.example/x": "platform.example", "testing.kg": "www.testing.kg",
		"javascript:alert(1)": "www.testing.kg", "file://disk/etc/passwd": "www.testing.kg", "": "www.testing.kg"} {
		school := w.Registrar().School()
		school.Site = address
		if err := w.Registrar().Season.ChangeSchool(frametest.Ctx, school); err != nil {
			t.Fatal(err)
		}
		if at := siteAddress(w.Registrar().School(), w.Registrar().Campaign()); at == nil || at.Host != host {
			t.Errorf("%q leads to %v", address, at)
		}
	}
}

// The data of the one before, with buttons that copy it, must not stand under another's
// name, nor hers above another's form.
func TestNobodysDataUntilTheRightOnesAreThere(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "uk", 3)
	ids := frametest.IdsOf(t, w)
	w.Go(frame.Route{Screen: frame.Form, Graduate: ids[0], Only: ids})
	g := frametest.GraduateOf(t, w, ids[0])
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	for _, place := range []string{"a step", "the review"} {
		s := formOf(w)
		frametest.MustSee(t, w, g.FullName(), g.GivenName, "Копіювати")
		s.turnTo(ids[1])
		s.read(true)
		frametest.MustNotSee(t, w, g.FullName(), g.GivenName, "Копіювати")
		loop.Rest()
		frametest.MustSee(t, w, frametest.GraduateOf(t, w, ids[1]).FullName(), "Копіювати")
		s.turnTo(ids[0])
		s.read(true)
		loop.Rest()
		s.turnPage(len(s.form.Steps))
		loop.Rest()
		if t.Failed() {
			t.Fatalf("kind 1: after %s", place)
		}
	}
}

// A line that says what it said stays, with its button and the focus on it; the line of
// what has changed, and those of another graduate, are new.
func TestSitePanelKeepsItsLines(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "uk", 3)
	s, id := siteOf(t, w)
	surname, street := s.copyButton(t, "Фамилия"), s.copyButton(t, "Улица")
	if _, err := w.Registrar().Table.Change(frametest.Ctx, id, []registrar.Assign{{Field: "street", Value: "Озёрная"}}); err != nil {
		t.Fatal(err)
	}
	s.show(id)
	frametest.MustSee(t, w, "Озёрная")
	if s.copyButton(t, "Фамилия") != surname {
		t.Error("the line of a value that stays was made anew")
	}
	if s.copyButton(t, "Улица") == street {
		t.Error("the line of a value that has changed is the former")
	}
	s.show(frametest.IdsOf(t, w)[1])
	if s.copyButton(t, "Фамилия") == surname {
		t.Error("a line of another graduate is the former")
	}
}
