package answer

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// record is a dialog that enters something about some of the rows.
type record struct {
	*frame.RecordForm
	screen *Screen
	rows   []answer.Row
	// id is that of its words: its title, its button and what is said when it is done.
	id string
}

// newRecord begins with the names of those whom it is about, and what it is about.
func (s *Screen) newRecord(id string, rows []answer.Row) *record {
	f := &record{frame.NewRecordForm(s.Window), s, rows, id}
	f.Fields.Add(whom(s.Window, rows))
	return f
}

// say adds a sentence to the dialog.
func (f *record) say(id string, args map[string]any) *widget.Label {
	words := widgets.Wrapped(f.Window.Say(id, args))
	f.Fields.Add(words)
	return words
}

// ask shows the dialog; ready enters it, or says what is lacking.
func (f *record) ask(ready func()) {
	f.Ask(f.Window.Say("answer_screen.title."+f.id, nil), "answer_screen.yes."+f.id, false, ready)
}

// enter stores it in the background and says what was done; then, which may be nil, goes on.
func (f *record) enter(work func(context.Context) error, then func()) {
	number := int64(0)
	f.Save(func(ctx context.Context) error { return work(registrar.Numbered(ctx, &number)) }, func() {
		f.screen.did(f.id, f.rows, number)
		if then != nil {
			then()
		}
	})
}

// did says what was done about rows by an act, which goes back by Ctrl+Z.
func (s *Screen) did(id string, rows []answer.Row, number int64) {
	s.Window.DidFor(s.Window.Named(names(rows)), s.Window.Say("answer_screen.did."+id, nil), number)
}

// now does something about rows at once.
func (s *Screen) now(id string, rows []answer.Row, work func(context.Context, *registrar.Registrar) error) {
	r, number := s.Window.Registrar(), int64(0)
	frame.Run(s.Window, &frame.Turn{}, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, work(registrar.Numbered(ctx, &number), r)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.Window.Fail(err)
			return
		}
		s.did(id, rows, number)
	})
}

// whom names those whom a dialog is about.
func whom(w *frame.Window, rows []answer.Row) fyne.CanvasObject {
	words := widgets.Wrapped(w.Named(names(rows)))
	words.TextStyle.Bold = true
	return words
}

// operator asks who has carried an item and under which number.
type operator struct {
	choice   *widgets.DialogSelect
	number   *widgets.Labelled
	numberIn *widgets.Entry
}

// operator adds a choice of the campaign's operators with a field for the number.
func (f *record) operator() *operator {
	w, o := f.Window, &operator{}
	var titles []string
	for _, one := range w.Registrar().Campaign().PostalOperators {
		titles = append(titles, one.Title)
	}
	titles = append([]string{w.Say("answer_screen.no_operator", nil)}, titles...)
	o.choice = widgets.NewDialogSelect(titles, func() { f.Box.Leave() })
	f.Fields.Add(widgets.NewLabelled(w.Say("answer_screen.operator", nil), o.choice).Box)
	o.number, o.numberIn = f.Entry("answer.tracking", "answer_screen.tracking_hint")
	o.choice.OnChanged = func(string) { o.number.SetFault("") }
	for _, code := range []string{"tracking.bad_signs", "tracking.bad_form", "tracking.bad_check", "tracking.none"} {
		f.Faults[code] = o.number
	}
	return o
}

// said are the operator's code, "" for none, and the number as it was typed.
func (o *operator) said(c *registrar.CampaignFile) (code, number string) {
	if at := o.choice.SelectedIndex(); at > 0 {
		code = c.PostalOperators[at-1].Code
	}
	return code, o.numberIn.Text
}

// onRegistered enters the number of a certificate, never the PIN (UA-080).
func (s *Screen) onRegistered(rows []answer.Row) {
	w, f := s.Window, s.newRecord("registered", rows)
	if r := rows[0]; r.Seen != nil {
		f.say("answer_screen.was_seen", map[string]any{"state": stateTitle(w, r.Seen.Seen), "date": r.Seen.On.Dotted()})
	}
	number, typed := f.Entry("answer_screen.certificate", "answer_screen.certificate_hint")
	f.Day("answer_screen.day_notice")
	f.Fields.Add(widgets.Small(w.Say("answer_screen.no_pin", nil)))
	for _, code := range []string{"answer.pin", "answer.bad_certificate", "answer.no_certificate", "answer.same_certificate"} {
		f.Faults[code] = number
	}
	f.Faults["answer.before_sent"] = f.Date
	f.ask(func() {
		if !w.SayLacks(frame.Lack{Field: number, Words: w.SayIf(strings.TrimSpace(typed.Text) == "", "answer.no_certificate")}, f.DayLack()) {
			return
		}
		r, certificate, on := w.Registrar(), typed.Text, f.TypedDay()
		next := s.behind(rows[0].Graduate.ID)
		f.enter(func(ctx context.Context) error { return r.Answer.Registered(ctx, rows[0].Graduate.ID, certificate, on) }, func() { s.Table.MoveTo(next) })
	})
	w.Canvas().Focus(typed)
}

// behind is the next one in the list whose registration is to be entered too, behind the last the
// first; with nobody left it is the one who was.
func (s *Screen) behind(id string) string {
	keys := s.Table.Keys()
	at := slices.Index(keys, id)
	for i := range keys {
		next := keys[(at+1+i)%len(keys)]
		if row := s.rows[next]; next != id && nextByStage[row.Stage] == "registered" && !row.Graduate.Current().Refused() {
			return next
		}
	}
	return id
}

// onAnswerBack takes an answer back that was entered by mistake.
func (s *Screen) onAnswerBack(rows []answer.Row) {
	s.now("answer_back", rows, func(ctx context.Context, r *registrar.Registrar) error {
		return r.Answer.TakeBack(ctx, rows[0].Graduate.ID)
	})
}

// onLooked enters that somebody has looked at the centre's site today (UA-151).
func (s *Screen) onLooked(rows []answer.Row) {
	s.now("looked", rows, func(ctx context.Context, r *registrar.Registrar) error { return r.Answer.Looked(ctx, ids(rows), "") })
}

// onSeen enters the state that was seen on the centre's site (UA-078).
func (s *Screen) onSeen(rows []answer.Row) {
	w, f := s.Window, s.newRecord("seen", rows)
	var states []registrar.Item
	var titles []string
	for _, item := range w.Registrar().Campaign().ExternalStatuses {
		if item.Means != "" {
			states, titles = append(states, item), append(titles, item.Title)
		}
	}
	if len(states) == 0 {
		return
	}
	f.say("answer_screen.seen_about", nil)
	choice := widgets.NewDialogChoice(titles, w.Say("answer_screen.choose_state", nil), func() { f.Box.Leave() })
	state := widgets.NewLabelled(w.Say("answer_screen.state_title", nil), choice)
	choice.OnChanged = func(string) { state.SetFault("") }
	f.Fields.Add(state.Box)
	f.Day("answer_screen.day_seen")
	f.Faults["answer.seen_later"] = f.Date
	f.ask(func() {
		if !w.SayLacks(frame.Lack{Field: state, Words: w.SayIf(choice.SelectedIndex() < 0, "answer_screen.no_state")}, f.DayLack()) {
			return
		}
		r, code, on := w.Registrar(), states[choice.SelectedIndex()].Code, f.TypedDay()
		f.enter(func(ctx context.Context) error { return r.Answer.Seen(ctx, ids(rows), code, on) }, nil)
	})
	w.Canvas().Focus(choice)
}

// onWithdraw begins a withdrawal and leads to its papers (UA-108).
func (s *Screen) onWithdraw(rows []answer.Row) {
	f, r := s.newRecord("withdraw", rows), s.Window.Registrar()
	f.say("answer_screen.withdraw_about", nil)
	if end := r.Campaign().Date("withdrawal_end"); end != nil && end.On != "" {
		f.say("answer_screen.withdraw_until", map[string]any{"date": end.On.Dotted()})
	}
	f.ask(func() {
		f.enter(func(ctx context.Context) error { return r.Answer.Withdraw(ctx, rows[0].Graduate.ID) }, func() {
			if paper := r.Campaign().Withdrawal(); paper != nil && s.Window.May(registrar.RightPrint) {
				s.Window.Go(frame.Route{Screen: frame.Printing, Paper: paper.Code, Only: ids(rows)})
			}
		})
	})
}

// onWithdrawalSent enters the posting, and says at once whether it was in time (UA-107).
func (s *Screen) onWithdrawalSent(rows []answer.Row) {
	w, f, late := s.Window, s.newRecord("withdrawal_sent", rows), ""
	by := f.operator()
	f.Day("answer_screen.day_postmark")
	f.DateIn.SetText("")
	f.Fields.Add(widgets.Small(w.Say("answer_screen.postmark_about", nil)))
	f.ask(func() {
		r := w.Registrar()
		on, err := r.ParseDay(f.DateIn.Text)
		if err != nil {
			w.SayLacks(frame.Lack{Field: f.Date, Words: w.ExplainBeside(err)})
			return
		}
		sent := answer.Sent{Postmark: on}
		sent.Operator, sent.Tracking = by.said(r.Campaign())
		f.enter(func(ctx context.Context) error {
			term, err := r.Answer.WithdrawalSent(ctx, rows[0].Graduate.ID, sent)
			if err == nil && !term.InTime() {
				late = w.Say("answer.withdrawal_"+string(term.Verdict), map[string]any{"date": term.Last().Dotted()})
			}
			return err
		}, func() {
			if late != "" {
				w.Ask(w.Say("answer_screen.title.withdrawal_sent", nil), widgets.WarningLine(late), 520, frame.Choice{Label: w.Say("ui.close", nil)})
			}
		})
	})
	w.Canvas().Focus(by.numberIn)
}

// onDay enters something that has a day alone.
func (s *Screen) onDay(id, caption string, rows []answer.Row, work func(context.Context, *registrar.Registrar, data.Date) error) {
	f := s.newRecord(id, rows)
	f.Day(caption)
	f.Faults["answer.too_early"] = f.Date
	f.ask(func() {
		if !f.Window.SayLacks(f.DayLack()) {
			return
		}
		r, on := f.Window.Registrar(), f.TypedDay()
		f.enter(func(ctx context.Context) error { return work(ctx, r, on) }, nil)
	})
	f.Window.Canvas().Focus(f.DateIn)
}

// onWithdrawalConfirmed enters that the centre has confirmed a withdrawal.
func (s *Screen) onWithdrawalConfirmed(rows []answer.Row) {
	s.onDay("withdrawal_confirmed", "answer_screen.day", rows, func(ctx context.Context, r *registrar.Registrar, on data.Date) error {
		return r.Answer.WithdrawalConfirmed(ctx, rows[0].Graduate.ID, on)
	})
}

// onWithdrawalBack takes a withdrawal back.
func (s *Screen) onWithdrawalBack(rows []answer.Row) {
	s.now("withdrawal_back", rows, func(ctx context.Context, r *registrar.Registrar) error {
		return r.Answer.TakeBackWithdrawal(ctx, rows[0].Graduate.ID)
	})
}

// onAppeal enters an appeal (UA-106).
func (s *Screen) onAppeal(rows []answer.Row) {
	w, f := s.Window, s.newRecord("appeal", rows)
	f.Day("answer_screen.day")
	f.Faults["answer.too_early"] = f.Date
	_, note := f.Entry("record.note", "answer_screen.appeal_hint")
	f.ask(func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		r, on, words := w.Registrar(), f.TypedDay(), note.Text
		f.enter(func(ctx context.Context) error { return r.Answer.Appeal(ctx, rows[0].Graduate.ID, on, words) }, nil)
	})
	w.Canvas().Focus(note)
}

// onAppealDecided enters how an appeal has ended.
func (s *Screen) onAppealDecided(rows []answer.Row) {
	w, f, outcomes := s.Window, s.newRecord("appeal_decided", rows), []string{data.AppealGranted, data.AppealDismissed}
	choice := widgets.NewDialogSelect([]string{w.Say("answer_screen.appeal_granted", nil), w.Say("answer_screen.appeal_dismissed", nil)}, func() { f.Box.Leave() })
	f.Fields.Add(widgets.NewLabelled(w.Say("answer_screen.outcome", nil), choice).Box)
	f.Day("answer_screen.day")
	f.Faults["answer.too_early"] = f.Date
	_, note := f.Entry("record.note", "answer_screen.appeal_hint")
	f.ask(func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		r, outcome, on, words := w.Registrar(), outcomes[choice.SelectedIndex()], f.TypedDay(), note.Text
		f.enter(func(ctx context.Context) error {
			return r.Answer.AppealDecided(ctx, rows[0].Graduate.ID, on, outcome, words)
		}, nil)
	})
	w.Canvas().Focus(choice)
}
