package field

import (
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/imaging/pdf/pdftest"
	"graduand/ui/frame/frametest"
)

// scanned writes a PDF of a small white page with a black corner, and a red one, where somebody
// chooses it.
func scanned(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "скан.pdf")
	white := pdftest.Page{Width: 99, Height: 140, Draws: "0 0 16 8 re f"}
	red := pdftest.Page{Width: 90, Height: 60, Draws: "1 0 0 rg 0 0 90 60 re f"}
	if err := os.WriteFile(path, pdftest.Written(white, red), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// isRed says that the red page is seen large.
func isRed(p *PictureView) bool {
	picture := p.picture.picture.Image
	r, g, b, _ := picture.At(picture.Bounds().Dx()/2, picture.Bounds().Dy()/2).RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255} == color.RGBA{255, 0, 0, 255}
}

func TestAScanAsPDFIsSeen(t *testing.T) {
	f, files := withFiles(t, "face_photo", "passport_front", "passport_back")
	slot, scan := f.slot("passport_front"), scanned(t)
	t.Run("KG-047 it is chosen by the keyboard, and its first page stands small in the slot", func(t *testing.T) {
		frametest.MustSee(t, f.w, "JPEG, PNG или PDF; файл можно перетащить сюда.", "Фотография JPEG или PNG; её можно перетащить сюда.")
		files.ToOpen = scan
		frametest.Enter(slot.choose)
		frametest.MustSee(t, f.w, "PDF, страниц: 2, 958 Б", "Осталось подтвердить")
		if b := slot.thumb.picture.Image.Bounds(); slot.thumb.picture.Hidden || b.Dy() != 2*Thumbnail || b.Dx() >= b.Dy() {
			t.Errorf("%v", b)
		}
	})
	t.Run("KG-022 a photo of the face is no PDF, and the slot says what is wanted", func(t *testing.T) {
		frametest.Enter(f.slot("face_photo").choose)
		frametest.MustSee(t, f.w, "Это PDF, а здесь нужна фотография.")
	})
	t.Run("KG-030 a PDF that is let go on the form goes to the first empty slot that takes one", func(t *testing.T) {
		outside := fyne.NewPos(-5, -5)
		if DropOnFiles([]Input{f.inputs["face_photo"]}, outside, []string{scan}) {
			t.Error("the slot of the face wants it")
		}
		if !DropOnFiles([]Input{f.inputs["face_photo"], f.inputs["passport_back"]}, outside, []string{scan}) ||
			frametest.GraduateOf(t, f.w, f.id).Get("passport_back") == "" {
			t.Error("it was not attached")
		}
	})
	t.Run("KG-047 it is given back with its ending", func(t *testing.T) {
		if slot.ending != ".pdf" {
			t.Error(slot.ending)
		}
	})
}

func TestPagesAreTurned(t *testing.T) {
	f, files := withFiles(t, "passport_front")
	files.ToOpen = scanned(t)
	frametest.Enter(f.slot("passport_front").choose)
	var seen *PictureView
	shown := func(t *testing.T, page string, red bool) {
		t.Helper()
		if words := frametest.DialogWords(f.w); !strings.Contains(words, page) || isRed(seen) != red {
			t.Errorf("%s is not seen:\n%s", page, words)
		}
	}
	seen = NewPictureView(f.w)
	box := seen.showIn(f.id, "passport_front", "Паспорт")
	t.Run("KG-047 by the keys, whatever has the keyboard", func(t *testing.T) {
		shown(t, "Страница 1 из 2", false)
		frametest.MustSee(t, f.w, "Страницы листают Page Up и Page Down.")
		press(f.w, fyne.KeyPageDown)
		shown(t, "Страница 2 из 2", true)
		press(f.w, fyne.KeyPageDown)
		shown(t, "Страница 2 из 2", true)
		f.w.Canvas().Focus(box.Primary())
		press(f.w, fyne.KeyPageUp)
		shown(t, "Страница 1 из 2", false)
		f.w.Canvas().Unfocus()
		f.w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		shown(t, "Страница 2 из 2", true)
	})
	t.Run("KG-047 and by the buttons, as far as there are pages", func(t *testing.T) {
		if !seen.pages.forward.Disabled() || seen.pages.back.Disabled() {
			t.Error("behind the last page is another")
		}
		frametest.Enter(seen.pages.back)
		shown(t, "Страница 1 из 2", false)
		if seen.pages.forward.Disabled() || !seen.pages.back.Disabled() {
			t.Error("before the first page is another")
		}
	})
	t.Run("KG-025 an answer and a turn leave the page where it is", func(t *testing.T) {
		frametest.Enter(seen.pages.forward)
		seen.FocusOpen()
		press(f.w, fyne.KeyLeft)
		shown(t, "Страница 2 из 2", true)
		frametest.FrontTap(t, f.w, "Повернуть вправо")
		shown(t, "Страница 2 из 2", true)
		if b := seen.picture.picture.Image.Bounds(); b.Dx() >= b.Dy() {
			t.Errorf("the page is not turned: %v", b)
		}
	})
}

// A page that nobody waits for any more is given up, not drawn to the end.
func TestWhatIsLeftIsGivenUp(t *testing.T) {
	r := &Reading{}
	first := r.Begin()
	second := r.Begin()
	if first.Err() == nil || second.Err() != nil {
		t.Errorf("%v, %v", first.Err(), second.Err())
	}
	if r.Void(); second.Err() == nil {
		t.Error("it is read on")
	}
	if _, err := pictureOf(second, pdftest.Endless(), viewed{100, 0}, 0); err == nil {
		t.Error("a page is drawn that nobody waits for")
	}
}
