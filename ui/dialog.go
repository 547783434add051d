package ui

import (
	"context"
	"errors"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// box is a dialog inside the window. Enter on the first button confirms, Esc
// leaves; the focus goes to what it is told to.
type box struct {
	window  *Window
	popup   *widget.PopUp
	buttons []*widgets.Button
	// onLeave is called when the dialog is left without a choice.
	onLeave func()
}

// choice is a button of a dialog. The first one is what Enter does.
type choice struct {
	label string
	// danger colours the button of something that cannot be undone.
	danger bool
	// ready is asked first; while it says no the dialog stays.
	ready  func() bool
	chosen func()
}

// ask shows a dialog with a title, content and choices; the last choice is what Esc
// does. It returns the box, so that content may close it.
func (w *Window) ask(title string, content fyne.CanvasObject, width float32, choices ...choice) *box {
	b := &box{window: w}
	row := []fyne.CanvasObject{layout.NewSpacer()}
	for i := len(choices) - 1; i >= 0; i-- {
		button := widgets.NewButton(choices[i].label, nil, b.choose(choices[i]))
		button.OnEscape = b.choose(choices[len(choices)-1])
		switch {
		case i == 0 && choices[i].danger:
			button.Importance = widget.DangerImportance
		case i == 0:
			button.Importance = widget.HighImportance
		}
		b.buttons = append(b.buttons, button)
		row = append(row, button)
	}
	head := widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameSubHeadingText
	head.Wrapping = fyne.TextWrapWord
	body := container.NewBorder(head, container.NewHBox(row...), nil, nil, content)
	b.popup = widget.NewModalPopUp(container.NewPadded(container.NewPadded(body)), w.Canvas())
	b.popup.Resize(fyne.NewSize(width*w.scale(), b.popup.MinSize().Height))
	b.popup.Show()
	w.boxes = append(w.boxes, b)
	w.Canvas().SetOnTypedKey(w.onBoxKey)
	w.Canvas().Focus(b.buttons[len(b.buttons)-1])
	return b
}

// askTwice asks before what cannot be taken back; Enter and Esc both stay.
func (w *Window) askTwice(title string, content fyne.CanvasObject, stay, do choice) {
	b := w.ask(title, content, 460, stay, do)
	for _, button := range b.buttons {
		button.OnEscape = b.choose(stay)
	}
}

// onBoxKey is Enter and Esc for the dialog in front when nothing in it has the focus.
func (w *Window) onBoxKey(key *fyne.KeyEvent) {
	if len(w.boxes) == 0 {
		return
	}
	front := w.boxes[len(w.boxes)-1]
	switch key.Name {
	case fyne.KeyEscape:
		front.buttons[0].OnEscape()
	case fyne.KeyReturn, fyne.KeyEnter:
		front.buttons[len(front.buttons)-1].Tapped(nil)
	}
}

func (b *box) choose(c choice) func() {
	return func() {
		if c.ready != nil && !c.ready() {
			return
		}
		b.close()
		if c.chosen != nil {
			c.chosen()
		}
	}
}

func (b *box) close() {
	b.popup.Hide()
	for i, other := range b.window.boxes {
		if other == b {
			b.window.boxes = append(b.window.boxes[:i], b.window.boxes[i+1:]...)
			return
		}
	}
}

// fail shows a failure: what happened and what to do, in the user's language, with
// the details for who is asked for them. Cancelled work is no failure.
func (w *Window) fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	w.Log.Error("failure shown", "code", logged(err))
	message := wrapped(w.explain(err))
	details := widget.NewLabel(err.Error())
	details.Wrapping = fyne.TextWrapBreak
	details.SizeName = theme.SizeNameCaptionText
	fold := widget.NewAccordion(widget.NewAccordionItem(w.say("ui.details", nil), details))
	w.ask(w.say("ui.failed", nil), container.NewVBox(message, fold), 520, choice{label: w.say("ui.close", nil)})
}

// logged is what the log may keep of a failure: its code; the whole text only of a
// fault of the program, which names ids and no persons.
func logged(err error) string {
	if code := registrar.CodeOf(err); code != "" {
		return code
	}
	return err.Error()
}

// explain is the sentence of a failure.
func (w *Window) explain(err error) string {
	var refused *registrar.Error
	if errors.As(err, &refused) {
		return w.say(refused.Code, refused.Args)
	}
	return w.say("ui.fault", nil)
}

// progressBox shows how far long work is.
type progressBox struct {
	window *Window
	title  string
	cancel func()
	bar    *widget.ProgressBar
	box    *box
	done   bool
}

func newProgressBox(w *Window, title string, cancel func()) *progressBox {
	return &progressBox{window: w, title: title, cancel: cancel, bar: widget.NewProgressBar()}
}

func (p *progressBox) show() {
	if p.done {
		return
	}
	p.box = p.window.ask(p.title, p.bar, 420, choice{label: p.window.say("ui.cancel", nil), chosen: p.cancel})
}

func (p *progressBox) set(done, total int) {
	if total > 0 {
		p.bar.SetValue(float64(done) / float64(total))
	}
}

func (p *progressBox) hide() {
	p.done = true
	if p.box != nil {
		p.box.close()
	}
}

// panel puts content on a panel's background with air around it.
func panel(content fyne.CanvasObject) fyne.CanvasObject {
	back := newThemed(colorPanel)
	return container.NewStack(back, container.NewPadded(container.NewPadded(content)))
}

// themed is a rectangle in a colour of the theme.
type themed struct {
	widget.BaseWidget
	name fyne.ThemeColorName
}

func newThemed(name fyne.ThemeColorName) *themed {
	t := &themed{name: name}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws the rectangle.
func (t *themed) CreateRenderer() fyne.WidgetRenderer {
	return &themedRenderer{WidgetRenderer: widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent)), themed: t}
}

type themedRenderer struct {
	fyne.WidgetRenderer
	themed *themed
}

// Refresh takes the colour of the theme that holds now.
func (r *themedRenderer) Refresh() {
	rectangle := r.Objects()[0].(*canvas.Rectangle)
	rectangle.FillColor = theme.Color(r.themed.name)
	rectangle.CornerRadius = 0
	rectangle.Refresh()
}

func (r *themedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.Refresh()
}
