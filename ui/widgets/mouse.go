package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over an entry, sees nothing but the mouse wheel and shows nothing: clicks
// and the pointer reach the entry below.
type wheel struct {
	widget.BaseWidget
	entry *Entry
	// inner are the parts of the entry, among them its scroller.
	inner fyne.WidgetRenderer
}

var _ fyne.Scrollable = (*wheel)(nil)

// CreateRenderer draws nothing.
func (x *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled moves what is in an entry of several lines while there is more of it that
// way, and passes on every other turn of the wheel.
func (x *wheel) Scrolled(e *fyne.ScrollEvent) {
	Touched()
	if x.entry.MultiLine && x.scrollInner(e) {
		return
	}
	Wheel(x.entry, e)
}

func (x *wheel) scrollInner(e *fyne.ScrollEvent) bool {
	for _, o := range x.inner.Objects() {
		if scroller, is := o.(*container.Scroll); is && scroller.Content != nil {
			before := scroller.Offset
			scroller.Scrolled(e)
			return scroller.Offset != before
		}
	}
	return false
}

// wheeled is a renderer with the wheel above everything else.
type wheeled struct {
	fyne.WidgetRenderer
	wheel *wheel
	all   []fyne.CanvasObject
}

func newWheeled(inner fyne.WidgetRenderer, e *Entry) *wheeled {
	x := &wheel{entry: e, inner: inner}
	x.ExtendBaseWidget(x)
	return &wheeled{WidgetRenderer: inner, wheel: x}
}

// Objects are those of the entry, which may change, and the wheel last.
func (r *wheeled) Objects() []fyne.CanvasObject {
	r.all = append(append(r.all[:0], r.WidgetRenderer.Objects()...), r.wheel)
	return r.all
}

// Layout gives the wheel all there is.
func (r *wheeled) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

// Watcher tells that the mouse moves over content that does not listen to it.
type Watcher struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	moved   func()
}

// NewWatcher tells moved of every move over content.
func NewWatcher(content fyne.CanvasObject, moved func()) *Watcher {
	x := &Watcher{Content: content, moved: moved}
	x.ExtendBaseWidget(x)
	return x
}

// CreateRenderer shows the content.
func (x *Watcher) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(x.Content) }

// MouseIn tells it.
func (x *Watcher) MouseIn(*desktop.MouseEvent) { x.moved() }

// MouseMoved tells it.
func (x *Watcher) MouseMoved(*desktop.MouseEvent) { x.moved() }

// MouseOut is of no interest.
func (x *Watcher) MouseOut() {}

// Pressing says that the mouse is held down on an entry, which has got the keyboard by that:
// what is under the mouse may not move before it is let go, or the click reaches another.
var Pressing bool

// MouseDown notes it before the keyboard comes.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	Pressing = true
	e.Entry.MouseDown(m)
}

// MouseUp ends it.
func (e *Entry) MouseUp(m *desktop.MouseEvent) {
	Pressing = false
	e.Entry.MouseUp(m)
}
