package frame_test

import (
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// F-05: the history says of an event that was altered from outside that it was.
func TestAlteredEventIsSaidToBe(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	for _, unreadable := range []bool{true, false} {
		lines := frame.NewChanges(w).Lines(&registrar.Event{Kind: registrar.EventPrinted, Unreadable: unreadable})
		if said := slices.Contains(lines, w.Say("history.unreadable", nil)); said != unreadable {
			t.Errorf("altered %t: %q", unreadable, lines)
		}
	}
}
