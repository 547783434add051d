package frame

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"graduand/ui/widgets"
)

// Listed are the names of the pages that the navigation lists for the one who signed in:
// those of the work, or those about the registry itself.
func (w *Window) Listed(about bool) (names []string) {
	for _, p := range pages {
		if p.under == "" && p.about == about && w.HasPage(p.name) {
			names = append(names, p.name)
		}
	}
	return names
}

// HasPage says that the campaign has a page, and that the one who signed in may be there.
func (w *Window) HasPage(name string) bool {
	c := w.registrar.Campaign()
	return w.MayBeAt(name) && slices.ContainsFunc(pages, func(p page) bool {
		return p.name == name && (p.capability == "" || c.Has(p.capability)) && (p.when == nil || p.when(c))
	})
}

// MayBeAt says that the one who signed in has the right that a page needs, if any.
func (w *Window) MayBeAt(name string) bool {
	at := slices.IndexFunc(pages, func(p page) bool { return p.name == name })
	return at < 0 || pages[at].right == "" || w.May(pages[at].right)
}

// first is the page where the work begins.
func (w *Window) first() string {
	if w.IsGraduate() {
		return Own
	}
	return Graduates
}

// Marked is the page that the navigation marks now.
func (w *Window) Marked() string { return markOf(w.current) }

// Place is what a route leads to: a page of the window, built at its first visit, or a
// dialog over the page in front.
type Place struct {
	// Name is what routes call it.
	Name string
	// Outside says that it needs no open registry.
	Outside bool
	// Page makes the page, Dialog shows the dialog; one of the two is there.
	Page   func(*Window) Screen
	Dialog func(*Window, Route)
}

// Arriver is a screen that takes what a route brings, before it is shown.
type Arriver interface{ Arrive(Route) }

// Whose tells of whom the page in front is, and which parts of it; no parts where it is of
// nobody alone.
func (w *Window) Whose() (graduate string, parts []fyne.CanvasObject) {
	if p, is := w.screens[w.current].(Personal); is && w.open() {
		return p.Whose()
	}
	return "", nil
}

// Go goes to a place: the only way to a screen. Behind a lock nobody is led anywhere; who may
// not be at a page is told why, and stays where the window is.
func (w *Window) Go(r Route) {
	place := w.place(r.Screen)
	switch {
	case place == nil:
		w.Fail(fmt.Errorf("go to %q: no such place", r.Screen))
	case !w.open() && !place.Outside:
	case place.Dialog != nil:
		place.Dialog(w, r)
	case !w.MayBeAt(place.Name):
		w.Done(w.WhyLooking(), nil)
		if len(w.content.Objects) == 0 {
			w.Go(Route{Screen: w.first()})
		}
	default:
		w.goToPage(place, r)
	}
}

// leaveFields takes the keyboard off a page that goes, where Enter would press what nobody
// sees, and off the list of pages: who goes to a page is to have it there.
func (w *Window) leaveFields(to string) {
	_, listed := w.Canvas().Focused().(*widgets.NavItem)
	if (listed || to != w.current) && len(w.boxes) == 0 {
		w.Canvas().Unfocus()
	}
}

// enterPage gives the keyboard to a page that has not taken it itself: to its table, whose
// current row looks as if it had it, else to the first that takes keys.
func (w *Window) enterPage() {
	page := w.pages[w.pageInFront()]
	if page == nil || len(w.boxes) > 0 || w.Canvas().Focused() != nil {
		return
	}
	if table := tableIn(page); table != nil && table.Cursor() != "" {
		w.Canvas().Focus(table.Focusable())
	} else if first := firstIn(page); first != nil {
		w.Canvas().Focus(first)
	}
}

func (w *Window) place(name string) *Place {
	for i := range w.house.Places {
		if w.house.Places[i].Name == name {
			return &w.house.Places[i]
		}
	}
	return nil
}

// goToPage brings a page to the front.
func (w *Window) goToPage(p *Place, r Route) {
	w.CloseLists()
	w.leaveFields(p.Name)
	sc := w.screen(p)
	w.touched()
	w.current = p.Name
	if p.Name != Help {
		w.asker = nil
	}
	w.content.Objects = []fyne.CanvasObject{w.pages[p.Name]}
	w.content.Refresh()
	w.room.ScrollToOffset(fyne.Position{})
	w.navigation.mark(p.Name)
	if a, takes := sc.(Arriver); takes {
		a.Arrive(r)
	}
	sc.Shown()
	w.enterPage()
}

// screen is the page of a place. It is built at its first visit and gets back what it
// kept: there is no other way to a page that somebody has typed in.
func (w *Window) screen(p *Place) Screen {
	if sc, built := w.screens[p.Name]; built {
		return sc
	}
	sc := p.Page(w)
	w.screens[p.Name], w.pages[p.Name] = sc, sc.Build()
	if k, keeps := sc.(Keeper); keeps && w.kept[p.Name] != nil {
		k.GiveBack(w.kept[p.Name])
		delete(w.kept, p.Name)
	}
	return sc
}

// Current is the name of the page in front.
func (w *Window) Current() string { return w.current }

// pageInFront is the name of the page in front.
func (w *Window) pageInFront() string {
	if w.alone != nil || w.registrar == nil {
		return ""
	}
	return w.current
}

// InFront says that a page is what the window shows.
func (w *Window) InFront(name string) bool { return w.current == name }

// Front is the page that the window shows, as it is built by now, nil where something stands in its
// place.
func (w *Window) Front() Screen {
	if w.covered {
		return nil
	}
	return w.screens[w.pageInFront()]
}

// Shows says that the window shows this very page, and none of its name that was built since.
func (w *Window) Shows(s Screen) bool { return w.Front() == s }

// Ticked are the graduates who are ticked in a list of the window.
func (w *Window) Ticked() []string {
	for _, sc := range w.screens {
		if t, lists := sc.(Ticker); lists {
			return t.Ticked()
		}
	}
	return nil
}

// held are the pages that hold something that is in no registry, those too that were
// not shown since the window was built anew.
func (w *Window) held() (names []string) {
	for _, p := range pages {
		if w.screens[p.name] == nil && w.kept[p.name] == nil {
			continue
		}
		if h, holds := w.screen(w.place(p.name)).(Holder); holds && h.Unsaved() {
			names = append(names, p.name)
		}
	}
	return names
}
