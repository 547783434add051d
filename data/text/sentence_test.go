package text

import (
	"strings"
	"testing"
)

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

// R01: a row has room for one sentence of a file that cannot be taken: it says what to do.
func TestAFileThatCannotBeTakenSaysWhatToDoAtOnce(t *testing.T) {
	for _, language := range Languages() {
		for _, kind := range []string{"webp", "heic", "avif", "gif", "tiff", "bmp"} {
			said := FirstSentence(For(language).Say("attachment.is_"+kind, nil))
			if !strings.Contains(said, "JPEG") {
				t.Errorf("%s: %s", language, said)
			}
		}
	}
	if said := For("uk").Say("attachment.is_heic", nil); !strings.Contains(said, "«Камера» → «Формати» → «Найбільш сумісні»") {
		t.Error(said)
	}
}
