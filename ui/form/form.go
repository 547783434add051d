// Package form is the form of one graduate in the steps of the campaign, with the review
// after them and the panel of the centre's site beside them; and the own form of a graduate
// who has signed in.
package form

import (
	"maps"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: what does this graduate's registration still need? It shows one
// form in the campaign's steps, and after them the review. Whatever is typed saves itself.
type Screen struct {
	window *frame.Window
	// own says that it is the form of the graduate who signed in.
	own bool

	id   string
	form form.Form
	// status is how far the whole registration is, not the form alone; step is what is next about it.
	status data.Status
	step   data.Next
	// at is the step shown; one past the last is the review. It is -1 until the form was
	// read for the first time.
	at int
	// turned is when that step came.
	turned time.Time
	sheet  *formSheet
	// held are the sheets of other graduates with something that was refused: it waits.
	held map[string]*formSheet
	// opened are the steps of this form that somebody has seen.
	opened map[string]bool
	// order are the graduates as the list shows them, for previous and next.
	order []string
	// field is where to go as soon as the form is read, "" for the beginning of the step.
	field string
	// files are what to put in as soon as the form is read, nil for nothing.
	files []string

	reading, looking, moving, doing frame.Turn
	// looked is whose pictures were looked at since the screen was made.
	looked string

	title, name, about *widgets.Shortened
	previous, next     *widgets.Button
	// todo is what is to be done next, which a graduate's own form leaves to the school; it stands in the
	// head.
	todo   *frame.NextLine
	head   *fyne.Container
	steps  *stepList
	page   *stepPage
	review *reviewPage
	pages  *fyne.Container
	// middle are the pages with the line under them that leads on.
	middle      *fyne.Container
	blocked     *widget.Label
	back, forth *widgets.Button
	print       *widgets.Button
	foot        *fyne.Container
	site        *sitePanel
}

// New makes the form of nobody; a route brings the graduate.
func New(w *frame.Window) *Screen {
	s := &Screen{window: w, at: -1, held: map[string]*formSheet{}, opened: map[string]bool{}}
	s.sheet = newFormSheet(s, "")
	s.title, s.name = widgets.NewShortenedBold("", theme.SizeNameHeadingText), widgets.NewShortenedBold("", "")
	s.about = widgets.NewShortened("", theme.SizeNameCaptionText)
	s.previous = widgets.NewIcon(w.Say("menu.form_previous", nil), theme.NavigateBackIcon(), func() { s.OnNeighbour(-1) })
	s.next = widgets.NewIcon(w.Say("menu.form_next", nil), theme.NavigateNextIcon(), func() { s.OnNeighbour(1) })
	s.back = widgets.NewButton(w.Say("form_screen.back", nil), nil, s.onBack)
	s.forth = widgets.NewButton("", nil, s.onForth)
	s.forth.Importance = widget.HighImportance
	s.print = widgets.NewButton(w.Say("form_screen.print", nil), theme.DocumentPrintIcon(), s.OnPrint)
	s.blocked = widgets.Wrapped("")
	s.blocked.Importance = widget.DangerImportance
	s.todo = frame.NewNextLine(w, s.onTodo)
	s.todo.Said.Wrapping, s.todo.Said.Alignment = fyne.TextWrapOff, fyne.TextAlignTrailing
	s.steps, s.page, s.review = newStepList(s), newStepPage(s), newReviewPage(s)
	return s
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	w := s.window
	s.print.Hide()
	s.blocked.Hide()
	s.pages = container.NewStack()
	right := container.NewHBox(s.print, s.forth)
	// The way forwards comes first after the fields, whatever stands further left.
	s.foot = container.New(layout.NewBorderLayout(nil, nil, s.back, right), right, s.back)
	foot := container.New(&widgets.Stacked{}, s.blocked, s.foot)
	s.middle = container.New(&widgets.Footed{}, s.pages, foot)
	middle := widgets.Panel(s.middle)
	head := s.buildHead()
	steps := container.New(&widgets.FixedWidth{Width: 206 * w.Scale()}, widgets.Panel(s.steps.build()))
	if s.own {
		return container.NewPadded(container.New(layout.NewBorderLayout(head, nil, steps, nil), head, steps, middle))
	}
	s.site = newSitePanel(w)
	site := s.site.build()
	s.site.onShown = func() { widgets.SetHidden(steps, s.site.narrow && !s.site.isFolded()) }
	body := container.New(layout.NewBorderLayout(head, nil, steps, site), head, steps, middle, site)
	return container.NewPadded(container.New(&widthWatch{told: s.onWidth}, body))
}

func (s *Screen) buildHead() fyne.CanvasObject {
	w := s.window
	s.title.SetText(w.Registrar().Campaign().Form.ReviewTitle)
	buttons := container.NewHBox()
	if !s.own {
		buttons.Add(s.previous)
		buttons.Add(s.next)
	}
	if w.Registrar().Campaign().Has(registrar.CapabilityPayments) {
		buttons.Add(widgets.NewButton(w.Say("form_screen.payments", nil), nil, s.onPayments))
	}
	leave := widgets.NewButton(w.Say("form_screen.exit", nil), theme.LogoutIcon(), s.onExit)
	if s.own {
		leave.SetText(w.Say("own.leave", nil))
	}
	buttons.Add(leave)
	words := container.New(layout.NewCustomPaddedVBoxLayout(-1.5*theme.InnerPadding()), s.title, s.name, s.about)
	s.head = container.NewBorder(nil, nil, nil, container.NewVBox(buttons, s.todo.Object), words)
	return s.head
}

// Arrive turns to a graduate, at the step at which the form was left (KG-060), or at a
// field.
func (s *Screen) Arrive(r frame.Route) {
	if r.Graduate == "" {
		return
	}
	s.order = r.Only
	s.turnTo(r.Graduate)
	s.field, s.files = r.Field, r.Files
}

// turnTo makes it the form of another graduate. What is being typed is saved before; what
// was refused waits for the return.
func (s *Screen) turnTo(id string) {
	if id == s.id {
		return
	}
	s.sheet.Keep()
	maps.DeleteFunc(s.held, func(_ string, f *formSheet) bool { return !f.Unsaved() })
	switch waiting := s.held[id]; {
	case s.sheet.Unsaved() || waiting != nil:
		s.held[s.id] = s.sheet
		s.sheet = waiting
		if waiting == nil {
			s.sheet = newFormSheet(s, id)
		}
		delete(s.held, id)
	default:
		s.sheet.turnTo(id)
	}
	s.id, s.at, s.form = id, -1, form.Form{}
	s.clear()
}

// clear takes away what is another's: until the registry has answered there is nobody's
// name, nobody's values and nothing to copy.
func (s *Screen) clear() {
	clear(s.opened)
	s.page.clear()
	s.review.scroll.ScrollToTop()
	s.tellBlocked("")
	if s.pages == nil {
		return
	}
	s.name.SetText("")
	s.about.SetText("")
	s.todo.Show("", "")
	s.pages.Objects = nil
	widgets.Arrange(s.pages)
	if s.site != nil {
		s.site.show("")
	}
}

// Shown reads the form anew, from its top; without a graduate it goes to the list.
func (s *Screen) Shown() {
	s.page.toTop()
	if s.id == "" {
		s.window.Go(frame.Route{Screen: frame.Graduates})
		return
	}
	s.read(true)
}

// Changed reads the form again while it is in front.
func (s *Screen) Changed(signal registrar.Signal) {
	if signal == registrar.GraduatesChanged && s.id != "" && s.inFront() {
		s.read(false)
	}
}

// Whose are the name, the step and what is beside it.
func (s *Screen) Whose() (id string, parts []fyne.CanvasObject) {
	parts = []fyne.CanvasObject{s.name, s.about, s.todo.Object, s.pages}
	if s.site != nil {
		parts = append(parts, s.site.whole)
	}
	return s.id, parts
}

// inFront says that this very form is what the window shows: an answer may come when another page,
// or the form in another language, stands there.
func (s *Screen) inFront() bool {
	if own, is := s.window.Front().(*Own); is {
		return own.Screen == s
	}
	front, is := s.window.Front().(*Screen)
	return is && front == s
}
