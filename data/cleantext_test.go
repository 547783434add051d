package data_test

import (
	"strings"
	"testing"

	"graduand/data"
)

func TestCleanText(t *testing.T) {
	for _, c := range []struct{ name, typed, want, code string }{
		{"F-07 single spaces, nothing unseen", " ул.\u200b  Ма\u00adнаса\u2060\n", "ул. Манаса", ""},
		{"V01 a command of the terminal", "a\x1b[31mRED", "", "value.bad_letters"},
		{"V01 one of eight bits", "a\u009b31m", "", "value.bad_letters"},
		{"V01 a sign that turns the order of letters", "a\u202eb", "", "value.bad_letters"},
		{"V01 no letters at all", "\xff\xfe", "", "value.bad_letters"},
		{"as long as may be", strings.Repeat("я", data.LongestText), strings.Repeat("я", data.LongestText), ""},
		{"G31 longer", strings.Repeat("я", data.LongestText+1), "", "value.too_long"},
		{"G31 a note of 60 MB", strings.Repeat("x", 60<<20), "", "value.too_long"},
		{"F-14 what no paper shows", "вул. Миру 😀", "", "value.bad_letters"},
		{"F-14 letters of a far script", "北京", "", "value.bad_letters"},
		{"F-14 a line end that comes with a cell", "вул. Миру 5\r ", "вул. Миру 5", ""},
		{"F-14 lines of a cell", "м. Київ,\nвул. Миру", "м. Київ, вул. Миру", ""},
		{"F-14 lines of a page", "м. Київ,\u2028вул. Миру\u2029", "м. Київ, вул. Миру", ""},
		{"F-14 narrow spaces", "050\u202f123\u200945\u00a060\u2007", "050 123 45 60", ""},
		{"F-14 a blank of Braille", "а\u2800б", "а б", ""},
		{"F-14 Word's hyphen that does not break", "вул. Івано\u2011Франківська, 5\u20107", "вул. Івано-Франківська, 5-7", ""},
		{"F-14 a minus for a hyphen", "11\u2212А", "11-А", ""},
		{"F-14 dashes stay", "а – б — в", "а – б — в", ""},
		{"F-14 directions", "\u200e14.05\u200f.\u202a2003\u202c\u2066\u2069\u061c", "14.05.2003", ""},
		{"F-14 looks of signs", "№\ufe0f 5\ufe0e", "№ 5", ""},
		{"F-14 marks of stress", "Верби\u0301цька, Че\u0300рнівці, ѝ ѐ", "Вербицька, Чернівці, и е", ""},
		{"F-14 letters in two pieces", "и\u0306 і\u0308 е\u0308 у\u0306 И\u0306ЇІ\u0308", "й ї ё ў ЙЇЇ", ""},
		{"F-14 a stressed letter in three pieces", "Украі\u0308\u0301на Украі\u0301\u0308на", "Україна Україна", ""},
		{"F-14 Latin letters keep their marks", "Cafe\u0301 é", "Café é", ""},
		{"F-14 the apostrophe of a text", "'11-А", "11-А", ""},
		{"F-14 that of a number", "’+380501234560", "+380501234560", ""},
		{"F-14 two of them", "''001234567", "001234567", ""},
		{"F-14 a quotation is none", "'Слава' і воля", "'Слава' і воля", ""},
		{"F-14 a quotation of two words is none", "‘Ліцей Слава’", "‘Ліцей Слава’", ""},
		{"F-14 apostrophes of words stay", "'Дем'яненко і Лук’янчук", "Дем'яненко і Лук’янчук", ""},
		{"F-14 an apostrophe alone", "' -", "' -", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := data.CleanText("note", c.typed)
			if got != c.want || data.CodeOf(err) != c.code {
				t.Errorf("%.100q, %v", got, err)
			}
			if again, _ := data.CleanText("note", got); again != got {
				t.Errorf("%.100q, cleaned again %.100q", got, again)
			}
		})
	}
}

func TestNamesHaveNoUnseenSigns(t *testing.T) {
	for _, name := range []string{"Аса\x1bнова", "\u202eАсанова", "Аса\u200dнова\x00", "Аса\u061cнова", "Асанова\u2066", "Аса\xffнова", "Аса\ufe0fнова", "Аса\u034fнова", "Аса\u0301нова"} {
		if got := data.CleanName(name); got != "Асанова" {
			t.Errorf("V01 %q becomes %q", name, got)
		}
	}
}

func TestApostrophesOfNames(t *testing.T) {
	for typed, want := range map[string]string{
		"Дем''яненко": "Дем’яненко", "Нечуй--Левицький": "Нечуй-Левицький", "Дем’ яненко": "Дем’яненко", "Дем 'яненко": "Дем’яненко", "Дем ’ яненко Злата": "Дем’яненко Злата", "Лук''янчук’": "Лук’янчук",
		"'Вербицька": "Вербицька", "’Вербицька ’Соломія": "Вербицька Соломія", "'Вербицька' Соломія": "Вербицька Соломія", "Лук’янчук’ Юлія": "Лук’янчук Юлія",
		"ДЕМ’ ЯНЕНКО ЗЛАТА": "Дем’яненко Злата", "КРАВЧУК’ ЮЛІЯ": "Кравчук Юлія", "дем ’яненко злата": "Дем’яненко Злата", "О’Генрі": "О’Генрі", "Кот-д'Івуар": "Кот-д’Івуар",
		"Анна-’Марія’": "Анна-Марія", "’’": "", "Солов‛їненко": "Солов’їненко", "Памʻят": "Пам’ят", "Верби\u0301цька": "Вербицька", "Андріи\u0306ко": "Андрійко", "Сергі\u00adй": "Сергій",
	} {
		got := data.CleanName(typed)
		if got != want {
			t.Errorf("F-14 %q becomes %q, want %q", typed, got, want)
		}
		if again := data.CleanName(got); again != got {
			t.Errorf("F-14 %q becomes %q, and that %q", typed, got, again)
		}
	}
	if data.SearchKey("Верби\u0301цька Соломі\u0301я") != data.SearchKey("вербицька соломія") {
		t.Error("F-11 a mark of stress makes another person")
	}
}

func TestUnescape(t *testing.T) {
	for typed, want := range map[string]string{
		"Дем&#39;яненко": "Дем'яненко", "Лук&#039;янчук": "Лук'янчук", "Солов&rsquo;їненко": "Солов’їненко", "В&apos;ячеслав": "В'ячеслав", "Дем&#x2019;яненко": "Дем’яненко",
		"А&nbsp;Б": "А\u00a0Б", "Мама &amp; тато": "Мама & тато", "Дем&amp;#39;яненко": "Дем'яненко", "Дем&amp;amp;rsquo;яненко": "Дем’яненко", "А & Б; В": "А & Б; В", "R&D": "R&D", "&невідоме;": "&невідоме;", "&nosuchsign;": "&nosuchsign;",
	} {
		if got := data.Unescape(typed); got != want {
			t.Errorf("F-14 %q becomes %q, want %q", typed, got, want)
		}
	}
}

func TestOneLine(t *testing.T) {
	for typed, want := range map[string]string{"": "", "а б": "а б", " а  б\n": "а б", "11-А\u200e": "11-А", "\u202a11\u00a0-А\u2066": "11 -А", "'11-А": "'11-А"} {
		if got := data.OneLine(typed); got != want {
			t.Errorf("F-14 %q becomes %q", typed, got)
		}
	}
}

func BenchmarkCleanText(b *testing.B) {
	for b.Loop() {
		if _, err := data.CleanText("note", "вул. Хрещатик, буд. 14"); err != nil {
			b.Fatal(err)
		}
	}
}
