package form

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
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

// withGap is a form near whose top a message has gone whose room is kept.
func withGap(t *testing.T, loop *frametest.Loop) (w *frame.Window, s *Screen, bare float32) {
	w, _ = frametest.WithDemo(t, "zno-2020", "uk", 3)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	if loop != nil {
		w.Runner = loop.Runner()
		t.Cleanup(loop.Rest)
	}
	rest := func() {
		if loop != nil {
			loop.Rest()
		}
	}
	change := func(value string) {
		frametest.ChangeField(t, w, id, "postal_index", value)
		rest()
	}
	change("21001")
	openForm(w, id)
	rest()
	s = formOf(w)
	s.goToField("postal_index")
	rest()
	bare = s.page.grid.MinSize().Height
	change("")
	change("21001")
	if got := s.page.grid.MinSize().Height; got <= bare {
		t.Fatalf("no room is kept: %v of %v", got, bare)
	}
	return w, s, bare
}

// F-07: what is pressed with the mouse stays under it until it is let go.
func TestTheClickedFieldStaysUnderTheMouse(t *testing.T) {
	_, s, _ := withGap(t, nil)
	entry := formText(s.window, "flat")
	before := whereIs(s, "flat")
	press := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	entry.MouseDown(press)
	if after := whereIs(s, "flat"); after != before {
		t.Errorf("under the mouse the field goes from %v to %v", before, after)
	}
	entry.MouseUp(press)
	if s.window.Canvas().Focused() != fyne.Focusable(entry) || widgets.Pressing {
		t.Errorf("the keyboard is at %T, pressing %v", s.window.Canvas().Focused(), widgets.Pressing)
	}
}

// F-07: the room of a message that has gone is closed when the form is opened again, and when
// nobody is at a field.
func TestGapsOfMessagesDoNotStay(t *testing.T) {
	t.Run("F-07 opened again", func(t *testing.T) {
		w, s, bare := withGap(t, nil)
		w.Go(frame.Route{Screen: frame.Graduates})
		openForm(w, s.id)
		if got := s.page.grid.MinSize().Height; got != bare {
			t.Errorf("the fields are %v high, %v without a message", got, bare)
		}
	})
	t.Run("F-07 nobody at a field", func(t *testing.T) {
		loop := &frametest.Loop{}
		w, s, bare := withGap(t, loop)
		w.Canvas().Unfocus()
		s.read(false)
		loop.Rest()
		for range 3 {
			loop.Ring()
			loop.Rest()
		}
		if got := s.page.grid.MinSize().Height; got != bare {
			t.Errorf("the fields are %v high, %v without a message", got, bare)
		}
	})
}

// An answer that comes when the form stands there in another language, or another page does, takes
// the keyboard to nothing that is gone.
func TestAFormThatIsGoneTakesNoKeyboard(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	id := frametest.IdsOf(t, w)[0]
	openForm(w, id)
	former := formOf(w)
	w.ChangeLanguage("ky")
	if !formOf(w).inFront() || former.inFront() {
		t.Error("the form of before the change of language takes the keyboard")
	}
	w.Go(frame.Route{Screen: frame.Help})
	if formOf(w).inFront() {
		t.Error("a form behind another page takes the keyboard")
	}
}
