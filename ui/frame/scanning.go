package frame

import (
	"time"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// scanning listens for card numbers that a barcode scanner types, wherever the keyboard is. An entry
// gets every sign as from a person, but in a search a whole number takes the place of what stood there.
// Anywhere else the signs do nothing from the third on, when it is sure that no hand types them, nor
// does the Enter behind them: the number is taken to whom it is of.
type scanning struct {
	scanner scanner
	// campaign is the one whose numbers are read, nil while none are.
	campaign func() *registrar.CampaignFile
	// into is the entry that gets the signs, nil for something else.
	into  *widgets.Entry
	now   func() time.Time
	after func(time.Duration, func()) (stop func())
	// stop calls off the end that comes without Enter.
	stop func()
	// late says that the end came late: the window has drawn, and signs may wait behind it.
	late bool
	// ended is when the last one was taken.
	ended time.Time
	// take takes what was read elsewhere than in an entry.
	take func(number string)
}

// sign takes a sign that is typed into an entry, nil for something else, and reports whether a scanner
// types it: then it does nothing elsewhere than there.
func (s *scanning) sign(sign rune, into *widgets.Entry) bool {
	c := s.campaign()
	if c == nil {
		return false
	}
	s.callOff()
	if s.scanner.add(sign, s.now()); len(s.scanner.signs) <= 1 {
		s.into = into
	}
	if s.scanner.whole() || s.scanner.before != nil {
		s.stop, s.late = s.after(scannerStall, s.silence), false
	}
	return c.ScansSign(sign) && s.scanner.sure()
}

// key takes Enter or Space, and reports whether a scanner presses it and it is to do nothing.
func (s *scanning) key(key *fyne.KeyEvent) bool {
	elsewhere := s.into == nil
	switch {
	case s.campaign() == nil:
		return false
	case !s.scanner.goesOn(s.now()) && !s.drew():
		// Some scanners send two of them.
		since := s.now().Sub(s.ended)
		return elsewhere && since > 0 && since < doublePress
	case key.Name == fyne.KeySpace:
		return elsewhere && s.scanner.sure()
	}
	if s.scanner.join(); !s.scanner.whole() {
		s.callOff()
		s.scanner.forget()
		return false
	}
	s.end(false)
	return elsewhere
}

// drew says that the end without Enter is late: the window has drawn since the last sign.
func (s *scanning) drew() bool {
	return s.stop != nil && len(s.scanner.times) > 0 && s.now().Sub(s.scanner.last()) <= longestStall
}

// silence is the end without Enter, unless signs may still wait behind what the window has drawn.
func (s *scanning) silence() {
	if late := len(s.scanner.times) > 0 && s.now().Sub(s.scanner.last()) > 2*scannerStall; late && !s.late {
		s.stop, s.late = s.after(scannerStall, s.silence), true
		return
	}
	s.end(true)
}

// end is the end of the signs; without Enter only a card number is believed to be one.
func (s *scanning) end(silent bool) {
	s.callOff()
	s.scanner.join()
	signs, c := string(s.scanner.signs), s.campaign()
	if s.scanner.forget(); c == nil {
		return // it was locked meanwhile
	}
	switch number, fits := c.Scanned(signs); {
	case silent && !fits:
	case s.into == nil:
		s.ended = s.now()
		s.take(number)
	case s.into.Search && fits:
		s.into.SetText(number)
	}
}

func (s *scanning) callOff() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}
