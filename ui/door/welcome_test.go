package door

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"graduand/assets"
	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// asFounder fills in the first account of a new school.
func asFounder(t testing.TB, w *frame.Window) {
	t.Helper()
	for id, typed := range map[string]string{"name": "Коваль Олена", "phone": examplePhone(w), "new_password": "пять слонов идут домой гуськом", "again": "пять слонов идут домой гуськом"} {
		e, is := frametest.FieldBelow(w.Fyne().Content(), w.Say("account."+id, nil)).(*widgets.FollowedEntry)
		if !is {
			t.Fatalf("there is no field %s in:\n%s", id, frametest.Visible(w))
		}
		e.SetText(typed)
	}
}

// examplePhone is the one that the page shows as an example.
func examplePhone(w *frame.Window) string {
	e, is := frametest.FieldBelow(w.Fyne().Content(), w.Say("account.phone", nil)).(*widgets.FollowedEntry)
	if !is {
		return ""
	}
	return e.PlaceHolder
}

// begun is a first run whose notice was read.
func begun(t testing.TB, language string) (*frame.Window, *frametest.Files) {
	t.Helper()
	w, files := frametest.New(t, language)
	w.Start("")
	frametest.Tap(t, w, w.Say("welcome.understood", nil))
	return w, files
}

func chooseCampaign(t testing.TB, w *frame.Window, id string) {
	t.Helper()
	c, err := registrar.Campaign(id, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, is := frametest.FieldBelow(w.Fyne().Content(), w.Say("welcome.campaign", nil)).(*widgets.FollowedSelect)
	if !is {
		t.Fatal("there is no choice of campaigns")
	}
	s.SetSelected(CampaignTitle(c.In(w.Settings.Language)))
}

func TestNotice(t *testing.T) {
	t.Run("KG-012 the first run says that all data is confidential, once", func(t *testing.T) {
		w, _ := frametest.New(t, "ru")
		w.Start("")
		frametest.MustSee(t, w, "имеет конфиденциальный характер", "третьим лицам", "никому не давайте пароль")
		if frametest.FindButton(w.Fyne().Content(), "Новая школа") != nil {
			t.Error("a registry can be made before the notice was read")
		}
		frametest.Tap(t, w, "Понятно")
		frametest.MustSee(t, w, "Новая школа", "Открыть реестр…", "Пример школы: ОРТ-2021", "Пример школы: ВНО-2020")
		kept, err := frame.LoadSettings(filepath.Dir(filepath.Join(w.Home, "settings.json")), "ru")
		if err != nil || !kept.Noticed {
			t.Errorf("that it was read is not kept: %v %v", kept, err)
		}
		ShowWelcome(w)
		if strings.Contains(frametest.Visible(w), "конфиденциальный") {
			t.Error("the notice comes a second time")
		}
	})
}

func TestNewSchool(t *testing.T) {
	for _, c := range []struct{ language, campaign, name, short, file string }{
		{"uk", "ЗНО-2020", "Тихоозерський ліцей", "", "Тихоозерський ліцей ЗНО-2020"},
		{"ru", "ОРТ-2021", "Школа № 17", "Шк. 17", "Шк. 17 ОРТ-2021"},
		{"ky", "ЖРТ-2021", "№ 17 мектеп", "", "№ 17 мектеп ОРТ-2021"},
	} {
		t.Run("KG-001 KG-011 a new school of "+c.campaign+" in "+c.language+" lands on the graduates", func(t *testing.T) {
			w, _ := begun(t, c.language)
			frametest.Tap(t, w, w.Say("welcome.new", nil))
			test.Type(frametest.EntryOf(t, w, "name"), c.name)
			test.Type(frametest.EntryOf(t, w, "short_name"), c.short)
			asFounder(t, w)
			frametest.FieldBelow(w.Fyne().Content(), w.Say("account.again", nil)).(*widgets.FollowedEntry).OnSubmitted("")
			if w.Registrar() == nil {
				t.Fatalf("no registry was made: %s", frametest.Visible(w))
			}
			frametest.MustSee(t, w, cmp.Or(c.short, c.name), c.campaign, w.Say("screen.graduates", nil))
			if w.Current() != frame.Graduates || w.Registrar().School().Name != c.name || w.Registrar().School().ShortName != c.short {
				t.Errorf("the screen is %s, the school %v", w.Current(), w.Registrar().School())
			}
			if want := filepath.Join(w.Home, c.file+".graduand"); !slices.Equal(w.Settings.Recent, []string{want}) {
				t.Errorf("the registry lies at %s, not at %s", w.Settings.Recent, want)
			}
		})
	}
	t.Run("an empty name is said under its field", func(t *testing.T) {
		w, _ := begun(t, "uk")
		frametest.Tap(t, w, "Новий заклад")
		frametest.Tap(t, w, "Створити")
		frametest.MustSee(t, w, "Введіть повну назву закладу")
		if w.Registrar() != nil || w.Canvas().Focused() != frametest.EntryOf(t, w, "name") {
			t.Error("the focus is not on the name")
		}
		test.Type(frametest.EntryOf(t, w, "name"), "Л")
		if strings.Contains(frametest.Visible(w), "Введіть повну назву закладу:") {
			t.Error("the error stays after it was mended")
		}
	})
	t.Run("F-02 Ctrl+S makes it as Enter does", func(t *testing.T) {
		w, _ := begun(t, "uk")
		frametest.Tap(t, w, "Новий заклад")
		items := w.Fyne().MainMenu().Items[0].Items
		at := slices.IndexFunc(items, func(i *fyne.MenuItem) bool { return i.Label == w.Say("menu.main", nil) })
		if at < 0 {
			t.Fatal("the menu has no such command")
		}
		items[at].Action()
		frametest.MustSee(t, w, "Введіть повну назву закладу")
	})
	t.Run("without a campaign nothing is made", func(t *testing.T) {
		w, _ := begun(t, "en")
		frametest.Tap(t, w, "New school")
		frametest.Tap(t, w, "Create")
		if words := frametest.Visible(w); strings.Count(words, "Choose a campaign") < 2 {
			t.Errorf("nobody is told to choose a campaign:\n%s", words)
		}
	})
	t.Run("a taken file is said under it and nothing is lost", func(t *testing.T) {
		w, files := begun(t, "uk")
		frametest.Tap(t, w, "Новий заклад")
		test.Type(frametest.EntryOf(t, w, "name"), "Ліцей")
		files.ToSave = filepath.Join(t.TempDir(), "taken")
		if err := os.WriteFile(files.ToSave+".graduand", []byte("other"), 0o600); err != nil {
			t.Fatal(err)
		}
		frametest.Tap(t, w, "Змінити…")
		asFounder(t, w)
		frametest.Tap(t, w, "Створити")
		frametest.MustSee(t, w, "уже є")
		if got := frametest.EntryOf(t, w, "name").Text; got != "Ліцей" {
			t.Errorf("the name became %q", got)
		}
	})
	t.Run("the proposed name gets a number where it is taken", func(t *testing.T) {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "school.graduand"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := filepath.Base(freeName(folder, "school")); got != "school-2.graduand" {
			t.Errorf("proposed %s", got)
		}
	})
}

func TestNewSchoolFields(t *testing.T) {
	t.Run("UA-002 the legal basis and edition stand with the campaign", func(t *testing.T) {
		w, _ := begun(t, "uk")
		frametest.Tap(t, w, "Новий заклад")
		frametest.MustSee(t, w, "наказ МОН України від 10.01.2017 № 25", "02 січня 2020 № 3/34286")
	})
	t.Run("UA-120 the letterhead is asked where the campaign has lists only", func(t *testing.T) {
		w, _ := begun(t, "uk")
		frametest.Tap(t, w, "Новий заклад")
		frametest.MustSee(t, w, "список на офіційному бланку")
		test.Type(frametest.EntryOf(t, w, "name"), "Ліцей")
		chooseCampaign(t, w, "ort-2021")
		if strings.Contains(frametest.Visible(w), "офіційному бланку") {
			t.Error("the letterhead is asked without lists")
		}
		chooseCampaign(t, w, "zno-2020")
		if got := frametest.EntryOf(t, w, "name").Text; got != "Ліцей" {
			t.Errorf("another campaign made the name %q", got)
		}
		frametest.FieldBelow(w.Fyne().Content(), w.Say("settings_screen.field.letterhead", nil)).(*widgets.FollowedCheck).SetChecked(true)
		asFounder(t, w)
		frametest.Tap(t, w, "Створити")
		if !w.Registrar().School().Letterhead {
			t.Error("the letterhead is not kept")
		}
	})
	t.Run("KG-004 KG-006 district centre, its contact and the proposed link are kept", func(t *testing.T) {
		w, _ := begun(t, "ru")
		frametest.Tap(t, w, "Новая школа")
		test.Type(frametest.EntryOf(t, w, "name"), "Школа")
		test.Type(frametest.EntryOf(t, w, "district_centre"), "Рай Центр")
		test.Type(frametest.EntryOf(t, w, "district_contact"), "0555")
		asFounder(t, w)
		frametest.Tap(t, w, "Создать")
		school := w.Registrar().School()
		if school.DistrictCentre != "Рай Центр" || school.DistrictCentreContact != "0555" || school.Site == "" || school.Centre == "" {
			t.Errorf("kept %+v", school)
		}
	})
	t.Run("the Tab key goes from the top down", func(t *testing.T) {
		w, _ := begun(t, "uk")
		w.Fyne().Resize(fyne.NewSize(1024, 400))
		frametest.Tap(t, w, "Новий заклад")
		for _, id := range []string{"name", "short_name", "institution_type", "centre", "head_title", "head_name", "district_centre", "district_contact", "letterhead", "site"} {
			want := frametest.FieldBelow(w.Fyne().Content(), w.Say("settings_screen.field."+id, nil))
			if got := w.Canvas().Focused(); got != want.(fyne.Focusable) {
				t.Fatalf("the focus is on %T, not on %s", got, id)
			}
			if !inSight(w, want) {
				t.Errorf("%s has the focus out of sight", id)
			}
			test.FocusNext(w.Canvas())
		}
	})
}

// inSight tells whether an object lies within the scrolled part of the page.
func inSight(w *frame.Window, o fyne.CanvasObject) bool {
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	return y >= 0 && y+o.Size().Height <= w.Canvas().Size().Height
}

func TestOwnCampaignFile(t *testing.T) {
	source, err := assets.Campaigns.ReadFile("campaigns/zno-2020.toml")
	if err != nil {
		t.Fatal(err)
	}
	write := func(t *testing.T, content string) string {
		path := filepath.Join(t.TempDir(), "own.toml")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	t.Run("KG-001 a wrong campaign file is refused with its line, nothing typed is lost", func(t *testing.T) {
		w, files := begun(t, "uk")
		frametest.Tap(t, w, "Новий заклад")
		test.Type(frametest.EntryOf(t, w, "name"), "Ліцей")
		files.ToOpen = write(t, strings.Replace(string(source), "year = 2020", "yaer = 2020", 1))
		frametest.Tap(t, w, "Свій файл кампанії…")
		frametest.MustSee(t, w, "рядок 13", "yaer")
		if got := frametest.EntryOf(t, w, "name").Text; got != "Ліцей" {
			t.Errorf("the name became %q", got)
		}
	})
	t.Run("KG-001 a campaign of one's own is taken", func(t *testing.T) {
		w, files := begun(t, "uk")
		frametest.Tap(t, w, "Новий заклад")
		test.Type(frametest.EntryOf(t, w, "name"), "Ліцей")
		own := strings.Replace(string(source), `id = "zno-2020"`, `id = "probe-2020"`, 1)
		files.ToOpen = write(t, strings.Replace(own, "ЗНО-2020", "Проба-2020", 1))
		frametest.Tap(t, w, "Свій файл кампанії…")
		asFounder(t, w)
		frametest.Tap(t, w, "Створити")
		frametest.MustSee(t, w, "Ліцей", "Проба-2020")
	})
}

func TestWaysToARegistry(t *testing.T) {
	t.Run("that of the other campaign opens by its button", func(t *testing.T) {
		w, _ := begun(t, "ru")
		frametest.DemoIsThere(t, w, "ort-2021")
		frametest.Tap(t, w, "Пример школы: ОРТ-2021")
		frametest.MustSee(t, w, "ОРТ-2021")
	})
	t.Run("the last registry comes first and opens by Enter", func(t *testing.T) {
		w, _ := frametest.Empty(t, assets.DemoCampaign, "uk")
		w.OnNew()
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		frametest.MustSee(t, w, "Тихоозерський ліцей")
	})
	t.Run("the five of last time are offered, by name, folder and time; a demonstration takes no place", func(t *testing.T) {
		w, _ := frametest.Empty(t, assets.DemoCampaign, "uk")
		last := w.Registrar().Path()
		frametest.DemoIsThere(t, w, "zno-2020")
		OpenDemo(w, "zno-2020")
		if !w.Registrar().Demo() {
			t.Fatal("no demonstration")
		}
		for _, name := range []string{"one", "two", "three"} {
			w.Settings.Opened(frametest.WriteFile(t, name+".graduand", ""))
		}
		gone := filepath.Join(t.TempDir(), "gone.graduand")
		w.Settings.Opened(gone)
		w.OnNew()
		frametest.MustSee(t, w, "Продовжити: three", "two", "school", "змінено")
		if seen := strings.NewReplacer("\n", "", " ", "").Replace(frametest.Visible(w)); !strings.Contains(seen, filepath.Dir(last)) {
			t.Errorf("nobody sees %s in:\n%s", filepath.Dir(last), seen)
		}
		frametest.MustSee(t, w, "gone", "немає на місці")
		frametest.Tap(t, w, "gone")
		frametest.MustSee(t, w, "Реєстру немає на місці", "на флешці")
		frametest.Tap(t, w, "Прибрати зі списку")
		frametest.MustNotSee(t, w, "gone", "немає на місці")
		again, err := frame.LoadSettings(w.Home, "uk")
		if err != nil || slices.Contains(again.Recent, gone) || len(again.Recent) != 4 {
			t.Errorf("after it %q, %v", again.Recent, err)
		}
		frametest.Tap(t, w, "school")
		if w.Registrar() == nil || w.Registrar().Path() != last {
			t.Errorf("opened %v", w.Registrar())
		}
		labels := []string{}
		for _, item := range w.OpenCommands()[1].ChildMenu.Items {
			labels = append(labels, item.Label)
		}
		if len(labels) != 3 || slices.ContainsFunc(labels, func(l string) bool { return strings.Contains(l, last) }) {
			t.Errorf("in the menu stand %q", labels)
		}
	})
	t.Run("a file that is no registry is refused in words", func(t *testing.T) {
		w, files := begun(t, "uk")
		files.ToOpen = filepath.Join(t.TempDir(), "x.graduand")
		if err := os.WriteFile(files.ToOpen, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		frametest.Tap(t, w, "Відкрити реєстр…")
		frametest.MustSee(t, w, "не є реєстром")
	})
}

func TestLanguageOnTheFirstRun(t *testing.T) {
	w, _ := begun(t, "uk")
	frametest.MustSee(t, w, "Показовий заклад: ОРТ-2021", "усі люди вигадані")
	frametest.MustNotSee(t, w, "Общереспубликанское", "Жалпы")
	frametest.Tap(t, w, "Новий заклад")
	test.Type(frametest.EntryOf(t, w, "name"), "Ліцей")
	for _, c := range []struct{ button, word string }{{"Кыргызча", "Мектептин толук аталышы"}, {"English", "Full name of the school"}, {"Русский", "Полное название школы"}, {"Українська", "Повна назва закладу"}} {
		frametest.Tap(t, w, c.button)
		frametest.MustSee(t, w, c.word)
		if got := frametest.EntryOf(t, w, "name").Text; got != "Ліцей" {
			t.Errorf("%s: the name became %q", c.button, got)
		}
	}
}

// Every page fits a small screen in every language: nothing is wider than the window.
func TestWelcomeFits(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, _ := frametest.New(t, language)
		w.Fyne().Resize(fyne.NewSize(1024, 600))
		w.Start("")
		for _, button := range []string{"welcome.understood", "welcome.new"} {
			frametest.Tap(t, w, w.Say(button, nil))
			if size := w.Fyne().Content().MinSize(); size.Width > 1024 || size.Height > 560 {
				t.Errorf("%s after %s: the page needs %v", language, button, size)
			}
		}
	}
}

// newSchoolPage shows the page of a new school with the first campaign chosen.
func newSchoolPage(w *frame.Window) *newSchool {
	w.Settings.Noticed = true
	p := &welcome{window: w}
	for _, id := range registrar.Campaigns() {
		if c, err := registrar.Campaign(id, nil); err == nil {
			p.campaigns = append(p.campaigns, c)
		}
	}
	p.onNew()
	p.school.setCampaign(p.campaigns[0])
	p.show()
	return p.school
}

// seenWithin says that all of an object is within the view of its scroller.
func seenWithin(scroll *container.Scroll, o fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
	return top > -1 && top+o.MinSize().Height < scroll.Size().Height+1
}

func TestNewSchoolShowsWhatIsWrong(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		for _, size := range frametest.WindowSizes {
			w, _ := frametest.New(t, language)
			w.Fyne().Resize(size)
			n := newSchoolPage(w)
			fault := func(field *widgets.Labelled) {
				t.Helper()
				n.onCreate()
				if !seenWithin(n.scroll, field.Box) || w.Canvas().Focused() != field.Input {
					t.Errorf("%s, %v: the fault is out of sight or the focus elsewhere", language, size)
				}
			}
			fault(n.form.name)
			if !n.founder.First.Faulty() {
				t.Errorf("%s: the other faults are not told", language)
			}
			n.form.School.Name = "Школа"
			fault(n.founder.name)
			n.founder.NameIn.SetText("Тест")
			n.founder.PhoneIn.SetText("+380 50 000 0001")
			fault(n.founder.First)
			n.founder.FirstIn.SetText("k7#mQ-vv-Lp2x")
			fault(n.founder.again)
		}
	}
}

// What a new school cannot do without has a star, nothing else has one, and the page says what
// it means.
// TestAPhoneIsWrongUntilItIsGood: it is said with all other faults, and as long as what stands there
// is no number (KG-010).
func TestAPhoneIsWrongUntilItIsGood(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	n := newSchoolPage(w)
	n.founder.PhoneIn.SetText("050 123-45")
	n.onCreate()
	if !n.founder.Phone.Faulty() || !n.founder.First.Faulty() {
		t.Error("a phone that is too short is not said with the other faults")
	}
	for _, typed := range []string{"050 123-45-6", "0679", "", "050 123-45-67"} {
		if n.founder.PhoneIn.SetText(typed); n.founder.Phone.Faulty() == (typed == "050 123-45-67") {
			t.Errorf("%q: said %v", typed, n.founder.Phone.Faulty())
		}
	}
}

// TestPasswordsAreComparedAnew: the two are one answer, so whichever is typed anew is judged
// with the other.
func TestPasswordsAreComparedAnew(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	f := NewAccountForm(w, "")
	f.Build(nil)
	f.NameIn.SetText("Тест Тетяна")
	f.PhoneIn.SetText("+380 50 000 0001")
	f.FirstIn.SetText("k7#mQ-vv-Lp2x")
	f.againIn.SetText("k7#mQ-vv-Lp2y")
	if f.Valid() || !f.again.Faulty() {
		t.Fatal("different passwords are taken")
	}
	f.FirstIn.SetText("k7#mQ-vv-Lp2y")
	if f.again.Faulty() {
		t.Error("passwords that match now are still called different")
	}
	f.againIn.SetText("k7#mQ-vv-Lp2")
	if f.again.Faulty() {
		t.Error("what is being typed is judged before it was asked")
	}
}

func TestNewSchoolMarksWhatItNeeds(t *testing.T) {
	for _, language := range text.Languages() {
		w, _ := frametest.New(t, language)
		n := newSchoolPage(w)
		n.onCreate()
		needed := []*widgets.Labelled{n.campaign, n.form.name, n.founder.name, n.founder.Phone, n.founder.First, n.founder.again}
		stars := 0
		for _, l := range frametest.FindAll[*widgets.Shortened](w.Fyne().Content()) {
			if strings.HasSuffix(l.Text, " *") {
				stars++
			}
		}
		for _, l := range needed {
			if caption := l.Box.Objects[0].(*widgets.Shortened).Text; !strings.HasSuffix(caption, " *") {
				t.Errorf("%s: %q has no star", language, caption)
			}
		}
		if stars != len(needed) {
			t.Errorf("%s: %d stars for %d fields", language, stars, len(needed))
		}
		frametest.MustSee(t, w, w.Say("form_screen.required", nil))
	}
}

// The rule of passwords stands under their fields: who types one sees it.
func TestNewSchoolShowsTheRuleOfPasswords(t *testing.T) {
	w, _ := frametest.New(t, "ru")
	n := newSchoolPage(w)
	w.Canvas().Focus(n.founder.FirstIn)
	if bottom := n.scroll.Content.MinSize().Height - n.scroll.Offset.Y; bottom > n.scroll.Size().Height+1 {
		t.Errorf("%v pixels of the page are below", bottom-n.scroll.Size().Height)
	}
}

// Esc goes back from a new school, from a field as from a button, and what was typed is there
// again (KG-001).
func TestEscLeavesANewSchool(t *testing.T) {
	w, _ := begun(t, "ru")
	for _, in := range []string{"name", "short_name"} {
		frametest.Tap(t, w, "Новая школа")
		chooseCampaign(t, w, "ort-2021")
		e := frametest.FieldBelow(w.Fyne().Content(), w.Say("settings_screen.field."+in, nil)).(*widgets.FollowedEntry)
		if in == "short_name" && frametest.FieldBelow(w.Fyne().Content(), w.Say("settings_screen.field.name", nil)).(*widgets.FollowedEntry).Text != "СШ № 14" {
			t.Error("what was typed is gone")
		}
		e.SetText("СШ № 14")
		w.Canvas().Focus(e)
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		frametest.MustSee(t, w, "С чего начнём?")
	}
	frametest.Tap(t, w, "Новая школа")
	w.Canvas().Unfocus()
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	frametest.MustSee(t, w, "С чего начнём?")
}

// A new school that was typed in part is asked about before the window closes; an empty page is not.
func TestQuittingANewSchoolAsks(t *testing.T) {
	w, _ := begun(t, "uk")
	frametest.Tap(t, w, w.Say("welcome.new", nil))
	chooseCampaign(t, w, "zno-2020")
	asFounder(t, w)
	w.Quit()
	frametest.MustSee(t, w, w.Say("ui.unsaved_title", nil))
	frametest.FrontTap(t, w, w.Say("ui.stay", nil))
	frametest.MustSee(t, w, "Коваль Олена")
	empty, _ := begun(t, "uk")
	frametest.Tap(t, empty, empty.Say("welcome.new", nil))
	if empty.Quit(); len(empty.Boxes()) > 0 {
		t.Error("an empty page is asked about")
	}
}

// Two registries whose long names differ at the end alone are told apart on the page where one
// begins: the one that was brought back says so.
func TestRecentRegistriesAreToldApart(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	w.Settings.Noticed = true
	for _, name := range []string{"Вербівський ліцей № 2 ЗНО-2020-2026-11-30-відновлено", "Вербівський ліцей № 2 ЗНО-2020"} {
		path := filepath.Join(w.Home, name+".graduand")
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		w.Settings.Recent = append(w.Settings.Recent, path)
	}
	ShowWelcome(w)
	frametest.MustSee(t, w, "Продовжити: Вербівський ліцей № 2…2026-11-30-відновлено", "ЗНО-2020-2026-11-30-відновлено.graduand", "Вербівський ліцей № 2 ЗНО-2020")
	if over := frametest.Overlaps(w.Fyne().Content()); len(over) > 0 {
		t.Error(over)
	}
	frametest.Shot(t, w, "welcome-recent")
}
