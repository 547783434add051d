package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

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
