package cmd

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// drawPicture makes a picture that the form takes.
func (d *desk) drawPicture(name string, width int) string {
	d.t.Helper()
	path := filepath.Join(d.folder, name)
	f, err := os.Create(path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, image.NewRGBA(image.Rect(0, 0, width, 480))); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// forth presses «next step»; a step that lacks something keeps the person and puts the
// focus on what is missing.
func (d *desk) forth() {
	d.t.Helper()
	d.key("ctrl+s")
	time.Sleep(time.Second)
}

// lacking types into the field that the step lacks, one after the other.
func (d *desk) lacking(words ...string) {
	d.t.Helper()
	for _, w := range words {
		d.forth()
		d.type_(w)
	}
	d.forth()
}

// choosing takes the nth entry of the list that the step lacks.
func (d *desk) choosing(nth int) {
	d.t.Helper()
	d.forth()
	d.key("space")
	for range nth + 1 {
		d.key("Down")
	}
	d.key("Return")
}

// attaching answers the file that the step lacks.
func (d *desk) attaching(path string) {
	d.t.Helper()
	d.forth()
	d.key("Return")
	d.answer(path)
	time.Sleep(2 * time.Second)
}

// TestRealForm fills the Kyrgyz form in the real window by keyboard alone, from an empty
// one to a finished one: the button that goes forwards leads from gap to gap (KG-043).
func TestRealForm(t *testing.T) {
	d := newDesk(t, "ort-2021", "ru")
	d.eventually("sign-in", func() bool { return strings.Contains(d.title(), "Войти") })
	time.Sleep(time.Second)
	d.key("Return")
	d.eventually("window of the demonstration", func() bool { return strings.Contains(d.title(), "Жаңы-Үмүт") })
	time.Sleep(2 * time.Second)
	front, back, face := d.drawPicture("front.png", 640), d.drawPicture("back.png", 650), d.drawPicture("face.png", 660)

	d.key("ctrl+e")
	for _, word := range []string{"0555999001", "Ясенева", "Ева", "Ивановна"} {
		d.type_(word)
		d.key("Tab")
	}
	d.key("Return")
	time.Sleep(2 * time.Second)
	d.shot("real-form-added")
	d.key("ctrl+b")
	time.Sleep(2 * time.Second)
	d.shot("real-form-empty")

	d.choosing(1)
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
	d.key("Return")
	time.Sleep(2 * time.Second)
	d.shot("real-form-finished")
	d.key("ctrl+q")
	select {
	case <-d.exited:
	case <-time.After(20 * time.Second):
		t.Fatal("the program does not close")
	}
	registry := filepath.Join(d.folder, "demo", "ort-2021", "school.graduand")
	if list := d.control("list", registry, "--find", "Ясенева", "--json"); !strings.Contains(list, `"status":"data_complete"`) {
		t.Errorf("KG-058 the form is not finished:\n%s\n%s", list, d.control("check", registry))
	}
}
