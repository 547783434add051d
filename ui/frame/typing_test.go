package frame_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// F-07: what is typed goes where it was meant to, or nowhere.
func TestTypingInDialogs(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	t.Run("F-07 a dialog with a field begins in it", func(t *testing.T) {
		form := frame.NewRecordForm(w)
		_, note := form.Entry("record.note", "record.note_hint")
		form.Ask("?", "record.confirm", false, func() { t.Error("a space among words confirms") })
		defer func() { form.Box.Close() }()
		frametest.Strike(w, "Центр видав коротку")
		if note.Text != "Центр видав коротку" {
			t.Errorf("the note is %q", note.Text)
		}
	})
	t.Run("F-07 a press beside the fields loses no letter", func(t *testing.T) {
		form := frame.NewRecordForm(w)
		_, first := form.Entry("record.note", "record.note_hint")
		_, note := form.Entry("record.note", "record.note_hint")
		form.Ask("?", "record.confirm", false, nil)
		defer func() { form.Box.Close() }()
		w.Canvas().Unfocus()
		strikeNothing(w, "аб")
		w.Canvas().Focus(note)
		frametest.Strike(w, "в")
		w.Canvas().Unfocus()
		if strikeNothing(w, "г"); first.Text != "аб" || note.Text != "вг" {
			t.Errorf("%q and %q", first.Text, note.Text)
		}
	})
	t.Run("F-07 words typed on a button do not press it, a space alone does", func(t *testing.T) {
		pressed := 0
		box := w.Ask("?", widget.NewLabel("?"), 300, frame.Choice{Label: "OK", Ready: func() bool {
			pressed++
			return false
		}})
		defer box.Close()
		frametest.Strike(w, "Центр видав коротку")
		if pressed != 0 {
			t.Errorf("pressed %d times", pressed)
		}
		w.Canvas().Unfocus()
		w.Canvas().Focus(box.Primary())
		if frametest.Strike(w, " "); pressed != 1 {
			t.Errorf("the space presses %d times", pressed)
		}
	})
}

// F-07: who types on while a dialog closes types into no field behind it.
func TestTypingWhileADialogCloses(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	now := frametest.Noon
	w.Now = func() time.Time { return now }
	behind, note := widgets.NewEntry(""), widgets.NewEntry("")
	w.Fyne().SetContent(behind)
	w.Canvas().Focus(behind)
	box := w.Ask("?", note, 300, frame.Choice{Label: "OK"})
	frametest.Strike(w, "Центр ви")
	box.Close()
	for range 5 {
		now = now.Add(300 * time.Millisecond)
		frametest.Strike(w, "д")
	}
	if note.Text != "Центр ви" || behind.Text != "" {
		t.Errorf("the note is %q, behind it stands %q", note.Text, behind.Text)
	}
	now = now.Add(time.Second)
	if frametest.Strike(w, "12"); behind.Text != "12" {
		t.Errorf("what is typed later is %q", behind.Text)
	}
}

// strikeNothing types while nothing may have the focus.
func strikeNothing(w *frame.Window, words string) {
	for _, r := range words {
		if w.Canvas().Focused() == nil {
			w.Canvas().OnTypedRune()(r)
			continue
		}
		w.Canvas().Focused().TypedRune(r)
	}
}
