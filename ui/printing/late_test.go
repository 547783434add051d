package printing

import (
	"strings"
	"testing"

	"graduand/data/papers"
	"graduand/data/printer"
	"graduand/data/printer/printertest"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// loopedPrinters is the print screen of a PC whose answers wait for the test, with the document of
// everybody who is ready shown.
func loopedPrinters(t *testing.T) (*frame.Window, *Screen, *printertest.Fake, *frametest.Loop) {
	t.Helper()
	list.In(t)
	w, s, pc := withPrinters(t)
	s.chooseDocument(t, papers.Missing)
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	return w, s, pc, loop
}

// Printers that answer late ask nobody about another document than the one that was meant, nor on
// another page.
func TestLatePrintersAskAboutNothingElse(t *testing.T) {
	for what, meanwhile := range map[string]func(*testing.T, *frame.Window, *Screen){
		"another document": func(t *testing.T, _ *frame.Window, s *Screen) { s.chooseDocument(t, papers.Sheet) },
		"another page":     func(_ *testing.T, w *frame.Window, _ *Screen) { w.Go(frame.Route{Screen: frame.Graduates}) },
	} {
		t.Run(what, func(t *testing.T) {
			w, s, _, loop := loopedPrinters(t)
			s.onPrint()
			meanwhile(t, w, s)
			loop.Rest()
			if len(w.Boxes()) > 0 {
				t.Errorf("it asks: %s", frametest.DialogWords(w))
			}
		})
	}
}

// What waited for the document is forgotten by who has gone to another page.
func TestWhatWaitedForTheDocumentStaysOnItsPage(t *testing.T) {
	w, s, _, loop := loopedPrinters(t)
	s.chooseDocument(t, papers.Card)
	s.onSave(".pdf")
	w.Go(frame.Route{Screen: frame.Graduates})
	loop.Rest()
	if len(w.Boxes()) > 0 {
		t.Errorf("it asks: %s", frametest.DialogWords(w))
	}
}

// Marks are asked about those who are in the document that is shown when they are asked.
func TestMarksWaitForTheDocument(t *testing.T) {
	w, s, _, loop := loopedPrinters(t)
	s.chooseDocument(t, papers.Card)
	loop.Rest()
	s.audience.SetSelectedIndex(1)
	size := s.audiences[1].size
	s.onMark("checked")
	loop.Rest()
	if len(w.Boxes()) != 1 || size == 6 {
		t.Fatalf("%d dialogs, of %d", len(w.Boxes()), size)
	}
	if words, want := frametest.DialogWords(w), w.Say("ui.count", map[string]any{"count": size}); !strings.Contains(words, want) {
		t.Errorf("not of %s: %s", want, words)
	}
}

// The button that stops a document can be pressed again after a look at the queue has come in between.
func TestStoppingIsNotLostByALook(t *testing.T) {
	w, s, pc, loop := loopedPrinters(t)
	pc.Begins = []printer.State{{Phase: printer.Printing}}
	s.onPrint()
	loop.Rest()
	frametest.FrontTap(t, w, "Надрукувати")
	loop.Rest()
	job := s.queue[0]
	job.onStop()
	loop.Ring()
	loop.Rest()
	if job.stop.Disabled() || job.state.Phase != printer.Cancelled {
		t.Errorf("the button is off: %v, it is %s", job.stop.Disabled(), job.state.Phase)
	}
}

// What fails while somebody is elsewhere is said at the bottom, and takes no keyboard away.
func TestAFailedPrintOpensNoDialogElsewhere(t *testing.T) {
	w, s, pc, loop := loopedPrinters(t)
	pc.Begins = []printer.State{{Phase: printer.Printing}, {Phase: printer.Failed, Message: "no driver"}}
	s.onPrint()
	loop.Rest()
	frametest.FrontTap(t, w, "Надрукувати")
	loop.Rest()
	w.Go(frame.Route{Screen: frame.Graduates})
	loop.Rest()
	loop.Ring()
	loop.Rest()
	frametest.MustSee(t, w, "Не надруковано: ", "no driver")
	if len(w.Boxes()) > 0 {
		t.Errorf("a dialog: %s", frametest.DialogWords(w))
	}
}

// What is said where there is nobody to print names the field as it is called.
func TestNobodyToPrintNamesTheField(t *testing.T) {
	for _, language := range text.Languages() {
		w, _ := frametest.Empty(t, "zno-2020", language)
		if words, field := w.Say("printing_screen.do.print.nobody", nil), w.Say("printing_screen.for_whom", nil); !strings.Contains(words, field) {
			t.Errorf("%s: %q names no field %q", language, words, field)
		}
	}
}
