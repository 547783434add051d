package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// recordForm is a dialog that notes what has happened: its fields one below the other,
// each with what it lacks under it. It stays until the registry has taken the record.
type recordForm struct {
	window *Window
	fields *fyne.Container
	dateIn *widgets.DateEntry
	date   *labelled
	// leaving are the words of the button that leaves it.
	leaving string
	// faults are the fields that refusals of the registry are about, by their codes.
	faults map[string]*labelled
	box    *box
	asked  turn
	// saving says that an answer is awaited: Enter pressed twice notes nothing twice.
	saving bool
	done   func()
}

func newRecordForm(w *Window) *recordForm {
	return &recordForm{window: w, fields: container.NewVBox(), leaving: w.say("ui.cancel", nil), faults: map[string]*labelled{}}
}

// entry adds a field of text.
func (f *recordForm) entry(caption, hint string) (*labelled, *widgets.Entry) {
	e := widgets.NewEntry(f.window.say(hint, nil))
	leaveByEscape(e, f.front)
	l := newLabelled(f.window.say(caption, nil), e)
	e.OnChanged = func(string) { l.setFault("") }
	f.fields.Add(l.box)
	return l, e
}

// day adds the day on which it happened, today until another is typed.
func (f *recordForm) day(caption string) {
	w, today := f.window, f.window.registrar.Today()
	f.dateIn = w.newDateEntry()
	f.dateIn.LastYear = today.Time().Year()
	f.dateIn.FirstYear = f.dateIn.LastYear - 1
	f.dateIn.SetISO(string(today))
	leaveByEscape(&f.dateIn.Entry, f.front)
	f.date = newLabelledRow(w.say(caption, nil), f.dateIn, f.dateIn)
	f.dateIn.OnChanged = func(string) { f.date.setFault("") }
	f.faults["fact.future_day"] = f.date
	f.fields.Add(f.date.box)
}

// dayLack says why the typed day is none.
func (f *recordForm) dayLack() lack {
	day, err := f.window.registrar.ParseDay(f.dateIn.Text)
	switch {
	case err != nil:
		return lack{f.date, f.window.explain(err)}
	case day == "":
		return lack{f.date, f.window.say("record.no_day", nil)}
	}
	return lack{f.date, ""}
}

// typedDay is the day once [recordForm.dayLack] has found nothing.
func (f *recordForm) typedDay() data.Date {
	day, err := f.window.registrar.ParseDay(f.dateIn.Text)
	if err != nil {
		return ""
	}
	return day
}

func (f *recordForm) front() *box { return f.box }

// ask shows the dialog; ready saves what was typed, or says what is lacking.
func (f *recordForm) ask(title, button string, danger bool, ready func()) {
	w := f.window
	f.box = w.ask(title, f.fields, recordWidth, choice{label: w.say(button, nil), danger: danger, ready: func() bool {
		if !f.saving {
			ready()
		}
		return false
	}}, choice{label: f.leaving})
}

// recordWidth is the width of the dialog.
const recordWidth = 560

// save notes it in the background; the dialog closes when that has succeeded.
func (f *recordForm) save(work func(context.Context) error, done func()) {
	f.saving, f.done = true, done
	run(f.window, &f.asked, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { f.onSaved(err) })
}

// onSaved says a refusal under the field that it is about; what was typed stays.
func (f *recordForm) onSaved(err error) {
	f.saving = false
	if field := f.faults[registrar.CodeOf(err)]; field != nil {
		f.window.sayLacks(lack{field, f.window.explain(err)})
		return
	}
	if err != nil {
		f.window.fail(err)
		return
	}
	f.box.close()
	f.done()
}
