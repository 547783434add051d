package cmd

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"graduand/ui/frame"
)

// savePicture keeps a picture as a file that can be chosen.
func (d *desk) savePicture(name string, content []byte) string {
	d.t.Helper()
	path := filepath.Join(d.folder, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// secondPress is longer than the time in which the form takes a press for the second one of
// a double click, by the clock and on every machine.
const secondPress = 500 * time.Millisecond

// forth presses «next step»; a step that lacks something keeps the person and puts the
// focus on what is missing.
func (d *desk) forth() {
	d.t.Helper()
	time.Sleep(secondPress)
	d.key("ctrl+s")
}

// lacking types into the field that the step lacks, one after the other.
func (d *desk) lacking(words ...string) {
	d.t.Helper()
	for _, w := range words {
		d.forth()
		d.until("empty entry for "+w, func(now frame.Told) bool {
			return strings.HasSuffix(now.Focus, "Entry") && now.Text == "" && rests(now)
		})
		d.write(w)
	}
	d.forth()
}

// choosing takes the nth entry of the list that the step lacks.
func (d *desk) choosing(nth int) {
	d.t.Helper()
	d.forth()
	d.until("choice", func(now frame.Told) bool { return now.Focus == "codeSelect" && rests(now) })
	none := d.last().Text
	d.key("space")
	d.until("list of choices", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	for range nth + 1 {
		d.key("Down")
	}
	d.key("Return")
	d.until("what was chosen", func(now frame.Told) bool { return now.Over == 0 && now.Text != none && rests(now) })
}

// attaching answers the file that the step lacks.
func (d *desk) attaching(path string) {
	d.t.Helper()
	d.forth()
	d.key("Return")
	d.answer(path)
}

// press is an Enter: one so soon after another is taken for its echo.
func (d *desk) press() {
	d.t.Helper()
	time.Sleep(secondPress)
	d.key("Return")
}

// pressUntil presses Enter until something holds: where a step took the press before it for a second one
// of a double click, one more is needed.
func (d *desk) pressUntil(what string, holds func(frame.Told) bool) {
	d.t.Helper()
	for range 10 {
		d.press()
		for range 30 {
			if holds(d.last()) {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
	}
	d.until(what, holds)
}
