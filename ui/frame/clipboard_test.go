package frame_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestNothingOfOursStaysOnTheClipboard(t *testing.T) {
	w, loop := onLoop(t)
	e := widgets.NewEntry("")
	e.SetText("0555 000 101")
	copies := map[string]func(){
		"a button": func() { w.CopyForAWhile("0555 000 101") },
		"Ctrl+C": func() {
			e.TypedShortcut(&fyne.ShortcutSelectAll{})
			e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: w.Clipboard()})
		},
		"Ctrl+X": func() {
			e.SetText("0555 000 101")
			e.TypedShortcut(&fyne.ShortcutSelectAll{})
			e.TypedShortcut(&fyne.ShortcutCut{Clipboard: w.Clipboard()})
			e.SetText("0555 000 101")
		},
	}
	for name, put := range copies {
		for _, others := range []string{"", "of another program"} {
			if w.Registrar() == nil {
				frametest.SignInAs(t, w, "", registrar.DemoPassword)
				loop.Rest()
			}
			put()
			if w.Clipboard().Content() != "0555 000 101" {
				t.Fatalf("%s puts %q there", name, w.Clipboard().Content())
			}
			if others != "" {
				w.Clipboard().SetContent(others)
			}
			w.Lock()
			loop.Rest()
			if got := w.Clipboard().Content(); got != others {
				t.Errorf("attack 20: after %s and the lock the clipboard holds %q", name, got)
			}
		}
	}
}

// A value that is copied while the minute of the one before ends keeps its own minute.
func TestTheMinuteOfACopiedValueEndsNoOthers(t *testing.T) {
	w, loop := onLoop(t)
	w.CopyForAWhile("0555 000 101")
	loop.Ring()
	w.CopyForAWhile("0555 000 102")
	loop.Rest()
	if got := w.Clipboard().Content(); got != "0555 000 102" {
		t.Errorf("the clipboard holds %q", got)
	}
	loop.Ring()
	loop.Rest()
	if got := w.Clipboard().Content(); got != "" {
		t.Errorf("after its own minute the clipboard holds %q", got)
	}
}
