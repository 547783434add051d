package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// callForm notes a call to the centre about some graduates (UA-142).
type callForm struct {
	*recordForm
	ids            []string
	whom, answer   *labelled
	whomIn, answIn *widgets.Entry
}

// askCall shows whom to call and notes with whom one spoke, what was answered and on
// which day, with each of the graduates (UA-142). Why is the sentence that asks for the
// call. Who may not register sees only whom to call.
func askCall(w *Window, ids []string, why string) {
	f := &callForm{recordForm: newRecordForm(w), ids: ids}
	f.fields.Add(f.whose())
	if why != "" {
		f.fields.Add(wrapped(why))
	}
	f.fields.Add(panel(contacts(w)))
	if !w.May(registrar.RightRegister) {
		w.ask(w.say("call.title", nil), f.fields, 560, choice{label: w.say("ui.close", nil)})
		return
	}
	f.whom, f.whomIn = f.entry("call.whom", "call.whom_hint")
	f.answer, f.answIn = f.entry("call.answer", "call.answer_hint")
	f.day("call.day")
	f.faults["fact.no_person"] = f.whom
	f.ask(w.say("call.title", nil), "call.confirm", false, f.onConfirm)
	w.Canvas().Focus(f.whomIn)
}

// whose names the graduate, or counts them.
func (f *callForm) whose() fyne.CanvasObject {
	w := f.window
	if len(f.ids) == 1 {
		if row, err := w.Registrar().Find(f.ids[0]); err == nil {
			return boldWords(row.Graduate.FullName())
		}
	}
	return boldWords(w.say("ui.count", map[string]any{"count": len(f.ids)}))
}

// contacts are the centre and its phones, or where to write them down.
func contacts(w *Window) fyne.CanvasObject {
	lines := container.NewVBox()
	for _, c := range w.Registrar().Contacts() {
		lines.Add(boldWords(c.Centre))
		phone := wrapped(w.say("call.no_phone", nil))
		if c.Phone != "" {
			phone.Text = registrar.FormatPhone(c.Phone)
			phone.SizeName, phone.Selectable = theme.SizeNameSubHeadingText, true
		}
		more := wrapped(strings.Join(filled(c.Email, c.Site), " · "))
		more.Selectable, more.Hidden = true, more.Text == ""
		lines.Add(container.New(&tight{}, phone, more))
	}
	if len(lines.Objects) == 0 {
		lines.Add(wrapped(w.say("call.no_contact", nil)))
	}
	return lines
}

func (f *callForm) onConfirm() {
	w, r := f.window, f.window.Registrar()
	whom, answer := strings.TrimSpace(f.whomIn.Text), strings.TrimSpace(f.answIn.Text)
	if !w.sayLacks(lack{f.whom, w.sayIf(whom == "", "call.no_whom")}, lack{f.answer, w.sayIf(answer == "", "call.no_answer")}, f.dayLack()) {
		return
	}
	fact := data.Fact{Kind: data.FactCalled, On: f.typedDay(), Note: whom + ": " + answer}
	f.save(func(ctx context.Context) error { return r.Record(ctx, f.ids, fact) },
		func() { w.done(w.say("call.noted", nil), nil) })
}

// askConfirm shows what no program can judge, where it is demanded, and lets a person
// sign that they have looked at it; the status line takes that back.
func askConfirm(w *Window, id string, finding registrar.Finding) {
	f, r := newRecordForm(w), w.Registrar()
	f.fields.Add(wrapped(w.phrase(finding)))
	if finding.Source != "" {
		source := small(w.say("record.source", map[string]any{"source": finding.Source}))
		source.Importance = widget.LowImportance
		f.fields.Add(source)
	}
	_, note := f.entry("record.note", "record.note_hint")
	f.ask(w.say("record.confirm_title", nil), "record.confirm", false, func() {
		fact := data.Fact{Kind: data.FactConfirmed, Of: finding.Doubt(), Note: note.Text}
		f.save(func(ctx context.Context) error { return r.Record(ctx, []string{id}, fact) }, func() {
			w.done(w.say("record.confirmed", nil), func() { takeBack(w, id, data.FactConfirmed, finding.Doubt()) })
		})
	})
}

// takeBack takes a record back that was noted by mistake.
func takeBack(w *Window, id string, kind data.FactKind, of string) {
	r := w.Registrar()
	run(w, &turn{}, func(ctx context.Context) (struct{}, error) { return struct{}{}, r.TakeBack(ctx, id, kind, of) },
		func(_ struct{}, err error) {
			if err != nil {
				w.fail(err)
				return
			}
			w.done(w.say("record.taken_back", nil), nil)
		})
}
