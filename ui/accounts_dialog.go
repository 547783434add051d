package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

// accountDialog asks for an account: a new one, or what another one becomes when its
// password was forgotten or its role has changed (KG-006, KG-007).
type accountDialog struct {
	window *Window
	before registrar.Account
	form   *accountForm
	about  *widget.Label
	box    *box
	asked  turn
	// saving says that an answer is awaited: Enter pressed twice adds nobody twice.
	saving bool
}

func newAccountDialog(w *Window, a registrar.Account) *accountDialog {
	d := &accountDialog{window: w, before: a, form: newAccountForm(w, w.Registrar().Campaign().Demo.Phone), about: wrapped("")}
	d.form.role = a.Role
	d.form.nameIn.SetText(a.Name)
	if a.Phone != "" {
		d.form.phoneIn.SetText(registrar.FormatPhone(a.Phone))
	}
	return d
}

// add asks for a new account.
func (d *accountDialog) add() {
	w := d.window
	d.box = w.ask(w.say("accounts.add_title", nil), d.content("accounts.add_about"), 620,
		choice{label: w.say("accounts.add_yes", nil), ready: d.onAdd}, choice{label: w.say("ui.cancel", nil)})
	w.Canvas().Focus(d.form.nameIn)
}

// replace asks what an account becomes.
func (d *accountDialog) replace() {
	w := d.window
	title := w.say("accounts.replace_title", map[string]any{"name": d.before.Name})
	d.box = w.ask(title, d.content("accounts.replace_about"), 620,
		choice{label: w.say("accounts.replace_yes", nil), ready: d.onReplace}, choice{label: w.say("ui.cancel", nil)})
	w.Canvas().Focus(d.form.firstIn)
}

func (d *accountDialog) content(about string) fyne.CanvasObject {
	return container.NewVBox(wrapped(d.window.say(about, nil)), d.roles(), d.form.build(nil))
}

// roles chooses the role and says what it may do.
func (d *accountDialog) roles() fyne.CanvasObject {
	w := d.window
	var names []string
	for _, role := range registrar.Roles() {
		names = append(names, w.say("role."+string(role), nil))
	}
	choice := widget.NewRadioGroup(names, nil)
	choice.Horizontal, choice.Required = true, true
	choice.SetSelected(w.say("role."+string(d.form.role), nil))
	choice.OnChanged = d.onRole
	d.showRole()
	return container.NewVBox(fieldCaption(w.say("accounts.role", nil)), choice, d.about)
}

func (d *accountDialog) onRole(name string) {
	for _, role := range registrar.Roles() {
		if d.window.say("role."+string(role), nil) == name {
			d.form.role = role
		}
	}
	d.showRole()
}

func (d *accountDialog) showRole() {
	d.about.SetText(d.window.say("accounts.about_"+string(d.form.role), nil))
}

func (d *accountDialog) onAdd() bool {
	r, a, password := d.window.Registrar(), d.form.account(), d.form.password()
	d.save(func(ctx context.Context) error { return r.AddAccount(ctx, a, password) }, "accounts.added")
	return false
}

func (d *accountDialog) onReplace() bool {
	r, id, a, password := d.window.Registrar(), d.before.ID, d.form.account(), d.form.password()
	d.save(func(ctx context.Context) error { return r.ReplaceAccount(ctx, id, a, password) }, "accounts.replaced")
	return false
}

// save stores the account; the dialog stays until that has succeeded.
func (d *accountDialog) save(store func(context.Context) error, message string) {
	if d.saving || !d.form.valid() {
		return
	}
	d.saving = true
	run(d.window, &d.asked, func(ctx context.Context) (struct{}, error) { return struct{}{}, store(ctx) },
		func(_ struct{}, err error) { d.onSaved(message, err) })
}

// onSaved says a refusal under the field that it is about.
func (d *accountDialog) onSaved(message string, err error) {
	w := d.window
	d.saving = false
	switch registrar.CodeOf(err) {
	case "account.same_phone", "vault.phone":
		d.form.phone.setFault(w.explain(err))
		w.Canvas().Focus(d.form.phoneIn)
		return
	case "vault.short_password", "vault.common_password":
		d.form.first.setFault(w.explain(err))
		w.Canvas().Focus(d.form.firstIn)
		return
	}
	if err != nil {
		w.fail(err)
		return
	}
	d.box.close()
	w.done(w.say(message, map[string]any{"name": d.form.nameIn.Text}), nil)
}
