package overview

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// card is a number that is seen from afar, under what it is and over what belongs to it.
func card(caption, number, behind, below string, importance widget.Importance) fyne.CanvasObject {
	large := widget.NewLabelWithStyle(number, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	large.SizeName, large.Importance = theme.SizeNameHeadingText, importance
	row := container.NewHBox(large)
	if behind != "" {
		row.Add(container.NewCenter(widget.NewLabel(behind)))
	}
	return widgets.Panel(container.New(&widgets.Stacked{}, widgets.Small(caption), row, widgets.Small(below)))
}

// cardsOf are the deadline, who is ready and who needs attention.
func (s *Screen) cardsOf(o *season.Overview) []fyne.CanvasObject {
	below := ""
	if o.Numberless > 0 {
		below = s.say("numberless", map[string]any{"number": o.Numberless})
	}
	attention, importance := o.Hindered+o.Untouched, widget.MediumImportance
	if o.Hindered > 0 {
		importance = widget.DangerImportance
	}
	return []fyne.CanvasObject{s.deadlineOf(o),
		card(s.say("ready", nil), strconv.Itoa(o.Ready), s.say("of", map[string]any{"all": o.All}), below, widget.MediumImportance),
		card(s.say("attention", nil), strconv.Itoa(attention), "", s.say("attention_said", map[string]any{"hindered": o.Hindered, "untouched": o.Untouched}), importance)}
}

// deadlineOf says how long it is until the day that counts.
func (s *Screen) deadlineOf(o *season.Overview) fyne.CanvasObject {
	d := o.Deadline
	switch {
	case d.Date == nil && d.Unknown > 0:
		return card(s.say("no_due", nil), s.say("no_due_known", nil), "", "", widget.MediumImportance)
	case d.Date == nil:
		return card(s.say("no_due", nil), s.say("due_over", nil), "", "", widget.MediumImportance)
	}
	number := s.say("days", map[string]any{"count": d.Days})
	switch {
	case d.Days < 0:
		number = s.say("late", nil)
	case d.Days == 0:
		number = s.say("today", nil)
	case d.Days == 1:
		number = s.say("tomorrow", nil)
	}
	importance := frame.DueColour(d)
	if importance == widget.LowImportance {
		importance = widget.MediumImportance
	}
	below := ""
	if o.Last != nil {
		below = s.say("last", map[string]any{"title": o.Last.Title, "date": o.Last.On.Dotted()})
	}
	return card(s.say("due", map[string]any{"title": d.Date.Title, "date": d.Date.On.Dotted()}), number, "", below, importance)
}

// look is how one of the four shares is drawn and called.
type look struct {
	word    string
	colour  fyne.ThemeColorName
	striped bool
	of      func(season.Share) int
}

// looks are the four, in the order in which a bar shows them.
var looks = []look{
	{"ready", theme.ColorNamePrimary, false, func(s season.Share) int { return s.Ready }},
	{"numberless", widgets.ColorHalf, false, func(s season.Share) int { return s.Numberless }},
	{"hindered", theme.ColorNameWarning, true, func(s season.Share) int { return s.Hindered }},
	{"untouched", theme.ColorNameSeparator, false, func(s season.Share) int { return s.Untouched }},
}

// classesOf are a bar for each class, and below them what their parts mean.
func (s *Screen) classesOf(o *season.Overview) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, c := range o.Classes {
		rows = append(rows, s.classRow(c))
	}
	legend := container.New(&widgets.Flow{})
	for _, l := range looks {
		if l.of(o.Share) > 0 {
			legend.Add(s.legendOf(l, l.of(o.Share)))
		}
	}
	return append(rows, legend)
}

// classRow is the class, which leads to its list, its bar, and how many of how many are ready.
func (s *Screen) classRow(c season.ClassShare) fyne.CanvasObject {
	w, scale := s.window, s.window.Scale()
	name := widgets.NewButton(w.ClassWords(c.Class), nil, func() { w.Go(frame.Route{Screen: frame.Graduates, Class: c.Class, Chooses: true}) })
	name.Importance, name.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	var parts []widgets.BarPart
	for _, l := range looks {
		parts = append(parts, widgets.BarPart{Size: l.of(c.Share), Colour: l.colour, Striped: l.striped})
	}
	number := widget.NewLabelWithStyle(strconv.Itoa(c.Ready)+" / "+strconv.Itoa(c.All), fyne.TextAlignTrailing, fyne.TextStyle{})
	bar := container.New(&widgets.MiddleHeight{}, widgets.NewBar(parts...))
	return container.NewBorder(nil, nil, container.New(&widgets.FixedWidth{Width: 84 * scale}, name),
		container.New(&widgets.FixedWidth{Width: 76 * scale}, number), bar)
}

func (s *Screen) legendOf(l look, number int) fyne.CanvasObject {
	swatch := container.New(&widgets.FixedWidth{Width: 16 * s.window.Scale()}, container.New(&widgets.MiddleHeight{}, widgets.NewBar(widgets.BarPart{Size: 1, Colour: l.colour, Striped: l.striped})))
	words := widget.NewLabel(s.say("share_"+l.word, nil) + ": " + strconv.Itoa(number))
	words.SizeName = theme.SizeNameCaptionText
	return container.NewHBox(swatch, words)
}

// stagesOf are the parts of the way, each with how many have it behind them.
func (s *Screen) stagesOf(o *season.Overview) []fyne.CanvasObject {
	var stages []fyne.CanvasObject
	for _, stage := range o.Stages {
		caption := widget.NewLabel(s.say("stage_"+stage.Code, nil))
		caption.SizeName = theme.SizeNameCaptionText
		number := widgets.BoldWords(strconv.Itoa(stage.Number) + " / " + strconv.Itoa(stage.Of))
		back := widgets.NewThemed(theme.ColorNameHeaderBackground)
		stages = append(stages, container.NewStack(back, container.New(&widgets.Stacked{}, caption, number)))
	}
	return stages
}
