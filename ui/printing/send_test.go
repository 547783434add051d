package printing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/printer"
	"graduand/data/printer/printertest"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// withPrinters is the print screen of a PC with two printers.
func withPrinters(t *testing.T) (*frame.Window, *Screen, *printertest.Fake) {
	t.Helper()
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	pc := &printertest.Fake{All: []printing.Printer{{Name: "Canon", Title: "Каса", Trouble: []string{"media-empty"}}, {Name: "HP", Title: "HP LaserJet", Default: true}}}
	s.system = pc
	return w, s, pc
}

// askToPrint presses the button, and prints those too who are not ready.
func askToPrint(t *testing.T, w *frame.Window) {
	t.Helper()
	frametest.Tap(t, w, "Надрукувати…")
	if strings.Contains(frametest.Visible(w), "Друкувати й тих, хто ще не готовий?") {
		frametest.FrontTap(t, w, "Усе одно друкувати")
	}
}

// choices are the captions of what a dialog asks with what is chosen.
func choices(w *frame.Window) (all []string) {
	for _, c := range frametest.FindAll[interface{ SelectedIndex() int }](w.Boxes()[len(w.Boxes())-1].Content()) {
		all = append(all, fmt.Sprint(c.SelectedIndex()))
	}
	return all
}

func TestPrintFromTheWindow(t *testing.T) {
	w, s, pc := withPrinters(t)
	askToPrint(t, w)
	frametest.MustSee(t, w, "Надрукувати: Реєстраційні картки, сторінок: 6")
	if got := choices(w); !slices.Equal(got, []string{"1", "0", "1"}) {
		t.Errorf("proposed is %v: not the default printer, in order, one side of a card", got)
	}
	frametest.FillIn(t, w, "Примірників", "2")
	frametest.FrontTap(t, w, "Надрукувати")
	job := pc.Jobs()[0]
	want := printer.Order{Printer: "HP", Paper: "a4", Copies: 2, Sides: printing.OneSided, Title: "Реєстраційні картки (6)"}
	if job.Order != want || !job.Released || !bytes.HasPrefix(job.Pages, []byte("%PDF")) {
		t.Errorf("%+v, released %v", job.Order, job.Released)
	}
	frametest.MustSee(t, w, "Надіслано на принтер «HP LaserJet»: 6 сторінок", "Реєстраційні картки, HP LaserJet: надруковано")
	t.Run("the printer is remembered on this PC", func(t *testing.T) {
		pc.All[1].Default, pc.All[0].Default = false, true
		askToPrint(t, w)
		if got := choices(w)[0]; got != "1" || w.Settings.Printer != "HP" {
			t.Errorf("printer %s is proposed, remembered is %q", got, w.Settings.Printer)
		}
		frametest.FrontTap(t, w, "Скасувати")
	})
	t.Run("and goes to whom was said", func(t *testing.T) {
		s.to.Entry.SetText("класному керівнику")
		askToPrint(t, w)
		frametest.FrontTap(t, w, "Надрукувати")
		events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{Kind: registrar.EventPrinted})
		if last := events[len(events)-1]; err != nil || last.To != "класному керівнику" || last.Print.Printer != "HP LaserJet" {
			t.Errorf("%+v, %v", last, err)
		}
	})
}

func TestPrintSaysWhatThePrinterLacks(t *testing.T) {
	w, _, pc := withPrinters(t)
	askToPrint(t, w)
	frametest.MustNotSee(t, w, "зараз не друкує")
	frametest.Choose(frametest.SelectIn(t, w), "Каса")
	frametest.MustSee(t, w, "Цей принтер зараз не друкує: немає паперу.")
	frametest.FillIn(t, w, "Примірників", "сто")
	frametest.FrontTap(t, w, "Надрукувати")
	frametest.MustSee(t, w, "Копій може бути від 1 до 99.")
	pc.Releasing = func(context.Context) error {
		return data.FailWith(errors.New("full"), "printer.refused", data.Args{"words": "full"})
	}
	frametest.FillIn(t, w, "Примірників", "1")
	frametest.FrontTap(t, w, "Надрукувати")
	frametest.MustSee(t, w, "Принтер не прийняв документ: full")
}

func TestPrintFollowsTheQueue(t *testing.T) {
	w, s, pc := withPrinters(t)
	pc.Begins = []printer.State{{Phase: printer.Waiting}, {Phase: printer.Stopped, Reasons: []string{"media-jam", "door-open"}}, {Phase: printer.Printing}, {Phase: printer.Done}}
	send := func() *sentJob {
		askToPrint(t, w)
		frametest.FrontTap(t, w, "Надрукувати")
		return s.queue[len(s.queue)-1]
	}
	job := send()
	frametest.MustSee(t, w, "HP LaserJet: в черзі", "Скасувати друк")
	job.look()
	frametest.MustSee(t, w, "HP LaserJet: чекає на", "застряг папір, відчинено дверцята")
	t.Run("through another language, in which the line is", func(t *testing.T) {
		w.ChangeLanguage("en")
		s = printOf(w)
		s.system = pc
		frametest.MustSee(t, w, "HP LaserJet: being printed")
		w.ChangeLanguage("uk")
		s = printOf(w)
		s.system = pc
		frametest.MustSee(t, w, "HP LaserJet: надруковано")
		frametest.MustNotSee(t, w, "Скасувати друк")
	})
	t.Run("it can be cancelled", func(t *testing.T) {
		pc.Begins = []printer.State{{Phase: printer.Printing}}
		send()
		frametest.Tap(t, w, "Скасувати друк")
		frametest.MustSee(t, w, "HP LaserJet: скасовано")
		if jobs := pc.Jobs(); !jobs[len(jobs)-1].Cancelled {
			t.Error("the queue was not told")
		}
	})
	t.Run("what fails is said", func(t *testing.T) {
		pc.Begins = []printer.State{{Phase: printer.Failed, Message: "no driver"}}
		send()
		frametest.MustSee(t, w, "Принтер не надрукував документ.", "no driver")
	})
}

func TestPrintWithoutAPrinterLeadsToAnotherProgram(t *testing.T) {
	w, s, _ := withPrinters(t)
	s.system = &printertest.Fake{}
	opened := ""
	w.OpenFile = func(path string) error { opened = path; return nil }
	askToPrint(t, w)
	frametest.MustSee(t, w, "Надрукувати звідси не вийде", "не встановлено жодного принтера")
	frametest.FrontTap(t, w, "Відкрити для друку")
	if opened == "" {
		t.Error("nothing was opened")
	}
}

func TestPrintAsksNoMoreThanASystemCan(t *testing.T) {
	w, _, pc := withPrinters(t)
	pc.Unable = true
	askToPrint(t, w)
	frametest.MustNotSee(t, w, "Порядок сторінок", "Сторони аркуша")
	frametest.FrontTap(t, w, "Надрукувати")
	if o := pc.Jobs()[0].Order; o.Reverse || o.Printer != "HP" {
		t.Errorf("%+v", o)
	}
}

func TestPrintNotesWhatBecameOfThePaper(t *testing.T) {
	w, s, _ := withPrinters(t)
	for i, id := range frametest.IdsOf(t, w) {
		frametest.ChangeField(t, w, id, "card_number", fmt.Sprintf("041235%d", i))
	}
	cards := func(state data.CardState) int {
		t.Helper()
		rows, err := w.Registrar().Table.List(registrar.Filter{Card: state})
		if err != nil {
			t.Fatal(err)
		}
		return len(rows)
	}
	askToPrint(t, w)
	frametest.FrontTap(t, w, "Надрукувати")
	if got := cards(data.CardPrinted); got != 6 {
		t.Errorf("%d are printed", got)
	}
	s.audience.SetSelectedIndex(1)
	class := s.chosen.size
	frametest.Tap(t, w, "Перевірено…")
	frametest.MustSee(t, w, "Надруковане перевірено", "Позначка стосується того, що надруковано зараз")
	frametest.FrontTap(t, w, "Позначити")
	if got := cards(data.CardChecked); got != class || class == 6 {
		t.Errorf("%d of %d are checked", got, class)
	}
	frametest.Tap(t, w, "Підписано…")
	frametest.FrontTap(t, w, "Позначити")
	if got := cards(data.CardSigned); got != class {
		t.Errorf("%d are signed", got)
	}
	w.OnUndo()
	if got := cards(data.CardChecked); got != class {
		t.Errorf("taken back %d are checked", got)
	}
	s.chooseDocument(t, printing.List)
	frametest.MustNotSee(t, w, "Перевірено…")
}
