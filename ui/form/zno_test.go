package form

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// tick puts a tick into the box of a code, with the arrows where they lead there.
func (h hands) tick(o fyne.Focusable) {
	h.t.Helper()
	h.tabTo(o)
	h.write(" ")
}

// subjectLine is what stands in the line of a subject: its box, its level, where it has
// levels, and the box that counts it as a final mark.
type subjectLine struct {
	tick, attest *widgets.Tick
	level        fyne.Focusable
	words        fyne.CanvasObject
}

// subjectLines are those of the form, by the codes of the subjects.
func subjectLines(w *frame.Window) map[string]subjectLine {
	lines := map[string]subjectLine{}
	for _, line := range frametest.FindAll[*fyne.Container](formOf(w).sheet.inputs[data.FieldSubjects].Object()) {
		if _, is := line.Layout.(*widgets.Columns); !is {
			continue
		}
		ticks := frametest.FindAll[*widgets.Tick](line)
		found := subjectLine{tick: ticks[0], attest: ticks[1], words: line.Objects[0]}
		for _, level := range frametest.FindAll[interface {
			fyne.Focusable
			SelectedIndex() int
		}](line) {
			found.level = level
		}
		var said []string
		frametest.Collect(line.Objects[0], &said)
		for _, s := range w.Registrar().Campaign().Subjects {
			if strings.Join(strings.Fields(strings.Join(said, " ")), " ") == s.Title {
				lines[s.Code] = found
			}
		}
	}
	return lines
}

func TestZNOFormByKeyboardAlone(t *testing.T) {
	list.In(t)
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	id := frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Яна", "class", "11-А")
	h := hands{t, w}
	is := func(field, want string) {
		t.Helper()
		if got := frametest.Stored(t, w, id, field); got != want {
			t.Errorf("%s is %q, not %q", field, got, want)
		}
	}
	openByEnter(t, w)
	frametest.MustSee(t, w, "Реєстраційна картка", "Сорока Яна")
	t.Run("UA-028 UA-029 name, patronymic if there is one, birth date", func(t *testing.T) {
		h.fill("card_number", "1234567", data.FieldPatronymic, "Юріївна")
		h.choose(data.FieldSex, 2)
		h.fill(data.FieldBirthDate, "05.03.2003")
		h.forth()
		is(data.FieldPatronymic, "Юріївна")
		is(data.FieldBirthDate, "2003-03-05")
		atStep(t, w, "document")
	})
	t.Run("UA-030 the kind of document, its series only where it has one, its number", func(t *testing.T) {
		h.choose(data.FieldDocumentKind, 2)
		if asks(w, data.FieldDocumentSeries) {
			t.Error("an ID card has no series")
		}
		h.fill(data.FieldDocumentNumber, "123456789")
		h.forth()
		is(data.FieldDocumentNumber, "123456789")
		atStep(t, w, "contacts")
	})
	t.Run("UA-031 UA-032 two phones and the postal address", func(t *testing.T) {
		h.fill(data.FieldPhone, "050 000 01 11", "phone2", "0500000112", "postal_index", "61000", "region", "Харківська", "settlement", "Тихоозерськ", "street", "вул. Озерна", "house", "7")
		h.forth()
		is(data.FieldPhone, "+380500000111")
		is("phone2", "+380500000112")
		is("postal_index", "61000")
		atStep(t, w, "category")
	})
	t.Run("UA-033 UA-034 UA-035 category, institution and class", func(t *testing.T) {
		frametest.MustSee(t, w, "Випускник закладу загальної середньої освіти поточного навчального року", w.Registrar().School().Name, "11-А")
		is(data.FieldCategory, "school_current")
		h.forth()
		atStep(t, w, "subjects")
	})
	t.Run("UA-038 UA-039 subjects with their level, and which count for ДПА", func(t *testing.T) {
		for _, code := range []string{"ukrainian", "mathematics", "english"} {
			row := subjectLines(w)[code]
			h.tick(row.tick)
			if row.level != nil {
				h.tabTo(row.level)
				h.press(fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn)
			}
			h.tick(row.attest)
		}
		h.forth()
		is(data.FieldSubjects, "ukrainian,mathematics,english:standard")
		is(data.FieldAttestation, "ukrainian,mathematics,english")
		atStep(t, w, "stay")
	})
	t.Run("UA-041 the language of the tasks may be chosen", func(t *testing.T) {
		h.choose(data.FieldLanguage, 1)
		h.forth()
		is(data.FieldLanguage, "uk")
		atStep(t, w, "conditions")
	})
	t.Run("UA-042 UA-137 number and date of the medical conclusion come with the first condition", func(t *testing.T) {
		h.fill(data.FieldConditions, "0101")
		h.press(fyne.KeyReturn)
		is(data.FieldConditions, "0101")
		h.fill("medical_number", "17", "medical_date", "10.01.2020")
		// Shift and Tab lead back to the search.
		for h.focused() != fyne.Focusable(formOf(w).sheet.inputs[data.FieldConditions].Focusable()) {
			w.Canvas().FocusPrevious()
		}
		h.write("0101")
		h.press(fyne.KeyReturn)
		is(data.FieldConditions, "")
		if asks(w, "medical_number") {
			t.Error("they have stayed without a condition")
		}
		for stepOf(formOf(w)) != reviewPlace {
			h.forth()
		}
		is("medical_number", "17")
		is("medical_date", "2020-01-10")
	})
	t.Run("the review of a campaign that does not finish says that nothing is missing", func(t *testing.T) {
		for _, f := range formOf(w).findings() {
			t.Errorf("still %s of %s: %s", f.Severity, f.Field, w.Phrase(f))
		}
		frametest.MustSee(t, w, "помилок немає", "Нічого не бракує", "Англійська мова (рівень", "стандарту)", "вул. Озерна")
		if strings.Contains(frametest.Visible(w), "Натисніть для завершення") {
			t.Error("there is something to press")
		}
		h.press(fyne.KeyReturn)
		if w.Current() != frame.Graduates {
			t.Error("the button does not leave the form")
		}
	})
}

func TestFieldsOfOtherCategories(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	id := frametest.AddGraduate(t, w, "surname", "Сорока", "given_name", "Яна")
	openForm(w, id)
	s := formOf(w)
	shows := func(step, title string) {
		t.Helper()
		s.goToField(step)
		frametest.MustSee(t, w, title)
	}
	t.Run("UA-036 the level of qualification is asked of who learns a trade", func(t *testing.T) {
		frametest.ChangeField(t, w, id, data.FieldCategory, "vocational_current")
		shows("qualification_level", "Освітньо-кваліфікаційний рівень")
	})
	t.Run("UA-037 UA-040 who left school earlier gives the document of education and the place of stay", func(t *testing.T) {
		frametest.ChangeField(t, w, id, data.FieldCategory, "past_years")
		shows("education_document", "Документ про повну загальну середню освіту")
		shows("exam_settlement", "Населений пункт перебування")
	})
	t.Run("UA-043 without an address in Ukraine e-mail and centre must be filled, the index not", func(t *testing.T) {
		frametest.ChangeField(t, w, id, data.FieldMarks, "no_ukrainian_address")
		shows("email", "Електронна пошта *")
		frametest.MustSee(t, w, "Регіональний центр *")
		if strings.Contains(frametest.Visible(w), "Поштовий індекс *") {
			t.Error("the index is asked for")
		}
	})
}

func TestNotedByHand(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	id := frametest.AddGraduate(t, w, "surname", "Верболоз", "given_name", "Марія", "marks", "deep_visual_impairment")
	if err := w.Registrar().Table.Record(frametest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "Петренко: окремий порядок"}); err != nil {
		t.Fatal(err)
	}
	openForm(w, id)
	formOf(w).turnPage(len(formOf(w).form.Steps))
	t.Run("UA-142 a call is on the review, with whom and what was answered", func(t *testing.T) {
		frametest.MustSee(t, w, "Записано вручну", "Дзвінок до центру", "Петренко: окремий порядок")
	})
	t.Run("F-05 it can be taken back", func(t *testing.T) {
		field.TakeBack(w, id, data.FactCalled, "1")
		if strings.Contains(frametest.Visible(w), "Петренко") || !strings.Contains(frametest.Visible(w), "окремим порядком") {
			t.Errorf("the review shows\n%s", frametest.Visible(w))
		}
	})
}
