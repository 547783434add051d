package text

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
