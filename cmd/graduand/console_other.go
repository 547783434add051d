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
		{"zenity", "--error", "--no-markup", "--width=520", "--title=Graduand", "--text=" + words},
		{"kdialog", "--title", "Graduand", "--error", words},
		{"notify-send", "Graduand", words},
		// It knows no Cyrillic letters, but names of packages and folders are read in it.
		{"xmessage", "-center", words},
	} {
		if program, err := exec.LookPath(box[0]); err == nil {
			// The user closes it in whatever way; it was said on the terminal as well.
			_ = exec.Command(program, box[1:]...).Run()
			return
		}
	}
}
