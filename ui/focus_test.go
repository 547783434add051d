package ui

import (
	"fmt"
	"image"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// everyPage does something on every page of a window, the form among them, and the comparison of a list
// of the centre.
func everyPage(t *testing.T, w *frame.Window, do func(page string)) {
	t.Helper()
	id, list := frametest.IdsOf(t, w)[0], centresList(t, w)
	for _, page := range append(append(w.Listed(false), w.Listed(true)...), frame.CentreList, frame.PhotoFolder, frame.Form) {
		if w.HasPage(page) {
			clearBoxes(w)
			w.Go(frame.Route{Screen: page, Graduate: id})
			do(page)
		}
	}
	if w.HasPage(frame.CentreList) {
		w.Go(frame.Route{Screen: frame.CentreList, File: list})
		frametest.MustSee(t, w, filepath.Base(list))
		do("compared list")
	}
}

// centresList is a list of the centre in which the first graduate has another number than here; somebody
// in it is not here, and all others are not in it.
func centresList(t *testing.T, w *frame.Window) string {
	t.Helper()
	g := frametest.FirstGraduate(t, w).Graduate
	return frametest.WriteFile(t, "centre.csv", "Прізвище;Ім’я;По батькові;Номер картки\n"+
		strings.Join([]string{g.Surname, g.GivenName, g.Patronymic, "1009991"}, ";")+"\nЄрьоменко;Яна;Сергіївна;1009992\n")
}

// round are all that Tab comes to, in its order, as far as they are on the page or in the list of pages.
func round(w *frame.Window) (all []fyne.Focusable) {
	seen := map[fyne.Focusable]bool{}
	w.Canvas().Unfocus()
	for w.Canvas().FocusNext(); ; w.Canvas().FocusNext() {
		f := w.Canvas().Focused()
		if f == nil || seen[f] {
			return all
		}
		seen[f] = true
		all = append(all, f)
	}
}

// Whatever Tab comes to looks otherwise while it has the keyboard, in the light and in the dark, and
// hears F1.
func TestTheKeyboardIsSeenWhereverItIs(t *testing.T) {
	for campaign, dark := range map[string]bool{"zno-2020": false, "ort-2021": true} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 3)
		w.Settings.Dark = dark
		w.Forget()
		met := map[string]bool{}
		everyPage(t, w, func(page string) {
			for _, f := range round(w) {
				o, kind := f.(fyne.CanvasObject), fmt.Sprintf("%T", f)
				if b, is := f.(*widgets.Button); is {
					kind += fmt.Sprint(b.Importance, b.Icon != nil)
				}
				if met[kind] || o.Size().IsZero() || !onScreen(w, o) {
					continue
				}
				met[kind] = true
				w.Canvas().Focus(f)
				hearsOfHelp(t, campaign+", "+page, f)
				with := areaOf(w, o)
				w.Canvas().Unfocus()
				if without := areaOf(w, o); sameImage(with, without) {
					t.Errorf("%s, %s: %T at %v looks the same with the keyboard and without", campaign, page, f, fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
				}
			}
		})
		if len(met) < 8 {
			t.Errorf("only %d kinds of inputs were met", len(met))
		}
	}
}

// hearsOfHelp fails unless F1 asks for help where the keyboard is.
func hearsOfHelp(t *testing.T, page string, f fyne.Focusable) {
	t.Helper()
	helped, asked := widgets.Helped, false
	widgets.Helped = func() { asked = true }
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if widgets.Helped = helped; !asked {
		t.Errorf("%s: %T swallows F1", page, f)
	}
}

func onScreen(w *frame.Window, o fyne.CanvasObject) bool {
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), w.Canvas().Size()
	return at.X >= 0 && at.Y >= 0 && at.X < size.Width && at.Y+o.Size().Height < size.Height
}

// areaOf is what is drawn of an object and just around it.
func areaOf(w *frame.Window, o fyne.CanvasObject) image.Image {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	all := software.RenderCanvas(w.Canvas(), fyne.CurrentApp().Settings().Theme())
	around := image.Rect(int(at.X)-4, int(at.Y)-4, int(at.X+o.Size().Width)+4, int(at.Y+o.Size().Height)+4)
	return all.(interface {
		SubImage(image.Rectangle) image.Image
	}).SubImage(around)
}

func sameImage(a, b image.Image) bool {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

// Tab goes from the top down and from the left to the right: it never jumps back to what stands both
// higher and further left.
func TestTabGoesDown(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 3)
		everyPage(t, w, func(page string) {
			if page == frame.Overview {
				return // what there is to do comes first there, which stands at the right
			}
			where := fyne.CurrentApp().Driver().AbsolutePositionForObject
			var before fyne.CanvasObject
			for _, f := range round(w) {
				o, is := f.(fyne.CanvasObject)
				if _, listed := f.(*widgets.NavItem); !is || listed {
					continue
				}
				// What is lacking scrolls by itself above the fields, and lies beside them by its measures.
				if _, scrolls := f.(*widgets.TabbedButton); scrolls {
					before = nil
					continue
				}
				if before != nil {
					// Both now: what scrolls has moved meanwhile.
					last, at := where(before), where(o)
					if last.Y-at.Y > tabSlack && last.X-at.X > tabSlack {
						t.Errorf("%s, %s: Tab jumps from %v, %T, back to %v, %T", campaign, page, last, before, at, f)
					}
				}
				before = o
			}
		})
	}
}

// tabSlack is by how much what stands in one line may differ.
const tabSlack = 16
