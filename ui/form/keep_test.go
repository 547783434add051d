package form

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// formText is the entry of a field that is typed.
func formText(w *frame.Window, code string) *widgets.Entry {
	return entryIn(formOf(w).sheet.inputs[code])
}

// entryIn is the entry of an input.
func entryIn(in field.Input) *widgets.Entry {
	if date, is := in.Focusable().(*widgets.DateEntry); is {
		return &date.Entry
	}
	return in.Focusable().(*widgets.Entry)
}

func TestFormIsKept(t *testing.T) {
	list.In(t)
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	ids := frametest.IdsOf(t, w)
	openForm(w, ids[1])
	h := handsOf(t, w)
	formOf(w).goToField("settlement")
	formText(w, "house").SetText("")
	h.tab("house")
	h.Write("17а")
	t.Run("KG-060 F-07 leaving keeps what was typed and not left yet, and opens at the same step", func(t *testing.T) {
		frametest.Tap(t, w, "Выйти из формы")
		if got := frametest.Stored(t, w, ids[1], "house"); got != "17а" {
			t.Errorf("stored %q", got)
		}
		if w.Canvas().Focused() != frametest.ListIn(t, w).Focusable() || frametest.ListIn(t, w).Cursor() != ids[1] {
			t.Errorf("the keyboard is at %T, the list at another", w.Canvas().Focused())
		}
		openForm(w, ids[0])
		openForm(w, ids[1])
		atStep(t, w, "address")
	})
	t.Run("KG-060 after a restart too; the settings hold ids and codes only", func(t *testing.T) {
		content, err := os.ReadFile(filepath.Join(w.Home, "settings.json"))
		if err != nil || !strings.Contains(string(content), `"step": "address"`) {
			t.Fatalf("%s, %v", content, err)
		}
		row, err := w.Registrar().Table.Find(ids[1])
		if err != nil {
			t.Fatal(err)
		}
		for _, personal := range []string{row.Graduate.Surname, row.Graduate.GivenName, "17а", row.Graduate.Phone} {
			if strings.Contains(string(content), personal) {
				t.Errorf("the settings hold %q", personal)
			}
		}
		again := frametest.Reopened(t, w)
		openForm(again, ids[1])
		atStep(t, again, "address")
	})
}

func TestNothingTypedIsLost(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	ids := frametest.IdsOf(t, w)
	openForm(w, ids[0])
	h := handsOf(t, w)
	formOf(w).goToField(data.FieldBirthDate)
	birth := formText(w, data.FieldBirthDate)
	birth.SetText("")
	h.tab(data.FieldBirthDate)
	h.Write("31.02.2003")
	typed := func(t *testing.T) {
		t.Helper()
		formOf(w).goToField(data.FieldBirthDate)
		if got := formText(w, data.FieldBirthDate).Text; got != "31.02.2003" {
			t.Errorf("the field holds %q", got)
		}
		frametest.MustSee(t, w, "такого дня немає")
	}
	t.Run("F-07 a refused value waits in its step, which says so; free steps are left nevertheless", func(t *testing.T) {
		h.Forth()
		atStep(t, w, "document")
		frametest.MustSee(t, w, "є незбережене")
		typed(t)
	})
	t.Run("F-07 it waits while another graduate is shown", func(t *testing.T) {
		formOf(w).OnNeighbour(1)
		formOf(w).goToField(data.FieldBirthDate)
		if got := formText(w, data.FieldBirthDate).Text; formOf(w).id != ids[1] || got == "31.02.2003" {
			t.Fatalf("the next graduate is %s, born %q", formOf(w).id, got)
		}
		formOf(w).OnNeighbour(-1)
		typed(t)
	})
	t.Run("F-07 it outlives another language", func(t *testing.T) {
		w.ChangeLanguage("en")
		w.ChangeLanguage("uk")
		typed(t)
	})
	t.Run("closing the window asks about it", func(t *testing.T) {
		w.Quit()
		frametest.MustSee(t, w, "Вийти без збереження?", "Тут лишилося незбережене")
		frametest.Tap(t, w, "Залишитися")
		frametest.KeyEscape(formText(w, data.FieldBirthDate))
	})
	t.Run("Esc gives the value back, and the list of steps says no more that it is not saved", func(t *testing.T) {
		frametest.MustNotSee(t, w, "є незбережене")
	})
}

func TestFieldsComeAndGo(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	openForm(w, frametest.IdsOf(t, w)[0])
	s := formOf(w)
	s.goToField("names_differ")
	h := handsOf(t, w)
	number := formText(w, data.FieldDocumentNumber)
	number.SetText("12345")
	h.Write(" ")
	if !asks(w, "other_surname") {
		t.Fatalf("the fields have not come: %v", s.page.codes)
	}
	if h.Focused() != s.sheet.inputs["names_differ"].Focusable() {
		t.Error("the focus has gone")
	}
	if number != formText(w, data.FieldDocumentNumber) || number.Text != "12345" {
		t.Errorf("the number is %q: what is typed must stay", number.Text)
	}
	h.Write(" ")
	if asks(w, "other_surname") || h.Focused() != s.sheet.inputs["names_differ"].Focusable() {
		t.Error("the fields have stayed, or the focus has gone with them")
	}
	frametest.KeyEscape(number)
}

func TestJumps(t *testing.T) {
	t.Run("KG-043 KG-044 the button holds up at the first error, the list of steps opens every step", func(t *testing.T) {
		w, _ := frametest.Empty(t, "ort-2021", "ru")
		openForm(w, frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Асан", "given_name", "Айгүл"))
		h := handsOf(t, w)
		formOf(w).onForth()
		atStep(t, w, "personal")
		frametest.MustSee(t, w, "Перейти дальше пока нельзя", "«Пол»", "Другие шаги открываются слева")
		h.W.Canvas().Focus(formOf(w).steps.items[0])
		h.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		atStep(t, w, "subjects")
		frametest.MustNotSee(t, w, "Перейти дальше пока нельзя")
		formOf(w).onJump(4)
		atStep(t, w, "photo")
		formOf(w).onJump(len(formOf(w).form.Steps))
		frametest.MustSee(t, w, "ошиб")
		if formOf(w).finishable() {
			t.Error("it can be finished")
		}
		formOf(w).onJump(0)
		atStep(t, w, "personal")
	})
	t.Run("a free form is jumped anywhere", func(t *testing.T) {
		w, _ := frametest.Empty(t, "zno-2020", "uk")
		openForm(w, frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Яна"))
		formOf(w).onJump(4)
		atStep(t, w, "subjects")
		formOf(w).onJump(len(formOf(w).form.Steps))
		frametest.MustSee(t, w, "помилок")
	})
	t.Run("who only looks is not held up", func(t *testing.T) {
		w, _ := frametest.Empty(t, "ort-2021", "ru")
		id := frametest.AddGraduate(t, w, "phone", "0555000101", "surname", "Асанова", "given_name", "Айгүл")
		openForm(w, id)
		if err := w.Registrar().Table.Remove(frametest.Ctx, []string{id}, ""); err != nil {
			t.Fatal(err)
		}
		formOf(w).onForth()
		atStep(t, w, "address")
	})
}

func TestNeighbours(t *testing.T) {
	list.In(t)
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	rows := frametest.ListIn(t, w).Rows()
	frametest.ListIn(t, w).MoveTo(rows[1].Key)
	openByEnter(t, w)
	want := []string{rows[1].Key, rows[2].Key, rows[1].Key}
	got := []string{formOf(w).id}
	for _, by := range []int{1, -1} {
		formOf(w).OnNeighbour(by)
		got = append(got, formOf(w).id)
	}
	if !slices.Equal(got, want) {
		t.Errorf("went to %v, want %v", got, want)
	}
	openForm(w, rows[0].Key)
	if !formOf(w).previous.Disabled() || formOf(w).next.Disabled() {
		t.Error("before the first there is nobody")
	}
}

// Every finding of the review leads to its place, and what it proposes is taken: each that anybody
// of the demonstration has, with the first who has it.
func TestFindingsOfTheForm(t *testing.T) {
	for campaign, language := range map[string]string{"ort-2021": "ru", "zno-2020": "uk"} {
		w, _ := frametest.WithDemo(t, campaign, language, 30)
		seen := map[string]bool{}
		for _, id := range frametest.IdsOf(t, w) {
			if !findsMore(desktest.MustForm(t, w.Registrar(), id), seen) {
				continue
			}
			openForm(w, id)
			s := formOf(w)
			for _, f := range s.form.Findings() {
				if w.Registrar().Campaign().StepOf(f.Field) == "" {
					continue
				}
				s.onGo(f)
				if in := s.sheet.inputs[field.Of(f.Field)]; in == nil || in.Focusable() != nil && w.Canvas().Focused() != in.Focusable() {
					t.Errorf("%s: %s of %s leads elsewhere", campaign, f.Rule, f.Field)
				}
			}
		}
	}
}

// findsMore notes the findings of a form by rule and field, and says that one of them is new.
func findsMore(f form.Form, seen map[string]bool) (more bool) {
	found := desktest.Rules(f.Rest)
	for _, step := range f.Steps {
		found = append(found, desktest.Rules(step.Findings)...)
	}
	for _, one := range found {
		more = more || !seen[one]
		seen[one] = true
	}
	return more
}

// A refused value outlives a change of language or theme that was made while another page
// was in front: it is seen again in the form, and closing asks about it.
func TestRefusedOutlivesAnotherLookElsewhere(t *testing.T) {
	list.In(t)
	for name, change := range map[string]func(w *frame.Window){
		"language": func(w *frame.Window) { w.ChangeLanguage("en") },
		"theme":    (*frame.Window).OnDark,
	} {
		t.Run("F-07 "+name, func(t *testing.T) {
			w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
			ids := frametest.IdsOf(t, w)
			openForm(w, ids[0])
			formOf(w).goToField(data.FieldBirthDate)
			formText(w, data.FieldBirthDate).SetText("31.02.2003")
			formOf(w).onExit()
			if !w.InFront(frame.Graduates) {
				t.Fatalf("in front is %s", w.Current())
			}
			change(w)
			w.Quit()
			frametest.MustSee(t, w, w.Say("ui.unsaved_title", nil))
			for _, want := range []string{frametest.GraduateOf(t, w, ids[0]).FullName(), w.TitleOfField(data.FieldBirthDate)} {
				if said := frame.OneLine(frametest.DialogWords(w)); !strings.Contains(said, want) {
					t.Errorf("it is asked about %q, not about %s", said, want)
				}
			}
			frametest.Tap(t, w, w.Say("ui.stay", nil))
			change(w)
			openForm(w, ids[0])
			formOf(w).goToField(data.FieldBirthDate)
			if got := formText(w, data.FieldBirthDate).Text; got != "31.02.2003" {
				t.Errorf("the field holds %q", got)
			}
			w.Quit()
			frametest.MustSee(t, w, w.Say("ui.unsaved_title", nil))
			frametest.Tap(t, w, w.Say("ui.stay", nil))
			frametest.KeyEscape(formText(w, data.FieldBirthDate))
		})
	}
}
