package intake

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/intake"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// kitView is the checklist of one kit: whose it is and how it goes, its papers with what is looked at
// on each, and what can be done with it. Every tick is kept at once.
type kitView struct {
	object fyne.CanvasObject
	// onReceived is told whose kit was received, onNext is to go to the next one, onLeft is Esc.
	onReceived     func(id string)
	onNext, onLeft func()

	window *frame.Window
	id     string
	kit    intake.Kit

	name, about, nothing *widget.Label
	notes, list, page    *fyne.Container
	scroll               *container.Scroll
	number               *widgets.Labelled
	numberIn             *widgets.Entry
	whole, receive, back *widgets.Button
	day                  *widgets.DateEntry
	dayBox               fyne.CanvasObject
	taken                *widget.Label

	// lines are the boxes to tick in their order, shape tells for which papers they were built.
	lines []*line
	shape string
	// sent counts what is on its way to the registry, by line; wanted says that the kit is to be
	// received when all of it is kept, onward that the keyboard goes to what is open then.
	sent           map[string]int
	wanted, onward bool
}

func newKitView(w *frame.Window) *kitView {
	v := &kitView{window: w, name: widgets.Wrapped(""), about: widgets.Small(""), nothing: widgets.Wrapped(""), taken: widgets.Small(""),
		notes: container.New(&widgets.Stacked{}), list: container.New(&widgets.Stacked{}), sent: map[string]int{}}
	v.name.SizeName, v.name.TextStyle.Bold = theme.SizeNameSubHeadingText, true
	v.about.Importance, v.nothing.Alignment = widget.LowImportance, fyne.TextAlignCenter
	v.whole = widgets.NewButton(w.Say("intake_screen.whole", nil), theme.ConfirmIcon(), v.onWhole)
	v.whole.OnArrow, v.whole.OnEscape = v.onWholeArrow, v.leave
	v.receive = widgets.NewButton("", theme.ConfirmIcon(), v.onReceive)
	v.receive.Importance, v.receive.OnEscape = widget.HighImportance, v.leave
	v.back = widgets.NewButton(w.Say("intake_screen.back", nil), theme.ContentUndoIcon(), v.onBack)
	v.back.Importance, v.back.OnEscape = widget.LowImportance, v.leave
	v.buildNumber()
	v.buildDay()
	v.scroll = container.NewVScroll(widgets.OffTheBar(v.list))
	head := container.New(&widgets.Stacked{}, container.New(&widgets.Tight{}, v.name, v.about), v.notes,
		container.NewBorder(nil, nil, nil, container.NewVBox(layout.NewSpacer(), v.whole), v.number.Box))
	foot := container.New(&widgets.Stacked{}, v.taken, container.New(&widgets.Flow{}, v.dayBox, v.receive, layout.NewSpacer(), v.back))
	v.page = container.New(&widgets.PageLayout{Head: head, Body: v.scroll, Foot: foot}, head, v.scroll, foot)
	v.object = container.NewStack(v.page, widgets.InTheMiddle(w.Scale(), v.nothing))
	v.clear(false)
	return v
}

// buildNumber makes the field of the card's number, which is typed or scanned right here.
func (v *kitView) buildNumber() {
	v.numberIn = widgets.NewEntry(v.window.Say("intake_screen.number_hint", nil))
	v.number = widgets.NewLabelled(v.window.TitleOfField(fieldNumber), v.numberIn)
	v.numberIn.OnChanged = func(string) { v.number.SetFault("") }
	v.numberIn.OnLeave = v.saveNumber
	v.numberIn.OnSubmitted = func(string) { v.focus() }
	v.numberIn.OnEscape = v.leave
}

// buildDay makes the field of the day on which the kit came.
func (v *kitView) buildDay() {
	v.day = v.window.NewDateEntry()
	v.day.OnEscape = v.leave
	v.day.OnSubmitted = func(string) { v.onReceive() }
	v.dayBox = container.New(&widgets.FixedWidth{Width: 150 * v.window.Scale()}, v.day)
}

func (v *kitView) leave() { v.onLeft() }

// may says that whoever has signed in can receive kits.
func (v *kitView) may() bool {
	return v.window.May(registrar.RightRegister) && v.window.Closed() == ""
}

// clear shows nobody's kit; somebody says that there is one to choose.
func (v *kitView) clear(somebody bool) {
	v.id, v.kit, v.lines, v.shape = "", intake.Kit{}, nil, ""
	v.sent, v.wanted, v.onward = map[string]int{}, false, false
	v.list.RemoveAll()
	v.notes.RemoveAll()
	v.numberIn.Put("")
	v.nothing.SetText(v.window.SayIf(somebody, "ui.choose_somebody"))
	v.nothing.Show()
	v.page.Hide()
}

// show shows a kit as it stands.
func (v *kitView) show(k intake.Kit) {
	w := v.window
	if another := v.id != k.Graduate.ID; another {
		v.clear(false)
		v.id = k.Graduate.ID
		today := w.Registrar().Today()
		v.day.LastYear, v.day.FirstYear = today.Time().Year(), today.Time().Year()-1
		v.day.SetISO(string(today))
		v.number.SetFault("")
	}
	v.kit = k
	v.nothing.Hide()
	v.page.Show()
	v.name.SetText(k.Graduate.FullName())
	v.about.SetText(strings.Join(frame.Filled(w.ClassWords(k.Graduate.Class), v.routeWords()), " · "))
	if w.Canvas().Focused() != v.numberIn {
		v.numberIn.Put(k.Graduate.Current().CardNumber)
	}
	widgets.SetHidden(v.number.Box, !w.Registrar().Campaign().CardNumber.Used)
	v.showNotes()
	v.showLines()
	v.showFoot()
	v.page.Refresh()
	if v.onward && !v.underWay() {
		v.onward = false
		v.focusOpen()
	}
}

func (v *kitView) routeWords() string {
	if v.kit.Route == nil {
		return ""
	}
	return v.kit.Route.Title
}

// showFoot says who has received the kit, and what can be done with it.
func (v *kitView) showFoot() {
	w, received := v.window, v.kit.Received
	v.taken.SetText("")
	label := "intake_screen.receive"
	if received != nil {
		v.taken.SetText(w.Say("intake_screen.taken", map[string]any{"fact": frame.FactWords(*received)}))
		label = "intake_screen.next"
	}
	v.receive.SetText(w.Say(label, nil))
	widgets.SetHidden(v.taken, received == nil)
	widgets.SetHidden(v.dayBox, received != nil || !v.may())
	widgets.SetHidden(v.back, received == nil || !v.may())
	widgets.Enable(v.receive, received != nil || v.may())
	widgets.Enable(v.whole, v.may() && !v.kit.Done)
	widgets.Enable(v.numberIn, v.may() && w.MayFill(fieldNumber))
}

// underWay says that something is on its way to the registry.
func (v *kitView) underWay() bool {
	for _, n := range v.sent {
		if n > 0 {
			return true
		}
	}
	return false
}

// focus gives the keyboard to what is to be done next: of an untouched kit to the button that says
// that all is there, else to the first box that is open, and with none to what receives the kit.
func (v *kitView) focus() {
	switch {
	case v.id == "":
	case v.kit.Received == nil && v.untouched() && v.may():
		v.window.Canvas().Focus(v.whole)
	default:
		v.focusOpen()
	}
}

func (v *kitView) untouched() bool {
	return !slices.ContainsFunc(v.lines, func(l *line) bool { return l.tick.Checked || l.denied })
}

func (v *kitView) focusOpen() {
	at := slices.IndexFunc(v.lines, func(l *line) bool { return l.asked && !l.tick.Checked && !l.denied && !l.tick.Disabled() })
	if at < 0 {
		v.window.Canvas().Focus(v.receive)
		return
	}
	v.window.Canvas().Focus(v.lines[at].tick)
}

// onWholeArrow goes from the button over the boxes into them.
func (v *kitView) onWholeArrow(key fyne.KeyName) {
	if key == fyne.KeyDown && len(v.lines) > 0 {
		v.window.Canvas().Focus(v.lines[0].tick)
	}
}

// change keeps something about the kit in the background and tells of it; key is the line that it is of.
func (v *kitView) change(key, said string, work func(context.Context, *registrar.Registrar, string) error, done func(error)) {
	w, r, id, name := v.window, v.window.Registrar(), v.id, v.kit.Graduate.FullName()
	v.sent[key]++
	sent := v.sent
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) (c changed, err error) {
		if err = work(registrar.Numbered(ctx, &c.act), r, id); err == nil {
			c.kit, err = r.Intake.Kit(id)
		}
		return c, err
	}, func(c changed, err error) {
		sent[key]--
		if err == nil && c.act != 0 {
			w.DidFor(name, said, c.act)
		}
		if v.id == id {
			v.settled(c, err)
		}
		done(err)
	})
}

// changed is the number of an act, and the kit that it has left.
type changed struct {
	act int64
	kit intake.Kit
}

// settled shows what has come of a change, and does what waited for it.
func (v *kitView) settled(c changed, err error) {
	if err == nil {
		v.kit = c.kit
	}
	v.showStates()
	if v.wanted && !v.underWay() {
		v.wanted = false
		v.onReceive()
	}
}

// failed tells of a change that was refused.
func (v *kitView) failed(err error) { v.window.Fail(err) }
