package door

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// centreWays are the buttons of who has lost every password, where the centre has the key (KG-007): to
// ask it, and once it was asked, to take its answer.
func (p *signInPage) centreWays() fyne.CanvasObject {
	w, e := p.window, p.entrance
	ways := container.New(&widgets.Flow{}, widgets.NewButton(w.Say("signin.ask_centre", nil), theme.MailSendIcon(), func() { askCentre(w, e, p.onForgotten) }))
	if registrar.AskedCentre(e.Path) {
		ways.Add(widgets.NewButton(w.Say("signin.centre_answer", nil), theme.MailReplyIcon(), func() { askAnswer(w, e) }))
	}
	return ways
}

// centreForm asks who asks the centre, and for the password that is to hold afterwards.
type centreForm struct {
	window   *frame.Window
	entrance registrar.Entrance
	person   *AccountForm
	tall     *tallForm
	box      *frame.Box
	// done is called when the request is written.
	done func()
}

func askCentre(w *frame.Window, e registrar.Entrance, done func()) {
	f := &centreForm{window: w, entrance: e, person: NewAccountForm(w, e.Example), done: done}
	f.person.Campaign = e.Campaign
	f.tall = newTallForm(w)
	f.tall.form.Add(widgets.Wrapped(w.Say("signin.ask_centre_about", nil)))
	f.tall.form.Add(f.person.Build(f.tall.scroll))
	f.box = f.tall.show(w.Say("signin.ask_centre", nil),
		frame.Choice{Label: w.Say("signin.ask_centre_write", nil), Ready: f.onWrite}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(f.person.NameIn)
}

// onWrite asks where the request is to be written, once there is somebody to write it for.
func (f *centreForm) onWrite() bool {
	defer f.tall.fit()
	w := f.window
	if !f.person.Valid() {
		return false
	}
	a, password := f.person.Account(), f.person.Password()
	w.FilesFor(frame.ToCentre).Save(w.Say("signin.ask_centre_where", nil), w.Say("signin.ask_centre_name", nil)+".zip.age", func(path string) {
		asking := registrar.Asking{Registry: f.entrance.Path, Out: path, Name: a.Name, Phone: a.Phone, Password: password}
		frame.RunHeld(w, w.Say("signin.ask_centre_writing", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
			return registrar.AskCentre(ctx, asking, registrar.Options{Now: w.Now})
		}, func(fingerprint string, err error) { f.onWritten(path, fingerprint, err) })
	})
	return false
}

func (f *centreForm) onWritten(path, fingerprint string, err error) {
	w := f.window
	switch {
	case data.CodeOf(err) == "vault.phone":
		f.person.Phone.SetFault(w.Explain(err))
		f.tall.fit()
		return
	case err != nil:
		w.Fail(err)
		return
	}
	f.box.Close()
	f.done()
	told := widgets.BoldWords(fingerprint)
	told.TextStyle.Monospace = true
	w.Ask(w.Say("signin.asked_title", nil), container.NewVBox(widgets.Wrapped(w.Say("signin.asked_about", map[string]any{"file": filepath.Base(path)})),
		widgets.Panel(told), widgets.Wrapped(w.Say("signin.asked_then", map[string]any{"forgotten": w.Say("signin.forgotten", nil), "answer": w.Say("signin.centre_answer", nil)}))), 620, frame.Choice{Label: w.Say("ui.close", nil)})
}

// answerForm takes what the centre has answered.
type answerForm struct {
	window   *frame.Window
	entrance registrar.Entrance
	path     string
	from     *widgets.Labelled
	fromIn   *widgets.Shortened
	password *widgets.Labelled
	secret   *widgets.FollowedEntry
	box      *frame.Box
}

func askAnswer(w *frame.Window, e registrar.Entrance) {
	f := &answerForm{window: w, entrance: e, fromIn: widgets.NewShortened("", ""), secret: widgets.NewFollowedPassword()}
	choose := widgets.NewButton(w.Say("welcome.invited_choose", nil), theme.FolderOpenIcon(), f.onChoose)
	f.from = widgets.NewLabelledRow(w.Say("signin.answer_file", nil), container.NewBorder(nil, nil, nil, choose, f.fromIn), choose)
	f.password = widgets.NewLabelled(w.Say("signin.answer_password", nil), f.secret)
	f.secret.OnChanged = func(string) { f.password.SetFault("") }
	f.secret.OnSubmitted = func(string) { w.Submit() }
	f.box = w.Ask(w.Say("signin.centre_answer", nil), container.NewVBox(widgets.Wrapped(w.Say("signin.answer_about", nil)), f.from.Box, f.password.Box), 560,
		frame.Choice{Label: w.Say("signin.answer_open", nil), Ready: f.onOpen}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(choose)
}

func (f *answerForm) onChoose() {
	w := f.window
	w.Files.Open(w.Say("signin.answer_file", nil), []string{".age"}, func(path string) {
		f.path = path
		f.from.SetFault("")
		f.fromIn.SetText(path)
		w.Canvas().Focus(f.secret)
	})
}

func (f *answerForm) onOpen() bool {
	w, e, path, password := f.window, f.entrance, f.path, f.secret.Text
	if !w.SayLacks(frame.Lack{Field: f.from, Words: w.SayIf(path == "", "welcome.invited_no_file")},
		frame.Lack{Field: f.password, Words: w.SayIf(password == "", "signin.no_password")}) {
		return false
	}
	frame.RunHeld(w, w.Say("ui.opening", nil), func(ctx context.Context, _ frame.Progress) (*registrar.Registrar, error) {
		return registrar.TakeAnswer(ctx, e.Path, path, password, registrar.Options{Now: w.Now, Sitting: true})
	}, f.onTried)
	return false
}

func (f *answerForm) onTried(r *registrar.Registrar, err error) {
	w := f.window
	if err != nil {
		field, at := f.from, fyne.Focusable(nil)
		if code := data.CodeOf(err); code == "recovery.wrong_password" {
			field, at = f.password, f.secret
		}
		field.SetFault(w.Explain(err))
		if at != nil {
			w.Canvas().Focus(at)
		}
		f.box.Fit(560)
		return
	}
	f.box.Close()
	w.OnOpened(r, nil)
	w.Ask(w.Say("signin.let_in_title", nil), widgets.Wrapped(w.Say("recovery.let_in", nil)), 520, frame.Choice{Label: w.Say("ui.close", nil)})
}
