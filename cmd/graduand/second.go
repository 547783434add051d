package main

import (
	"os"
	"path/filepath"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"graduand/cmd/internal/single"
	"graduand/data/registrar"
)

// one is the program that runs on a folder, the only one of this user: a second start gives it its file
// and ends.
type one struct {
	// runs is nil where the system cannot tell who runs, or the one that does hangs, as unclaimed says: then
	// this start is a program too.
	runs      *single.Program
	unclaimed error
	// begun says that the window takes files, and answers who gives them.
	begun atomic.Bool
}

// claim makes this program the one that runs on a folder. Where another is, that comes to the front with
// what this one was started with, and given is true.
func claim(folder string, o options) (me *one, given bool) {
	program, given, err := single.ClaimOrAsk(folder, wanted(folder, o))
	return &one{runs: program, unclaimed: err}, given
}

// wanted is the file that a start asks for; "" for none.
func wanted(folder string, o options) string {
	demo := filepath.Join(folder, registrar.DemoFolder, o.Demo, "school.graduand")
	if _, err := os.Stat(demo); err == nil && o.File == "" && o.Demo != "" {
		return demo
	}
	return o.File
}

// listen tells asked of every later start, on the window's goroutine; asked says whether the window took it.
func (o *one) listen(asked func(path string) bool) error {
	if o.runs == nil {
		return o.unclaimed
	}
	return o.runs.Listen(func(path string) (took bool) {
		if !o.begun.Load() {
			fyne.Do(func() { asked(path) })
			return true
		}
		// A window that hangs does not answer, and one that closes does no more what it is told: the other
		// program sees both.
		fyne.DoAndWait(func() { took = asked(path) })
		return took
	})
}

// leave lets another program take the place of this one.
func (o *one) leave() {
	if o.runs != nil {
		// It ends, and with it all that it holds.
		_ = o.runs.Close()
	}
}
