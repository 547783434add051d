package ui

import (
	"fyne.io/fyne/v2"

	"graduand/data/registrar"
)

// New makes the window of the program with all its rooms; [Window.Start] shows something
// in it.
func New(app fyne.App, o Options) *Window {
	c := &rooms{}
	return newWindow(app, o, House{
		Places: c.places(), Listed: listed, First: first, Menu: c.menu,
		Welcome: showWelcome, Notice: showNoticeBefore, SignIn: showSignIn, FirstPassword: askFirstPassword,
		Filled: tellFilled, Closing: closePreview,
	})
}

// Begin is [Window.Start] for a command line: the registry asked for, or the
// demonstration school of a campaign, made if it is not there yet.
func Begin(w *Window, path, demo string) {
	w.Start(path)
	if path == "" && demo != "" {
		OpenDemo(w, demo)
	}
}

// rooms are the screens on which commands of the menu work, as they were built last.
type rooms struct {
	graduates *graduatesScreen
	form      *formScreen
}

// places are all places of the program, in the order in which closing asks about them.
func (c *rooms) places() []Place {
	return []Place{
		{Name: screenGraduates, Page: c.newGraduates},
		{Name: screenForm, Under: screenGraduates, Page: c.newForm},
		{Name: screenOwn, Page: pageOf(newOwnScreen)},
		{Name: screenImport, Page: pageOf(newImportScreen)},
		{Name: screenSettings, Page: pageOf(newSettingsScreen)},
		{Name: screenAccesses, Page: pageOf(newAccessesScreen)},
		{Name: screenPayments, Page: pageOf(newPaymentsScreen)},
		{Name: screenAccounts, Page: pageOf(newAccountsScreen)},
		{Name: screenCopies, Page: pageOf(newCopiesScreen)},
		{Name: screenPrint, Page: pageOf(newPrintScreen)},
		{Name: screenHistory, Page: pageOf(newHistoryScreen)},
		{Name: screenHelp, Page: pageOf(newHelpScreen)},
		{Name: screenReceipts, Dialog: func(w *Window, r Route) { showPayments(w, r.Graduate) }},
		{Name: screenErasing, Dialog: func(w *Window, r Route) { askErase(w, r.Only) }},
		{Name: screenRestoring, Dialog: func(w *Window, r Route) { askRestore(w, r.File) }},
		{Name: screenTable, Dialog: func(w *Window, r Route) { takeTable(w, r.File) }},
	}
}

// pageOf makes a page whose screen nobody else works on.
func pageOf[S screen](make func(*Window) S) func(*Window) screen {
	return func(w *Window) screen { return make(w) }
}

func (c *rooms) newGraduates(w *Window) screen {
	c.graduates = newGraduatesScreen(w)
	return c.graduates
}

func (c *rooms) newForm(w *Window) screen {
	c.form = newFormScreen(w)
	return c.form
}

// first is the page where the work begins.
func first(w *Window) string {
	if w.isGraduate() {
		return screenOwn
	}
	return screenGraduates
}

// listed are the pages that the one who signed in may use: those of the work, and those
// about the registry itself.
func listed(w *Window) (work, house []string) {
	campaign := w.registrar.Campaign()
	add := func(list []string, may bool, name string) []string {
		if may {
			list = append(list, name)
		}
		return list
	}
	work = add([]string{screenGraduates}, w.May(registrar.RightRegister), screenImport)
	work = add(work, campaign.Has(registrar.CapabilityAccesses) && w.May(registrar.RightAccess), screenAccesses)
	work = add(work, campaign.Has(registrar.CapabilityPayments), screenPayments)
	house = add([]string{screenAccounts}, w.May(registrar.RightBackup), screenCopies)
	return append(work, screenPrint, screenHistory), append(house, screenSettings, screenHelp)
}
