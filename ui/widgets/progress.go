package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Progress shows how far work is; until that is told, only that it goes on.
type Progress struct {
	Object fyne.CanvasObject
	bar    *widget.ProgressBar
	// moving stands in the place of bar while nothing is known.
	moving *widget.ProgressBarInfinite
	// share says beside the bar how much is done: on it no colour of letters can be read over what is
	// done and what is not.
	share *widget.Label
}

// shareWidth is the room of «100 %», at the usual size of letters.
const shareWidth = 56

// NewProgress is one of which nothing is known, and which stands still until [Progress.Start].
func NewProgress(scale float32) *Progress {
	p := &Progress{bar: widget.NewProgressBar(), moving: widget.NewProgressBarInfinite(), share: widget.NewLabel("")}
	p.bar.TextFormatter = func() string { return "" }
	p.share.Alignment = fyne.TextAlignTrailing
	p.moving.Stop()
	p.bar.Hide()
	share := container.New(&FixedWidth{Width: shareWidth * scale}, p.share)
	p.Object = container.NewBorder(nil, nil, nil, share, container.NewStack(p.moving, p.bar))
	return p
}

// Start shows that the work goes on, where nothing is known.
func (p *Progress) Start() {
	if p.bar.Hidden {
		p.moving.Start()
	}
}

// Stop shows that it does no more.
func (p *Progress) Stop() { p.moving.Stop() }

// Set shows how much is done; of nothing at all nothing is known, and while nothing of it is done it is
// not known how long that takes: then it goes on moving and says no number.
func (p *Progress) Set(done, total int) {
	if done <= 0 || total <= 0 {
		return
	}
	done = min(done, total)
	p.moving.Stop()
	p.moving.Hide()
	p.bar.Show()
	p.bar.SetValue(float64(done) / float64(total))
	p.share.SetText(strconv.Itoa(100*done/total) + " %")
}
