package field

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
)

func TestSubjectsInput(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	s := newInputSheet(t, w)
	s.change(registrar.Assign{Field: "subjects", Value: ""}, registrar.Assign{Field: "category", Value: "school_current"})
	t.Run("UA-038 subjects with their days and levels", func(t *testing.T) {
		s.sees("subjects", "Предмети зовнішнього оцінювання", "вибрано 0 з 4", "25.06.2020")
		english := s.subject("english")
		if english.level.Visible() || english.attest.box.Visible() {
			t.Error("level and mark of a subject that is not chosen are shown")
		}
		test.Tap(english.tick)
		s.stored("subjects", "english")
		if !english.level.Visible() || !english.attest.box.Visible() {
			t.Error("level and mark of a chosen subject are hidden")
		}
		english.level.SetSelected("профільний рівень")
		s.stored("subjects", "english:profile")
		test.Tap(s.subject("ukrainian").tick)
		s.stored("subjects", "ukrainian,english:profile")
		s.sees("subjects", "вибрано 2 з 4")
		if s.subject("ukrainian").level != nil {
			t.Error("a subject without levels has a choice of levels")
		}
	})
	t.Run("UA-039 which of them count, in the campaign's words", func(t *testing.T) {
		s.sees("subjects", "ДПА: 0", "Предметів ДПА: 0")
		test.Tap(s.subject("ukrainian").attest.tick)
		test.Tap(s.subject("english").attest.tick)
		s.stored("attestation", "ukrainian,english")
		s.stored("subjects", "ukrainian,english:profile")
		s.sees("subjects", "ДПА: 2")
		test.Tap(s.subject("english").tick)
		s.stored("attestation", "ukrainian")
		if in := s.inputs["attestation"]; in.Object().Visible() || in.Focusable() != nil || Of("attestation") != "subjects" {
			t.Error("the attestation has an input of its own as well")
		}
	})
	t.Run("UA-039 who is not asked for them has no such boxes", func(t *testing.T) {
		s.change(registrar.Assign{Field: "category", Value: "past_years"})
		if s.subject("ukrainian").attest.box.Visible() {
			t.Error("the mark is shown")
		}
		test.Tap(s.subject("history").tick)
		s.stored("subjects", "ukrainian,history")
		s.stored("attestation", "ukrainian")
		s.change(registrar.Assign{Field: "category", Value: "school_current"})
	})
	t.Run("the same by the keyboard alone", func(t *testing.T) {
		s.change(registrar.Assign{Field: "subjects", Value: ""})
		rows := s.subjects().rows
		s.focus(s.subjects().Focusable())
		s.key(fyne.KeyDown)
		if !s.focused(rows[1].tick) {
			t.Fatal("the arrow leads elsewhere")
		}
		s.focus(s.subject("english").tick)
		s.space()
		canvas := w.Canvas()
		canvas.FocusNext()
		if !s.focused(s.subject("english").level) {
			t.Fatal("Tab does not lead to the level")
		}
		s.key(fyne.KeyRight)
		canvas.FocusNext()
		s.space()
		canvas.FocusNext()
		if !s.focused(s.subject("spanish").tick) {
			t.Error("Tab does not lead to the next subject")
		}
		s.stored("subjects", "english:standard")
		s.stored("attestation", "english")
	})
	t.Run("subjects of the additional session are ticked among the chosen ones", func(t *testing.T) {
		s.change(registrar.Assign{Field: "subjects", Value: "spanish,german"}, registrar.Assign{Field: "additional_reason", Value: "clash"})
		in := s.ticks("additional_subjects")
		if codes := codesOf(in.list); !slices.Equal(codes, []string{"spanish", "german"}) {
			t.Errorf("offered %v", codes)
		}
		tick(t, in.list.rows, "german")
		s.stored("additional_subjects", "german")
		s.change(registrar.Assign{Field: "subjects", Value: "spanish"})
		if codes := codesOf(in.list); !slices.Equal(codes, []string{"spanish", "german"}) {
			t.Errorf("one that is ticked and no longer chosen must be there to be taken away: %v", codes)
		}
	})
	t.Run("UA-112 the proposal of a finding is taken by its button", func(t *testing.T) {
		s.change(registrar.Assign{Field: "subjects", Value: "spanish,german"}, registrar.Assign{Field: "additional_reason", Value: ""})
		button := frametest.FindButton(s.inputs["additional_reason"].Object(), "Встановити: Обрали для п…")
		if button == nil {
			t.Fatalf("no button in %v", s.words(s.inputs["additional_reason"]))
		}
		button.Tapped(nil)
		s.stored("additional_reason", "clash")
		if got := s.choice("additional_reason").Values()[0].Value; got != "clash" {
			t.Errorf("shown %v", got)
		}
	})
}

func TestConditionsInput(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	s := newInputSheet(t, w)
	s.change(registrar.Assign{Field: "conditions", Value: ""})
	c := s.conditions()
	seen := func() (codes []string) {
		for _, row := range c.seen() {
			codes = append(codes, row.code)
		}
		return codes
	}
	t.Run("UA-137 all 22 codes with their whole texts, groups and footnotes", func(t *testing.T) {
		if got := len(seen()); got != 22 {
			t.Errorf("%d codes", got)
		}
		s.sees("conditions", "Жодної умови не вибрано", "Особи з порушеннями зору", "розумне пристосування процедур", "може надаватися лише особам з інвалідністю")
	})
	t.Run("UA-137 found by code and by words", func(t *testing.T) {
		c.search.SetText("020")
		if got := seen(); !slices.Equal(got, []string{"0201", "0202", "0203", "0204", "0205", "0206"}) {
			t.Errorf("by code %v", got)
		}
		c.search.SetText("медичн процедури")
		if got := seen(); !slices.Equal(got, []string{"0601"}) {
			t.Errorf("by words %v", got)
		}
		c.search.SetText("жираф")
		s.sees("conditions", "Такого коду чи слів немає")
		s.focus(c.search)
		s.key(fyne.KeyEscape)
		if got := len(seen()); got != 22 || c.search.Text != "" {
			t.Errorf("Esc leaves %d codes and %q", got, c.search.Text)
		}
	})
	t.Run("UA-137 several are ticked by the keyboard and summarised", func(t *testing.T) {
		s.focus(c.search)
		c.search.SetText("0104")
		s.key(fyne.KeyReturn)
		s.stored("conditions", "0104")
		c.search.SetText("02")
		s.key(fyne.KeyDown)
		s.key(fyne.KeyDown)
		s.space()
		s.stored("conditions", "0104,0202")
		var words []string
		frametest.Collect(c.chosen, &words)
		if all := strings.Join(words, " "); !strings.Contains(all, "0104") || !strings.Contains(all, "0202") {
			t.Errorf("on top stands %q", all)
		}
	})
	t.Run("UA-137 one is taken away on top, an unknown one as well", func(t *testing.T) {
		c.onAway("0104")
		s.stored("conditions", "0202")
		f := c.field
		f.Value = "0202,0999"
		c.Show(f, s.form().Graduate, false)
		var words []string
		frametest.Collect(c.chosen, &words)
		if !slices.Contains(words, "0999") {
			t.Errorf("an unknown code is hidden: %v", words)
		}
		if got := c.Values()[0].Value; got != "0202,0999" {
			t.Errorf("what nobody took away is dropped: %q", got)
		}
		c.onAway("0999")
		s.stored("conditions", "0202")
	})
}
