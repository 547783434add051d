package field

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// callForm notes a call to the centre about some graduates (UA-142).
type callForm struct {
	*frame.RecordForm
	ids []string
	// who names them, or says how many they are.
	who            string
	whom, answer   *widgets.Labelled
	whomIn, answIn *widgets.Entry
}

// AskCall shows whom to call and notes with whom one spoke, what was answered and on
// which day, with each of the graduates (UA-142). Why is the sentence that asks for the
// call. Who may not register sees only whom to call.
func AskCall(w *frame.Window, ids []string, why string) {
	r := w.Registrar()
	frame.Run(w, &frame.Turn{}, func(context.Context) (callKnown, error) { return knownOf(r, ids), nil }, func(known callKnown, _ error) {
		f := &callForm{RecordForm: frame.NewRecordForm(w), ids: ids}
		f.show(known, why)
	})
}

// callKnown is what the registry knows of a call: the name of the graduate where it is
// about one alone, and whom to ask.
type callKnown struct {
	name     string
	contacts []season.Contact
}

func knownOf(r *registrar.Registrar, ids []string) callKnown {
	known := callKnown{contacts: r.Season.Contacts()}
	if len(ids) == 1 {
		if row, err := r.Table.Find(ids[0]); err == nil {
			known.name = row.Graduate.FullName()
		}
	}
	return known
}

func (f *callForm) show(known callKnown, why string) {
	w := f.Window
	f.who = cmp.Or(known.name, w.Say("ui.count", map[string]any{"count": len(f.ids)}))
	f.Fields.Add(widgets.BoldWords(f.who))
	if why != "" {
		f.Fields.Add(widgets.Wrapped(why))
	}
	f.Fields.Add(widgets.Panel(contacts(w, known.contacts)))
	if !w.May(registrar.RightRegister) {
		w.Ask(w.Say("call.title", nil), f.Fields, 560, frame.Choice{Label: w.Say("ui.close", nil)})
		return
	}
	f.whom, f.whomIn = f.Entry("call.whom", "call.whom_hint")
	f.answer, f.answIn = f.Entry("call.answer", "call.answer_hint")
	f.Day("call.day")
	f.Faults["fact.no_person"] = f.whom
	f.Ask(w.Say("call.title", nil), "call.confirm", false, f.onConfirm)
	w.Canvas().Focus(f.whomIn)
}

// contacts are the centre and its phones, or where to write them down.
func contacts(w *frame.Window, known []season.Contact) fyne.CanvasObject {
	lines := container.NewVBox()
	for _, c := range known {
		lines.Add(widgets.BoldWords(c.Centre))
		phone := widgets.Wrapped(w.Say("call.no_phone", nil))
		if c.Phone != "" {
			phone.Text = registrar.FormatPhone(c.Phone)
			phone.SizeName, phone.Selectable = theme.SizeNameSubHeadingText, true
		}
		more := widgets.Wrapped(strings.Join(frame.Filled(c.Email, c.Site), " · "))
		more.Selectable, more.Hidden = true, more.Text == ""
		lines.Add(container.New(&widgets.Tight{}, phone, more))
	}
	if len(lines.Objects) == 0 {
		lines.Add(widgets.Wrapped(w.Say("call.no_contact", nil)))
	}
	return lines
}

func (f *callForm) onConfirm() {
	w, r := f.Window, f.Window.Registrar()
	whom, answer := strings.TrimSpace(f.whomIn.Text), strings.TrimSpace(f.answIn.Text)
	if !w.SayLacks(frame.Lack{Field: f.whom, Words: w.SayIf(whom == "", "call.no_whom")}, frame.Lack{Field: f.answer, Words: w.SayIf(answer == "", "call.no_answer")}, f.DayLack()) {
		return
	}
	fact, number := data.Fact{Kind: data.FactCalled, On: f.TypedDay(), Note: whom + ": " + answer}, int64(0)
	f.Save(func(ctx context.Context) error { return r.Table.Record(registrar.Numbered(ctx, &number), f.ids, fact) },
		func() { w.DidFor(f.who, w.Say("call.noted", nil), number) })
}

// askConfirm shows what no program can judge, where it is demanded, and lets a person
// sign that they have looked at it.
func askConfirm(w *frame.Window, id string, finding registrar.Finding) {
	f, r := frame.NewRecordForm(w), w.Registrar()
	f.Fields.Add(widgets.Wrapped(w.Phrase(finding)))
	if finding.Source != "" {
		source := widgets.Small(w.Say("record.source", map[string]any{"source": w.Cite(finding.Source)}))
		source.Importance = widget.LowImportance
		f.Fields.Add(source)
	}
	_, note := f.Entry("record.note", "record.note_hint")
	f.Ask(w.Say("record.confirm_title", nil), "record.confirm", false, func() {
		fact := data.Fact{Kind: data.FactConfirmed, Of: finding.Doubt(), Note: note.Text}
		who, number := "", int64(0)
		f.Save(func(ctx context.Context) error {
			who = frame.NameOf(r, id)
			return r.Table.Record(registrar.Numbered(ctx, &number), []string{id}, fact)
		}, func() { w.DidFor(who, w.Say("record.confirmed", nil), number) })
	})
}

// TakeBack takes a record back that was noted by mistake.
func TakeBack(w *frame.Window, id string, kind data.FactKind, of string) {
	r, number := w.Registrar(), int64(0)
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) (who string, err error) {
		return frame.NameOf(r, id), r.Table.TakeBack(registrar.Numbered(ctx, &number), id, kind, of)
	}, func(who string, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.DidFor(who, w.Say("record.taken_back", nil), number)
	})
}
