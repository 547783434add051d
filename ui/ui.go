package ui

import (
	"fyne.io/fyne/v2"
)

// New makes the window of the program with all its rooms; [Window.Start] shows something
// in it.
func New(app fyne.App, o Options) *Window { return newWindow(app, o, house()) }

// house puts the rooms together.
func house() House {
	c := &commanded{}
	return House{
		Places: c.places(), Menu: c.menu,
		Welcome: showWelcome, Notice: showNoticeBefore, SignIn: showSignIn, FirstPassword: askFirstPassword,
		Filled: tellFilled, Closing: closePreview,
	}
}

// Begin is [Window.Start] for a command line: the registry asked for, or the
// demonstration school of a campaign, made if it is not there yet.
func Begin(w *Window, path, demo string) {
	w.Start(path)
	if path == "" && demo != "" {
		OpenDemo(w, demo)
	}
}

// commanded are the screens on which commands of the menu work, as they were built last.
type commanded struct {
	graduates *graduatesScreen
	form      *formScreen
}

// places are all places of the program.
func (c *commanded) places() []Place {
	return []Place{
		{Name: screenGraduates, Page: c.newGraduates},
		{Name: screenForm, Page: c.newForm},
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

func (c *commanded) newGraduates(w *Window) screen {
	c.graduates = newGraduatesScreen(w)
	return c.graduates
}

func (c *commanded) newForm(w *Window) screen {
	c.form = newFormScreen(w)
	return c.form
}
