package ui

import (
	"context"
	"image/color"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"graduand/data/registrar"
)

func TestLanguageChangesWhileItRuns(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	test.Type(s.search, "а")
	s.adding.entries[1].SetText("Сорока")
	cursor := s.table.Rows()[1].Key
	s.table.MoveTo(cursor)
	for language, word := range map[string]string{"ru": "Выпускники", "ky": "Бүтүрүүчүлөр", "en": "Graduates", "uk": "Випускники"} {
		w.changeLanguage(language)
		mustSee(t, w, word, "Сорока")
	}
	s = graduatesOf(w)
	if s.search.Text != "а" || s.table.Cursor() != cursor {
		t.Errorf("search %q, current %q: what was typed and chosen must stay", s.search.Text, s.table.Cursor())
	}
}

func TestImportSurvivesAnotherLanguage(t *testing.T) {
	w, _ := empty(t, "zno-2020", "uk")
	path := filepath.Join(t.TempDir(), "roster.csv")
	if err := os.WriteFile(path, []byte("Прізвище;Ім'я;Дата народження\nСорока;Яна;05.03.2003\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Go(Route{Screen: screenImport, File: path})
	w.changeLanguage("en")
	mustSee(t, w, "roster.csv", "Сорока Яна")
}

func TestNoticeComesBeforeAnyRegistry(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 5)
	path := w.registrar.Path()
	w.closeRegistry()
	w.Settings.Noticed = false
	w.Start(path)
	if w.registrar != nil {
		t.Fatal("KG-012 the registry opened before the notice was read")
	}
	tap(t, w, w.say("welcome.understood", nil))
	mustSee(t, w, "5 випускників")
}

func TestFailureIsSaidWithWhatToDo(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 5)
	missing := filepath.Join(t.TempDir(), "absent.graduand")
	w.open(missing)
	mustSee(t, w, "Не вдалося відкрити", "Перевірте шлях", "5 випускників")
	if w.registrar == nil {
		t.Error("a failure to open another registry closed this one")
	}
	w.boxes[0].buttons[0].OnEscape()
	if strings.Contains(visible(w), "Не вдалося відкрити") {
		t.Error("Esc does not leave the dialog")
	}
}

func TestSettingsAreKept(t *testing.T) {
	folder := t.TempDir()
	s, err := LoadSettings(folder, "ky")
	if err != nil {
		t.Fatal(err)
	}
	s.Dark, s.Scale, s.Language, s.Width = true, 130, "ru", 1100
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	again, err := LoadSettings(folder, "uk")
	if err != nil || !reflect.DeepEqual(again, s) {
		t.Errorf("saved %+v, read %+v, %v", s, again, err)
	}
	if err := os.WriteFile(filepath.Join(folder, "settings.json"), []byte(`{"scale": 9000, "language": "xx"`), 0o600); err != nil {
		t.Fatal(err)
	}
	bad, err := LoadSettings(folder, "uk")
	if err != nil || bad.Scale != 100 || bad.Language != "uk" {
		t.Errorf("from a broken file: %+v, %v", bad, err)
	}
	if _, err := os.Stat(filepath.Join(folder, "settings.json.bad")); err != nil {
		t.Errorf("the broken file was not kept: %v", err)
	}
}

func TestLateAnswersAreDropped(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 12)
	var waiting []func()
	w.Runner.Background = func(f func()) { waiting = append(waiting, f) }
	s := graduatesOf(w)
	s.search.SetText("нікого")
	s.search.SetText("")
	for i := len(waiting) - 1; i >= 0; i-- {
		waiting[i]()
	}
	if got := len(s.table.Rows()); got != 12 {
		t.Errorf("the answer to an earlier question is shown: %d rows", got)
	}
}

func TestPanicInTheBackgroundIsAFailure(t *testing.T) {
	w, _ := newTestWindow(t, "en")
	var got error
	run(w, &turn{}, func(context.Context) (int, error) { panic("boom") }, func(_ int, err error) { got = err })
	if got == nil || registrar.CodeOf(got) != "" {
		t.Fatalf("got %v", got)
	}
	w.fail(got)
	mustSee(t, w, "Your data is safe")
}

func TestLongWorkIsCancelled(t *testing.T) {
	w, _ := newTestWindow(t, "en")
	w.Runner.After = func(_ time.Duration, f func()) func() {
		f()
		return func() {}
	}
	cancelled := false
	runLong(w, "Long work", func(ctx context.Context, progress Progress) (int, error) {
		progress(1, 2)
		mustSee(t, w, "Long work", "Cancel")
		tap(t, w, "Cancel")
		cancelled = ctx.Err() != nil
		return 0, ctx.Err()
	}, func(_ int, err error) { w.fail(err) })
	if !cancelled || len(w.boxes) != 0 {
		t.Errorf("cancelled %v, dialogs left %d", cancelled, len(w.boxes))
	}
}

func TestClosingSavesTheFieldInHand(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 12)
	path := w.registrar.Path()
	s := graduatesOf(w)
	id := s.table.Rows()[0].Key
	s.table.MoveTo(id)
	patronymic := s.panel.inputs["patronymic"].(*textInput)
	w.Canvas().Focus(patronymic.entry)
	patronymic.entry.SetText("Лук’янович")
	w.onClose()
	again, err := registrar.Open(ctx, path, registrar.SignIn{}, registrar.Options{Key: testKey})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if row, err := again.Find(id); err != nil || row.Graduate.Patronymic != "Лук’янович" {
		t.Errorf("stored %q, %v", row.Graduate.Patronymic, err)
	}
}

func TestLeavingARegistrySavesTheFieldInHand(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 12)
	path := w.registrar.Path()
	s := graduatesOf(w)
	id := s.table.Rows()[0].Key
	s.table.MoveTo(id)
	name := s.panel.inputs["patronymic"].(*textInput)
	w.Canvas().Focus(name.entry)
	name.entry.SetText("Лук’янович")
	w.onNew()
	w.Start(path)
	if row, err := w.registrar.Find(id); err != nil || row.Graduate.Patronymic != "Лук’янович" {
		t.Errorf("stored %q, %v", row.Graduate.Patronymic, err)
	}
}

func TestClosingAsksAboutWhatCannotBeSaved(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 12)
	graduatesOf(w).adding.entries[1].SetText("Сорока")
	w.onClose()
	mustSee(t, w, "Вийти без збереження?", "Випускники")
	var labels []string
	for _, button := range w.boxes[0].buttons {
		labels = append(labels, button.Text)
	}
	if !slices.Equal(labels, []string{"Вийти", "Залишитися"}) {
		t.Errorf("offered: %q", labels)
	}
	esc(w)
	w.onClose()
	tap(t, w, "Залишитися")
	if len(w.boxes) != 0 || w.registrar == nil || graduatesOf(w).adding.entries[1].Text != "Сорока" {
		t.Error("to stay must lose nothing")
	}
	graduatesOf(w).adding.entries[1].SetText("")
}

func TestWhatIsKeptOutlivesSeveralLanguages(t *testing.T) {
	w, _ := withDemo(t, "ort-2021", "ru", 5)
	graduatesOf(w).adding.entries[1].SetText("Асанова")
	w.Go(Route{Screen: screenHistory})
	for _, language := range []string{"ky", "en", "uk"} {
		w.changeLanguage(language)
	}
	w.Go(Route{Screen: screenGraduates})
	if got := graduatesOf(w).adding.entries[1].Text; got != "Асанова" {
		t.Errorf("after three languages %q", got)
	}
}

func TestRemovedAreShownAndBroughtBack(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 12)
	s := graduatesOf(w)
	s.table.MoveTo(s.table.Rows()[0].Key)
	s.onRemove()
	s.status.SetSelected(w.say("status.removed", nil))
	if got := len(s.table.Rows()); got != 1 {
		t.Fatalf("%d removed are shown", got)
	}
	s.table.MoveTo(s.table.Rows()[0].Key)
	s.onRemove()
	s.status.SetSelectedIndex(0)
	mustSee(t, w, "12 випускників")
}

func TestSavingAsksBeforeReplacing(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 5)
	p := &ownPicker{window: w}
	path := filepath.Join(p.start(), "card.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	asked := ""
	p.Save("Save", "card.pdf", func(path string) { asked = path })
	tap(t, w, w.say("ui.save_here", nil))
	mustSee(t, w, "Замінити файл?")
	if asked != "" {
		t.Error("chosen before the question was answered")
	}
	tap(t, w, "Замінити")
	if asked != path {
		t.Errorf("chosen %q", asked)
	}
}

// Fyne's own font draws the small Ukrainian «і» without its dot; ours must not.
func TestEveryLetterHasItsDots(t *testing.T) {
	w, _ := newTestWindow(t, "uk")
	ink := func(letter string) int {
		text := canvas.NewText(letter, color.Black)
		text.TextSize = 60
		w.window.SetContent(text)
		w.window.Resize(fyne.NewSize(100, 100))
		picture, rows := w.Canvas().Capture(), 0
		for y := range picture.Bounds().Dy() {
			for x := range picture.Bounds().Dx() {
				if r, _, _, _ := picture.At(x, y).RGBA(); r < 0x8000 {
					rows++
					break
				}
			}
		}
		return rows
	}
	for dotted, plain := range map[string]string{"і": "ı", "ї": "ı", "ё": "е", "й": "и", "ґ": "г"} {
		if ink(dotted) <= ink(plain) {
			t.Errorf("%s is drawn as low as %s", dotted, plain)
		}
	}
}

func TestImportSaysWhatItDidNotRead(t *testing.T) {
	w, _ := empty(t, "zno-2020", "uk")
	path := filepath.Join(t.TempDir(), "roster.csv")
	if err := os.WriteFile(path, []byte("Прізвище;Ім'я;Дата народження;Гурток\nСорока;Яна;05.03.2003;шахи\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Go(Route{Screen: screenImport, File: path})
	shot(t, w, "import-skipped")
	mustSee(t, w, "Стовпець D «Гурток» не прочитано")
}

func TestColumnsOfTheCampaign(t *testing.T) {
	w, _ := withDemo(t, "ort-2021", "ru", 5)
	if columns := graduatesOf(w).columns(); columns[0].Title != "Телефон" || columns[1].Title != "Фамилия, имя, отчество" || columns[0].Drop+columns[1].Drop > 0 {
		t.Errorf("KG-067 phone and full name come first and stay: %+v", columns)
	}
}
