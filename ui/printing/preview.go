package printing

import (
	"context"
	"image"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// preview shows a PDF page by page, or a sentence in its place.
type preview struct {
	window *frame.Window
	engine previewEngine

	// opening and drawing are apart: a turned page must not make an opened PDF late.
	opening, drawing frame.Turn
	pdf              []byte
	sizes            []fyne.Size
	page             int
	// first is the page that the next PDF is shown from.
	first       int
	pictures    []picture
	zoom        zoom
	stopLater   func()
	stopWaiting func()

	toolbar         *fyne.Container
	back, forward   *widgets.Button
	place           *widget.Label
	smaller, larger *widgets.Button
	zooms           *widgets.Select
	sheet           *sheet
	scroll          *container.Scroll
	view            *fyne.Container
	// whole is all of it, find what is looked for in it.
	whole   *fyne.Container
	find    *finder
	search  *widgets.Button
	room    *watched
	icon    *widget.Icon
	message *widget.Label
	notice  *fyne.Container
	// nobody stands in the place of notice where there is no graduate at all.
	nobody *frame.Empty
}

// picture is a page drawn in a width of dots.
type picture struct {
	page, width int
	image       image.Image
}

const (
	// keptPictures is how many drawn pages stay in memory, the one shown included.
	keptPictures = 3
	// widestPicture keeps a drawn page under 25 MB; a larger one is stretched.
	widestPicture = 2000
	// settled is how long the room must stay the same before a page is drawn for it.
	settled = 150 * time.Millisecond
)

func newPreview(w *frame.Window) *preview { return &preview{window: w, engine: sharedEngine} }

func (p *preview) build() fyne.CanvasObject {
	p.buildToolbar()
	p.sheet = newSheet()
	p.sheet.onKey, p.sheet.onRune = p.onKey, p.onRune
	p.scroll = container.NewScroll(p.sheet)
	p.room = &watched{resized: p.onResized}
	p.view = container.New(p.room, p.scroll)
	p.icon, p.message = widget.NewIcon(nil), widget.NewLabel("")
	p.message.Wrapping = fyne.TextWrapWord
	p.notice = container.NewPadded(container.NewPadded(container.NewBorder(nil, nil, container.NewVBox(p.icon), nil, p.message)))
	p.nobody = frame.NewEmpty(p.window)
	// With large letters in a small window the bar scrolls; it never overlaps itself.
	bar := container.NewStack(widgets.NewThemed(widgets.ColorPanel), container.NewPadded(container.NewHScroll(p.toolbar)))
	p.find = newFinder(p)
	head := container.NewVBox(bar, p.find.bar, widget.NewSeparator())
	desk := container.NewStack(widgets.NewThemed(theme.ColorNameHeaderBackground), p.view, p.notice, p.nobody.Object)
	p.wait()
	p.whole = container.New(layout.NewBorderLayout(head, nil, nil, nil), head, desk)
	return p.whole
}

// arrange gives the pages what room there is beside what has come or gone above them.
func (p *preview) arrange() { widgets.Arrange(p.whole) }

func (p *preview) buildToolbar() {
	say := func(id string) string { return p.window.Say("printing_screen."+id, nil) }
	p.back = widgets.NewIcon(say("page_back"), theme.NavigateBackIcon(), p.onBack)
	p.forward = widgets.NewIcon(say("page_forward"), theme.NavigateNextIcon(), p.onForward)
	p.place = widget.NewLabel("")
	p.smaller = widgets.NewIcon(say("smaller"), theme.ZoomOutIcon(), p.onSmaller)
	p.larger = widgets.NewIcon(say("larger"), theme.ZoomInIcon(), p.onLarger)
	p.zooms = widgets.NewSelect(p.zoomTitles(), nil)
	// The placeholder is never seen: Fyne makes the list as wide as it is.
	p.zooms.PlaceHolder = p.zooms.Options[0]
	p.zooms.SetSelectedIndex(0)
	p.zooms.OnChanged = p.onZoom
	p.search = widgets.NewIcon(say("find"), theme.SearchIcon(), func() { p.find.show() })
	p.toolbar = container.NewHBox(p.back, p.place, p.forward, layout.NewSpacer(), p.search, p.smaller, p.zooms, p.larger)
}

// expect says that another PDF is on its way: at once where nothing is shown, else
// when it takes long, so that a quick answer does not make the window flicker. An
// earlier PDF that is being opened is no longer wanted.
func (p *preview) expect() {
	p.cease()
	p.opening.Void()
	if len(p.sizes) == 0 {
		p.wait()
		return
	}
	p.stopWaiting = p.window.After(frame.Patience, p.wait)
}

// cease calls the sentence of [preview.expect] off.
func (p *preview) cease() {
	if p.stopWaiting != nil {
		p.stopWaiting()
		p.stopWaiting = nil
	}
}

// open shows another PDF from its first page, after the window was built anew from the one that was
// shown. What is shown stays until then.
func (p *preview) open(pdf []byte) {
	frame.Run(p.window, &p.opening, func(context.Context) ([]fyne.Size, error) { return p.engine.Pages(pdf) },
		func(sizes []fyne.Size, err error) {
			if err != nil || len(sizes) == 0 {
				p.onFault(err)
				return
			}
			p.cease()
			p.pdf, p.sizes, p.pictures = pdf, sizes, nil
			p.find.forget()
			p.goTo(min(p.first, len(sizes)-1))
			p.first = 0
			p.find.read()
		})
}

// refuse shows why there is nothing to look at and what to do. A PDF on its way is
// no longer wanted.
func (p *preview) refuse(sentence string) {
	p.cease()
	p.opening.Void()
	p.say(theme.NewWarningThemedResource(theme.WarningIcon()), sentence)
}

// refuseAll says that there is nobody to print at all, with the button of what is to be done first.
func (p *preview) refuseAll(sentence string) {
	p.refuse("")
	p.notice.Hide()
	p.nobody.SayFirst(sentence)
	p.nobody.Object.Show()
}

// wait says that a preview is on its way.
func (p *preview) wait() { p.say(theme.InfoIcon(), p.window.Say("printing_screen.preparing", nil)) }

// say shows a sentence in the place of the pages.
func (p *preview) say(icon fyne.Resource, sentence string) {
	p.drawing.Void()
	p.pdf, p.sizes, p.pictures, p.page = nil, nil, nil, 0
	p.find.forget()
	p.sheet.setPicture(nil)
	p.icon.SetResource(icon)
	p.message.SetText(sentence)
	p.view.Hide()
	p.nobody.Object.Hide()
	p.notice.Show()
	p.mark()
}

// onFault tells that pictures cannot be made; the documents themselves can.
func (p *preview) onFault(err error) {
	if err != nil {
		p.window.Log.Error("preview failed", "error", err.Error())
	}
	p.refuse(p.window.Say("printing_screen.no_preview", nil))
}

// goTo shows a page from its top; the nearest where there is no such page.
func (p *preview) goTo(page int) {
	if len(p.sizes) > 0 {
		p.turnTo(page)
		p.find.mark(stay)
	}
}

// turnTo is goTo for what marks the page itself.
func (p *preview) turnTo(page int) {
	p.page = min(max(page, 0), len(p.sizes)-1)
	p.mark()
	p.resize()
	p.scroll.ScrollToTop()
	p.draw()
}

// mark says which page is shown and what can be pressed.
func (p *preview) mark() {
	p.place.SetText("")
	if len(p.sizes) > 0 {
		p.place.SetText(p.window.Say("printing_screen.page", map[string]any{"page": p.page + 1, "pages": len(p.sizes)}))
	}
	widgets.Enable(p.back, p.page > 0)
	widgets.Enable(p.forward, p.page < len(p.sizes)-1)
	widgets.Enable(p.smaller, len(p.sizes) > 0 && p.percent() > zoomSteps[0])
	widgets.Enable(p.larger, len(p.sizes) > 0 && p.percent() < zoomSteps[len(zoomSteps)-1])
	widgets.Enable(p.zooms, len(p.sizes) > 0)
	widgets.Enable(p.search, len(p.sizes) > 0)
	widgets.Arrange(p.toolbar)
}

// draw shows the picture of the page in the size that holds now.
func (p *preview) draw() {
	if len(p.sizes) == 0 || p.sheet.size.Width < 1 {
		return
	}
	dots := p.sheet.size.Width * p.window.Canvas().Scale()
	page, width, pdf := p.page, min(int(math.Round(float64(dots))), widestPicture), p.pdf
	for _, kept := range p.pictures {
		if kept.page == page && kept.width == width {
			p.drawing.Void()
			p.show(kept)
			return
		}
	}
	frame.Run(p.window, &p.drawing, func(context.Context) (picture, error) {
		drawn, err := p.engine.Render(pdf, page, width)
		return picture{page, width, drawn}, err
	}, p.onDrawn)
}

func (p *preview) onDrawn(drawn picture, err error) {
	if err != nil {
		p.onFault(err)
		return
	}
	p.pictures = append(p.pictures, drawn)
	p.pictures = p.pictures[max(len(p.pictures)-keptPictures, 0):]
	p.show(drawn)
}

func (p *preview) show(drawn picture) {
	p.sheet.setPicture(drawn.image)
	p.notice.Hide()
	p.view.Show()
}

func (p *preview) onBack() { p.goTo(p.page - 1) }

func (p *preview) onForward() { p.goTo(p.page + 1) }

// onKey turns pages and scrolls from the keyboard.
func (p *preview) onKey(key fyne.KeyName) {
	switch key {
	case fyne.KeyPageDown, fyne.KeyRight:
		p.onForward()
	case fyne.KeyPageUp, fyne.KeyLeft:
		p.onBack()
	case fyne.KeyHome:
		p.goTo(0)
	case fyne.KeyEnd:
		p.goTo(len(p.sizes) - 1)
	case fyne.KeyEscape:
		p.find.leave()
	case fyne.KeyDown, fyne.KeySpace:
		p.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -p.scroll.Size().Height/4)})
	case fyne.KeyUp:
		p.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, p.scroll.Size().Height/4)})
	}
}

func (p *preview) onRune(r rune) {
	switch r {
	case '+', '=':
		p.onLarger()
	case '-':
		p.onSmaller()
	}
}
