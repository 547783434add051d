package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

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
