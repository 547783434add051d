// Package ui puts the window together: which rooms there are, and the menu. It reaches the
// registry through data/registrar only, says every sentence through data/text, and builds
// and tests without cgo: only cmd/graduand imports Fyne's app.
//
// # The rooms
//
//   - ui/frame is the window itself and knows no screen; its comment is the manner of a
//     screen. ui/widgets are our own widgets, layouts and labels.
//   - ui/door is what is seen before anybody is in: the ways to a registry, a new school,
//     the sign-in, the paper key, a registry out of a backup.
//   - ui/pick asks for files.
//   - ui/overview tells how far the school is; ui/graduates is the list, with ui/table for what is done to many at once;
//     ui/form is the form of one of them, ui/field its inputs.
//   - ui/roster takes class lists in; ui/centrelist compares the centre's own list of cards;
//     ui/access, ui/payment, ui/photo, ui/intake and ui/printing are the work that each of them
//     names; ui/answer is what the centre answers, the next attempt and the envelopes.
//   - ui/post is what goes into which envelope, what is sent, and where it is; ui/exchange are the
//     messages to the centre and what it answers.
//   - ui/history tells who changed what; ui/account is who may sign in, ui/season the
//     copies and the end of the work, ui/settings and ui/help the rest.
//
// A room knows the frame and no other room: a [frame.Route] leads from one to the next.
// A new screen is a package with New, a name in the frame's table of pages, and a line in
// the places of this package.
package ui

import (
	"fyne.io/fyne/v2"

	"graduand/ui/access"
	"graduand/ui/account"
	"graduand/ui/answer"
	"graduand/ui/centrelist"
	"graduand/ui/door"
	"graduand/ui/exchange"
	"graduand/ui/form"
	"graduand/ui/frame"
	"graduand/ui/graduates"
	"graduand/ui/help"
	"graduand/ui/history"
	"graduand/ui/intake"
	"graduand/ui/overview"
	"graduand/ui/payment"
	"graduand/ui/photo"
	"graduand/ui/pick"
	"graduand/ui/post"
	"graduand/ui/printing"
	"graduand/ui/roster"
	"graduand/ui/season"
	"graduand/ui/settings"
	"graduand/ui/table"
)

// New makes the window of the program with all its rooms; [Window.Start] shows something
// in it.
func New(app fyne.App, o frame.Options) *frame.Window {
	w := frame.New(app, o, house())
	w.Fyne().SetOnDropped(w.Drop)
	return w
}

// house puts the rooms together.
func house() frame.House {
	c, daily := &commanded{}, &season.Daily{}
	return frame.House{
		Places: c.places(), Menu: c.menu, Picker: pick.New,
		Welcome: door.ShowWelcome, Notice: door.ShowNotice, SignIn: door.ShowSignIn, Missing: door.AskMissing, FirstPassword: account.AskFirstPassword,
		Scanned: new(graduates.Scans).Scanned, Filled: history.TellFilled, News: settings.TellNews,
		Entered: func(w *frame.Window) {
			daily.Entered(w)
			w.ShowGiven()
		}, Settled: (*frame.Window).TourOnce, Changed: daily.Changed, Leaving: daily.Leaving, Closing: printing.ClosePreview, Above: season.Above,
	}
}

// Begin is [Window.Start] for a command line: the registry asked for, or the
// demonstration school of a campaign, made if it is not there yet. What is no registry is kept for the one
// that it is for.
func Begin(w *frame.Window, path, demo string) {
	if frame.IsOther(path) {
		w.Start("")
		w.Given(path)
		return
	}
	w.Start(path)
	if path == "" && demo != "" {
		door.OpenDemo(w, demo)
	}
}

// commanded are the screens on which commands of the menu work, as they were built last.
type commanded struct {
	graduates *graduates.Screen
	form      *form.Screen
	photo     *photo.Screen
	printing  *printing.Screen
}

// places are all places of the program.
func (c *commanded) places() []frame.Place {
	return []frame.Place{
		{Name: frame.Overview, Page: pageOf(overview.New)},
		{Name: frame.Graduates, Page: c.newGraduates},
		{Name: frame.Form, Page: c.newForm},
		{Name: frame.Own, Page: pageOf(form.NewOwn)},
		{Name: frame.Roster, Page: pageOf(roster.New)},
		{Name: frame.CentreList, Page: pageOf(centrelist.New)},
		{Name: frame.SettingsPage, Page: pageOf(settings.New)},
		{Name: frame.Access, Page: pageOf(access.New)},
		{Name: frame.Payment, Page: pageOf(payment.New)},
		{Name: frame.Answer, Page: pageOf(answer.New)},
		{Name: frame.Exchange, Page: pageOf(exchange.New)},
		{Name: frame.Photo, Page: c.newPhoto},
		{Name: frame.Intake, Page: pageOf(intake.New)},
		{Name: frame.Post, Page: pageOf(post.New)},
		{Name: frame.PhotoFolder, Page: pageOf(photo.NewFolder)},
		{Name: frame.Account, Page: pageOf(account.New)},
		{Name: frame.Season, Page: pageOf(season.New)},
		{Name: frame.Printing, Page: c.newPrinting},
		{Name: frame.History, Page: pageOf(history.New)},
		{Name: frame.Help, Page: pageOf(help.New)},
		{Name: frame.Receipts, Dialog: func(w *frame.Window, r frame.Route) { payment.ShowReceipts(w, r.Graduate) }},
		{Name: frame.Erasing, Dialog: func(w *frame.Window, r frame.Route) { season.AskErase(w, r.Only) }},
		{Name: frame.Restoring, Outside: true, Dialog: func(w *frame.Window, r frame.Route) { door.AskRestore(w, r.File) }},
		{Name: frame.Table, Dialog: func(w *frame.Window, r frame.Route) { table.Take(w, r.File) }},
		{Name: frame.HelpOver, Outside: true, Dialog: help.ShowOver},
		{Name: frame.Guide, Outside: true, Dialog: func(w *frame.Window, r frame.Route) { help.OpenGuide(w, r.Campaign) }},
		{Name: frame.Licences, Outside: true, Dialog: func(w *frame.Window, _ frame.Route) { help.ShowLicences(w) }},
	}
}

// pageOf makes a page whose screen nobody else works on.
func pageOf[S frame.Screen](make func(*frame.Window) S) func(*frame.Window) frame.Screen {
	return func(w *frame.Window) frame.Screen { return make(w) }
}

func (c *commanded) newGraduates(w *frame.Window) frame.Screen {
	c.graduates = graduates.New(w)
	return c.graduates
}

func (c *commanded) newPhoto(w *frame.Window) frame.Screen {
	c.photo = photo.New(w)
	return c.photo
}

func (c *commanded) newPrinting(w *frame.Window) frame.Screen {
	c.printing = printing.New(w)
	return c.printing
}

func (c *commanded) newForm(w *frame.Window) frame.Screen {
	c.form = form.New(w)
	return c.form
}
