// Package exchange is what to send to the centre and what came back: whom the next message is about
// and what of each is new, the files for the centre, the centre's own files looked at before anything
// is taken over, and all messages so far.
package exchange

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: what is to be sent to the centre, and what came back? Before a centre has enrolled
// the school it says how that begins.
type Screen struct {
	window *frame.Window
	// page holds what is shown: the first page, the work, or a file of the centre.
	page  *fyne.Container
	known known
	// loaded says that known is; wanted is a file to take once it is, "" for none.
	loaded bool
	wanted string
	// asked is the question how everything stands, reading a file that is opened, doing what is written.
	asked, reading, doing, opening frame.Turn

	kinds       *widgets.OneOf
	read, write *widgets.Button
	// body is the part of the kind that is shown, below its filters.
	body, filters *fyne.Container
	kind          int
	sending       *sending
	passed        *passed
	// start is the first page while it is shown, came the file of the centre; nil for none.
	start *widgets.Button
	came  *came
}

// The kinds of what is shown, in their order.
const (
	toSend = iota
	messages
)

// known is how everything stands.
type known struct {
	state exchange.State
	out   exchange.Outgoing
	// passed are the messages, the newest first; none for who may not see the history.
	passed []exchange.Passed
}

// New makes the screen of the open registry.
func New(w *frame.Window) *Screen {
	s := &Screen{window: w}
	s.kinds = widgets.NewOneOfRow(s.onKind)
	s.read = widgets.NewButton(s.say("read", nil), theme.MailReplyIcon(), s.onRead)
	s.write = widgets.NewButton(s.say("write_plain", nil), theme.MailSendIcon(), s.onWrite)
	s.write.Importance = widget.HighImportance
	s.sending, s.passed = newSending(s), newPassed(s)
	return s
}

// say is a sentence of this screen.
func (s *Screen) say(id string, args map[string]any) string {
	return s.window.Say("exchange_screen."+id, args)
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	w := s.window
	s.kinds.Offer(widgets.Option{Title: s.say("to_send", nil)}, widgets.Option{Title: s.say("messages", nil)})
	s.kinds.Set(s.kind)
	s.body, s.filters = container.NewStack(), container.New(&widgets.Flow{})
	s.page = container.NewStack()
	widgets.Enable(s.read, w.May(registrar.RightRegister))
	s.showWork()
	return s.page
}

// showWork is the page of who is to be sent, or of the messages.
func (s *Screen) showWork() {
	w := s.window
	s.start, s.came = nil, nil
	bar := container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(s.read, s.write)), s.kinds)
	top := container.NewVBox(s.sending.BuildHead(frame.Exchange), bar, w.LookingLine(registrar.RightRegister), s.sending.warning, s.filters)
	// The order of the objects is the order of Tab.
	s.setPage(container.NewPadded(container.New(&widgets.PageLayout{Head: top, Body: s.body}, top, s.body)))
	s.showKind()
}

func (s *Screen) setPage(page fyne.CanvasObject) {
	s.page.Objects = []fyne.CanvasObject{page}
	s.page.Refresh()
}

// showKind shows whom a message would be about, or the messages.
func (s *Screen) showKind() {
	sends := s.kind == toSend
	widgets.SetHidden(s.sending.Search, !sends)
	s.filters.Objects = nil
	s.body.Objects = []fyne.CanvasObject{s.passed.build()}
	if sends {
		s.filters.Objects = s.sending.filters()
		s.body.Objects = []fyne.CanvasObject{s.sending.build()}
	}
	s.show()
	s.page.Refresh()
}

// show fills what is shown with what is known.
func (s *Screen) show() {
	s.sending.showWarning()
	s.sending.refreshWrite()
	if s.kind == toSend {
		s.sending.show()
	} else {
		s.passed.show()
	}
	widgets.Arrange(s.page)
}

// onKind shows the other kind.
func (s *Screen) onKind(at int) {
	s.kind = at
	s.showKind()
}

// Shown asks the registry anew and puts the keyboard where the work begins.
func (s *Screen) Shown() {
	s.ask()
	s.focus()
}

// focus puts the keyboard where the work begins, unless nobody sees this page: an answer may come after
// the window was built anew.
func (s *Screen) focus() {
	if !s.window.Shows(s) {
		return
	}
	switch canvas := s.window.Canvas(); {
	case s.came != nil:
		s.came.focus()
	case s.start != nil:
		canvas.Focus(s.start)
	default:
		canvas.Focus(s.table().Focusable())
	}
}

// table is the one that is shown.
func (s *Screen) table() *widgets.Table {
	if s.kind == toSend {
		return s.sending.Table
	}
	return s.passed.table
}

// Changed asks again when something has changed of which messages tell.
func (s *Screen) Changed(signal registrar.Signal) {
	if signal == registrar.GraduatesChanged || signal == registrar.HistoryGrew || signal == registrar.SchoolChanged {
		s.ask()
	}
}

// ask asks the registry in the background and shows the answer to the last question.
func (s *Screen) ask() {
	r, may := s.window.Registrar(), s.window.May(registrar.RightHistory)
	frame.Run(s.window, &s.asked, func(ctx context.Context) (k known, err error) {
		if k.state, err = r.Exchange.State(); err != nil || !k.state.Enrolled {
			return k, err
		}
		if k.out, err = r.Exchange.Outgoing(ctx); err == nil && may {
			k.passed, err = r.Exchange.History(ctx)
		}
		return k, err
	}, s.onLoaded)
}

func (s *Screen) onLoaded(k known, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	was := s.start != nil
	s.known = k
	switch {
	case s.came != nil:
		s.came.judge()
	case !k.state.Enrolled:
		s.showStart("")
	case was:
		s.showWork()
	default:
		s.show()
	}
	if was != (s.start != nil) {
		s.focus()
	}
	s.loaded = true
	if file := s.wanted; file != "" {
		s.wanted = ""
		s.take(file)
	}
}

// MainAction does what comes next: the centre's file is chosen or taken over, or what is to be sent
// is written; where there is nothing to write, a file of the centre is what comes next.
func (s *Screen) MainAction() {
	switch {
	case s.came != nil:
		s.came.onTake()
	case s.start != nil:
		s.onRead()
	case s.kind == toSend && !s.write.Disabled():
		s.onWrite()
	default:
		s.onRead()
	}
}

// OnSearch goes to the search.
func (s *Screen) OnSearch() {
	if s.start == nil && s.came == nil && s.kind == toSend {
		s.sending.OnSearch()
	}
}

// OnForm opens the form of the current row.
func (s *Screen) OnForm() {
	if s.start == nil && s.came == nil && s.kind == toSend {
		s.sending.OnForm()
	}
}

// Arrive takes the file of a route.
func (s *Screen) Arrive(to frame.Route) {
	if to.File != "" {
		s.take(to.File)
	}
	if to.Graduate != "" {
		s.kind = toSend
		s.kinds.Set(s.kind)
		s.sending.only(to.Graduate)
		s.showKind()
	}
}

// kept is what was chosen, with the current rows.
type kept struct {
	kind    int
	sending any
	passed  string
	came    string
}

// Keep is what stands above the tables, and the current rows. A file that is just being taken over is
// not kept: its newer rules make the window anew before it is done.
func (s *Screen) Keep() any {
	k := kept{kind: s.kind, sending: s.sending.Keep(), passed: s.passed.table.Cursor()}
	if s.came != nil && !s.came.taking {
		k.came = s.came.path
	}
	return k
}

// GiveBack puts it back; a file of the centre is read again.
func (s *Screen) GiveBack(of any) {
	k := of.(kept)
	s.kind = k.kind
	s.kinds.Set(s.kind)
	s.sending.GiveBack(k.sending)
	s.passed.at = k.passed
	s.showKind()
	if k.came != "" {
		s.take(k.came)
	}
}
