package frametest

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/assets"
	"graduand/ui/frame"
)

// PC is a window on a PC without sticks whose user has a home with the folders Стіл (the desktop),
// Documents and Documents/Класи.
func PC(t testing.TB) (w *frame.Window, home string, files *Files) {
	t.Helper()
	home = t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	for _, name := range []string{"Стіл", "Documents", "Documents/Класи", ".config"} {
		if err := os.MkdirAll(filepath.Join(home, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	named := "# xdg\nXDG_DESKTOP_DIR=\"$HOME/Стіл\"\nXDG_PICTURES_DIR=\"$HOME/\"\n"
	if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte(named), 0o600); err != nil {
		t.Fatal(err)
	}
	w, files = WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Home, w.Drives = filepath.Join(home, "Documents"), func() []frame.Drive { return nil }
	return w, home, files
}
