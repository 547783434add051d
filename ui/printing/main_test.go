package printing

import (
	"bytes"
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/graduates"
	"graduand/ui/printing/printingtest"
)

var prints = frametest.Page(frame.Printing, newTestPrint)

// list is the list of graduates, for the tests that look at it too.
var list = frametest.WhereWanted(frame.Place{Name: frame.Graduates, Page: func(w *frame.Window) frame.Screen { return graduates.New(w) }})

func TestMain(m *testing.M) {
	printingtest.KeepCompiled()
	frametest.Run(m, frametest.House(list.Place(), prints.Place()))
}

// printOf is the screen of a window.
func printOf(w *frame.Window) *Screen { return prints.Of(w) }

// testEngine draws the pages where a test has put one there; else PDFium does.
var testEngine previewEngine

func newTestPrint(w *frame.Window) *Screen {
	s := New(w)
	s.draw = drawOnce(w.Registrar())
	if testEngine != nil {
		s.preview.engine = testEngine
	}
	return s
}

// withEngine puts a fake engine into the screens that a test builds.
func withEngine(t testing.TB) *fakeEngine {
	engine := &fakeEngine{}
	testEngine = engine
	t.Cleanup(func() { testEngine = nil })
	return engine
}

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

// printScreenOf shows the print screen of a demonstration with a fake engine, at the first document
// or at this one.
func printScreenOf(t testing.TB, campaign, language string, n int, paper ...string) (*frame.Window, *frametest.Files, *Screen, *fakeEngine) {
	t.Helper()
	w, files := frametest.WithDemo(t, campaign, language, n)
	engine := withEngine(t)
	w.Go(frame.Route{Screen: frame.Printing, Paper: strings.Join(paper, "")})
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
