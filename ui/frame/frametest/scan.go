package frametest

import (
	"time"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
)

// betweenScans is how long a person takes to lay the next card under the scanner.
const betweenScans = time.Second

// Scan types as a barcode scanner does: signs 10 ms apart to whatever has the keyboard by then, or to
// nothing, and then keys, as Enter. The clock of the window goes on meanwhile, and a second more.
func Scan(w *frame.Window, signs string, keys ...fyne.KeyName) {
	for _, sign := range signs {
		passes(w, 10*time.Millisecond)
		if focused := w.Canvas().Focused(); focused != nil {
			Strike(w, string(sign))
		} else {
			w.Canvas().OnTypedRune()(sign)
		}
	}
	for _, key := range keys {
		passes(w, 10*time.Millisecond)
		if focused := w.Canvas().Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: key})
		} else {
			w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
		}
	}
	passes(w, betweenScans)
}

// WriteByHand types letters as a hand does, with time between them, which no scanner leaves.
func (h Hands) WriteByHand(letters string) {
	h.T.Helper()
	for _, letter := range letters {
		passes(h.W, 200*time.Millisecond)
		h.Write(string(letter))
	}
}

// passes lets time pass by the clock of a window.
func passes(w *frame.Window, d time.Duration) {
	clock := w.Now
	w.Now = func() time.Time { return clock().Add(d) }
}
