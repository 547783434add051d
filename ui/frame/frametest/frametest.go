// Package frametest makes windows for tests: under Fyne's test driver, with a demonstration
// or an empty registry and the screens that a test hands in, where everything happens at
// once. It sees, types and presses as a person does. Only tests import it.
package frametest

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/assets"
	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/vault/vaulttest"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// theHouse makes the house of the windows of a package's tests, see [Run].
var theHouse func() frame.House

// roomForGarbage is how much the memory may grow, in percent, before it is cleared: a
// test is over soon, and to clear more often costs it a third of its time.
const roomForGarbage = 1000

// Run runs the tests of a package with windows of this house.
func Run(m *testing.M, house func() frame.House) {
	theHouse = house
	inMemory()
	vaulttest.LowerPrice()
	debug.SetGCPercent(roomForGarbage)
	if os.Getenv(shots) == "" {
		widgets.DrawnBy = blankIcon
	}
	os.Setenv("LC_ALL", "uk_UA.UTF-8")
	kept := measuredFile()
	recall(kept)
	code := m.Run()
	remember(kept)
	demos.remove()
	os.Exit(code)
}

// The passwords of the tests with real accounts.
const (
	HeadPassword  = "пароль керівника ліцею"
	FirstPassword = "перший пароль для людини"
	OwnPassword   = "власний пароль цієї людини"
)

var (
	Ctx  = context.Background()
	Noon = time.Date(2020, 2, 24, 12, 0, 0, 0, time.UTC)
)

// TestKey opens the registries of the tests that are not about signing in.
var TestKey = func() *registrar.SchoolKey {
	key, err := registrar.NewSchoolKey(rand.NewChaCha8([32]byte{1}))
	if err != nil {
		panic(err)
	}
	return key
}()

// New makes a window under the test driver in which everything happens at
// once, with nothing open.
func New(t testing.TB, language string) (*frame.Window, *Files) {
	t.Helper()
	measured(test.NewApp()) // not a temporary one: another app would measure all as earlier windows of a test close
	return windowIn(t, t.TempDir(), language)
}

// windowIn is a window whose settings and files lie in a folder.
func windowIn(t testing.TB, folder, language string) (*frame.Window, *Files) {
	t.Helper()
	return windowAt(t, folder, language, Noon)
}

// windowAt is windowIn at another moment.
func windowAt(t testing.TB, folder, language string, now time.Time) (*frame.Window, *Files) {
	t.Helper()
	settings, err := frame.LoadSettings(folder, language)
	if err != nil {
		t.Fatal(err)
	}
	settings.Width, settings.Height, settings.Toured = 1366, 768, true
	files, app := &Files{}, fyne.CurrentApp()
	w := frame.New(app, frame.Options{Settings: settings, Runner: frame.AtOnce(), Now: func() time.Time { return now }, Files: files,
		OpenFile: func(string) error { return nil }, DemoFolder: filepath.Join(folder, "demo"), Home: folder, Key: TestKey}, theHouse())
	w.Fyne().Resize(fyne.NewSize(1366, 768))
	t.Cleanup(func() {
		w.CloseRegistry()
		if slices.Contains(app.Driver().AllWindows(), w.Fyne()) {
			w.Fyne().Close()
		}
		for _, forget := range forgetting {
			forget(w)
		}
	})
	return w, files
}

// Reopened is a new window on the same registry with the settings of the old one, as
// after a restart.
func Reopened(t testing.TB, w *frame.Window) *frame.Window {
	t.Helper()
	path := w.Registrar().Path()
	w.CloseRegistry()
	again, _ := windowIn(t, w.Home, "ru")
	again.Settings.Noticed = true
	again.Start(path)
	return again
}

// AnotherWindow is a new window with the settings and the folders of one that has gone
// without a farewell.
func AnotherWindow(t testing.TB, w *frame.Window) *frame.Window {
	again, _ := windowIn(t, w.Home, w.Settings.Language)
	return again
}

// WithDemo opens a demonstration school of n graduates, for whom nothing was printed
// yet, in a new window.
func WithDemo(t testing.TB, campaign, language string, n int) (*frame.Window, *Files) {
	t.Helper()
	return opened(t, copyDemo(t, campaign, n, TestKey), language)
}

// WithPapers is WithDemo for a school that has printed everything, as its history tells.
func WithPapers(t testing.TB, campaign, language string, n int) (*frame.Window, *Files) {
	t.Helper()
	return opened(t, copyDemo(t, campaign, n, TestKey, papers), language)
}

// WithPrepared is WithDemo for a school to which something dear was done first, as pictures
// attached that are judged: once for all tests that call it by the same name.
func WithPrepared(t testing.TB, campaign, language string, n int, called string, prepare func(r *registrar.Registrar)) (*frame.Window, *Files) {
	t.Helper()
	return opened(t, copyPrepared(t, campaign, n, called, prepare), language)
}

// WithSeason is WithDemo for a school whose season was played to a day, which is today.
func WithSeason(t testing.TB, campaign, language string, n int, today data.Date) *frame.Window {
	t.Helper()
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	o := registrar.DemoOptions{Campaign: c, Graduates: n, Seed: 1, Key: TestKey, WithoutPictures: true, WithoutPapers: true, Season: true, Until: today}
	if _, err := registrar.Demo(t.Context(), dir, o); err != nil {
		t.Fatal(err)
	}
	measured(test.NewApp())
	w, _ := windowAt(t, t.TempDir(), language, today.Time().Add(12*time.Hour))
	opensIn(t, w, filepath.Join(dir, "school.graduand"))
	return w
}

// opened is a new window on the registry at path.
func opened(t testing.TB, path, language string) (*frame.Window, *Files) {
	t.Helper()
	w, files := New(t, language)
	opensIn(t, w, path)
	return w, files
}

func opensIn(t testing.TB, w *frame.Window, path string) {
	t.Helper()
	w.Settings.Noticed = true
	// Not by the door: to look at it first is the third part of the opening.
	w.OpenAs(path, registrar.SignIn{}, w.OnOpened)
	if w.Registrar() == nil {
		t.Fatalf("the demonstration did not open: %v", Visible(w))
	}
}

// Empty opens a new registry without graduates.
func Empty(t testing.TB, campaign, language string) (*frame.Window, *Files) {
	t.Helper()
	return opened(t, copyNew(t, campaign), language)
}

// LockedDemo shows the sign-in of a demonstration school, with passwords. Nothing
// was printed yet, accesses neither.
func LockedDemo(t testing.TB, campaign, language string) (*frame.Window, string) {
	t.Helper()
	w, path, _ := LockedDemoWith(t, campaign, language)
	return w, path
}

// LockedDemoWith is LockedDemo with the dialogs for files of the window.
func LockedDemoWith(t testing.TB, campaign, language string) (*frame.Window, string, *Files) {
	t.Helper()
	w, files := New(t, language)
	w.Key = nil
	w.Settings.Noticed = true
	path := copyDemo(t, campaign, 8, nil)
	w.Start(path)
	return w, path, files
}

// WithHead opens a new registry whose founder has signed in with a password: use it where
// accounts matter.
func WithHead(t testing.TB, language string) (*frame.Window, *Files) {
	t.Helper()
	w, files := New(t, language)
	w.Key = nil
	c, err := registrar.Campaign(assets.DemoCampaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "school.graduand")
	r, err := registrar.Create(Ctx, path, c, c.Demo.School, registrar.Founder{Name: c.Demo.Head, Phone: c.Demo.HeadPhone, Password: HeadPassword},
		registrar.Options{Now: w.Now, Rand: rand.NewChaCha8([32]byte{2})})
	if err != nil {
		t.Fatal(err)
	}
	w.Settings.Noticed = true
	w.OnOpened(r, nil)
	return w, files
}

// WithRole is WithHead for somebody whom the head has let in, who has an own password
// by now.
func WithRole(t testing.TB, language string, role registrar.Role) *frame.Window {
	t.Helper()
	w, _ := WithHead(t, language)
	LetIn(t, w, role)
	return w
}

// LetIn has somebody sit before a registry in the head's place, whom the head has let in.
func LetIn(t testing.TB, w *frame.Window, role registrar.Role) {
	t.Helper()
	a := registrar.Account{Name: "Коваленко Марія", Phone: "0671112233", Role: role}
	if err := w.Registrar().AddAccount(Ctx, a, FirstPassword); err != nil {
		t.Fatal(err)
	}
	path := w.Registrar().Path()
	w.CloseRegistry()
	r, err := registrar.Open(Ctx, path, registrar.SignIn{Phone: a.Phone, Password: FirstPassword}, registrar.Options{Now: w.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.ChangePassword(Ctx, FirstPassword, OwnPassword); err != nil {
		t.Fatal(err)
	}
	w.OnOpened(r, nil)
}

// SignInAs types phone and password and presses the button.
func SignInAs(t testing.TB, w *frame.Window, phone, password string) {
	t.Helper()
	if e, bare := w.Alone().(registrar.Entrance); bare {
		w.OpenAs(e.Path, registrar.SignIn{Phone: phone, Password: password}, w.OnOpened)
		return
	}
	for id, words := range map[string]string{"signin.phone": phone, "signin.password": password} {
		entry, is := FieldBelow(w.Fyne().Content(), w.Say(id, nil)).(interface{ SetText(string) })
		if !is {
			t.Fatalf("there is no sign-in:\n%s", Visible(w))
		}
		entry.SetText(words)
	}
	Tap(t, w, w.Say("signin.enter", nil))
}
