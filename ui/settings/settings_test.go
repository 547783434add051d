package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"graduand/assets"
	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func retype(e *widgets.FollowedEntry, text string) {
	e.SetText("")
	test.Type(e, text)
}

func TestSettings(t *testing.T) {
	t.Run("a change of the school is saved, shown by the navigation and can be undone", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
		w.Go(frame.Route{Screen: frame.SettingsPage})
		before := w.Registrar().School()
		retype(frametest.EntryOf(t, w, "short_name"), "Ліцей № 5")
		retype(frametest.EntryOf(t, w, "name"), "Ліцей № 5 міста")
		frametest.Tap(t, w, "Зберегти")
		if school := w.Registrar().School(); school.Name != "Ліцей № 5 міста" || school.Address != before.Address {
			t.Errorf("kept %+v", school)
		}
		if !slices.Contains(strings.Split(frametest.Visible(w), "\n"), "Ліцей № 5") || !strings.HasPrefix(w.Fyne().Title(), "Ліцей № 5 міста") {
			t.Errorf("title %q, seen\n%s", w.Fyne().Title(), frametest.Visible(w))
		}
		frametest.MustSee(t, w, "Збережено о 14:00", "Дані закладу збережено")
		frametest.Tap(t, w, "Повернути")
		if w.Registrar().School() != before || frametest.EntryOf(t, w, "name").Text != before.Name {
			t.Errorf("brought back %+v", w.Registrar().School())
		}
	})
	t.Run("UA-119 the centre of the oblast in the address is proposed where another is chosen", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
		w.Go(frame.Route{Screen: frame.SettingsPage})
		frametest.MustNotSee(t, w, "Обрати його")
		retype(frametest.EntryOf(t, w, "name"), "Ліцей")
		retype(frametest.EntryOf(t, w, "address"), "21000, Вінницька область, м. Вінниця")
		frametest.MustSee(t, w, "це Вінницький регіональний центр")
		frametest.Shot(t, w, "settings-centre-uk-100")
		frametest.Tap(t, w, "Обрати його")
		frametest.MustNotSee(t, w, "Обрати його")
		frametest.Tap(t, w, "Зберегти")
		if school := w.Registrar().School(); school.Centre != "vinnytsia" {
			t.Errorf("kept %+v", school)
		}
	})
	t.Run("an empty name is said under its field", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
		w.Go(frame.Route{Screen: frame.SettingsPage})
		frametest.EntryOf(t, w, "name").SetText("  ")
		frametest.Tap(t, w, "Зберегти")
		frametest.MustSee(t, w, "Введіть повну назву закладу")
	})
	t.Run("a change from elsewhere is shown, unless somebody is typing", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
		w.Go(frame.Route{Screen: frame.SettingsPage})
		change := func(name string) {
			if err := w.Registrar().Season.ChangeSchool(frametest.Ctx, data.School{Name: name}); err != nil {
				t.Fatal(err)
			}
		}
		change("Ліцей Б")
		if got := frametest.EntryOf(t, w, "name").Text; got != "Ліцей Б" {
			t.Errorf("shown %q", got)
		}
		test.Type(frametest.EntryOf(t, w, "head_name"), "О")
		change("Ліцей В")
		if got := frametest.EntryOf(t, w, "head_name").Text; got != "О" {
			t.Errorf("what was typed became %q", got)
		}
	})
	t.Run("UA-002 campaign, revision, legal basis and edition are shown", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
		w.Go(frame.Route{Screen: frame.SettingsPage})
		frametest.MustSee(t, w, "редакція 1", "наказ МОН України від 10.01.2017 № 25", "№ 3/34286", "версія "+registrar.Program)
		if words := strings.ReplaceAll(frametest.Visible(w), "\n", ""); !strings.Contains(words, w.Registrar().Path()) {
			t.Errorf("nobody sees the path of the file in:\n%s", words)
		}
	})
}

// How the school is reached is judged when the field is left, until it is good, and is not saved
// before; several phones may stand there, and none.
func TestHowTheSchoolIsReachedIsJudged(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(frame.Route{Screen: frame.SettingsPage})
	before := w.Registrar().School()
	type said struct{ typed, words string }
	for field, wrong := range map[string]said{"phone": {"0532", "Телефон неповний"}, "centre_phone": {"0532", "Телефон неповний"}, "email": {"school@", "не схоже на адресу"}} {
		e := frametest.EntryOf(t, w, field)
		w.Canvas().Focus(e)
		retype(e, wrong.typed)
		frametest.MustNotSee(t, w, wrong.words)
		w.Canvas().Unfocus()
		frametest.MustSee(t, w, wrong.words)
		frametest.Tap(t, w, "Зберегти")
		if w.Registrar().School() != before {
			t.Errorf("%q was saved", wrong.typed)
		}
		retype(e, "")
		frametest.MustNotSee(t, w, wrong.words)
	}
	retype(frametest.EntryOf(t, w, "phone"), "(032) 235-12-34, 0501234567 канцелярія")
	retype(frametest.EntryOf(t, w, "centre_phone"), "057 705-07-37")
	frametest.Tap(t, w, "Зберегти")
	if w.Registrar().School().Phone == before.Phone {
		t.Error("two phones of a school are refused")
	}
	if contact := w.Registrar().Season.Contacts()[0]; contact.Phone != "057 705-07-37" {
		t.Errorf("UA-142 the centre is called by %q", contact.Phone)
	}
}

func TestSettingsTellTheLastCopy(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(frame.Route{Screen: frame.SettingsPage})
	frametest.MustSee(t, w, "Копій цього реєстру ще не робили.", "На іншому диску чи флешці копії ще немає.")
	if _, err := w.Registrar().Backup(frametest.Ctx, filepath.Join(t.TempDir(), "copy"+registrar.ExtensionBackup)); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.SettingsPage})
	frametest.MustSee(t, w, "Останню копію зроблено 24.02.2020 14:00.")
}

func TestDoctor(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(frame.Route{Screen: frame.SettingsPage})
	frametest.Tap(t, w, "Перевірити реєстр")
	frametest.MustSee(t, w, "Реєстр справний.")
	s := settingsOf(w)
	s.onExamined([]registrar.Ill{{Code: "chain", Args: data.Args{"seq": 4}}}, nil)
	frametest.MustSee(t, w, "Пошкоджено ось що", "Ланцюг історії розірвано на записі 4.")
	s.onExamined([]registrar.Ill{{Code: "altered", Args: data.Args{"id": "78d710f367", "who": "78d710f367, Сорока Яна"}}}, nil)
	frametest.MustSee(t, w, "78d710f367, Сорока Яна: запис змінено не цією програмою.")
	t.Run("F-07 what was found stays in another language", func(t *testing.T) {
		w.ChangeLanguage("ru")
		frametest.MustSee(t, w, "78d710f367, Сорока Яна: запись изменена не этой программой.")
	})
}

func TestLookOfTheWindow(t *testing.T) {
	t.Run("another language is spoken at once and kept, what was typed stays", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
		w.Go(frame.Route{Screen: frame.SettingsPage})
		retype(frametest.EntryOf(t, w, "name"), "Недописаний ліцей")
		for _, c := range []struct{ button, word string }{{"Кыргызча", "Жөндөөлөр"}, {"English", "Settings"}, {"Українська", "Налаштування"}} {
			frametest.Tap(t, w, c.button)
			frametest.MustSee(t, w, c.word)
			if got := frametest.EntryOf(t, w, "name").Text; got != "Недописаний ліцей" {
				t.Errorf("the name became %q", got)
			}
		}
		frametest.Tap(t, w, "English")
		kept, err := os.ReadFile(filepath.Join(w.Home, "settings.json"))
		if err != nil || !strings.Contains(string(kept), `"language": "en"`) {
			t.Errorf("kept %s, %v", kept, err)
		}
	})
	t.Run("theme and size of letters hold at once", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
		w.Go(frame.Route{Screen: frame.SettingsPage})
		frametest.Tap(t, w, "темна")
		frametest.Tap(t, w, "130 %")
		if !w.Settings.Dark || w.Settings.Scale != 130 || fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameText) != 13*1.3 {
			t.Errorf("settings are %+v", w.Settings)
		}
	})
}

// Whoever comes to the settings has the keyboard on the language that is chosen.
func TestKeyboardIsOnTheChosenLanguage(t *testing.T) {
	for language, name := range map[string]string{"uk": "Українська", "ru": "Русский", "ky": "Кыргызча", "en": "English"} {
		w, _ := frametest.WithDemo(t, assets.DemoCampaign, language, 3)
		w.Canvas().Unfocus()
		w.Go(frame.Route{Screen: frame.SettingsPage})
		if b, is := w.Canvas().Focused().(*widgets.Button); !is || b.Text != name {
			t.Errorf("%s: the keyboard is on %+v", language, w.Canvas().Focused())
		}
	}
}

// Where settings, log and all else of the program lie stands in the settings, with its folder a press away.
func TestPlacesOfTheProgram(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	opened := ""
	w.OpenFile = func(path string) error {
		opened = path
		return nil
	}
	w.Go(frame.Route{Screen: frame.SettingsPage})
	frametest.MustSee(t, w, "Налаштування вікна", "Журнал програми", "Звіт про збій", "(немає)")
	frametest.Tap(t, w, "Показати теку")
	if opened != w.Home {
		t.Errorf("%q was shown", opened)
	}
}
