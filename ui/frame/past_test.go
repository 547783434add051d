package frame_test

import (
	"slices"
	"strings"
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

// What a graduate filled is a list whose lines begin alike, whoever named the field.
func TestLinesOfChangesBeginWithACapital(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 1)
	var changes []registrar.FieldChange
	for _, field := range []string{"street", "subjects", "language", "privileges"} {
		changes = append(changes, registrar.FieldChange{Field: field, After: "x"})
	}
	lines := frame.NewChanges(w).Lines(&registrar.Event{Changes: changes})
	for i, title := range []string{"Улица: ", "Предметы: ", "Язык тестирования: ", "Льготы: "} {
		if !strings.HasPrefix(lines[i], title) {
			t.Errorf("%q does not begin with %q", lines[i], title)
		}
	}
}
