// Package door is what is seen by who has not signed in: the ways to a registry, the page of
// a new school, the sign-in, the paper key, and a registry out of a backup. Its forms of a
// person and of a school serve accounts and settings too.
package door

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// welcome answers: what do you begin with? It fills the window while no registry is
// open: the notice of confidentiality the first time, then the ways to a registry,
// and the page of a new school. It is built anew for another language and keeps
// what was typed.
type welcome struct {
	window    *frame.Window
	campaigns []*registrar.CampaignFile
	ways      *fyne.Container
	first     fyne.Focusable
	asked     frame.Turn
	last      lastRegistries
	// school is the page of a new school, invited that of one which its centre has enrolled; both are
	// kept when they are left. page is the one in front, nil for the ways.
	school  *newSchool
	invited *invitedSchool
	page    welcomePage
	// then is the registry that waits until the notice is read; home says that it is the form of
	// a graduate at home.
	then string
	home bool
}

// welcomePage is a page that makes a registry.
type welcomePage interface {
	build() fyne.CanvasObject
	focus()
	onBack()
	onCreate()
}

// ShowWelcome shows the first-run page in the place of the frame: new school, open a
// file, the demo school.
func ShowWelcome(w *frame.Window) {
	p := &welcome{window: w}
	p.show()
	frame.Run(w, &p.asked, func(context.Context) ([]*registrar.CampaignFile, error) { return registrar.BuiltinCampaigns() }, p.onCampaigns)
	p.lookForLast()
}

// ShowNotice shows the notice of confidentiality, and then opens a registry. A graduate who
// opens a form at home is told what is for a graduate, once.
func ShowNotice(w *frame.Window, path string) {
	p := &welcome{window: w, then: path}
	frame.Run(w, &p.asked, func(ctx context.Context) (registrar.Entrance, error) { return registrar.LookAt(ctx, path) }, p.onLooked)
}

// onLooked shows the notice for who opens such a file; what is wrong with it is said when it
// opens.
func (p *welcome) onLooked(e registrar.Entrance, err error) {
	p.home = err == nil && e.Home
	if p.home && p.window.Settings.NoticedHome {
		p.window.StartNoticed(p.then)
		return
	}
	p.show()
}

// Unsaved says that a new school was typed in part.
func (p *welcome) Unsaved() bool {
	return p.school != nil && p.school.typed() || p.invited != nil && p.invited.typed()
}

// UnsavedWords name the page of the new school.
func (p *welcome) UnsavedWords() string { return p.window.Say("welcome.new", nil) }

func (p *welcome) onCampaigns(campaigns []*registrar.CampaignFile, err error) {
	if err != nil {
		p.window.Fail(err)
		return
	}
	p.campaigns = campaigns
	if p.school != nil {
		p.school.propose()
	}
	p.show()
}

// show builds the page that is due.
func (p *welcome) show() {
	w := p.window
	var page fyne.CanvasObject
	switch {
	case !w.Settings.Noticed:
		page = p.notice()
	case p.page != nil:
		page = p.page.build()
	default:
		page = p.begin()
	}
	w.ShowAlone(p, "Graduand", p.menu(), container.NewBorder(welcomeHead(w, p.onLanguage), nil, nil, nil, page))
	p.focus()
}

// focus puts the keyboard where the work begins.
func (p *welcome) focus() {
	if p.window.Settings.Noticed && p.page != nil {
		p.page.focus()
		return
	}
	p.window.Canvas().Focus(p.first)
}

// menu takes the place of the frame's menu, whose commands need a registry.
func (p *welcome) menu() *fyne.MainMenu {
	w := p.window
	return fyne.NewMainMenu(fyne.NewMenu(w.Say("menu.file", nil), append(w.OpenCommands(), fyne.NewMenuItemSeparator(), w.MainCommand(), w.QuitCommand())...), w.HelpMenu(p.campaigns...))
}

// HelpTopic is the page in front.
func (p *welcome) HelpTopic() string {
	switch {
	case !p.window.Settings.Noticed:
		return frame.Notice
	case p.page == nil:
		return frame.Welcome
	case p.page == welcomePage(p.invited):
		return frame.Invited
	}
	return frame.NewSchool
}

// Dropped begins a new school by the file of a campaign, or by that of a centre which has enrolled it.
func (p *welcome) Dropped(kind frame.DropKind, paths []string) bool {
	switch {
	case !p.window.Settings.Noticed:
		return false
	case kind == frame.DropCampaign:
		p.onNew()
		p.school.onCampaignFile(paths[0])
	case kind == frame.DropMessage:
		p.onInvited()
		p.invited.onChosen(paths[0])
	}
	return kind == frame.DropCampaign || kind == frame.DropMessage
}

// MainAction makes the new registry, as Ctrl+S.
func (p *welcome) MainAction() {
	if p.page != nil {
		p.page.onCreate()
	}
}

// welcomeHead is the name of the program with the languages beside it: the head of every
// page that is shown while nobody is signed in.
func welcomeHead(w *frame.Window, onLanguage func(string)) fyne.CanvasObject {
	name := widget.NewLabelWithStyle("Graduand", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	name.SizeName = theme.SizeNameSubHeadingText
	row := container.New(&widgets.Flow{}, append([]fyne.CanvasObject{name, layout.NewSpacer()}, frame.LanguageButtons(w, onLanguage).Objects...)...)
	return container.NewStack(widgets.NewThemed(widgets.ColorPanel),
		container.NewBorder(nil, widget.NewSeparator(), nil, nil, container.NewPadded(row)))
}

func (p *welcome) onLanguage(language string) {
	w := p.window
	w.Settings.Language = language
	w.SaveSettings()
	w.ApplySettings()
	p.show()
}

// notice tells once that all data is confidential (KG-012).
func (p *welcome) notice() fyne.CanvasObject {
	w := p.window
	understood := widgets.NewButton(w.Say("welcome.understood", nil), theme.ConfirmIcon(), p.onUnderstood)
	p.first = understood
	told := container.NewVBox()
	for _, id := range p.notices() {
		told.Add(widgets.Wrapped(w.Say(id, nil)))
	}
	column := container.NewVBox(widgets.Heading(w.Say("welcome.notice_title", nil)), widgets.Panel(told),
		widgets.Air(p.window.Scale()), container.NewHBox(understood))
	return p.inTheMiddle(column)
}

// notices are the sentences for who reads them: the school, or a graduate at home.
func (p *welcome) notices() []string {
	if p.home {
		return []string{"welcome.notice_home", "welcome.notice_home_password", "welcome.notice_home_file"}
	}
	return []string{"welcome.notice", "welcome.notice_password", "welcome.notice_file"}
}

func (p *welcome) onUnderstood() {
	if p.home {
		p.window.Settings.NoticedHome = true
	} else {
		p.window.Settings.Noticed = true
	}
	p.window.SaveSettings()
	if p.then != "" {
		p.window.StartNoticed(p.then)
		return
	}
	p.show()
}

// begin lists the ways to a registry, the likeliest one first.
func (p *welcome) begin() fyne.CanvasObject {
	w := p.window
	p.ways = container.New(layout.NewFormLayout())
	p.lastOnes()
	p.way(w.Say("welcome.new", nil), w.Say("welcome.new_about", nil), theme.ContentAddIcon(), p.onNew)
	p.way(w.Say("welcome.invited", nil), w.Say("welcome.invited_about", nil), theme.MailComposeIcon(), p.onInvited)
	p.way(w.Say("welcome.open", nil), w.Say("welcome.open_about", nil), theme.FolderOpenIcon(), p.onOpen)
	p.way(w.Say("welcome.restore", nil), w.Say("welcome.restore_about", nil), theme.DownloadIcon(), func() { w.Go(frame.Route{Screen: frame.Restoring}) })
	for _, c := range p.campaigns {
		said := c.In(w.Settings.Language)
		p.way(w.Say("welcome.demo", map[string]any{"campaign": said.ShortTitle}), w.Say("welcome.demo_about", map[string]any{"title": said.Title}),
			theme.VisibilityIcon(), func() { p.onDemo(c) })
	}
	p.first = p.ways.Objects[0].(fyne.Focusable)
	about := widgets.Wrapped(w.Say("welcome.about", nil))
	return p.inTheMiddle(container.NewVBox(widgets.Heading(w.Say("welcome.title", nil)), about, widgets.Air(w.Scale()), p.ways))
}

func (p *welcome) way(label, about string, icon fyne.Resource, chosen func()) {
	button := widgets.NewButton(label, icon, chosen)
	button.Alignment = widget.ButtonAlignLeading
	p.ways.Add(button)
	p.ways.Add(container.NewPadded(widgets.Wrapped(about)))
}

func (p *welcome) onNew() {
	if p.school == nil {
		p.school = newNewSchool(p)
	}
	p.page = p.school
	p.show()
}

func (p *welcome) onInvited() {
	if p.invited == nil {
		p.invited = newInvitedSchool(p)
	}
	p.page = p.invited
	p.show()
}

// OnLeave is Esc: it goes back from a new school, which stays as it was typed.
func (p *welcome) OnLeave() {
	if p.page != nil {
		p.page.onBack()
	}
}

func (p *welcome) onOpen() { p.window.OnOpen() }

// onDemo opens the demonstration school of a campaign; the first time it is made.
func (p *welcome) onDemo(c *registrar.CampaignFile) { OpenDemo(p.window, c.ID) }

// inTheMiddle puts a page into a column of readable width that scrolls.
func (p *welcome) inTheMiddle(page fyne.CanvasObject) fyne.CanvasObject {
	column := container.New(&widgets.Readable{Width: 760 * p.window.Scale()}, page)
	return container.NewVScroll(container.NewVBox(layout.NewSpacer(), container.NewPadded(column), layout.NewSpacer(), layout.NewSpacer()))
}
