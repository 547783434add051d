package printing

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestPrintFinalListRefusesDrafts(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 12, printing.List)
	files.ToSave = filepath.Join(t.TempDir(), "list.pdf")
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
	w.Go(frame.Route{Screen: frame.History})
	numberAll(w.Registrar())
	w.Go(frame.Route{Screen: frame.Printing})
	frametest.MustSee(t, w, "1 з ")
	if !s.mayPrint() || strings.Contains(frametest.Visible(w), "не надруковано") {
		t.Errorf("with all numbers the list is still refused: %s", frametest.Visible(w))
	}
}

// numberAll gives everybody a number of the centre and subjects that a final list takes.
func numberAll(r *registrar.Registrar) {
	rows, err := r.Table.List(registrar.Filter{})
	desktest.Must(err)
	for i, row := range rows {
		values := []registrar.Assign{{Field: data.FieldSubjects, Value: "ukrainian,mathematics,history"}, {Field: data.FieldAttestation, Value: "ukrainian,mathematics,history"}}
		if row.Graduate.Current().CardNumber == "" {
			values = append(values, registrar.Assign{Field: data.FieldCardNumber, Value: "77" + strings.Repeat("0", 4) + string(rune('0'+i%10))})
		}
		_, err := r.Table.Change(frametest.Ctx, row.Graduate.ID, values)
		desktest.Must(err)
	}
}

// UA-132: who is not ready is named beside a final list and before it is printed, and may be printed.
func TestAFinalListNamesWhoIsNotReady(t *testing.T) {
	w, files := frametest.WithPrepared(t, "zno-2020", "uk", 4, "numbered", numberAll)
	withEngine(t)
	w.Go(frame.Route{Screen: frame.Printing, Paper: printing.List})
	s := printOf(w)
	files.ToSave = filepath.Join(t.TempDir(), "list.pdf")
	s.final.SetChecked(true)
	s.named = printing.Printed{Graduates: 4, Unready: []printing.Unready{{ID: "1", Name: "Бойко Інна, 11-А"}}}
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

// UA-057: so is who should not be on one, with the reason; and that such a list is kept on paper alone.
func TestAFinalListNamesWhoShouldNotBeOnIt(t *testing.T) {
	w, files := frametest.WithPrepared(t, "zno-2020", "uk", 4, "numbered", numberAll)
	withEngine(t)
	w.Go(frame.Route{Screen: frame.Printing, Paper: printing.List})
	s := printOf(w)
	files.ToSave = filepath.Join(t.TempDir(), "list.pdf")
	if strings.Contains(frametest.Visible(w), "Це лише папір") {
		t.Error("it is said of a list for work")
	}
	s.final.SetChecked(true)
	frametest.MustSee(t, w, "Цих у підписаному списку не має бути: 4.", "комплект не прийнято", "Це лише папір")
	there := func() bool { _, err := os.Stat(files.ToSave); return err == nil }
	if s.onSave(registrar.FormatPDF); there() || len(w.Boxes()) != 1 {
		t.Fatal("it is printed without a word")
	}
	if words := frametest.DialogWords(w); !strings.Contains(words, "комплект не прийнято") {
		t.Errorf("it is asked\n%s", words)
	}
	if frametest.FrontTap(t, w, "Усе одно друкувати"); !there() {
		t.Error("all may be printed, and are not")
	}
}

func TestPrintSaysWhoIsLeftOut(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 4)
	ids := frametest.IdsOf(t, w)
	if _, err := w.Registrar().Table.Change(frametest.Ctx, ids[0], []registrar.Assign{{Field: data.FieldMarks, Value: "exempt"}}); err != nil {
		t.Fatal(err)
	}
	row, err := w.Registrar().Table.Find(ids[0])
	if err != nil {
		t.Fatal(err)
	}
	s.chooseDocument(t, printing.List)
	frametest.MustSee(t, w, "У документі 3 випускники", "Не ввійшли до документа: 1", row.Graduate.FullName(), "звільнено від ДПА")
	w.Go(frame.Route{Screen: frame.Printing, Only: ids[:1]})
	frametest.MustSee(t, w, "Друкувати нікого", "Виберіть інших випускників")
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
