package exchange

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// passed are the messages so far, a row each, and beside them the one of the cursor with the
// fingerprints of the keys.
type passed struct {
	screen  *Screen
	table   *widgets.Table
	listing widgets.Listing[exchange.Passed]
	none    *widget.Label
	panel   *fyne.Container
	scroll  *container.Scroll
	// at is the key of the row to stand at when the messages are known.
	at string
}

func newPassed(s *Screen) *passed {
	p := &passed{screen: s, none: widgets.Wrapped(""), panel: container.New(&widgets.Stacked{})}
	p.listing = p.columns()
	p.table = widgets.NewTable(p.listing.Columns())
	p.table.Plain = true
	p.table.OnCursor = func(string) { p.showPanel() }
	p.none.Alignment = fyne.TextAlignCenter
	p.scroll = container.NewVScroll(widgets.OffTheBar(p.panel))
	s.window.KeepLook("exchange_messages", p.table)
	return p
}

func (p *passed) build() fyne.CanvasObject {
	head, side := widgets.Small(p.screen.say("messages_about", nil)), widgets.Panel(p.scroll)
	list := container.NewStack(p.table, widgets.InTheMiddle(p.screen.window.Scale(), p.none))
	return container.New(&widgets.PageLayout{Head: head, Body: list, Side: side, Least: 250, Most: 520, Share: 0.38}, head, list, side)
}

// show fills the table.
func (p *passed) show() {
	all := p.screen.known.passed
	rows := make([]widgets.Row, len(all))
	for i, m := range all {
		rows[i] = p.listing.Row(strconv.Itoa(len(all)-i), m)
	}
	p.table.SetRows(rows)
	p.screen.sending.ShowCount(p.screen.say("count", map[string]any{"count": len(all)}), len(all), len(all), "exchange_screen.no_messages")
	id := "no_messages"
	if !p.screen.window.May(registrar.RightHistory) {
		id = "messages_closed"
	}
	p.none.SetText(p.screen.window.SayIf(len(rows) == 0, "exchange_screen."+id))
	if p.table.Cursor() == "" && !p.table.StandAt(p.at) && len(rows) > 0 {
		p.table.StandAt(rows[0].Key)
	}
	p.showPanel()
}

// columns are those of the table.
func (p *passed) columns() widgets.Listing[exchange.Passed] {
	s := p.screen
	column := func(name string, width float32, drop int, cell func(exchange.Passed) widgets.Cell) widgets.ColumnOf[exchange.Passed] {
		return widgets.ColumnOf[exchange.Passed]{Column: widgets.Column{Name: name, Title: s.say("column."+name, nil), Width: width, Drop: drop, TwoLines: true}, Cell: cell}
	}
	what := column("message", 170, 0, p.whatCell)
	what.Stretch = true
	people := column("people", 66, 1, func(m exchange.Passed) widgets.Cell { return widgets.Text(strconv.Itoa(m.People)) })
	people.Right = true
	return widgets.Listing[exchange.Passed]{what,
		column("day", 116, 0, func(m exchange.Passed) widgets.Cell {
			return widgets.Cell{Text: s.when(m.At), Sort: m.At.UTC().Format("20060102150405")}
		}),
		people,
		column("receipt", 150, 0, p.receiptCell),
		column("by", 130, 2, func(m exchange.Passed) widgets.Cell { return widgets.Text(m.By) })}
}

// whatCell is what a message is, with its number and the way that it has gone.
func (p *passed) whatCell(m exchange.Passed) widgets.Cell {
	icon := theme.MailReplyIcon()
	if m.Sent {
		icon = theme.MailSendIcon()
	}
	return widgets.Cell{Text: p.screen.titleOfMessage(m), Icon: icon, Sort: fmt.Sprintf("%v %06d", m.Sent, m.Sequence)}
}

// titleOfMessage is the kind of a message with its number.
func (s *Screen) titleOfMessage(m exchange.Passed) string {
	words := s.say("type."+m.Type, nil)
	if m.Sequence > 0 {
		words += " № " + strconv.Itoa(m.Sequence)
	}
	return words
}

// receiptCell says of what was sent whether the centre has said that it has it.
func (p *passed) receiptCell(m exchange.Passed) widgets.Cell {
	switch answer, is := p.answerTo(m); {
	case !m.Sent:
		return widgets.Text("")
	case is:
		return widgets.Cell{Text: p.screen.say("received_on", map[string]any{"date": p.screen.day(answer.At)}), Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
	case p.waits(m):
		return widgets.Cell{Text: p.screen.say("no_receipt_short", nil), Icon: theme.HistoryIcon(), Colour: theme.ColorNameWarning}
	}
	return widgets.Text("—")
}

// answerTo is what the centre has answered to a message.
func (p *passed) answerTo(m exchange.Passed) (exchange.Passed, bool) {
	all := p.screen.known.passed
	at := slices.IndexFunc(all, func(o exchange.Passed) bool { return !o.Sent && o.Answers != "" && o.Answers == m.ID })
	if at < 0 {
		return exchange.Passed{}, false
	}
	return all[at], true
}

// waits says that a message waits for its receipt: those of before a restore do no longer.
func (p *passed) waits(m exchange.Passed) bool {
	return slices.ContainsFunc(p.screen.known.state.Waiting, func(o exchange.Passed) bool { return o.ID == m.ID })
}

// current is the message of the cursor.
func (p *passed) current() (exchange.Passed, bool) {
	all := p.screen.known.passed
	n, err := strconv.Atoi(p.table.Cursor())
	if err != nil || n < 1 || n > len(all) {
		return exchange.Passed{}, false
	}
	return all[len(all)-n], true
}

// showPanel shows the current message, and the fingerprints.
func (p *passed) showPanel() {
	p.panel.Objects = nil
	if m, there := p.current(); there {
		p.panel.Objects = p.parts(m)
	}
	p.panel.Objects = append(p.panel.Objects, p.keys()...)
	p.scroll.Content.Refresh()
	widgets.Arrange(p.scroll)
	p.scroll.ScrollToTop()
}

// parts are what there is to know of a message.
func (p *passed) parts(m exchange.Passed) []fyne.CanvasObject {
	s := p.screen
	parts := []fyne.CanvasObject{titled(s.titleOfMessage(m))}
	add := func(id string, args map[string]any) { parts = append(parts, widgets.Wrapped(s.say(id, args))) }
	if m.Sent {
		add("sent_said", map[string]any{"when": s.when(m.At), "by": m.By, "to": s.recipient(m)})
	} else {
		add("came_said", map[string]any{"when": s.when(m.At), "by": m.By})
	}
	add("inside", map[string]any{"people": m.People, "files": m.Files, "size": frame.SizeOf(s.window, m.Octets)})
	if answer, is := p.answerTo(m); is {
		parts = append(parts, widgets.ResultLine(theme.NewSuccessThemedResource(theme.ConfirmIcon()), s.say("received_on", map[string]any{"date": s.day(answer.At)})))
	} else if p.waits(m) {
		parts = append(parts, widgets.WarningLine(s.say("no_receipt", nil)))
		if s.mayWrite() {
			lost := widgets.NewTabbed(s.say("anew", nil), s.onAnew, func(o fyne.CanvasObject) { widgets.Follow(p.scroll, o) })
			parts = append(parts, container.NewHBox(lost))
		}
	}
	if m.Sent {
		parts = append(parts, container.NewHBox(s.sheetOf(func(o fyne.CanvasObject) { widgets.Follow(p.scroll, o) }, m.Message)))
	}
	if m.Name != "" {
		parts = append(parts, widgets.FieldCaption(s.say("file_name", nil)), widgets.Wrapped(m.Name))
	}
	return append(parts, widgets.FieldCaption("SHA-256"), fingerprint(m.SHA256), widgets.Air(s.window.Scale()))
}

// keys are the fingerprints of the school and the centre: what is compared by phone.
func (p *passed) keys() []fyne.CanvasObject {
	s := p.screen
	return []fyne.CanvasObject{widgets.BoldWords(s.say("keys", nil)), widgets.Small(s.say("keys_about", nil)),
		widgets.FieldCaption(s.say("key_school", map[string]any{"code": s.known.state.Code})), fingerprint(s.known.state.Own),
		widgets.FieldCaption(s.say("key_centre", nil)), fingerprint(s.known.state.Centre), s.turning()}
}

// fingerprint are digits that break wherever the line ends.
func fingerprint(digits string) fyne.CanvasObject {
	label := widget.NewLabel(digits)
	label.Wrapping, label.TextStyle.Monospace = fyne.TextWrapBreak, true
	label.SizeName, label.Selectable = theme.SizeNameCaptionText, true
	return label
}

// recipient is to whom a message went.
func (s *Screen) recipient(m exchange.Passed) string {
	if m.To == data.ToCentre {
		return s.say("centre", nil)
	}
	return m.To
}
