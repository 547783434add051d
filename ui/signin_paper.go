package ui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

const second = time.Second

// secondsOf is how long a refused sign-in has to wait.
func secondsOf(err error) int {
	var e *registrar.Error
	if errors.As(err, &e) {
		if n, is := e.Args["count"].(int); is {
			return n
		}
	}
	return 0
}

// recovered is a registry that the paper key has opened, and the code of the next paper.
type recovered struct {
	registrar *registrar.Registrar
	code      string
}

// paperForm asks for the paper key and for the account of the one who holds it.
type paperForm struct {
	window   *Window
	entrance registrar.Entrance
	code     *labelled
	codeIn   *widgets.Entry
	person   *accountForm
	box      *box
}

// askPaper opens a registry of which every password is lost.
func (w *Window) askPaper(e registrar.Entrance) {
	f := &paperForm{window: w, entrance: e, person: newAccountForm(w, e.Example)}
	f.codeIn = widgets.NewEntry("XXXXXX-XXXXXX-…")
	f.code = newLabelled(w.say("signin.paper_code", nil), f.codeIn)
	form := container.NewVBox(wrapped(w.say("signin.paper_about", nil)), f.code.box, f.person.build(nil))
	f.person.againIn.OnSubmitted = func(string) { f.onOpen() }
	for _, e := range []*widgets.Entry{f.codeIn, &f.person.nameIn.Entry, &f.person.phoneIn.Entry, &f.person.firstIn.Entry, &f.person.againIn.Entry} {
		e.OnEscape = func() { f.box.leave() }
	}
	f.box = w.ask(w.say("signin.paper", nil), scrolled(form, 480*w.scale()), 620,
		choice{label: w.say("signin.paper_open", nil), ready: f.onOpen}, choice{label: w.say("ui.cancel", nil)})
	w.window.Canvas().Focus(f.codeIn)
}

// scrolled gives a form that may be higher than the window a height of its own.
func scrolled(form fyne.CanvasObject, height float32) fyne.CanvasObject {
	s := container.NewVScroll(form)
	s.SetMinSize(fyne.NewSize(0, min(height, form.MinSize().Height)))
	return s
}

// onOpen tries the key; the dialog stays until it opens.
func (f *paperForm) onOpen() bool {
	f.code.setFault("")
	if !f.person.valid() {
		return false
	}
	w, e, typed, a, password := f.window, f.entrance, f.codeIn.Text, f.person.account(), f.person.password()
	runLong(w, w.say("ui.opening", nil), func(ctx context.Context, _ Progress) (recovered, error) {
		r, code, err := registrar.Recover(ctx, e.Path, typed, a, password, registrar.Options{Now: w.options.Now, Sitting: true})
		return recovered{r, code}, err
	}, f.onTried)
	return false
}

func (f *paperForm) onTried(done recovered, err error) {
	if err != nil {
		f.code.setFault(f.window.explain(err))
		return
	}
	f.box.close()
	f.window.signIn = nil
	f.window.onOpened(done.registrar, nil)
	f.window.showPaperCode(done.code)
}
