//go:build !windows

package main

import (
	"fmt"
	"os"
	"os/exec"

	"graduand/data/text"
)

// Where Mesa is the system's own, as on Linux, there is no other to go over to.
const softVariable = "GRADUAND_SOFTGL"

func hasSoft() bool    { return false }
func loadSoft() error  { return nil }
func startSoft() error { return nil }

// complain says which packages are missing, on the terminal and by the first program that shows a
// sentence without OpenGL.
func complain(language string) {
	said := text.For(language).Say("desktop.no_graphics_linux", nil)
	fmt.Fprintln(os.Stderr, said)
	for _, box := range [][]string{
		{"zenity", "--error", "--no-wrap", "--title=Graduand", "--text=" + said},
		{"kdialog", "--title", "Graduand", "--error", said},
		{"xmessage", "-center", said},
		{"notify-send", "Graduand", said},
	} {
		if program, err := exec.LookPath(box[0]); err == nil {
			// The user closes it in whatever way; it was said on the terminal as well.
			_ = exec.Command(program, box[1:]...).Run()
			return
		}
	}
}
