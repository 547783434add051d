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
var atOnce = []string{"new_package", "put_in", "print_again", "track", "open"}

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
		lines[i] = strings.Join(frame.Filled(strconv.Itoa(i+1)+". "+m.Graduate.FullName(), m.Graduate.Class, m.Graduate.Current().CardNumber), "   ")
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

// figure is a number that is seen from afar, over what it counts.
func figure(number int, caption string, wrong bool) fyne.CanvasObject {
	large := widget.NewLabelWithStyle(strconv.Itoa(number), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	large.SizeName = theme.SizeNameHeadingText
	if wrong {
		large.Importance = widget.DangerImportance
	}
	words := widgets.Small(caption)
	words.Alignment = fyne.TextAlignCenter
	return widgets.Panel(container.New(&widgets.Stacked{}, large, words))
}

// packageParts are what the panel shows of a package: the three numbers that must be the same
// (UA-129), how it is put together, and where it is.
func (s *Screen) packageParts(p post.PackageRow) []fyne.CanvasObject {
	w := s.window
	kits := figure(p.Kits, s.say("kits_figure", nil), p.Kits != p.Members)
	if p.Closed == nil {
		kits = figure(p.Members, s.say("kits_expected", nil), false)
	}
	parts := []fyne.CanvasObject{titled(s.say("package", map[string]any{"number": p.Number})),
		container.New(&widgets.Thirds{}, figure(p.Rows, s.say("rows_figure", nil), p.Rows != p.Members), figure(p.Members, s.say("people_figure", nil), false), kits)}
	if len(p.Lists) > 0 {
		parts = append(parts, widgets.Wrapped(s.say("inside", map[string]any{"lists": labels(p.Lists)})))
	}
	parts = append(parts, s.stateParts(p)...)
	parts = append(parts, s.packageDeeds(p))
	if len(p.Envelopes) > 0 {
		parts = append(parts, widgets.Wrapped(s.say("weight", map[string]any{"grams": p.Grams(), "count": len(p.Envelopes)})))
	}
	for _, l := range p.Lists {
		if warned := l.Warned(); warned > 0 {
			parts = append(parts, widgets.WarningLine(s.say("list_warned", map[string]any{"list": l.Number, "number": warned})))
		}
	}
	if p.Closed == nil {
		parts = append(parts, widgets.Air(w.Scale()), widgets.BoldWords(s.say("assembly", nil)))
		for _, words := range w.Registrar().Campaign().Kits.Assembly {
			parts = append(parts, widgets.BulletLine(words))
		}
	}
	return parts
}

// stateParts say where a package is, and by when it has to go.
func (s *Screen) stateParts(p post.PackageRow) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	say := func(holds bool, id string, args map[string]any) {
		if holds {
			parts = append(parts, widgets.Wrapped(s.say(id, args)))
		}
	}
	if p.Closed != nil {
		say(true, "closed_said", map[string]any{"fact": frame.FactWords(p.Closed.Fact)})
	}
	say(p.Posted(), "posted_said", map[string]any{"how": s.carried(p.Operator, p.Item, p.Tracking)})
	say(p.Postmark != "", "postmark_said", map[string]any{"date": p.Postmark.Dotted()})
	say(p.Posted() && !p.ByCourier && p.Postmark == "", "postmark_missing", nil)
	say(p.Posted() && p.ByCourier && p.Package.Received == "", "courier_waits", nil)
	say(p.Package.Received != "", "received_said", map[string]any{"date": p.Package.Received.Dotted()})
	say(p.AnswerDue != "", "answer_due", map[string]any{"date": p.AnswerDue.Dotted()})
	if words := s.termWords(p.Late(), p.Term.End, p.Term.Days, p.SentOn() != ""); words != "" {
		if p.Late() {
			return append(parts, widgets.WarningLine(words))
		}
		parts = append(parts, widgets.Wrapped(words))
	}
	return parts
}

// termWords say by when something has to go, or whether it went in time.
func (s *Screen) termWords(late bool, end *registrar.Day, days int, sent bool) string {
	if end == nil || end.On == "" {
		return ""
	}
	args := map[string]any{"date": end.On.Dotted(), "number": days}
	switch {
	case late && sent:
		return s.say("sent_late", args)
	case late:
		return s.say("is_late", args)
	case sent:
		return s.say("sent_in_time", args)
	}
	return s.say("send_by", args)
}

// carried says who carries something, as what, under which number.
func (s *Screen) carried(operator, item, tracking string) string {
	o := s.window.Registrar().Campaign().PostalOperator(operator)
	if o == nil {
		return tracking
	}
	words := []string{o.Title}
	if i := o.Item(item); i != nil {
		words = append(words, i.Title)
	}
	return strings.Join(append(words, frame.Filled(tracking)...), " · ")
}

func (s *Screen) packageDeeds(p post.PackageRow) fyne.CanvasObject {
	may, closed, posted := s.may(), p.Closed != nil, p.Posted()
	prints := s.window.May(registrar.RightPrint) && len(p.Lists) > 0
	return s.deeds(
		deed{"close", func() { s.onClose(p) }, may && !closed && len(p.Lists) > 0},
		deed{"post", func() { s.onPost(p) }, may && closed && !posted},
		deed{"receive", func() { s.onReceived(p) }, may && posted && p.Package.Received == ""},
		deed{"track", func() { s.onTrack(p.Link) }, p.Link != ""},
		deed{"put_list", func() { s.onPutList(p) }, may && !closed},
		deed{"take_list", func() { s.onTakeList(p) }, may && !closed && len(p.Lists) > 0},
		deed{"print_sheet", func() { s.onPaper(p, "package") }, prints},
		deed{"print_inventory", func() { s.onPaper(p, "inventory") }, prints},
		deed{"print_grouped", func() { s.onPaper(p, "grouped") }, prints && s.window.Registrar().Campaign().GroupedOf(p.Package.Operator) != nil},
		deed{"change_post", func() { s.onPost(p) }, may && posted},
		deed{"change_received", func() { s.onReceived(p) }, may && p.Package.Received != ""},
		deed{"open", func() { s.onOpen(p) }, may && closed && !posted},
		deed{"unpost", func() { s.onUnpost(p) }, may && posted},
		deed{"drop", func() { s.onDrop(p) }, may && !closed},
	)
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
	case words == "":
	case o.Late():
		parts = append(parts, widgets.WarningLine(words))
	default:
		parts = append(parts, widgets.Wrapped(words))
	}
	may := s.may()
	return append(parts, s.deeds(
		deed{"send_own", func() { s.onSendOwn(o) }, may && o.Sent == nil},
		deed{"receive", func() { s.onOwnReceived(o) }, may && o.Sent != nil && o.Received == nil},
		deed{"track", func() { s.onTrack(o.Link) }, o.Link != ""},
		deed{"change_post", func() { s.onSendOwn(o) }, may && o.Sent != nil},
		deed{"change_received", func() { s.onOwnReceived(o) }, may && o.Received != nil},
		deed{"unpost", func() { s.onUnsendOwn(o) }, may && o.Sent != nil},
	))
}
