package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// formTypist fills the steps of a form by typing and the Tab key, while the registry answers when
// it likes.
type formTypist struct {
	formHands
	loop *frametest.Loop
	dice *rand.Rand
}

func newFormTypist(t *testing.T, campaign, language string, seed uint64) *formTypist {
	t.Helper()
	w, _ := frametest.WithDemo(t, campaign, language, 3)
	clearBoxes(w) // of a demonstration that was made on a later day
	id := frametest.IdsOf(t, w)[1]
	frametest.ClearFields(t, w, id)
	openForm(t, w, id, "")
	loop := &frametest.Loop{Dice: rand.New(rand.NewPCG(seed, 1))}
	w.Runner = loop.Runner()
	t.Cleanup(loop.Rest)
	openForm(t, w, id, "")
	loop.Rest()
	return &formTypist{formHands: formHands{frametest.Hands{T: t, W: w}, id}, loop: loop, dice: rand.New(rand.NewPCG(seed, 2))}
}

// turns lets some of the answers come.
func (h *formTypist) turns() {
	for range h.dice.IntN(5) {
		h.loop.Turn()
	}
	if h.dice.IntN(4) == 0 {
		h.loop.Ring()
	}
}

// goToField goes to a field as what leads there does.
func (h *formTypist) goToField(code string) {
	h.T.Helper()
	openForm(h.T, h.W, h.id, code)
	h.loop.Rest()
}

// turnPage goes to a step: to its first field, where it has any.
func (h *formTypist) turnPage(at int) {
	h.T.Helper()
	if fields := desktest.MustForm(h.T, h.W.Registrar(), h.id).Steps[at].Fields; len(fields) > 0 {
		h.goToField(fields[0].Code)
	} else {
		frametest.FindAll[*widgets.StepItem](frametest.PageIn(h.W))[at].Tapped(nil)
		h.loop.Rest()
	}
	if now := frametest.FormStep(h.W); now != at {
		h.T.Fatalf("step %d is shown, not %d", now, at)
	}
}

// focusFirst gives the keyboard to the first field of the step that takes it.
func (h *formTypist) focusFirst() {
	if first := h.firstBehind(""); first != nil {
		h.W.Canvas().Focus(first)
	}
}

// firstBehind is the first that takes the keyboard behind a field, "" for all; nil for none.
func (h *formTypist) firstBehind(code string) fyne.Focusable {
	all := frametest.FormFields(h.W)
	at := slices.IndexFunc(all, func(f frametest.FormField) bool { return f.Code == code })
	for _, f := range all[at+1:] {
		if o := f.Focusable(); o != nil {
			return o
		}
	}
	return nil
}

// words are what is typed into a field.
func (h *formTypist) words(code string, n int) string {
	switch h.W.Registrar().Campaign().Kind(code).Name {
	case registrar.KindPhone:
		return fmt.Sprintf("67%07d", 1234560+n)
	case registrar.KindDate:
		return fmt.Sprintf("%02d.03.2003", n%27+1)
	}
	return strings.Repeat("ї", n%5+2)
}

// fillStep types into every text field of the step, by Tab alone; it returns what was typed.
func (h *formTypist) fillStep() map[string]string {
	h.T.Helper()
	typed := map[string]string{}
	h.focusFirst()
	for n := range 60 {
		code := h.at()
		if code != "" && h.field(code).Entry() != nil && typed[code] == "" {
			h.Focused().(interface{ SetText(string) }).SetText("")
			typed[code] = h.words(code, n)
			for _, r := range typed[code] {
				if h.Focused() == nil {
					break
				}
				h.Focused().TypedRune(r)
				h.turns()
			}
		}
		if h.W.Canvas().FocusNext(); h.Focused() == fyne.Focusable(h.onward()) {
			break
		}
		h.turns()
		if typed[code] != "" && h.Focused() != h.firstBehind(code) {
			h.T.Errorf("from %s Tab leads to %q, %T", code, h.at(), h.Focused())
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
				h := newFormTypist(t, c.campaign, c.language, seed)
				for at := range desktest.MustForm(t, h.W.Registrar(), h.id).Steps {
					h.turnPage(at)
					typed := h.fillStep()
					for _, f := range frametest.FormFields(h.W) {
						if f.Entry() == nil || f.Focusable() == nil {
							continue
						}
						words := f.Entry().Text
						plain := strings.NewReplacer(" ", "", "+380", "", "+996", "").Replace(words)
						if typed[f.Code] == "" || !strings.EqualFold(plain, typed[f.Code]) {
							t.Errorf("step %d, %s: typed %q, holds %q", at, f.Code, typed[f.Code], words)
						}
					}
				}
			})
		}
	}
}
