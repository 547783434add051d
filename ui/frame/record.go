package frame

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// RecordForm is a dialog that notes what has happened: its fields one below the other,
// each with what it lacks under it. It stays until the registry has taken the record.
type RecordForm struct {
	// Window is where it is shown, Fields what stands in it.
	Window *Window
	Fields *fyne.Container
	// DateIn is the entry of the day, Date the same under its caption; nil without a day.
	DateIn *widgets.DateEntry
	Date   *widgets.Labelled
	// Leaving are the words of the button that leaves it.
	Leaving string
	// Faults are the fields that refusals of the registry are about, by their codes.
	Faults map[string]*widgets.Labelled
	// Box is the dialog once it is shown.
	Box  *Box
	done func()
}

// NewRecordForm makes a dialog without fields.
func NewRecordForm(w *Window) *RecordForm {
	return &RecordForm{Window: w, Fields: container.NewVBox(), Leaving: w.Say("ui.cancel", nil), Faults: map[string]*widgets.Labelled{}}
}

// Entry adds a field of text.
func (f *RecordForm) Entry(caption, hint string) (*widgets.Labelled, *widgets.Entry) {
	e := widgets.NewEntry(f.Window.Say(hint, nil))
	l := widgets.NewLabelled(f.Window.Say(caption, nil), e)
	e.OnChanged = func(string) { l.SetFault("") }
	f.Fields.Add(l.Box)
	return l, e
}

// Day adds the day on which it happened, today until another is typed.
func (f *RecordForm) Day(caption string) {
	w, today := f.Window, f.Window.registrar.Today()
	f.DateIn = w.NewDateEntry()
	f.DateIn.LastYear = today.Time().Year()
	f.DateIn.FirstYear = f.DateIn.LastYear - 1
	f.DateIn.SetISO(string(today))
	f.Date = widgets.NewLabelledRow(w.Say(caption, nil), f.DateIn, f.DateIn)
	f.DateIn.OnChanged = func(string) { f.Date.SetFault("") }
	f.Faults["fact.future_day"] = f.Date
	f.Fields.Add(f.Date.Box)
}

// DayLack says why the typed day is none.
func (f *RecordForm) DayLack() Lack {
	day, err := f.Window.registrar.ParseDay(f.DateIn.Text)
	switch {
	case err != nil:
		return Lack{f.Date, f.Window.ExplainBeside(err)}
	case day == "":
		return Lack{f.Date, f.Window.Say("record.no_day", nil)}
	}
	return Lack{f.Date, ""}
}

// TypedDay is the day once [RecordForm.DayLack] has found nothing.
func (f *RecordForm) TypedDay() data.Date {
	day, err := f.Window.registrar.ParseDay(f.DateIn.Text)
	if err != nil {
		return ""
	}
	return day
}

// Ask shows the dialog; ready saves what was typed, or says what is lacking.
func (f *RecordForm) Ask(title, button string, danger bool, ready func()) {
	w := f.Window
	f.Box = w.Ask(title, f.Fields, RecordWidth, Choice{Label: w.Say(button, nil), Danger: danger, Ready: func() bool {
		ready()
		return false
	}}, Choice{Label: f.Leaving})
}

// RecordWidth is the width of the dialog.
const RecordWidth = 560

// Save notes it in the background; the dialog closes when that has succeeded, see [RunIn].
func (f *RecordForm) Save(work func(context.Context) error, done func()) {
	f.done = done
	RunIn(f.Box, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { f.OnSaved(err) })
}

// OnSaved says a refusal under the field that it is about; what was typed stays.
func (f *RecordForm) OnSaved(err error) {
	if field := f.Faults[registrar.CodeOf(err)]; field != nil {
		f.Window.SayLacks(Lack{field, f.Window.ExplainBeside(err)})
		return
	}
	if err != nil {
		f.Window.Fail(err)
		return
	}
	f.Box.Close()
	f.done()
}
