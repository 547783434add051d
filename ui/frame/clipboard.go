package frame

import "time"

// copied is a value that was put on the clipboard and must not stay there.
type copied struct {
	value string
	stop  func()
}

// CopiedFor is how long a personal value may lie on the clipboard, where every program
// of the PC can read it.
const CopiedFor = 60 * time.Second

// CopyForAWhile puts a personal value on the clipboard. It is taken away again after a
// minute, and when the registry is closed or locked.
func (w *Window) CopyForAWhile(value string) {
	if w.copied.stop != nil {
		w.copied.stop()
	}
	w.app.Clipboard().SetContent(value)
	w.copied = copied{value: value, stop: w.Runner.After(CopiedFor, w.forgetCopied)}
}

// forgetCopied empties the clipboard where it still holds what was copied; what another
// program has put there stays.
func (w *Window) forgetCopied() {
	c := w.copied
	w.copied = copied{}
	if c.stop == nil {
		return
	}
	c.stop()
	if w.app.Clipboard().Content() == c.value {
		w.app.Clipboard().SetContent("")
	}
}
