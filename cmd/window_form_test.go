package cmd

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data/registrar/desktest"
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

// TestRealForm fills the Kyrgyz form in the real window by keyboard alone, from an empty
// one to a finished one: the button that goes forwards leads from gap to gap (KG-043).
func TestRealForm(t *testing.T) {
	t.Parallel()
	d := newDesk(t, "ort-2021", "ru")
	d.signIn("Войти")
	d.key("Return")
	d.rest("graduates")
	d.titled("Жаңы-Үмүт")
	all := d.last().Rows
	front, back := d.savePicture("front.jpg", desktest.CardFront()), d.savePicture("back.jpg", desktest.CardBack())
	face := d.savePicture("face.jpg", desktest.GoodPortrait())

	d.key("ctrl+e")
	for _, word := range []string{"0555999001", "Ясенева", "Ева", "Ивановна"} {
		d.write(word)
		d.key("Tab")
	}
	d.key("Return")
	d.until("row of the graduate", func(now frame.Told) bool { return now.Rows == all+1 && rests(now) })
	d.shot("real-form-added")
	d.key("ctrl+b")
	d.rest("form")
	d.shot("real-form-empty")

	// The sex was taken from the patronymic.
	d.lacking("5.3.2003", "7654321")
	d.shot("real-form-address")
	d.lacking("Беловодское", "ул. Лесная")
	d.choosing(1)
	d.forth()
	d.attaching(front)
	d.attaching(back)
	d.forth()
	d.shot("real-form-photo")
	d.attaching(face)
	d.forth()
	d.shot("real-form-review")
	time.Sleep(secondPress)
	d.key("Return")
	d.until("finished form", func(now frame.Told) bool {
		return strings.Contains(now.Status, "Бланк завершён — ") && rests(now)
	})
	d.shot("real-form-finished")
	d.quit()
	registry := filepath.Join(d.folder, "demo", "ort-2021", "school.graduand")
	if list := d.control("list", registry, "--find", "Ясенева", "--json"); !strings.Contains(list, `"status":"data_complete"`) {
		t.Errorf("KG-058 the form is not finished:\n%s\n%s", list, d.control("check", registry))
	}
}
