package ui

import (
	"strings"
	"testing"

	"graduand/assets"
)

func helpOf(w *Window) *helpScreen {
	w.Go(Route{Screen: screenHelp})
	return helpScreenOf(w)
}

func TestHelpOfEveryCampaign(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, _ := withDemo(t, "ort-2021", language, 3)
		helpOf(w)
		mustSee(t, w, "Номер телефона понадобится", w.say("help_screen.no_day", nil), w.say("help_screen.unconfirmed", nil))
		if strings.Contains(visible(w), "help_screen.") || strings.Contains(visible(w), "settings_screen.") {
			t.Errorf("%s: an id is shown in the place of a sentence", language)
		}
	}
}

func TestHelp(t *testing.T) {
	w, _ := withDemo(t, assets.DemoCampaign, "uk", 3)
	s := helpOf(w)
	t.Run("UA-158 UA-164 UA-166 the memo stands first", func(t *testing.T) {
		mustSee(t, w, "Отримати від учасників реєстраційні документи", "степлером у верхньому лівому куті", "Не вкладати кожний комплект")
		if s.sections[0].title != "Пам’ятка відповідальній особі" {
			t.Errorf("first comes %q", s.sections[0].title)
		}
	})
	t.Run("UA-003 UA-167 UA-168 dates, the recommended one, and what is not confirmed", func(t *testing.T) {
		mustSee(t, w, "28.02.2020", "Рекомендована дата відправлення комплектів. Рекомендовано.", "Не підтверджено: звірте з центром")
	})
	t.Run("the search finds a condition by its code and nothing else", func(t *testing.T) {
		s.search.SetText("0205")
		mustSee(t, w, "0205", "шрифт Брайля")
		if strings.Contains(visible(w), "0104") {
			t.Error("other conditions are shown too")
		}
		s.search.SetText("брайл")
		mustSee(t, w, "0205")
		s.search.SetText("причини відмови")
		mustSee(t, w, "надання недостовірної інформації")
		s.search.SetText("такого немає")
		mustSee(t, w, "Нічого не знайдено")
	})
	t.Run("D8 UA-047 a model of the statement, marked as not confirmed", func(t *testing.T) {
		s.search.SetText("зразок заяви")
		mustSee(t, w, "Прошу зареєструвати мене", "Не підтверджено")
	})
	t.Run("KG-012 what the program does with the data", func(t *testing.T) {
		s.search.SetText("конфіденційність")
		mustSee(t, w, "третім особам", "працює без інтернету")
	})
}
