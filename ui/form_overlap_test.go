package ui

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// hunter does at random to the pictures of an own form what a graduate does, while answers come
// late and in any order, in a window whose size changes.
type hunter struct {
	*testing.T
	w      *frame.Window
	dice   *rand.Rand
	loop   *frametest.Loop
	files  *frametest.Files
	photos []string
	done   []string
}

// step does one thing, and looks whether a text lies over another once all is drawn.
func (h *hunter) step() {
	h.Helper()
	acts := []struct {
		name string
		do   func()
	}{
		{"attach", func() { h.drop(h.photos[h.dice.IntN(len(h.photos))]) }},
		{"replace", func() {
			h.files.ToOpen = h.photos[h.dice.IntN(len(h.photos))]
			h.tap("form_file.choose")
		}},
		{"remove", func() { h.tap("form_file.remove") }},
		{"go on", h.w.OnMain},
		{"back", func() { h.tap("form_screen.back") }},
		{"answers", h.loop.Turn},
		{"rest", h.loop.Rest},
		{"undo", h.w.OnUndo},
		{"size", func() { h.w.Fyne().Resize(sizes[h.dice.IntN(len(sizes))]) }},
	}
	act := acts[h.dice.IntN(len(acts))]
	act.do()
	h.done = append(h.done, act.name)
	if pairs := frametest.Overlaps(h.w.Fyne().Content()); len(pairs) > 0 {
		frametest.Shot(h, h.w, fmt.Sprintf("overlap-%d", len(h.done)))
		h.Fatalf("after %v: %q", h.done[max(0, len(h.done)-8):], pairs)
	}
}

// drop lets a file go over the window, beside every slot.
func (h *hunter) drop(path string) {
	h.w.Drop(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(path)})
}

// tap presses the first button of these words that is seen, and confirms what is asked.
func (h *hunter) tap(id string) {
	if b := frametest.FindButton(h.w.Fyne().Content(), h.w.Say(id, nil)); b != nil {
		b.Tapped(nil)
	}
	if len(h.w.Boxes()) > 0 {
		frametest.Confirm(h.w)
	}
}

// ownAt shows a graduate the step of a field, as when the own form was left there.
func ownAt(t *testing.T, w *frame.Window, id, field string) {
	t.Helper()
	w.Settings.LeaveForm(id, w.Registrar().Campaign().StepOf(field), "")
	w.Forget()
	w.Go(frame.Route{Screen: frame.Own})
	if _, is := frametest.FormFieldOf(w, field); !is {
		t.Fatalf("there is no field %s in:\n%s", field, frametest.Visible(w))
	}
}

var sizes = []fyne.Size{{Width: 1366, Height: 768}, {Width: 1024, Height: 600}, {Width: 1100, Height: 640}, {Width: 1600, Height: 900}}

// KG-018, KG-044, design §11: whatever comes and goes with a picture while the line says why there
// is no way forwards, no text is drawn over another.
func TestNoTextOverAnotherWhilePicturesChange(t *testing.T) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			w, _, files := frametest.LockedDemoWith(t, "ort-2021", text.Languages()[seed%4])
			frametest.SignInAs(t, w, "", registrar.DemoPassword)
			clearBoxes(w)
			g := frametest.FirstGraduate(t, w).Graduate
			frametest.ChangeField(t, w, g.ID, "privileged", "yes")
			frametest.ChangeField(t, w, g.ID, data.FieldPrivileges, "orphan,disabled_child")
			password := frametest.PasswordOf(t, w.Registrar(), g.ID)
			w.Lock()
			frametest.SignInAs(t, w, g.Phone, password)
			h := &hunter{T: t, w: w, files: files, dice: rand.New(rand.NewPCG(seed, 18))}
			h.loop = &frametest.Loop{Dice: rand.New(rand.NewPCG(seed, 44))}
			for i := range 3 {
				h.photos = append(h.photos, frametest.PhotoFile(t, 50+20*i, 70, uint8(40*i)))
			}
			w.Settings.Scale = []int{100, 130}[seed/2%2]
			w.Anew()
			ownAt(t, w, g.ID, []string{"face_photo", "passport_front", "privilege_documents"}[seed%3])
			w.Runner = h.loop.Runner()
			for range 60 {
				h.step()
			}
			h.loop.Rest()
		})
	}
}
