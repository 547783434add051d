package frame

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// Box is a dialog inside the window. Enter on the first button confirms, Esc
// leaves; the keyboard begins in its first field, where it has one.
type Box struct {
	window  *Window
	popup   *widget.PopUp
	content fyne.CanvasObject
	// room is around what was handed in.
	room    *fyne.Container
	buttons []*widgets.Button
	// escape is the button that Esc presses.
	escape *widgets.Button
	// at is the entry that had the keyboard last, at first what begins with it.
	at fyne.Focusable
	// question asks whether to leave it, nil for not asked.
	question *Box
	// began is what stood in its entries when it was shown.
	began map[*widgets.Entry]string
	// Picture is what the dialog shows large, nil for none.
	Picture Pictured
	// OnPage turns the pages of what it shows, nil where there are none; it reports whether there is
	// more than one.
	OnPage func(by int) bool
	// Topic is the name under which the help tells of the dialog, "" for what lies under it.
	Topic string
	// gone is called when it has closed, however that came; nil for nothing.
	gone func()
	// Yields says that it tells of a scan: the next one closes it and is taken.
	Yields bool
	// passive says that Enter does nothing: there is nothing to confirm.
	passive bool
	work    boxWork
}

// Ask shows a dialog with a title, content and choices; the last choice is what Esc
// does. It returns the box, so that content may close it.
func (w *Window) Ask(title string, content fyne.CanvasObject, width float32, choices ...Choice) *Box {
	w.waiting.forgo()
	b := &Box{window: w, work: newBoxWork(w.Say("ui.box_works", nil))}
	row := container.NewHBox()
	for i := len(choices) - 1; i >= 0; i-- {
		button := widgets.NewButton(choices[i].Label, nil, b.choose(choices[i]))
		switch {
		case i == 0 && choices[i].Danger:
			button.Importance = widget.DangerImportance
		case i == 0:
			button.Importance = widget.HighImportance
		}
		b.buttons = append(b.buttons, button)
		row.Add(button)
	}
	head := widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameSubHeadingText
	head.Wrapping = fyne.TextWrapWord
	b.room = container.NewStack(content)
	over, under := onGround(head), onGround(container.NewBorder(nil, nil, nil, row, b.work.words))
	body := container.NewBorder(over, under, nil, nil, b.room)
	b.content = container.NewPadded(container.NewPadded(body))
	b.escape, b.began = b.buttons[0], typedIn(content)
	b.popup = widget.NewModalPopUp(widgets.NewWatcher(b.content, w.touched), w.Canvas())
	b.Fit(width)
	w.boxes = append(w.boxes, b)
	if w.covered {
		// What a save has to say now is said to nobody; the lock takes it away.
		return b
	}
	b.popup.Show()
	if b.at = firstField(content); b.at == nil {
		b.at = b.Primary()
	}
	w.Canvas().Focus(b.at)
	return b
}

// onGround is a bar of a dialog, beneath which the content may scroll.
func onGround(bar fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(widgets.NewGround(theme.ColorNameOverlayBackground), bar)
}

// onWhole shows what was done in a dialog, as long as it is.
func (w *Window) onWhole(words string) {
	w.Ask(w.Say("ui.whole", nil), widgets.Wrapped(words), 460, Choice{Label: w.Say("ui.close", nil)})
}

// AskTwice asks like [Window.Ask] before what is not meant to be done in passing: Enter and Esc
// both stay.
func (w *Window) AskTwice(title string, content fyne.CanvasObject, width float32, stay Choice, do ...Choice) *Box {
	b := w.Ask(title, content, width, append([]Choice{stay}, do...)...)
	b.escape = b.Primary()
	return b
}

// entered notes which entry of the dialog in front has the keyboard.
func (w *Window) entered() {
	if front, at := w.frontBox(), w.Canvas().Focused(); front != nil && at != nil {
		front.at = at
		if o, is := at.(fyne.CanvasObject); is {
			w.Reveal(o)
		}
	}
}

// onKey is a key while nothing has the focus: F1 and F3, Enter and Esc for the dialog in front, and
// where there is none the arrows for the table of the page.
func (w *Window) onKey(key *fyne.KeyEvent) {
	w.touched()
	if w.waiting.takes(key) || widgets.ByScanner(key) {
		return
	}
	switch key.Name {
	case fyne.KeyF1:
		w.OnHelp()
	case fyne.KeyF3:
		w.onSeek()
	}
	front := w.frontBox()
	if front == nil {
		if key.Name == fyne.KeyEscape {
			w.leaveAlone()
		}
		w.moveInTable(key)
		return
	}
	switch key.Name {
	case fyne.KeyEscape:
		front.Leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		if !w.echo.struck(w.Now()) {
			front.Confirm()
		}
	case fyne.KeyPageDown:
		w.onPaged(1)
	case fyne.KeyPageUp:
		w.onPaged(-1)
	}
}

// onPaged turns the pages of the dialog in front; it reports whether that has any.
func (w *Window) onPaged(by int) bool {
	front := w.frontBox()
	switch {
	case front == nil:
		return false
	case front.Picture != nil:
		return front.Picture.OnPage(by)
	}
	return front.OnPage != nil && front.OnPage(by)
}

// frontBox is the dialog over all others, nil where there is none.
func (w *Window) frontBox() *Box {
	if len(w.boxes) == 0 {
		return nil
	}
	return w.boxes[len(w.boxes)-1]
}

// onLeft is Esc in a field, which leaves the dialog or the page that it is in.
func (w *Window) onLeft() {
	w.touched()
	if b := w.frontBox(); b != nil {
		b.Leave()
		return
	}
	w.leaveAlone()
}

// onSubmitted is Enter in a field of a dialog: it goes on to the next field, and confirms in
// the last.
func (w *Window) onSubmitted() {
	if w.frontBox() != nil {
		w.Submit()
	}
}

// Submit is Enter in a field: it goes on to the next one, and behind the last field of a
// dialog it confirms.
func (w *Window) Submit() {
	at, b := w.Canvas().Focused(), w.frontBox()
	w.Canvas().FocusNext()
	for isAside(w.Canvas().Focused()) {
		w.Canvas().FocusNext()
	}
	if b != nil && slices.ContainsFunc(b.buttons, func(button *widgets.Button) bool { return w.Canvas().Focused() == button }) {
		// What is refused leaves the keyboard where it was typed.
		w.Canvas().Focus(at)
		b.Confirm()
	}
}

// isAside says that an input stands beside the way of Enter through a dialog.
func isAside(input fyne.Focusable) bool {
	switch input := input.(type) {
	case *widgets.Button:
		return input.Aside
	case *widgets.DialogCheck:
		return input.Aside
	}
	return false
}

// Primary is the button that Enter presses.
func (b *Box) Primary() *widgets.Button { return b.buttons[len(b.buttons)-1] }

func (b *Box) choose(c Choice) func() {
	return func() {
		if c.Ready != nil && !c.Ready() {
			return
		}
		b.Close()
		if c.Chosen != nil {
			c.Chosen()
		}
	}
}

// Close takes the dialog away, as no choice does, and the question whether to leave it. Others
// over it stay: Fyne takes all that lies over one away with it.
func (b *Box) Close() {
	w := b.window
	if b.question != nil {
		b.question.Close()
	}
	focused := w.Canvas().Focused()
	b.popup.Hide()
	at := slices.Index(w.boxes, b)
	if at < 0 {
		return
	}
	w.boxes = slices.Delete(w.boxes, at, at+1)
	if b.gone != nil {
		b.gone()
	}
	w.echo.shut(w.Now())
	if len(w.boxes) == 0 {
		w.Runner.Deliver(w.freed)
	}
	if at == len(w.boxes) || w.covered {
		return
	}
	for _, over := range w.boxes[at:] {
		over.popup.Hide()
		over.popup.Show()
	}
	if focused != nil {
		w.Canvas().Focus(focused)
	}
}

// Leave does what Esc does: it presses the last choice, and asks before where that throws
// away more than is typed again at once. It stays while it waits for the answer of its work.
func (b *Box) Leave() {
	if b.work.under {
		return
	}
	leave := func() { b.escape.Tapped(nil) }
	if b.typed() <= mostTyped {
		leave()
		return
	}
	w := b.window
	b.question = w.AskTwice(w.Say("ui.typed_title", nil), widgets.Wrapped(w.Say("ui.typed", nil)), 460,
		Choice{Label: w.Say("ui.stay", nil)}, Choice{Label: w.Say("ui.close", nil), Chosen: leave})
}

// mostTyped is in how many entries of a dialog Esc may throw away what was typed: a name or a number
// is typed again at once. Words longer than fewLetters are not, and count as several entries.
const mostTyped, fewLetters = 1, 24

// typed is in how many entries something else stands than when the dialog was shown.
func (b *Box) typed() (count int) {
	for entry, words := range typedIn(b.content) {
		switch {
		case words == b.began[entry]:
		case utf8.RuneCountInString(words) > fewLetters:
			count += mostTyped + 1
		default:
			count++
		}
	}
	return count
}

// Confirm does what Enter does.
func (b *Box) Confirm() {
	if !b.passive {
		b.Primary().Tapped(nil)
	}
}

// escapeOnly leaves the only button to the mouse and to Esc: Enter that was meant for what came
// before, or that is pressed once too often, cancels nothing.
func (b *Box) escapeOnly() {
	b.passive = true
	b.Primary().Importance = widget.MediumImportance
	b.window.Canvas().Unfocus()
}

// Fit makes the dialog as high as its content has become; what is higher than the window, with large
// letters, scrolls in it above the buttons.
func (b *Box) Fit(width float32) {
	size := fyne.NewSize(width*b.window.Scale(), b.popup.MinSize().Height)
	b.popup.Resize(size)
	// Words have their lines, and so their height, only in this width.
	size.Height = b.popup.MinSize().Height
	b.popup.Resize(size)
	if whole := b.window.Canvas().Size(); size.Height > whole.Height && whole.Height > 0 {
		if _, scrolls := b.room.Objects[0].(*container.Scroll); !scrolls {
			b.room.Objects[0] = container.NewVScroll(widgets.OffTheBar(b.room.Objects[0]))
		}
		b.popup.Resize(fyne.NewSize(size.Width, whole.Height))
	}
}
