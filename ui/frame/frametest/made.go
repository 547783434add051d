package frametest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// made are registries that were made already: each is made once in a run of tests, and
// copied for every window.
type made struct {
	mu      sync.Mutex
	folder  string
	folders map[string]string
}

var demos = &made{folders: map[string]string{}}

// copyTo copies a registry of this name to a folder; making makes the first.
func (m *made) copyTo(folder, name string, making func(folder string) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.folders[name] == "" {
		if err := m.make(name, making); err != nil {
			return err
		}
	}
	return os.CopyFS(folder, os.DirFS(m.folders[name]))
}

func (m *made) make(name string, making func(folder string) error) (err error) {
	if m.folder == "" {
		if m.folder, err = os.MkdirTemp("", "graduand-tests-"); err != nil {
			return err
		}
	}
	folder := filepath.Join(m.folder, name)
	if err := making(folder); err != nil {
		return err
	}
	m.folders[name] = folder
	return nil
}

func (m *made) remove() {
	if m.folder != "" {
		os.RemoveAll(m.folder)
	}
}

// papers is what a demonstration may have besides its people.
const papers = "papers"

// copyDemo copies the demonstration school of n graduates, 0 for the usual number, and
// gives the path of its registry. Key is nil for one with real passwords; with may be [papers].
func copyDemo(t testing.TB, campaign string, n int, key *registrar.SchoolKey, with ...string) (path string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	err := demos.copyTo(dir, fmt.Sprint(campaign, "-", n, "-", key != nil, "-", strings.Join(with, "-")), func(folder string) error {
		return makeDemo(folder, campaign, n, key, with)
	})
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "school.graduand")
}

// makeDemo makes what copyDemo copies.
func makeDemo(folder, campaign string, n int, key *registrar.SchoolKey, with []string) error {
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		return err
	}
	_, err = registrar.Demo(Ctx, folder, registrar.DemoOptions{Campaign: c, Graduates: n, Seed: 1, Key: key,
		WithoutPapers: !slices.Contains(with, papers), WithoutPictures: true})
	return err
}

// copyPrepared is copyDemo for a school of n to which this was done before, once for all tests
// that call it so.
func copyPrepared(t testing.TB, campaign string, n int, called string, prepare func(r *registrar.Registrar)) (path string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	err := demos.copyTo(dir, fmt.Sprint(campaign, "-", n, "-", called), func(folder string) error {
		if err := makeDemo(folder, campaign, n, TestKey, nil); err != nil {
			return err
		}
		r, err := registrar.Open(Ctx, filepath.Join(folder, "school.graduand"), registrar.SignIn{}, registrar.Options{Now: func() time.Time { return Noon }, Key: TestKey})
		if err != nil {
			return err
		}
		prepare(r)
		return r.Close()
	})
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "school.graduand")
}

// DemoIsThere puts a demonstration school of this campaign, without photos and papers, where
// the window finds the one that it has made before.
func DemoIsThere(t testing.TB, w *frame.Window, campaign string) {
	t.Helper()
	if err := os.CopyFS(filepath.Join(w.DemoFolder, campaign), os.DirFS(filepath.Dir(copyDemo(t, campaign, 8, w.Key)))); err != nil {
		t.Fatal(err)
	}
}

// copyNew copies a new registry without graduates and gives its path.
func copyNew(t testing.TB, campaign string) (path string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "new")
	err := demos.copyTo(dir, campaign+"-new", func(folder string) error {
		c, err := registrar.Campaign(campaign, nil)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return err
		}
		r, err := registrar.Create(Ctx, filepath.Join(folder, "school.graduand"), c, c.Demo.School, registrar.Founder{Name: "Тест"},
			registrar.Options{Rand: rand.NewChaCha8([32]byte{}), Key: TestKey})
		if err != nil {
			return err
		}
		return r.Close()
	})
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "school.graduand")
}
