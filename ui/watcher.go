package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// watcher tells that the mouse moves over content that does not listen to it.
type watcher struct {
	widget.BaseWidget
	content fyne.CanvasObject
	moved   func()
}

func newWatcher(content fyne.CanvasObject, moved func()) *watcher {
	x := &watcher{content: content, moved: moved}
	x.ExtendBaseWidget(x)
	return x
}

// CreateRenderer shows the content.
func (x *watcher) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(x.content) }

// MouseIn tells it.
func (x *watcher) MouseIn(*desktop.MouseEvent) { x.moved() }

// MouseMoved tells it.
func (x *watcher) MouseMoved(*desktop.MouseEvent) { x.moved() }

// MouseOut is of no interest.
func (x *watcher) MouseOut() {}
