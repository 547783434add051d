package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// statusLine is the line at the bottom of the window: when the registry was last written,
// what was done and the way back from it, who sits here, and the lock.
type statusLine struct {
	saved  *widget.Label
	status *widgets.Shortened
	undo   *widget.Button
	who    *widget.Label
	lock   *widgets.Button
	// row are all of them.
	row *fyne.Container
}

// newStatusLine has nothing to tell yet; scale is that of the letters, and some of what it may
// say of the saving is said before.
func newStatusLine(scale float32, who string, saved []string, onUndo, onLock func()) *statusLine {
	l := &statusLine{saved: widget.NewLabel(""), status: widgets.NewShortened("", ""), who: widget.NewLabel(who)}
	l.saved.Importance = widget.LowImportance
	l.undo = widget.NewButtonWithIcon("", theme.ContentUndoIcon(), onUndo)
	l.lock = widgets.NewButton("", theme.LoginIcon(), onLock)
	l.undo.Importance, l.lock.Importance = widget.LowImportance, widget.LowImportance
	first := float32(0)
	for _, words := range saved {
		first = max(first, widget.NewLabel(words).MinSize().Width)
	}
	l.row = container.New(&lineLayout{first: first, room: leastStatus * scale}, l.saved, l.status, l.undo, l.who, l.lock)
	return l
}

func (l *statusLine) build() fyne.CanvasObject {
	return container.NewStack(widgets.NewThemed(widgets.ColorPanel), container.NewBorder(widget.NewSeparator(), nil, nil, nil, l.row))
}

// showSaved says when the registry was last written.
func (l *statusLine) showSaved(words string) {
	l.saved.SetText(words)
	widgets.Arrange(l.row)
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

// lineLayout puts the parts of the status line beside each other, each as wide as it is; the
// second gets what is left. The fourth gives way where that would be too little. The first is
// never narrower than for all that it may say: nothing beside it jumps.
type lineLayout struct{ first, room float32 }

// width is that of one part.
func (l *lineLayout) width(i int, o fyne.CanvasObject) float32 {
	if i == 0 {
		return max(l.first, o.MinSize().Width)
	}
	return o.MinSize().Width
}

// MinSize is as high as the highest, so that nothing jumps whatever is said.
func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for i, o := range objects {
		least := o.MinSize()
		size.Height = max(size.Height, least.Height)
		if i != 3 {
			size.Width += l.width(i, o)
		}
	}
	return size
}

// Layout puts them.
func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widths, left := make([]float32, len(objects)), size.Width
	for i, o := range objects {
		if i != 1 {
			widths[i] = l.width(i, o)
			left -= widths[i]
		}
	}
	if left < l.room {
		left += widths[3]
		widths[3] = 0
	}
	widths[1] = max(left, 0)
	at := float32(0)
	for i, o := range objects {
		o.Move(fyne.NewPos(at, 0))
		o.Resize(fyne.NewSize(widths[i], size.Height))
		widgets.SetHidden(o, widths[i] == 0)
		at += widths[i]
	}
}
