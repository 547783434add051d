package form

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

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

// F-07: in another language, theme or size the keyboard stays in the middle of the word.
func TestTheKeyboardStaysInItsFieldWhenTheWindowIsBuiltAnew(t *testing.T) {
	for _, test := range []struct {
		name  string
		field string
		typed [2]string
		want  string
		anew  func(h *typist)
	}{
		{"a day in another theme", data.FieldBirthDate, [2]string{"0810", "5"}, "08105", func(h *typist) { h.w.OnDark() }},
		{"a place in another language", "settlement", [2]string{"Київ", "ська"}, "Київська", func(h *typist) { h.w.OnNextLanguage() }},
		{"a place in larger letters", "district", [2]string{"", "вий район"}, "вий район", func(h *typist) { h.w.Settings.Scale = 130; h.w.Anew() }},
		{"another theme twice", "settlement", [2]string{"Київ", "ська"}, "Київська", func(h *typist) { h.w.OnDark(); h.w.OnDark() }},
	} {
		for _, late := range []bool{false, true} {
			t.Run(fmt.Sprint(test.name, late), func(t *testing.T) {
				h := newTypist(t, "zno-2020", "uk", 1)
				h.loop.Dice = nil
				h.s.goToField(test.field)
				h.loop.Rest()
				formText(h.w, test.field).SetText("")
				frametest.Strike(h.w, test.typed[0])
				test.anew(h)
				h.s = formOf(h.w)
				if !late {
					h.loop.Rest()
				}
				frametest.Strike(h.w, test.typed[1])
				h.loop.Rest()
				if h.at() != test.field || formText(h.w, test.field).Text != test.want {
					t.Fatalf("the keyboard is at %q, the field holds %q", h.at(), formText(h.w, test.field).Text)
				}
			})
		}
	}
	t.Run("F-07 once the rest is typed and saved the step says so", func(t *testing.T) {
		h := newTypist(t, "zno-2020", "uk", 1)
		h.loop.Dice = nil
		h.s.goToField(data.FieldBirthDate)
		h.loop.Rest()
		formText(h.w, data.FieldBirthDate).SetText("")
		frametest.Strike(h.w, "0810")
		h.w.OnDark()
		h.s = formOf(h.w)
		h.loop.Rest()
		if frametest.Strike(h.w, "2003"); formText(h.w, data.FieldBirthDate).Text != "08102003" {
			t.Fatalf("it holds %q", formText(h.w, data.FieldBirthDate).Text)
		}
		frametest.Tab(h.w)
		h.loop.Rest()
		if got := frametest.Stored(t, h.w, h.s.id, data.FieldBirthDate); got != "2003-10-08" {
			t.Errorf("stored is %q", got)
		}
		frametest.MustNotSee(t, h.w, "є незбережене")
	})
	t.Run("F-07 nor does it say that of what was saved while the window was built anew", func(t *testing.T) {
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
	})
	t.Run("the cursor stays in the middle of the word", func(t *testing.T) {
		h := newTypist(t, "zno-2020", "uk", 1)
		h.loop.Dice = nil
		h.s.goToField("settlement")
		h.loop.Rest()
		formText(h.w, "settlement").SetText("")
		frametest.Strike(h.w, "Киська")
		h.press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
		h.w.OnDark()
		h.s = formOf(h.w)
		frametest.Strike(h.w, "їв")
		h.loop.Rest()
		if got := formText(h.w, "settlement").Text; got != "Київська" {
			t.Errorf("it holds %q", got)
		}
	})
}
