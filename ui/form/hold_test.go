package form

import (
	"testing"

	"graduand/data"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// F-07: a field that follows from a choice is in the order of Tab, however late the answer of
// the registry: what is typed meanwhile waits for it.
func TestTabWaitsForTheFieldsOfAChoice(t *testing.T) {
	atKind := func(t *testing.T) *typist {
		h := newTypist(t, "zno-2020", "uk", 1)
		h.loop.Dice = nil
		frametest.ChangeField(t, h.w, h.s.id, data.FieldDocumentKind, "id_card")
		h.s.goToField(data.FieldDocumentKind)
		h.loop.Rest()
		if asks(h.w, data.FieldDocumentSeries) {
			t.Fatal("the series is asked already")
		}
		h.w.Canvas().Focus(h.s.sheet.inputs[data.FieldDocumentKind].Focusable())
		return h
	}
	choose := func(h *typist) {
		open := h.focused().(*widgets.OneOf)
		frametest.ChooseAt(open, open.Chosen()+1)
	}
	t.Run("the series comes first, then the number", func(t *testing.T) {
		h := atKind(t)
		choose(h)
		frametest.Tab(h.w)
		frametest.Strike(h.w, "І-БК")
		frametest.Tab(h.w)
		frametest.Strike(h.w, "123456")
		h.loop.Rest()
		if series, number := formText(h.w, data.FieldDocumentSeries).Text, formText(h.w, data.FieldDocumentNumber).Text; series != "І-БК" || number != "123456" {
			t.Errorf("the series is %q, the number %q", series, number)
		}
		if h.at() != data.FieldDocumentNumber {
			t.Errorf("the keyboard is at %q, %T", h.at(), h.focused())
		}
	})
	t.Run("backwards it leads where it always does", func(t *testing.T) {
		h := atKind(t)
		want := h.s.page.codes[0]
		choose(h)
		frametest.TabBack(h.w)
		h.loop.Rest()
		if want != data.FieldDocumentKind && h.at() != want {
			t.Errorf("the keyboard is at %q", h.at())
		}
	})
	t.Run("with nothing chosen nothing waits", func(t *testing.T) {
		h := atKind(t)
		frametest.Tab(h.w)
		if h.at() != data.FieldDocumentNumber {
			t.Errorf("the keyboard is at %q", h.at())
		}
	})
	t.Run("an answer that does not come is not waited for for good", func(t *testing.T) {
		h := atKind(t)
		choose(h)
		frametest.Tab(h.w)
		frametest.Strike(h.w, "7")
		h.loop.Ring()
		h.loop.Turn()
		if got := formText(h.w, data.FieldDocumentNumber).Text; len(h.w.Canvas().Overlays().List()) > 0 {
			t.Errorf("still held; the number is %q", got)
		}
	})
}

// F-07: a step does not say that anything is unsaved of what was saved while the window was built anew.
func TestWhatWasSavedMeanwhileIsNotCalledUnsaved(t *testing.T) {
	h := newTypist(t, "zno-2020", "uk", 1)
	h.s.goToField("settlement")
	h.loop.Rest()
	frametest.ChangeField(t, h.w, h.s.id, "settlement", "м. Вінниця")
	h.loop.Rest()
	// It was on its way when the window was built anew, and is there now.
	h.s.sheet.waiting = map[string]string{"settlement": formText(h.w, "settlement").Text}
	h.s.read(false)
	h.loop.Rest()
	frametest.MustNotSee(t, h.w, "є незбережене")
}
