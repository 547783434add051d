package field

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// inputSheet is a host with all fields of a graduate's form below one another, save the
// files.
type inputSheet struct {
	t      testing.TB
	w      *frame.Window
	id     string
	inputs map[string]Input
	shown  []string
	box    *fyne.Container
	scroll *container.Scroll
}

func newInputSheet(t testing.TB, w *frame.Window) *inputSheet {
	t.Helper()
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil || len(rows) == 0 {
		t.Fatalf("%d graduates, %v", len(rows), err)
	}
	s := &inputSheet{t: t, w: w, id: rows[0].Graduate.ID, inputs: map[string]Input{}, box: container.NewVBox()}
	s.scroll = container.NewVScroll(s.box)
	w.Fyne().SetContent(s.scroll)
	s.read(true)
	return s
}

func (s *inputSheet) GraduateID() string { return s.id }

func (s *inputSheet) Reveal(o fyne.CanvasObject) { widgets.Follow(s.scroll, o) }

func (s *inputSheet) Edited() { s.read(false) }

func (s *inputSheet) form() form.Form {
	s.t.Helper()
	form, err := s.w.Registrar().Form.Of(s.id)
	if err != nil {
		s.t.Fatal(err)
	}
	return form
}

// read asks the registry again and shows its answer.
func (s *inputSheet) read(fresh bool) {
	form := s.form()
	s.shown = nil
	for _, step := range form.Steps {
		for _, f := range step.Fields {
			if f.Kind == "file" || f.Kind == "files" {
				continue
			}
			if s.inputs[f.Code] == nil {
				s.inputs[f.Code] = New(s.w, s, f)
				s.box.Add(s.inputs[f.Code].Object())
			}
			s.shown = append(s.shown, f.Code)
			s.inputs[f.Code].Show(f, form.Graduate, fresh)
			s.inputs[f.Code].Found(step.Findings)
		}
	}
}

func (s *inputSheet) value(field string) string { return s.form().Graduate.Get(field) }

// change writes values past the inputs.
func (s *inputSheet) change(values ...registrar.Assign) {
	s.t.Helper()
	if _, err := s.w.Registrar().Table.Change(frametest.Ctx, s.id, values); err != nil {
		s.t.Fatal(err)
	}
	s.read(false)
}

func (s *inputSheet) text(code string) *textInput     { return s.inputs[code].(*textInput) }
func (s *inputSheet) choice(code string) *choiceInput { return s.inputs[code].(*choiceInput) }
func (s *inputSheet) subjects() *subjectsInput        { return s.inputs["subjects"].(*subjectsInput) }
func (s *inputSheet) conditions() *conditionsInput    { return s.inputs["conditions"].(*conditionsInput) }
func (s *inputSheet) ticks(code string) *ticksInput   { return s.inputs[code].(*ticksInput) }
func (s *inputSheet) focus(o fyne.Focusable)          { s.w.Canvas().Focus(o) }
func (s *inputSheet) key(name fyne.KeyName) {
	s.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}
func (s *inputSheet) space()                        { s.w.Canvas().Focused().TypedRune(' ') }
func (s *inputSheet) focused(o fyne.Focusable) bool { return s.w.Canvas().Focused() == o }
func (s *inputSheet) words(in Input) (words []string) {
	frametest.Collect(in.Object(), &words)
	return words
}

// sees fails unless a person sees these words in the input of a field.
func (s *inputSheet) sees(code string, words ...string) {
	s.t.Helper()
	all := strings.Join(s.words(s.inputs[code]), " ")
	for _, word := range words {
		if !strings.Contains(all, word) {
			s.t.Errorf("nobody sees %q in %s: %s", word, code, all)
		}
	}
}

// typed types into a field and leaves it.
func (s *inputSheet) typed(code, words string) {
	s.focus(s.text(code).Focusable())
	s.text(code).entry.SetText(words)
	s.focus(nil)
}

// choose takes a title of a choice, folded away or open.
func (s *inputSheet) choose(code, title string) {
	s.t.Helper()
	c := s.choice(code)
	if c.fold != nil {
		c.fold.SetSelected(title)
		return
	}
	at := slices.IndexFunc(c.offered, func(i registrar.Item) bool { return i.Title == title })
	if at < 0 {
		s.t.Fatalf("%s has no choice %q", code, title)
	}
	frametest.ChooseAt(c.open, at)
}

func codesOf(l *tickList) (codes []string) {
	for _, item := range l.items {
		codes = append(codes, item.Code)
	}
	return codes
}

// tick turns the box with a code.
func tick(t testing.TB, rows []*tickRow, code string) {
	t.Helper()
	for _, row := range rows {
		if row.code == code {
			test.Tap(row.tick)
			return
		}
	}
	t.Fatalf("there is no box %q", code)
}

func (s *inputSheet) subject(code string) *subjectRow {
	s.t.Helper()
	for _, row := range s.subjects().rows {
		if row.code == code {
			return row
		}
	}
	s.t.Fatalf("there is no subject %q", code)
	return nil
}

// stored fails unless the registry has a value.
func (s *inputSheet) stored(field, want string) {
	s.t.Helper()
	if got := s.value(field); got != want {
		s.t.Errorf("%s is stored as %q, want %q", field, got, want)
	}
}

func TestTitlesOfFields(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ky", 1)
	s := newInputSheet(t, w)
	for code, want := range map[string]string{data.FieldSurname: frame.Capital(w.Say("field.surname", nil)) + " *", "street": "Көчө *"} {
		s.sees(code, want)
	}
}

// The status line names who it is by the name that was saved, also when it is taken back.
func TestASavedNameIsTheOneThatIsSaid(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 1)
	frameOf := w.Fyne().Content()
	s := newInputSheet(t, w)
	s.change(registrar.Assign{Field: data.FieldSurname, Value: "Эркинов"}, registrar.Assign{Field: data.FieldGivenName, Value: "Чыңгыз"},
		registrar.Assign{Field: data.FieldPatronymic, Value: "Уулу"})
	s.typed(data.FieldPatronymic, "")
	w.Fyne().SetContent(frameOf)
	frametest.MustSee(t, w, "Сохранено: Отчество — Эркинов Чыңгыз")
	frametest.MustNotSee(t, w, "Чыңгыз Уулу")
	w.OnUndoAct()
	frametest.MustSee(t, w, "Эркинов Чыңгыз Уулу")
}
