package frame

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// statusLine is the line at the bottom of the window: when the registry was last written and
// copied, what was done and the way back from it, who sits here, and the lock.
type statusLine struct {
	saved  *canvas.Text
	copied *canvas.Text
	status *widgets.Shortened
	undo   *widgets.Button
	who    *widgets.Shortened
	lock   *widgets.Button
	// row are all of them.
	row *fyne.Container
	// said is what was done last. In its place stands warning while the window is about to lock, else
	// named while somebody is on a button that has an icon alone: what that does.
	said, warning, named string
}

// newStatusLine has nothing to tell yet; scale is that of the letters, and what it may say of
// the saving and of copies is said before.
func newStatusLine(scale float32, who string, saved, copied []string, onWhole func(string), onUndo, onLock func()) *statusLine {
	l := &statusLine{saved: canvas.NewText("", theme.Color(theme.ColorNameDisabled)), copied: canvas.NewText("", nil),
		status: widgets.NewShortened("", ""), who: widgets.NewShortened(who, "")}
	if len(copied) > 0 {
		l.saved.TextSize, l.copied.TextSize = theme.Size(theme.SizeNameCaptionText), theme.Size(theme.SizeNameCaptionText)
	}
	l.status.TwoLines = true
	l.undo = widgets.NewButton("", theme.ContentUndoIcon(), onUndo)
	l.lock = widgets.NewButton("", theme.LoginIcon(), onLock)
	l.undo.Importance, l.lock.Importance = widget.LowImportance, widget.LowImportance
	first := max(l.widest(saved), l.widest(copied))
	l.row = container.New(&lineLayout{first: first, room: leastStatus * scale, who: whoWidth(who), leastWho: leastWho * scale, two: len(copied) > 0}, l.saved, l.copied, container.NewStack(l.status, newWholeWords(l.status, onWhole)), l.undo, l.who, l.lock)
	return l
}

// whoWidth is the room for the whole name of who sits here.
func whoWidth(who string) float32 {
	return fyne.MeasureText(who, theme.TextSize(), fyne.TextStyle{}).Width + 2*theme.InnerPadding() + 1
}

// widest is the room for the longest of some words in the letters of the saving.
func (l *statusLine) widest(all []string) (width float32) {
	for _, words := range all {
		width = max(width, fyne.MeasureText(words, l.saved.TextSize, l.saved.TextStyle).Width)
	}
	return width
}

func (l *statusLine) build() fyne.CanvasObject {
	return container.NewStack(widgets.NewGround(widgets.ColorPanel), container.NewBorder(widget.NewSeparator(), nil, nil, nil, l.row))
}

// showSaved says when the registry was last written.
func (l *statusLine) showSaved(words string) {
	l.saved.Text = words
	l.saved.Refresh()
	widgets.Arrange(l.row)
}

// showCopied says when the registry was last copied, in a colour.
func (l *statusLine) showCopied(words string, colour fyne.ThemeColorName) {
	l.copied.Color, l.copied.Text = theme.Color(colour), words
	l.copied.Refresh()
	widgets.Arrange(l.row)
}

// say says what was done.
func (l *statusLine) say(words string) {
	l.said, l.named = words, ""
	l.show()
}

// warn says in its place that the window is about to lock, "" once it is not.
func (l *statusLine) warn(words string) {
	if words != l.warning {
		l.warning = words
		l.show()
	}
}

// name says what the button does that somebody is on, "" for no such button.
func (l *statusLine) name(words string) {
	if words != l.named {
		l.named = words
		l.show()
	}
}

func (l *statusLine) show() {
	l.status.Importance = widget.MediumImportance
	words := cmp.Or(l.named, l.said)
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

// leastStatus is the room that what was done must have before the whole name of who sits here is
// shown beside it, leastWho that in which a shortened name still tells one from another.
const leastStatus, leastWho = 180, 96

// The parts of the status line from the left to the right; the first two stand below each other.
const (
	partSaved = iota
	partCopied
	partStatus
	partUndo
	partWho
	partLock
)

// lineLayout puts the parts of the status line beside each other, each as wide as it is; what
// was done gets what is left. Who sits here is shortened where that would be too little, and gives
// way where not half of it is left. The first is never narrower than for all that it may say: nothing beside it jumps.
type lineLayout struct {
	first, room, who, leastWho float32
	// two says that there are two lines in the first place.
	two bool
}

// MinSize is as high as the highest in a line of its own, so that nothing jumps whatever is said.
func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for i, o := range objects {
		least := o.MinSize()
		if i != partCopied {
			size.Height = max(size.Height, least.Height)
		}
		if i != partWho && i != partCopied {
			size.Width += least.Width
		}
	}
	return size
}

// Layout puts them.
func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widths, left := make([]float32, len(objects)), size.Width
	for i, o := range objects {
		switch i {
		case partSaved:
			widths[i] = max(l.first, o.MinSize().Width, objects[partCopied].MinSize().Width) + 2*theme.InnerPadding()
		case partUndo, partLock:
			widths[i] = o.MinSize().Width
		case partWho:
			widths[i] = l.who
		}
		left -= widths[i]
	}
	if left < l.room {
		left += l.who
		if widths[partWho] = min(l.who, max(left-l.room, l.leastWho)); left-widths[partWho] < l.room/2 {
			widths[partWho] = 0
		}
		left -= widths[partWho]
	}
	widths[partStatus] = max(left, 0)
	at := float32(0)
	for i, o := range objects[partStatus:] {
		if i == 0 {
			at = l.layFirst(objects, fyne.NewSize(widths[partSaved], size.Height))
		}
		width := widths[partStatus+i]
		o.Move(fyne.NewPos(at, 0))
		o.Resize(fyne.NewSize(width, size.Height))
		widgets.SetHidden(o, width == 0)
		at += width
	}
}

// layFirst puts the saving and the copies below each other, or the saving alone, and gives their
// width.
func (l *lineLayout) layFirst(objects []fyne.CanvasObject, size fyne.Size) float32 {
	line := fyne.NewSize(size.Width, size.Height/2)
	if !l.two {
		line.Height = size.Height
	}
	for i, o := range objects[:partStatus] {
		least := o.MinSize().Height
		o.Move(fyne.NewPos(theme.InnerPadding(), float32(i)*line.Height+(line.Height-least)/2))
		o.Resize(fyne.NewSize(size.Width-2*theme.InnerPadding(), least))
	}
	return size.Width
}

// wholeWords lies over what was done and shows all of it on a click where the line has no room
// for it: it is read nowhere else.
type wholeWords struct {
	widget.BaseWidget
	words *widgets.Shortened
	show  func(words string)
}

func newWholeWords(words *widgets.Shortened, show func(string)) *wholeWords {
	w := &wholeWords{words: words, show: show}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer draws nothing.
func (w *wholeWords) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Tapped shows them.
func (w *wholeWords) Tapped(*fyne.PointEvent) {
	if w.words.Cut() {
		w.show(w.words.Text)
	}
}

// Cursor says that a click does something.
func (w *wholeWords) Cursor() desktop.Cursor {
	if w.words.Cut() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
