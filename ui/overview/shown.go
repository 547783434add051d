package overview

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// showCards shows the deadline, who is ready and who needs attention.
func (s *Screen) showCards(o *season.Overview) {
	s.showDeadline(o)
	below := ""
	switch {
	case o.Posted != nil:
		below = s.say("posted", map[string]any{"number": o.Posted.Number, "date": o.Posted.SentOn().Dotted(), "kits": o.PostedKits})
	case o.Numberless > 0:
		below = s.say("numberless", map[string]any{"number": o.Numberless})
	case o.Sent > 0:
		below = s.say("sent", map[string]any{"number": o.Sent})
	}
	s.ready.show(s.say("ready", nil), strconv.Itoa(o.Through()), s.say("of", map[string]any{"all": o.All}), below, widget.MediumImportance)
	s.leadTo(s.ready.tile, frame.Gathered(s.say("ready", nil), slices.Concat(o.People["sent"], o.People["ready"])))
	importance := widget.MediumImportance
	if o.Hindered > 0 {
		importance = widget.DangerImportance
	}
	words := s.say("attention_said", map[string]any{"hindered": o.Hindered, "untouched": o.Untouched})
	s.attention.show(s.say("attention", nil), strconv.Itoa(o.Hindered+o.Untouched), "", words, importance)
	s.leadTo(s.attention.tile, frame.Gathered(s.say("waits", nil), slices.Concat(o.People["hindered"], o.People["untouched"])))
}

// showDeadline says how long it is until the day that counts, and leads to those whom it concerns; where
// nobody knows the day, to the calendar.
func (s *Screen) showDeadline(o *season.Overview) {
	d := o.Deadline
	if d.Date == nil {
		number := s.say("due_over", nil)
		if s.leadTo(s.due.tile, frame.Route{}); d.Unknown > 0 {
			number = s.say("no_due_known", nil)
			s.leadTo(s.due.tile, frame.Route{Screen: frame.SettingsPage, Unnamed: true})
		}
		s.due.show(s.say("no_due", nil), number, "", "", widget.MediumImportance)
		return
	}
	importance, behind, below := frame.DueColour(d), "", ""
	if importance == widget.LowImportance {
		importance = widget.MediumImportance
	}
	if d.Days > 0 {
		behind = s.say("working", map[string]any{"number": d.Working})
	}
	if o.Last != nil {
		below = s.say("last", map[string]any{"title": o.Last.Title, "date": o.Last.On.Dotted()})
	}
	s.due.show(s.say("due", map[string]any{"title": d.Date.Title, "date": d.Date.On.Dotted()}), s.away(d.Days), behind, below, importance)
	s.leadTo(s.due.tile, s.routeOfDay(o, d.Date.Code))
}

// away says how far off a day is.
func (s *Screen) away(days int) string {
	switch {
	case days < 0:
		return s.say("late", nil)
	case days == 0:
		return s.say("today", nil)
	case days == 1:
		return s.say("tomorrow", nil)
	}
	return s.say("days", map[string]any{"count": days})
}

// looks are how the shares are drawn, by their codes.
var looks = map[string]widgets.BarPart{
	"sent":       {Colour: theme.ColorNamePrimary},
	"ready":      {Colour: widgets.ColorHalf},
	"numberless": {Colour: widgets.ColorHalf, Dotted: true},
	"hindered":   {Colour: theme.ColorNameWarning, Striped: true},
	"untouched":  {Colour: theme.ColorNameSeparator, Framed: true},
}

// partsOf are the parts of the bar of a share.
func partsOf(of season.Share) []widgets.BarPart {
	var parts []widgets.BarPart
	for _, code := range season.Shares() {
		part := looks[code]
		part.Size = of.Of(code)
		parts = append(parts, part)
	}
	return parts
}

// classRow is a class, its bar, and how many of how many are ready.
type classRow struct {
	tile         *widgets.Tile
	name, number *widget.Label
	bar          *widgets.Bar
}

func (r *classRow) lead() *widgets.Tile { return r.tile }

func (s *Screen) newClassRow() *classRow {
	scale := s.window.Scale()
	r := &classRow{name: widget.NewLabel(""), bar: widgets.NewBar(), number: widget.NewLabelWithStyle("", fyne.TextAlignTrailing, fyne.TextStyle{})}
	r.name.Truncation = fyne.TextTruncateEllipsis
	r.tile = s.newTile("", container.NewBorder(nil, nil, container.New(&widgets.FixedWidth{Width: 92 * scale}, r.name),
		container.New(&widgets.FixedWidth{Width: 84 * scale}, r.number), container.New(&widgets.MiddleHeight{}, r.bar)))
	return r
}

// showClasses shows a bar for each class, and below them what their parts mean.
func (s *Screen) showClasses(o *season.Overview) {
	s.classes.show(len(o.Classes), func(r *classRow, i int) {
		c := &o.Classes[i]
		widgets.SetWords(r.name, s.window.ClassWords(c.Class))
		widgets.SetWords(r.number, strconv.Itoa(c.Through())+" / "+strconv.Itoa(c.All))
		r.bar.Set(partsOf(c.Share)...)
		s.leadTo(r.tile, frame.Route{Screen: frame.Graduates, Class: c.Class, Chooses: true})
	})
	var there []string
	for _, code := range season.Shares() {
		if o.Of(code) > 0 {
			there = append(there, code)
		}
	}
	s.legend.show(len(there), func(t *smallTile, i int) {
		part, words := looks[there[i]], s.say("share_"+there[i], nil)
		part.Size = 1
		t.bar.Set(part)
		widgets.SetWords(t.caption, words+": "+strconv.Itoa(o.Of(there[i])))
		s.leadTo(t.tile, frame.Gathered(words, o.People[there[i]]))
	})
}

// smallTile is a figure in small letters, under what it counts; a bar shows it, where it has one.
type smallTile struct {
	tile            *widgets.Tile
	caption, number *widget.Label
	bar             *widgets.Bar
}

func (t *smallTile) lead() *widgets.Tile { return t.tile }

func newSmall() *smallTile {
	t := &smallTile{caption: widget.NewLabel(""), number: widgets.BoldWords(""), bar: widgets.NewBar()}
	t.caption.SizeName = theme.SizeNameCaptionText
	return t
}

func (s *Screen) newLegend() *smallTile {
	t := newSmall()
	swatch := container.New(&widgets.FixedWidth{Width: 20 * s.window.Scale()}, container.New(&widgets.MiddleHeight{}, t.bar))
	t.tile = s.newTile("", container.NewHBox(swatch, t.caption))
	return t
}

func (s *Screen) newStage() *smallTile {
	t := newSmall()
	t.tile = s.newTile(theme.ColorNameHeaderBackground, container.New(&widgets.Stacked{}, t.caption, t.number, container.NewPadded(t.bar)))
	return t
}

func (s *Screen) newPlace() *smallTile {
	t := newSmall()
	t.tile = s.newTile(theme.ColorNameHeaderBackground, t.caption)
	return t
}

// showWay shows the parts of the way, each with how many have it behind them and leading to those who
// have not, and where everybody is now.
func (s *Screen) showWay(o *season.Overview) {
	s.stages.show(len(o.Stages), func(t *smallTile, i int) {
		stage := &o.Stages[i]
		title := s.say("stage_"+stage.Code, nil)
		widgets.SetWords(t.caption, title)
		widgets.SetWords(t.number, strconv.Itoa(stage.Number)+" / "+strconv.Itoa(stage.Of))
		t.bar.Set(widgets.BarPart{Size: stage.Number, Colour: theme.ColorNamePrimary}, widgets.BarPart{Size: stage.Of - stage.Number, Colour: theme.ColorNameSeparator, Framed: true})
		if s.leadTo(t.tile, frame.Gathered(s.say("not_yet", map[string]any{"stage": title}), stage.Missing)); len(stage.Missing) == 0 {
			s.leadTo(t.tile, frame.Route{Screen: frame.Graduates, Chooses: true})
		}
	})
	s.places.show(len(o.Places), func(t *smallTile, i int) {
		status := string(o.Places[i].Status)
		widgets.SetWords(t.caption, s.say("place", map[string]any{"status": s.window.Say("status."+status, nil), "number": o.Places[i].Number}))
		s.leadTo(t.tile, frame.Route{Screen: frame.Graduates, State: status, Chooses: true})
	})
	widgets.SetWords(s.all, s.say("places_all", map[string]any{"all": o.All, "removed": o.Removed}))
}
