package ui

// showWelcome shows the first-run page in the place of the frame: new school, open a
// file, the demo school.
func (w *Window) showWelcome() {}
