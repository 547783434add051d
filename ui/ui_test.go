package ui

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/assets"
	"graduand/data/registrar"
)

func TestMain(m *testing.M) {
	os.Setenv("LC_ALL", "uk_UA.UTF-8")
	os.Exit(m.Run())
}

var (
	ctx  = context.Background()
	noon = time.Date(2020, 2, 24, 12, 0, 0, 0, time.UTC)
)

// testKey opens the registries of the tests that are not about signing in.
var testKey = func() *registrar.SchoolKey {
	key, err := registrar.NewSchoolKey(rand.NewChaCha8([32]byte{1}))
	if err != nil {
		panic(err)
	}
	return key
}()

// fakeFiles answers every question for a file with the same path.
type fakeFiles struct{ open, save, folder string }

func (f *fakeFiles) Open(_ string, _ []string, chosen func(string)) {
	if f.open != "" {
		chosen(f.open)
	}
}

func (f *fakeFiles) Save(_, _ string, chosen func(string)) {
	if f.save != "" {
		chosen(f.save)
	}
}

func (f *fakeFiles) Folder(_ string, chosen func(string)) {
	if f.folder != "" {
		chosen(f.folder)
	}
}

// newTestWindow makes a window under the test driver in which everything happens at
// once, with nothing open.
func newTestWindow(t testing.TB, language string) (*Window, *fakeFiles) {
	t.Helper()
	app := test.NewTempApp(t)
	folder := t.TempDir()
	settings, err := LoadSettings(folder, language)
	if err != nil {
		t.Fatal(err)
	}
	settings.Width, settings.Height = 1366, 768
	files := &fakeFiles{}
	w := New(app, Options{Settings: settings, Runner: AtOnce(), Now: func() time.Time { return noon }, Files: files,
		OpenFile: func(string) error { return nil }, DemoFolder: filepath.Join(folder, "demo"), Home: folder, Key: testKey})
	w.window.Resize(fyne.NewSize(1366, 768))
	t.Cleanup(func() {
		w.closeRegistry()
		if slices.Contains(app.Driver().AllWindows(), w.window) {
			w.window.Close()
		}
	})
	return w, files
}

// withDemo opens a demonstration school of n graduates in a new window.
func withDemo(t testing.TB, campaign, language string, n int) (*Window, *fakeFiles) {
	t.Helper()
	w, files := newTestWindow(t, language)
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "demo")
	if _, err := registrar.Demo(ctx, dir, registrar.DemoOptions{Campaign: c, Graduates: n, Seed: 1, Key: testKey}); err != nil {
		t.Fatal(err)
	}
	w.Settings.Noticed = true
	w.Start(filepath.Join(dir, "school.graduand"))
	if w.registrar == nil {
		t.Fatalf("the demonstration did not open: %v", visible(w))
	}
	return w, files
}

// empty opens a new registry without graduates.
func empty(t testing.TB, campaign, language string) (*Window, *fakeFiles) {
	t.Helper()
	w, files := newTestWindow(t, language)
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "school.graduand")
	r, err := registrar.Create(ctx, path, c, c.Demo.School, registrar.Founder{Name: "Тест"}, registrar.Options{Rand: rand.NewChaCha8([32]byte{}), Key: testKey})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	w.Settings.Noticed = true
	w.Start(path)
	return w, files
}

// visible is every text that a person sees in the window, dialogs included.
func visible(w *Window) string {
	var words []string
	collect(w.window.Content(), &words)
	for _, overlay := range w.Canvas().Overlays().List() {
		collect(overlay, &words)
	}
	return strings.Join(words, "\n")
}

func collect(o fyne.CanvasObject, words *[]string) {
	if o == nil || !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *canvas.Text:
		*words = append(*words, o.Text)
	case *fyne.Container:
		for _, child := range o.Objects {
			collect(child, words)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			collect(child, words)
		}
	}
}

// tap presses the button with this label, wherever it is.
func tap(t testing.TB, w *Window, label string) {
	t.Helper()
	for _, root := range append([]fyne.CanvasObject{w.window.Content()}, w.Canvas().Overlays().List()...) {
		if b := findButton(root, label); b != nil {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("there is no button %q in:\n%s", label, visible(w))
}

func findButton(o fyne.CanvasObject, label string) fyne.Tappable {
	if o == nil || !o.Visible() {
		return nil
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *widget.Button:
		if o.Text == label && !o.Disabled() {
			return o
		}
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		if b, is := o.(interface {
			fyne.Tappable
			Disabled() bool
		}); is && !b.Disabled() {
			if _, isEntry := o.(fyne.Focusable); isEntry {
				var words []string
				collect(o, &words)
				if strings.Join(words, "") == label {
					return b
				}
			}
		}
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		if b := findButton(child, label); b != nil {
			return b
		}
	}
	return nil
}

// mustSee fails unless a person sees all these words.
func mustSee(t testing.TB, w *Window, words ...string) {
	t.Helper()
	all := visible(w)
	for _, word := range words {
		if !strings.Contains(all, word) {
			t.Errorf("nobody sees %q in:\n%s", word, all)
		}
	}
}

func TestOpenShowsTheSchool(t *testing.T) {
	w, _ := withDemo(t, assets.DemoCampaign, "uk", 5)
	mustSee(t, w, "ЗНО-2020", "Тихоозерський ліцей", "Випускники", "Друк")
}

// works are the pages of the work that the navigation lists.
func works(w *Window) []string {
	names, _ := w.house.Listed(w)
	return names
}
