package frametest

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// House makes a house of these places. All others are bare: they show nothing and keep
// the route that has led there, see [Came].
func House(places ...frame.Place) func() frame.House {
	return func() frame.House {
		all := slices.Clone(places)
		for _, name := range []string{frame.Overview, frame.Graduates, frame.Form, frame.Roster, frame.Printing, frame.History, frame.SettingsPage, frame.Help,
			frame.Access, frame.Payment, frame.Post, frame.Answer, frame.Exchange, frame.Photo, frame.PhotoFolder, frame.CentreList, frame.Account, frame.Season, frame.Own, frame.Receipts, frame.Erasing, frame.Restoring, frame.Table, frame.Licences, frame.HelpOver} {
			if !slices.ContainsFunc(all, func(p frame.Place) bool { return p.Name == name }) {
				all = append(all, barePlace(name))
			}
		}
		return frame.House{
			Places:  all,
			Menu:    func(*frame.Window) *fyne.MainMenu { return fyne.NewMainMenu() },
			Missing: func(*frame.Window, string, error) bool { return false },
			Welcome: func(w *frame.Window) {
				w.ShowAlone(nil, "", fyne.NewMainMenu(), container.NewStack())
			},
			Notice: func(w *frame.Window, path string) { w.Open(path) },
			SignIn: func(w *frame.Window, e registrar.Entrance) {
				w.CloseRegistry()
				w.ShowAlone(e, "", fyne.NewMainMenu(), container.NewStack())
			},
			FirstPassword: func(*frame.Window) {},
			Filled:        func(*frame.Window, []registrar.Filled) {},
			Above:         func(*frame.Window) fyne.CanvasObject { return nil },
			News:          func(*frame.Window, frame.News) {},
			Entered:       func(*frame.Window) {},
			Settled:       func(*frame.Window) {},
			Changed:       func(*frame.Window, registrar.Signal) {},
			Leaving:       func(_ *frame.Window, leave func()) { leave() },
			Scanned:       func(_ *frame.Window, number string) { Scanned = append(Scanned, number) },
			Closing:       func() error { return nil },
		}
	}
}

// Wanted is a place that is bare but where a test wants it. The list of graduates lies
// behind every screen, and to show it costs more than most that is tested in front of it.
type Wanted struct {
	place frame.Place
	is    bool
}

// WhereWanted is such a place of a page.
func WhereWanted(place frame.Place) *Wanted { return &Wanted{place: place} }

// Place is the place to hand in.
func (p *Wanted) Place() frame.Place {
	return frame.Place{Name: p.place.Name, Page: func(w *frame.Window) frame.Screen {
		if p.is {
			return p.place.Page(w)
		}
		return bare{}
	}}
}

// In has the windows that a test makes from now on show the page.
func (p *Wanted) In(t testing.TB) {
	p.is = true
	t.Cleanup(func() { p.is = false })
}

// bare is a page without anything on it.
type bare struct{}

func (bare) Build() fyne.CanvasObject { return container.NewStack() }
func (bare) Shown()                   {}
func (bare) Changed(registrar.Signal) {}
func (b bare) Arrive(r frame.Route)   { Came = r }

// Scanned are the numbers that scanners have read and no screen has taken, the last one last.
var Scanned []string

// Came is the last route that has led to a place which was not handed in.
var Came frame.Route

func barePlace(name string) frame.Place {
	if slices.Contains([]string{frame.Receipts, frame.Erasing, frame.Restoring, frame.Table, frame.Licences, frame.HelpOver}, name) {
		return frame.Place{Name: name, Outside: name == frame.Restoring || name == frame.HelpOver, Dialog: func(_ *frame.Window, r frame.Route) { Came = r }}
	}
	return frame.Place{Name: name, Page: func(*frame.Window) frame.Screen { return bare{} }}
}

// Pages remembers the screen that each window has built last of one place.
type Pages[S frame.Screen] struct {
	name  string
	make  func(*frame.Window) S
	built map[*frame.Window]S
}

// forgetting has every [Pages] forget a window: all that it shows would stay in memory, and be
// looked through whenever that is cleared.
var forgetting []func(*frame.Window)

// Page is a place with a screen that tests look into.
func Page[S frame.Screen](name string, make func(*frame.Window) S) *Pages[S] {
	p := &Pages[S]{name, make, map[*frame.Window]S{}}
	forgetting = append(forgetting, func(w *frame.Window) { delete(p.built, w) })
	return p
}

// Place is the place to hand in.
func (p *Pages[S]) Place() frame.Place {
	return frame.Place{Name: p.name, Page: func(w *frame.Window) frame.Screen {
		p.built[w] = p.make(w)
		return p.built[w]
	}}
}

// Of is the screen of a window.
func (p *Pages[S]) Of(w *frame.Window) S { return p.built[w] }
