package printing_test

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar/desktest"
)

func TestLetters(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Тихоозерський ліцей", Centre: "kharkiv", HeadTitle: "Директор", HeadName: "О. І. Верболоз"}))
	id := desktest.MustAdd(t, r, append(desktest.ZnoValues, "additional_reason=religion", "additional_subjects=history,english:profile")...)
	lost := desktest.MustAdd(t, r, "surname=Коваль", "given_name=Олег", "category=school_current", "marks=uncontrolled_territory,lost_document",
		"document_kind=school_certificate", "document_number=15")
	exempt := desktest.MustAdd(t, r, "surname=Дуб", "given_name=Іван", "category=school_current", "marks=exempt")
	past := desktest.MustAdd(t, r, "surname=Їжак", "given_name=Ганна", "category=past_years", "marks=language_needs", "study_language=hu")
	t.Run("UA-020 UA-021 the application has subjects, reason, proof, centre", func(t *testing.T) {
		letter := desktest.SourceOf(r).Letter(r.Campaign().KitDocument("additional_application").Letter, desktest.MustFind(t, r, id))
		body := strings.Join(letter.Body, "\n")
		if !strings.Contains(body, "Історія України, Англійська мова (профільний рівень)") || !strings.Contains(body, "релігійними переконаннями") ||
			len(letter.Body) != 2 || len(letter.Enclosures) != 1 || letter.Addressee[0] != "Харківський регіональний центр оцінювання якості освіти" ||
			letter.Person != "М. О. Верболоз" {
			t.Errorf("got %+v", letter)
		}
	})
	t.Run("UA-021 the person says the reason", func(t *testing.T) {
		body := strings.Join(desktest.SourceOf(r).Letter(r.Campaign().KitDocument("additional_application").Letter, desktest.MustFind(t, r, id)).Body, "\n")
		if !strings.Contains(body, "сесії: за релігійними переконаннями не можу взяти участь") || strings.Contains(body, "можуть") {
			t.Error(body)
		}
	})
	t.Run("UA-012 a full name has its own quotation marks", func(t *testing.T) {
		s := desktest.SourceOf(r)
		for name, want := range map[string]string{"Тихоозерський ліцей": "закладу освіти «Тихоозерський ліцей»",
			"Комунальний заклад «Вербівський ліцей» області": "закладу освіти Комунальний заклад «Вербівський ліцей» області"} {
			s.School.Name = name
			if body := s.Letter(r.Campaign().KitDocument("school_certificate").Letter, desktest.MustFind(t, r, lost)).Body[0]; !strings.Contains(body, want) {
				t.Error(body)
			}
		}
	})
	t.Run("UA-012 the certificate has a photo and the head", func(t *testing.T) {
		letter := desktest.SourceOf(r).Letter(r.Campaign().KitDocument("school_certificate").Letter, desktest.MustFind(t, r, lost))
		if !letter.Issued || letter.Photo.Width != 30 || letter.Photo.Height != 40 || letter.HeadName != "О. І. Верболоз" ||
			!strings.Contains(letter.Body[0], "Тихоозерський ліцей") || !strings.Contains(letter.Body[1], "2020") {
			t.Errorf("got %+v", letter)
		}
	})
	t.Run("UA-015 UA-023 each is printed for who needs it", func(t *testing.T) {
		for document, who := range map[string]string{"additional_application": id, "school_certificate": lost, "study_certificate": exempt, "language_application": past} {
			if !slices.Contains(r.Printing.Documents(), document) {
				t.Errorf("no document %s", document)
			}
			if printed, err := desktest.LettersOf(t, r, document); err != nil || printed.Graduates != 1 {
				t.Errorf("%s: %+v, %v", document, printed, err)
			}
			for _, other := range []string{id, lost, exempt, past} {
				_, err := desktest.LettersOf(t, r, document, other)
				if want := map[bool]string{true: "", false: "print.nobody_needs"}[other == who]; data.CodeOf(err) != want {
					t.Errorf("%s for %s: %v", document, other, err)
				}
			}
		}
	})
	t.Run("UA-022 what is empty is a line for the pen", func(t *testing.T) {
		desktest.Set(t, r, id, "additional_subjects=")
		letter := desktest.SourceOf(r).Letter(r.Campaign().KitDocument("additional_application").Letter, desktest.MustFind(t, r, id))
		if !strings.Contains(letter.Body[0], strings.Repeat("_", 22)) || len(letter.Body) != 2 {
			t.Errorf("got %q", letter.Body)
		}
	})
}
