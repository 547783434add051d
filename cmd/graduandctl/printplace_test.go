package main

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/data/registrar"
)

// Where another program prints, as on Windows, the file of the command before goes, and one that the
// window has handed over stays.
func TestAPrintFileGoesAtTheNextCommand(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	own, err := registrar.OwnFolder()
	if err != nil {
		t.Fatal(err)
	}
	write := func(place func(string) (string, error)) string {
		t.Helper()
		path, err := place("print.pdf")
		if err == nil {
			err = os.WriteFile(path, []byte("personal"), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	window := registrar.PrintFolder(filepath.Join(own, "print"))
	shown, first := write(window.New), write((&session{}).printPlace)
	second := write((&session{}).printPlace)
	for path, there := range map[string]bool{shown: true, first: false, second: true} {
		if _, err := os.Stat(path); (err == nil) != there {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := window.Empty(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(second); err == nil {
		t.Error("the window leaves it")
	}
}
