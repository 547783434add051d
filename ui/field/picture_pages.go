package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// pages turns the pages of a scan that is a PDF: two buttons and which page is shown. Of a file
// with one page nothing stands there.
type pages struct {
	window        *frame.Window
	onTurned      func(page int)
	page, of      int
	back, forward *widgets.TabbedButton
	said          *widget.Label
	whole         *fyne.Container
}

func newPages(w *frame.Window, onTurned func(page int)) *pages {
	p := &pages{window: w, onTurned: onTurned, said: widget.NewLabel("")}
	p.back = widgets.NewTabbed("", func() { p.turn(-1) }, nil)
	p.forward = widgets.NewTabbed("", func() { p.turn(1) }, nil)
	p.back.SetIcon(theme.NavigateBackIcon())
	p.forward.SetIcon(theme.NavigateNextIcon())
	p.whole = container.NewCenter(container.NewHBox(p.back, container.NewCenter(p.said), p.forward))
	p.show(0, 0)
	return p
}

// show says which page of how many is seen, counted from 0.
func (p *pages) show(page, of int) {
	p.page, p.of = page, of
	p.said.SetText(p.window.Say("photo_screen.page", map[string]any{"page": page + 1, "pages": of}))
	widgets.Enable(p.back, page > 0)
	widgets.Enable(p.forward, page < of-1)
	widgets.SetHidden(p.whole, of < 2)
}

// turn goes so many pages on, where there are such; it reports whether there are pages to turn.
func (p *pages) turn(by int) bool {
	if to := p.page + by; to >= 0 && to < p.of {
		p.show(to, p.of)
		p.onTurned(to)
	}
	return p.of > 1
}
