package frame_test

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Esc asks before it throws away more than is typed again at once: two fields, or one long remark.
func TestEscapeAsksAboutWhatIsLongToType(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	for words, asks := range map[string]bool{"Іваненко": false, "паспорт знято нечітко, серії не видно": true} {
		form := frame.NewRecordForm(w)
		_, note := form.Entry("record.note", "record.note_hint")
		form.Ask("?", "record.confirm", false, nil)
		note.SetText(words)
		frametest.Esc(w)
		if got := len(w.Boxes()) > 1; got != asks {
			t.Errorf("%q: it asks %v", words, got)
		}
		for len(w.Boxes()) > 1 {
			frametest.Esc(w)
			note.SetText("")
			frametest.Esc(w)
			if len(w.Boxes()) == 0 {
				break
			}
		}
	}
}
