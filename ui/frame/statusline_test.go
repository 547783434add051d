package frame_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// textOf is the text of the window that begins with these words.
func textOf(t *testing.T, w *frame.Window, words string) *canvas.Text {
	t.Helper()
	for _, text := range frametest.TextsOf(w.Fyne().Content()) {
		if strings.HasPrefix(text.Text, words) {
			return text
		}
	}
	t.Fatalf("nobody sees %q in:\n%s", words, frametest.Visible(w))
	return nil
}

// Whoever comes to the window sees who sits here, and locks it with one click.
func TestWhoSitsHere(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	frametest.MustSee(t, w, w.Me().Name+" · директор")
	frametest.Tap(t, w, "Заблокировать  Ctrl+L")
	if w.Registrar() != nil {
		t.Error("it is not locked")
	}
}

// The day until which something must be done says how far it is off, in colour, and how many
// are not ready; after it was missed it stays.
func TestTheDeadline(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	for _, c := range []struct {
		day, words string
		colour     fyne.ThemeColorName
	}{
		{"2020-03-10", "17.03.2020, ще 7 днів", theme.ColorNameDisabled},
		{"2020-03-16", "завтра, 17.03.2020", theme.ColorNameWarning},
		{"2020-03-17", "сьогодні", theme.ColorNameError},
		{"2020-03-18", "прострочено, 17.03.2020", theme.ColorNameError},
		{"2021-03-18", "прострочено", theme.ColorNameError},
	} {
		day, err := time.Parse(time.DateOnly, c.day)
		if err != nil {
			t.Fatal(err)
		}
		path := w.Registrar().Path()
		w.CloseRegistry()
		w.Now = func() time.Time { return day.Add(9 * time.Hour) }
		w.Open(path)
		seen := strings.Join(strings.Fields(frametest.Visible(w)), " ")
		if !strings.Contains(seen, c.words) || !strings.Contains(seen, "Ще не готові: ") {
			t.Errorf("%s: nobody sees %q in:\n%s", c.day, c.words, seen)
		}
		if got := textOf(t, w, "Ще не готові"); got.Color != theme.Color(c.colour) {
			t.Errorf("%s: the colour is another", c.day)
		}
	}
}

// Two copies of one registry are told apart by the title and beside the pages.
func TestWhichFileIsOpen(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	path := w.Registrar().Path()
	w.CloseRegistry()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copy.graduand")
	if err := os.WriteFile(copied, content, 0o600); err != nil {
		t.Fatal(err)
	}
	w.Open(copied)
	if title := w.Fyne().Title(); !strings.Contains(title, " — ЗНО-2020 — copy.graduand") {
		t.Errorf("the title is %q", title)
	}
	frametest.MustSee(t, w, "copy · "+filepath.Base(filepath.Dir(copied)))
}

// When the registry was written stays in sight whatever is said after it, and nothing jumps.
func TestWhenItWasSavedStaysInSight(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	frametest.MustNotSee(t, w, "збережено о")
	at := func() fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(textOf(t, w, w.Say("screen.settings", nil)))
	}
	before := at()
	if _, err := w.Registrar().Table.Change(frametest.Ctx, frametest.IdsOf(t, w)[0], []registrar.Assign{{Field: "class", Value: "11-Я"}}); err != nil {
		t.Fatal(err)
	}
	w.Done("Щось інше", func() {})
	driver := fyne.CurrentApp().Driver()
	saved := textOf(t, w, "збережено о")
	if driver.AbsolutePositionForObject(saved).X+saved.Size().Width > driver.AbsolutePositionForObject(textOf(t, w, "14:00  Щось")).X {
		t.Error("the words lie over each other")
	}
	w.OnDark()
	frametest.MustSee(t, w, "збережено о 14:00")
	if at() != before {
		t.Errorf("the pages moved from %v to %v", before, at())
	}
}

// TestOneClockInTheWindow whatever the PC is set to: that of the campaign, for what is done now
// and for what was read from the file (design §2); that of the PC while nothing is open.
func TestOneClockInTheWindow(t *testing.T) {
	pc := time.Local
	t.Cleanup(func() { time.Local = pc })
	time.Local = time.FixedZone("PC", -7*3600)
	for campaign, hour := range map[string]string{"zno-2020": "14:00", "ort-2021": "18:00"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 2)
		if got := w.Clock(frametest.Noon).Format("15:04"); got != hour {
			t.Errorf("%s: noon at Greenwich is %s", campaign, got)
		}
		w.Done("Готово", nil)
		frametest.AddGraduate(t, w, "surname", "Асанов")
		frametest.MustSee(t, w, hour+"  Готово", "збережено о "+hour)
		changes := frame.NewChanges(w)
		if got := changes.When(frametest.Noon); got != "24.02.2020 "+hour {
			t.Errorf("%s: the history says %s", campaign, got)
		}
		w.CloseRegistry()
		if got := w.Clock(frametest.Noon).Format("15:04"); got != "05:00" {
			t.Errorf("%s: the start page, where no campaign counts, tells noon at Greenwich as %s", campaign, got)
		}
	}
}

// A school with a long name leaves room for the pages.
func TestALongNameOfASchoolTakesTwoLines(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	first := func() float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(textOf(t, w, w.Say("screen.roster", nil))).Y
	}
	school := w.Registrar().School()
	school.ShortName, school.Name = "", "Комунальний заклад «Вербівський ліцей імені видатного земляка Вербівської сільської ради Вербівського району Полтавської області»"
	if err := w.Registrar().Season.ChangeSchool(frametest.Ctx, school); err != nil {
		t.Fatal(err)
	}
	long := first()
	driver := fyne.CurrentApp().Driver()
	if driver.AbsolutePositionForObject(textOf(t, w, "«Вербівський")).Y+10 > driver.AbsolutePositionForObject(textOf(t, w, "ЗНО-2020")).Y {
		t.Error("the campaign lies over the school")
	}
	school.Name = "Ліцей № 5"
	if err := w.Registrar().Season.ChangeSchool(frametest.Ctx, school); err != nil {
		t.Fatal(err)
	}
	if by := long - first(); by > 24 {
		t.Errorf("it takes %v more than a short one", by)
	}
}

// An answer that does not come soon has a quiet sign, which goes with it, and leaves the rest
// where it is.
func TestWorkThatTakesLongHasAQuietSign(t *testing.T) {
	w, loop := onLoop(t)
	loop.Rest()
	release := make(chan struct{})
	ask := func() {
		frame.Run(w, &frame.Turn{}, func(context.Context) (struct{}, error) { <-release; return struct{}{}, nil }, func(struct{}, error) {})
	}
	w.Done("Готово", nil)
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(textOf(t, w, w.Clock(w.Now()).Format("15:04")+"  Готово"))
	ask()
	ask()
	frametest.MustNotSee(t, w, w.Say("ui.working", nil))
	loop.Ring()
	loop.Turn()
	frametest.MustSee(t, w, w.Say("ui.working", nil))
	if driver.AbsolutePositionForObject(textOf(t, w, w.Clock(w.Now()).Format("15:04")+"  Готово")) != at {
		t.Error("what was done jumps")
	}
	close(release)
	loop.Rest()
	frametest.MustNotSee(t, w, w.Say("ui.working", nil))
}

// When the registry was last written and copied is in sight from the first moment on, in colour
// where a copy on another disk is late.
func TestWhenItWasCopiedStaysInSight(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	path, began, phone := w.Registrar().Path(), w.Now(), w.Me().Phone
	frametest.AddGraduate(t, w, "surname", "Бондар")
	at := func() fyne.Position {
		w.Done("Готово", nil)
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(textOf(t, w, w.Clock(w.Now()).Format("15:04")+"  Готово"))
	}
	before := at()
	come := func(days int) {
		w.CloseRegistry()
		w.Now = func() time.Time { return began.AddDate(0, 0, days) }
		w.Open(path)
		frametest.SignInAs(t, w, phone, frametest.HeadPassword)
	}
	day := func(days int) string { return began.AddDate(0, 0, days).Format("02.01.2006") }
	come(1)
	frametest.MustSee(t, w, "збережено "+day(0), "копій ще немає")
	if _, err := w.Registrar().Season.KeepDaily(frametest.Ctx); err != nil {
		t.Fatal(err)
	}
	w.LookForCopies()
	if got := textOf(t, w, "копія "+day(1)); got.Color != theme.Color(theme.ColorNameDisabled) {
		t.Error("a copy of today is coloured")
	}
	for i, colour := range []fyne.ThemeColorName{theme.ColorNameWarning, theme.ColorNameError} {
		days := 8 + 7*i
		come(days)
		if got := textOf(t, w, "на флешці копії немає"); got.Color != theme.Color(colour) {
			t.Errorf("after %d days the colour is another", days)
		}
		frametest.Shot(t, w, "copied-late")
	}
	away := registrar.Copies{Late: true, Days: 8}
	away.Away = began
	w.ShowCopied(away)
	if got := textOf(t, w, "копія на флешці "+day(0)); got.Color != theme.Color(theme.ColorNameWarning) {
		t.Error("the last copy on a stick is late, and not coloured")
	}
	if at() != before {
		t.Errorf("what stands beside it moved from %v to %v", before, at())
	}
}

// All of the line is seen in every language and both sizes of the window.
func TestTheStatusLineFits(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "uk")
	path := w.Registrar().Path()
	frametest.AddGraduate(t, w, "surname", "Асанов", "phone", "0555000101")
	w.CloseRegistry()
	w.Now = func() time.Time { return frametest.Noon.AddDate(20, 0, 0) }
	w.Open(path)
	for _, language := range text.Languages() {
		w.ChangeLanguage(language)
		for _, size := range frametest.WindowSizes {
			w.Fyne().Resize(size)
			w.Done(w.Say("bulk_screen.nobody", nil), nil)
			frametest.MustSee(t, w, w.Say("ui.copy_never_away", nil), w.Say("menu.lock", nil)+"  Ctrl+L")
			frametest.Fits(t, language, w.Fyne().Content(), size, fyne.NewPos(0, 0), false)
			frametest.Shot(t, w, fmt.Sprintf("line-%s-%.0f", language, size.Width))
		}
	}
}

// What the line has no room for is read by a click on it; where all of it is seen a click does
// nothing.
func TestAllThatWasDoneIsRead(t *testing.T) {
	for _, language := range text.Languages() {
		w, _ := frametest.Empty(t, "ort-2021", language)
		w.Fyne().Resize(fyne.NewSize(1024, 600))
		for _, c := range []struct {
			said string
			over int
		}{{"Short.", 0}, {"Removed: 5. " + strings.Repeat("Stays as it is, because it was changed since. ", 6), 1}} {
			w.Done(c.said, nil)
			done := textOf(t, w, w.Clock(w.Now()).Format("15:04"))
			test.TapCanvas(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(done).AddXY(3, 3))
			if got := len(w.Boxes()); got != c.over {
				t.Fatalf("%s: %d dialogs over %q", language, got, c.said)
			}
			if c.over == 0 {
				continue
			}
			if seen := strings.Join(strings.Fields(frametest.Visible(w)), " "); !strings.Contains(seen, strings.TrimSpace(c.said)) {
				t.Errorf("%s: nobody reads all of it:\n%s", language, seen)
			}
			frametest.Esc(w)
		}
	}
}

// Who sits here is seen in large letters too, shortened where what was done and its way back need
// the room.
func TestWhoSitsHereIsSeenInLargeLetters(t *testing.T) {
	for _, language := range text.Languages() {
		w, _ := frametest.LockedDemo(t, "ort-2021", language)
		w.Settings.Scale = 130
		frametest.SignInAs(t, w, "", registrar.DemoPassword)
		w.Forget()
		w.Fyne().Resize(fyne.NewSize(1100, 700))
		w.Done("Сохранено: язык тестирования — Асанова Бегимай", func() {})
		w.Done("Номера от центра ещё нет", nil)
		surname, _, _ := strings.Cut(w.Me().Name, " ")
		frametest.Shot(t, w, "who-130-"+language)
		frametest.MustSee(t, w, surname)
	}
}

// While the campaign's days are unknown its corner says where they are entered, to who enters them.
func TestUnknownDaysAreEnteredInTheSettings(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 1)
	frametest.MustSee(t, w, "Следующий срок ещё не", "«Календарь»")
	frametest.Shot(t, w, "unknown-days")
}

// What was done is read to its end in two lines where one has no room for it, in both sizes of the
// window and with large letters in the larger, within the line and without moving it; what is longer is shown by
// a click.
func TestALongMessageTakesTwoLines(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	long := "Скасовано: «Населений пункт» — Ґалаґан Ірина-Вікторія Ігорівна, було «Вербівка», знову «Полтава»"
	for _, scale := range []int{100, 130} {
		w.Settings.Scale = scale
		w.Anew()
		for _, size := range frametest.WindowSizes[:2-scale/130] {
			w.Fyne().Resize(size)
			w.Done("Готово", nil)
			lock := textOf(t, w, "Заблокувати")
			before := fyne.CurrentApp().Driver().AbsolutePositionForObject(lock)
			w.Done(long, nil)
			whole := strings.Join(strings.Fields(frametest.Visible(w)), " ")
			if !strings.Contains(whole, long) {
				t.Errorf("%d %% %v: it is cut in:\n%s", scale, size, whole)
			}
			first, last := textOf(t, w, "14:00"), textOf(t, w, "14:00")
			for _, line := range frametest.TextsOf(w.Fyne().Content()) {
				if strings.HasSuffix(line.Text, "«Полтава»") {
					last = line
				}
			}
			driver := fyne.CurrentApp().Driver()
			top, end := driver.AbsolutePositionForObject(first).Y, driver.AbsolutePositionForObject(last).Y+last.Size().Height
			if bottom := w.Canvas().Size().Height; end > bottom || end-top > 44*float32(scale)/100 {
				t.Errorf("%d %% %v: lines from %v to %v of %v", scale, size, top, end, bottom)
			}
			if driver.AbsolutePositionForObject(textOf(t, w, "Заблокувати")) != before {
				t.Errorf("%d %% %v: the line moves", scale, size)
			}
		}
	}
	w.Done(strings.Repeat(long+" ", 3)+"кінець", nil)
	frametest.MustNotSee(t, w, "кінець")
}
