package papers

import (
	"strings"
	"testing"
)

// Who is named is named by the word of the type of institution.
func TestTheWordForALearner(t *testing.T) {
	for _, test := range []struct{ name, institution, category, want string }{
		{"UA-001 a pupil", "general", "school_current", "учень"},
		{"UA-001 who learns a trade", "vocational", "vocational_current", "слухач"},
		{"UA-001 a student", "higher", "higher_current", "студент"},
		{"UA-001 whose category is not said", "higher", "", "студент"},
		{"UA-001 of past years nobody's learner", "general", "past_years", "випускник минулих років"},
		{"UA-001 nobody knows the school", "", "school_current", "здобувач освіти"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := sourceOf(t, "zno-2020")
			s.School.InstitutionType = test.institution
			g := graduateOf(t, s, "a", "surname=Верболоз", "class=11-А", "category="+test.category)
			letter := strings.Join(s.Letter(s.Campaign.KitDocument("study_certificate").Letter, g.Graduate).Body, " ")
			if !strings.Contains(letter, "особа — "+test.want+" закладу освіти «Тихоозерський ліцей»") {
				t.Errorf("the certificate says %s", letter)
			}
			sheet, err := s.CheckSheet(g)
			if err != nil {
				t.Fatal(err)
			}
			if named := strings.HasSuffix(sheet.Class, ", "+test.want); named != (test.institution != "") {
				t.Errorf("the sheet says %s", sheet.Class)
			}
		})
	}
}
