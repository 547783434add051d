package frame

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// Names of the places that a route leads to. "screen."+name is the word of a page in the
// navigation.
const (
	Overview     = "overview"
	Graduates    = "graduates"
	Roster       = "roster"
	Printing     = "printing"
	History      = "history"
	SettingsPage = "settings"
	Help         = "help"
	Access       = "access"
	Payment      = "payment"
	Photo        = "photo"
	PhotoFolder  = "photo_folder"
	CentreList   = "centre_list"
	Account      = "account"
	Season       = "season"
	Own          = "own"
	Form         = "form"
	Intake       = "intake"
	Post         = "post"
	Answer       = "answer"
	Exchange     = "exchange"

	// Receipts, Erasing, Restoring, Table, Licences and OwnHelp are dialogs over the page in front:
	// the receipts of one graduate, the end of personal data, a registry out of a backup,
	// what a table from outside would change, the licences of the program's parts, and what a
	// graduate is told of the own form.
	Receipts  = "receipts"
	Erasing   = "erasing"
	Restoring = "restoring"
	Table     = "table"
	Licences  = "licences"
	OwnHelp   = "own_help"
)

// Route says where to go and what to have there. A place takes of it what it knows.
type Route struct {
	// Screen is the name of the place.
	Screen string
	// Graduate is the id of the one whom it is about, Field the code of a field of that form.
	Graduate, Field string
	// Unnamed asks for the first day of the calendar that nobody has named yet.
	Unnamed bool
	// Only are ids of graduates: those chosen, or those that come before and after. Shown says
	// that nobody chose them: a search or a filter of a list shows them alone.
	Only  []string
	Shown bool
	// Chooses says that what stands above a list is to be chosen: Class of the classes, State of the
	// states, Site of what stands at the centre's site; "" is all.
	Chooses            bool
	Class, State, Site string
	// Paper is the code of the document to print, "" for the one chosen last.
	Paper string
	// Again is the number of the entry of the history in which it was printed, to print it as it was
	// then; 0 to print it as it is now.
	Again int64
	// About is the name of the page about which the help is asked.
	About string
	// File is the path of a file to take, Files are those of files and folders taken at once.
	File  string
	Files []string
}

// page is what the navigation has to know of a page by its name.
type page struct {
	name string
	// under is the page that the navigation marks for this one, which is not in it itself.
	under string
	// right and capability are what the one who signed in and the campaign must have, where
	// it needs any.
	right      registrar.Right
	capability string
	// when says in which campaigns the page is, nil for all.
	when func(*registrar.CampaignFile) bool
	// about says that it is about the registry itself, not about the work.
	about bool
}

// pages are all pages, in the order of the navigation.
var pages = []page{
	{name: Overview},
	{name: Graduates},
	{name: Form, under: Graduates},
	{name: Own, under: Own},
	{name: Roster, right: registrar.RightRegister},
	{name: CentreList, under: Roster, right: registrar.RightRegister},
	{name: Access, right: registrar.RightAccess, capability: registrar.CapabilityAccesses},
	{name: Payment, capability: registrar.CapabilityPayments},
	{name: Photo},
	{name: PhotoFolder, under: Photo, right: registrar.RightRegister},
	{name: Intake, capability: registrar.CapabilityLists},
	{name: Post, capability: registrar.CapabilityLists},
	{name: Answer, when: answers},
	{name: Printing},
	{name: Exchange},
	{name: History},
	{name: Account, about: true},
	{name: Season, right: registrar.RightBackup, about: true},
	{name: SettingsPage, about: true},
	{name: Help, about: true},
}

// answers says that the centre of a campaign answers, or sends envelopes.
func answers(c *registrar.CampaignFile) bool {
	return len(c.RefusalReasons) > 0 || c.Has(registrar.CapabilityEnvelopes)
}

// Listed are the names of the pages that the navigation lists for the one who signed in:
// those of the work, or those about the registry itself.
func (w *Window) Listed(about bool) (names []string) {
	for _, p := range pages {
		if p.under == "" && p.about == about && w.MayBeAt(p.name) && (p.capability == "" || w.registrar.Campaign().Has(p.capability)) && (p.when == nil || p.when(w.registrar.Campaign())) {
			names = append(names, p.name)
		}
	}
	return names
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

// markOf is the page that the navigation marks for another.
func markOf(name string) string {
	for _, p := range pages {
		if p.name == name && p.under != "" {
			return p.under
		}
	}
	return name
}

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
