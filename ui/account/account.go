// Package account is who may sign in, and as what; the own password, the paper key and the
// key of the centre.
package account

import (
	"context"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: who may sign in, and as what? Everybody sees the list; only
// who may manage accounts has the buttons (KG-003, KG-005).
type Screen struct {
	window *frame.Window
	// manages says that the one who signed in may add, change and remove accounts.
	manages bool

	scroll  *container.Scroll
	table   *widgets.Table
	chosen  *widget.Label
	replace *widgets.Button
	remove  *widgets.Button
	paper   *paperKeyPanel
	centre  *centreKeyPanel

	reading, advising frame.Turn
	known             accountsKnown
	// stale says that there is something newer than what is shown.
	stale bool
}

// accountsKnown is what the screen shows, read in one go.
type accountsKnown struct {
	accounts []registrar.Account
	rows     []widgets.Row
	// me is the account of the one who signed in.
	me    string
	paper bool
	// centre is the recovery key of the centre, empty for none.
	centre string
}

// New makes the list of who may sign in.
func New(w *frame.Window) *Screen {
	s := &Screen{window: w, manages: w.May(registrar.RightAccounts), stale: true, chosen: widgets.Wrapped("")}
	column := func(id string, width float32) widgets.Column {
		return widgets.Column{Title: w.Say("account_screen.column_"+id, nil), Width: width}
	}
	name, state := column("name", 200), column("state", 200)
	name.Stretch, name.TwoLines, state.TwoLines = true, true, true
	s.table = widgets.NewTable([]widgets.Column{name, column("phone", 140), column("role", 140), state})
	s.table.Plain = true
	w.KeepLook(frame.Account, s.table)
	s.table.OnCursor = func(string) { s.showChosen() }
	s.replace = widgets.NewButton(w.Say("account_screen.replace", nil), theme.DocumentCreateIcon(), s.onReplace)
	s.remove = widgets.NewButton(w.Say("account_screen.remove", nil), theme.DeleteIcon(), s.onRemove)
	if s.manages {
		s.table.OnOpened = func(string) { s.onReplace() }
		s.table.OnRemove = s.onRemove
	}
	s.paper, s.centre = newPaperKeyPanel(s), newCentreKeyPanel(s)
	return s
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	top := container.NewVBox(s.head(), s.roles(), s.actions())
	bottom := container.NewVBox(widgets.Air(s.window.Scale()), container.New(&widgets.Halves{}, s.paper.build(), s.centre.build()))
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, 116*s.window.Scale()))
	page := container.NewBorder(top, bottom, nil, nil, container.NewStack(room, s.table))
	s.scroll = container.NewVScroll(container.NewPadded(page))
	return s.scroll
}

// head is the title with what needs no row of the table.
func (s *Screen) head() fyne.CanvasObject {
	w := s.window
	title := widgets.Heading(w.Say("screen.account", nil))
	title.Wrapping = fyne.TextWrapOff
	own := widgets.NewButton(w.Say("account.change_password", nil), theme.LoginIcon(), func() { askPassword(w) })
	widgets.Enable(own, w.May(registrar.RightPassword))
	row := container.NewHBox(own)
	if s.manages {
		add := widgets.NewButton(w.Say("account_screen.add", nil), theme.ContentAddIcon(), s.onAdd)
		add.Importance = widget.HighImportance
		row.Add(add)
	}
	return container.NewBorder(nil, nil, title, container.NewCenter(row))
}

// roles says of each role what it may do.
func (s *Screen) roles() fyne.CanvasObject {
	form := container.New(layout.NewFormLayout())
	for _, role := range registrar.Roles(s.window.Registrar().Campaign()) {
		form.Add(widget.NewLabelWithStyle(s.window.Say("role."+string(role), nil), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		form.Add(widgets.Wrapped(roleWords(s.window, role)))
	}
	return widgets.Panel(form)
}

// actions are the buttons for the account of the current row, with the reason where
// there is nothing to press.
func (s *Screen) actions() fyne.CanvasObject {
	buttons := container.NewHBox()
	if s.manages {
		buttons.Add(s.replace)
		buttons.Add(s.remove)
	}
	s.showChosen()
	return container.NewBorder(nil, nil, buttons, nil, s.chosen)
}

// Shown reads the accounts where they have changed.
func (s *Screen) Shown() {
	if s.stale {
		s.read()
	}
	s.window.Canvas().Focus(s.table.Focusable())
}

// Changed reads the accounts again, at once only where they are looked at.
func (s *Screen) Changed(signal registrar.Signal) {
	if signal != registrar.AccountsChanged {
		return
	}
	s.stale = true
	if s.window.Shows(s) {
		s.read()
	}
}

// Keep is the recovery key that was typed and not saved.
func (s *Screen) Keep() any { return s.centre.typed.Text }

// Unsaved says that a key of the centre was typed and not given to the registry.
func (s *Screen) Unsaved() bool { return s.manages && s.centre.typed.Text != "" }

// GiveBack puts the typed key back.
func (s *Screen) GiveBack(kept any) { s.centre.typed.SetText(kept.(string)) }

// MainAction adds somebody.
func (s *Screen) MainAction() {
	if s.manages {
		s.onAdd()
	}
}

// read asks for the accounts and the keys in the background.
func (s *Screen) read() {
	s.stale = false
	r, say := s.window.Registrar(), s.window.Text().Say
	frame.Run(s.window, &s.reading, func(ctx context.Context) (accountsKnown, error) { return readAccounts(ctx, r, say) }, s.onRead)
}

func readAccounts(ctx context.Context, r *registrar.Registrar, say func(string, map[string]any) string) (known accountsKnown, err error) {
	if known.accounts, err = r.Accounts(ctx); err != nil {
		return known, err
	}
	known.me = r.Me().ID
	for _, a := range known.accounts {
		state := widgets.Cell{}
		switch {
		case a.ID == known.me:
			state.Text = say("account_screen.you", nil)
		case a.MustChange:
			state.Text, state.Colour = say("account.first_password", nil), theme.ColorNameWarning
		}
		known.rows = append(known.rows, widgets.Row{Key: a.ID, Cells: []widgets.Cell{
			{Text: a.Name}, {Text: registrar.FormatPhone(a.Phone)}, {Text: say("role."+string(a.Role), nil)}, state}})
	}
	if known.paper, err = r.HasPaperCode(ctx); err != nil {
		return known, err
	}
	given, err := r.History(ctx, registrar.HistoryFilter{Kind: registrar.EventEscrowed})
	if len(given) > 0 {
		known.centre = given[len(given)-1].Note
	}
	return known, err
}

func (s *Screen) onRead(known accountsKnown, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.known = known
	near := s.table.Near(known.rows)
	if s.table.SetRows(known.rows); s.table.Cursor() == "" {
		// The keyboard goes on beside who was removed.
		s.table.MoveTo(near)
	}
	s.paper.show(known.paper)
	s.centre.show(known.centre)
	s.showChosen()
}

// current is the account of the current row; false while there is none.
func (s *Screen) current() (registrar.Account, bool) {
	at := slices.IndexFunc(s.known.accounts, func(a registrar.Account) bool { return a.ID == s.table.Cursor() })
	if at < 0 {
		return registrar.Account{}, false
	}
	return s.known.accounts[at], true
}

// showChosen says whom the buttons are about, or why they rest.
func (s *Screen) showChosen() {
	w := s.window
	a, some := s.current()
	own := some && a.ID == s.known.me
	switch {
	case !s.manages:
		s.chosen.SetText(w.Say("account_screen.only_head", nil))
	case own:
		s.chosen.SetText(w.Say("account_screen.chosen_own", nil))
	case some:
		s.chosen.SetText(w.Say("account_screen.chosen", map[string]any{"name": a.Name}))
	default:
		s.chosen.SetText(w.Say("account_screen.choose", nil))
	}
	for _, b := range []*widgets.Button{s.replace, s.remove} {
		if some && !own {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

func (s *Screen) onAdd() {
	s.dialogOf(registrar.Account{Role: registrar.RoleResponsible}).add()
}

func (s *Screen) onReplace() {
	if a, some := s.current(); some && !s.replace.Disabled() {
		s.dialogOf(a).replace()
	}
}

// dialogOf asks for an account, which knows the others.
func (s *Screen) dialogOf(a registrar.Account) *accountDialog {
	d := newAccountDialog(s.window, a)
	d.form.Others, d.form.Instead = s.known.accounts, a.ID
	return d
}

// onRemove asks first: who is removed cannot be let in again with the same password.
func (s *Screen) onRemove() {
	w := s.window
	a, some := s.current()
	if !some || s.remove.Disabled() {
		return
	}
	about := container.NewVBox(widgets.Wrapped(w.Say("account_screen.remove_about", map[string]any{"name": a.Name})),
		widgets.Wrapped(w.Say("account_screen.remove_key", nil)), widgets.Wrapped(w.Say("account_screen.remove_copies", nil)))
	w.Ask(w.Say("account_screen.remove_title", nil), about, 520,
		frame.Choice{Label: w.Say("account_screen.remove_yes", nil), Danger: true, Chosen: func() { s.removeNow(a) }}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func (s *Screen) removeNow(a registrar.Account) {
	w, r := s.window, s.window.Registrar()
	frame.RunLong(w, w.Say("account_screen.removing", nil), func(ctx context.Context, _ frame.Progress) (struct{}, error) {
		return struct{}{}, r.RemoveAccount(ctx, a.ID)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.DoneForGood(w.Say("account_screen.removed", map[string]any{"name": a.Name}))
		s.adviseKeys()
	})
}
