package ui

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
)

// siteOf shows the panel of the centre's site alone, for the first graduate.
func siteOf(t testing.TB, w *Window) (*sitePanel, string) {
	t.Helper()
	s := newSitePanel(w)
	w.Fyne().SetContent(s.build())
	id := firstGraduate(t, w).Graduate.ID
	s.show(id)
	return s, id
}

// copyButton is the one in the row of a value.
func (s *sitePanel) copyButton(t testing.TB, name string) *tabbedButton {
	t.Helper()
	for _, o := range s.rows.Objects {
		var words []string
		collect(o, &words)
		if row, is := o.(*fyne.Container); is && len(words) > 0 && words[0] == name {
			return row.Objects[1].(*fyne.Container).Objects[0].(*tabbedButton)
		}
	}
	t.Fatalf("there is no row %q", name)
	return nil
}

func TestSitePanel(t *testing.T) {
	w, files := withDemo(t, "ort-2021", "uk", 3)
	var later func()
	stopped := 0
	w.Runner.After = func(d time.Duration, f func()) func() {
		if d == copiedFor {
			later = f
		}
		return func() { stopped++ }
	}
	s, id := siteOf(t, w)
	g := graduateOf(t, w, id)
	t.Run("KG-001 the fields stand in the order of the site, in its words", func(t *testing.T) {
		mustSee(t, w, "Сайт центру", "Первичные данные", "Адрес проживания", g.Surname, registrar.FormatPhone(g.Phone), "Копіювати")
		words := visible(w)
		if strings.Index(words, "Первичные данные") > strings.Index(words, "Личная информация") {
			t.Error("the pages stand in another order")
		}
	})
	t.Run("KG-012 a copied value leaves the clipboard after a minute", func(t *testing.T) {
		enter(s.copyButton(t, "Фамилия"))
		if got := w.Clipboard().Content(); got != g.Surname || later == nil {
			t.Fatalf("copied %q", got)
		}
		later()
		if got := w.Clipboard().Content(); got != "" {
			t.Errorf("after a minute there is %q", got)
		}
		enter(s.copyButton(t, "Фамилия"))
		w.Clipboard().SetContent("з іншої програми")
		later()
		if got := w.Clipboard().Content(); got != "з іншої програми" {
			t.Errorf("what another program copied became %q", got)
		}
	})
	t.Run("what is empty cannot be copied", func(t *testing.T) {
		changeField(t, w, id, "flat", "")
		s.show(id)
		if !s.copyButton(t, "Квартира").Disabled() {
			t.Error("nothing is copied")
		}
	})
	t.Run("KG-001 «Внесено на сайт» with its day, by whom, and back", func(t *testing.T) {
		mustSee(t, w, "На сайт ще не внесено")
		tap(t, w, "Внесено на сайт")
		fillIn(t, w, "День внесення", "20.02.2020")
		confirm(w)
		mustSee(t, w, "Внесено на сайт: 20.02.2020", "Скасувати позначку")
		if fact := graduateOf(t, w, id).Current().Fact(data.FactEntered, ""); fact == nil || fact.On != "2020-02-20" {
			t.Fatalf("%+v", fact)
		}
		changeField(t, w, id, "settlement", "Гайове")
		s.show(id)
		mustSee(t, w, "Після того змінено: "+w.titleOfField("settlement"), "Внесено на сайт ще раз")
		tap(t, w, "Внесено на сайт ще раз")
		confirm(w)
		mustNotSee(t, w, "Після того змінено")
		tap(t, w, "Скасувати позначку")
		if graduateOf(t, w, id).Current().Fact(data.FactEntered, "") != nil {
			t.Error("it stays")
		}
		mustSee(t, w, "На сайт ще не внесено")
	})
	t.Run("KG-027 the originals go into a folder after a warning", func(t *testing.T) {
		if err := w.Registrar().Attach(ctx, id, "face_photo", readFile(t, photoFile(t, 60, 80, 3))); err != nil {
			t.Fatal(err)
		}
		s.show(id)
		files.toFolder = filepath.Join(t.TempDir(), "originals")
		tap(t, w, "Зберегти оригінали…")
		mustSee(t, w, "хто має теку, той їх бачить")
		if _, err := os.Stat(files.toFolder); err == nil {
			t.Fatal("written without an answer")
		}
		confirm(w)
		entries, err := os.ReadDir(files.toFolder)
		if err != nil || len(entries) != 1 || !slices.Contains(kinds(t, w), registrar.EventOriginals) {
			t.Errorf("%v, %v", entries, err)
		}
	})
	t.Run("it is folded away and that is remembered without a personal word", func(t *testing.T) {
		enter(s.fold)
		mustNotSee(t, w, "Первичные данные", g.Surname)
		if content := string(readFile(t, filepath.Join(w.Home, "settings.json"))); !strings.Contains(content, `"site_folded": true`) || strings.Contains(content, g.Surname) {
			t.Errorf("settings: %s", content)
		}
		s, _ = siteOf(t, w)
		mustNotSee(t, w, "Первичные данные")
		enter(s.unfold)
		mustSee(t, w, "Первичные данные")
		if w.Settings.SiteFolded {
			t.Error("opened, and remembered as folded")
		}
	})
	t.Run("a narrow window folds it and forgets nothing", func(t *testing.T) {
		s.setNarrow(true)
		mustNotSee(t, w, "Первичные данные")
		enter(s.unfold)
		mustSee(t, w, "Первичные данные")
		s.setNarrow(false)
		mustSee(t, w, "Первичные данные")
		if w.Settings.SiteFolded {
			t.Error("a narrow window changed the settings")
		}
	})
}

func TestLockClearsTheClipboard(t *testing.T) {
	w, _ := lockedDemo(t, "ort-2021", "ru")
	signInAs(t, w, "", registrar.DemoPassword)
	t.Run("KG-012 a lock takes the copied value off the clipboard", func(t *testing.T) {
		w.copyForAWhile("AN 1234567")
		w.lock()
		if got := w.Clipboard().Content(); got != "" {
			t.Errorf("behind the lock there is %q", got)
		}
	})
	t.Run("what another program copied stays", func(t *testing.T) {
		signInAs(t, w, "", registrar.DemoPassword)
		w.copyForAWhile("AN 1234567")
		w.Clipboard().SetContent("своё")
		w.lock()
		if got := w.Clipboard().Content(); got != "своё" {
			t.Errorf("there is %q", got)
		}
	})
}

// Only an address of a site is a link.
func TestSiteAddress(t *testing.T) {
	w, _ := empty(t, "ort-2021", "ru")
	for address, host := range map[string]string{"https://platform.example/x": "platform.example", "testing.kg": "www.testing.kg",
		"javascript:alert(1)": "www.testing.kg", "file://disk/etc/passwd": "www.testing.kg", "": "www.testing.kg"} {
		school := w.Registrar().School()
		school.Site = address
		if err := w.Registrar().ChangeSchool(ctx, school); err != nil {
			t.Fatal(err)
		}
		if at := siteAddress(w.Registrar().School(), w.Registrar().Campaign()); at == nil || at.Host != host {
			t.Errorf("%q leads to %v", address, at)
		}
	}
}
