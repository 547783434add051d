package door

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// invitedSchool is the page that makes a registry of the file that a centre has sent: the file, the
// code that was told by phone, what it says, and the own password (KG-005, KG-006). It stays as it
// was typed until the registry is open.
type invitedSchool struct {
	welcome *welcome
	window  *frame.Window
	// message is the file of the centre, invitation what it says, nil before it is opened.
	message    string
	invitation *registrar.Invitation
	// path is the registry to make; chosen says that a person chose it.
	path   string
	chosen bool

	messageIn              *widgets.Shortened
	from, code, own, again *widgets.Labelled
	codeIn, ownIn, againIn *widgets.FollowedEntry
	file                   *widgets.Labelled
	where                  *widgets.Shortened
	create, change         *widgets.Button
	told                   *fyne.Container
	scroll                 *container.Scroll
	asked                  frame.Turn
}

func newInvitedSchool(p *welcome) *invitedSchool {
	return &invitedSchool{welcome: p, window: p.window, codeIn: widgets.NewFollowed(), ownIn: widgets.NewFollowedPassword(), againIn: widgets.NewFollowedPassword()}
}

func (n *invitedSchool) build() fyne.CanvasObject {
	w := n.window
	n.told = container.NewVBox()
	open := widgets.NewButton(w.Say("welcome.invited_read", nil), theme.SearchIcon(), n.onRead)
	n.code = n.field("welcome.invited_code", n.codeIn, n.onRead)
	panel := container.NewVBox(widgets.Wrapped(w.Say("welcome.invited_how", nil)), n.messageRow().Box,
		container.NewBorder(nil, nil, nil, container.New(layout.NewCustomPaddedVBoxLayout(0), widgets.FieldCaption(" "), open), n.code.Box), n.told)
	column := container.NewVBox(widgets.Heading(w.Say("welcome.invited", nil)), widgets.Panel(panel))
	n.scroll = container.NewVScroll(container.NewPadded(container.New(&widgets.Readable{Width: 760 * w.Scale()}, column)))
	n.create = widgets.NewButton(w.Say("welcome.create", nil), theme.ConfirmIcon(), n.onCreate)
	n.create.Importance = widget.HighImportance
	back := widgets.NewButton(w.Say("welcome.back", nil), theme.NavigateBackIcon(), n.onBack)
	foot := container.NewBorder(nil, nil, nil, container.NewHBox(widgets.Air(w.Scale()), bottom(back), bottom(n.create)), n.fileRow().Box)
	bar := container.NewStack(widgets.NewThemed(widgets.ColorPanel), container.NewPadded(container.New(&widgets.Readable{Width: 760 * w.Scale()}, foot)))
	n.showInvitation()
	return container.NewBorder(nil, bar, nil, nil, n.scroll)
}

func (n *invitedSchool) field(id string, e *widgets.FollowedEntry, submit func()) *widgets.Labelled {
	l := widgets.NewLabelled(n.window.Say(id, nil)+" *", e)
	e.Gained = func() { widgets.Follow(n.scroll, l.Box) }
	e.OnChanged = func(string) { l.SetFault("") }
	e.OnSubmitted = func(string) { submit() }
	return l
}

func (n *invitedSchool) messageRow() *widgets.Labelled {
	n.messageIn = widgets.NewShortened(n.message, "")
	choose := widgets.NewButton(n.window.Say("welcome.invited_choose", nil), theme.FolderOpenIcon(), n.onChoose)
	n.from = widgets.NewLabelledRow(n.window.Say("welcome.invited_file", nil)+" *", container.NewBorder(nil, nil, nil, choose, n.messageIn), choose)
	return n.from
}

func (n *invitedSchool) fileRow() *widgets.Labelled {
	n.where = widgets.NewShortened(n.path, "")
	n.change = widgets.NewButton(n.window.Say("welcome.choose_file", nil), theme.DocumentSaveIcon(), n.onFile)
	n.file = widgets.NewLabelledRow(n.window.Say("welcome.file", nil), container.NewBorder(nil, nil, nil, n.change, n.where), n.change)
	return n.file
}

// showInvitation shows what the centre says, and asks for the own password.
func (n *invitedSchool) showInvitation() {
	w, i := n.window, n.invitation
	n.told.RemoveAll()
	widgets.Enable(n.create, i != nil)
	widgets.Enable(n.change, i != nil)
	if i == nil {
		return
	}
	print := widgets.BoldWords(i.Centre)
	print.TextStyle.Monospace = true
	n.own = n.field("account.new_password", n.ownIn, func() { w.Canvas().Focus(n.againIn) })
	n.again = n.field("account.again", n.againIn, n.onCreate)
	rule := widgets.Wrapped(w.Say("account.rule", nil))
	rule.SizeName = theme.SizeNameCaptionText
	said := container.New(layout.NewFormLayout())
	for _, line := range [][2]string{{"welcome.invited_school", i.School.Name}, {"welcome.invited_centre_code", i.Code}, {"settings_screen.campaign", CampaignTitle(i.Campaign.In(w.Settings.Language))},
		{"welcome.invited_person", i.Name + ", " + registrar.FormatPhone(i.Phone)}, {"welcome.invited_centre", i.School.DistrictCentre}, {"welcome.invited_site", i.School.Site}} {
		if line[1] != "" {
			said.Add(widget.NewLabel(w.Say(line[0], nil)))
			said.Add(widgets.Wrapped(line[1]))
		}
	}
	for _, o := range []fyne.CanvasObject{widget.NewSeparator(), said, widgets.Wrapped(w.Say("welcome.invited_compare", nil)), print,
		widget.NewSeparator(), widgets.Wrapped(w.Say("welcome.invited_password", nil)), widgets.Pair(n.own, n.again), rule} {
		n.told.Add(o)
	}
}

func (n *invitedSchool) focus() {
	switch {
	case n.message == "":
		n.window.Canvas().Focus(n.from.Input)
	case n.invitation == nil:
		n.window.Canvas().Focus(n.codeIn)
	default:
		n.window.Canvas().Focus(n.ownIn)
	}
}

// typed says that something was typed.
func (n *invitedSchool) typed() bool { return n.codeIn.Text+n.ownIn.Text+n.againIn.Text != "" }

func (n *invitedSchool) onBack() {
	n.welcome.page = nil
	n.welcome.show()
}

func (n *invitedSchool) onChoose() {
	n.window.Files.Open(n.window.Say("welcome.invited_choose", nil), []string{frame.MessageEnding}, n.onChosen)
}

func (n *invitedSchool) onChosen(path string) {
	n.message, n.invitation = path, nil
	n.from.SetFault("")
	n.messageIn.SetText(path)
	n.showInvitation()
	n.focus()
}

func (n *invitedSchool) onFile() {
	n.window.Files.Save(n.window.Say("welcome.file", nil), filepath.Base(n.path), func(path string) {
		if !strings.HasSuffix(strings.ToLower(path), extensionRegistry) {
			path += extensionRegistry
		}
		n.path, n.chosen = path, true
		n.file.SetFault("")
		n.where.SetText(path)
	})
}

// onRead opens the file by the code.
func (n *invitedSchool) onRead() {
	w, message, code := n.window, n.message, n.codeIn.Text
	if !w.SayLacks(frame.Lack{Field: n.from, Words: w.SayIf(message == "", "welcome.invited_no_file")},
		frame.Lack{Field: n.code, Words: w.SayIf(strings.TrimSpace(code) == "", "exchange.no_code")}) {
		return
	}
	frame.Run(w, &n.asked, func(context.Context) (*registrar.Invitation, error) { return registrar.OpenInvitation(message, code) }, n.onOpened)
}

func (n *invitedSchool) onOpened(i *registrar.Invitation, err error) {
	if err != nil {
		field := n.from
		if data.CodeOf(err) == "message.wrong_code" {
			field = n.code
		}
		field.SetFault(n.window.Explain(err))
		n.window.Canvas().Focus(field.Input)
		return
	}
	n.invitation = i
	if !n.chosen {
		n.path = FreeName(n.window.Home, i.School, i.Campaign)
		n.where.SetText(n.path)
	}
	n.showInvitation()
	n.scroll.Content.Refresh()
	n.focus()
}

// onCreate makes the registry and opens it.
func (n *invitedSchool) onCreate() {
	w, i := n.window, n.invitation
	if i == nil {
		return
	}
	differs := w.SayIf(!registrar.SamePassword(n.ownIn.Text, n.againIn.Text), "account.not_the_same")
	weak := refusal(w, registrar.CheckPassword(n.ownIn.Text, registrar.Account{Name: i.Name, Phone: i.Phone}))
	if !w.SayLacks(frame.Lack{Field: n.own, Words: weak}, frame.Lack{Field: n.again, Words: differs},
		frame.Lack{Field: n.file, Words: refusal(w, registrar.CheckPlace(n.path))}) {
		return
	}
	f := registrar.Founding{Path: n.path, Password: n.ownIn.Text}
	frame.RunHeld(w, w.Say("welcome.creating", nil), func(ctx context.Context, _ frame.Progress) (recovered, error) {
		r, err := registrar.Found(ctx, i, f, registrar.Options{Now: w.Now, Key: w.Key, Sitting: true})
		if err != nil {
			return recovered{}, err
		}
		code, err := r.NewPaperCode(ctx)
		if err != nil {
			return recovered{}, errors.Join(err, r.Close())
		}
		return recovered{r, code}, nil
	}, n.onCreated)
}

func (n *invitedSchool) onCreated(made recovered, err error) {
	code := data.CodeOf(err)
	switch {
	case strings.HasPrefix(code, "registry.") || strings.HasPrefix(code, "file."):
		n.file.SetFault(n.window.Explain(err))
	case code == "account.same_password":
		n.own.SetFault(n.window.Explain(err))
		n.window.Canvas().Focus(n.ownIn)
	case err != nil:
		n.window.Fail(err)
	default:
		n.window.OnOpened(made.registrar, nil)
		ShowPaperCode(n.window, made.code)
	}
}
