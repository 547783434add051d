package overview

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// taskRow is something to do, which leads to where it is done: how grave it is, and what.
type taskRow struct {
	tile     *widgets.Tile
	icon     *widget.Icon
	words    *widget.Label
	severity data.Severity
	arrow    *widget.Icon
}

func (t *taskRow) lead() *widgets.Tile { return t.tile }

func (s *Screen) newTask() *taskRow {
	t := &taskRow{icon: widget.NewIcon(nil), words: widgets.Wrapped(""), severity: "-", arrow: widget.NewIcon(theme.NavigateNextIcon())}
	// The icons stand at the first line of the words.
	beside := func(icon fyne.CanvasObject) fyne.CanvasObject {
		return container.NewVBox(container.New(layout.NewCustomPaddedLayout(theme.InnerPadding(), 0, theme.Padding(), theme.Padding()), icon))
	}
	t.tile = s.newTile("", container.NewBorder(nil, nil, beside(t.icon), beside(t.arrow), t.words))
	return t
}

// aDay is the severity of a line that tells of a day, for its icon.
const aDay data.Severity = "day"

// show says what there is to do, and leads there.
func (t *taskRow) show(s *Screen, severity data.Severity, words string, route frame.Route) {
	widgets.SetWords(t.words, words)
	if t.severity != severity {
		icon, colour := theme.RadioButtonIcon(), theme.ColorNameForeground
		switch severity {
		case data.SeverityError, data.SeverityWarning:
			icon, colour = widgets.SeverityLook(severity)
		case aDay:
			icon = theme.CalendarIcon()
		}
		t.severity = severity
		t.icon.SetResource(theme.NewColoredResource(icon, colour))
	}
	s.leadTo(t.tile, route)
	widgets.SetHidden(t.arrow, t.tile.Disabled())
}

// showTasks shows what there is to do, each leading to where it is done.
func (s *Screen) showTasks(o *season.Overview) {
	tasks := slices.DeleteFunc(slices.Clone(o.Tasks), func(t season.Task) bool { return !s.window.MayBeAt(s.routeOf(t).Screen) })
	campaign := s.window.Registrar().Campaign()
	s.tasks.show(len(tasks), func(t *taskRow, i int) {
		said := tasks[i].Sentence(campaign)
		t.show(s, tasks[i].Severity, s.window.Say(said.ID, said.Args)+s.where(&tasks[i]), s.routeOf(tasks[i]))
	})
	widgets.SetHidden(s.nothing, len(tasks) > 0)
}

// mostClasses is how many classes are named behind a task.
const mostClasses = 4

// where names the classes that a task is about, and the only one whom it is about.
func (s *Screen) where(t *season.Task) string {
	if len(t.Classes) == 0 {
		return ""
	}
	var words []string
	if t.Who != "" {
		words = append(words, t.Who)
	}
	for _, class := range t.Classes[:min(len(t.Classes), mostClasses)] {
		words = append(words, s.window.ClassWords(class))
	}
	if len(t.Classes) > mostClasses {
		words = append(words, "…")
	}
	return " (" + strings.Join(words, ", ") + ")"
}

// routes are where tasks are done, and what is chosen there.
var routes = map[string]frame.Route{
	"import":       {Screen: frame.Roster},
	"images":       {Screen: frame.Photo},
	"images_look":  {Screen: frame.Photo},
	"images_own":   {Screen: frame.Photo},
	"refused":      {Screen: frame.Payment, State: "refused"},
	"receipts":     {Screen: frame.Payment, State: "doubted"},
	"unpaid":       {Screen: frame.Payment, State: "unpaid"},
	"site_changed": {Screen: frame.Graduates, Site: string(data.SiteChanged)},
	"site":         {Screen: frame.Graduates, Site: string(data.SiteMissing)},
	"card_changed": {Screen: frame.Printing, Paper: printing.Card},
	"print_card":   {Screen: frame.Printing, Paper: printing.Card},
	"sign_card":    {Screen: frame.Printing, Paper: printing.Card},
	"draft":        {Screen: frame.Graduates, State: string(data.StatusDraft)},
	"finish":       {Screen: frame.Graduates, State: string(data.StatusDraft)},
	"number":       {Screen: frame.Graduates, State: string(data.StatusComplete)},
	"no_access":    {Screen: frame.Access},
	"export":       {Screen: frame.Exchange},
	"calendar":     {Screen: frame.SettingsPage, Unnamed: true},
}

// routeOf leads to where a task is done; what is printed is printed for those whom it is about.
func (s *Screen) routeOf(t season.Task) frame.Route {
	r, has := routes[t.Code]
	switch {
	case t.Code == "field":
		r = frame.Route{Screen: frame.Graduates, State: frame.LacksField + t.Field}
	case !has && data.KnownNext(t.Code):
		return s.window.NextPeople(data.Next(t.Code))
	case !has:
		said := t.Sentence(s.window.Registrar().Campaign())
		return frame.Gathered(s.window.Say(said.ID, said.Args), t.Graduates)
	}
	if r.Screen == frame.Printing {
		r.Only = slices.Clone(t.Graduates)
	}
	r.Chooses = true
	return r
}
