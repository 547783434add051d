package campaign

import (
	"testing"

	"graduand/data/text"
)

// KG-022: whatever a rule for pictures measures is told in words with its unit, in every language.
func TestMeasuresAreToldInWords(t *testing.T) {
	for _, id := range []string{"zno-2020", "ort-2021"} {
		for measure := range builtin(t, id).Photo.Limits {
			what, _ := PictureMeasure(measure)
			if what == "" && measure != "F02.top" {
				t.Errorf("%s: %s has no words", id, measure)
			}
			for _, language := range text.Languages() {
				if what != "" && text.For(language).Say(what, nil) == what {
					t.Errorf("%s in %s says nothing", what, language)
				}
			}
		}
	}
}
