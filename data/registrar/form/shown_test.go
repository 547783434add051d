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

// F-16: a file that was destroyed comes back by no undoing.
func TestADestroyedFileIsNotBroughtBack(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгүл", "phone=0555000101")
	desktest.Attach(t, r, id, "passport_front", desktest.Picture(t, 1))
	desktest.Must(r.Form.Detach(desktest.Ctx, id, "passport_front"))
	events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})
	taken := events[len(events)-1].Seq
	if u, err := r.Form.Undoable(desktest.Ctx, id, taken); err != nil || len(u.Changes) != 1 {
		t.Fatalf("%+v, %v", u, err)
	}
	if _, err := r.Season.EraseImages(desktest.Ctx, []string{id}, "конец"); err != nil {
		t.Fatal(err)
	}
	_, err := r.Form.Undo(desktest.Ctx, id, taken, nil)
	desktest.WantCode(t, "undo", err, "graduate.same_state")
}
