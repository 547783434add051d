package campaign

import (
	"fmt"
	"testing"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/text"
)

// A field's name begins with a capital letter where it is a title, and small within a sentence,
// whether it comes from the catalogue or from the campaign file, in every language.
func TestTitlesBeginWithACapital(t *testing.T) {
	for _, id := range []string{"zno-2020", "ort-2021"} {
		c := builtin(t, id)
		for _, language := range text.Languages() {
			phrased := text.For(language).With(c.Sentences(language))
			for _, field := range append(c.FieldCodes(), data.FactField(data.FactCalled, ""), "payment.1.number") {
				name := c.FieldTitle(field)
				title, inside := fmt.Sprint(phrased.Word(name)), fmt.Sprint(phrased.Word(data.Inside{Name: name}))
				if first, _ := utf8.DecodeRuneInString(title); !unicode.IsUpper(first) {
					t.Errorf("%s %s: the title of %s is %q", id, language, field, title)
				}
				if inside != data.Small(title) {
					t.Errorf("%s %s: %s is %q in a sentence and %q over a column", id, language, field, inside, title)
				}
			}
		}
	}
}

func TestAbbreviationsStayInSentences(t *testing.T) {
	for title, want := range map[string]string{"Дата рождения": "дата рождения", "ДПА": "ДПА", "Ім’я": "ім’я", "Я льготник": "я льготник", "": ""} {
		if got := data.Small(title); got != want {
			t.Errorf("%q is %q, not %q", title, got, want)
		}
	}
}
