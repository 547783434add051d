package door

import (
	"context"
	"errors"
	"slices"
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

// newSchool is the page that makes a registry: campaign, school and file on one
// page. It stays as it was typed until the registry is open.
type newSchool struct {
	welcome *welcome
	window  *frame.Window
	form    *SchoolForm
	// founder is the first account.
	founder *AccountForm
	// own are the campaigns read from files.
	own []*registrar.CampaignFile
	// path is the file to make; chosen says that a person chose it.
	path   string
	chosen bool

	campaign *widgets.Labelled
	file     *widgets.Labelled
	where    *widgets.Shortened
	fields   *fyne.Container
	legal    *widget.Label
	scroll   *container.Scroll
	asked    frame.Turn
}

func newNewSchool(p *welcome) *newSchool {
	n := &newSchool{welcome: p, window: p.window}
	n.form = NewSchoolForm(p.window, nil, data.School{})
	n.form.OnTyped = n.nameFile
	n.form.OnSubmit = func() { n.window.Canvas().Focus(n.founder.NameIn) }
	n.founder = NewAccountForm(p.window, "")
	n.propose()
	return n
}

// propose chooses the campaign whose language or alphabet is the window's, where
// none was chosen yet.
func (n *newSchool) propose() {
	language := n.window.Settings.Language
	for _, c := range n.campaigns() {
		if n.form.campaign == nil && (c.Language == language || c.Alphabet == language) {
			n.setCampaign(c)
		}
	}
}

func (n *newSchool) campaigns() []*registrar.CampaignFile {
	return append(slices.Clone(n.welcome.campaigns), n.own...)
}

func (n *newSchool) build() fyne.CanvasObject {
	w := n.window
	n.fields = container.NewVBox()
	n.legal = widgets.Wrapped("")
	n.legal.SizeName = theme.SizeNameCaptionText
	column := container.NewVBox(widgets.Heading(w.Say("welcome.new", nil)), widgets.Panel(container.NewVBox(n.campaignRow(), n.legal, n.fields)))
	n.scroll = container.NewVScroll(container.NewPadded(container.New(&widgets.Readable{Width: 760 * w.Scale()}, column)))
	n.file = n.fileRow()
	create := widgets.NewButton(w.Say("welcome.create", nil), theme.ConfirmIcon(), n.onCreate)
	create.Importance = widget.HighImportance
	back := widgets.NewButton(w.Say("welcome.back", nil), theme.NavigateBackIcon(), n.onBack)
	foot := container.NewBorder(nil, nil, nil, container.NewHBox(widgets.Air(w.Scale()), bottom(back), bottom(create)), n.file.Box)
	bar := container.NewStack(widgets.NewThemed(widgets.ColorPanel), container.NewPadded(container.New(&widgets.Readable{Width: 760 * w.Scale()}, foot)))
	n.showCampaign()
	return container.NewBorder(nil, bar, nil, nil, n.scroll)
}

// bottom keeps a button at its own height at the bottom of a taller row.
func bottom(o fyne.CanvasObject) fyne.CanvasObject { return container.NewBorder(nil, o, nil, nil) }

func (n *newSchool) campaignRow() fyne.CanvasObject {
	w := n.window
	s := &widgets.FollowedSelect{}
	s.ExtendBaseWidget(s)
	s.PlaceHolder = w.Say("settings_screen.not_chosen", nil)
	for _, c := range n.campaigns() {
		title := CampaignTitle(c.In(w.Settings.Language))
		s.Options = append(s.Options, title)
		if c == n.form.campaign {
			s.Selected = title
		}
	}
	s.OnChanged = func(string) { n.onCampaign(s.SelectedIndex()) }
	n.campaign = widgets.NewLabelled(w.Say("welcome.campaign", nil), s)
	s.Gained = func() { widgets.Follow(n.scroll, n.campaign.Box) }
	own := widgets.NewButton(w.Say("welcome.own_campaign", nil), theme.FolderOpenIcon(), n.onOwnCampaign)
	return container.NewBorder(nil, nil, nil, container.New(layout.NewCustomPaddedVBoxLayout(0), widgets.FieldCaption(" "), own), n.campaign.Box)
}

func (n *newSchool) fileRow() *widgets.Labelled {
	n.where = widgets.NewShortened(n.path, "")
	change := widgets.NewButton(n.window.Say("welcome.choose_file", nil), theme.DocumentSaveIcon(), n.onFile)
	return widgets.NewLabelledRow(n.window.Say("welcome.file", nil), container.NewBorder(nil, nil, nil, change, n.where), change)
}

// showCampaign shows the legal basis of the campaign (UA-002) and the fields that it
// asks for; before a campaign is chosen there are none.
func (n *newSchool) showCampaign() {
	c := n.form.campaign
	n.fields.RemoveAll()
	if c == nil {
		n.legal.SetText(n.window.Say("welcome.choose_campaign", nil))
		return
	}
	n.legal.SetText(LegalBasis(c.In(n.window.Settings.Language)))
	n.fields.Add(n.form.Build(n.scroll))
	n.founder.example, n.founder.Campaign = c.Demo.Phone, c
	head := widget.NewLabelWithStyle(n.window.Say("account.founder", nil), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	n.fields.Add(widget.NewSeparator())
	n.fields.Add(head)
	n.fields.Add(widgets.Wrapped(n.window.Say("account.founder_about", nil)))
	n.fields.Add(n.founder.Build(n.scroll))
	n.fields.Add(widgets.Small(n.window.Say("form_screen.required", nil)))
	n.founder.againIn.OnSubmitted = func(string) { n.onCreate() }
	n.founder.FirstIn.Gained = func() { n.showEnd(n.founder.First) }
	n.founder.againIn.Gained = func() { n.showEnd(n.founder.again) }
	n.where.SetText(n.path)
}

func (n *newSchool) focus() {
	if n.form.campaign == nil {
		n.window.Canvas().Focus(n.campaign.Input)
		return
	}
	n.window.Canvas().Focus(n.form.name.Input)
}

func (n *newSchool) setCampaign(c *registrar.CampaignFile) {
	n.form.setCampaign(c)
	n.nameFile()
}

func (n *newSchool) onCampaign(i int) {
	if i < 0 || n.campaigns()[i] == n.form.campaign {
		return
	}
	n.campaign.SetFault("")
	n.setCampaign(n.campaigns()[i])
	n.showCampaign()
}

func (n *newSchool) onOwnCampaign() {
	n.window.Files.Open(n.window.Say("welcome.own_campaign", nil), []string{".toml"}, n.onCampaignFile)
}

func (n *newSchool) onCampaignFile(path string) {
	frame.Run(n.window, &n.asked, func(context.Context) (*registrar.CampaignFile, error) { return registrar.CampaignIn(path) }, n.onCampaignRead)
}

// onCampaignRead takes a campaign file in, or says under the field what is wrong with
// it and in which line.
func (n *newSchool) onCampaignRead(c *registrar.CampaignFile, err error) {
	if err != nil {
		n.campaign.SetFault(n.window.Explain(err))
		widgets.Follow(n.scroll, n.campaign.Box)
		return
	}
	n.own = append(n.own, c)
	n.setCampaign(c)
	n.welcome.show()
}

// typed says that something was typed of the school or of the first account.
func (n *newSchool) typed() bool {
	f := n.founder
	return n.form.Typed || f.NameIn.Text+f.PhoneIn.Text+f.FirstIn.Text+f.againIn.Text != ""
}

func (n *newSchool) onBack() {
	n.welcome.page = nil
	n.welcome.show()
}

// onCreate makes the registry and opens it.
func (n *newSchool) onCreate() {
	n.campaign.SetFault("")
	if n.form.campaign == nil {
		n.campaign.SetFault(n.window.Say("welcome.choose_campaign", nil))
		n.focus()
		return
	}
	if lacks := n.lacks(); !n.window.SayLacks(lacks...) {
		n.revealFault(lacks)
		return
	}
	w, c, school, path, founder := n.window, n.form.campaign, n.form.School, n.path, n.founder.founder()
	frame.RunHeld(w, w.Say("welcome.creating", nil), func(ctx context.Context, _ frame.Progress) (recovered, error) {
		r, err := registrar.Create(ctx, path, c, school, founder, registrar.Options{Now: w.Now, Key: w.Key, Sitting: true})
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

// lacks are all fields of the page with what is wrong in each, from the first on.
func (n *newSchool) lacks() []frame.Lack {
	place := frame.Lack{Field: n.file, Words: refusal(n.window, registrar.CheckPlace(n.path))}
	return append(slices.Concat(n.form.lacks(), n.founder.lacks()), place)
}

// revealFault scrolls to the first field with a fault: its words have grown below it
// since the focus came. The file stands below what scrolls.
func (n *newSchool) revealFault(lacks []frame.Lack) {
	at := slices.IndexFunc(lacks, func(l frame.Lack) bool { return l.Words != "" })
	if field := lacks[at].Field; field != n.file {
		n.showEnd(field)
	}
}

// showEnd shows the end of the page, where the rule of passwords stands, and as much
// above it as the field needs.
func (n *newSchool) showEnd(field *widgets.Labelled) {
	if n.scroll.Size().IsZero() {
		return
	}
	// Words that wrap know their height only when they have their width.
	for range 2 {
		n.scroll.Content.Resize(fyne.NewSize(n.scroll.Size().Width, max(n.scroll.Size().Height, n.scroll.Content.MinSize().Height)))
	}
	n.scroll.ScrollToBottom()
	widgets.Follow(n.scroll, field.Box)
}

// onCreated shows the new registry and its paper key; what is wrong with the file
// stands under it.
func (n *newSchool) onCreated(made recovered, err error) {
	code := data.CodeOf(err)
	switch {
	case strings.HasPrefix(code, "registry.") || strings.HasPrefix(code, "file."):
		n.file.SetFault(n.window.Explain(err))
	case code == "vault.phone":
		n.founder.Phone.SetFault(n.window.Explain(err))
		n.window.Canvas().Focus(n.founder.PhoneIn)
	case err != nil:
		n.window.Fail(err)
	default:
		n.window.OnOpened(made.registrar, nil)
		ShowPaperCode(n.window, made.code)
	}
}
