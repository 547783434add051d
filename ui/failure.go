package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

// fail shows a failure: what happened and what to do, in the user's language, with
// the details for who is asked for them. Cancelled work is no failure.
func (w *Window) fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	w.Log.Error("failure shown", "code", logged(err))
	message := wrapped(w.explain(err))
	details := widget.NewLabel(err.Error())
	details.Wrapping = fyne.TextWrapBreak
	details.SizeName = theme.SizeNameCaptionText
	fold := widget.NewAccordion(widget.NewAccordionItem(w.say("ui.details", nil), details))
	w.ask(w.say("ui.failed", nil), container.NewVBox(message, fold), 520, choice{label: w.say("ui.close", nil)})
}

// logged is what the log may keep of a failure: its code; the whole text only of a
// fault of the program, which names ids and no persons.
func logged(err error) string {
	if code := registrar.CodeOf(err); code != "" {
		return code
	}
	return err.Error()
}

// explain is the sentence of a failure.
func (w *Window) explain(err error) string {
	var refused *registrar.Error
	if errors.As(err, &refused) {
		return w.say(refused.Code, refused.Args)
	}
	return w.say("ui.fault", nil)
}

// logFailure keeps a failure that nobody can do anything about.
func (w *Window) logFailure(what string, err error) {
	if err != nil {
		w.Log.Error(what, "error", logged(err))
	}
}
