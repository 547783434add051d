package frame

import "testing"

func TestFirstSentence(t *testing.T) {
	for words, want := range map[string]string{
		"«Пол»: не заполнено. Впишите.": "«Пол»: не заполнено.",
		"«м. Київ. Ні»: немає. Оберіть": "«м. Київ. Ні»: немає.",
		"нет в п. Ивановка":             "нет в п. Ивановка",
		"Один конец.":                   "Один конец.",
		"до 05.03.2003. Проверьте":      "до 05.03.2003.",
	} {
		if got := FirstSentence(words); got != want {
			t.Errorf("%q: %q", words, got)
		}
	}
}

// A sentence that ends with a mark of its own gets no full stop behind it.
func TestSentencesEndOnce(t *testing.T) {
	for _, c := range [][]string{{"a. b! c? d… (e)", "a", "", "b!", "c?", "d…"}, {"a. (e)", "a."}} {
		if got := Sentences("e", c[1:]...); got != c[0] {
			t.Errorf("%q, want %q", got, c[0])
		}
	}
}
