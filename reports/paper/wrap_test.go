package paper

import (
	"strings"
	"testing"
)

func TestAnAddressIsNotBrokenAtItsSlashes(t *testing.T) {
	as := Sans.Sized(10)
	for width := 46.0; width < 90; width++ {
		lines := as.Wrap("Сервіс «Стан документів»: https://testportal.gov.ua/stan", width).Lines
		for i, line := range lines[1:] {
			if strings.HasPrefix(line, "/") || strings.HasSuffix(lines[i], "//") {
				t.Fatalf("%.0f mm: %q", width, lines)
			}
		}
	}
}

func TestLinesEndBetweenWordsOnly(t *testing.T) {
	as := Serif.Sized(10)
	for _, whole := range []string{"11-А", "з/п", "114/116", "І-ВЛ", "01-15/37", "пр-т", "3-Б", "О. І. Коваль", "вул. Лісова", "буд. 7", "№ 12"} {
		words := "Слово " + whole + " слово"
		for width := max(as.Width("Слово"), as.Width(whole)); width < as.Width(words)+1; width += 0.3 {
			lines := as.Wrap(words, width).Lines
			if joined := strings.Join(lines, "|"); !strings.Contains(joined, whole) {
				t.Errorf("%.1f mm: %s", width, joined)
				break
			}
		}
	}
	if lines := as.Wrap("Івано-Франківський", as.Width("Івано-Франків")).Lines; len(lines) != 2 || lines[0] != "Івано-" {
		t.Errorf("%q", lines)
	}
}

// A file's name is broken between its words before one of them is; a line for the pen is not.
func TestALongFileNameIsBrokenBetweenItsWords(t *testing.T) {
	as := Sans.Sized(10)
	name := "Өмүрзаковаңыз_Гүлнараңыз_справка_0123ab.jpg"
	for width := as.Width("Өмүрзаковаңыз_"); width < as.Width(name); width++ {
		lines := as.Wrap(name, width).Lines
		for _, line := range lines[:len(lines)-1] {
			if !strings.HasSuffix(line, "_") {
				t.Fatalf("%.0f mm: %q", width, lines)
			}
		}
	}
	if lines := as.Wrap("Підпис: __________", as.Width("__________")+1).Lines; len(lines) != 2 || lines[1] != "__________" {
		t.Errorf("%q", lines)
	}
}

// A short word that ends a sentence is no abbreviation: the next sentence begins on a new line, and the
// word does not go there with it.
func TestALineEndsAfterAShortWordThatEndsASentence(t *testing.T) {
	as := Serif.Sized(10)
	for _, words := range []string{"файла ещё нет.", "файл азырынча жок."} {
		if lines := as.Wrap(words+" Прикрепите", as.Width(words)+0.1).Lines; len(lines) != 2 || lines[0] != words {
			t.Errorf("%q", lines)
		}
	}
}
