package papers

import (
	"io"
	"strings"
	"testing"

	"graduand/data"
)

// UA-045 UA-047: the sheet has this participant's surname in the genitive, written by hand or
// proposed, the centre's full name and the statement as this person writes it.
func TestUA045TheHintSheetIsThePersonsOwn(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	hint := func(values ...string) (steps string, h struct{ Applicant, Centre, Statement string }, unsure bool, kit int) {
		sheet, err := s.Hint(graduateOf(t, s, "a", append([]string{"category=school_current"}, values...)...))
		if err != nil {
			t.Fatal(err)
		}
		h.Applicant, h.Centre, h.Statement = sheet.Applicant, sheet.Centre, sheet.Statement
		return strings.Join(sheet.Steps, "\n"), h, sheet.Unsure, len(sheet.Kit)
	}
	steps, man, unsure, kit := hint("surname=Бойко", "given_name=Іван", "patronymic=Олегович", "sex=m")
	if man.Applicant != "Бойка І. О." || unsure || man.Centre != "Харківський регіональний центр оцінювання якості освіти" || !strings.HasSuffix(man.Statement, "ознайомлений.") || kit != 2 {
		t.Errorf("%+v, unsure %v, %d papers", man, unsure, kit)
	}
	if !strings.Contains(steps, "Наклейте") || strings.Contains(steps, "не наклеюйте") {
		t.Errorf("UA-049 steps: %s", steps)
	}
	if _, woman, _, _ := hint("surname=Бойко", "given_name=Ганна", "sex=f"); woman.Applicant != "Бойко Г." || !strings.HasSuffix(woman.Statement, "ознайомлена.") {
		t.Errorf("a woman without a patronymic: %+v", woman)
	}
	if _, written, unsure, _ := hint("surname=Бойко", "given_name=Іван", "sex=m", "surname_genitive=Бойки"); written.Applicant != "Бойки І." || unsure {
		t.Errorf("written by hand: %+v", written)
	}
	if _, nobody, _, _ := hint("given_name=Іван"); nobody.Applicant != "" || nobody.Statement != s.Campaign.Card.StatementModel {
		t.Errorf("without surname and sex: %+v", nobody)
	}
	if steps, _, _, _ := hint("surname=Бойко", "marks=uncontrolled_territory,extern", "gives_scans=yes"); !strings.Contains(steps, "не наклеюйте") || strings.Contains(steps, "Наклейте у") {
		t.Errorf("UA-056 steps: %s", steps)
	}
}

// UA-052: the registration point stands there where the school names one.
func TestUA052ContactsOfTheHintSheet(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	s.School.Phone, s.School.Email = "+380500000002", "lyceum@example.com"
	if all := s.hintContacts(); len(all) != 1 || len(all[0].Lines) != 3 {
		t.Errorf("%+v", all)
	}
	s.School.RegistrationPoint = "Ліцей № 7, +380 50 000 0009"
	if all := s.hintContacts(); len(all) != 2 || all[1].Lines[0] != s.School.RegistrationPoint {
		t.Errorf("%+v", all)
	}
}

// UA-045: whose genitive somebody has to look at is named beside the document.
func TestUA045WhoseGenitiveIsNotSureIsNamed(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	sure, not := graduateOf(t, s, "a", "surname=Бойко", "given_name=Іван", "sex=m", "category=school_current"), graduateOf(t, s, "b", "given_name=Ганна", "category=school_current")
	printed, err := s.Print(io.Discard, Job{Document: Hint, Format: FormatPDF}, []Graduate{sure, not})
	if err != nil || printed.Graduates != 2 || printed.To != data.ToGraduate || !printed.Worded || len(printed.Notes) != 1 || printed.Notes[0].ID != "print.genitive_unsure" {
		t.Errorf("%+v, %v", printed, err)
	}
	if printed, err := s.Print(io.Discard, Job{Document: Hint, Format: FormatPDF}, []Graduate{sure}); err != nil || len(printed.Notes) > 0 {
		t.Errorf("%+v, %v", printed, err)
	}
	if d := DocumentOf(sourceOf(t, "ort-2021").Campaign, Hint); d.write != nil {
		t.Error("a campaign without a statement has it")
	}
}
