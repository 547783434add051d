package frame

// OnWatch looks whether anybody is there, as the window does from time to time.
func (w *Window) OnWatch() { w.onWatch() }

// NewOwnPicker makes the dialog that asks for files where the PC has none.
func NewOwnPicker(w *Window) FilePicker { return &ownPicker{window: w} }
