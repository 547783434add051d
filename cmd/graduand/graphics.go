package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"graduand/cmd/internal/drawn"
	"graduand/data/registrar"
)

// windowStands is how long after its start a window is taken for one that stays.
const windowStands = 3 * time.Second

// graphics is by what the window is drawn: the driver of the PC, or the software that lies in the folder
// "softgl" beside the program (Windows).
type graphics struct {
	note     drawn.Note
	language string
	soft     bool
	done     atomic.Bool
	// leaving is called before another program takes the place of this one.
	leaving func()
}

// newGraphics chooses, by what was asked for and by what the last start has left.
func newGraphics(folder, language string, soft bool) (*graphics, error) {
	// PCs without a name are not told apart.
	pc, _ := os.Hostname()
	g := &graphics{note: drawn.NoteAt(filepath.Join(folder, registrar.GraphicsFile), registrar.Program, pc), language: language, soft: soft || os.Getenv(softVariable) != ""}
	if g.soft || !hasSoft() {
		return g, nil
	}
	var err error
	g.soft, err = g.note.Choose()
	return g, err
}

// words name by what the window is drawn, for who looks for a fault.
func (g *graphics) words() string {
	if g.soft {
		return "drawn by software"
	}
	return "drawn by the driver of the PC"
}

// begin is to be called before the toolkit is: with the software, its libraries are loaded, and the
// toolkit, which asks for them by name, finds them.
func (g *graphics) begin() error {
	if g.soft {
		return loadSoft()
	}
	return nil
}

// shown is to be called when the window has been there for a while, or was closed. A note that stays makes the
// next start draw by software, which is slower and harms nothing.
func (g *graphics) shown() {
	g.done.Store(true)
	if !g.soft {
		g.note.Stood()
	}
}

// failed goes on with the software where the driver has failed, and else says what to do; the program
// ends either way. Of a window that was there already it says nothing.
func (g *graphics) failed() {
	if g.done.Load() {
		return
	}
	if !g.soft && hasSoft() {
		g.leaving()
		if err := errors.Join(g.note.GiveUp(), startSoft()); err == nil {
			os.Exit(0)
		}
	}
	complain(noGraphics(g.language, g.soft && hasSoft()))
	os.Exit(exitNoGraphics)
}

// toolkitLog takes what the toolkit says, passes it on, and hears that it could make no window: that is
// all that it says of it (Fyne 2.7.1, driver.initFailed and painter.Init; glfw, acceptError, which logs an
// error of the platform and returns none), and then it would stay without one.
type toolkitLog struct {
	next   io.Writer
	failed func()
}

var noWindow = [][]byte{[]byte("failed to initialise GLFW"), []byte("window creation error"), []byte("failed to initialise OpenGL"), []byte("PlatformError: WGL:"), []byte("PlatformError: GLX:")}

func (t *toolkitLog) Write(p []byte) (int, error) {
	n, err := t.next.Write(p)
	for _, said := range noWindow {
		if bytes.Contains(p, said) {
			t.failed()
		}
	}
	return n, err
}
