package papers

import "testing"

func TestApplicantInTheGenitive(t *testing.T) {
	for _, c := range []struct {
		name    string
		values  []string
		line    string
		certain bool
	}{
		{"proposed", []string{"surname=Ґалаґан", "given_name=Марко", "patronymic=Олегович", "sex=m"}, "Ґалаґана М. О.", true},
		{"the patronymic tells the sex", []string{"surname=Сокіл", "given_name=Ія", "patronymic=Юріївна"}, "Сокіл І. Ю.", true},
		{"no patronymic and a double name", []string{"surname=Ткаченко-Лоза", "given_name=Анна-Марія", "sex=f"}, "Ткаченко-Лози А.", true},
		{"more than one form", []string{"surname=Петрів", "given_name=Олег", "sex=m"}, "Петрова О.", false},
		{"written by hand", []string{"surname=Петрів", "given_name=Олег", "sex=m", "surname_genitive=Петріва"}, "Петріва О.", true},
		{"no sex", []string{"surname=Петрів", "given_name=Олег"}, "", false},
		{"Latin letters", []string{"surname=Smith", "given_name=John", "sex=m"}, "", false},
		{"nobody", nil, "", false},
	} {
		t.Run("UA-045 "+c.name, func(t *testing.T) {
			s := sourceOf(t, "zno-2020")
			line, certain := s.Applicant(graduateOf(t, s, "a1", c.values...).Graduate)
			if line != c.line || certain != c.certain {
				t.Errorf("%q, certain %v, want %q, %v", line, certain, c.line, c.certain)
			}
		})
	}
}

// The sheet on which a graduate checks all data has the genitive too, so that the family sees it.
func TestCheckSheetHasTheGenitive(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	sheet, err := s.CheckSheet(graduateOf(t, s, "a1", "surname=Лебідь", "given_name=Ян", "sex=m"))
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range sheet.Steps {
		for _, e := range step.Entries {
			if e.Label == "Прізвище в родовому відмінку" {
				if len(e.Lines) != 1 || e.Lines[0] != "Лебедя" {
					t.Errorf("UA-045 F-11: %v", e.Lines)
				}
				return
			}
		}
	}
	t.Error("UA-045 F-11: the sheet does not have it")
}
