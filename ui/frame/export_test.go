package frame

import (
	"io"

	"graduand/data/registrar"
)

// OnWatch looks whether anybody is there, as the window does from time to time.
func (w *Window) OnWatch() { w.onWatch() }

// Teller tells about a window.
type Teller = teller

// NewTeller makes one that tells at every [Teller.OnFrame].
func NewTeller(w *Window, to io.Writer) *Teller { return newTeller(w, to) }

// OnFrame is another frame of the window.
func (t *teller) OnFrame() { t.onFrame() }

// Look is what the window shows now.
func (t *teller) Look() Told { return t.look() }

// PickBy asks another for files, as the window asks its own.
func (w *Window) PickBy(p FilePicker) { w.picker = handed{p} }

// StartFolder is where a dialog for files begins.
func (w *Window) StartFolder(p Purpose) string { return w.startFolder(p) }

// BecomeGraduate makes the one who sits there a graduate.
func (w *Window) BecomeGraduate() { w.known.me.Role = registrar.RoleGraduate }

// ShowCopied says when the registry was copied.
func (w *Window) ShowCopied(c registrar.Copies) { w.showCopied(c) }

// NextSitting ends the sitting.
func (w *Window) NextSitting() { w.nextSitting() }

// LooksAhead says how the window has looked at a registry before it is asked for.
func (w *Window) LooksAhead(path string, looked func() (registrar.Entrance, error)) {
	w.ahead = &ahead{path: path, looked: looked}
}
