package field

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
)

// UA-045 F-11: what is proposed stands pale in the empty field and on a button; what is written
// by hand is kept, and emptied it gives the proposal back.
func TestTheGenitiveIsProposed(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	s := newInputSheet(t, w)
	s.change(registrar.Assign{Field: data.FieldSurname, Value: "Кисіль"}, registrar.Assign{Field: data.FieldSex, Value: "ч"})
	in := s.inputs["surname_genitive"].(*textInput)
	t.Run("F-11 the proposal is pale, and nothing is filled in", func(t *testing.T) {
		if in.entry.PlaceHolder != "Киселя" || in.entry.Text != "" {
			t.Errorf("%q, pale %q", in.entry.Text, in.entry.PlaceHolder)
		}
		s.stored("surname_genitive", "")
		frametest.Shot(t, w, "genitive-proposed")
	})
	t.Run("F-11 one press takes it", func(t *testing.T) {
		frametest.FindButton(in.Object(), "Встановити: Киселя").Tapped(nil)
		s.stored("surname_genitive", "Киселя")
		if in.take.Visible() {
			t.Error("the button is there still")
		}
	})
	t.Run("F-11 what is written by hand, and emptied", func(t *testing.T) {
		s.change(registrar.Assign{Field: "surname_genitive", Value: "Кисіля"})
		if in.entry.Text != "Кисіля" || in.take.Visible() {
			t.Errorf("%q, button %v", in.entry.Text, in.take.Visible())
		}
		s.change(registrar.Assign{Field: "surname_genitive", Value: ""})
		if in.entry.Text != "" || in.entry.PlaceHolder != "Киселя" || !in.take.Visible() {
			t.Errorf("%q, pale %q, button %v", in.entry.Text, in.entry.PlaceHolder, in.take.Visible())
		}
	})
	t.Run("F-11 another surname has another proposal, and asks about what was written", func(t *testing.T) {
		s.change(registrar.Assign{Field: "surname_genitive", Value: "Кисіля"})
		s.change(registrar.Assign{Field: data.FieldSurname, Value: "Лебідь"})
		under := s.inputs[data.FieldSurname]
		if button := frametest.FindButton(under.Object(), "Встановити: Лебедя"); button == nil {
			t.Fatalf("no button in %v", s.words(under))
		} else {
			frametest.Shot(t, w, "genitive-former")
			button.Tapped(nil)
		}
		s.stored("surname_genitive", "Лебедя")
	})
}
