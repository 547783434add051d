package account

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// passwordForm replaces the own password.
type passwordForm struct {
	window               *frame.Window
	oldIn, firstIn, more *widgets.Entry
	old, first, again    *widgets.Labelled
	box                  *frame.Box
}

func newPasswordForm(w *frame.Window) *passwordForm {
	f := &passwordForm{window: w, oldIn: widgets.NewPasswordEntry(""), firstIn: widgets.NewPasswordEntry(""), more: widgets.NewPasswordEntry("")}
	f.old = widgets.NewLabelled(w.Say("account.old_password", nil), f.oldIn)
	f.first = widgets.NewLabelled(w.Say("account.new_password", nil), f.firstIn)
	f.again = widgets.NewLabelled(w.Say("account.again", nil), f.more)
	f.oldIn.OnChanged = func(string) { f.old.SetFault("") }
	f.firstIn.OnChanged, f.more.OnChanged = f.onTyped, f.onTyped
	return f
}

func (f *passwordForm) content(about string) fyne.CanvasObject {
	rule := widgets.Wrapped(f.window.Say("account.rule", nil))
	rule.SizeName = theme.SizeNameCaptionText
	return container.NewVBox(widgets.Wrapped(about), f.old.Box, f.first.Box, f.again.Box, rule)
}

// askPassword replaces the own password, when its owner wants to.
func askPassword(w *frame.Window) {
	f := newPasswordForm(w)
	f.box = w.Ask(w.Say("account.change_password", nil), f.content(w.Say("account.change_about", nil)), 480,
		frame.Choice{Label: w.Say("account.change_password", nil), Ready: f.onChange}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(f.oldIn)
}

// AskFirstPassword replaces a password that somebody else has set; who does not want to
// is locked out again (KG-006).
func AskFirstPassword(w *frame.Window) {
	f := newPasswordForm(w)
	f.box = w.Ask(w.Say("account.first_title", nil), f.content(w.Say("account.must_change", nil)), 480,
		frame.Choice{Label: w.Say("account.change_password", nil), Ready: f.onChange}, frame.Choice{Label: w.Say("menu.lock", nil), Chosen: w.Lock})
	w.Canvas().Focus(f.oldIn)
}

// onTyped takes back what is no longer wrong, whichever of the two was typed anew.
func (f *passwordForm) onTyped(string) {
	f.first.SetFault("")
	if registrar.SamePassword(f.firstIn.Text, f.more.Text) {
		f.again.SetFault("")
	}
}

// onChange changes it; where the new one is no good the old one is judged beside it, so that all
// faults are said at once.
func (f *passwordForm) onChange() bool {
	r, old, password := f.window.Registrar(), f.oldIn.Text, f.firstIn.Text
	weak, differs := f.weak(), f.window.SayIf(!registrar.SamePassword(password, f.more.Text), "account.not_the_same")
	work := func(ctx context.Context) (struct{}, error) { return struct{}{}, r.ChangePassword(ctx, old, password) }
	if weak != "" || differs != "" {
		work = func(ctx context.Context) (struct{}, error) { return struct{}{}, r.ConfirmPassword(ctx, old) }
	}
	frame.RunIn(f.box, work, func(_ struct{}, err error) { f.onChanged(err, weak, differs) })
	return false
}

// weak is why the new password is none, "" for a good one.
func (f *passwordForm) weak() string {
	w := f.window
	if f.oldIn.Text != "" && registrar.SamePassword(f.oldIn.Text, f.firstIn.Text) {
		return w.Say("account.same_password", nil)
	}
	if err := registrar.CheckPassword(f.firstIn.Text, w.Me()); err != nil {
		return w.Explain(err)
	}
	return ""
}

// onChanged says that it was changed, or what was wrong.
func (f *passwordForm) onChanged(err error, weak, differs string) {
	w, wrong := f.window, ""
	if code := registrar.CodeOf(err); code == "account.wrong_password" || code == "vault.wait" {
		wrong, err = w.Explain(err), nil
	}
	sound := w.SayLacks(frame.Lack{Field: f.old, Words: wrong}, frame.Lack{Field: f.first, Words: weak}, frame.Lack{Field: f.again, Words: differs})
	switch {
	case err != nil:
		w.Fail(err)
	case sound:
		f.box.Close()
		w.Renew()
		w.DoneForGood(w.Say("account.password_changed", nil))
	}
}
