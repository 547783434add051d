package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
)

// rooms makes a house of these places. All others are bare: they show nothing and keep
// the route that has led there, see [cameTo].
func rooms(places ...Place) func() House {
	return func() House {
		all := slices.Clone(places)
		for _, name := range []string{screenGraduates, screenForm, screenImport, screenPrint, screenHistory, screenSettings, screenHelp,
			screenAccesses, screenPayments, screenAccounts, screenCopies, screenOwn, screenReceipts, screenErasing, screenRestoring, screenTable} {
			if !slices.ContainsFunc(all, func(p Place) bool { return p.Name == name }) {
				all = append(all, barePlace(name))
			}
		}
		return House{
			Places: all,
			Menu:   func(*Window) *fyne.MainMenu { return fyne.NewMainMenu() },
			Welcome: func(w *Window) {
				w.ShowAlone(nil, "", fyne.NewMainMenu(), container.NewStack())
			},
			Notice:        func(w *Window, path string) { w.open(path) },
			SignIn:        func(w *Window, e registrar.Entrance) { w.ShowAlone(e, "", fyne.NewMainMenu(), container.NewStack()) },
			FirstPassword: func(*Window) {},
			Filled:        func(*Window, []registrar.Filled) {},
			Closing:       func() error { return nil },
		}
	}
}

// bare is a page without anything on it.
type bare struct{}

func (bare) Build() fyne.CanvasObject { return container.NewStack() }
func (bare) Shown()                   {}
func (bare) Changed(registrar.Signal) {}
func (b bare) Arrive(r Route)         { cameTo = r }

// cameTo is the last route that has led to a place which was not handed in.
var cameTo Route

func barePlace(name string) Place {
	if slices.Contains([]string{screenReceipts, screenErasing, screenRestoring, screenTable}, name) {
		return Place{Name: name, Dialog: func(_ *Window, r Route) { cameTo = r }}
	}
	return Place{Name: name, Page: func(*Window) screen { return bare{} }}
}

// shownIn remembers the screen that each window has built last of one place.
type shownIn[S screen] struct {
	name  string
	make  func(*Window) S
	built map[*Window]S
}

// pageOfTest is a place with a screen that tests look into.
func pageOfTest[S screen](name string, make func(*Window) S) *shownIn[S] {
	return &shownIn[S]{name, make, map[*Window]S{}}
}

// place is the place to hand in.
func (p *shownIn[S]) place() Place {
	return Place{Name: p.name, Page: func(w *Window) screen {
		p.built[w] = p.make(w)
		return p.built[w]
	}}
}

// of is the screen of a window.
func (p *shownIn[S]) of(w *Window) S { return p.built[w] }
