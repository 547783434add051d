package frame

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// statusLine is the line at the bottom of the window: when the registry was last written and
// copied, what was done and the way back from it, who sits here, and the lock.
type statusLine struct {
	saved  *widget.Label
	copied *widget.Label
	status *widgets.Shortened
	undo   *widget.Button
	who    *widget.Label
	lock   *widgets.Button
	// row are all of them.
	row *fyne.Container
	// said is what was done last, warning what stands in its place while the window is about
	// to lock.
	said, warning string
}

// newStatusLine has nothing to tell yet; scale is that of the letters, and what it may say of
// the saving and of copies is said before.
func newStatusLine(scale float32, who string, saved, copied []string, onUndo, onLock func()) *statusLine {
	l := &statusLine{saved: widget.NewLabel(""), copied: widget.NewLabel(""), status: widgets.NewShortened("", ""), who: widget.NewLabel(who)}
	l.saved.Importance, l.copied.Importance = widget.LowImportance, widget.LowImportance
	l.undo = widget.NewButtonWithIcon("", theme.ContentUndoIcon(), onUndo)
	l.lock = widgets.NewButton("", theme.LoginIcon(), onLock)
	l.undo.Importance, l.lock.Importance = widget.LowImportance, widget.LowImportance
	least := [statusParts]float32{partSaved: widest(saved), partCopied: widest(copied)}
	l.row = container.New(&lineLayout{least: least, room: leastStatus * scale}, l.saved, l.copied, l.status, l.undo, l.who, l.lock)
	return l
}

// widest is the room for the longest of some words.
func widest(all []string) (width float32) {
	for _, words := range all {
		width = max(width, widget.NewLabel(words).MinSize().Width)
	}
	return width
}

func (l *statusLine) build() fyne.CanvasObject {
	return container.NewStack(widgets.NewThemed(widgets.ColorPanel), container.NewBorder(widget.NewSeparator(), nil, nil, nil, l.row))
}

// showSaved says when the registry was last written.
func (l *statusLine) showSaved(words string) {
	l.saved.SetText(words)
	widgets.Arrange(l.row)
}

// showCopied says when the registry was last copied; late colours what should have been done.
func (l *statusLine) showCopied(words string, late widget.Importance) {
	l.copied.Importance = late
	l.copied.SetText(words)
	widgets.Arrange(l.row)
}

// say says what was done.
func (l *statusLine) say(words string) {
	l.said = words
	l.show()
}

// warn says in its place that the window is about to lock, "" once it is not.
func (l *statusLine) warn(words string) {
	if words != l.warning {
		l.warning = words
		l.show()
	}
}

func (l *statusLine) show() {
	l.status.Importance = widget.MediumImportance
	words := l.said
	if l.warning != "" {
		l.status.Importance, words = widget.WarningImportance, l.warning
	}
	l.status.Text = words
	l.status.Refresh()
}

// showUndo says on the button what it takes back, where there is anything.
func (l *statusLine) showUndo(words string, able bool) {
	widgets.Enable(l.undo, able)
	l.undo.SetText(words)
	widgets.Arrange(l.row)
}

// leastStatus is the room that what was done must have before the name of who sits here is
// shown beside it.
const leastStatus = 180

// The parts of the status line from the left to the right.
const (
	partSaved = iota
	partCopied
	partStatus
	partUndo
	partWho
	partLock
	statusParts
)

// yielding are those that give way, one after the other, where what was done would have too
// little room.
var yielding = []int{partWho, partCopied}

// lineLayout puts the parts of the status line beside each other, each as wide as it is; what
// was done gets what is left. None is narrower than for all that it may say: nothing beside it
// jumps.
type lineLayout struct {
	least [statusParts]float32
	room  float32
}

// width is that of one part.
func (l *lineLayout) width(i int, o fyne.CanvasObject) float32 {
	return max(l.least[i], o.MinSize().Width)
}

// MinSize is as high as the highest, so that nothing jumps whatever is said.
func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for i, o := range objects {
		least := o.MinSize()
		size.Height = max(size.Height, least.Height)
		if !slices.Contains(yielding, i) {
			size.Width += l.width(i, o)
		}
	}
	return size
}

// Layout puts them.
func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widths, left := make([]float32, len(objects)), size.Width
	for i, o := range objects {
		if i != partStatus {
			widths[i] = l.width(i, o)
			left -= widths[i]
		}
	}
	for _, i := range yielding {
		if left < l.room {
			left += widths[i]
			widths[i] = 0
		}
	}
	widths[partStatus] = max(left, 0)
	at := float32(0)
	for i, o := range objects {
		o.Move(fyne.NewPos(at, 0))
		o.Resize(fyne.NewSize(widths[i], size.Height))
		widgets.SetHidden(o, widths[i] == 0)
		at += widths[i]
	}
}
