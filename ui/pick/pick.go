// Package pick asks a person for files: by the PC's own dialogs where it has them, else by one of
// ours, which speaks the window's language, shows places, drives and small pictures, and is used by
// the keyboard alone. Fyne's own dialogs speak the system's language, and make an empty file before
// saving.
package pick

import (
	"os/exec"
	"runtime"

	"graduand/ui/frame"
)

// New takes the PC's own dialogs where it has them: always on Windows, on Linux where the program
// zenity is installed; else ours.
func New(w *frame.Window) frame.Picker {
	own := &ownPicker{w}
	if runtime.GOOS == "windows" {
		return &nativePicker{w, own}
	}
	if _, err := exec.LookPath("zenity"); err == nil {
		return &nativePicker{w, own}
	}
	return own
}
