package field

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
)

func TestInputsOfTheUkrainianForm(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	s := newInputSheet(t, w)
	t.Run("UA-030 kind, series and number of the document", func(t *testing.T) {
		s.choose("document_kind", "Паспорт громадянина України (книжечка)")
		s.stored("document_kind", "passport_book")
		s.typed("document_series", "кв")
		s.typed("document_number", "12345")
		s.stored("document_series", "КВ")
		if got := s.text("document_series").entry.Text; got != "КВ" {
			t.Errorf("the stored form is not shown: %q", got)
		}
		s.sees("document_number", "Номер документа *", "не схожий на номер", "Підстава: Порядок, розділ IV, п. 5.3")
		s.typed("document_number", "123456")
		if strings.Contains(strings.Join(s.words(s.inputs["document_number"]), " "), "не схожий") {
			t.Error("the finding is mended and still there")
		}
	})
	t.Run("UA-031 two phones as people write them", func(t *testing.T) {
		s.typed("phone2", "050 000 00 77")
		s.stored("phone2", "+380500000077")
		if got := s.text("phone2").entry.Text; got != registrar.FormatPhone("+380500000077") {
			t.Errorf("shown %q", got)
		}
	})
	t.Run("UA-032 the address with its index", func(t *testing.T) {
		for field, words := range map[string]string{"postal_index": "61000", "settlement": "с. Ґедзівка", "street": "вул. Їжакова", "house": "3-А"} {
			s.typed(field, words)
			s.stored(field, words)
		}
		s.sees("postal_index", "П’ять цифр, наприклад 61000.")
	})
	t.Run("UA-033 the category, its long titles in full", func(t *testing.T) {
		s.sees("category", "Випускник закладу загальної середньої освіти поточного навчального року", "Учень (слухач) закладу професійної (професійно-технічної) освіти")
		s.choose("category", "Учень (слухач) закладу професійної (професійно-технічної) освіти")
		s.stored("category", "vocational_current")
		if got := s.choice("category").Values()[0].Value; got != "vocational_current" {
			t.Errorf("ticked %v", got)
		}
	})
	t.Run("UA-034 the institution is that of the school and nobody types it", func(t *testing.T) {
		s.sees("institution", "Заклад освіти", "Тихоозерський ліцей", "у налаштуваннях")
		if s.inputs["institution"].Focusable() != nil {
			t.Error("it takes the focus")
		}
	})
	t.Run("UA-036 the qualification level", func(t *testing.T) {
		s.typed("qualification_level", "кваліфікований робітник")
		s.stored("qualification_level", "кваліфікований робітник")
	})
	t.Run("UA-035 the class", func(t *testing.T) {
		s.choose("category", "Випускник закладу загальної середньої освіти поточного навчального року")
		s.typed("class", "11а")
		s.stored("class", "11-А")
	})
	t.Run("UA-037 UA-040 the earlier document and the place of stay of the past years", func(t *testing.T) {
		s.choose("category", "Випускник минулих років")
		for field, words := range map[string]string{"education_document": "ХА 12345678", "education_year": "2018", "exam_settlement": "м. Суми"} {
			s.typed(field, words)
			s.stored(field, words)
		}
		s.choose("category", "Випускник закладу загальної середньої освіти поточного навчального року")
	})
	t.Run("UA-041 the language of tasks, which can be left out again", func(t *testing.T) {
		s.choose("language", "польська")
		s.stored("language", "pl")
		s.choose("language", w.Say("ui.not_said", nil))
		s.stored("language", "")
	})
	t.Run("UA-042 number and day of the medical conclusion, typed or picked", func(t *testing.T) {
		s.change(registrar.Assign{Field: "conditions", Value: "0104"})
		s.typed("medical_number", "17/20")
		s.typed("medical_date", "3.2.20")
		s.stored("medical_number", "17/20")
		s.stored("medical_date", "2020-02-03")
		date := s.text("medical_date").date
		if date.LastYear != 2020 {
			t.Errorf("the calendar ends in %d", date.LastYear)
		}
		date.SetISO("2020-01-31")
		date.OnPicked("2020-01-31")
		s.stored("medical_date", "2020-01-31")
	})
	t.Run("marks with their notes, and fields that they bring", func(t *testing.T) {
		s.sees("marks", "Має інвалідність", "Потрібна для умов за кодами 0206, 0306, 0401.")
		tick(t, s.ticks("marks").list.rows, "language_needs")
		s.stored("marks", "language_needs")
		s.choose("study_language", "угорська")
		s.stored("study_language", "hu")
		tick(t, s.ticks("marks").list.rows, "no_ukrainian_address")
		s.choose("centre", "Харківський регіональний центр оцінювання якості освіти")
		s.stored("centre", "kharkiv")
		s.sees("centre", w.Say("help_screen.unconfirmed", nil))
		s.typed("email", "olena@example.com")
		s.stored("email", "olena@example.com")
	})
	t.Run("UA-018 a box that is ticked and unticked, and several certificates", func(t *testing.T) {
		names := s.inputs["names_differ"].(*tickInput)
		test.Tap(names.list.rows[0].tick)
		s.stored("names_differ", "yes")
		tick(t, s.ticks("name_certificate").list.rows, "marriage")
		tick(t, s.ticks("name_certificate").list.rows, "divorce")
		s.stored("name_certificate", "marriage,divorce")
		test.Tap(names.list.rows[0].tick)
		s.stored("names_differ", "")
	})
}

func TestInputsOfTheKyrgyzForm(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	s := newInputSheet(t, w)
	t.Run("KG-042 sex, birth date typed and picked, number of the passport", func(t *testing.T) {
		s.choose("sex", w.Say("ui.sex_f", nil))
		s.stored("sex", "f")
		s.typed("birth_date", "7/8/03")
		s.stored("birth_date", "2003-08-07")
		if got := s.text("birth_date").entry.Text; got != "07.08.2003" {
			t.Errorf("shown %q", got)
		}
		s.text("birth_date").date.SetISO("2003-08-09")
		s.text("birth_date").date.OnPicked("2003-08-09")
		s.stored("birth_date", "2003-08-09")
		s.typed("document_number", "7654321")
		s.stored("document_number", "7654321")
	})
	t.Run("D14 what no source confirms says so where it is chosen", func(t *testing.T) {
		s.choose("language", "узбекский")
		for _, field := range []string{"subjects", "language", "marks"} {
			s.sees(field, w.Say("help_screen.unconfirmed", nil))
		}
	})
	t.Run("KG-042 Kyrgyz letters are typed as they are", func(t *testing.T) {
		s.focus(s.text("surname").Focusable())
		s.text("surname").entry.SetText("")
		for _, r := range "Өмүрбекова" {
			w.Canvas().Focused().TypedRune(r)
		}
		s.key(fyne.KeyReturn)
		s.stored("surname", "Өмүрбекова")
		s.typed("settlement", "село Жаңы-Үмүт")
		s.stored("settlement", "село Жаңы-Үмүт")
	})
	t.Run("KG-046 any number of subjects, and the language", func(t *testing.T) {
		s.change(registrar.Assign{Field: "subjects", Value: ""})
		for _, code := range []string{"mathematics", "physics", "russian"} {
			test.Tap(s.subject(code).tick)
		}
		s.stored("subjects", "mathematics,physics,russian")
		s.sees("subjects", "выбрано 3", "Основной тест сдают все")
		for _, row := range s.subjects().rows {
			if row.code == "main" || row.attest.box.Visible() {
				t.Errorf("%s is offered, or counts as a final mark", row.code)
			}
		}
		s.choose("language", "узбекский")
		s.stored("language", "uz")
	})
	t.Run("KG-049 a link explains who is privileged", func(t *testing.T) {
		opened := ""
		w.OpenFile = func(path string) error { opened = path; return nil }
		s.sees("privileged", "Как узнать, что я льготник", "Перечень льгот публикует ЦООМО")
		box := s.inputs["privileged"].(*tickInput).list.rows[0]
		s.focus(box.tick)
		w.Canvas().FocusNext()
		s.key(fyne.KeyReturn)
		if opened != "https://www.testing.kg" {
			t.Errorf("opened %q", opened)
		}
	})
	t.Run("KG-050 several privileges, each said to be an example", func(t *testing.T) {
		s.focus(s.inputs["privileged"].Focusable())
		s.space()
		s.stored("privileged", "yes")
		in := s.ticks("privileges")
		s.sees("privileges", "Льготы *", "Сирота", "Пример: сверьте с перечнем центра.")
		s.focus(in.Focusable())
		s.space()
		s.key(fyne.KeyDown)
		s.space()
		s.stored("privileges", "orphan,no_parental_care")
		if got := in.list.ticked(); !slices.Equal(got, []string{"orphan", "no_parental_care"}) {
			t.Errorf("shown %v", got)
		}
		s.space()
		s.stored("privileges", "orphan")
	})
	t.Run("KG-054 a locked field is shown, closed, and says why", func(t *testing.T) {
		in := s.ticks("privileges")
		f := in.field
		f.Locked = true
		in.Show(f, s.form().Graduate, false)
		s.sees("privileges", "Сирота", "Изменить это уже нельзя: срок истёк.")
		test.Tap(in.list.rows[2].tick)
		s.stored("privileges", "orphan")
		if !in.list.rows[2].tick.Disabled() || in.list.rows[2].tick.Checked {
			t.Error("it can be ticked")
		}
		f.Locked = false
		in.Show(f, s.form().Graduate, false)
		test.Tap(in.list.rows[2].tick)
		s.stored("privileges", "orphan,disabled_from_childhood")
	})
}

// KG-053: what is ticked behind a switch that is off cannot be unticked where it is hidden: the remark
// brings the act itself. Pale words say that a closed box takes no click.
func TestARemarkThatCanBeFollowed(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	s := newInputSheet(t, w)
	s.change(registrar.Assign{Field: "privileged", Value: "yes"}, registrar.Assign{Field: "privileges", Value: "orphan"})
	s.change(registrar.Assign{Field: "privileged", Value: ""})
	in := s.inputs["privileged"].(*tickInput)
	s.stored("privileges", "orphan")
	frametest.FindButton(in.Object(), "Убрать: Льготы").Tapped(nil)
	s.stored("privileges", "")
	f := in.field
	f.Locked = true
	in.Show(f, s.form().Graduate, false)
	if in.list.rows[0].words.Importance != widget.LowImportance {
		t.Error("a closed box looks open")
	}
}
