package field

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/imaging/pdf/pdftest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// fileForm stands in for the form screen: the inputs of some fields of one graduate.
type fileForm struct {
	t      testing.TB
	w      *frame.Window
	id     string
	fields []string
	inputs map[string]Input
}

func (f *fileForm) GraduateID() string         { return f.id }
func (f *fileForm) Reveal(fyne.CanvasObject)   {}
func (f *fileForm) Edited()                    { f.read(false) }
func (f *fileForm) slot(code string) *fileSlot { return f.inputs[code].(*fileInput).slot }

// read shows the form as the registry has it.
func (f *fileForm) read(fresh bool) {
	f.t.Helper()
	form, err := f.w.Registrar().Form.Of(f.id)
	if err != nil {
		f.t.Fatal(err)
	}
	for _, step := range form.Steps {
		for _, field := range step.Fields {
			if !slices.Contains(f.fields, field.Code) {
				continue
			}
			if f.inputs[field.Code] == nil {
				f.inputs[field.Code] = newFile(f.w, f, field)
			}
			f.inputs[field.Code].Show(field, form.Graduate, fresh)
			f.inputs[field.Code].Found(step.Findings)
		}
	}
}

// withFiles shows only the inputs of these fields of the first graduate.
func withFiles(t testing.TB, fields ...string) (*fileForm, *frametest.Files) {
	t.Helper()
	w, files := frametest.WithDemo(t, "ort-2021", "ru", 3)
	return filesIn(t, w, fields...), files
}

// filesIn is withFiles in a window that is there.
func filesIn(t testing.TB, w *frame.Window, fields ...string) *fileForm {
	t.Helper()
	f := &fileForm{t: t, w: w, id: frametest.FirstGraduate(t, w).Graduate.ID, fields: fields, inputs: map[string]Input{}}
	if slices.Contains(fields, "privilege_documents") {
		frametest.ChangeField(t, w, f.id, "privileged", "yes")
		frametest.ChangeField(t, w, f.id, data.FieldPrivileges, "orphan,disabled_child")
	}
	f.read(true)
	column := container.NewVBox()
	for _, code := range fields {
		column.Add(f.inputs[code].Object())
	}
	w.Fyne().SetContent(column)
	return f
}

// A file that is chosen after the form has turned to somebody else is of the one whom it
// was asked for.
func TestAFileChosenLateIsOfTheOneWhomItWasAskedFor(t *testing.T) {
	f, files := withFiles(t, "passport_front")
	ids := frametest.IdsOf(t, f.w)
	files.Late, files.ToOpen = true, frametest.PhotoFile(t, 60, 40, 10)
	frametest.Enter(f.slot("passport_front").choose)
	f.id = ids[1]
	f.read(true)
	files.Choose()
	if frametest.GraduateOf(t, f.w, ids[0]).Get("passport_front") == "" || frametest.GraduateOf(t, f.w, ids[1]).Get("passport_front") != "" {
		t.Error("it is attached to another")
	}
}

// KG-047: after a click on the button of a field Enter presses that of the same field, not the one
// that had the keyboard before: it would replace what stands in another. What goes with the file
// leaves the keyboard to what stays.
func TestAClickBringsTheKeyboardToTheButtonsOfAFile(t *testing.T) {
	f, files := withFiles(t, "passport_front", "passport_back")
	front, back := f.slot("passport_front"), f.slot("passport_back")
	stored := func(field string) string { return frametest.GraduateOf(t, f.w, f.id).Get(field) }
	f.w.Canvas().Focus(front.choose)
	files.ToOpen = frametest.PhotoFile(t, 600, 400, 10)
	back.choose.Tapped(&fyne.PointEvent{})
	files.ToOpen = frametest.PhotoFile(t, 500, 350, 90)
	was := stored("passport_back")
	frametest.Enter(f.w.Canvas().Focused())
	if stored("passport_front") != "" || was == "" || stored("passport_back") == was {
		t.Errorf("Enter went to the other side: %q, %q then %q", stored("passport_front"), was, stored("passport_back"))
	}
	back.remove.Tapped(&fyne.PointEvent{})
	frametest.FrontTap(t, f.w, "Убрать")
	if stored("passport_back") != "" || f.w.Canvas().Focused() != fyne.Focusable(back.choose) {
		t.Errorf("after %q was taken out the keyboard is on %T", stored("passport_back"), f.w.Canvas().Focused())
	}
}

func TestFileInput(t *testing.T) {
	f, files := withFiles(t, "passport_front", "passport_back", "face_photo")
	w, front, back := f.w, f.slot("passport_front"), f.slot("passport_back")
	beside := t.TempDir()
	t.Setenv("TMPDIR", beside)
	side := frametest.PhotoFile(t, 240, 160, 10)
	t.Run("KG-047 both sides of the passport are chosen by the keyboard alone and seen", func(t *testing.T) {
		frametest.MustSee(t, w, "Паспорт, лицевая сторона *", "Паспорт, оборотная сторона *", "перетащить сюда")
		files.ToOpen = side
		w.Canvas().Focus(f.inputs["passport_front"].Focusable())
		frametest.Enter(w.Canvas().Focused())
		if frametest.GraduateOf(t, w, f.id).Get("passport_front") == "" {
			t.Fatalf("it was not attached:\n%s", frametest.Visible(w))
		}
		frametest.MustSee(t, w, "240 × 160 px, 964 Б", "Посмотреть", "Сохранить оригинал…", "Убрать")
		if front.thumb.picture.Image == nil || front.thumb.picture.Hidden || front.thumb.picture.Image.Bounds().Dx() != 2*Thumbnail || front.thumb.picture.Image.Bounds().Dy() != 128 {
			t.Error("the picture is not made small")
		}
	})
	t.Run("KG-018 the same file in both slots is an error under them", func(t *testing.T) {
		frametest.Enter(back.choose)
		frametest.MustSee(t, w, "один и тот же файл")
		files.ToOpen = frametest.PhotoFile(t, 200, 140, 90)
		frametest.Enter(back.choose)
		frametest.MustNotSee(t, w, "один и тот же файл")
		frametest.MustSee(t, w, "200 × 140 px")
	})
	t.Run("KG-055 a refused file says why under its slot and nothing is lost", func(t *testing.T) {
		was := frametest.GraduateOf(t, w, f.id).Get("passport_back")
		text := filepath.Join(t.TempDir(), "фото.jpg")
		if err := os.WriteFile(text, []byte("не фотография"), 0o600); err != nil {
			t.Fatal(err)
		}
		large := filepath.Join(t.TempDir(), "large.jpg")
		if err := os.WriteFile(large, make([]byte, registrar.MaximumAttachment+1), 0o600); err != nil {
			t.Fatal(err)
		}
		for path, words := range map[string]string{text: "Это не JPEG, не PNG и не PDF", large: "25 МБ", frametest.PhotoFile(t, 13_000, 2, 5): "13000 × 2"} {
			files.ToOpen = path
			frametest.Enter(back.choose)
			if !back.fault.Visible() || !strings.Contains(back.fault.Text, words) {
				t.Errorf("under the slot stands %q, not %q", back.fault.Text, words)
			}
			if front.fault.Visible() || frametest.GraduateOf(t, w, f.id).Get("passport_back") != was || back.thumb.picture.Image == nil || f.inputs["passport_back"].Unsaved() {
				t.Error("the file that was there is gone, or the other slot is blamed")
			}
		}
	})
	t.Run("R02 a PDF under a picture's name is refused here as in a folder", func(t *testing.T) {
		was := frametest.GraduateOf(t, w, f.id).Get("passport_back")
		renamed := filepath.Join(t.TempDir(), "скан.JPG")
		if err := os.WriteFile(renamed, pdftest.Written(pdftest.Sheet), 0o600); err != nil {
			t.Fatal(err)
		}
		files.ToOpen = renamed
		frametest.Enter(back.choose)
		if !back.fault.Visible() || !strings.Contains(back.fault.Text, ".jpg") || frametest.GraduateOf(t, w, f.id).Get("passport_back") != was {
			t.Errorf("it is taken: %q", back.fault.Text)
		}
	})
	t.Run("KG-055 a dropped file is taken by the slot under the pointer, else by the first empty one", func(t *testing.T) {
		inputs := []Input{f.inputs["passport_front"], f.inputs["passport_back"], f.inputs["face_photo"]}
		at := fyne.NewPos(-1, -1)
		if DropOnFiles(inputs, at, []string{"roster.xlsx"}) {
			t.Error("a workbook is taken for a photo")
		}
		if !DropOnFiles(inputs, at, []string{frametest.PhotoFile(t, 66, 88, 200)}) || frametest.GraduateOf(t, w, f.id).Get("face_photo") == "" {
			t.Fatal("the empty slot did not take it")
		}
		if DropOnFiles(inputs, at, []string{frametest.PhotoFile(t, 60, 80, 20)}) {
			t.Error("a full slot took what was not dropped on it")
		}
		was := frametest.GraduateOf(t, w, f.id).Get("passport_back")
		at = fyne.CurrentApp().Driver().AbsolutePositionForObject(back.whole).AddXY(5, 5)
		if !DropOnFiles(inputs, at, []string{frametest.PhotoFile(t, 96, 72, 40)}) || frametest.GraduateOf(t, w, f.id).Get("passport_back") == was {
			t.Error("the slot under the pointer did not take it")
		}
		frametest.MustSee(t, w, "96 × 72 px")
	})
	t.Run("KG-055 it is seen large and Esc closes that", func(t *testing.T) {
		frametest.Enter(front.view)
		if len(w.Boxes()) != 1 {
			t.Fatal("nothing is shown")
		}
		frametest.MustSee(t, w, "Паспорт, лицевая сторона", "Закрыть")
		frametest.Esc(w)
		if len(w.Boxes()) != 0 {
			t.Error("it stays")
		}
	})
	t.Run("KG-027 the original is saved as it was, and the history knows it", func(t *testing.T) {
		original := frametest.PhotoFile(t, 90, 90, 77)
		files.ToOpen, files.ToSave = original, filepath.Join(t.TempDir(), "saved")
		frametest.Enter(front.choose)
		frametest.Enter(front.save)
		frametest.MustSee(t, w, "Кому вы отдадите этот файл?")
		frametest.TypeFocused(w, "мать")
		frametest.Confirm(w)
		want, _ := os.ReadFile(original)
		if got, err := os.ReadFile(files.ToSave + ".jpg"); err != nil || !bytes.Equal(got, want) {
			t.Errorf("saved %d bytes of %d: %v", len(got), len(want), err)
		}
		if got := frametest.ToWhom(t, w, registrar.EventFileSaved); got != "мать" {
			t.Errorf("KG-013 the history has it as given to %q", got)
		}
	})
	t.Run("KG-055 taking out asks first", func(t *testing.T) {
		frametest.Enter(front.remove)
		frametest.MustSee(t, w, "останется в истории")
		frametest.Esc(w)
		if frametest.GraduateOf(t, w, f.id).Get("passport_front") == "" {
			t.Fatal("Esc takes it out")
		}
		frametest.Enter(front.remove)
		frametest.Confirm(w)
		if frametest.GraduateOf(t, w, f.id).Get("passport_front") != "" || front.thumb.picture.Image != nil || front.view.Visible() {
			t.Error("it is still there")
		}
	})
	t.Run("KG-012 no file is written beside", func(t *testing.T) {
		if entries, err := os.ReadDir(beside); err != nil || len(entries) > 0 {
			t.Errorf("temporary files: %v, %v", entries, err)
		}
	})
	t.Run("KG-055 another graduate's slots forget this one's pictures and refusals", func(t *testing.T) {
		back.refuse("отказ")
		rows, err := w.Registrar().Table.List(registrar.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		f.id = rows[1].Graduate.ID
		f.read(true)
		if back.thumb.picture.Image != nil || back.fault.Visible() {
			t.Error("what was another's is still seen")
		}
	})
}

func TestPrivilegeFiles(t *testing.T) {
	f, files := withFiles(t, "privilege_documents")
	w := f.w
	i := f.inputs["privilege_documents"].(*filesInput)
	t.Run("KG-051 one or more photos for each privilege", func(t *testing.T) {
		frametest.MustSee(t, w, "Сирота", "Ребёнок с инвалидностью", "нет ни одного документа")
		if len(i.groups) != 2 || len(i.slots()) != 2 {
			t.Fatalf("%d groups, %d slots", len(i.groups), len(i.slots()))
		}
		for shade, group := range []int{0, 0, 1} {
			files.ToOpen = frametest.PhotoFile(t, 80, 60, uint8(40*shade))
			frametest.Enter(i.groups[group].more.choose)
		}
		if value := frametest.GraduateOf(t, w, f.id).Get("privilege_documents"); strings.Count(value, "orphan:") != 2 || strings.Count(value, "disabled_child:") != 1 {
			t.Errorf("attached: %q", value)
		}
		if len(i.groups[0].files) != 2 || len(i.groups[1].files) != 1 || i.groups[0].files[1].thumb.picture.Image == nil {
			t.Error("not every document has its slot")
		}
		frametest.MustSee(t, w, "Добавить ещё…")
		frametest.MustNotSee(t, w, "нет ни одного документа")
	})
	t.Run("KG-051 several dropped at once are all taken", func(t *testing.T) {
		more := i.groups[1].more
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(more.whole).AddXY(2, 2)
		if !DropOnFiles([]Input{i}, at, []string{frametest.PhotoFile(t, 50, 50, 1), frametest.PhotoFile(t, 50, 50, 99)}) || len(i.groups[1].files) != 3 {
			t.Errorf("%d documents", len(i.groups[1].files))
		}
	})
	t.Run("KG-051 one is taken out, the others stay", func(t *testing.T) {
		frametest.Enter(i.groups[1].files[2].remove)
		frametest.Confirm(w)
		frametest.Enter(i.groups[1].files[1].remove)
		frametest.Confirm(w)
		if len(i.groups[1].files) != 1 || len(i.groups[0].files) != 2 {
			t.Errorf("%d and %d documents", len(i.groups[0].files), len(i.groups[1].files))
		}
	})
	t.Run("KG-053 the documents of an unticked privilege are kept and do not count", func(t *testing.T) {
		frametest.ChangeField(t, w, f.id, data.FieldPrivileges, "disabled_child")
		f.read(false)
		frametest.MustSee(t, w, "Сирота", "Не учитывается")
		if strings.Count(frametest.GraduateOf(t, w, f.id).Get("privilege_documents"), "orphan:") != 2 {
			t.Error("they are gone")
		}
		for _, s := range i.slots() {
			if s.takes && strings.HasSuffix(s.place, "orphan") {
				t.Error("more can be added")
			}
		}
		frametest.ChangeField(t, w, f.id, data.FieldPrivileges, "orphan,disabled_child")
		f.read(false)
		frametest.MustNotSee(t, w, "Не учитывается")
	})
	t.Run("KG-053 switched off and on again, the drafts are there", func(t *testing.T) {
		frametest.ChangeField(t, w, f.id, "privileged", "")
		frametest.ChangeField(t, w, f.id, "privileged", "yes")
		f.read(false)
		if len(i.groups[0].files) != 2 {
			t.Errorf("%d documents", len(i.groups[0].files))
		}
	})
}

// A picture that cannot be unpacked is told of and does no harm.
func TestPictureOfDamagedFile(t *testing.T) {
	good, err := os.ReadFile(frametest.PhotoFile(t, 200, 100, 9))
	if err != nil {
		t.Fatal(err)
	}
	for code, contents := range map[string][][]byte{
		"attachment.empty":      {nil},
		"attachment.no_picture": {[]byte("не фото")},
		"attachment.cut_off":    {good[:len(good)/2]},
		"attachment.damaged":    {[]byte("\x89PNG\r\n\x1a\nxxxxIEND")},
	} {
		for _, content := range contents {
			if _, err := pictureOf(t.Context(), content, viewed{Thumbnail, 0}, 0); registrar.CodeOf(err) != code {
				t.Errorf("%.8q: %v, not %s", content, err, code)
			}
		}
	}
	p, err := pictureOf(t.Context(), good, viewed{50, 0}, 0)
	if err != nil || p.width != 200 || p.height != 100 || p.Picture.Bounds().Dx() != 50 || p.Picture.Bounds().Dy() != 25 || p.ending != ".jpg" {
		t.Errorf("%+v, %v", p, err)
	}
}

// A file that another has is told of at once, under its place, and can be confirmed there.
func TestAFileOfAnotherIsToldAtOnce(t *testing.T) {
	f, files := withFiles(t, "passport_front")
	ids, photo := frametest.IdsOf(t, f.w), frametest.PhotoFile(t, 60, 40, 10)
	if err := f.w.Registrar().Form.Attach(frametest.Ctx, ids[1], "passport_front", "", frametest.ReadFile(t, photo)); err != nil {
		t.Fatal(err)
	}
	files.ToOpen = photo
	frametest.Enter(f.slot("passport_front").choose)
	frametest.MustSee(t, f.w, "«Паспорт, лицевая сторона»: этот же файл уже у: "+frametest.GraduateOf(t, f.w, ids[1]).FullName(), "Подтвердить")
}

// «No remarks» does not stand over the question whose file it is.
func TestNoRemarksIsNotSaidOverAQuestion(t *testing.T) {
	f, _ := withFiles(t, "passport_front")
	in := f.inputs["passport_front"].(*fileInput)
	in.slot.said.show(verdict{words: "Замечаний нет.", icon: theme.ConfirmIcon(), colour: theme.ColorNameSuccess})
	in.Found(nil)
	if in.slot.said.whole.Hidden {
		t.Error("nothing is said of a good picture")
	}
	in.Found([]registrar.Finding{{Rule: "file_of_other", Severity: data.SeverityConfirm, Field: "passport_front", Args: data.Args{"other": "Асанова", "class": "", "id": "x", "number": "", "field": "x"}}})
	if !in.slot.said.whole.Hidden {
		t.Error("«no remarks» stands over a question")
	}
}
