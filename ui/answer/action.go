package answer

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// action is something that can be done about those who are chosen.
type action struct {
	// id is that of its words, answer_screen.do.<id>.
	id string
	// icon is that of its button; nil where it stands in the menu alone.
	icon func() fyne.Resource
	// many says that it is about several at once; able, who of them it is about.
	many bool
	able func(answer.Row) bool
	do   func(*Screen, []answer.Row)
	// envelopes says that it needs envelopes, letters that the centre answers by them.
	envelopes, letters bool
}

// actions are all of them, in the order of the menu.
var actions []action

func init() {
	actions = []action{
		{id: "registered", icon: theme.ConfirmIcon, able: unanswered, do: (*Screen).onRegistered, letters: true},
		{id: "refused", icon: theme.CancelIcon, able: unanswered, do: (*Screen).onRefused, letters: true},
		{id: "plan", icon: theme.ViewRefreshIcon, able: hasPlan, do: (*Screen).onPlan},
		{id: "arrived", icon: theme.MailAttachmentIcon, many: true, able: awaitsEnvelope, do: (*Screen).onArrived, envelopes: true},
		{id: "hand", icon: theme.AccountIcon, many: true, able: toHand, do: (*Screen).onHandOver, envelopes: true},
		{id: "seen", icon: theme.VisibilityIcon, many: true, able: anybody, do: (*Screen).onSeen, letters: true},
		{id: "looked", many: true, able: anybody, do: (*Screen).onLooked, letters: true},
		{id: "kept", many: true, able: awaitsEnvelope, do: elsewhere("kept"), envelopes: true},
		{id: "returned", many: true, able: awaitsEnvelope, do: elsewhere("returned"), envelopes: true},
		{id: "emailed", many: true, able: awaitsEnvelope, do: elsewhere("emailed"), envelopes: true},
		{id: "withdraw", able: registered, do: (*Screen).onWithdraw},
		{id: "withdrawal_sent", able: withdrawing, do: (*Screen).onWithdrawalSent},
		{id: "withdrawal_confirmed", able: withdrawalSent, do: (*Screen).onWithdrawalConfirmed},
		{id: "withdrawal_back", able: withdrawing, do: (*Screen).onWithdrawalBack},
		{id: "appeal", able: refusedNow, do: (*Screen).onAppeal},
		{id: "appeal_decided", able: appealed, do: (*Screen).onAppealDecided},
		{id: "envelope_back", many: true, able: hasEnvelope, do: (*Screen).onEnvelopeBack, envelopes: true},
		{id: "answer_back", able: answered, do: (*Screen).onAnswerBack},
	}
}

func anybody(answer.Row) bool { return true }

func has(kinds ...data.FactKind) func(answer.Row) bool {
	return func(r answer.Row) bool {
		return slices.ContainsFunc(kinds, func(kind data.FactKind) bool { return r.Graduate.Current().Fact(kind, "") != nil })
	}
}

var (
	withdrawing    = has(data.FactWithdrawing)
	withdrawalSent = has(data.FactWithdrawalSent)
	withdrawn      = has(data.FactWithdrawn)
	appealed       = has(data.FactAppealed)
	hasEnvelope    = has(data.FactEnvelopeArrived, data.FactEnvelopeKept, data.FactEnvelopeReturned, data.FactResultEmailed)
	arrived        = has(data.FactEnvelopeArrived)
)

func answered(r answer.Row) bool   { return r.Graduate.Current().Answer != nil }
func unanswered(r answer.Row) bool { return !answered(r) || r.Graduate.Current().AppealGranted() }
func refusedNow(r answer.Row) bool { return answered(r) && r.Graduate.Current().Refused() }
func toHand(r answer.Row) bool     { return r.Stage == answer.ToHand }

// hasPlan says that another attempt may begin, or has begun.
func hasPlan(r answer.Row) bool {
	return answered(r) && r.Stage != answer.Withdrawal || len(r.Graduate.Earlier()) > 0
}

func registered(r answer.Row) bool {
	return r.Graduate.Current().AnswerState() == data.AnswerRegistered && !withdrawing(r)
}

func awaitsEnvelope(r answer.Row) bool {
	return !r.Graduate.Current().Refused() && !arrived(r) && r.Stage != answer.Unsent
}

// offered says that an action is there in a campaign: what a centre answers by messages alone, nobody
// types.
func (a action) offered(w *frame.Window) bool {
	c := w.Registrar().Campaign()
	return (!a.envelopes || c.Has(registrar.CapabilityEnvelopes)) && (!a.letters || len(c.RefusalReasons) > 0)
}

// words are what an action is called: of who is registered another attempt is a re-registration.
func (a action) words(w *frame.Window, rows []answer.Row) string {
	id := a.id
	if a.id == "plan" && len(rows) == 1 && registered(rows[0]) {
		id = "reregister"
	}
	return w.Say("answer_screen.do."+id, nil)
}

// of are those of the rows whom an action is about; none where it is about one and more are chosen.
func (a action) of(rows []answer.Row) []answer.Row {
	if len(rows) > 1 && !a.many {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(rows), func(r answer.Row) bool { return !a.able(r) })
}

// possible are the actions that can be done about rows now.
func (s *Screen) possible(rows []answer.Row) (can []action) {
	if !s.Window.May(registrar.RightRegister) {
		return nil
	}
	for _, a := range actions {
		if a.offered(s.Window) && len(a.of(rows)) > 0 {
			can = append(can, a)
		}
	}
	return can
}

// chosen are the ticked rows, else the current one.
func (s *Screen) chosen() (rows []answer.Row) {
	for _, key := range s.Table.Selected() {
		if row, there := s.rows[key]; there {
			rows = append(rows, row)
		}
	}
	return rows
}

func ids(rows []answer.Row) (all []string) {
	for _, row := range rows {
		all = append(all, row.Graduate.ID)
	}
	return all
}

func names(rows []answer.Row) (all []string) {
	for _, row := range rows {
		all = append(all, row.Graduate.FullName())
	}
	return all
}

// onChosen says what there is to know about the current row, and what can be done.
func (s *Screen) onChosen() {
	w, words := s.Window, s.Window.Say("ui.choose_somebody", nil)
	row, there := s.rows[s.Table.Cursor()]
	if there {
		words = detail(w, row)
	}
	if n := s.Table.Marked(); n > 0 {
		words = w.Say("ui.marked", map[string]any{"count": n}) + " · " + words
	}
	s.detail.SetText(words)
	chosen := s.chosen()
	can := s.possible(chosen)
	for _, b := range s.buttons {
		b.SetText(b.words(w, chosen))
		widgets.Enable(b.Button, slices.ContainsFunc(can, func(a action) bool { return a.id == b.id }))
	}
	widgets.Enable(s.more, len(can) > 0)
	next := s.nextOf(chosen)
	label := w.Say("answer_screen.next", nil)
	if next != nil {
		label = next.words(w, chosen)
	}
	s.next.SetText(label)
	widgets.Enable(s.next, next != nil)
	widgets.Enable(s.number, there && row.Graduate.Current().CardNumber != "")
	widgets.Enable(s.page, s.address() != "")
}

// nextByStage is what is done next at each stage.
var nextByStage = map[answer.Stage]string{answer.Late: "registered", answer.AwaitAnswer: "registered", answer.ToEnter: "registered", answer.Unsent: "registered", answer.Refused: "plan",
	answer.Again: "plan", answer.Withdrawal: "withdrawal_sent", answer.ToHand: "hand", answer.AwaitEnvelope: "arrived", answer.AtCentre: "arrived"}

// nextOf is what is to be done next about rows of one stage, nil for nothing.
func (s *Screen) nextOf(rows []answer.Row) *action {
	if len(rows) == 0 {
		return nil
	}
	id := nextByStage[rows[0].Stage]
	switch r := rows[0]; {
	case r.Stage == answer.ToEnter && r.Graduate.Current().Refused():
		id = "refused"
	case r.Stage == answer.Withdrawal && withdrawn(r):
		return nil
	case r.Stage == answer.Withdrawal && withdrawalSent(r):
		id = "withdrawal_confirmed"
	}
	can := s.possible(rows)
	at := slices.IndexFunc(can, func(a action) bool { return a.id == id })
	if at < 0 {
		return nil
	}
	return &can[at]
}

// MainAction does what is to be done next about the chosen ones.
func (s *Screen) MainAction() {
	rows := s.chosen()
	if a := s.nextOf(rows); a != nil {
		a.do(s, a.of(rows))
	}
}

// onMenu is what can be done with a row, or with the ticked ones if it is one of them.
func (s *Screen) onMenu(key string) []*fyne.MenuItem {
	w, rows := s.Window, []answer.Row{s.rows[key]}
	if chosen := s.chosen(); slices.Contains(ids(chosen), key) {
		rows = chosen
	}
	head := fyne.NewMenuItem(w.Named(names(rows)), nil)
	head.Disabled = true
	items := []*fyne.MenuItem{head, fyne.NewMenuItemSeparator()}
	for _, a := range s.possible(rows) {
		item := w.Command("answer_screen.do."+a.id, "", func() { a.do(s, a.of(rows)) })
		item.Label = a.words(w, rows)
		items = append(items, item)
	}
	return append(items, fyne.NewMenuItemSeparator(), w.Command("menu.form", "", s.OnForm))
}

// onMore lists what can be done, for who has no other button of the mouse.
func (s *Screen) onMore() {
	w, rows := s.Window, s.chosen()
	can := s.possible(rows)
	if len(can) == 0 {
		return
	}
	list := widgets.NewOneOf(nil)
	var options []widgets.Option
	for _, a := range can {
		options = append(options, widgets.Option{Title: a.words(w, rows)})
	}
	list.Offer(options...)
	list.Set(0)
	var box *frame.Box
	list.OnEscape = func() { box.Leave() }
	scroll := container.NewVScroll(widgets.OffTheBar(list))
	scroll.SetMinSize(fyne.NewSize(0, min(list.MinSize().Height, w.Canvas().Size().Height-230*w.Scale())))
	list.OnEnter = func(row fyne.CanvasObject) { widgets.Follow(scroll, row) }
	content := container.NewBorder(whom(w, rows), nil, nil, nil, scroll)
	box = w.Ask(w.Say("answer_screen.more_title", nil), content, 480, frame.Choice{Label: w.Say("answer_screen.more_do", nil), Ready: func() bool {
		a := can[list.Chosen()]
		box.Close()
		a.do(s, a.of(rows))
		return false
	}}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(list)
}

// OnPrint prints something for those who are chosen: of who gives the registration up the application
// (UA-108), where envelopes of theirs have come, the register in which they sign (UA-074).
func (s *Screen) OnPrint() {
	rows := s.chosen()
	route := frame.Route{Screen: frame.Printing, Only: ids(rows)}
	switch paper := s.Window.Registrar().Campaign().Withdrawal(); {
	case paper != nil && len(rows) == 1 && withdrawing(rows[0]):
		route.Paper = paper.Code
	case slices.ContainsFunc(rows, arrived):
		route.Paper = registrar.PaperEnvelopes
	}
	s.Window.Go(route)
}

// OnCopyNumber puts the number of the current row's card on the clipboard for a while (UA-151).
func (s *Screen) OnCopyNumber() {
	row, there := s.rows[s.Table.Cursor()]
	if number := numberOf(row); there && number != "" {
		s.Window.CopyForAWhile(number)
		s.Window.Done(s.Window.Say("answer_screen.copied", map[string]any{"number": number}), nil)
	}
}

// address is the page of the centre where the number of a card is typed, "" for none.
func (s *Screen) address() string {
	c := s.Window.Registrar().Campaign()
	if link := c.Link(c.Tracking.Link); link != nil {
		return link.URL
	}
	return c.SiteURL
}

// onPage opens the centre's page; that somebody has looked there is entered by hand.
func (s *Screen) onPage() { s.Window.OpenOutside(&s.opening, s.address()) }
