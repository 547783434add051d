package ui

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/assets"
	"graduand/data/registrar"
)

// testHouse makes the house of the windows of a package's tests, see [run tests].
var testHouse func() House

// runTests runs the tests of a package with windows of this house.
func runTests(m *testing.M, house func() House) {
	testHouse = house
	os.Setenv("LC_ALL", "uk_UA.UTF-8")
	code := m.Run()
	demos.remove()
	os.Exit(code)
}

// The passwords of the tests with real accounts.
const (
	headPassword  = "пароль керівника ліцею"
	firstPassword = "перший пароль для людини"
	ownPassword   = "власний пароль цієї людини"
)

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
type fakeFiles struct{ toOpen, toSave, toFolder string }

func (f *fakeFiles) Open(_ string, _ []string, chosen func(string)) {
	if f.toOpen != "" {
		chosen(f.toOpen)
	}
}

func (f *fakeFiles) Save(_, _ string, chosen func(string)) {
	if f.toSave != "" {
		chosen(f.toSave)
	}
}

func (f *fakeFiles) Folder(_ string, chosen func(string)) {
	if f.toFolder != "" {
		chosen(f.toFolder)
	}
}

// later keeps work for the test to do in whatever order.
type later struct{ work []func() }

func (l *later) runner() Runner {
	r := AtOnce()
	r.Background = func(f func()) { l.work = append(l.work, f) }
	return r
}

func (l *later) do(i int) {
	f := l.work[i]
	l.work = append(l.work[:i], l.work[i+1:]...)
	f()
}

// newTestWindow makes a window under the test driver in which everything happens at
// once, with nothing open.
func newTestWindow(t testing.TB, language string) (*Window, *fakeFiles) {
	t.Helper()
	test.NewTempApp(t)
	return windowIn(t, t.TempDir(), language)
}

// windowIn is a window whose settings and files lie in a folder.
func windowIn(t testing.TB, folder, language string) (*Window, *fakeFiles) {
	t.Helper()
	settings, err := LoadSettings(folder, language)
	if err != nil {
		t.Fatal(err)
	}
	settings.Width, settings.Height = 1366, 768
	files, app := &fakeFiles{}, fyne.CurrentApp()
	w := newWindow(app, Options{Settings: settings, Runner: AtOnce(), Now: func() time.Time { return noon }, Files: files,
		OpenFile: func(string) error { return nil }, DemoFolder: filepath.Join(folder, "demo"), Home: folder, Key: testKey}, testHouse())
	w.Fyne().Resize(fyne.NewSize(1366, 768))
	t.Cleanup(func() {
		w.closeRegistry()
		if slices.Contains(app.Driver().AllWindows(), w.Fyne()) {
			w.Fyne().Close()
		}
	})
	return w, files
}

// reopened is a new window on the same registry with the settings of the old one, as
// after a restart.
func reopened(t testing.TB, w *Window) *Window {
	t.Helper()
	path := w.Registrar().Path()
	w.closeRegistry()
	again, _ := windowIn(t, w.Home, "ru")
	again.Settings.Noticed = true
	again.Start(path)
	return again
}

// madeDemos are demonstrations that were made already: each is made once in a run of
// tests, and copied for every window.
type madeDemos struct {
	mu     sync.Mutex
	folder string
	made   map[string]string
}

var demos = &madeDemos{made: map[string]string{}}

// copyTo copies the demonstration school of n graduates; 0 is the usual number. Key is
// nil for one with real passwords.
func (d *madeDemos) copyTo(folder, campaign string, n int, key *registrar.SchoolKey) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	name := fmt.Sprintf("%s-%d-%v", campaign, n, key != nil)
	if d.made[name] == "" {
		if err := d.make(name, campaign, n, key); err != nil {
			return err
		}
	}
	return os.CopyFS(folder, os.DirFS(d.made[name]))
}

func (d *madeDemos) make(name, campaign string, n int, key *registrar.SchoolKey) (err error) {
	if d.folder == "" {
		if d.folder, err = os.MkdirTemp("", "graduand-demos-"); err != nil {
			return err
		}
	}
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		return err
	}
	dir := filepath.Join(d.folder, name)
	if _, err := registrar.Demo(ctx, dir, registrar.DemoOptions{Campaign: c, Graduates: n, Seed: 1, Key: key}); err != nil {
		return err
	}
	d.made[name] = dir
	return nil
}

func (d *madeDemos) remove() {
	if d.folder != "" {
		os.RemoveAll(d.folder)
	}
}

// withDemo opens a demonstration school of n graduates in a new window.
func withDemo(t testing.TB, campaign, language string, n int) (*Window, *fakeFiles) {
	t.Helper()
	w, files := newTestWindow(t, language)
	dir := filepath.Join(t.TempDir(), "demo")
	if err := demos.copyTo(dir, campaign, n, testKey); err != nil {
		t.Fatal(err)
	}
	w.Settings.Noticed = true
	w.Start(filepath.Join(dir, "school.graduand"))
	if w.Registrar() == nil {
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

// lockedDemo shows the sign-in of a demonstration school, with real passwords.
func lockedDemo(t testing.TB, campaign, language string) (*Window, string) {
	t.Helper()
	w, _ := newTestWindow(t, language)
	w.Key = nil
	dir := filepath.Join(t.TempDir(), "demo")
	if err := demos.copyTo(dir, campaign, 8, nil); err != nil {
		t.Fatal(err)
	}
	w.Settings.Noticed = true
	path := filepath.Join(dir, "school.graduand")
	w.Start(path)
	return w, path
}

// withHead opens a new registry whose founder has signed in with a real password, which
// takes a while: use it where accounts matter.
func withHead(t testing.TB, language string) (*Window, *fakeFiles) {
	t.Helper()
	w, files := newTestWindow(t, language)
	w.Key = nil
	c, err := registrar.Campaign(assets.DemoCampaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "school.graduand")
	r, err := registrar.Create(ctx, path, c, c.Demo.School, registrar.Founder{Name: c.Demo.Head, Phone: c.Demo.HeadPhone, Password: headPassword},
		registrar.Options{Now: w.Now, Rand: rand.NewChaCha8([32]byte{2})})
	if err != nil {
		t.Fatal(err)
	}
	w.Settings.Noticed = true
	w.onOpened(r, nil)
	return w, files
}

// withRole is withHead for somebody whom the head has let in, who has an own password
// by now.
func withRole(t testing.TB, language string, role registrar.Role) *Window {
	t.Helper()
	w, _ := withHead(t, language)
	a := registrar.Account{Name: "Коваленко Марія", Phone: "0671112233", Role: role}
	if err := w.Registrar().AddAccount(ctx, a, firstPassword); err != nil {
		t.Fatal(err)
	}
	path := w.Registrar().Path()
	w.closeRegistry()
	r, err := registrar.Open(ctx, path, registrar.SignIn{Phone: a.Phone, Password: firstPassword}, registrar.Options{Now: w.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.ChangePassword(ctx, firstPassword, ownPassword); err != nil {
		t.Fatal(err)
	}
	w.onOpened(r, nil)
	return w
}

// signInAs types phone and password and presses the button.
func signInAs(t testing.TB, w *Window, phone, password string) {
	t.Helper()
	if e, bare := w.Alone().(registrar.Entrance); bare {
		w.openAs(e.Path, registrar.SignIn{Phone: phone, Password: password}, w.onOpened)
		return
	}
	for id, words := range map[string]string{"signin.phone": phone, "signin.password": password} {
		entry, is := fieldBelow(w.Fyne().Content(), w.say(id, nil)).(interface{ SetText(string) })
		if !is {
			t.Fatalf("there is no sign-in:\n%s", visible(w))
		}
		entry.SetText(words)
	}
	tap(t, w, w.say("signin.enter", nil))
}
