// Package drawn keeps from one start of the window to the next by what it can be drawn on a PC: by the driver
// of its graphics, or, where that has failed, by software. A driver that ends the program cannot say so itself:
// each start leaves a note until the window has stood, and finds that of the last.
package drawn

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Note is what one start leaves for the next, on this PC and of this version of the program: on a stick the
// program comes to another PC, whose driver is another, and a newer program may get on with the same.
type Note struct {
	path, tried, soft string
}

// NoteAt is the note in a file, of a version of the program and of a PC by its name.
func NoteAt(path, version, pc string) Note {
	return Note{path: path, tried: "trying " + version + " " + pc, soft: "soft " + version + " " + pc}
}

// Choose says whether to draw by software: where the last start has not come to an end that it told, or the
// driver was given up before. With the driver it notes that it is tried.
func (n Note) Choose() (soft bool, err error) {
	last, err := os.ReadFile(n.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, fmt.Errorf("read note of the graphics: %w", err)
	}
	switch string(last) {
	case n.soft:
		return true, nil
	case n.tried:
		return true, n.GiveUp()
	}
	return false, n.write(n.tried)
}

// GiveUp notes that the driver has failed.
func (n Note) GiveUp() error { return n.write(n.soft) }

// Stood takes the note away: the window was drawn by the driver until somebody closed it, or long enough.
func (n Note) Stood() error { return Forget(n.path) }

// Forget removes the note in a file, so that the next start tries the driver again; there need not be one.
func Forget(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove note of the graphics: %w", err)
	}
	return nil
}

func (n Note) write(said string) error {
	if err := os.WriteFile(n.path, []byte(said), 0o600); err != nil {
		return fmt.Errorf("note by what is drawn: %w", err)
	}
	return nil
}
