package help

import (
	"strings"
	"testing"

	"graduand/assets"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func helpOf(w *frame.Window) *Screen {
	w.Go(frame.Route{Screen: frame.Help})
	return helpScreenOf(w)
}

func TestHelpOfEveryCampaign(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, _ := frametest.WithDemo(t, "ort-2021", language, 3)
		helpOf(w)
		frametest.MustSee(t, w, strings.Join(strings.Fields(w.Registrar().Campaign().Memo[2])[:4], " "), w.Say("help_screen.no_day", nil), w.Say("help_screen.unconfirmed", nil))
		if strings.Contains(frametest.Visible(w), "help_screen.") || strings.Contains(frametest.Visible(w), "settings_screen.") {
			t.Errorf("%s: an id is shown in the place of a sentence", language)
		}
	}
}

func TestHelp(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	s := helpOf(w)
	t.Run("UA-158 UA-164 UA-166 the memo stands first", func(t *testing.T) {
		frametest.MustSee(t, w, "Отримати від учасників реєстраційні документи", "степлером у верхньому лівому куті", "Не вкладати кожний комплект")
		if s.sections[0].title != "Пам’ятка відповідальній особі" {
			t.Errorf("first comes %q", s.sections[0].title)
		}
	})
	t.Run("UA-003 UA-167 UA-168 dates, the recommended one, and what is not confirmed", func(t *testing.T) {
		frametest.MustSee(t, w, "28.02.2020", "Рекомендована дата відправлення комплектів. Рекомендовано.", "Не підтверджено: звірте з центром")
	})
	t.Run("the search finds a condition by its code and nothing else", func(t *testing.T) {
		s.search.SetText("0205")
		frametest.MustSee(t, w, "0205", "шрифт Брайля")
		if strings.Contains(frametest.Visible(w), "0104") {
			t.Error("other conditions are shown too")
		}
		s.search.SetText("брайл")
		frametest.MustSee(t, w, "0205")
		s.search.SetText("причини відмови")
		frametest.MustSee(t, w, "надання недостовірної інформації")
		s.search.SetText("перегородка")
		frametest.MustSee(t, w, "Нічого не знайдено")
	})
	t.Run("D8 UA-047 a model of the statement, marked as not confirmed", func(t *testing.T) {
		s.search.SetText("зразок заяви")
		frametest.MustSee(t, w, "Прошу зареєструвати мене", "Не підтверджено")
	})
	t.Run("KG-012 what the program does with the data", func(t *testing.T) {
		s.search.SetText("конфіденційність")
		frametest.MustSee(t, w, "третім особам", "працює без інтернету")
	})
}

func TestHelpAnswersWhatIsAskedOfTheProgram(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	s := helpOf(w)
	for words, want := range map[string]string{
		"чернетка": "Чому номер картки починається з «Ч-»?", "остаточний": "Звідки взяти справжній номер картки?", "індекс": "Де взяти поштовий індекс?",
		"штамп": "Де місце для кутового штампа?", "скасувати": "Як скасувати помилку?", "імпорт": "Чи можна вставити дані з Excel?", ".xls": "Що робити зі старим файлом .xls?",
		"надрукувати картки": "Як надрукувати шістдесят карток?", "excel": "Чи можна вставити дані з Excel?",
	} {
		s.search.SetText(words)
		frametest.MustSee(t, w, want)
	}
	s.search.SetText("скасувати")
	if strings.Contains(frametest.Visible(w), "скасування") {
		t.Error("words for the search alone are shown")
	}
}

func TestHelpOfACampaignWithoutCardsAsksNothingOfNumbers(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	s := helpOf(w)
	frametest.MustSee(t, w, "Можно ли вставить данные из Excel?")
	if seen := frametest.Visible(w); strings.Contains(seen, "номер карточки") || strings.Contains(seen, "штамп") {
		t.Error("what this campaign has not is explained")
	}
	t.Run("KG-018 the requirements of the photo", func(t *testing.T) {
		s.search.SetText("очки")
		frametest.MustSee(t, w, "НЕ ДОПУСКАЮТСЯ очки, шляпы, шарфы, маски", "Инструкция ЦООМО: шаг 5")
	})
}

func TestDaysStandInTheirOrder(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	helpOf(w)
	seen := frametest.Visible(w)
	passes, end := strings.Index(seen, "Запрошення-перепустки"), strings.LastIndex(seen, "Завершення додаткового періоду") // an answer tells it before
	if passes < 0 || end < passes || strings.Index(seen, "Завершення перереєстрації") < strings.Index(seen, "Результати додаткової сесії") {
		t.Error("04.06 stands after 09.06, or an unknown day among known ones")
	}
}

// The words of a question are found in any form and order, in every language.
func TestHelpIsFoundByWordsInAnyForm(t *testing.T) {
	for language, asked := range map[string]map[string]string{
		"ru": {"квитанция": "cancel", "отменить квитанцию": "cancel", "квитанцию как отменить?": "cancel", "потерял пароль": "lost", "срок": "deadline",
			"сроки": "deadline", "общая папка в сети": "looking", "вылетела": "program", "тёмная": "window", "домой": "home", "уулу": "particle", "почему пол пустой": "sex", "пустая ячейка": "empty", "девушки": "sexes", "+3": "plus", "enter": "enter", "папка": "folder"},
		"uk": {"квитанція": "cancel", "скасувати квитанцію": "cancel", "загубив пароль": "lost", "строк": "deadline", "лише для читання": "looking", "зависла": "program", "темна тема": "window", "додому": "home", "огли": "particle", "стать": "sex", "клітинки": "empty"},
		"ky": {"дүмүрчөк": "cancel", "дүмүрчөктү жокко чыгаруу": "cancel", "сырсөзүн жоготту": "lost", "мөөнөт": "deadline", "көрүү үчүн гана": "looking", "үйгө": "home", "уулу": "particle", "жыныс": "sex"},
		"en": {"receipts": "cancel", "cancel a receipt": "cancel", "cancelling receipt": "cancel", "lost password": "lost", "deadline": "deadline", "read-only": "looking", "home": "home", "uulu": "particle", "cells empty": "empty"},
	} {
		w, _ := frametest.WithDemo(t, "ort-2021", language, 3)
		s := helpOf(w)
		for words, code := range asked {
			s.search.SetText(words)
			if want := w.Say("help_screen.ask_"+code, nil); !strings.Contains(frametest.Visible(w), want) {
				t.Errorf("%s: %q does not find %q", language, words, want)
			}
		}
		s.search.SetText("перегородка")
		frametest.MustSee(t, w, w.Say("help_screen.nothing", nil))
	}
}

// TestHelpAnswersAQuestion: a question in whole sentences, of which no page has every word, is
// answered by the first or second page shown.
func TestHelpAnswersAQuestion(t *testing.T) {
	for language, asked := range map[string]map[string]string{
		"ru": {"ученик потерял пароль": "lost", "сколько стоит и куда платить": "price", "сколько стоит": "price", "как перенести на другой компьютер": "computer", "забыла свой пароль": "forgotten", "папка с фотографиями класса": "folder",
			"как прикрепить сразу много фотографий": "folder", "удалить дубликат": "double", "ученик записан два раза": "double", "как сделать резервную копию": "copy", "удалила ученика по ошибке": "removed", "неправильно ввела квитанцию": "cancel", "как распечатать карточки всего класса": "many"},
		"uk": {"учень загубив пароль": "lost", "скільки коштує і куди платити": "price", "як перенести на інший комп’ютер": "computer", "забула свій пароль": "forgotten", "тека з фотографіями класу": "folder", "папка з фото": "folder",
			"як прикріпити одразу багато фотографій": "folder", "видалити дублікат": "double", "як зробити резервну копію": "copy", "помилково видалила учня": "removed"},
		"ky": {"окуучу сырсөзүн жоготту": "lost", "канча турат жана кайда төлөйм": "price", "башка компьютерге кантип көчүрөм": "computer", "өз сырсөзүмдү унутуп калдым": "forgotten", "класстын сүрөттөр папкасы": "folder", "бир эле учурда көп сүрөт кошуу": "folder", "дубликатты өчүрүү": "double"},
		"en": {"a student has lost the password": "lost", "how much does it cost and where to pay": "price", "how to move to another computer": "computer", "I forgot my password": "forgotten", "folder with the photos of a class": "folder", "how to attach many photos at once": "folder", "delete a duplicate": "double"},
	} {
		w, _ := frametest.WithDemo(t, "ort-2021", language, 3)
		s := helpOf(w)
		for words, code := range asked {
			s.search.SetText(words)
			shown := s.find(wordsAsked(s))
			if place := placeOf(shown, w.Say("help_screen.ask_"+code, nil)); place < 1 || place > 2 {
				t.Errorf("%s: %q is answered by page %d; first stands %q", language, words, place, first(shown))
			}
			frametest.MustSee(t, w, w.Say("help_screen.ask_"+code, nil))
		}
	}
}

func wordsAsked(s *Screen) []string {
	return asked(s.search.Text, s.window.Say("help_screen.passed_over", nil))
}

// placeOf is which of the pages shown, from 1, has a title; 0 for none of them.
func placeOf(sections []helpSection, title string) int {
	place := 0
	for _, section := range sections {
		for _, line := range section.lines {
			if place++; line.title == title {
				return place
			}
		}
	}
	return 0
}

func first(sections []helpSection) helpLine {
	if len(sections) == 0 {
		return helpLine{}
	}
	return sections[0].lines[0]
}

// A rare word says more of what is asked than one that stands on many pages, and little words
// nothing; a page of no word is not shown.
func TestHelpPutsTheBestFirst(t *testing.T) {
	sections := []helpSection{{id: "a", title: "A", lines: []helpLine{{words: "файл школы"}, {words: "файл книги"}, {words: "файл списка"}}}, {id: "b", title: "B", lines: []helpLine{{words: "файл флешки"}, {words: "лист"}}}}
	found := newBook(sections).find(asked("Где же флешки файл?", "где же"))
	if len(found) == 0 || found[0].id != "b" || len(found[0].lines) != 1 || found[0].lines[0].words != "файл флешки" {
		t.Errorf("first comes %+v", found)
	}
	if found := newBook(sections).find(asked("перегородка", "")); len(found) > 0 {
		t.Errorf("a word that nothing says finds %+v", found)
	}
}

// What a window shows of the help stands there at once, however busy the PC is; the rest follows, and
// another question puts an end to that.
func TestTheHelpBeginsAtOnce(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	loop := new(frametest.Loop)
	w.Runner = loop.Runner()
	s := helpOf(w)
	frametest.MustSee(t, w, "Пам’ятка відповідальній особі", "Отримати від учасників реєстраційні документи")
	last := s.sections[len(s.sections)-1]
	frametest.MustNotSee(t, w, last.title)
	loop.Turn()
	s.search.SetText("брайл")
	loop.Rest()
	frametest.MustSee(t, w, "0205")
	frametest.MustNotSee(t, w, last.title)
	s.search.SetText("")
	loop.Rest()
	frametest.MustSee(t, w, last.title, last.lines[len(last.lines)-1].words[:20])
}

// TestWordsBegunAlike: letters are compared whole, also where they begin with the same byte.
func TestWordsBegunAlike(t *testing.T) {
	for _, c := range [][3]string{{"міс", "міт", "мі"}, {"кит", "китами", "кит"}, {"китами", "кит", "кит"}, {"ас", "", ""}, {"т", "с", ""}} {
		if have := begunAlike(c[0], c[1]); have != c[2] {
			t.Errorf("%q and %q begin with %q", c[0], c[1], have)
		}
	}
}
