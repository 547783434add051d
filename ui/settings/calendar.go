package settings

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

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

// calendarPart shows the days of the campaign and the days off of the school's own, and
// lets the school name a day that the file leaves open or that the centre has moved (F-04).
type calendarPart struct {
	window *frame.Window
	lines  *fyne.Container
	asked  frame.Turn
	// reading makes the answer to an earlier question void.
	reading frame.Turn
	// unnamed is the button of the first day that nobody has named yet, nil for none; led says that
	// somebody was led there, before the days were read.
	unnamed *widgets.Button
	led     bool
	// arrange gives the page its places anew: there are more lines than before.
	arrange func()
}

func newCalendarPart(w *frame.Window) *calendarPart {
	p := &calendarPart{window: w, lines: container.NewVBox()}
	p.show()
	return p
}

func (p *calendarPart) may() bool { return p.window.May(registrar.RightSchool) }

// calendar are the days of the campaign and the days off.
type calendar struct {
	dates []season.Day
	off   []data.DayOff
}

// show asks for the days and writes all lines anew.
func (p *calendarPart) show() {
	r := p.window.Registrar()
	frame.Run(p.window, &p.reading, func(context.Context) (calendar, error) {
		dates, off := r.Season.Calendar()
		return calendar{dates, off}, nil
	}, p.onRead)
}

func (p *calendarPart) onRead(days calendar, err error) {
	w := p.window
	if err != nil {
		w.Fail(err)
		return
	}
	p.unnamed = nil
	p.lines.Objects = []fyne.CanvasObject{widgets.Wrapped(w.Say("calendar.what_for", nil))}
	for _, d := range days.dates {
		p.lines.Add(p.dateLine(d))
	}
	daysOff := widgets.BoldWords(w.Say("calendar.days_off", nil))
	daysOff.Wrapping = fyne.TextWrapWord
	p.lines.Add(daysOff)
	for _, d := range days.off {
		p.lines.Add(p.dayOffLine(d))
	}
	add := widgets.NewButton(w.Say("calendar.add", nil), theme.ContentAddIcon(), p.onAdd)
	if !p.may() {
		add.Disable()
	}
	p.lines.Add(container.NewHBox(add))
	p.lines.Refresh()
	p.lead()
}

// leadTo puts the keyboard at the first day that nobody has named, in sight.
func (p *calendarPart) leadTo() {
	p.led = true
	p.lead()
}

func (p *calendarPart) lead() {
	if !p.led || p.unnamed == nil || !p.window.InFront(frame.SettingsPage) {
		return
	}
	p.led = false
	if p.may() {
		p.window.Canvas().Focus(p.unnamed)
	}
	p.reveal()
	// A page that is shown for the first time has its height only when it was drawn.
	p.window.After(drawn, p.reveal)
}

// drawn is how long a page needs at most until it was drawn.
const drawn = 150 * time.Millisecond

func (p *calendarPart) reveal() {
	if p.unnamed != nil && p.window.InFront(frame.SettingsPage) {
		p.arrange()
		p.window.Reveal(p.unnamed)
	}
}

func (p *calendarPart) dateLine(d season.Day) fyne.CanvasObject {
	w := p.window
	note := ""
	switch {
	case d.Own && d.File != "":
		note = w.Say("calendar.moved", map[string]any{"day": d.File.Dotted()})
	case d.Own:
		note = w.Say("calendar.named", nil)
	case d.Kind != "event":
		note = w.Say("help_screen.date_"+d.Kind, nil)
	}
	if !w.Registrar().Campaign().Confirmed("date." + d.Code) {
		note = frame.Sentences("", note, w.Say("help_screen.unconfirmed", nil))
	}
	note = frame.Sentences("", note, w.Planned(d.Planned))
	edit := widgets.NewButton(w.Say("calendar.change", nil), nil, func() { p.onName(d) })
	if p.unnamed == nil && d.Unnamed() {
		p.unnamed = edit
	}
	return p.line(cmp.Or(d.On.Dotted(), w.Say("help_screen.no_day", nil)), frame.Sentences("", d.Title, note), edit)
}

func (p *calendarPart) dayOffLine(d data.DayOff) fyne.CanvasObject {
	w := p.window
	kind := "calendar.off"
	if d.Working {
		kind = "calendar.working"
	}
	remove := widgets.NewButton(w.Say("calendar.forget", nil), nil, func() { p.onForget(d) })
	return p.line(d.On.Dotted(), frame.Sentences("", d.Title, w.Say(kind, nil)), remove)
}

// line is a day, what it is, and what can be done with it.
func (p *calendarPart) line(day, words string, button *widgets.Button) fyne.CanvasObject {
	button.Importance = widget.LowImportance
	if !p.may() {
		button.Disable()
	}
	fixed := container.NewGridWrap(fyne.NewSize(110*p.window.Scale(), widget.NewLabel("").MinSize().Height), widget.NewLabel(day))
	return container.NewBorder(nil, nil, fixed, container.NewVBox(button), widgets.Wrapped(words))
}

// onName asks for the day that the centre has named.
func (p *calendarPart) onName(d season.Day) {
	w, f := p.window, p.dayForm("calendar.day")
	f.DateIn.SetISO(string(d.On))
	f.Fields.Objects = append([]fyne.CanvasObject{widgets.Wrapped(d.Title)}, f.Fields.Objects...)
	if d.File != "" {
		f.Fields.Add(widgets.Small(w.Say("calendar.by_file", map[string]any{"day": d.File.Dotted()})))
	} else if d.Own {
		f.Fields.Add(widgets.Small(w.Say("calendar.empties", nil)))
	}
	f.Faults["calendar.disorder"] = f.Date
	r := w.Registrar()
	f.Ask(w.Say("calendar.name", nil), "calendar.keep", false, func() {
		typed, former := f.DateIn.Text, ""
		if d.Own {
			former = d.On.Dotted()
		}
		named := calendarStep{d.Title, func(ctx context.Context) error { return r.Season.NameDay(ctx, d.Code, typed) },
			func(ctx context.Context) error { return r.Season.NameDay(ctx, d.Code, former) }}
		f.Save(named.there, func() { p.tell(named, w.Done, w.Undone, w.Redone) })
	})
	w.Canvas().Focus(f.DateIn)
}

// onAdd asks for a day off or a working one.
func (p *calendarPart) onAdd() {
	w, f := p.window, p.dayForm("calendar.day")
	f.Faults["calendar.no_day"] = f.Date
	_, title := f.Entry("calendar.title", "calendar.title_hint")
	working := widgets.NewDialogCheck(w.Say("calendar.is_working", nil), false, func() { f.Box.Leave() })
	f.Fields.Add(working)
	r := w.Registrar()
	f.Ask(w.Say("calendar.add", nil), "calendar.keep", false, func() {
		day, name, works := f.DateIn.Text, title.Text, working.Checked
		added := calendarStep{dayWords(day, name), func(ctx context.Context) error { return r.Season.SetDayOff(ctx, day, name, works) }, leaveDay(r, day)}
		f.Save(added.there, func() { p.tell(added, w.Done, w.Undone, w.Redone) })
	})
	w.Canvas().Focus(f.DateIn)
}

// dayForm is a dialog with a day near the campaign's year.
func (p *calendarPart) dayForm(caption string) *frame.RecordForm {
	w := p.window
	f := frame.NewRecordForm(w)
	f.Day(caption)
	year := w.Registrar().Campaign().Year
	f.DateIn.FirstYear, f.DateIn.LastYear = year-1, year+1
	f.DateIn.SetISO("")
	for _, refusal := range []string{"value.bad_date", "value.no_such_day", "calendar.far"} {
		f.Faults[refusal] = f.Date
	}
	return f
}

// calendarStep is something about a day, there and back.
type calendarStep struct {
	// day is what the day is called.
	day         string
	there, back func(context.Context) error
}

// onForget takes a day off back; the status line brings it back again.
func (p *calendarPart) onForget(d data.DayOff) {
	w, r := p.window, p.window.Registrar()
	day := d.On.Dotted()
	p.take(calendarStep{dayWords(day, d.Title), func(ctx context.Context) error { return r.Season.ForgetDayOff(ctx, day) },
		func(ctx context.Context) error { return r.Season.SetDayOff(ctx, day, d.Title, d.Working) }}, w.Done, w.Undone, w.Redone)
}

// dayWords are a day and its name.
func dayWords(day, name string) string { return strings.Join(frame.Filled(day, name), ": ") }

// leaveDay is the way back from naming a day off: to that which stood there, or to none.
func leaveDay(r *registrar.Registrar, day string) func(context.Context) error {
	on, _ := r.ParseDay(day) // what is no day is refused when it is named
	_, all := r.Season.Calendar()
	if at := slices.IndexFunc(all, func(d data.DayOff) bool { return d.On == on }); at >= 0 {
		former := all[at]
		return func(ctx context.Context) error { return r.Season.SetDayOff(ctx, day, former.Title, former.Working) }
	}
	return func(ctx context.Context) error { return r.Season.ForgetDayOff(ctx, day) }
}

// saying tells of an act with the way from there.
type saying func(words string, way func())

// take takes a step and tells of it by now, of the step back from there by next, and then again
// by then.
func (p *calendarPart) take(step calendarStep, now, next, then saying) {
	w := p.window
	frame.Run(w, &p.asked, func(ctx context.Context) (struct{}, error) { return struct{}{}, step.there(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		p.tell(step, now, next, then)
	})
}

// tell tells of a step that was taken.
func (p *calendarPart) tell(step calendarStep, now, next, then saying) {
	back := calendarStep{step.day, step.back, step.there}
	now(p.window.Say("calendar.kept_of", map[string]any{"day": step.day}), func() { p.take(back, next, then, next) })
}
