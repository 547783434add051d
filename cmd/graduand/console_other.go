//go:build !windows

package main

import (
	"fmt"
	"os"
	"os/exec"
)

// say writes for who has started the program on a command line.
func say(words string) { fmt.Println(words) }

// complain says why there is no window, on the terminal and by the first program that shows a sentence
// without OpenGL.
func complain(words string) {
	fmt.Fprintln(os.Stderr, words)
	for _, box := range [][]string{
		{"zenity", "--error", "--no-wrap", "--no-markup", "--title=Graduand", "--text=" + words},
		{"kdialog", "--title", "Graduand", "--error", words},
		{"xmessage", "-center", words},
		{"notify-send", "Graduand", words},
	} {
		if program, err := exec.LookPath(box[0]); err == nil {
			// The user closes it in whatever way; it was said on the terminal as well.
			_ = exec.Command(program, box[1:]...).Run()
			return
		}
	}
}
