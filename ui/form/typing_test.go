package form

import (
	"math/rand/v2"
	"testing"

	"graduand/ui/frame/frametest"
)

// typist fills the steps of a form by typing and the Tab key, while the registry answers when it
// likes.
type typist struct {
	hands
	s    *Screen
	loop *frametest.Loop
	dice *rand.Rand
}

func newTypist(t *testing.T, campaign, language string, seed uint64) *typist {
	t.Helper()
	w, _ := frametest.WithDemo(t, campaign, language, 3)
	id := frametest.IdsOf(t, w)[1]
	frametest.ClearFields(t, w, id)
	openForm(w, id)
	loop := &frametest.Loop{Dice: rand.New(rand.NewPCG(seed, 1))}
	w.Runner = loop.Runner()
	t.Cleanup(loop.Rest)
	h := &typist{hands: handsOf(t, w), s: formOf(w), loop: loop, dice: rand.New(rand.NewPCG(seed, 2))}
	h.s.read(false)
	loop.Rest()
	return h
}

// turns lets some of the answers come.
func (h *typist) turns() {
	for range h.dice.IntN(5) {
		h.loop.Turn()
	}
	if h.dice.IntN(4) == 0 {
		h.loop.Ring()
	}
}

// at is the field of the step that has the keyboard, "" for none.
func (h *typist) at() string {
	for _, code := range h.s.page.codes {
		if f := h.s.sheet.inputs[code].Focusable(); f != nil && f == h.Focused() {
			return code
		}
	}
	return ""
}

// UA-032: the question under the building goes with the answer of the registry, however late.
func TestTabLeavesAQuestionThatGoes(t *testing.T) {
	for _, test := range []struct {
		name string
		// early says that the answer comes before Tab.
		early bool
	}{{"late", false}, {"early", true}} {
		t.Run(test.name, func(t *testing.T) {
			h, loop := atBuilding(t)
			h.Write("5")
			if test.early {
				h.s.sheet.inputs["house"].Keep()
				loop.Rest()
			}
			h.W.Canvas().FocusNext()
			if h.at() != "flat" {
				t.Fatalf("Tab leads to %q, %T", h.at(), h.Focused())
			}
			h.Write("1")
			loop.Rest()
			h.Write("2")
			if got := formText(h.W, "flat").Text; got != "12" {
				t.Errorf("the flat is %q", got)
			}
		})
	}
	t.Run("the button is reached without typing, and what is typed on it goes on", func(t *testing.T) {
		h, loop := atBuilding(t)
		h.W.Canvas().FocusNext()
		if h.at() != "" {
			t.Fatalf("Tab leads to %q", h.at())
		}
		h.Write("1")
		h.Write("2")
		if got := formText(h.W, "flat").Text; got != "12" || h.at() != "flat" {
			t.Errorf("the flat is %q, the keyboard at %q", got, h.at())
		}
		loop.Rest()
	})
	t.Run("backwards Tab comes to the field itself, past its question", func(t *testing.T) {
		h, loop := atBuilding(t)
		h.W.Canvas().Focus(h.s.sheet.inputs["flat"].Focusable())
		frametest.TabBack(h.W)
		if h.at() != "house" {
			t.Fatalf("back from the flat the keyboard is at %q, %T", h.at(), h.Focused())
		}
		h.Write("5")
		loop.Rest()
		if house, flat := formText(h.W, "house").Text, formText(h.W, "flat").Text; house != "5" || flat != "" {
			t.Errorf("the building is %q, the flat %q", house, flat)
		}
	})
	t.Run("what goes while it has the keyboard gives it to the next field", func(t *testing.T) {
		h, loop := atBuilding(t)
		h.W.Canvas().FocusNext()
		frametest.ChangeField(t, h.W, h.s.id, "house", "5")
		loop.Rest()
		if h.at() != "flat" {
			t.Errorf("the keyboard is at %q, %T", h.at(), h.Focused())
		}
	})
}

// atBuilding is the form of somebody in a town whose building was not given, at that field.
func atBuilding(t *testing.T) (*typist, *frametest.Loop) {
	t.Helper()
	h := newTypist(t, "zno-2020", "uk", 1)
	h.loop.Dice = nil
	frametest.ChangeField(t, h.W, h.s.id, "settlement", "м. Вінниця")
	frametest.ChangeField(t, h.W, h.s.id, "street", "вул. Соборна")
	h.s.goToField("house")
	h.loop.Rest()
	if frametest.FindButton(h.s.sheet.inputs["house"].Object(), h.W.Say("form_screen.finding_confirm", nil)) == nil {
		t.Fatalf("nothing is asked:\n%s", frametest.Visible(h.W))
	}
	h.W.Canvas().Focus(h.s.sheet.inputs["house"].Focusable())
	return h, h.loop
}
