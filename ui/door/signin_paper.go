package door

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/frame"
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

// Close gives it back where nobody is there to take it.
func (r recovered) Close() error { return r.registrar.Close() }

// paperFields ask for the paper key and for the account of the one who holds it.
type paperFields struct {
	window *frame.Window
	code   *widgets.Labelled
	codeIn *widgets.FollowedEntry
	person *AccountForm
}

func newPaperFields(w *frame.Window, examplePhone string) *paperFields {
	p := &paperFields{window: w, codeIn: widgets.NewFollowed(), person: NewAccountForm(w, examplePhone)}
	p.codeIn.PlaceHolder = "XXXXXX-XXXXXX-…"
	return p
}

// build puts the fields under each other; they scroll into view within scroll, which may
// be nil.
func (p *paperFields) build(scroll *container.Scroll) fyne.CanvasObject {
	p.code = p.person.field("signin.paper_code", p.codeIn, scroll)
	return container.NewVBox(p.code.Box, p.person.Build(scroll))
}

// lacks are its fields with what is wrong in each, from the first on.
func (p *paperFields) lacks() []frame.Lack {
	return append([]frame.Lack{{Field: p.code, Words: refusal(p.window, registrar.CheckPaperCode(p.codeIn.Text))}}, p.person.lacks()...)
}

// fieldOf is the field that a refusal is about, nil where it is about none of them.
func (p *paperFields) fieldOf(code string) *widgets.Labelled {
	switch code {
	case "vault.paper_group", "vault.paper_length", "vault.paper_wrong":
		return p.code
	case "vault.phone":
		return p.person.Phone
	case "vault.short_password", "vault.common_password":
		return p.person.First
	}
	return nil
}

// refuse says what was wrong, at its place; false where it is about none of the fields.
func (p *paperFields) refuse(err error) bool {
	field := p.fieldOf(registrar.CodeOf(err))
	if field == nil {
		return false
	}
	field.SetFault(p.window.Explain(err))
	p.window.Canvas().Focus(field.Input)
	return true
}

// paperForm opens a registry by the paper key.
type paperForm struct {
	window   *frame.Window
	entrance registrar.Entrance
	fields   *paperFields
	tall     *tallForm
	box      *frame.Box
}

// askPaper opens a registry of which every password is lost.
func askPaper(w *frame.Window, e registrar.Entrance) {
	f := &paperForm{window: w, entrance: e, fields: newPaperFields(w, e.Example)}
	f.fields.person.Campaign = e.Campaign
	f.tall = newTallForm(w)
	f.tall.form.Add(widgets.Wrapped(w.Say("signin.paper_about", nil)))
	f.tall.form.Add(f.fields.build(f.tall.scroll))
	f.box = f.tall.show(w.Say("signin.paper", nil),
		frame.Choice{Label: w.Say("signin.paper_open", nil), Ready: f.onOpen}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(f.fields.codeIn)
}

// onOpen tries the key; the dialog stays until it opens.
func (f *paperForm) onOpen() bool {
	defer f.tall.fit()
	if !f.window.SayLacks(f.fields.lacks()...) {
		return false
	}
	w, e, typed, a, password := f.window, f.entrance, f.fields.codeIn.Text, f.fields.person.Account(), f.fields.person.Password()
	frame.RunHeld(w, w.Say("ui.opening", nil), func(ctx context.Context, _ frame.Progress) (recovered, error) {
		r, code, err := registrar.Recover(ctx, e.Path, registrar.Holder{Code: typed, Name: a.Name, Phone: a.Phone, Password: password}, registrar.Options{Now: w.Now, Sitting: true})
		return recovered{r, code}, err
	}, f.onTried)
	return false
}

func (f *paperForm) onTried(done recovered, err error) {
	if err != nil {
		if !f.fields.refuse(err) {
			f.fields.code.SetFault(f.window.Explain(err))
		}
		f.tall.fit()
		return
	}
	f.box.Close()
	f.window.OnOpened(done.registrar, nil)
	ShowPaperCode(f.window, done.code)
}
