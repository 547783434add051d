package file

import (
	"os"
	"path/filepath"
	"testing"
)

// onAStick is the program's own folder on a stick.
func onAStick(t *testing.T) (stick, own string) {
	t.Helper()
	stick = t.TempDir()
	own = filepath.Join(stick, "Graduand", "data")
	if err := os.MkdirAll(own, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(stick, "Graduand", PortableMarker), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return stick, own
}

func TestWhatLiesOnTheStickIsFoundOnAnotherPC(t *testing.T) {
	here, own := onAStick(t)
	there, ownThere := onAStick(t)
	pc := filepath.Join(t.TempDir(), "school.graduand")
	for at, row := range map[string]struct{ kept, found string }{
		filepath.Join(here, "Graduand", "2021.graduand"):      {"2021.graduand", filepath.Join(there, "Graduand", "2021.graduand")},
		filepath.Join(here, "Школа", "11-А", "2021.graduand"): {"../Школа/11-А/2021.graduand", filepath.Join(there, "Школа", "11-А", "2021.graduand")},
		filepath.Join(here, "..x", "2021.graduand"):           {"../..x/2021.graduand", filepath.Join(there, "..x", "2021.graduand")},
		here:                            {"..", there},
		filepath.Join(here, "Graduand"): {".", filepath.Join(there, "Graduand")},
		"":                              {"", ""},
	} {
		if kept := KeptPath(own, at); kept != row.kept {
			t.Errorf("%s is kept as %s", at, kept)
		}
		if found := FoundPath(ownThere, row.kept); found != row.found {
			t.Errorf("%s is found at %s", row.kept, found)
		}
	}
	for _, outside := range []string{pc, filepath.Dir(here)} {
		// On Windows the drive is carried as one.
		if kept := KeptPath(own, outside); kept != outside && filepath.VolumeName(outside) == "" {
			t.Errorf("%s is kept as %s", outside, kept)
		}
		if found := FoundPath(ownThere, outside); found != outside {
			t.Errorf("%s is found at %s", outside, found)
		}
	}
}

// Without the marker, and in the user's folder, paths stay as they are.
func TestInstalledProgramKeepsWholePaths(t *testing.T) {
	stick, own := onAStick(t)
	if err := os.Remove(filepath.Join(stick, "Graduand", PortableMarker)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(stick, "Graduand", "2021.graduand")
	if kept := KeptPath(own, path); kept != path {
		t.Errorf("kept as %s", kept)
	}
	if found := FoundPath(own, "2021.graduand"); found != "2021.graduand" {
		t.Errorf("found at %s", found)
	}
}
