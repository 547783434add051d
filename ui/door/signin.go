package door

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// signInPage is the door of a registry: phone on top, password below (KG-010). It
// shows nothing of what is inside.
type signInPage struct {
	window   *frame.Window
	entrance registrar.Entrance

	phone    *widgets.Labelled
	password *widgets.Labelled
	phoneIn  *widgets.Entry
	secret   *widgets.Entry
	enter    *widgets.Button
	// somebody empties the phone of who was locked out: another has come to the computer.
	somebody *fyne.Container
	forgot   *fyne.Container
	scroll   *container.Scroll
	// stop ends the counting of the seconds that a wrong password costs.
	stop func()
}

// ShowSignIn asks who is there.
func ShowSignIn(w *frame.Window, e registrar.Entrance) {
	w.CloseRegistry()
	p := &signInPage{window: w, entrance: e, stop: func() {}}
	p.show()
}

// Path is the registry at whose door the window stands.
func (p *signInPage) Path() string { return p.entrance.Path }

// Anew shows the page again, with what was typed.
func (p *signInPage) Anew() { p.show() }

func (p *signInPage) show() {
	w := p.window
	typedPhone, typedSecret := "", ""
	if p.phoneIn != nil {
		typedPhone, typedSecret = p.phoneIn.Text, p.secret.Text
	}
	page := p.build()
	p.phoneIn.SetText(typedPhone)
	p.secret.SetText(typedSecret)
	if demo := p.entrance.Demo; demo != nil && typedPhone == "" {
		p.phoneIn.SetText(registrar.FormatPhone(demo.Phone))
		p.secret.SetText(demo.Password)
	}
	if p.phoneIn.Text == "" {
		p.phoneIn.SetText(w.LockedOut(p.entrance.Path))
	}
	p.somebody.Hidden = p.entrance.Demo != nil || p.phoneIn.Text == ""
	w.ShowAlone(p, w.Say("signin.enter", nil)+" — Graduand", p.menu(), container.NewBorder(welcomeHead(w, p.onLanguage), nil, nil, nil, page))
	switch known := w.LockedOut(p.entrance.Path); {
	case p.entrance.Demo != nil:
		w.Canvas().Focus(p.enter)
	case known != "" && p.phoneIn.Text == known:
		w.Canvas().Focus(p.secret)
	default:
		w.Canvas().Focus(p.phoneIn)
	}
}

func (p *signInPage) build() fyne.CanvasObject {
	w := p.window
	p.phoneIn = widgets.NewEntry(p.entrance.Example)
	p.phoneIn.OnSubmitted = func(string) { w.Canvas().Focus(p.secret) }
	p.phoneIn.OnChanged = func(string) { p.onPhone() }
	// Whoever comes back by Tab means to type another phone in the place of this one.
	p.phoneIn.OnEnter = func() { p.phoneIn.TypedShortcut(&fyne.ShortcutSelectAll{}) }
	p.phone = widgets.NewLabelled(w.Say("signin.phone", nil), p.phoneIn)
	p.secret = widgets.NewPasswordEntry("")
	p.secret.OnChanged = p.onSecret
	p.secret.OnSubmitted = func(string) { p.onEnter() }
	p.password = widgets.NewLabelled(w.Say("signin.password", nil), p.secret)
	p.enter = widgets.NewButton(w.Say("signin.enter", nil), theme.LoginIcon(), p.onEnter)
	p.enter.Importance = widget.HighImportance
	somebody := widgets.NewButton(w.Say("signin.somebody", nil), theme.AccountIcon(), p.onSomebody)
	somebody.Importance = widget.LowImportance
	p.somebody = container.NewHBox(somebody)
	forgotten := widgets.NewButton(w.Say("signin.forgotten", nil), theme.QuestionIcon(), p.onForgotten)
	other := widgets.NewButton(w.Say("signin.another", nil), theme.NavigateBackIcon(), p.onOther)
	forgotten.Importance, other.Importance = widget.LowImportance, widget.LowImportance
	p.forgot = container.NewVBox()
	p.forgot.Hide()
	title := widget.NewLabelWithStyle(p.entrance.School, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName, title.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	about := widgets.NewShortened(p.entrance.Campaign.In(w.Settings.Language).ShortTitle+" · "+filepath.Base(p.entrance.Path), theme.SizeNameCaptionText)
	about.Tail = frame.FolderTail(p.entrance.Path)
	// The whole column is laid out once, not once for every part.
	parts := []fyne.CanvasObject{title, about}
	switch {
	case p.entrance.Demo != nil:
		parts = append(parts, widgets.Wrapped(w.Say("signin.demo", nil)))
	case p.entrance.Home:
		parts = append(parts, widgets.Wrapped(w.Say("signin.home", nil)))
	case p.entrance.Campaign.Has(registrar.CapabilityAccesses):
		parts = append(parts, widgets.Wrapped(w.Say("signin.everybody", nil)))
	}
	if why := w.WhyOnlyLooking(p.entrance.Looking); why != "" {
		parts = append(parts, widgets.ResultLine(theme.VisibilityIcon(), why))
	}
	parts = append(parts, p.phone.Box, p.somebody, p.password.Box, widgets.Air(w.Scale()), p.enter, container.NewBorder(nil, nil, forgotten, other), p.forgot)
	form := container.NewVBox(parts...)
	column := container.New(&widgets.Readable{Width: 460 * w.Scale()}, widgets.Panel(form))
	p.scroll = container.NewVScroll(container.NewVBox(widgets.Air(w.Scale()), widgets.Air(w.Scale()), container.NewPadded(column)))
	return p.scroll
}

// menu has what needs no registry: the guides are of the campaigns that the program brings, nobody vouches
// for the one at the door.
func (p *signInPage) menu() *fyne.MainMenu {
	w := p.window
	guides, err := registrar.BuiltinCampaigns()
	w.LogFailure("read campaigns", err)
	items := append([]*fyne.MenuItem{w.Command("menu.new", "N", p.onOther)}, w.OpenCommands()...)
	return fyne.NewMainMenu(fyne.NewMenu(w.Say("menu.file", nil), append(items, fyne.NewMenuItemSeparator(), w.QuitCommand())...), w.HelpMenu(guides...))
}

// HelpTopic is the sign-in.
func (p *signInPage) HelpTopic() string { return frame.SignIn }

func (p *signInPage) onLanguage(language string) {
	w := p.window
	// It is that of who signs in: of a graduate it ends with the sitting.
	w.Settings.Lend()
	w.Settings.Language = language
	w.ApplySettings()
	p.show()
}

// onPhone lets another person try: who has to wait is he whose phone it was. That a phone is no
// number is said until it is one.
func (p *signInPage) onPhone() {
	p.stop()
	p.enter.Enable()
	if p.phone.Faulty() {
		p.phone.SetFault(refusal(p.window, registrar.CheckPhone(p.entrance.Campaign, p.phoneIn.Text)))
	}
	p.password.SetFault("")
}

// onSecret takes back what was said of another password once the next is begun; how long to wait
// goes on being said.
func (p *signInPage) onSecret(typed string) {
	if typed != "" && !p.enter.Disabled() {
		p.password.SetFault("")
	}
}

func (p *signInPage) onOther() {
	p.stop()
	ShowWelcome(p.window)
}

// onSomebody lets another than who was locked out begin with an empty phone.
func (p *signInPage) onSomebody() {
	p.phoneIn.SetText("")
	p.secret.SetText("")
	p.somebody.Hide()
	p.window.Canvas().Focus(p.phoneIn)
}

// onEnter tries the password.
func (p *signInPage) onEnter() {
	if p.enter.Disabled() {
		return
	}
	w := p.window
	if !w.SayLacks(frame.Lack{Field: p.phone, Words: refusal(w, registrar.CheckPhone(p.entrance.Campaign, p.phoneIn.Text))},
		frame.Lack{Field: p.password, Words: w.SayIf(p.secret.Text == "", "signin.no_password")}) {
		return
	}
	p.enter.Disable()
	p.window.OpenAs(p.entrance.Path, registrar.SignIn{Phone: p.phoneIn.Text, Password: p.secret.Text}, p.onTried)
}

func (p *signInPage) onTried(r *registrar.Registrar, err error) {
	p.enter.Enable()
	if err == nil {
		// The page lives on for a while in what Fyne has drawn.
		p.secret.SetText("")
		p.window.OnOpened(r, nil)
		return
	}
	p.refuse(err)
}

// refuse says what was wrong, at its place, and lets the password be typed again.
func (p *signInPage) refuse(err error) {
	w := p.window
	switch data.CodeOf(err) {
	case "vault.phone":
		p.phone.SetFault(w.Explain(err))
		w.Canvas().Focus(p.phoneIn)
		return
	case "vault.wait":
		p.count(secondsOf(err))
	case "vault.wrong", "vault.weak_parameters", "vault.too_costly":
		p.password.SetFault(explained(w, err, "signin.forgotten"))
	default:
		w.Fail(err)
		return
	}
	p.secret.SetText("")
	w.Canvas().Focus(p.secret)
}

// explained says why a password opens nothing, and of one that is wrong which button here helps who
// has forgotten it, by its id.
func explained(w *frame.Window, err error, button string) string {
	words := w.Explain(err)
	if data.CodeOf(err) == "vault.wrong" {
		words += " " + w.Say("signin.wrong_then", map[string]any{"button": w.Say(button, nil)})
	}
	return words
}

// count shows how long to wait, second by second.
func (p *signInPage) count(seconds int) {
	p.stop()
	if seconds <= 0 {
		p.enter.Enable()
		p.password.SetFault("")
		return
	}
	p.enter.Disable()
	p.password.SetFault(p.window.Say("vault.wait", map[string]any{"count": seconds}))
	p.stop = p.window.After(second, func() { p.count(seconds - 1) })
}

// onForgotten says how a password is recovered: through a higher role, with the paper
// key, through the centre (KG-007).
func (p *signInPage) onForgotten() {
	w := p.window
	p.forgot.RemoveAll()
	ways := []string{"signin.forgot_head", "signin.forgot_paper"}
	if p.entrance.Campaign.Has(registrar.CapabilityAccesses) {
		ways = slices.Insert(ways, 0, "signin.forgot_graduate")
	}
	for _, id := range ways {
		p.forgot.Add(widgets.Wrapped(w.Say(id, nil)))
	}
	if p.entrance.Looking != nil {
		// Both let somebody in who is not in the registry, which would have to be written.
		p.forgot.Add(widgets.Wrapped(w.Explain(registrar.RefuseLooking(p.entrance.Looking))))
		p.showForgot()
		return
	}
	paper := widgets.NewButton(w.Say("signin.paper", nil), theme.DocumentIcon(), func() { askPaper(w, p.entrance) })
	p.forgot.Add(container.NewHBox(paper))
	p.forgot.Add(widgets.Wrapped(p.centre()))
	if p.entrance.Escrowed {
		p.forgot.Add(p.centreWays())
	}
	p.showForgot()
}

// showForgot shows what can be done.
func (p *signInPage) showForgot() {
	p.forgot.Show()
	p.forgot.Refresh()
	p.scroll.Refresh()
	// On a small window all of it lies below: the beginning counts where there is not room for it all.
	widgets.Follow(p.scroll, p.forgot)
	widgets.Follow(p.scroll, p.forgot.Objects[0])
}

// centre says what the centre can do, and how it is reached.
func (p *signInPage) centre() string {
	e, w := p.entrance, p.window
	who := e.DistrictCentre
	if e.CentreContact != "" {
		who += ", " + e.CentreContact
	}
	if e.Escrowed {
		if who == "" {
			who = w.Say("signin.centre_unknown", nil)
		}
		return w.Say("signin.forgot_centre_key", map[string]any{"centre": who})
	}
	return w.Say("signin.forgot_centre", map[string]any{"centre": who})
}
