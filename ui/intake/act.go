package intake

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/intake"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// fieldNumber is the code of the number of the card.
const fieldNumber = data.FieldCardNumber

// Under which keys a change of the whole kit, of the number and the receiving are on their way.
const (
	wholeKey   = "whole"
	numberKey  = "number"
	receiveKey = "receive"
)

// onWhole ticks everything but what a person judges for each alone, and goes there.
func (v *kitView) onWhole() {
	if v.id == "" || v.window.Refused(registrar.RightRegister) {
		return
	}
	v.onward = true
	v.change(wholeKey, v.window.Say("intake_screen.wholly", nil), func(ctx context.Context, r *registrar.Registrar, id string) error {
		return r.Intake.Complete(ctx, []string{id})
	}, func(err error) {
		v.failed(err)
		if v.onward && !v.underWay() {
			v.onward = false
			v.focusOpen()
		}
	})
}

// onReceive receives the kit, when all ticks are kept; one that was received already leads on to the
// next.
func (v *kitView) onReceive() {
	w := v.window
	switch {
	case v.id == "":
		return
	case v.kit.Received != nil:
		v.onNext()
		return
	case w.Refused(registrar.RightRegister):
		return
	case v.underWay():
		v.wanted = true
		return
	}
	day, err := w.Registrar().ParseDay(v.day.Text)
	if err != nil {
		w.Fail(err)
		return
	}
	whose := v.id
	v.change(receiveKey, w.Say("intake_screen.received", nil), func(ctx context.Context, r *registrar.Registrar, id string) error {
		return r.Intake.Receive(ctx, []string{id}, intake.Receipt{Day: day})
	}, func(err error) {
		if v.failed(err); err == nil {
			v.onReceived(whose)
		}
	})
}

// saveNumber keeps the number of the card that was typed; what is refused is said under it.
func (v *kitView) saveNumber() {
	typed := strings.TrimSpace(v.numberIn.Text)
	if v.id == "" || typed == v.kit.Graduate.Current().CardNumber {
		return
	}
	whose, warned := v.id, []registrar.Finding(nil)
	v.change(numberKey, v.window.Say("intake_screen.numbered", map[string]any{"number": typed}), func(ctx context.Context, r *registrar.Registrar, id string) (err error) {
		warned, err = r.Table.Change(ctx, id, []registrar.Assign{{Field: fieldNumber, Value: typed}})
		return err
	}, func(err error) {
		switch {
		case v.id != whose:
			v.failed(err)
		case err != nil:
			v.numberIn.Put(typed)
			v.number.SetFault(v.window.ExplainBeside(err))
		case len(warned) > 0:
			v.number.SetFault(v.window.Phrase(warned[0]))
		}
	})
}

// take asks whether a scanned number that nobody has is of the one whose kit is shown, who has none yet.
func (v *kitView) take(number string) bool {
	w := v.window
	if _, fits := w.Registrar().Campaign().Scanned(number); !fits || v.id == "" || !v.may() || v.kit.Graduate.Current().CardNumber != "" {
		return false
	}
	id := v.id
	box := w.Ask(w.Say("intake_screen.scanned_title", map[string]any{"number": number}),
		widgets.Wrapped(w.Say("intake_screen.scanned", map[string]any{"name": v.kit.Graduate.FullName()})), frame.RecordWidth,
		frame.Choice{Label: w.Say("intake_screen.scanned_yes", nil), Chosen: func() {
			if v.id == id {
				v.numberIn.Put(number)
				v.saveNumber()
				v.focus()
			}
		}}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	box.Yields = true
	return true
}

// onNo asks what is wrong, after it was said which refusal that would bring.
func (v *kitView) onNo(q intake.Question) {
	w := v.window
	f := frame.NewRecordForm(w)
	f.Fields.Add(widgets.BoldWords(v.kit.Graduate.FullName()))
	f.Fields.Add(widgets.Wrapped(data.Capital(q.Says)))
	if words := v.refusal(q.Refusal); words != "" {
		f.Fields.Add(widgets.WarningLine(w.Say("intake_screen.refusal", map[string]any{"refusal": words})))
	}
	_, note := f.Entry("intake_screen.note", "intake_screen.note_hint")
	r, id, name, act := w.Registrar(), v.id, v.kit.Graduate.FullName(), int64(0)
	f.Ask(w.Say("intake_screen.no_title", nil), "intake_screen.no_yes", false, func() {
		words := note.Text
		f.Save(func(ctx context.Context) error {
			return r.Intake.Ask(registrar.Numbered(ctx, &act), id, q.Code, false, words)
		}, func() { w.DidFor(name, w.Say("intake_screen.answered", nil), act) })
	})
	w.Canvas().Focus(note)
}

// onBack gives the kit back, after it was asked why.
func (v *kitView) onBack() {
	w := v.window
	if v.id == "" || w.Refused(registrar.RightRegister) {
		return
	}
	f := frame.NewRecordForm(w)
	f.Fields.Add(widgets.BoldWords(v.kit.Graduate.FullName()))
	f.Fields.Add(widgets.Wrapped(w.Say("intake_screen.back_words", nil)))
	_, reason := f.Entry("intake_screen.reason", "intake_screen.reason_hint")
	r, id, name, act := w.Registrar(), v.id, v.kit.Graduate.FullName(), int64(0)
	f.Ask(w.Say("intake_screen.back_title", nil), "intake_screen.back_yes", false, func() {
		words := reason.Text
		f.Save(func(ctx context.Context) error {
			return r.Intake.TakeBack(registrar.Numbered(ctx, &act), []string{id}, words)
		}, func() { w.DidFor(name, w.Say("intake_screen.given_back", nil), act) })
	})
	w.Canvas().Focus(reason)
}

// showNotes say what is special about the way of the kit, and what is to be done before it is received.
func (v *kitView) showNotes() {
	w, k := v.window, &v.kit
	v.notes.RemoveAll()
	switch {
	case k.InPerson:
		whose := v.id
		note := widgets.NewButton(w.Say("post_screen.visit", nil), nil, func() { w.Go(frame.Route{Screen: frame.Post, Graduate: whose}) })
		note.OnEscape = v.leave
		note.Hidden = !v.may() || !w.Registrar().Campaign().Has(registrar.CapabilityPost)
		v.notes.Add(container.NewBorder(nil, nil, nil, container.NewCenter(note), widgets.WarningLine(v.visitWords())))
	case k.OwnWay:
		v.notes.Add(widgets.ResultLine(theme.InfoIcon(), w.Say("intake_screen.own_way", nil)))
	}
	if k.Call != nil {
		call := widgets.NewButton(w.Say("intake_screen.call", nil), nil, func() { field.AskCall(w, []string{v.id}, w.Phrase(*k.Call)) })
		call.OnEscape = v.leave
		line := widgets.WarningLine(w.Say("intake_screen.call_first", map[string]any{"phone": registrar.FormatPhone(k.Phone)}))
		v.notes.Add(container.NewBorder(nil, nil, nil, container.NewCenter(call), line))
	}
	for _, f := range k.Warnings {
		if f.Field != "" || f.Rule == intake.RuleLate {
			v.notes.Add(widgets.WarningLine(w.Phrase(f)))
		}
	}
}

// visitWords say until when who goes in person is to be at which centre (UA-067).
func (v *kitView) visitWords() string {
	w, k, args := v.window, &v.kit, map[string]any{"until": "", "centre": "", "phone": registrar.FormatPhone(v.kit.Phone)}
	if k.Until != nil {
		args["until"] = k.Until.On.Dotted()
	}
	if k.Centre != nil {
		args["centre"] = k.Centre.Title
	}
	return w.Say("intake_screen.in_person", args)
}
