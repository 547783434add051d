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
		{"a day in another theme", data.FieldBirthDate, [2]string{"0810", "5"}, "08105", func(h *formTypist) { h.w.OnDark() }},
		{"a place in another language", "settlement", [2]string{"Київ", "ська"}, "Київська", func(h *formTypist) { h.w.OnNextLanguage() }},
		{"a place in larger letters", "district", [2]string{"", "вий район"}, "вий район", func(h *formTypist) { h.w.Settings.Scale = 130; h.w.Anew() }},
		{"another theme twice", "settlement", [2]string{"Київ", "ська"}, "Київська", func(h *formTypist) { h.w.OnDark(); h.w.OnDark() }},
	} {
		for _, late := range []bool{false, true} {
			t.Run(fmt.Sprint(test.name, late), func(t *testing.T) {
				h := newFormTypist(t, "zno-2020", "uk", 1)
				h.loop.Dice = nil
				h.goToField(test.field)
				h.field(test.field).Entry().SetText("")
				frametest.Strike(h.w, test.typed[0])
				test.anew(h)
				if !late {
					h.loop.Rest()
				}
				frametest.Strike(h.w, test.typed[1])
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
		frametest.Strike(h.w, "0810")
		h.w.OnDark()
		h.loop.Rest()
		if frametest.Strike(h.w, "2003"); h.field(data.FieldBirthDate).Entry().Text != "08102003" {
			t.Fatalf("it holds %q", h.field(data.FieldBirthDate).Entry().Text)
		}
		frametest.Tab(h.w)
		h.loop.Rest()
		if got := frametest.Stored(t, h.w, h.id, data.FieldBirthDate); got != "2003-10-08" {
			t.Errorf("stored is %q", got)
		}
		frametest.MustNotSee(t, h.w, "є незбережене")
	})
	t.Run("the cursor stays in the middle of the word", func(t *testing.T) {
		h := newFormTypist(t, "zno-2020", "uk", 1)
		h.loop.Dice = nil
		h.goToField("settlement")
		h.field("settlement").Entry().SetText("")
		frametest.Strike(h.w, "Киська")
		h.press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
		h.w.OnDark()
		frametest.Strike(h.w, "їв")
		h.loop.Rest()
		if got := h.field("settlement").Entry().Text; got != "Київська" {
			t.Errorf("it holds %q", got)
		}
	})
}
