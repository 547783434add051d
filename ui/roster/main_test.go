package roster

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/table"
)

var imports = frametest.Page(frame.Roster, New)

// into takes tables that are dropped, as the program does.
var into = frame.Place{Name: frame.Table, Dialog: func(w *frame.Window, r frame.Route) { table.Take(w, r.File) }}

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(imports.Place(), into)) }

// theImport is the screen of a window.
func theImport(w *frame.Window) *Screen { return imports.Of(w) }
