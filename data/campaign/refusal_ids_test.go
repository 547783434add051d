package campaign

import (
	"slices"
	"testing"
)

// The reasons of a refusal in the words of the law, of which point 21 has them, and what comes back and
// what stays of a kit with a medical conclusion: the conclusion itself stays with the sixth alone.
func TestRefusalReasons(t *testing.T) {
	zno := builtin(t, "zno-2020")
	back, stays := []string{"card_returned", "medical_conclusion"}, []string{"passport_copy"}
	for _, reason := range []struct {
		name, code, words string
		returned, kept    []string
	}{
		{"UA-089 untrue information", "2", "надання недостовірної інформації", back, stays},
		{"UA-090 no right to take part", "3", "подання реєстраційних документів особою, яка відповідно до вимог законодавства не має права на участь у зовнішньому оцінюванні", back, stays},
		{"UA-094 conditions cannot be made", "6", "неможливості створення особливих (спеціальних) умов для проходження зовнішнього оцінювання відповідно до медичного висновку",
			[]string{"card_returned", "medical_copy"}, []string{"passport_copy", "medical_conclusion"}},
	} {
		t.Run(reason.name, func(t *testing.T) {
			item := zno.RefusalReason(reason.code)
			if item == nil || item.Title != reason.words || item.Source != "Порядок, розділ IV, п. 21."+reason.code {
				t.Fatalf("%+v", item)
			}
			for _, language := range []string{"ru", "ky", "en"} {
				if said := zno.In(language).RefusalReason(reason.code).Title; said == "" || said == item.Title {
					t.Errorf("in %s: %q", language, said)
				}
			}
			kit, err := zno.Kit(zno.Person(pupil(zno, "conditions=0102"), &zno.Demo.School, today))
			if err != nil {
				t.Fatal(err)
			}
			fate := zno.AfterRefusal(kit, []string{reason.code})
			if returned, kept := Codes(fate.Returned), Codes(fate.Kept); !slices.Equal(returned, reason.returned) || !slices.Equal(kept, reason.kept) {
				t.Errorf("returned %v, kept %v", returned, kept)
			}
		})
	}
}
