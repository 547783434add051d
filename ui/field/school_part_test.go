package field

import (
	"testing"

	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
)

// UA-032 KG-047: many live where the school is; its index and settlement stand on a button
// under an empty field, and nothing is filled before it is pressed.
func TestThePlaceOfTheSchoolIsProposed(t *testing.T) {
	for _, test := range []struct{ campaign, language, field, button, value string }{
		{"zno-2020", "uk", "postal_index", "Встановити: 63999", "63999"},
		{"zno-2020", "uk", "settlement", "Встановити: смт Тихоозерськ", "смт Тихоозерськ"},
		{"ort-2021", "ru", "settlement", "Поставить: село Жаңы-Үмүт", "село Жаңы-Үмүт"},
	} {
		t.Run(test.campaign+" "+test.field, func(t *testing.T) {
			w, _ := frametest.WithDemo(t, test.campaign, test.language, 3)
			s := newInputSheet(t, w)
			s.change(registrar.Assign{Field: test.field, Value: ""})
			s.stored(test.field, "")
			button := frametest.FindButton(s.inputs[test.field].Object(), test.button)
			if button == nil {
				t.Fatalf("no button in %v", s.words(s.inputs[test.field]))
			}
			frametest.Shot(t, w, "school-part-"+test.campaign+"-"+test.field)
			button.Tapped(nil)
			s.stored(test.field, test.value)
		})
	}
}
