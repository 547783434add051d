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
		frametest.ChangeField(t, h.W, h.s.id, data.FieldDocumentKind, "id_card")
		h.s.goToField(data.FieldDocumentKind)
		h.loop.Rest()
		if asks(h.W, data.FieldDocumentSeries) {
			t.Fatal("the series is asked already")
		}
		h.W.Canvas().Focus(h.s.sheet.inputs[data.FieldDocumentKind].Focusable())
		return h
	}
	choose := func(h *typist) {
		open := h.Focused().(*widgets.OneOf)
		frametest.ChooseAt(open, open.Chosen()+1)
	}
	t.Run("the series comes first, then the number", func(t *testing.T) {
		h := atKind(t)
		choose(h)
		frametest.Tab(h.W)
		frametest.Strike(h.W, "І-БК")
		frametest.Tab(h.W)
		frametest.Strike(h.W, "123456")
		h.loop.Rest()
		if series, number := formText(h.W, data.FieldDocumentSeries).Text, formText(h.W, data.FieldDocumentNumber).Text; series != "І-БК" || number != "123456" {
			t.Errorf("the series is %q, the number %q", series, number)
		}
		if h.at() != data.FieldDocumentNumber {
			t.Errorf("the keyboard is at %q, %T", h.at(), h.Focused())
		}
	})
	t.Run("backwards it leads where it always does", func(t *testing.T) {
		h := atKind(t)
		want := h.s.page.codes[0]
		choose(h)
		frametest.TabBack(h.W)
		h.loop.Rest()
		if want != data.FieldDocumentKind && h.at() != want {
			t.Errorf("the keyboard is at %q", h.at())
		}
	})
	t.Run("with nothing chosen nothing waits", func(t *testing.T) {
		h := atKind(t)
		frametest.Tab(h.W)
		if h.at() != data.FieldDocumentNumber {
			t.Errorf("the keyboard is at %q", h.at())
		}
	})
	t.Run("an answer that does not come is not waited for for good", func(t *testing.T) {
		h := atKind(t)
		choose(h)
		frametest.Tab(h.W)
		frametest.Strike(h.W, "7")
		h.loop.Ring()
		h.loop.Turn()
		if got := formText(h.W, data.FieldDocumentNumber).Text; len(h.W.Canvas().Overlays().List()) > 0 {
			t.Errorf("still held; the number is %q", got)
		}
	})
}

// F-07: a step does not say that anything is unsaved of what was saved while the window was built anew.
func TestWhatWasSavedMeanwhileIsNotCalledUnsaved(t *testing.T) {
	h := newTypist(t, "zno-2020", "uk", 1)
	h.s.goToField("settlement")
	h.loop.Rest()
	frametest.ChangeField(t, h.W, h.s.id, "settlement", "м. Вінниця")
	h.loop.Rest()
	// It was on its way when the window was built anew, and is there now.
	h.s.sheet.waiting = map[string]string{"settlement": formText(h.W, "settlement").Text}
	h.s.read(false)
	h.loop.Rest()
	frametest.MustNotSee(t, h.W, "є незбережене")
}
