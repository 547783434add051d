package frame

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// Fail shows a failure: what happened and what to do, in the user's language, with
// the details for who is asked for them. Cancelled work is no failure.
func (w *Window) Fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	w.Log.Error("failure shown", "code", Logged(err))
	message := widgets.Wrapped(w.Explain(err))
	details := widget.NewLabel(err.Error())
	details.Wrapping = fyne.TextWrapBreak
	details.SizeName = theme.SizeNameCaptionText
	fold := widget.NewAccordion(widget.NewAccordionItem(w.Say("ui.details", nil), details))
	w.Ask(w.Say("ui.failed", nil), container.NewVBox(message, fold), 520, Choice{Label: w.Say("ui.close", nil)})
}

// Logged is what the log may keep of a failure: its code; the whole text only of a
// fault of the program, which names ids and no persons.
func Logged(err error) string {
	if code := registrar.CodeOf(err); code != "" {
		return code
	}
	return err.Error()
}

// Explain is the sentence of a failure.
func (w *Window) Explain(err error) string {
	var refused *registrar.Error
	if errors.As(err, &refused) {
		return w.Say(refused.Code, refused.Args)
	}
	return w.Say("ui.fault", nil)
}

// LogFailure keeps a failure that nobody can do anything about.
func (w *Window) LogFailure(what string, err error) {
	if err != nil {
		w.Log.Error(what, "error", Logged(err))
	}
}
