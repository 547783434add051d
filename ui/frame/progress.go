package frame

import "fyne.io/fyne/v2/widget"

// progressBox shows how far long work is.
type progressBox struct {
	window *Window
	title  string
	cancel func()
	bar    *widget.ProgressBar
	box    *Box
	done   bool
}

func newProgressBox(w *Window, title string, cancel func()) *progressBox {
	return &progressBox{window: w, title: title, cancel: cancel, bar: widget.NewProgressBar()}
}

func (p *progressBox) show() {
	if p.done {
		return
	}
	p.box = p.window.Ask(p.title, p.bar, 420, Choice{Label: p.window.Say("ui.cancel", nil), Chosen: p.cancel})
}

func (p *progressBox) set(done, total int) {
	if total > 0 {
		p.bar.SetValue(float64(done) / float64(total))
	}
}

func (p *progressBox) hide() {
	p.done = true
	if p.box != nil {
		p.box.Close()
	}
}
