package frame

import "io"

// OnWatch looks whether anybody is there, as the window does from time to time.
func (w *Window) OnWatch() { w.onWatch() }

// NewOwnPicker makes the dialog that asks for files where the PC has none.
func NewOwnPicker(w *Window) FilePicker { return &ownPicker{window: w} }

// Teller tells about a window.
type Teller = teller

// NewTeller makes one that tells at every [Teller.OnFrame].
func NewTeller(w *Window, to io.Writer) *Teller { return newTeller(w, to) }

// OnFrame is another frame of the window.
func (t *teller) OnFrame() { t.onFrame() }

// Look is what the window shows now.
func (t *teller) Look() Told { return t.look() }

// PickBy asks another for files, as the window asks its own.
func (w *Window) PickBy(p FilePicker) { w.Files = sittingPicker{w, p} }
