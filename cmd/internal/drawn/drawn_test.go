package drawn

import (
	"path/filepath"
	"testing"
)

// start is one start of a program of this version on a PC, which ends as it does.
func start(t *testing.T, n Note, ends func(Note) error) (soft bool) {
	t.Helper()
	soft, err := n.Choose()
	if err != nil {
		t.Fatal(err)
	}
	if err := ends(n); err != nil {
		t.Fatal(err)
	}
	return soft
}

// killed is the end of a program that says nothing.
func killed(Note) error { return nil }

// A start that was closed, however soon, leaves nothing; one that the driver has ended is followed by software,
// and so are all further ones of this version on this PC.
func TestADriverThatEndsTheProgramIsGivenUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graphics.txt")
	here := NoteAt(path, "1.0.0", "КАБІНЕТ-1")
	for _, turn := range []struct {
		what string
		of   Note
		ends func(Note) error
		soft bool
	}{
		{"the first, closed at once", here, Note.Stood, false},
		{"the second, which the driver ends", here, killed, false},
		{"the third, which follows it", here, killed, true},
		{"the fourth", here, killed, true},
		{"the stick on another PC", NoteAt(path, "1.0.0", "КАБІНЕТ-2"), Note.Stood, false},
		{"back on the first, which has to find it out again", here, killed, false},
		{"which it does", here, killed, true},
		{"a newer program", NoteAt(path, "1.1.0", "КАБІНЕТ-1"), Note.GiveUp, false},
		{"which was told of the failure", NoteAt(path, "1.1.0", "КАБІНЕТ-1"), killed, true},
	} {
		if soft := start(t, turn.of, turn.ends); soft != turn.soft {
			t.Errorf("%s: drawn by software is %v", turn.what, soft)
		}
	}
	if err := Forget(path); err != nil {
		t.Fatal(err)
	}
	if start(t, here, Note.Stood) {
		t.Error("put back to the usual, it is drawn by software")
	}
	if err := Forget(path); err != nil {
		t.Errorf("without a note: %v", err)
	}
}
