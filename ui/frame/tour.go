package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/ui/widgets"
)

// tourStep is a place of the window that the tour points at, and tells of by "tour." and its id.
type tourStep struct {
	id string
	at func(w *Window) fyne.CanvasObject
	// when says for whom the place is there, nil for everybody.
	when func(w *Window) bool
}

// tourSteps go from the left to the right and down, as the work does.
var tourSteps = []tourStep{
	{"screens", func(w *Window) fyne.CanvasObject { return w.navigation.scroll }, nil},
	{"next", navItem(Overview), nil},
	{"search", searchInFront, nil},
	{"lists", navItem(Post), hasPage(Post)},
	{"access", navItem(Access), hasPage(Access)},
	{"menu", func(w *Window) fyne.CanvasObject { return w.top }, nil},
	{"saved", func(w *Window) fyne.CanvasObject { return w.line.row }, nil},
}

func navItem(page string) func(*Window) fyne.CanvasObject {
	return func(w *Window) fyne.CanvasObject {
		item := w.navigation.items[page]
		widgets.Follow(w.navigation.scroll, item)
		return item
	}
}

func hasPage(page string) func(*Window) bool {
	return func(w *Window) bool { return w.HasPage(page) }
}

// searchInFront is the search of the page in front.
func searchInFront(w *Window) fyne.CanvasObject {
	for entry := range typedIn(w.pages[w.pageInFront()]) {
		if entry.Search {
			return entry
		}
	}
	return nil
}

// tour shows the window to who sees it for the first time, one place after the other. It can be left at
// any step.
type tour struct {
	window *Window
	steps  []tourStep
	at     int
}

// OnTour begins the tour, on the page where the work begins.
func (w *Window) OnTour() {
	t := &tour{window: w}
	for _, step := range tourSteps {
		if step.when == nil || step.when(w) {
			t.steps = append(t.steps, step)
		}
	}
	if !w.InFront(w.first()) {
		w.Go(Route{Screen: w.first()})
	}
	t.show()
}

// TourOnce begins the tour for an operator who was never shown it on this PC, unless there is something
// to read first: then at the next sign-in.
func (w *Window) TourOnce() {
	if w.Settings.Toured || w.IsGraduate() || len(w.boxes) > 0 {
		return
	}
	w.Settings.Toured = true
	w.SaveSettings()
	w.OnTour()
}

// show points at a place and tells of it.
func (t *tour) show() {
	w := t.window
	forth := Choice{Label: w.Say("tour.forth", nil), Chosen: func() { t.turn(1) }}
	if t.at == len(t.steps)-1 {
		forth = Choice{Label: w.Say("tour.done", nil)}
	}
	choices := []Choice{forth}
	if t.at > 0 {
		choices = append(choices, Choice{Label: w.Say("tour.back", nil), Chosen: func() { t.turn(-1) }})
	}
	if t.at < len(t.steps)-1 {
		choices = append(choices, Choice{Label: w.Say("tour.skip", nil)})
	}
	args := map[string]any{"step": t.at + 1, "steps": len(t.steps), "overview": w.Say("screen."+Overview, nil), "season": w.SayIf(w.HasPage(Season), "screen."+Season),
		"post": w.Say("screen."+Post, nil), "access": w.Say("screen."+Access, nil), "help": w.Say("menu.help", nil)}
	said := container.NewVBox(widgets.Wrapped(w.Say("tour."+t.steps[t.at].id, args)))
	box := w.Ask(w.Say("tour.title", args), said, w.tourWidth(), choices...)
	if t.at == len(t.steps)-1 {
		// Esc ends it here too, and leads nowhere back.
		box.escape = box.Primary()
	}
	w.pointAt(t.steps[t.at].at(w))
	box.gone = func() { w.pointAt(nil) }
}

// tourWidth leaves the list of pages in sight on a small screen too, with letters of any size: the box
// stands in the middle.
func (w *Window) tourWidth() float32 {
	beside := w.Canvas().Size().Width - 2*(w.navigation.scroll.Size().Width+3*theme.Padding())
	return min(widestTour, beside/w.Scale())
}

// widestTour is how wide the box is where there is room, at the usual size of letters.
const widestTour = 400

// turn goes forth or back by steps.
func (t *tour) turn(by int) {
	t.at += by
	t.show()
}

// Pointed is where in the window the tour points and how large that is, nothing where it does not.
func (w *Window) Pointed() (at fyne.Position, size fyne.Size) {
	if line := w.pointer.line; line.Visible() {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(line), line.Size()
	}
	return at, size
}

// pointAt lays the frame around a place, nil for none.
func (w *Window) pointAt(o fyne.CanvasObject) {
	p := w.pointer
	p.at = o
	p.line.StrokeColor = theme.Color(theme.ColorNamePrimary)
	widgets.SetHidden(p.line, o == nil)
	p.Layout(nil, fyne.Size{})
	p.line.Refresh()
}
