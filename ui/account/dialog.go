package account

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/door"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// accountDialog asks for an account: a new one, or what another one becomes when its
// password was forgotten or its role has changed (KG-006, KG-007).
type accountDialog struct {
	window *frame.Window
	before registrar.Account
	form   *door.AccountForm
	about  *widget.Label
	box    *frame.Box
}

func newAccountDialog(w *frame.Window, a registrar.Account) *accountDialog {
	d := &accountDialog{window: w, before: a, form: door.NewAccountForm(w, w.Registrar().Campaign().Demo.Phone), about: widgets.Wrapped("")}
	d.form.Campaign = w.Registrar().Campaign()
	d.form.Role = a.Role
	d.form.NameIn.SetText(a.Name)
	if a.Phone != "" {
		d.form.PhoneIn.SetText(registrar.FormatPhone(a.Phone))
	}
	return d
}

// add asks for a new account.
func (d *accountDialog) add() {
	w := d.window
	d.box = w.Ask(w.Say("account_screen.add_title", nil), d.content("account_screen.add_about"), 620,
		frame.Choice{Label: w.Say("account_screen.add_yes", nil), Ready: d.onAdd}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(d.form.NameIn)
}

// replace asks what an account becomes.
func (d *accountDialog) replace() {
	w := d.window
	title := w.Say("account_screen.replace_title", map[string]any{"name": d.before.Name})
	d.box = w.Ask(title, d.content("account_screen.replace_about"), 620,
		frame.Choice{Label: w.Say("account_screen.replace_yes", nil), Ready: d.onReplace}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(d.form.FirstIn)
}

func (d *accountDialog) content(about string) fyne.CanvasObject {
	return container.NewVBox(widgets.Wrapped(d.window.Say(about, nil)), d.roles(), d.form.Build(nil))
}

// roles chooses the role and says what it may do.
func (d *accountDialog) roles() fyne.CanvasObject {
	w, roles := d.window, registrar.Roles(d.window.Registrar().Campaign())
	var names []widgets.Option
	for _, role := range roles {
		names = append(names, widgets.Option{Title: w.Say("role."+string(role), nil)})
	}
	choice := widgets.NewOneOfRow(func(at int) { d.onRole(roles[at]) })
	choice.OnEscape = func() { d.box.Leave() }
	choice.Offer(names...)
	choice.Set(slices.Index(roles, d.form.Role))
	d.showRole()
	return container.NewVBox(widgets.FieldCaption(w.Say("account_screen.role", nil)), choice, d.about)
}

func (d *accountDialog) onRole(role registrar.Role) {
	d.form.Role = role
	d.showRole()
}

func (d *accountDialog) showRole() {
	d.about.SetText(roleWords(d.window, d.form.Role))
}

// roleWords is what somebody with a role may do; of accesses only where the campaign has any.
func roleWords(w *frame.Window, role registrar.Role) string {
	return w.Say("account_screen.about_"+string(role), map[string]any{"accesses": w.Registrar().Campaign().Has(registrar.CapabilityAccesses)})
}

func (d *accountDialog) onAdd() bool {
	r, a, password := d.window.Registrar(), d.form.Account(), d.form.Password()
	d.save(func(ctx context.Context) error { return r.AddAccount(ctx, a, password) }, "account_screen.added")
	return false
}

func (d *accountDialog) onReplace() bool {
	r, id, a, password := d.window.Registrar(), d.before.ID, d.form.Account(), d.form.Password()
	d.save(func(ctx context.Context) error { return r.ReplaceAccount(ctx, id, a, password) }, "account_screen.replaced")
	return false
}

// save stores the account; the dialog stays until that has succeeded.
func (d *accountDialog) save(store func(context.Context) error, message string) {
	if !d.form.Valid() {
		return
	}
	frame.RunIn(d.box, func(ctx context.Context) (struct{}, error) { return struct{}{}, store(ctx) },
		func(_ struct{}, err error) { d.onSaved(message, err) })
}

// onSaved says a refusal under the field that it is about.
func (d *accountDialog) onSaved(message string, err error) {
	w := d.window
	switch registrar.CodeOf(err) {
	case "account.same_phone", "vault.phone":
		d.form.Phone.SetFault(w.Explain(err))
		w.Canvas().Focus(d.form.PhoneIn)
		return
	case "vault.short_password", "vault.common_password":
		d.form.First.SetFault(w.Explain(err))
		w.Canvas().Focus(d.form.FirstIn)
		return
	}
	if err != nil {
		w.Fail(err)
		return
	}
	d.box.Close()
	w.DoneForGood(w.Say(message, map[string]any{"name": d.form.NameIn.Text}))
}
