package papers

import (
	"strings"
	"testing"

	"graduand/data"
)

// Who is named is named by the word of the type of institution.
func TestTheWordForALearner(t *testing.T) {
	for _, test := range []struct {
		name, institution, category string
		sex                         data.Sex
		want                        string
	}{
		{"UA-001 a pupil", "general", "school_current", "", "учень (учениця)"},
		{"UA-001 who learns a trade", "vocational", "vocational_current", "", "слухач (слухачка)"},
		{"UA-001 a student", "higher", "higher_current", "", "студент (студентка)"},
		{"UA-001 whose category is not said", "higher", "", "", "студент (студентка)"},
		{"UA-001 of past years nobody's learner", "general", "past_years", "", "випускник минулих років (випускниця минулих років)"},
		{"UA-001 nobody knows the school", "", "school_current", "", "здобувач освіти"},
		{"UA-001 a girl", "general", "school_current", data.Female, "учениця"},
		{"UA-001 a boy", "general", "school_current", data.Male, "учень"},
		{"UA-001 a girl who learns a trade", "vocational", "vocational_current", data.Female, "слухачка"},
		{"UA-001 a woman who studies", "higher", "", data.Female, "студентка"},
		{"UA-001 a woman of past years", "general", "past_years", data.Female, "випускниця минулих років"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := sourceOf(t, "zno-2020")
			s.School.InstitutionType = test.institution
			g := graduateOf(t, s, "a", "surname=Верболоз", "class=11-А", "category="+test.category, "sex="+string(test.sex))
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

// TestAWomanIsNamedByHerWord in every language that has one; both words stand where nobody
// knows which.
func TestAWomanIsNamedByHerWord(t *testing.T) {
	for _, test := range []struct{ campaign, language, institution, woman, other string }{
		{"zno-2020", "uk", "general", "учениця", "учень"},
		{"zno-2020", "ru", "general", "учащаяся", "учащийся"},
		{"zno-2020", "en", "general", "pupil", "pupil"},
		{"zno-2020", "ky", "general", "окуучу", "окуучу"},
		{"ort-2021", "ru", "school", "выпускница", "выпускник"},
		{"ort-2021", "uk", "vocational", "випускниця", "випускник"},
		{"ort-2021", "ky", "school", "бүтүрүүчү", "бүтүрүүчү"},
	} {
		c := sourceOf(t, test.campaign).Campaign.In(test.language)
		school := &data.School{InstitutionType: test.institution}
		both := test.other
		if test.woman != test.other {
			both += " (" + test.woman + ")"
		}
		for sex, want := range map[data.Sex]string{data.Female: test.woman, data.Male: test.other, "": both} {
			if got := c.Learner(&data.Graduate{Sex: sex}, school); got != want {
				t.Errorf("%s in %s, %q: %q, want %q", test.campaign, test.language, sex, got, want)
			}
		}
	}
}
