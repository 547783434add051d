package frame_test

import (
	"path/filepath"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Nothing is proposed to be saved beside a registry where nothing can be.
func TestNothingIsSavedBesideARegistryThatCannotBeWritten(t *testing.T) {
	w, _ := frametest.WithLocked(t, "zno-2020", "uk", 4)
	beside := filepath.Dir(w.Registrar().Path())
	w.Settings.Folders = map[string]string{"registry": beside, "paper": filepath.Join(beside, "out"), "reading": w.Home}
	for p, want := range map[frame.Purpose]string{"registry": w.Home, "paper": w.Home, "reading": w.Home} {
		t.Run("KG-002 "+string(p), func(t *testing.T) {
			if got := w.StartFolder(p); got != want {
				t.Errorf("it begins in %q", got)
			}
		})
	}
}
