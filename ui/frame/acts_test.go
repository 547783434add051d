package frame

import "testing"

// The button quotes what is taken back, and nothing that was said besides.
func TestTheButtonQuotesTheActAlone(t *testing.T) {
	for words, want := range map[string]string{
		"Додано: Литвин Оксана Романівна. Стать за по батькові: жіноча":                    "Додано: Литвин Оксана Романівна",
		"Збережено: Прізвище — Щербань Ілля Васильович":                                    "Щербань І. В.: Прізвище",
		"Прийнято комплектів: 2 — Бойко Олена Василівна, Іваненко Юрій Петрович":           "Прийнято комплектів: 2",
		"Прийнято комплектів: 5 — Бойко Олена Василівна, Іваненко Юрій Петрович, … і ще 3": "Прийнято комплектів: 5",
		"Змінено: м. Київ. Рядок показано попри фільтр":                                    "Змінено: м. Київ",
	} {
		if got := shortAct(words, mostOfAct); got != want {
			t.Errorf("%q is quoted as %q, want %q", words, got, want)
		}
	}
}
