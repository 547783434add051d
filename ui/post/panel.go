package post

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/post"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// partsOf are what the panel shows of a row.
func (s *Screen) partsOf(key string) []fyne.CanvasObject {
	switch s.kind {
	case packages:
		for i := range s.known.packages {
			if s.known.packages[i].ID == key {
				return s.packageParts(s.known.packages[i])
			}
		}
	case letters:
		for i := range s.known.own {
			if s.known.own[i].Graduate.ID == key {
				return s.ownParts(s.known.own[i])
			}
		}
	default:
		for i := range s.known.lists {
			if s.known.lists[i].ID == key {
				return s.listParts(s.known.lists[i])
			}
		}
	}
	if s.table.Count() == 0 {
		return nil // there is nothing to choose
	}
	return []fyne.CanvasObject{widgets.Wrapped(s.say("choose", nil))}
}

func (s *Screen) say(id string, args map[string]any) string {
	return s.window.Say("post_screen."+id, args)
}

// titled is the head of the panel.
func titled(words string) fyne.CanvasObject {
	l := widgets.BoldWords(words)
	l.SizeName, l.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	return l
}

// deed is something that can be done with a row.
type deed struct {
	id  string
	do  func()
	may bool
}

// atOnce are the deeds before which nothing is asked.
var atOnce = []string{"new_package", "put_in", "print_again", "track", "open", "go_list", "go_answers"}

// label is what the button of a deed says; as elsewhere dots tell that something is asked first.
func (s *Screen) label(id string) string {
	if slices.Contains(atOnce, id) {
		return s.say(id, nil)
	}
	return s.say(id, nil) + "…"
}

// deeds are the buttons of what can be done with a row: the first is what comes next, which Enter and
// Ctrl+S do too.
func (s *Screen) deeds(all ...deed) fyne.CanvasObject {
	row := container.New(&widgets.Flow{})
	for _, d := range all {
		if !d.may {
			continue
		}
		b := widgets.NewTabbed(s.label(d.id), d.do, func(o fyne.CanvasObject) { widgets.Follow(s.scroll, o) })
		if len(row.Objects) == 0 {
			b.Importance, s.main = widget.HighImportance, d.do
		}
		row.Add(b)
	}
	return row
}

// listParts are what the panel shows of a list.
func (s *Screen) listParts(l post.ListRow) []fyne.CanvasObject {
	w := s.window
	parts := []fyne.CanvasObject{titled(strings.TrimSpace(s.say("list", map[string]any{"number": l.Number}) + "  " + l.Title))}
	say := func(id string, args map[string]any) { parts = append(parts, widgets.Wrapped(s.say(id, args))) }
	switch {
	case !l.Live():
		say("withdrawn_said", map[string]any{"fact": frame.FactWords(*l.Withdrawn)})
	case l.Final == nil:
		say("open_said", map[string]any{"people": len(l.Members)})
	case l.Outgoing():
		say("final_said", map[string]any{"people": l.Final.Rows, "date": l.Final.Date.Dotted(), "number": l.Final.Number})
	default:
		say("final_unnumbered", map[string]any{"people": l.Final.Rows})
	}
	if l.Final != nil && l.Final.Registered > 0 {
		say("registered_said", map[string]any{"number": l.Final.Registered})
	}
	if l.Package != nil {
		say("lies_in", map[string]any{"number": l.Package.Number})
	}
	parts = append(parts, s.listDeeds(l), widgets.Air(w.Scale()))
	return append(parts, s.memberParts(l)...)
}

func (s *Screen) listDeeds(l post.ListRow) fyne.CanvasObject {
	may, final := s.may() && l.Live(), l.Final != nil
	shut := l.Package != nil && l.Package.Closed != nil
	return s.deeds(
		deed{"finish", func() { s.onFinish(l) }, may && !final && len(l.Members) > 0},
		deed{"note_number", func() { s.onNumber(l) }, may && final && !l.Outgoing() && !shut},
		deed{"put_in", func() { s.onPutIn(l) }, may && l.Package == nil && s.posts()},
		deed{"add_people", func() { s.onAddPeople(l) }, may && !final},
		deed{"take_people", func() { s.onTakePeople(l) }, may && !final && len(l.Members) > 0},
		deed{"print_again", func() { s.onPrintAgain(l) }, final && s.window.May(registrar.RightPrint)},
		deed{"rename", func() { s.onRename(l) }, may && !final},
		deed{"reopen", func() { s.onReopen(l) }, may && final && !shut},
		deed{"withdraw", func() { s.onWithdraw(l) }, may && !shut},
		deed{"print_outgoing", s.onOutgoing, final && s.posts() && s.window.May(registrar.RightPrint)},
	)
}

// mostWarnings is how many people with a warning are named one by one.
const mostWarnings = 30

// memberParts are who is on a list: first those about whom there is a warning, then everybody.
func (s *Screen) memberParts(l post.ListRow) []fyne.CanvasObject {
	w, parts := s.window, []fyne.CanvasObject(nil)
	lines, warned := make([]string, len(l.Members)), 0
	for i, m := range l.Members {
		lines[i] = strings.Join(frame.Filled(strconv.Itoa(i+1)+". "+m.Graduate.FullName(), m.Graduate.Class, m.Graduate.On(l.ID).CardNumber), "   ")
		if len(m.Warnings) == 0 {
			continue
		}
		if warned++; warned > mostWarnings {
			continue
		}
		said := make([]string, len(m.Warnings))
		for j, p := range m.Warnings {
			said[j] = w.Say(p.ID, p.Args)
		}
		parts = append(parts, widgets.WarningLine(m.Graduate.FullName()+": "+strings.Join(said, "; ")))
	}
	if warned > mostWarnings {
		parts = append(parts, widgets.Wrapped(s.say("more_warnings", map[string]any{"number": warned - mostWarnings})))
	}
	if len(lines) > 0 {
		parts = append(parts, widgets.BoldWords(s.say("people", map[string]any{"number": len(lines)})), widgets.Wrapped(strings.Join(lines, "\n")))
	}
	return parts
}

// ownParts are what the panel shows of who goes past the lists.
func (s *Screen) ownParts(o post.OwnRow) []fyne.CanvasObject {
	parts := []fyne.CanvasObject{titled(o.Graduate.FullName()), widgets.Wrapped(wayOf(s.window, o))}
	say := func(id string, args map[string]any) { parts = append(parts, widgets.Wrapped(s.say(id, args))) }
	if o.Sent != nil {
		if o.Sent.Seen != "" {
			say("posted_said", map[string]any{"how": s.carried(o.Sent.Seen, o.Sent.Means, o.Sent.Note)})
		}
		say("own_sent", map[string]any{"date": o.Sent.On.Dotted()})
	}
	if o.Received != nil {
		say("received_said", map[string]any{"date": o.Received.On.Dotted()})
	}
	if o.AnswerDue != "" {
		say("answer_due", map[string]any{"date": data.Date(o.AnswerDue).Dotted()})
	}
	switch words := s.termWords(o.Late(), o.Term.End, o.Term.Days, o.Sent != nil); {
	case words == "" || o.Sent == nil && o.Graduate.Current().Answer != nil:
	case o.Late():
		parts = append(parts, widgets.WarningLine(words))
	default:
		parts = append(parts, widgets.Wrapped(words))
	}
	may := s.may()
	return append(parts, s.deeds(
		deed{"visit", func() { s.onVisit(o) }, may && o.Sent == nil && o.InPerson()},
		deed{"send_own", func() { s.onSendOwn(o) }, may && o.Sent == nil},
		deed{"receive", func() { s.onOwnReceived(o) }, may && o.Sent != nil && o.Received == nil},
		deed{"track", func() { s.onTrack(o.Link) }, o.Link != ""},
		deed{"change_post", func() { s.onChangeOwn(o) }, may && o.Sent != nil},
		deed{"change_received", func() { s.onOwnReceived(o) }, may && o.Received != nil},
		deed{"unpost", func() { s.onUnsendOwn(o) }, may && o.Sent != nil},
	))
}
