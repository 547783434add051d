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
	if p.Hinders != nil {
		parts = append(parts, widgets.WarningLine(w.Explain(p.Hinders)))
	}
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

// unready is the first list in an open package that is not ready to leave, nil for none.
func unready(p post.PackageRow) *post.ListRow {
	at := slices.IndexFunc(p.Lists, func(l post.ListRow) bool { return !l.Outgoing() })
	if p.Closed != nil || at < 0 {
		return nil
	}
	return &p.Lists[at]
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
	next := unready(p)
	return s.deeds(
		deed{"go_list", func() { s.turn(lists, next.ID) }, may && next != nil},
		deed{"close", func() { s.onClose(p) }, may && !closed && len(p.Lists) > 0},
		deed{"post", func() { s.onPost(p) }, may && closed && !posted},
		deed{"receive", func() { s.onReceived(p) }, may && posted && p.Package.Received == ""},
		deed{"go_answers", func() { s.window.Go(s.window.NextPeople(data.NextAwait)) }, p.Package.Received != ""},
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
