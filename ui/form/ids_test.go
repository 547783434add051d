package form

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// shownFields are the fields of the form in front, each shown in its step when it is asked
// for.
type shownFields struct {
	t  testing.TB
	w  *frame.Window
	id string
}

func (s *shownFields) input(code string) field.Input {
	s.t.Helper()
	formOf(s.w).goToField(code)
	in := formOf(s.w).sheet.inputs[code]
	if in == nil {
		s.t.Fatalf("there is no field %s in:\n%s", code, frametest.Visible(s.w))
	}
	return in
}

// words are those of a field in one line; what is folded on the screen is one text.
func (s *shownFields) words(code string) string {
	s.t.Helper()
	var said []string
	frametest.Collect(s.input(code).Object(), &said)
	return strings.Join(strings.Fields(strings.Join(said, " ")), " ")
}

func (s *shownFields) sees(code string, words ...string) {
	s.t.Helper()
	all := s.words(code)
	for _, word := range words {
		if !strings.Contains(all, strings.Join(strings.Fields(word), " ")) {
			s.t.Errorf("nobody sees %q in %q", word, all)
		}
	}
}

// change writes values past the inputs.
func (s *shownFields) change(values ...registrar.Assign) {
	s.t.Helper()
	if _, err := s.w.Registrar().Table.Change(frametest.Ctx, s.id, values); err != nil {
		s.t.Fatal(err)
	}
}

// typed types words into a field and leaves it.
func (s *shownFields) typed(code, words string) {
	s.t.Helper()
	s.w.Canvas().Focus(s.input(code).Focusable())
	frametest.TypeFocused(s.w, words)
	frametest.Enter(s.w.Canvas().Focused())
}

func (s *shownFields) stored(field, want string) {
	s.t.Helper()
	if got := frametest.Stored(s.t, s.w, s.id, field); got != want {
		s.t.Errorf("%s is %q, not %q", field, got, want)
	}
}

func TestKyrgyzStepsByID(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	id := frametest.IdsOf(t, w)[0]
	openForm(w, id)
	h := handsOf(t, w)
	t.Run("KG-048 the fourth step has the switch «Я льготник», for the keyboard too", func(t *testing.T) {
		formOf(w).turnPage(3)
		frametest.MustSee(t, w, "Паспорт и льготы", "Я льготник")
		for _, want := range []string{"yes", ""} {
			w.Canvas().Focus(formOf(w).sheet.inputs["privileged"].Focusable())
			h.Write(" ")
			if got := frametest.Stored(t, w, id, "privileged"); got != want || asks(w, data.FieldPrivileges) != (want != "") {
				t.Errorf("stored %q, the privileges are asked for: %v", got, asks(w, data.FieldPrivileges))
			}
		}
	})
	t.Run("KG-045 KG-043 D12 «Следующий шаг» wants settlement and street, no second phone, no house", func(t *testing.T) {
		for _, field := range []string{"phone2", "house", "flat", "district", "region", "settlement", "street"} {
			frametest.ChangeField(t, w, id, field, "")
		}
		formOf(w).turnPage(1)
		if got := formOf(w).forth.Text; got != "Следующий шаг" {
			t.Errorf("the button says %q", got)
		}
		h.Forth()
		for field, words := range map[string]string{"settlement": "«Город или село»", "street": "«Улица»"} {
			atStep(t, w, "address")
			frametest.MustSee(t, w, "Перейти дальше пока нельзя", words)
			frametest.ChangeField(t, w, id, field, "с. Шарк")
			h.Forth()
		}
		atStep(t, w, "subjects")
	})
	t.Run("KG-049 D11 each privilege is there, each said to be an example", func(t *testing.T) {
		s := &shownFields{t, w, id}
		s.change(registrar.Assign{Field: "privileged", Value: "yes"})
		all := w.Registrar().Campaign().Privileges
		for _, p := range all {
			s.sees(data.FieldPrivileges, p.Title)
		}
		if got := strings.Count(s.words(data.FieldPrivileges), w.Say("input.example", nil)); got != len(all) {
			t.Errorf("%d of %d say so", got, len(all))
		}
	})
}

func TestUkrainianStepsByID(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	id := frametest.IdsOf(t, w)[0]
	openForm(w, id)
	kit := func(t *testing.T) string {
		t.Helper()
		for at := range formOf(w).form.Steps {
			if formOf(w).form.Steps[at].Code == "kit" {
				formOf(w).turnPage(at)
				return frametest.Visible(w)
			}
		}
		t.Fatal("there is no step of the kit")
		return ""
	}
	t.Run("UA-016 the step of the kit has the papers of all the person's categories", func(t *testing.T) {
		papers := map[string]string{
			data.FieldCategory + "=past_years":       "Копія документа про повну загальну середню освіту",
			data.FieldConditions + "=0104":           "Медичний висновок про створення особливих (спеціальних) умов",
			"names_differ=yes":                       "Копія свідоцтва про зміну імені, та/або свідоцтва про шлюб",
			"documents_language=foreign":             "Копія нотаріально засвідченого перекладу",
			data.FieldAdditionalReason + "=religion": "Заява щодо надання можливості пройти зовнішнє оцінювання",
		}
		for answer, paper := range papers {
			if words := kit(t); strings.Contains(words, paper) {
				t.Errorf("before %s there is %s", answer, paper)
			}
			field, value, _ := strings.Cut(answer, "=")
			frametest.ChangeField(t, w, id, field, value)
		}
		kit(t)
		for _, paper := range papers {
			frametest.MustSee(t, w, paper)
		}
	})
	t.Run("UA-005 UA-006 UA-144 with their form and source; the conclusion is the clinic's original", func(t *testing.T) {
		kit(t)
		frametest.MustSee(t, w, "Реєстраційна картка", "Копія паспорта громадянина України", "Порядок, розділ IV, п. 2.1", w.Say("help_screen.form_copy", nil),
			w.Say("help_screen.form_original", nil), "Видає заклад охорони здоров’я")
	})
	s := &shownFields{t, w, id}
	t.Run("UA-116 who goes to the additional session hears where it is", func(t *testing.T) {
		s.sees("additional_reason", "за місцем розташування регіональних центрів (за можливості)")
	})
	t.Run("UA-110 to UA-115 D2 six reasons in the words of the order, and one's own", func(t *testing.T) {
		for i := range w.Registrar().Campaign().AdditionalReasons {
			s.sees("additional_reason", w.Registrar().Campaign().AdditionalReasons[i].Title)
		}
		s.change(registrar.Assign{Field: data.FieldAdditionalReason, Value: "other"}, registrar.Assign{Field: "additional_note", Value: ""})
		s.sees("additional_note", "Причина своїми словами *", "«Причина своїми словами»: не заповнено")
		s.typed("additional_note", "рішення центру від 1 лютого")
		s.stored("additional_note", "рішення центру від 1 лютого")
	})
	t.Run("UA-137 UA-145 the whole text of every code, its footnote, and the order that it is of", func(t *testing.T) {
		all := s.words(data.FieldConditions)
		for _, c := range w.Registrar().Campaign().Conditions {
			for _, words := range []string{c.Code, c.Title, c.Footnote} {
				if !strings.Contains(all, words) {
					t.Errorf("nobody sees of %s %q", c.Code, words)
				}
			}
		}
		s.change(registrar.Assign{Field: data.FieldMarks, Value: ""}, registrar.Assign{Field: data.FieldConditions, Value: "0206"})
		s.sees(data.FieldConditions, "29.08.2016 № 1027/900", "0206", "інвалідн")
	})
}

func TestSeparateRouteInTheForm(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	id := frametest.IdsOf(t, w)[0]
	frametest.ChangeField(t, w, id, data.FieldMarks, "deep_visual_impairment")
	openForm(w, id)
	t.Run("UA-142 UA-143 D9 the form says that it is stopped, and leads to the call", func(t *testing.T) {
		for category, words := range map[string]string{"school_current": "реєструють за окремим порядком", "past_years": "реєструє пункт реєстрації"} {
			frametest.ChangeField(t, w, id, data.FieldCategory, category)
			formOf(w).goToField(data.FieldMarks)
			frametest.MustSee(t, w, words)
			frametest.Tap(t, w, w.Say("form_screen.finding_call", nil))
			frametest.MustSee(t, w, "Харківський регіональний центр", "Записати дзвінок")
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if len(w.Boxes()) > 0 {
				t.Fatalf("%d dialogs are open", len(w.Boxes()))
			}
		}
	})
}
