package printing

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/assets"
	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/text"
	"graduand/imaging/imagingtest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// fakeEngine counts the pages of a PDF in its source and draws grey ones.
type fakeEngine struct {
	fault  error
	widths []int
	pages  []int
	// texts are what stands on the pages, read those that were read.
	texts []string
	read  []int
}

func (f *fakeEngine) Pages(pdf []byte) ([]fyne.Size, error) {
	count := bytes.Count(pdf, []byte("/Type /Page")) - bytes.Count(pdf, []byte("/Type /Pages"))
	sizes := make([]fyne.Size, count)
	for i := range sizes {
		sizes[i] = fyne.NewSize(595, 842)
	}
	return sizes, f.fault
}

func (f *fakeEngine) Render(_ []byte, page, width int) (image.Image, error) {
	f.widths, f.pages = append(f.widths, width), append(f.pages, page)
	return image.NewUniform(color.Gray{Y: 200}), nil
}

// printScreenOf shows the print screen of a demonstration with a fake engine.
func printScreenOf(t testing.TB, campaign, language string, n int) (*frame.Window, *frametest.Files, *Screen, *fakeEngine) {
	t.Helper()
	w, files := frametest.WithDemo(t, campaign, language, n)
	engine := withEngine(t)
	w.Go(frame.Route{Screen: frame.Printing})
	return w, files, printOf(w), engine
}

// chooseDocument chooses a document by its code.
func (s *Screen) chooseDocument(t testing.TB, code string) {
	t.Helper()
	for i, d := range s.documents {
		if d == code {
			s.document.SetSelectedIndex(i)
			return
		}
	}
	t.Fatalf("there is no document %q among %v", code, s.documents)
}

func (s *Screen) mayPrint() bool {
	return !s.savePDF.Disabled() && !s.openPDF.Disabled() && !s.saveExcel.Disabled()
}

// tapSave presses a button that saves, and agrees where somebody is named.
func tapSave(t *testing.T, w *frame.Window, label string) {
	t.Helper()
	frametest.Tap(t, w, label)
	if anyway := w.Say("printing_screen.anyway", nil); len(w.Boxes()) > 0 && strings.Contains(frametest.DialogWords(w), anyway) {
		frametest.FrontTap(t, w, anyway)
	}
}

func press(o fyne.Focusable, keys ...fyne.KeyName) {
	for _, key := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestPrintChoosesDocumentAndGraduates(t *testing.T) {
	list.In(t)
	for _, campaign := range registrar.Campaigns() {
		t.Run(campaign, func(t *testing.T) {
			w, _, s, _ := printScreenOf(t, campaign, "uk", 20)
			frametest.MustSee(t, w, map[string]string{"zno-2020": "Реєстраційні картки", "ort-2021": "Реєстраційні форми"}[campaign], "Усі випускники (20)", "У документі 20 випускників", "1 з 20", "Макет картки склала програма")
			s.audience.SetSelectedIndex(1)
			class := s.chosen
			rows, err := w.Registrar().Table.List(registrar.Filter{Class: class.class})
			if err != nil || class.kind != ofClass || len(rows) != class.size || class.size == 20 {
				t.Fatalf("chosen %+v, the class has %d: %v", class, len(rows), err)
			}
			frametest.MustSee(t, w, s.title(class), w.Say("printing_screen.page", map[string]any{"page": 1, "pages": class.size}))
			w.Go(frame.Route{Screen: frame.Graduates})
			w.Go(frame.Route{Screen: frame.Printing, Only: frametest.IdsOf(t, w)[2:9]})
			frametest.MustSee(t, w, "Позначені: 7", "1 з 7")
			s.audience.SetSelectedIndex(0)
			frametest.MustSee(t, w, "1 з 20")
			if !reflect.DeepEqual(s.documents, w.Registrar().Printing.Documents()) {
				t.Errorf("offered %v", s.documents)
			}
			if s.saveExcel.Visible() || s.listFields.Visible() {
				t.Error("a card is offered as a workbook or with an outgoing number")
			}
		})
	}
}

func TestPrintFollowsTheTicks(t *testing.T) {
	list.In(t)
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)
	t.Run("who is ticked when the screen is opened from the left is printed", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
		w.Go(frame.Route{Screen: frame.Graduates})
		list := frametest.ListIn(t, w)
		list.Select(ids[2])
		w.Go(frame.Route{Screen: frame.Printing})
		if got := s.job().Only; !reflect.DeepEqual(got, list.Selected()) || len(got) != 1 || got[0] == ids[0] {
			t.Errorf("printed for %v, ticked %v", got, list.Selected())
		}
	})
	t.Run("and whom a button has sent is printed whoever is ticked", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
		if got := s.job().Only; !reflect.DeepEqual(got, ids[:1]) {
			t.Errorf("printed for %v", got)
		}
	})
}

// A selection of long ago is nobody's: who opens the screen with nobody ticked prints all, and
// one who is chosen alone is named.
func TestPrintKeepsNoOldSelection(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)
	row, err := w.Registrar().Table.Find(ids[0])
	if err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
	if frametest.MustSee(t, w, row.Graduate.FullName()); len(s.job().Only) != 1 {
		t.Errorf("printed for %v", s.job().Only)
	}
	w.ChangeLanguage("ru")
	w.ChangeLanguage("uk")
	if s = printOf(w); len(s.job().Only) != 1 {
		t.Errorf("after another language printed for %v", s.job().Only)
	}
	w.Go(frame.Route{Screen: frame.History})
	w.Go(frame.Route{Screen: frame.Printing})
	if frametest.MustSee(t, w, "Усі випускники (6)"); len(s.job().Only) != 0 {
		t.Errorf("printed for %v", s.job().Only)
	}
	s.audience.SetSelectedIndex(1)
	class := s.job().Class
	w.Go(frame.Route{Screen: frame.History})
	if w.Go(frame.Route{Screen: frame.Printing}); s.job().Class != class || class == "" {
		t.Errorf("the class %q became %q", class, s.job().Class)
	}
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
	s.audience.SetSelectedIndex(len(s.audience.Options) - 1)
	w.Go(frame.Route{Screen: frame.History})
	if w.Go(frame.Route{Screen: frame.Printing}); slices.Contains(s.audience.Options, row.Graduate.FullName()) {
		t.Errorf("an old selection is offered: %v", s.audience.Options)
	}
}

func TestPrintOnlyBuildsTheScreen(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 9)
	ids := frametest.IdsOf(t, w)
	if err := w.Registrar().Table.Remove(frametest.Ctx, ids[1:2], ""); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:3]})
	frametest.MustSee(t, w, "Позначені: 2", "У документі 2 випускники")
}

func TestPrintThoseWithoutAClass(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)
	for _, id := range ids[:2] {
		if _, err := w.Registrar().Table.Change(frametest.Ctx, id, []registrar.Assign{{Field: data.FieldClass, Value: ""}}); err != nil {
			t.Fatal(err)
		}
	}
	s.audience.SetSelectedIndex(1)
	frametest.MustSee(t, w, "Без класу (2)", "1 з 2")
	if got := s.fileName(registrar.FormatPDF); got != "картки-Без класу.pdf" {
		t.Errorf("proposed %q", got)
	}
	if _, err := w.Registrar().Table.Change(frametest.Ctx, ids[2], []registrar.Assign{{Field: data.FieldClass, Value: ""}}); err != nil {
		t.Fatal(err)
	}
	frametest.MustSee(t, w, "Без класу (3)", "1 з 3")
}

func TestPreviewTurnsPages(t *testing.T) {
	w, _, s, engine := printScreenOf(t, "zno-2020", "uk", 9)
	p := s.preview
	if !p.back.Disabled() || p.forward.Disabled() {
		t.Error("on the first page only the way forward is open")
	}
	p.forward.Tapped(nil)
	frametest.MustSee(t, w, "2 з 9")
	w.Canvas().Focus(p.sheet)
	press(p.sheet, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageUp)
	frametest.MustSee(t, w, "3 з 9")
	press(p.sheet, fyne.KeyEnd, fyne.KeyPageDown)
	frametest.MustSee(t, w, "9 з 9")
	if p.back.Disabled() || !p.forward.Disabled() {
		t.Error("on the last page only the way back is open")
	}
	press(p.sheet, fyne.KeyHome)
	frametest.MustSee(t, w, "1 з 9")
	if len(p.pictures) > keptPictures {
		t.Errorf("%d pages are kept", len(p.pictures))
	}
	drawn := len(engine.pages)
	press(p.sheet, fyne.KeyPageDown, fyne.KeyPageUp)
	if got := engine.pages[drawn:]; !reflect.DeepEqual(got, []int{1}) {
		t.Errorf("drawn again: %v", got)
	}
	press(p.sheet, fyne.KeyDown)
	if p.scroll.Offset.Y <= 0 {
		t.Error("the arrow does not scroll")
	}
	p.forward.Tapped(nil)
	if p.scroll.Offset.Y != 0 {
		t.Error("another page does not begin at its top")
	}
}

func TestPreviewZooms(t *testing.T) {
	w, _, s, engine := printScreenOf(t, "zno-2020", "uk", 4)
	p := s.preview
	last := func() int { return engine.widths[len(engine.widths)-1] }
	fitted := last()
	if room := p.scroll.Size().Width; float32(fitted) > room || float32(fitted) < room-2*sheetMargin-1 {
		t.Errorf("fitted page is %d wide in a room of %v", fitted, room)
	}
	p.zooms.SetSelectedIndex(2)
	if last() != 793 {
		t.Errorf("at 100 %% A4 is %d wide", last())
	}
	frametest.MustSee(t, w, "100 %")
	p.larger.Tapped(nil)
	p.larger.Tapped(nil)
	frametest.MustSee(t, w, "150 %")
	p.sheet.TypedRune('+')
	if last() != 1586 || !p.larger.Disabled() {
		t.Errorf("at the largest the page is %d wide", last())
	}
	for range 6 {
		p.smaller.Tapped(nil)
	}
	if last() != 595 || !p.smaller.Disabled() {
		t.Errorf("at the smallest the page is %d wide", last())
	}
	frametest.MustSee(t, w, "75 %")
	p.zooms.SetSelectedIndex(0)
	p.sheet.TypedRune('-')
	if got := p.sheet.size.Width; got != 793 {
		t.Errorf("the next smaller than fitted is %v wide", got)
	}
	p.zooms.SetSelectedIndex(0)
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	p.draw()
	if last() >= fitted-300 {
		t.Errorf("in a smaller window the page is %d wide", last())
	}
}

func TestPrintFinalListRefusesDrafts(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 12)
	files.ToSave = filepath.Join(t.TempDir(), "list.pdf")
	s.chooseDocument(t, printing.List)
	frametest.MustSee(t, w, "Список для центру", "3 випускники ще не мають номера від", "1 з ")
	s.final.SetChecked(true)
	frametest.MustSee(t, w, "Остаточний список не надруковано", "Введіть номери карток")
	if s.mayPrint() {
		t.Error("a refused list may be saved")
	}
	s.onSave(registrar.FormatPDF)
	if _, err := os.Stat(files.ToSave); err == nil {
		t.Error("a refused list was written")
	}
	if len(w.Boxes()) > 0 {
		t.Error("a refusal is shown as a dialog")
	}
	numberAll(t, w)
	frametest.MustSee(t, w, "1 з ")
	if !s.mayPrint() || strings.Contains(frametest.Visible(w), "не надруковано") {
		t.Errorf("with all numbers the list is still refused: %s", frametest.Visible(w))
	}
}

// numberAll gives everybody a number of the centre and subjects that a final list takes.
func numberAll(t *testing.T, w *frame.Window) {
	t.Helper()
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		values := []registrar.Assign{{Field: data.FieldSubjects, Value: "ukrainian,mathematics,history"}, {Field: data.FieldAttestation, Value: "ukrainian,mathematics,history"}}
		if r.Graduate.Current().CardNumber == "" {
			values = append(values, registrar.Assign{Field: data.FieldCardNumber, Value: "77" + strings.Repeat("0", 4) + string(rune('0'+i%10))})
		}
		if _, err := w.Registrar().Table.Change(frametest.Ctx, r.Graduate.ID, values); err != nil {
			t.Fatal(err)
		}
	}
}

// UA-132: who is not ready is named beside a final list and before it is printed, and may be printed.
func TestAFinalListNamesWhoIsNotReady(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 12)
	numberAll(t, w)
	files.ToSave = filepath.Join(t.TempDir(), "list.pdf")
	s.chooseDocument(t, printing.List)
	s.final.SetChecked(true)
	s.named = printing.Printed{Graduates: 12, Unready: []printing.Unready{{ID: "1", Name: "Бойко Інна, 11-А"}}}
	s.tell(s.named)
	frametest.MustSee(t, w, "Ще не готові: 1.", "Бойко Інна, 11-А")
	there := func() bool { _, err := os.Stat(files.ToSave); return err == nil }
	if s.onSave(registrar.FormatPDF); there() || len(w.Boxes()) != 1 {
		t.Fatal("it is printed without a word")
	}
	frametest.MustSee(t, w, "Друкувати й тих, хто ще не готовий?")
	if frametest.FrontTap(t, w, "Усе одно друкувати"); !there() {
		t.Error("all may be printed, and are not")
	}
}

// UA-132: whoever is not ready is named before any document that leaves the school is saved; Enter and
// Esc write nothing, what was answered is not asked again, and of what stays nothing is asked.
func TestEveryDocumentThatLeavesAsksAboutWhoIsNotReady(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 12)
	files.ToSave = filepath.Join(t.TempDir(), "a.pdf")
	there := func() bool { _, err := os.Stat(files.ToSave); return err == nil }
	for _, leaves := range []string{printing.Card, printing.List} {
		s.chooseDocument(t, leaves)
		if len(s.named.Unready) == 0 {
			t.Fatalf("%s: everybody is ready", leaves)
		}
		for _, stay := range []func(*frame.Window){func(w *frame.Window) { press(w.Canvas().Focused(), fyne.KeyReturn) }, frametest.Esc} {
			s.onSave(registrar.FormatPDF)
			if words := frametest.DialogWords(w); !strings.Contains(words, s.named.Unready[0].Name) {
				t.Fatalf("%s: nobody is named:\n%s", leaves, words)
			}
			if stay(w); there() || len(w.Boxes()) != 0 {
				t.Errorf("%s: written, or asked still, though nobody agreed", leaves)
			}
		}
		s.onSave(registrar.FormatPDF)
		if frametest.FrontTap(t, w, "Усе одно друкувати"); !there() {
			t.Errorf("%s is not written", leaves)
		}
		files.ToSave = filepath.Join(t.TempDir(), "again.pdf")
		if s.onSave(registrar.FormatPDF); !there() {
			t.Errorf("%s: what was answered is asked again", leaves)
		}
		files.ToSave = filepath.Join(t.TempDir(), "a.pdf")
	}
	s.chooseDocument(t, printing.Sheet)
	if s.onSave(registrar.FormatPDF); !there() {
		t.Error("of a paper that stays it is asked")
	}
}

// The question is about the document that is chosen, also while the preview still shows the one before.
func TestTheQuestionWaitsForItsDocument(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 12)
	s.chooseDocument(t, printing.Sheet)
	files.ToSave = filepath.Join(t.TempDir(), "a.pdf")
	loop := new(frametest.Loop)
	w.Runner = loop.Runner()
	s.chooseDocument(t, printing.Card)
	s.onSave(registrar.FormatPDF)
	loop.Rest()
	if len(w.Boxes()) != 1 || !strings.Contains(frametest.DialogWords(w), "Друкувати й тих, хто ще не готовий?") {
		t.Errorf("nobody is asked: %s", frametest.DialogWords(w))
	}
}

func TestPrintSaysWhoIsLeftOut(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 9)
	ids := frametest.IdsOf(t, w)
	if _, err := w.Registrar().Table.Change(frametest.Ctx, ids[0], []registrar.Assign{{Field: data.FieldMarks, Value: "exempt"}}); err != nil {
		t.Fatal(err)
	}
	row, err := w.Registrar().Table.Find(ids[0])
	if err != nil {
		t.Fatal(err)
	}
	s.chooseDocument(t, printing.List)
	frametest.MustSee(t, w, "У документі 8 випускників", "Не ввійшли до документа: 1", row.Graduate.FullName(), "звільнено від ДПА")
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
	frametest.MustSee(t, w, "Друкувати нікого", "Виберіть інших випускників")
}

func TestPrintListTakesDateAndNumber(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 4)
	s.chooseDocument(t, printing.List)
	before := s.preview.pdf
	test.Type(s.number, "01-17/45")
	if !bytes.Equal(s.preview.pdf, before) {
		t.Error("the preview does not wait until the typing rests")
	}
	s.number.FocusLost()
	numbered := s.preview.pdf
	if bytes.Equal(numbered, before) {
		t.Error("the number does not come into the document")
	}
	test.Type(s.date, "31.02.2020")
	press(s.date, fyne.KeyReturn)
	frametest.MustSee(t, w, "31.02.2020", "такого дня немає")
	if s.mayPrint() {
		t.Error("a list of no day may be saved")
	}
	s.date.SetText("24.02.2020")
	press(s.date, fyne.KeyEnter)
	if !s.mayPrint() || bytes.Equal(s.preview.pdf, numbered) {
		t.Error("the date does not come into the document")
	}
}

// F-02: the outgoing date is picked from a calendar too, and the preview follows.
func TestTheOutgoingDateIsPicked(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 3)
	s.listFields.Show()
	w.Canvas().Focus(s.date)
	s.date.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
	if len(w.Canvas().Overlays().List()) != 1 {
		t.Error("no calendar opens")
	}
	year := s.registrar.Today().Time().Year()
	if s.date.LastYear != year || s.date.FirstYear != year-1 {
		t.Errorf("it offers %d to %d", s.date.FirstYear, s.date.LastYear)
	}
}

func TestPrintSaves(t *testing.T) {
	for _, c := range []struct{ campaign, document, format, begin string }{
		{"zno-2020", printing.Card, registrar.FormatPDF, "%PDF"},
		{"zno-2020", printing.List, registrar.FormatPDF, "%PDF"},
		{"zno-2020", printing.List, registrar.FormatExcel, "PK"},
		{"ort-2021", printing.Card, registrar.FormatPDF, "%PDF"},
		{"zno-2020", printing.Missing, registrar.FormatExcel, "PK"},
		{"zno-2020", printing.Site, registrar.FormatPDF, "%PDF"},
		{"ort-2021", printing.Missing, registrar.FormatPDF, "%PDF"},
		{"ort-2021", printing.Sheet, registrar.FormatPDF, "%PDF"},
	} {
		t.Run(c.campaign+" "+c.document+c.format, func(t *testing.T) {
			w, files, s, _ := printScreenOf(t, c.campaign, "uk", 6)
			s.chooseDocument(t, c.document)
			s.audience.SetSelectedIndex(1)
			var want bytes.Buffer
			if _, err := w.Registrar().Printing.Draw(&want, c.format, s.job()); err != nil {
				t.Fatal(err)
			}
			files.ToSave = filepath.Join(t.TempDir(), s.fileName(c.format))
			label := map[string]string{registrar.FormatPDF: "Зберегти PDF…", registrar.FormatExcel: "Зберегти Excel…"}[c.format]
			tapSave(t, w, label)
			got, err := os.ReadFile(files.ToSave)
			if err != nil || !bytes.Equal(got, want.Bytes()) || !strings.HasPrefix(string(got), c.begin) {
				t.Fatalf("wrote %d bytes, want %d: %v", len(got), want.Len(), err)
			}
			frametest.MustSee(t, w, ":00  ", "Записано «"+filepath.Base(files.ToSave)+"»")
			events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{})
			if err != nil {
				t.Fatal(err)
			}
			if e := events[len(events)-1]; e.Kind != registrar.EventPrinted || e.Note != c.document || e.By != "Key" {
				t.Errorf("the history ends with %+v", e)
			}
		})
	}
}

func TestPrintAddsTheEnding(t *testing.T) {
	w, files, _, _ := printScreenOf(t, "zno-2020", "uk", 4)
	files.ToSave = filepath.Join(t.TempDir(), "cards.v2")
	written := files.ToSave + registrar.FormatPDF
	tapSave(t, w, "Зберегти PDF…")
	first, err := os.ReadFile(written)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(written, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	tapSave(t, w, "Зберегти PDF…")
	frametest.MustSee(t, w, "«cards.v2.pdf» уже є")
	frametest.Tap(t, w, "Не замінювати")
	if kept, _ := os.ReadFile(written); string(kept) != "mine" {
		t.Error("a file was overwritten without consent")
	}
	tapSave(t, w, "Зберегти PDF…")
	frametest.Tap(t, w, "Замінити")
	if again, _ := os.ReadFile(written); !bytes.Equal(again, first) {
		t.Error("the file was not replaced")
	}
}

func TestPrintOpens(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	var opened []string
	var fault error
	w.OpenFile = func(path string) error {
		opened = append(opened, path)
		return fault
	}
	printed := func() (n int) {
		events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			if e.Kind == registrar.EventPrinted {
				n++
			}
		}
		return n
	}
	before := printed()
	files.ToSave = filepath.Join(t.TempDir(), "asked.pdf")
	tapSave(t, w, "Відкрити для друку")
	frametest.MustSee(t, w, "Відкрито «картки-усі.pdf»")
	if info, err := os.Stat(opened[0]); err != nil || info.Mode().Perm() != 0o600 || frametest.IsThere(files.ToSave) {
		t.Errorf("opened %v, %v; a name was asked for: %v", opened, err, frametest.IsThere(files.ToSave))
	}
	tapSave(t, w, "Відкрити для друку")
	if got := printed() - before; got != 1 {
		t.Errorf("one file lies there, the history has %d", got)
	}
	s.audience.SetSelectedIndex(1)
	tapSave(t, w, "Відкрити для друку")
	if len(opened) != 3 || opened[0] != opened[1] || opened[1] == opened[2] {
		t.Errorf("opened %v", opened)
	}
	fault = errors.New("no such program")
	tapSave(t, w, "Відкрити для друку")
	frametest.MustSee(t, w, "комп’ютер не має програми для PDF")
	w.CloseRegistry()
	for _, path := range opened {
		if frametest.IsThere(path) {
			t.Errorf("%s stays when the registry is closed", path)
		}
	}
}

func TestPrintSaysWhyAFileCannotBeWritten(t *testing.T) {
	w, files, _, _ := printScreenOf(t, "zno-2020", "uk", 4)
	files.ToSave = filepath.Join(t.TempDir(), "absent", "cards.pdf")
	tapSave(t, w, "Зберегти PDF…")
	frametest.MustSee(t, w, w.Say("ui.failed", nil), "Не вдалося записати")
}

func TestPrintDropsLateAnswers(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 9)
	l := frametest.Delay(t, w)
	s.chooseDocument(t, printing.List)
	s.final.SetChecked(true)
	s.chooseDocument(t, printing.Card)
	frametest.MustSee(t, w, "1 з 9")
	l.Do(2)
	l.Do(1)
	l.Do(0)
	for len(l.Work) > 0 {
		l.Do(0)
	}
	frametest.MustSee(t, w, "Реєстраційні картки", "У документі 9 випускників", "1 з 9")
	if all := frametest.Visible(w); strings.Contains(all, "не надруковано") || !s.mayPrint() {
		t.Errorf("a late refusal counts: %s", all)
	}
	t.Run("a picture of an earlier page", func(t *testing.T) {
		s.preview.goTo(4)
		s.preview.goTo(5)
		l.Do(1)
		shown := s.preview.sheet.picture
		l.Do(0)
		if s.preview.sheet.picture != shown {
			t.Error("page 5 came over page 6")
		}
	})
	t.Run("a PDF that is opened too late", func(t *testing.T) {
		s.audience.SetSelectedIndex(1)
		l.Do(0)
		s.audience.SetSelectedIndex(0)
		l.Do(1)
		opened := len(l.Work)
		for range opened {
			l.Do(opened - 1)
			opened--
		}
		for len(l.Work) > 0 {
			l.Do(0)
		}
		frametest.MustSee(t, w, "1 з 9")
	})
}

func TestPreviewThatIsLate(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 4)
	l := frametest.Delay(t, w)
	withEngine(t)
	w.Go(frame.Route{Screen: frame.Printing})
	s := printOf(w)
	frametest.MustSee(t, w, "Готую перегляд…")
	if s.mayPrint() {
		t.Error("nothing is made yet, but may be saved")
	}
	l.Do(0)
	frametest.MustSee(t, w, "Готую перегляд…", "У документі 4 випускники")
	if !s.mayPrint() {
		t.Error("saving waits for the preview")
	}
	l.Do(0)
	l.Do(0)
	frametest.MustSee(t, w, "1 з 4")
	if strings.Contains(frametest.Visible(w), "Готую") {
		t.Error("it still says that the preview is on its way")
	}
}

// The sentence that a preview is on its way, which was due just when the preview came, does
// not wipe it.
func TestThePreviewThatCameStays(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 4)
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	for turns := range 4 {
		s.audience.SetSelectedIndex(1 - s.audience.SelectedIndex())
		for range turns {
			loop.Work()
			loop.Turn()
		}
		loop.Work()
		loop.Ring()
		loop.Rest()
		if strings.Contains(frametest.Visible(w), "Готую") {
			t.Errorf("after %d turns it still says that the preview is on its way", turns)
		}
	}
}

func TestPreviewThatFails(t *testing.T) {
	w, files, s, engine := printScreenOf(t, "zno-2020", "uk", 4)
	engine.fault = errors.New("out of memory")
	s.audience.SetSelectedIndex(1)
	frametest.MustSee(t, w, "Показати перегляд не вдалося")
	files.ToSave = filepath.Join(t.TempDir(), "cards.pdf")
	tapSave(t, w, "Зберегти PDF…")
	if _, err := os.Stat(files.ToSave); err != nil {
		t.Errorf("without a preview nothing is saved: %v", err)
	}
	engine.fault = nil
	s.audience.SetSelectedIndex(0)
	frametest.MustSee(t, w, "1 з 4")
}

func TestPrintFollowsChanges(t *testing.T) {
	w, _, _, _ := printScreenOf(t, "zno-2020", "uk", 6)
	if err := w.Registrar().Table.Remove(frametest.Ctx, frametest.IdsOf(t, w)[:1], ""); err != nil {
		t.Fatal(err)
	}
	frametest.MustSee(t, w, "Усі випускники (5)", "1 з 5")
	w.Go(frame.Route{Screen: frame.History})
	if err := w.Registrar().Table.Remove(frametest.Ctx, frametest.IdsOf(t, w)[:1], ""); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Printing})
	frametest.MustSee(t, w, "Усі випускники (4)", "1 з 4")
}

func TestPrintOfAnEmptyRegistry(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	w.Go(frame.Route{Screen: frame.Printing})
	frametest.MustSee(t, w, "Печатать некого", "Все выпускники (0)")
}

func TestPrintTabOrder(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 30)
	s.chooseDocument(t, printing.List)
	canvas := w.Canvas()
	canvas.Focus(s.document)
	p := s.preview
	for i, want := range []fyne.Focusable{s.audience, s.state, s.to.Entry, s.final, s.date, s.number, s.savePDF, s.saveExcel, s.openPDF, s.printPDF,
		p.forward, p.search, p.smaller, p.zooms, p.larger, p.sheet} {
		canvas.FocusNext()
		if canvas.Focused() != want {
			t.Fatalf("stop %d is %T, want %T", i, canvas.Focused(), want)
		}
	}
}

func TestPrintFitsASmallWindow(t *testing.T) {
	for _, language := range text.Languages() {
		w, _, s, _ := printScreenOf(t, "zno-2020", language, 4)
		s.chooseDocument(t, printing.List)
		w.Fyne().Resize(fyne.NewSize(1024, 600))
		if need := w.Fyne().Content().MinSize(); need.Width > 1024 || need.Height > 570 {
			t.Errorf("%s: the window needs %v", language, need)
		}
	}
}

func TestPrintFileNames(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 9)
	s.chooseDocument(t, printing.List)
	if got := s.fileName(registrar.FormatExcel); got != "список-усі.xlsx" {
		t.Errorf("proposed %q", got)
	}
	s.audience.SetSelectedIndex(1)
	if got := s.fileName(registrar.FormatExcel); got != "список-"+s.chosen.class+".xlsx" {
		t.Errorf("proposed %q", got)
	}
	w.Go(frame.Route{Screen: frame.Printing, Only: frametest.IdsOf(t, w)[:2]})
	if got := s.fileName(registrar.FormatPDF); got != "список-позначені.pdf" {
		t.Errorf("proposed %q", got)
	}
	for document, want := range map[string]string{printing.Missing: "що-ще-потрібно-позначені.xlsx",
		printing.Sheet: "перевірка-позначені.xlsx", printing.Site: "дані-для-сайту-позначені.xlsx"} {
		s.chooseDocument(t, document)
		if got := s.fileName(registrar.FormatExcel); got != want {
			t.Errorf("proposed %q, want %q", got, want)
		}
	}
	one := frametest.FirstGraduate(t, w).Graduate
	w.Go(frame.Route{Screen: frame.Printing, Only: []string{one.ID}})
	s.chooseDocument(t, printing.List)
	if got, want := s.fileName(registrar.FormatPDF), "список-"+one.Surname+"-"+one.Class+".pdf"; got != want {
		t.Errorf("of one person proposed %q, want %q", got, want)
	}
}

func TestPrintOffersTheNewDocuments(t *testing.T) {
	for _, campaign := range registrar.Campaigns() {
		for _, language := range text.Languages() {
			w, _, s, _ := printScreenOf(t, campaign, language, 5)
			for _, c := range []struct {
				document string
				workbook bool
			}{{printing.Missing, true}, {printing.Sheet, false}, {printing.Site, false}} {
				t.Run("KG-059 KG-013 "+campaign+" "+language+" "+c.document, func(t *testing.T) {
					s.chooseDocument(t, c.document)
					frametest.MustSee(t, w, w.Say("document."+c.document, nil), w.Say("printing_screen.count", map[string]any{"count": 5}))
					if !s.mayPrint() || s.saveExcel.Visible() != c.workbook || s.listFields.Visible() {
						t.Errorf("may print %t, a workbook %t, fields of the list %t", s.mayPrint(), s.saveExcel.Visible(), s.listFields.Visible())
					}
					if title := w.Say("document."+c.document, nil); strings.Contains(title, "document.") {
						t.Errorf("it is called %q", title)
					}
				})
			}
		}
	}
}

func TestPreviewByPDFium(t *testing.T) {
	t.Cleanup(func() {
		if err := ClosePreview(); err != nil {
			t.Error(err)
		}
	})
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	w.Go(frame.Route{Screen: frame.Printing})
	frametest.MustSee(t, w, "1 з 4")
	s := printOf(w)
	picture := s.preview.sheet.picture
	if got := picture.Bounds().Dx(); float32(got) != s.preview.sheet.size.Width {
		t.Errorf("a page of %v is drawn %d wide", s.preview.sheet.size, got)
	}
	dark := 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if g := color.GrayModel.Convert(picture.At(x, y)).(color.Gray); g.Y < 128 {
				dark++
			}
		}
	}
	if all := picture.Bounds().Dx() * picture.Bounds().Dy(); dark < all/200 || dark > all/4 {
		t.Errorf("%d of %d dots are dark", dark, all)
	}
	s.preview.onForward()
	if s.preview.sheet.picture == picture {
		t.Error("the second page is the first")
	}
	if err := ClosePreview(); err != nil {
		t.Error(err)
	}
	s.audience.SetSelectedIndex(1)
	frametest.MustSee(t, w, "1 з ")
	t.Run("what is no PDF", func(t *testing.T) {
		if _, err := sharedEngine.Pages([]byte("no PDF")); err == nil {
			t.Error("it opened")
		}
		if sizes, err := sharedEngine.Pages(s.preview.pdf); err != nil || len(sizes) == 0 {
			t.Errorf("after a failure a good PDF has %d pages: %v", len(sizes), err)
		}
	})
}

// The sheet that a graduate reads can be printed in another language, other documents cannot.
func TestPrintInAnotherLanguage(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "ort-2021", "ru", 4)
	frametest.MustNotSee(t, w, "Язык документа")
	s.document.SetSelectedIndex(slices.Index(s.documents, "sheet"))
	frametest.MustSee(t, w, "Язык документа")
	if got := s.job().Language; got != "ru" {
		t.Errorf("at first in %q", got)
	}
	s.language.SetSelected("Кыргызча")
	if got := s.job().Language; got != "ky" {
		t.Errorf("printed in %q", got)
	}
}

// A file is named in the window's language, whatever the document.
func TestFilesOfDocumentsAreNamed(t *testing.T) {
	for campaign, language := range map[string]string{"zno-2020": "uk", "ort-2021": "ru"} {
		w, _, s, _ := printScreenOf(t, campaign, language, 1)
		for _, document := range s.documents {
			word := w.Registrar().Printing.Document(document).Word // none for a paper of the kit, named by its title
			if id := "printing_screen.file." + word; word != "" && !w.Text().Has(id) {
				t.Errorf("the file of %s has no name in %s", document, language)
			}
		}
	}
}

// UA-012 UA-058: whoever looks at the demonstration sees each paper before she needs it.
func TestEachPaperOfTheDemonstrationIsShown(t *testing.T) {
	for _, campaign := range registrar.Campaigns() {
		t.Run(campaign, func(t *testing.T) {
			w, _, s, _ := printScreenOf(t, campaign, "uk", 20)
			desktest.Attach(t, w.Registrar(), frametest.IdsOf(t, w)[0], "face_photo", desktest.GoodPortrait())
			if w.Registrar().Campaign().Field("copy_front") != nil {
				desktest.Attach(t, w.Registrar(), frametest.IdsOf(t, w)[0], "copy_front", desktest.CardFront())
			}
			for _, code := range w.Registrar().Printing.Documents() {
				s.chooseDocument(t, code)
				if len(s.preview.sizes) == 0 {
					t.Errorf("%s shows no page:\n%s", code, frametest.Visible(w))
				}
			}
		})
	}
}

// A key on the page of the preview says that somebody is there, and F1 helps as everywhere.
func TestKeysOfThePreviewMeanWhatTheyMeanElsewhere(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 1)
	touches, touched := 0, widgets.Touched
	widgets.Touched = func() { touches++ }
	defer func() { widgets.Touched = touched }()
	press(s.preview.sheet, fyne.KeyPageDown)
	if touches == 0 {
		t.Error("nobody is told of a key")
	}
	if press(s.preview.sheet, fyne.KeyF1); !w.InFront(frame.Help) {
		t.Error("F1 does not help")
	}
}

// UA-050: before photos are printed in which something is found it is asked, with their names; all may
// be printed.
func TestPhotosWithARemarkAreAskedAbout(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 3)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	dark := imagingtest.Somebody()
	dark.Bright = 0.2
	if err := w.Registrar().Form.Attach(frametest.Ctx, id, "face_photo", "", dark.JPEG(t)); err != nil {
		t.Fatal(err)
	}
	s.chooseDocument(t, printing.Photos)
	name := frametest.GraduateOf(t, w, id).FullName()
	frametest.MustSee(t, w, "Зображень із зауваженням: 1", name)
	files.ToSave = filepath.Join(t.TempDir(), "фото.pdf")
	s.onSave(registrar.FormatPDF)
	if words := frametest.DialogWords(w); !strings.Contains(words, "Друкувати ці зображення?") || !strings.Contains(words, name) {
		t.Fatalf("nobody is asked:\n%s", words)
	}
	frametest.Esc(w)
	if _, err := os.Stat(files.ToSave); err == nil {
		t.Error("it was written though nobody agreed")
	}
	s.onSave(registrar.FormatPDF)
	frametest.FrontTap(t, w, "Усе одно друкувати")
	if _, err := os.Stat(files.ToSave); err != nil {
		t.Error(err)
	}
}
