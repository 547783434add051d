package frame

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"graduand/data/registrar"
)

func TestFormPlacesAreFew(t *testing.T) {
	s := &Settings{}
	for i := range maximumPlaces + 3 {
		s.LeaveForm(fmt.Sprint(i), "address", "")
	}
	s.LeaveForm("3", "photo", "")
	if len(s.FormPlaces) != maximumPlaces || s.FormStep("2") != "" || s.FormStep("3") != "photo" || s.FormStep("4") != "address" {
		t.Errorf("KG-060 %d places, %q, %q", len(s.FormPlaces), s.FormStep("2"), s.FormStep("3"))
	}
}

func TestSettingsAreKept(t *testing.T) {
	folder := t.TempDir()
	s, err := LoadSettings(folder, "ky")
	if err != nil {
		t.Fatal(err)
	}
	s.Dark, s.Scale, s.Language, s.Width = true, 130, "ru", 1100
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	again, err := LoadSettings(folder, "uk")
	if err != nil || !reflect.DeepEqual(again, s) {
		t.Errorf("saved %+v, read %+v, %v", s, again, err)
	}
	if err := os.WriteFile(filepath.Join(folder, "settings.json"), []byte(`{"scale": 9000, "language": "xx"`), 0o600); err != nil {
		t.Fatal(err)
	}
	bad, err := LoadSettings(folder, "uk")
	if err != nil || bad.Scale != 100 || bad.Language != "uk" {
		t.Errorf("from a broken file: %+v, %v", bad, err)
	}
	if _, err := os.Stat(filepath.Join(folder, "settings.json.bad")); err != nil {
		t.Errorf("the broken file was not kept: %v", err)
	}
}

func TestTheLastRegistriesAreKept(t *testing.T) {
	for former, want := range map[string][]string{
		`{"registry": "/home/o/2020.graduand"}`:                                                   {"/home/o/2020.graduand"},
		`{"registry": "FOLDER/demo/x/school.graduand"}`:                                           nil,
		`{"recent": ["/b.graduand", "/a.graduand"]}`:                                              {"/b.graduand", "/a.graduand"},
		`{"recent": ["/1.graduand", "/2.graduand", "/3.graduand", "/4.graduand", "/5.graduand"]}`: {"/1.graduand", "/2.graduand", "/3.graduand", "/4.graduand", "/5.graduand"},
	} {
		folder := t.TempDir()
		former = strings.Replace(former, "FOLDER", folder, 1)
		if err := os.WriteFile(filepath.Join(folder, "settings.json"), []byte(former), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := LoadSettings(folder, "uk")
		if err != nil || !slices.Equal(s.Recent, want) {
			t.Errorf("%s gives %q, %v", former, s.Recent, err)
		}
		s.Opened("/a.graduand")
		if s.Recent[0] != "/a.graduand" || len(s.Recent) > 5 || slices.Contains(s.Recent[1:], "/a.graduand") {
			t.Errorf("then %q", s.Recent)
		}
	}
}

// A stick has another letter on the next PC: what lies on it is found there all the same, by the window and
// by who asks what the program keeps where.
func TestTheLastOnesOfAStickMoveWithIt(t *testing.T) {
	stick, elsewhere := filepath.Join(t.TempDir(), "E"), filepath.Join(t.TempDir(), "2020.graduand")
	own := filepath.Join(stick, "Graduand", "data")
	if err := os.MkdirAll(own, 0o700); err != nil {
		t.Fatal(err)
	}
	beside, school := filepath.Join(stick, "Graduand", "2021.graduand"), filepath.Join(stick, "school")
	marker := filepath.Join(stick, "Graduand", "portable.txt")
	// The versions before wrote whole paths.
	former, err := json.Marshal(map[string]any{"recent": []string{beside, elsewhere}})
	if err != nil {
		t.Fatal(err)
	}
	for path, content := range map[string][]byte{marker: nil, beside: nil, filepath.Join(own, "settings.json"): former} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := LoadSettings(own, "uk")
	if err != nil {
		t.Fatal(err)
	}
	s.Folders = map[string]string{"paper": school, "copy": filepath.Dir(elsewhere)}
	if err := s.Save(); err != nil || s.Recent[0] != beside || s.Folders["paper"] != school {
		t.Fatalf("saved with %q, %q, %v", s.Recent, s.Folders, err)
	}
	moved := filepath.Join(filepath.Dir(stick), "F")
	if err := os.Rename(stick, moved); err != nil {
		t.Fatal(err)
	}
	own, beside, school = filepath.Join(moved, "Graduand", "data"), filepath.Join(moved, "Graduand", "2021.graduand"), filepath.Join(moved, "school")
	again, err := LoadSettings(own, "uk")
	if err != nil || !slices.Equal(again.Recent, []string{beside, elsewhere}) || again.Folders["paper"] != school || again.Folders["copy"] != filepath.Dir(elsewhere) {
		t.Errorf("there %q, %q, %v", again.Recent, again.Folders, err)
	}
	if places := registrar.OwnPlaces(own); !slices.Contains(places, registrar.OwnPlace{Code: "registry", Path: beside, There: true}) {
		t.Errorf("the program's places are %+v", places)
	}
}

// What a graduate, or who has not signed in yet, wants otherwise is not what this PC has after a
// power cut.
func TestALentLookIsNotSaved(t *testing.T) {
	folder := t.TempDir()
	s, err := LoadSettings(folder, "uk")
	if err != nil {
		t.Fatal(err)
	}
	s.Lend()
	s.Language, s.Dark, s.Scale, s.LockMinutes = "ky", true, 150, 15
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	again, err := LoadSettings(folder, "en")
	if err != nil || again.Language != "uk" || again.Dark || again.Scale != 100 || again.LockMinutes != 15 || s.Language != "ky" {
		t.Errorf("after it %+v, %v; now %q", again, err, s.Language)
	}
}
