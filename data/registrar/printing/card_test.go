package printing_test

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar/desktest"
)

// TestCardData shows that the card has every item of point 5 of the order that the
// person in question must give, and none that he need not.
func TestCardData(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	school := r.School()
	school.InstitutionType, school.Centre = "general", "kharkiv"
	if err := r.Season.ChangeSchool(desktest.Ctx, school); err != nil {
		t.Fatal(err)
	}
	id := desktest.MustAdd(t, r, "surname=Лук'яненко", "given_name=Мар'яна", "patronymic=Ігорівна", "birth_date=5.3.03", "class=11-А",
		"document_kind=passport_book", "document_series=КВ", "document_number=654321", "phone=0501234567", "phone2=0671234567",
		"postal_index=61000", "settlement=Харків", "street=вул. Лісова", "house=5", "language=hu",
		"subjects=ukrainian,mathematics,english:profile", "attestation=ukrainian,english",
		"conditions=0101,0301", "medical_number=17", "medical_date=1.2.2020")
	card := desktest.SourceOf(r).Card(desktest.MustFind(t, r, id))
	var printed strings.Builder
	for _, group := range card.Groups {
		for _, row := range group.Rows {
			printed.WriteString(row.Label + ": " + row.Value + "\n")
		}
	}
	for requirement, words := range map[string]string{
		"UA-028 name":               "Лук’яненко|Мар’яна|Ігорівна",
		"UA-029 birth date":         "05.03.2003",
		"UA-030 document":           "Паспорт громадянина України (книжечка)|КВ|654321",
		"UA-031 contact phones":     "+380 50 123 4567|+380 67 123 4567",
		"UA-032 postal address":     "61000|Харків|вул. Лісова",
		"UA-033 category":           "Випускник закладу загальної середньої освіти поточного навчального року",
		"UA-034 institution":        ": Ліцей",
		"UA-035 class":              "11-А",
		"UA-041 language of tasks":  "угорська",
		"UA-042 medical conclusion": "17|01.02.2020|0101, 0301",
	} {
		t.Run(requirement, func(t *testing.T) {
			for word := range strings.SplitSeq(words, "|") {
				if !strings.Contains(printed.String(), word) {
					t.Errorf("the card lacks %q:\n%s", word, printed.String())
				}
			}
		})
	}
	t.Run("UA-038 UA-039 subjects, levels, which count", func(t *testing.T) {
		want := []struct {
			level   string
			counted bool
		}{{"", true}, {"", false}, {"профільний рівень", true}}
		for i, s := range card.Subjects {
			if s.Level != want[i].level || s.Attestation != want[i].counted {
				t.Errorf("subject %d: %+v", i, s)
			}
		}
	})
	t.Run("UA-037 what only others must say is not there", func(t *testing.T) {
		if strings.Contains(printed.String(), r.Campaign().Field("education_document").Title) {
			t.Errorf("a graduate of this year is asked for an earlier document:\n%s", printed.String())
		}
	})
	t.Run("UA-045 the centre and a line for the pen", func(t *testing.T) {
		if s := card.Statement; len(s.Addressee) != 2 || s.Addressee[0] != "Харківський" || s.Applicant != "" {
			t.Errorf("statement %+v", s)
		}
	})
	t.Run("D8 the hint under the statement is the campaign file's", func(t *testing.T) {
		if s := card.Statement; s.Hint != r.Campaign().Card.StatementHint || s.Hint == "" || s.Lines != r.Campaign().Card.StatementLines {
			t.Errorf("statement %+v", s)
		}
	})
}

func TestCardSaysATickInWords(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456", "privileged=yes")
	t.Run("KG-059 the form names the school", func(t *testing.T) {
		if card := desktest.SourceOf(r).Card(desktest.MustFind(t, r, id)); card.School != r.School().Name {
			t.Errorf("school %q", card.School)
		}
	})
	t.Run("KG-050 a tick is a word of the campaign's language", func(t *testing.T) {
		for _, group := range desktest.SourceOf(r).Card(desktest.MustFind(t, r, id)).Groups {
			for _, row := range group.Rows {
				if row.Label == "Я льготник" && row.Value == "да" {
					return
				}
			}
		}
		t.Error("the card does not say it")
	})
}

func TestListMarksTheInstitution(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Сорока")
	for code, place := range map[string]int{"vocational": 0, "higher": 1, "general": 2} {
		school := data.School{Name: "Заклад", InstitutionType: code}
		if err := r.Season.ChangeSchool(desktest.Ctx, school); err != nil {
			t.Fatal(err)
		}
		for i, mark := range desktest.SourceOf(r).List(desktest.PapersOf(t, r), "", "").Types {
			if mark.Done != (i == place) {
				t.Errorf("UA-001 UA-125 %s: mark %d is %v", code, i, mark.Done)
			}
		}
	}
}
