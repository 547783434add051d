package registrar

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// What lies where is told whether it is there or not, and nothing is made by asking.
func TestPlacesOfTheProgram(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Graduand")
	if all := OwnPlaces(folder); len(all) < 5 || all[0].There {
		t.Errorf("of an empty folder: %+v", all)
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("the folder was made: %v", err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	gone, settings := filepath.Join(folder, "2020.graduand"), filepath.Join(folder, SettingsFile)
	for content, want := range map[string]bool{`{"recent": ["` + filepath.ToSlash(gone) + `"]}`: true, `{"recent"`: false} {
		if err := os.WriteFile(settings, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		all := OwnPlaces(folder)
		if named := slices.Contains(all, OwnPlace{"registry", filepath.ToSlash(gone), false}); named != want || !slices.Contains(all, OwnPlace{"settings", settings, true}) {
			t.Errorf("by %s: %+v", content, all)
		}
		if kept, err := os.ReadFile(settings); err != nil || string(kept) != content {
			t.Errorf("the settings are %s, %v", kept, err)
		}
	}
}
