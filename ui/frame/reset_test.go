package frame

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"graduand/ui/widgets"
)

// A window that nobody finds again comes back; what is not about its look stays, and the settings of before
// lie beside.
func TestTheLookIsPutBackToTheUsual(t *testing.T) {
	folder := t.TempDir()
	if aside, err := ResetLook(folder, "uk"); err != nil || aside != "" {
		t.Errorf("without settings: %q, %v", aside, err)
	}
	if files, err := os.ReadDir(folder); err != nil || len(files) != 0 {
		t.Errorf("something was made: %v, %v", files, err)
	}
	s := usualSettings(folder, "ky")
	s.Recent, s.Noticed, s.LockMinutes, s.Printer, s.PrintDown = []string{"/2020.graduand"}, true, 15, "HP", 1.5
	want := *s
	s.Dark, s.Scale, s.Width, s.Height = true, 150, 640, 400
	s.Standing, s.Folders = &Standing{X: -9000, Y: 40, Maximised: true}, map[string]string{"photo": "/media/stick"}
	s.Tables = map[string]*widgets.TableLook{"graduates": {}}
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(folder, "settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	aside, err := ResetLook(folder, "uk")
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(aside); err != nil || string(kept) != string(before) {
		t.Errorf("aside lies %s, %v", kept, err)
	}
	if got, err := LoadSettings(folder, "uk"); err != nil || !reflect.DeepEqual(got, &want) {
		t.Errorf("then %+v, %v, want %+v", got, err, &want)
	}
	if got := KeptLanguage(folder); got != "ky" {
		t.Errorf("the language is %q", got)
	}
}
