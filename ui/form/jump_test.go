package form

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame/frametest"
)

// whereIs is how far down in the window a field is.
func whereIs(s *Screen, code string) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(s.sheet.inputs[code].Object()).Y
}

// Design §11: nothing moves without a reason. Whoever is at a field stays at it when a message
// comes above, and when it goes again.
func TestAFieldStaysWhereItIsWhenAMessageComesOrGoes(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	frametest.ChangeField(t, w, id, "settlement", "Гайове")
	frametest.ChangeField(t, w, id, "street", "Лесная")
	openForm(w, id)
	s := formOf(w)
	s.goToField("street")
	s.page.scroll.ScrollToTop()
	last := s.page.codes[len(s.page.codes)-1]
	w.Canvas().Focus(s.sheet.inputs[last].Focusable())
	before, other := whereIs(s, last), whereIs(s, "street")
	frametest.ChangeField(t, w, id, "street", "")
	frametest.MustSee(t, w, "«Улица»: не заполнено")
	if after := whereIs(s, last); after != before {
		t.Errorf("the message moves the field from %v to %v", before, after)
	}
	if whereIs(s, "street") == other {
		t.Error("nothing gave way: the message has no room")
	}
	frametest.ChangeField(t, w, id, "street", "Лесная")
	frametest.MustNotSee(t, w, "«Улица»: не заполнено")
	if after := whereIs(s, last); after != before {
		t.Errorf("without it the field moves from %v to %v", before, after)
	}
	w.Canvas().Focus(s.sheet.inputs["street"].Focusable())
	kept := whereIs(s, last)
	frametest.ChangeField(t, w, id, "street", "")
	frametest.ChangeField(t, w, id, "street", "Лесная")
	if after := whereIs(s, last); after != kept {
		t.Errorf("the room that the message had is not kept: %v, then %v", kept, after)
	}
}

// Design §11: the room of messages that have gone is given up once the keyboard is far from it,
// and what has the keyboard stays where it is as far as there is something to scroll.
func TestGapsOfMessagesGoWhenTheKeyboardIsFar(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	for _, code := range []string{"postal_index", "settlement", "house"} {
		frametest.ChangeField(t, w, id, code, map[string]string{"postal_index": "21001", "settlement": "м. Вінниця", "house": "5"}[code])
	}
	openForm(w, id)
	s := formOf(w)
	s.goToField("phone")
	bare := s.page.grid.MinSize().Height
	frametest.ChangeField(t, w, id, "postal_index", "")
	frametest.ChangeField(t, w, id, "house", "")
	asked := s.page.grid.MinSize().Height
	w.Canvas().Focus(s.sheet.inputs["postal_index"].Focusable())
	frametest.ChangeField(t, w, id, "postal_index", "21001")
	if got := s.page.grid.MinSize().Height; got != asked {
		t.Errorf("near the field the page jumps: %v, then %v", asked, got)
	}
	w.Canvas().Focus(s.sheet.inputs["house"].Focusable())
	frametest.ChangeField(t, w, id, "house", "5")
	w.Canvas().Focus(s.sheet.inputs["phone"].Focusable())
	if got := s.page.grid.MinSize().Height; got != bare {
		t.Errorf("gaps stay: the fields are %v high, %v without a message", got, bare)
	}
}

// KG-060: the form of the next graduate opens at its beginning.
func TestAFormOpensAtItsTop(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	ids := frametest.IdsOf(t, w)
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	for _, id := range ids[:2] {
		openForm(w, id)
		formOf(w).goToField("postal_index")
	}
	s := formOf(w)
	s.page.scroll.ScrollToBottom()
	if s.page.scroll.Offset.Y == 0 {
		t.Fatal("the step is too short to be scrolled")
	}
	step := s.at
	s.OnNeighbour(-1)
	openForm(w, ids[0])
	if s.at != step || s.page.scroll.Offset.Y != 0 {
		t.Errorf("step %d opens %v down", s.at, s.page.scroll.Offset.Y)
	}
}
