package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/ui/frame/frametest"
)

// F-07: in another language, theme or size the keyboard stays in the middle of the word.
func TestTheKeyboardStaysInItsFieldWhenTheWindowIsBuiltAnew(t *testing.T) {
	for _, test := range []struct {
		name  string
		field string
		typed [2]string
		want  string
		anew  func(h *formTypist)
	}{
		{"a day in another theme", data.FieldBirthDate, [2]string{"0810", "5"}, "08105", func(h *formTypist) { h.W.OnDark() }},
		{"a place in another language", "settlement", [2]string{"Київ", "ська"}, "Київська", func(h *formTypist) { h.W.OnNextLanguage() }},
		{"a place in larger letters", "district", [2]string{"", "вий район"}, "вий район", func(h *formTypist) { h.W.Settings.Scale = 130; h.W.Anew() }},
		{"another theme twice", "settlement", [2]string{"Київ", "ська"}, "Київська", func(h *formTypist) { h.W.OnDark(); h.W.OnDark() }},
	} {
		for _, late := range []bool{false, true} {
			t.Run(fmt.Sprint(test.name, late), func(t *testing.T) {
				h := newFormTypist(t, "zno-2020", "uk", 1)
				h.loop.Dice = nil
				h.goToField(test.field)
				h.field(test.field).Entry().SetText("")
				frametest.Strike(h.W, test.typed[0])
				test.anew(h)
				if !late {
					h.loop.Rest()
				}
				frametest.Strike(h.W, test.typed[1])
				h.loop.Rest()
				if h.at() != test.field || h.field(test.field).Entry().Text != test.want {
					t.Fatalf("the keyboard is at %q, the field holds %q", h.at(), h.field(test.field).Entry().Text)
				}
			})
		}
	}
	t.Run("F-07 once the rest is typed and saved the step says so", func(t *testing.T) {
		h := newFormTypist(t, "zno-2020", "uk", 1)
		h.loop.Dice = nil
		h.goToField(data.FieldBirthDate)
		h.field(data.FieldBirthDate).Entry().SetText("")
		frametest.Strike(h.W, "0810")
		h.W.OnDark()
		h.loop.Rest()
		if frametest.Strike(h.W, "2003"); h.field(data.FieldBirthDate).Entry().Text != "08102003" {
			t.Fatalf("it holds %q", h.field(data.FieldBirthDate).Entry().Text)
		}
		frametest.Tab(h.W)
		h.loop.Rest()
		if got := frametest.Stored(t, h.W, h.id, data.FieldBirthDate); got != "2003-10-08" {
			t.Errorf("stored is %q", got)
		}
		frametest.MustNotSee(t, h.W, "є незбережене")
	})
	t.Run("the cursor stays in the middle of the word", func(t *testing.T) {
		h := newFormTypist(t, "zno-2020", "uk", 1)
		h.loop.Dice = nil
		h.goToField("settlement")
		h.field("settlement").Entry().SetText("")
		frametest.Strike(h.W, "Киська")
		h.Press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
		h.W.OnDark()
		frametest.Strike(h.W, "їв")
		h.loop.Rest()
		if got := h.field("settlement").Entry().Text; got != "Київська" {
			t.Errorf("it holds %q", got)
		}
	})
}
