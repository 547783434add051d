package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
)

// accountForm asks for one person who may sign in: name, phone, and a password twice.
type accountForm struct {
	window                    *Window
	name, phone, first, again *labelled
	nameIn, phoneIn           *followedEntry
	firstIn, againIn          *followedEntry
	example                   string
	role                      registrar.Role
}

func newAccountForm(w *Window, examplePhone string) *accountForm {
	return &accountForm{window: w, role: registrar.RoleHead,
		nameIn: newFollowed(), phoneIn: newFollowed(), firstIn: newFollowedPassword(), againIn: newFollowedPassword(), example: examplePhone}
}

// build puts what was typed under captions of the present language; the fields scroll
// into view within scroll, which may be nil.
func (f *accountForm) build(scroll *container.Scroll) fyne.CanvasObject {
	w := f.window
	f.phoneIn.PlaceHolder = f.example
	f.name = f.field("account.name", f.nameIn, scroll)
	f.phone = f.field("account.phone", f.phoneIn, scroll)
	f.first = f.field("account.new_password", f.firstIn, scroll)
	f.again = f.field("account.again", f.againIn, scroll)
	rule := wrapped(w.say("account.rule", nil))
	rule.SizeName = theme.SizeNameCaptionText
	return container.NewVBox(pair(f.name, f.phone), pair(f.first, f.again), rule)
}

func (f *accountForm) field(id string, e *followedEntry, scroll *container.Scroll) *labelled {
	l := newLabelled(f.window.say(id, nil), e)
	e.gained = func() { follow(scroll, l.box) }
	e.OnChanged = func(string) { l.setFault("") }
	e.OnSubmitted = func(string) { f.window.Canvas().FocusNext() }
	return l
}

func (f *accountForm) account() registrar.Account {
	return registrar.Account{Name: f.nameIn.Text, Phone: f.phoneIn.Text, Role: f.role}
}

func (f *accountForm) password() string { return f.firstIn.Text }

func (f *accountForm) founder() registrar.Founder {
	return registrar.Founder{Name: f.nameIn.Text, Phone: f.phoneIn.Text, Password: f.firstIn.Text}
}

// valid says under each field what it lacks, and goes to the first.
func (f *accountForm) valid() bool {
	w := f.window
	faults := []struct {
		field *labelled
		words string
	}{
		{f.name, f.lack(f.nameIn, "account.no_name")},
		{f.phone, f.lack(f.phoneIn, "account.no_phone")},
		{f.first, f.weak()},
		{f.again, f.differs()},
	}
	sound := true
	for _, fault := range faults {
		fault.field.setFault(fault.words)
		if fault.words != "" && sound {
			w.Canvas().Focus(fault.field.input)
			sound = false
		}
	}
	return sound
}

func (f *accountForm) lack(e *followedEntry, id string) string {
	if e.Text == "" {
		return f.window.say(id, nil)
	}
	return ""
}

func (f *accountForm) weak() string {
	if err := registrar.CheckPassword(f.firstIn.Text, f.account()); err != nil {
		return f.window.explain(err)
	}
	return ""
}

func (f *accountForm) differs() string {
	if f.firstIn.Text != f.againIn.Text {
		return f.window.say("account.not_the_same", nil)
	}
	return ""
}
