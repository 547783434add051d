package settings

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Ctrl+Z goes back from a letterhead once, then to what was done before it, and Ctrl+Y forth again.
func TestALetterheadGoesBackAndForth(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	w.Go(frame.Route{Screen: frame.SettingsPage})
	p := settingsOf(w).letterhead
	before := false
	w.Done("раніше", func() { before = true })
	p.lines.SetText("Ліцей")
	frametest.Tap(t, w, w.Say("letterhead.save_lines", nil))
	stored := func() []string { return w.Registrar().Season.Letterhead().Lines }
	if !slices.Equal(stored(), []string{"Ліцей"}) {
		t.Fatalf("stored is %v", stored())
	}
	w.Canvas().Unfocus()
	w.OnUndo()
	if len(stored()) != 0 || p.lines.Text != "" {
		t.Errorf("taken back it is %v, %q stands there", stored(), p.lines.Text)
	}
	w.OnRedo()
	if !slices.Equal(stored(), []string{"Ліцей"}) || p.lines.Text != "Ліцей" {
		t.Errorf("done again it is %v, %q stands there", stored(), p.lines.Text)
	}
	w.OnUndo()
	w.OnUndo()
	if !before {
		t.Error("what was done before cannot be reached")
	}
}

// Lines that were typed and not taken stay when an image is chosen, and are told of before the window closes.
func TestTypedLinesOfALetterheadStay(t *testing.T) {
	w, files := frametest.WithDemo(t, "zno-2020", "uk", 1)
	w.Go(frame.Route{Screen: frame.SettingsPage})
	s := settingsOf(w)
	if s.Unsaved() {
		t.Error("nothing was typed")
	}
	s.letterhead.lines.SetText("Ліцей")
	files.ToOpen = filepath.Join(t.TempDir(), "head.png")
	desktest.Must(os.WriteFile(files.ToOpen, desktest.LetterheadImage(), 0o600))
	frametest.Tap(t, w, "Вибрати зображення…")
	if s.letterhead.lines.Text != "Ліцей" || !s.Unsaved() {
		t.Errorf("%q stands there, unsaved: %v", s.letterhead.lines.Text, s.Unsaved())
	}
	w.ChangeLanguage("en")
	if s = settingsOf(w); s.letterhead.lines.Text != "Ліцей" || !s.Unsaved() {
		t.Errorf("in another language %q stands there, unsaved: %v", s.letterhead.lines.Text, s.Unsaved())
	}
	frametest.Tap(t, w, w.Say("letterhead.save_lines", nil))
	if s.Unsaved() {
		t.Error("what was taken is unsaved")
	}
}
