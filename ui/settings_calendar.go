package ui

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// calendarPart shows the days of the campaign and the days off of the school's own, and
// lets the school name a day that the file leaves open or that the centre has moved (F-04).
type calendarPart struct {
	window *Window
	lines  *fyne.Container
	asked  turn
}

func newCalendarPart(w *Window) *calendarPart {
	p := &calendarPart{window: w, lines: container.NewVBox()}
	p.show()
	return p
}

func (p *calendarPart) may() bool { return p.window.May(registrar.RightSchool) }

// show writes all lines anew.
func (p *calendarPart) show() {
	w := p.window
	dates, off := w.Registrar().Calendar()
	p.lines.Objects = []fyne.CanvasObject{wrapped(w.say("calendar.what_for", nil))}
	for _, d := range dates {
		p.lines.Add(p.dateLine(d))
	}
	daysOff := boldWords(w.say("calendar.days_off", nil))
	daysOff.Wrapping = fyne.TextWrapWord
	p.lines.Add(daysOff)
	for _, d := range off {
		p.lines.Add(p.dayOffLine(d))
	}
	add := widgets.NewButton(w.say("calendar.add", nil), theme.ContentAddIcon(), p.onAdd)
	if !p.may() {
		add.Disable()
	}
	p.lines.Add(container.NewHBox(add))
	p.lines.Refresh()
}

func (p *calendarPart) dateLine(d registrar.CalendarDate) fyne.CanvasObject {
	w := p.window
	note := ""
	switch {
	case d.Own && d.File != "":
		note = w.say("calendar.moved", map[string]any{"day": d.File.Dotted()})
	case d.Own:
		note = w.say("calendar.named", nil)
	case d.Kind != "event":
		note = w.say("help_screen.date_"+d.Kind, nil)
	}
	edit := widgets.NewButton(w.say("calendar.change", nil), nil, func() { p.onName(d) })
	return p.line(cmp.Or(d.On.Dotted(), w.say("help_screen.no_day", nil)), sentences("", d.Title, note), edit)
}

func (p *calendarPart) dayOffLine(d data.DayOff) fyne.CanvasObject {
	w := p.window
	kind := "calendar.off"
	if d.Working {
		kind = "calendar.working"
	}
	remove := widgets.NewButton(w.say("calendar.forget", nil), nil, func() { p.onForget(d) })
	return p.line(d.On.Dotted(), sentences("", d.Title, w.say(kind, nil)), remove)
}

// line is a day, what it is, and what can be done with it.
func (p *calendarPart) line(day, words string, button *widgets.Button) fyne.CanvasObject {
	button.Importance = widget.LowImportance
	if !p.may() {
		button.Disable()
	}
	fixed := container.NewGridWrap(fyne.NewSize(110*p.window.scale(), widget.NewLabel("").MinSize().Height), widget.NewLabel(day))
	return container.NewBorder(nil, nil, fixed, container.NewVBox(button), wrapped(words))
}

// onName asks for the day that the centre has named.
func (p *calendarPart) onName(d registrar.CalendarDate) {
	w, f := p.window, p.dayForm("calendar.day")
	f.dateIn.SetISO(string(d.On))
	f.fields.Objects = append([]fyne.CanvasObject{wrapped(d.Title)}, f.fields.Objects...)
	if d.File != "" {
		f.fields.Add(small(w.say("calendar.by_file", map[string]any{"day": d.File.Dotted()})))
	} else if d.Own {
		f.fields.Add(small(w.say("calendar.empties", nil)))
	}
	f.faults["calendar.disorder"] = f.date
	r := w.Registrar()
	f.ask(w.say("calendar.name", nil), "calendar.keep", false, func() {
		typed := f.dateIn.Text
		f.save(func(ctx context.Context) error { return r.NameDay(ctx, d.Code, typed) }, func() { w.done(w.say("calendar.kept", nil), nil) })
	})
	w.Canvas().Focus(f.dateIn)
}

// onAdd asks for a day off or a working one.
func (p *calendarPart) onAdd() {
	w, f := p.window, p.dayForm("calendar.day")
	f.faults["calendar.no_day"] = f.date
	_, title := f.entry("calendar.title", "calendar.title_hint")
	working := widget.NewCheck(w.say("calendar.is_working", nil), nil)
	f.fields.Add(working)
	r := w.Registrar()
	f.ask(w.say("calendar.add", nil), "calendar.keep", false, func() {
		day, name, works := f.dateIn.Text, title.Text, working.Checked
		f.save(func(ctx context.Context) error { return r.SetDayOff(ctx, day, name, works) }, func() { w.done(w.say("calendar.kept", nil), nil) })
	})
	w.Canvas().Focus(f.dateIn)
}

// dayForm is a dialog with a day near the campaign's year.
func (p *calendarPart) dayForm(caption string) *recordForm {
	w := p.window
	f := newRecordForm(w)
	f.day(caption)
	year := w.Registrar().Campaign().Year
	f.dateIn.FirstYear, f.dateIn.LastYear = year-1, year+1
	f.dateIn.SetISO("")
	f.faults["value.bad_date"], f.faults["calendar.far"] = f.date, f.date
	return f
}

// onForget takes a day off back; the status line brings it back again.
func (p *calendarPart) onForget(d data.DayOff) {
	w, r := p.window, p.window.Registrar()
	run(w, &p.asked, func(ctx context.Context) (struct{}, error) { return struct{}{}, r.ForgetDayOff(ctx, d.On.Dotted()) },
		func(_ struct{}, err error) {
			if err != nil {
				w.fail(err)
				return
			}
			w.done(w.say("calendar.kept", nil), func() { p.bringBack(d) })
		})
}

func (p *calendarPart) bringBack(d data.DayOff) {
	w, r := p.window, p.window.Registrar()
	run(w, &p.asked, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, r.SetDayOff(ctx, d.On.Dotted(), d.Title, d.Working)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.done(w.say("calendar.kept", nil), nil)
	})
}
