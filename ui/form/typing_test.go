package form

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/ui/field"
	"graduand/ui/frame"
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
	clearFields(t, w, id)
	openForm(w, id)
	loop := &frametest.Loop{Dice: rand.New(rand.NewPCG(seed, 1))}
	w.Runner = loop.Runner()
	t.Cleanup(loop.Rest)
	h := &typist{hands: hands{t, w}, s: formOf(w), loop: loop, dice: rand.New(rand.NewPCG(seed, 2))}
	h.s.read(false)
	loop.Rest()
	return h
}

// clearFields leaves next to nothing in the text fields of somebody.
func clearFields(t *testing.T, w *frame.Window, id string) {
	t.Helper()
	for _, step := range desktest.MustForm(t, w.Registrar(), id).Steps {
		for _, f := range step.Fields {
			if slices.Contains(clearedKinds, f.Kind) && !slices.Contains([]string{data.FieldSurname, data.FieldGivenName, data.FieldPhone}, f.Code) && f.Value != "" {
				if _, err := w.Registrar().Table.Change(frametest.Ctx, id, []registrar.Assign{{Field: f.Code}}); err != nil {
					t.Logf("%s stays: %v", f.Code, err)
				}
			}
		}
	}
}

// clearedKinds are the kinds of fields that begin empty, with all that is asked about them.
var clearedKinds = []string{"text", "settlement", registrar.KindName, registrar.KindEmail, registrar.KindPhone, registrar.KindDate}

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
		if f := h.s.sheet.inputs[code].Focusable(); f != nil && f == h.focused() {
			return code
		}
	}
	return ""
}

// words are what is typed into a field.
func (h *typist) words(code string, n int) string {
	switch h.w.Registrar().Campaign().Kind(code).Name {
	case registrar.KindPhone:
		return fmt.Sprintf("67%07d", 1234560+n)
	case registrar.KindDate:
		return fmt.Sprintf("%02d.03.2003", n%27+1)
	}
	return strings.Repeat("ї", n%5+2)
}

// fillStep types into every text field of the step, by Tab alone; it returns what was typed.
func (h *typist) fillStep() map[string]string {
	h.t.Helper()
	typed := map[string]string{}
	h.s.focus()
	for n := range 60 {
		code := h.at()
		if _, is := field.Typed(h.s.sheet.inputs[code]); code != "" && is && typed[code] == "" {
			h.focused().(interface{ SetText(string) }).SetText("")
			typed[code] = h.words(code, n)
			for _, r := range typed[code] {
				if h.focused() == nil {
					break
				}
				h.focused().TypedRune(r)
				h.turns()
			}
		}
		at := slices.Index(h.s.page.codes, code)
		if h.w.Canvas().FocusNext(); h.focused() == fyne.Focusable(h.s.forth) {
			break
		}
		h.turns()
		if typed[code] != "" && h.focused() != h.s.page.firstOf(h.s.page.codes[at+1:]) {
			h.t.Errorf("from %s Tab leads to %q, %T", code, h.at(), h.focused())
		}
	}
	h.loop.Rest()
	return typed
}

// F-07: whoever types and presses Tab, and looks at the paper, loses nothing.
func TestWhatIsTypedAndTabbedLandsInItsField(t *testing.T) {
	for _, c := range []struct{ campaign, language string }{{"zno-2020", "uk"}, {"ort-2021", "ru"}} {
		for seed := range uint64(3) {
			t.Run(fmt.Sprint(c.campaign, seed), func(t *testing.T) {
				h := newTypist(t, c.campaign, c.language, seed)
				for at := range h.s.form.Steps {
					h.s.turnPage(at)
					typed := h.fillStep()
					for _, code := range h.s.page.codes {
						words, is := field.Typed(h.s.sheet.inputs[code])
						if !is || !canFocus(h.s.sheet.inputs[code].Focusable()) {
							continue
						}
						plain := strings.NewReplacer(" ", "", "+380", "", "+996", "").Replace(words)
						if typed[code] == "" || !strings.EqualFold(plain, typed[code]) {
							t.Errorf("step %d, %s: typed %q, holds %q", at, code, typed[code], words)
						}
					}
				}
			})
		}
	}
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
			h.write("5")
			if test.early {
				h.s.sheet.inputs["house"].Keep()
				loop.Rest()
			}
			h.w.Canvas().FocusNext()
			if h.at() != "flat" {
				t.Fatalf("Tab leads to %q, %T", h.at(), h.focused())
			}
			h.write("1")
			loop.Rest()
			h.write("2")
			if got := formText(h.w, "flat").Text; got != "12" {
				t.Errorf("the flat is %q", got)
			}
		})
	}
	t.Run("the button is reached without typing, and what is typed on it goes on", func(t *testing.T) {
		h, loop := atBuilding(t)
		h.w.Canvas().FocusNext()
		if h.at() != "" {
			t.Fatalf("Tab leads to %q", h.at())
		}
		h.write("1")
		h.write("2")
		if got := formText(h.w, "flat").Text; got != "12" || h.at() != "flat" {
			t.Errorf("the flat is %q, the keyboard at %q", got, h.at())
		}
		loop.Rest()
	})
	t.Run("backwards Tab comes to the field itself, past its question", func(t *testing.T) {
		h, loop := atBuilding(t)
		h.w.Canvas().Focus(h.s.sheet.inputs["flat"].Focusable())
		frametest.TabBack(h.w)
		if h.at() != "house" {
			t.Fatalf("back from the flat the keyboard is at %q, %T", h.at(), h.focused())
		}
		h.write("5")
		loop.Rest()
		if house, flat := formText(h.w, "house").Text, formText(h.w, "flat").Text; house != "5" || flat != "" {
			t.Errorf("the building is %q, the flat %q", house, flat)
		}
	})
	t.Run("what goes while it has the keyboard gives it to the next field", func(t *testing.T) {
		h, loop := atBuilding(t)
		h.w.Canvas().FocusNext()
		frametest.ChangeField(t, h.w, h.s.id, "house", "5")
		loop.Rest()
		if h.at() != "flat" {
			t.Errorf("the keyboard is at %q, %T", h.at(), h.focused())
		}
	})
}

// atBuilding is the form of somebody in a town whose building was not given, at that field.
func atBuilding(t *testing.T) (*typist, *frametest.Loop) {
	t.Helper()
	h := newTypist(t, "zno-2020", "uk", 1)
	h.loop.Dice = nil
	frametest.ChangeField(t, h.w, h.s.id, "settlement", "м. Вінниця")
	frametest.ChangeField(t, h.w, h.s.id, "street", "вул. Соборна")
	h.s.goToField("house")
	h.loop.Rest()
	if frametest.FindButton(h.s.sheet.inputs["house"].Object(), h.w.Say("form_screen.finding_confirm", nil)) == nil {
		t.Fatalf("nothing is asked:\n%s", frametest.Visible(h.w))
	}
	h.w.Canvas().Focus(h.s.sheet.inputs["house"].Focusable())
	return h, h.loop
}
