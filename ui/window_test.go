package ui

import (
	"context"
	"image/color"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"graduand/data/registrar"
)

func TestPanicInTheBackgroundIsAFailure(t *testing.T) {
	w, _ := newTestWindow(t, "en")
	var got error
	run(w, &turn{}, func(context.Context) (int, error) { panic("boom") }, func(_ int, err error) { got = err })
	if got == nil || registrar.CodeOf(got) != "" {
		t.Fatalf("got %v", got)
	}
	w.fail(got)
	mustSee(t, w, "Your data is safe")
}

func TestLongWorkIsCancelled(t *testing.T) {
	w, _ := newTestWindow(t, "en")
	w.Runner.After = func(_ time.Duration, f func()) func() {
		f()
		return func() {}
	}
	cancelled := false
	runLong(w, "Long work", func(ctx context.Context, progress Progress) (int, error) {
		progress(1, 2)
		mustSee(t, w, "Long work", "Cancel")
		tap(t, w, "Cancel")
		cancelled = ctx.Err() != nil
		return 0, ctx.Err()
	}, func(_ int, err error) { w.fail(err) })
	if !cancelled || len(w.Boxes()) != 0 {
		t.Errorf("cancelled %v, dialogs left %d", cancelled, len(w.Boxes()))
	}
}

func TestSavingAsksBeforeReplacing(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 5)
	p := &ownPicker{window: w}
	path := filepath.Join(p.start(), "card.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	asked := ""
	p.Save("Save", "card.pdf", func(path string) { asked = path })
	tap(t, w, w.say("ui.save_here", nil))
	mustSee(t, w, "Замінити файл?")
	if asked != "" {
		t.Error("chosen before the question was answered")
	}
	tap(t, w, "Замінити")
	if asked != path {
		t.Errorf("chosen %q", asked)
	}
}

// Fyne's own font draws the small Ukrainian «і» without its dot; ours must not.
func TestEveryLetterHasItsDots(t *testing.T) {
	w, _ := newTestWindow(t, "uk")
	ink := func(letter string) int {
		text := canvas.NewText(letter, color.Black)
		text.TextSize = 60
		w.Fyne().SetContent(text)
		w.Fyne().Resize(fyne.NewSize(100, 100))
		picture, rows := w.Canvas().Capture(), 0
		for y := range picture.Bounds().Dy() {
			for x := range picture.Bounds().Dx() {
				if r, _, _, _ := picture.At(x, y).RGBA(); r < 0x8000 {
					rows++
					break
				}
			}
		}
		return rows
	}
	for dotted, plain := range map[string]string{"і": "ı", "ї": "ı", "ё": "е", "й": "и", "ґ": "г"} {
		if ink(dotted) <= ink(plain) {
			t.Errorf("%s is drawn as low as %s", dotted, plain)
		}
	}
}
