package form_test

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/form"
)

// fieldOf is a field of a form as it is asked, nil where it is not shown.
func fieldOf(t *testing.T, r *registrar.Registrar, id, code string) *form.Field {
	t.Helper()
	for _, step := range desktest.MustForm(t, r, id).Steps {
		if at := slices.IndexFunc(step.Fields, func(f form.Field) bool { return f.Code == code }); at >= 0 {
			return &step.Fields[at]
		}
	}
	return nil
}

// UA-030: a document that has no series is asked for none.
func TestTheSeriesOfADocumentWithoutOneIsNotAsked(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна", "document_kind=passport_book")
	if fieldOf(t, r, id, data.FieldDocumentSeries) == nil {
		t.Error("a passport has no series")
	}
	desktest.Set(t, r, id, "document_kind=foreign_document")
	if fieldOf(t, r, id, data.FieldDocumentSeries) != nil {
		t.Error("a foreigner is asked for a series")
	}
	desktest.Set(t, r, id, "document_series=FA")
	if fieldOf(t, r, id, data.FieldDocumentSeries) == nil {
		t.Error("what stands in it cannot be taken out")
	}
}

// UA-028: what must be filled in stays marked, also where the centre's card stands for it.
func TestTheStarsOfAFormStayWithACard(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна")
	for range 2 {
		for _, code := range []string{data.FieldSurname, data.FieldGivenName, data.FieldBirthDate} {
			if f := fieldOf(t, r, id, code); f == nil || !f.Required {
				t.Errorf("%s is not marked", code)
			}
		}
		desktest.Set(t, r, id, "card_number=1234567")
	}
}
