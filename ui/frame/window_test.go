package frame_test

import (
	"context"
	"image/color"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestPanicInTheBackgroundIsAFailure(t *testing.T) {
	w, _ := frametest.New(t, "en")
	var got error
	frame.Run(w, &frame.Turn{}, func(context.Context) (int, error) { panic("Їжакевич Орися") }, func(_ int, err error) { got = err })
	if got == nil || registrar.CodeOf(got) != "" {
		t.Fatalf("got %v", got)
	}
	// It goes into the log.
	if said := got.Error(); strings.Contains(said, "Їжакевич") || !strings.Contains(said, "window_test.go") {
		t.Errorf("it says %s", said)
	}
	w.Fail(got)
	frametest.MustSee(t, w, "Your data is safe")
}

// The menu is made whenever the window is, and one of the last registries may lie on a share that has gone.
func TestMenuAsksNoDiskForTheLastRegistries(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	open := w.Registrar().Path()
	other := filepath.Dir(open) + "/./" + filepath.Base(open)
	w.Settings.Recent = []string{open, other}
	if len(w.OpenCommands()) != 2 {
		t.Error("only a disk can say that the other is the same")
	}
}

func TestLongWorkIsCancelled(t *testing.T) {
	w, _ := frametest.New(t, "en")
	w.Runner.After = func(_ time.Duration, f func()) func() {
		f()
		return func() {}
	}
	cancelled := false
	frame.RunLong(w, "Long work", func(ctx context.Context, progress frame.Progress) (int, error) {
		progress(1, 2)
		frametest.MustSee(t, w, "Long work", "Cancel")
		frametest.Tap(t, w, "Cancel")
		cancelled = ctx.Err() != nil
		return 0, ctx.Err()
	}, func(_ int, err error) { w.Fail(err) })
	if !cancelled || len(w.Boxes()) != 0 {
		t.Errorf("cancelled %v, dialogs left %d", cancelled, len(w.Boxes()))
	}
}

// TestLongWorkTellsOnlyWhatItKnows: a bar that moves until there is a number. Enter, pressed for
// what came before, does not cancel it, Esc does.
func TestLongWorkTellsOnlyWhatItKnows(t *testing.T) {
	w, _ := frametest.New(t, "en")
	w.Runner.After = func(_ time.Duration, f func()) func() {
		f()
		return func() {}
	}
	bars := func() (moving, numbered int) {
		box := w.Boxes()[0].Content()
		for _, bar := range frametest.FindAll[*widget.ProgressBarInfinite](box) {
			if bar.Visible() && bar.Running() {
				moving++
			}
		}
		for _, bar := range frametest.FindAll[*widget.ProgressBar](box) {
			if bar.Visible() {
				numbered++
			}
		}
		return moving, numbered
	}
	frame.RunLong(w, "Long work", func(ctx context.Context, progress frame.Progress) (int, error) {
		if moving, numbered := bars(); moving != 1 || numbered != 0 {
			t.Errorf("nothing is known: %d bars move, %d have a number", moving, numbered)
		}
		progress(0, 2)
		if moving, numbered := bars(); moving != 1 || numbered != 0 {
			t.Errorf("nothing is done: %d bars move, %d have a number", moving, numbered)
		}
		frametest.MustNotSee(t, w, "0 %")
		time.Sleep(110 * time.Millisecond) // it is told ten times a second at most
		progress(1, 2)
		if moving, numbered := bars(); moving != 0 || numbered != 1 {
			t.Errorf("half is done: %d bars move, %d have a number", moving, numbered)
		}
		// Beside the bar, where it can be read: on the bar no colour could be over both its halves.
		frametest.MustSee(t, w, "50 %")
		for _, bar := range frametest.FindAll[*widget.ProgressBar](w.Boxes()[0].Content()) {
			if said := bar.TextFormatter(); said != "" {
				t.Errorf("on the bar stands %q", said)
			}
		}
		if focused := w.Canvas().Focused(); focused != nil {
			frametest.Enter(focused)
		}
		frametest.Confirm(w)
		if ctx.Err() != nil || len(w.Boxes()) != 1 {
			t.Error("Enter cancels")
		}
		if frametest.Esc(w); ctx.Err() == nil {
			t.Error("Esc does not cancel")
		}
		return 0, ctx.Err()
	}, func(int, error) {})
}

// Fyne's own font draws the small Ukrainian «і» without its dot; ours must not.
func TestEveryLetterHasItsDots(t *testing.T) {
	w, _ := frametest.New(t, "uk")
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

func TestThemeIsSetWhenItChanges(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	set := 0
	fyne.CurrentApp().Settings().AddListener(func(fyne.Settings) { set++ })
	w.Settings.Language = "en"
	w.ApplySettings()
	if set != 0 || w.Say("ui.cancel", nil) != "Cancel" {
		t.Errorf("another language sets it %d times and says %q", set, w.Say("ui.cancel", nil))
	}
	for i, change := range []func(){func() { w.Settings.Dark = true }, func() { w.Settings.Scale = 130 }} {
		change()
		w.ApplySettings()
		if set != i+1 {
			t.Errorf("change %d of the look has set it %d times", i, set)
		}
	}
}

// painted counts how often it was drawn anew.
type painted struct {
	widget.BaseWidget
	times int
}

func (p *painted) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Black))
}

func (p *painted) Refresh() { p.times++ }

// To draw the page in the new look that is taken away in the same moment was the most of a
// change of theme.
func TestThePageThatGoesIsNotDrawnAnew(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	p := &painted{}
	p.ExtendBaseWidget(p)
	frametest.PageIn(w).(*fyne.Container).Add(p)
	p.times = 0
	w.OnDark()
	if p.times > 0 {
		t.Errorf("drawn %d times", p.times)
	}
}
