package frame

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// progressBox shows how far long work is; until the work tells it, only that it goes on.
type progressBox struct {
	window *Window
	title  string
	cancel func()
	bar    *widget.ProgressBar
	// moving stands in the place of bar while nothing is known.
	moving *widget.ProgressBarInfinite
	// share says beside the bar how much is done: on it no colour of letters can be read over what is
	// done and what is not.
	share *widget.Label
	box   *Box
	done  bool
}

func newProgressBox(w *Window, title string, cancel func()) *progressBox {
	p := &progressBox{window: w, title: title, cancel: cancel, bar: widget.NewProgressBar(), moving: widget.NewProgressBarInfinite(), share: widget.NewLabel("")}
	p.bar.TextFormatter = func() string { return "" }
	p.share.Alignment = fyne.TextAlignTrailing
	p.moving.Stop()
	p.bar.Hide()
	return p
}

func (p *progressBox) show() {
	if p.done {
		return
	}
	share := container.New(&widgets.FixedWidth{Width: shareWidth * p.window.Scale()}, p.share)
	p.box = p.window.Ask(p.title, container.NewBorder(nil, nil, nil, share, container.NewStack(p.moving, p.bar)), 420, Choice{Label: p.window.Say("ui.cancel", nil), Chosen: p.cancel})
	p.box.escapeOnly()
	if p.bar.Hidden {
		p.moving.Start()
	}
}

// shareWidth is the room of «100 %», at the usual size of letters.
const shareWidth = 56

func (p *progressBox) set(done, total int) {
	if total > 0 {
		p.moving.Stop()
		p.moving.Hide()
		p.bar.Show()
		p.bar.SetValue(float64(done) / float64(total))
		p.share.SetText(strconv.Itoa(100*done/total) + " %")
	}
}

func (p *progressBox) hide() {
	p.done = true
	p.moving.Stop()
	if p.box != nil {
		p.box.Close()
	}
}
