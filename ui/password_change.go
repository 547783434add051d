package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// passwordForm replaces the own password.
type passwordForm struct {
	window               *Window
	oldIn, firstIn, more *widgets.Entry
	old, first, again    *labelled
	box                  *box
	asked                turn
}

func newPasswordForm(w *Window) *passwordForm {
	f := &passwordForm{window: w, oldIn: widgets.NewPasswordEntry(""), firstIn: widgets.NewPasswordEntry(""), more: widgets.NewPasswordEntry("")}
	f.old = newLabelled(w.say("account.old_password", nil), f.oldIn)
	f.first = newLabelled(w.say("account.new_password", nil), f.firstIn)
	f.again = newLabelled(w.say("account.again", nil), f.more)
	for _, e := range []*widgets.Entry{f.oldIn, f.firstIn, f.more} {
		leaveByEscape(e, func() *box { return f.box })
		e.OnSubmitted = func(string) { w.Canvas().FocusNext() }
	}
	f.more.OnSubmitted = func(string) { f.onChange() }
	return f
}

func (f *passwordForm) content(about string) fyne.CanvasObject {
	rule := wrapped(f.window.say("account.rule", nil))
	rule.SizeName = theme.SizeNameCaptionText
	return container.NewVBox(wrapped(about), f.old.box, f.first.box, f.again.box, rule)
}

// askPassword replaces the own password, when its owner wants to.
func askPassword(w *Window) {
	f := newPasswordForm(w)
	f.box = w.ask(w.say("account.change_password", nil), f.content(w.say("account.change_about", nil)), 480,
		choice{label: w.say("account.change_password", nil), ready: f.onChange}, choice{label: w.say("ui.cancel", nil)})
	w.Canvas().Focus(f.oldIn)
}

// askFirstPassword replaces a password that somebody else has set; who does not want to
// is locked out again (KG-006).
func askFirstPassword(w *Window) {
	f := newPasswordForm(w)
	f.box = w.ask(w.say("account.first_title", nil), f.content(w.say("account.must_change", nil)), 480,
		choice{label: w.say("account.change_password", nil), ready: f.onChange}, choice{label: w.say("menu.lock", nil), chosen: w.lock})
	w.Canvas().Focus(f.oldIn)
}

func (f *passwordForm) onChange() bool {
	w := f.window
	for _, l := range []*labelled{f.old, f.first, f.again} {
		l.setFault("")
	}
	if f.firstIn.Text != f.more.Text {
		f.again.setFault(w.say("account.not_the_same", nil))
		return false
	}
	r, old, password := w.Registrar(), f.oldIn.Text, f.firstIn.Text
	run(w, &f.asked, func(ctx context.Context) (struct{}, error) { return struct{}{}, r.ChangePassword(ctx, old, password) },
		func(_ struct{}, err error) { f.onChanged(err) })
	return false
}

func (f *passwordForm) onChanged(err error) {
	w := f.window
	switch code := registrar.CodeOf(err); {
	case err == nil:
		f.box.close()
		w.Renew()
		w.done(w.say("account.password_changed", nil), nil)
	case code == "account.wrong_password":
		f.old.setFault(w.explain(err))
	case code == "vault.short_password" || code == "vault.common_password" || code == "account.same_password":
		f.first.setFault(w.explain(err))
	default:
		w.fail(err)
	}
}
