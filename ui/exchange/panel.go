package exchange

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// showPanel shows the current row.
func (l *sending) showPanel() {
	l.panel.Objects = nil
	if r, there := l.rows[l.Table.Cursor()]; there {
		l.panel.Objects = l.parts(r)
	} else if l.Table.Count() > 0 {
		l.panel.Objects = []fyne.CanvasObject{widgets.Wrapped(l.Window.Say("ui.choose_somebody", nil))}
	}
	l.scroll.Content.Refresh()
	widgets.Arrange(l.scroll)
	l.scroll.ScrollToTop()
}

// titled is the head of a panel.
func titled(words string) fyne.CanvasObject {
	l := widgets.BoldWords(words)
	l.SizeName, l.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	return l
}

// parts are what there is to know of a row: what would go and why, what is new of it, and what the
// centre says of what was sent last.
func (l *sending) parts(r exchange.Row) []fyne.CanvasObject {
	s := l.screen
	parts := []fyne.CanvasObject{titled(r.Graduate.FullName())}
	icon, colour := stateLook(stateOf(r))
	parts = append(parts, widgets.ResultLine(theme.NewColoredResource(icon, colour), s.say("said."+stateOf(r), nil)))
	if r.Why != nil {
		parts = append(parts, widgets.Wrapped(frame.Capital(l.Window.Say(r.Why.ID, r.Why.Args))+"."))
	}
	if r.Reason != "" {
		parts = append(parts, widgets.Wrapped(s.say("reason", map[string]any{"reason": r.Reason})))
	}
	parts = append(parts, l.deeds(r))
	for _, c := range r.Changes {
		parts = append(parts, s.changeParts(c)...)
	}
	parts = append(parts, l.fileParts(r)...)
	return append(parts, l.sentParts(r)...)
}

// deeds are the buttons of a row.
func (l *sending) deeds(r exchange.Row) fyne.CanvasObject {
	row := container.New(&widgets.Flow{})
	add := func(id string, do func()) {
		row.Add(widgets.NewTabbed(l.screen.say(id, nil), do, func(o fyne.CanvasObject) { widgets.Follow(l.scroll, o) }))
	}
	if r.Graduate.Removed == nil {
		add("to_form", l.OnForm)
	}
	if r.Sent != nil {
		add("what_was_sent", func() { l.screen.onSentOf(r.Graduate) })
	}
	return row
}

// changeParts are a field that differs from what was sent last: what it was, and what it is now.
func (s *Screen) changeParts(c registrar.FieldChange) []fyne.CanvasObject {
	was, is := s.valueOf(c.Field, c.Before), s.valueOf(c.Field, c.After)
	if s.holdsFiles(c.Field) && c.Before != "" && c.After != "" {
		is = s.say("another_file", nil)
	}
	now := widgets.Wrapped(is)
	now.TextStyle.Bold = true
	parts := []fyne.CanvasObject{widgets.FieldCaption(s.titleOf(c.Field))}
	if c.Before != "" {
		parts = append(parts, widgets.Wrapped(s.say("before", map[string]any{"value": was})))
		now.SetText(s.say("after", map[string]any{"value": is}))
	}
	return append(parts, now)
}

// ofMessages are what messages say besides fields of the form.
var ofMessages = map[string]bool{exchange.FieldRoute: true, exchange.FieldPackage: true, exchange.FieldList: true}

// titleOf is what a field of a record is called.
func (s *Screen) titleOf(field string) string {
	if ofMessages[field] {
		return s.say("field."+field, nil)
	}
	return frame.Capital(s.window.TitleOfField(field))
}

// holdsFiles says that a field is one of photos or scans.
func (s *Screen) holdsFiles(field string) bool {
	f := s.window.Registrar().Campaign().Field(field)
	return f != nil && f.HoldsFiles()
}

// valueOf is a value of a record as people read it; a stroke for none.
func (s *Screen) valueOf(field, value string) string {
	_, pays := data.PaymentOf(field)
	switch {
	case value == "":
		return "—"
	case pays, field == exchange.FieldPackage, field == exchange.FieldList:
		return value
	case field == exchange.FieldRoute:
		return s.routeWords(value)
	}
	return s.window.TitleOfCode(field, value)
}

func (s *Screen) routeWords(code string) string {
	for i := range s.window.Registrar().Campaign().RegistrationRoutes {
		if route := &s.window.Registrar().Campaign().RegistrationRoutes[i]; route.Code == code {
			return s.window.Word(route.Wording())
		}
	}
	return code
}

// sentParts are when somebody was sent last, and what the centre says of it.
func (l *sending) sentParts(r exchange.Row) (parts []fyne.CanvasObject) {
	s := l.screen
	if r.Sent == nil {
		return nil
	}
	parts = append(parts, widgets.Air(l.Window.Scale()), widgets.Small(s.say("sent_on", map[string]any{"date": r.Sent.On.Dotted(), "by": r.Sent.By})))
	if r.Acknowledged == nil {
		return append(parts, widgets.Small(s.say("no_receipt", nil)))
	}
	parts = append(parts, widgets.Small(s.say("centre_said", map[string]any{"verdict": s.window.Say("exchange.verdict_"+r.Acknowledged.Seen, nil), "date": r.Acknowledged.On.Dotted()})))
	for _, reason := range s.reasonsOf(r.Acknowledged) {
		parts = append(parts, widgets.BulletLine(reason))
	}
	if sent := r.Graduate.Current().EnvelopeSent(); sent != nil {
		parts = append(parts, widgets.Small(frame.Capital(s.window.Say("field.fact_"+string(sent.Kind), nil)+" "+frame.FactWords(*sent))))
	}
	return parts
}

// fileParts are the photos and scans that go along.
func (l *sending) fileParts(r exchange.Row) []fyne.CanvasObject {
	if len(r.Files) == 0 {
		return nil
	}
	s, size := l.screen, int64(0)
	var titles []string
	for _, f := range r.Files {
		titles = append(titles, s.titleOf(f.Field))
		size += f.Octets
	}
	return []fyne.CanvasObject{widgets.FieldCaption(s.say("goes_along", nil)),
		widgets.Wrapped(strings.Join(titles, ", ") + " (" + frame.SizeOf(l.Window, size) + ")")}
}

// day is the day of an instant by the clock of the window.
func (s *Screen) day(at time.Time) string { return s.window.Clock(at).Format("02.01.2006") }

// when is an instant by the clock of the window.
func (s *Screen) when(at time.Time) string { return s.window.Clock(at).Format("02.01.2006 15:04") }
