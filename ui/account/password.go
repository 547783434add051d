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

func (f *passwordForm) onChange() bool {
	w := f.window
	for _, l := range []*widgets.Labelled{f.old, f.first, f.again} {
		l.SetFault("")
	}
	if !registrar.SamePassword(f.firstIn.Text, f.more.Text) {
		f.again.SetFault(w.Say("account.not_the_same", nil))
		return false
	}
	r, old, password := w.Registrar(), f.oldIn.Text, f.firstIn.Text
	frame.RunIn(f.box, func(ctx context.Context) (struct{}, error) { return struct{}{}, r.ChangePassword(ctx, old, password) },
		func(_ struct{}, err error) { f.onChanged(err) })
	return false
}

func (f *passwordForm) onChanged(err error) {
	w := f.window
	switch code := registrar.CodeOf(err); {
	case err == nil:
		f.box.Close()
		w.Renew()
		w.DoneForGood(w.Say("account.password_changed", nil))
	case code == "account.wrong_password":
		f.old.SetFault(w.Explain(err))
	case code == "vault.short_password" || code == "vault.common_password" || code == "account.same_password":
		f.first.SetFault(w.Explain(err))
	default:
		w.Fail(err)
	}
}
