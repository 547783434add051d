package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// ScrolledTo is a form that may be higher than a dialog of this width: it scrolls above
// a height.
func ScrolledTo(form fyne.CanvasObject, width, height, scale float32) fyne.CanvasObject {
	form.Resize(fyne.NewSize(width*scale, height*scale))
	return Scrolled(form, height*scale)
}

// Scrolled gives a form that may be higher than the window a height of its own.
func Scrolled(form fyne.CanvasObject, height float32) fyne.CanvasObject {
	s := container.NewVScroll(form)
	s.SetMinSize(fyne.NewSize(0, min(height, form.MinSize().Height)))
	return s
}

// OffTheBar keeps content that scrolls off the bar of its scroller, which lies over it.
func OffTheBar(content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Size(theme.SizeNameScrollBar)), content)
}

// Follow scrolls until all of an object is seen: Fyne leaves a field that the Tab
// key reached out of sight.
func Follow(scroll *container.Scroll, object fyne.CanvasObject) {
	if scroll == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	bottom := top + object.Size().Height
	switch {
	case top < scroll.Offset.Y:
		scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > scroll.Offset.Y+scroll.Size().Height:
		scroll.ScrollToOffset(fyne.NewPos(0, bottom-scroll.Size().Height))
	}
}

// InnerScroll is a scroller within a page that scrolls itself: where it can go no further
// it leaves the wheel to the page.
type InnerScroll struct {
	container.Scroll
	// Outer takes what is left over.
	Outer func(*fyne.ScrollEvent)
}

// NewInnerScroll scrolls content up and down.
func NewInnerScroll(content fyne.CanvasObject) *InnerScroll {
	s := &InnerScroll{}
	s.Content, s.Direction = content, container.ScrollVerticalOnly
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled moves the content, or passes the wheel on.
func (s *InnerScroll) Scrolled(e *fyne.ScrollEvent) {
	before := s.Offset
	s.Scroll.Scrolled(e)
	if s.Offset == before && s.Outer != nil {
		s.Outer(e)
	}
}
