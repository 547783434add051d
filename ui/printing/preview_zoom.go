package printing

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
)

// zoom is how large pages are shown: in percent of their size on paper, or fitted
// to the room.
type zoom int

// fitWidth makes a page as wide as its room.
const fitWidth zoom = 0

// zoomSteps are the percents to choose from, after fitWidth.
var zoomSteps = []zoom{75, 100, 125, 150, 200}

// unitsPerPoint is how many device-independent pixels a point of paper takes at 100 %.
const unitsPerPoint = 96.0 / 72.0

// zoomTitles are the choices in words, in the order of [preview.onZoom].
func (p *preview) zoomTitles() []string {
	titles := []string{p.window.Say("printing_screen.fit", nil)}
	for _, step := range zoomSteps {
		titles = append(titles, p.window.Say("printing_screen.percent", map[string]any{"percent": int(step)}))
	}
	return titles
}

// onZoom takes the choice by its place: words are not compared.
func (p *preview) onZoom(string) {
	p.zoom = fitWidth
	if chosen := p.zooms.SelectedIndex(); chosen > 0 {
		p.zoom = zoomSteps[chosen-1]
	}
	p.mark()
	p.resize()
	p.draw()
}

func (p *preview) onLarger() {
	now := p.percent()
	if i := slices.IndexFunc(zoomSteps, func(step zoom) bool { return step > now }); i >= 0 {
		p.zooms.SetSelectedIndex(i + 1)
	}
}

func (p *preview) onSmaller() {
	now := p.percent()
	for i, step := range slices.Backward(zoomSteps) {
		if step < now {
			p.zooms.SetSelectedIndex(i + 1)
			return
		}
	}
}

// percent is how large the page is shown, whether chosen or fitted.
func (p *preview) percent() zoom {
	if p.zoom != fitWidth || len(p.sizes) == 0 {
		return p.zoom
	}
	return zoom(math.Round(float64(p.fitted() * 100)))
}

// fitted is the factor at which the page fills the width of the room.
func (p *preview) fitted() float32 {
	wide := p.room.size.Width - 2*sheetMargin
	return max(wide, 0) / (p.sizes[p.page].Width * unitsPerPoint)
}

// resize gives the page the size that zoom and room ask for.
func (p *preview) resize() {
	if len(p.sizes) == 0 {
		return
	}
	factor := float32(p.zoom) / 100
	if p.zoom == fitWidth {
		factor = p.fitted()
	}
	onPaper := p.sizes[p.page]
	p.sheet.setSize(onPaper, fyne.NewSize(float32(int(onPaper.Width*unitsPerPoint*factor)), float32(int(onPaper.Height*unitsPerPoint*factor))))
	p.scroll.Refresh()
}

// onResized stretches the picture at once and draws a sharp one when the room has
// stayed the same for a while; the first one comes at once.
func (p *preview) onResized() {
	p.resize()
	p.mark()
	if len(p.pictures) == 0 {
		p.draw()
		return
	}
	if p.stopLater != nil {
		p.stopLater()
	}
	p.stopLater = p.window.After(settled, p.draw)
}
