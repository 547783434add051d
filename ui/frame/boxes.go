package frame

import (
	"context"

	"fyne.io/fyne/v2"

	"graduand/ui/widgets"
)

// RunIn is [Run] for a dialog that stays until it has its answer, as one that stores what was typed.
// Until then it does nothing else: whatever is pressed once more is done once, and Esc does not take
// away what is being stored. Done is told when it can be used again, and closes it where all is well.
func RunIn[T any](b *Box, work func(context.Context) (T, error), done func(T, error)) {
	if b.hold() {
		Run(b.window, &Turn{}, work, freeing(b, done))
	}
}

// RunLongIn is [RunLong] for such a dialog: the progress lies over it, and cancels the work.
func RunLongIn[T any](b *Box, title string, work func(context.Context, Progress) (T, error), done func(T, error)) {
	if b.hold() {
		RunLong(b.window, title, work, freeing(b, done))
	}
}

// freeing lets a dialog be used again before it is told what came of its work.
func freeing[T any](b *Box, done func(T, error)) func(T, error) {
	return func(result T, err error) {
		b.work.free()
		done(result, err)
	}
}

// hold lets the dialog wait for its work; false where it waits already.
func (b *Box) hold() bool {
	if b.work.under {
		return false
	}
	b.work.hold(b.buttons, b.window.After(Patience, func() { b.work.tell(b.content) }))
	return true
}

// Boxes are the dialogs over the page, the front one last.
func (w *Window) Boxes() []*Box { return w.boxes }

// Content is what stands in the dialog, its title and its buttons too.
func (b *Box) Content() fyne.CanvasObject { return b.content }

// Buttons are those of the dialog from the left to the right.
func (b *Box) Buttons() []*widgets.Button { return b.buttons }
