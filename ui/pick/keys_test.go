package pick

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// pickByKeys is a PC with folders, of which «Класи» has files and «Класи/Старі» nothing, and
// hands in a dialog that begins in Documents.
func pickByKeys(t *testing.T) (w *frame.Window, classes string, hands frametest.Hands) {
	t.Helper()
	w, home := pc(t)
	classes = filepath.Join(home, "Documents", "Класи")
	if err := os.Mkdir(filepath.Join(classes, "Старі"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(home, "Documents", "Архів"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"11-А.xlsx", "11-Б.xlsx", "випускники.xlsx"} {
		write(t, filepath.Join(classes, name), "")
	}
	return w, classes, frametest.Hands{T: t, W: w}
}

// inSight is the row that has the keyboard, "" where none shows it.
func inSight(w *frame.Window) string {
	if w.Canvas().Focused() != table(w).Focusable() || table(w).Cursor() == "" {
		return ""
	}
	return filepath.Base(table(w).Cursor())
}

// The keyboard stays in sight in the list: in a folder that was gone into at its first entry, in
// one that was gone back to at the folder that one came from, in an empty one at the way back.
func TestTheKeyboardStaysInSightInThePicker(t *testing.T) {
	w, _, hands := pickByKeys(t)
	got := ""
	w.Files.Open("Список", []string{".xlsx"}, func(path string) { got = path })
	hands.Press(fyne.KeyDown, fyne.KeyDown)
	if at := inSight(w); at != "Класи" {
		t.Fatalf("the keyboard is at %q", at)
	}
	hands.Press(fyne.KeyReturn)
	if at := inSight(w); at != "Старі" {
		t.Errorf("in a folder that was gone into it is at %q", at)
	}
	hands.Press(fyne.KeyReturn)
	if hands.Focused() == nil || hands.Focused() == table(w).Focusable() {
		t.Fatalf("in an empty folder it is at %T", hands.Focused())
	}
	hands.Press(fyne.KeyReturn)
	if at := inSight(w); at != "Старі" {
		t.Errorf("back from there it is at %q", at)
	}
	hands.Press(fyne.KeyBackspace)
	if at := inSight(w); at != "Класи" {
		t.Errorf("one folder higher it is at %q", at)
	}
	hands.Press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if filepath.Base(got) != "11-А.xlsx" {
		t.Errorf("chosen %q", got)
	}
}

// Letters go to the entry that begins with them.
func TestLettersGoToAnEntryOfThePicker(t *testing.T) {
	w, _, hands := pickByKeys(t)
	w.Files.Open("Список", []string{".xlsx"}, func(string) {})
	hands.Press(fyne.KeyDown)
	hands.Write("кл")
	if at := inSight(w); at != "Класи" {
		t.Fatalf("«кл» leads to %q", at)
	}
	hands.Press(fyne.KeyReturn)
	for _, one := range []struct{ letters, want string }{{"11-б", "11-Б.xlsx"}, {"вип", "випускники.xlsx"}, {"щ", "11-А.xlsx"}} {
		hands.Press(fyne.KeyHome, fyne.KeyDown)
		hands.WriteByHand(one.letters)
		if at := inSight(w); at != one.want {
			t.Errorf("«%s» leads to %q", one.letters, at)
		}
	}
	if entry(w).Text != "11-А.xlsx" {
		t.Errorf("the name is %q", entry(w).Text)
	}
}

// Whoever saves a file keeps its name on the way through folders, by the keyboard too.
func TestTheNameSurvivesTheKeyboard(t *testing.T) {
	w, classes, hands := pickByKeys(t)
	got := ""
	w.Files.Save("Куди", "картки.xlsx", func(path string) { got = path })
	hands.Press(fyne.KeyDown)
	hands.Write("кл")
	hands.Press(fyne.KeyReturn)
	if err := os.RemoveAll(filepath.Join(classes, "Старі")); err != nil {
		t.Fatal(err)
	}
	hands.Press(fyne.KeyBackspace, fyne.KeyReturn)
	if at := inSight(w); at != "11-А.xlsx" || entry(w).Text != "картки.xlsx" {
		t.Fatalf("the keyboard is at %q, the name is %q", at, entry(w).Text)
	}
	frametest.FrontTap(t, w, "Зберегти")
	if got != filepath.Join(classes, "картки.xlsx") {
		t.Errorf("saved as %q", got)
	}
}

// Who comes to the list by Tab has changed nothing yet, and a place leads into the list.
func TestTabIntoTheListTakesNothing(t *testing.T) {
	w, _, hands := pickByKeys(t)
	w.Files.Save("Куди", "картки.xlsx", func(string) {})
	frametest.Tap(t, w, "Документи")
	if at := inSight(w); at != "Архів" {
		t.Errorf("a place leads to %q", at)
	}
	w.Canvas().Focus(entry(w))
	for range 20 {
		if hands.Focused() == table(w).Focusable() {
			break
		}
		frametest.Tab(w)
	}
	if inSight(w) == "" || entry(w).Text != "картки.xlsx" {
		t.Errorf("the keyboard is at %q, the name is %q", inSight(w), entry(w).Text)
	}
}
