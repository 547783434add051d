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

// tasksOf are what there is to do, each with the button that leads to where it is done.
func (s *Screen) tasksOf(o *season.Overview) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, t := range o.Tasks {
		if route := routeOf(t); s.window.MayBeAt(route.Screen) {
			rows = append(rows, s.taskRow(t, route))
		}
	}
	if len(rows) == 0 {
		return []fyne.CanvasObject{widgets.Wrapped(s.say("nothing", nil))}
	}
	return rows
}

func (s *Screen) taskRow(t season.Task, route frame.Route) fyne.CanvasObject {
	w := s.window
	said := t.Sentence(w.Registrar().Campaign())
	words := widgets.Wrapped(w.Say(said.ID, said.Args) + s.where(t.Classes))
	icon, colour := theme.NavigateNextIcon(), theme.ColorNameForeground
	if t.Severity != data.SeverityConfirm {
		icon, colour = widgets.SeverityLook(t.Severity)
	}
	mark := container.New(layout.NewCustomPaddedLayout(theme.InnerPadding(), 0, 0, 0), widget.NewIcon(theme.NewColoredResource(icon, colour)))
	lead := widgets.NewButton(w.Say("screen."+route.Screen, nil), theme.NavigateNextIcon(), func() { w.Go(route) })
	lead.IconPlacement = widget.ButtonIconTrailingText
	return container.NewBorder(nil, nil, container.NewVBox(mark), container.NewVBox(lead), words)
}

// mostClasses is how many classes are named behind a task.
const mostClasses = 4

// where names the classes that a task is about.
func (s *Screen) where(classes []string) string {
	if len(classes) == 0 {
		return ""
	}
	var words []string
	for _, class := range classes[:min(len(classes), mostClasses)] {
		words = append(words, s.window.ClassWords(class))
	}
	if len(classes) > mostClasses {
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
	"list":         {Screen: frame.Printing, Paper: printing.List},
	"draft":        {Screen: frame.Graduates, State: string(data.StatusDraft)},
	"finish":       {Screen: frame.Graduates, State: string(data.StatusDraft)},
	"number":       {Screen: frame.Graduates, State: string(data.StatusComplete)},
	"no_access":    {Screen: frame.Access},
	"calendar":     {Screen: frame.SettingsPage, Unnamed: true},
}

// routeOf leads to where a task is done; what is printed is printed for those whom it is about.
func routeOf(t season.Task) frame.Route {
	r := routes[t.Code]
	if t.Code == "field" {
		r = frame.Route{Screen: frame.Graduates, State: frame.LacksField + t.Field}
	}
	if r.Screen == frame.Printing {
		r.Only = slices.Clone(t.Graduates)
	}
	r.Chooses = true
	return r
}
