package printing

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestPrintListTakesDateAndNumber(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 4, printing.List)
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

func TestPrintOfAnEmptyRegistry(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	w.Go(frame.Route{Screen: frame.Printing})
	frametest.MustSee(t, w, "Здесь печатают", w.Say("menu.import", nil), "Все выпускники (0)")
	if _, err := w.Registrar().Table.Add(frametest.Ctx, []registrar.Assign{{Field: "surname", Value: "Асанова"}, {Field: "given_name", Value: "Айгуль"}}, false); err != nil {
		t.Fatal(err)
	}
	frametest.MustNotSee(t, w, w.Say("menu.import", nil))
	frametest.MustSee(t, w, "Все выпускники (1)")
}

func TestPrintTabOrder(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 30, printing.List)
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
		w, _, _, _ := printScreenOf(t, "zno-2020", language, 4, printing.List)
		w.Fyne().Resize(fyne.NewSize(1024, 600))
		if need := w.Fyne().Content().MinSize(); need.Width > 1024 || need.Height > 570 {
			t.Errorf("%s: the window needs %v", language, need)
		}
	}
}

func TestPrintOffersTheNewDocuments(t *testing.T) {
	for _, campaign := range registrar.Campaigns() {
		for _, language := range text.Languages() {
			w, _, s, _ := printScreenOf(t, campaign, language, 4, printing.Missing)
			for _, c := range []struct {
				document string
				workbook bool
			}{{printing.Missing, true}, {printing.Sheet, false}, {printing.Site, false}} {
				t.Run("KG-059 KG-013 "+campaign+" "+language+" "+c.document, func(t *testing.T) {
					s.chooseDocument(t, c.document)
					frametest.MustSee(t, w, w.Say("document."+c.document, nil), w.Say("printing_screen.count", map[string]any{"count": 4}))
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
