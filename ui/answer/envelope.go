package answer

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/envelope"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onArrived enters that the envelopes of those chosen have come under one number (UA-072).
func (s *Screen) onArrived(rows []answer.Row) {
	w, f := s.Window, s.newRecord("arrived", rows)
	by := f.operator()
	by.numberIn.SetText(trackingOf(rows))
	f.Day("answer_screen.day_came")
	f.ask(func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		r := w.Registrar()
		a := envelope.Arrival{On: f.TypedDay()}
		a.Operator, a.Tracking = by.said(r.Campaign())
		f.enter(func(ctx context.Context) error { return r.Envelope.Arrived(ctx, ids(rows), a) }, nil)
	})
	w.Canvas().Focus(by.numberIn)
}

// trackingOf is the number under which the centre has sent the envelopes, "" where it has not said, or said
// several.
func trackingOf(rows []answer.Row) (number string) {
	for i, row := range rows {
		sent := row.Graduate.Current().EnvelopeSent()
		if sent == nil || i > 0 && sent.Note != number {
			return ""
		}
		number = sent.Note
	}
	return number
}

// elsewhere enters where envelopes are that did not come; how one is got that the centre keeps is
// said beside it (UA-075…077).
func elsewhere(where string) func(*Screen, []answer.Row) {
	return func(s *Screen, rows []answer.Row) {
		r := s.Window.Registrar()
		frame.Run(s.Window, &frame.Turn{}, func(context.Context) (envelope.Ways, error) { return r.Envelope.Ways() }, func(ways envelope.Ways, err error) {
			if err != nil {
				s.Window.Fail(err)
				return
			}
			s.askElsewhere(where, rows, ways)
		})
	}
}

func (s *Screen) askElsewhere(where string, rows []answer.Row, ways envelope.Ways) {
	w, f := s.Window, s.newRecord(where, rows)
	f.say("answer_screen.about."+where, nil)
	for _, way := range ways.Says {
		f.Fields.Add(widgets.BulletLine(way))
	}
	if ways.Until != nil && ways.Until.On != "" {
		f.say("envelope.until", map[string]any{"date": ways.Until.On.Dotted()})
	}
	f.Day("answer_screen.day")
	f.ask(func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		r, on := w.Registrar(), f.TypedDay()
		f.enter(func(ctx context.Context) error {
			switch where {
			case "kept":
				return r.Envelope.Kept(ctx, ids(rows), on)
			case "returned":
				return r.Envelope.Returned(ctx, ids(rows), on)
			}
			return r.Envelope.Emailed(ctx, ids(rows), on)
		}, nil)
	})
}

// onEnvelopeBack takes the last note about envelopes back.
func (s *Screen) onEnvelopeBack(rows []answer.Row) {
	s.now("envelope_back", rows, func(ctx context.Context, r *registrar.Registrar) error { return r.Envelope.TakeBack(ctx, ids(rows)) })
}

// handing hands envelopes over one after the other: Enter notes one and shows the next person.
type handing struct {
	screen *Screen
	rows   []answer.Row
	at     int
	// on is the day that was typed last, which holds for those that follow.
	on string
}

// onHandOver hands the envelopes of those chosen over, with what is in each ticked (UA-069…071, UA-074).
func (s *Screen) onHandOver(rows []answer.Row) {
	(&handing{screen: s, rows: rows}).next()
}

// next asks what has to be in the envelope of the next person.
func (h *handing) next() {
	if h.at >= len(h.rows) {
		return
	}
	w, id := h.screen.Window, h.rows[h.at].Graduate.ID
	r := w.Registrar()
	frame.Run(w, &frame.Turn{}, func(context.Context) ([]thing, error) {
		items, err := r.Envelope.Contents(id)
		var things []thing
		for _, item := range items {
			things = append(things, thing{item.Code, item.Wording()})
		}
		return things, err
	}, func(things []thing, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		h.ask(things)
	})
}

// thing is something that has to be in an envelope.
type thing struct {
	code  string
	title data.Wording
}

// ask shows the envelope of one person.
func (h *handing) ask(things []thing) {
	w, row := h.screen.Window, h.rows[h.at]
	f := h.screen.newRecord("hand", h.rows[h.at:h.at+1])
	if a := row.Graduate.Current().Answer; a != nil && a.Certificate != "" {
		f.say("answer_screen.certificate_number", map[string]any{"number": a.Certificate})
	}
	var ticks []*ticked
	var why *widgets.Labelled
	f.Fields.Add(widgets.FieldCaption(w.Say("answer_screen.inside", nil)))
	for _, t := range things {
		tick := newTicked(t.code, w.Word(t.title), true, func(bool) {
			why.Box.Hidden = len(codes(ticks, false)) == 0
			f.Box.Fit(frame.RecordWidth)
		})
		tick.OnEscape = func() { f.Box.Leave() }
		ticks = append(ticks, tick)
		f.Fields.Add(tick.row)
	}
	to := widgets.NewEntry(row.Graduate.FullName())
	why, whyIn := f.Entry("envelope.why", "answer_screen.why_hint")
	why.Box.Hide()
	f.Faults["envelope.lacks"] = why
	f.Fields.Add(widgets.NewLabelled(w.Say("envelope.to", nil), to).Box)
	f.Day("answer_screen.day")
	f.Faults["envelope.before_arrived"] = f.Date
	if h.on != "" {
		f.DateIn.SetText(h.on)
	}
	h.show(f, func() {
		if !w.SayLacks(f.DayLack(), frame.Lack{Field: why, Words: w.SayIf(len(codes(ticks, false)) > 0 && strings.TrimSpace(whyIn.Text) == "", "answer_screen.no_why")}) {
			return
		}
		r, given := w.Registrar(), envelope.Handing{Contents: codes(ticks, true), To: to.Text, On: f.TypedDay(), Lacking: whyIn.Text}
		h.on = f.DateIn.Text
		f.enter(func(ctx context.Context) error { return r.Envelope.HandOver(ctx, row.Graduate.ID, given) }, func() {
			h.at++
			h.next()
		})
	})
}

// show has Enter note the hand-over, and lets somebody be passed over where others follow.
func (h *handing) show(f *record, ready func()) {
	w := h.screen.Window
	title := w.Say("answer_screen.title.hand", nil)
	choices := []frame.Choice{{Label: w.Say("answer_screen.yes.hand", nil), Ready: func() bool {
		ready()
		return false
	}}}
	if len(h.rows) > 1 {
		title += " " + w.Say("answer_screen.of_many", map[string]any{"number": h.at + 1, "all": len(h.rows)})
		choices = append(choices, frame.Choice{Label: w.Say("answer_screen.pass_over", nil), Ready: func() bool {
			f.Box.Close()
			h.at++
			h.next()
			return false
		}})
	}
	f.Box = w.Ask(title, container.NewVBox(f.Fields), frame.RecordWidth, append(choices, frame.Choice{Label: f.Leaving})...)
	w.Canvas().Focus(f.Box.Primary())
}
