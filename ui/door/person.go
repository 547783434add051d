package door

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// AccountForm asks for one person who may sign in: name, phone, and a password twice.
type AccountForm struct {
	window *frame.Window
	// Phone and First are the fields of phone and password, for what is refused about them.
	name, Phone, First, again *widgets.Labelled
	// NameIn, PhoneIn and FirstIn are the entries of name, phone and password.
	NameIn, PhoneIn  *widgets.FollowedEntry
	FirstIn, againIn *widgets.FollowedEntry
	example          string
	// Campaign says what a phone is; nil while none is chosen.
	Campaign *registrar.CampaignFile
	// Role is what the person is to be.
	Role registrar.Role
	// Others are the accounts that there are, Instead the id of the one whose form it is, "" for a new
	// one: no two have the same phone.
	Others  []registrar.Account
	Instead string
}

// NewAccountForm makes an empty form for a head; examplePhone is the hint of its phone.
func NewAccountForm(w *frame.Window, examplePhone string) *AccountForm {
	return &AccountForm{window: w, Role: registrar.RoleHead,
		NameIn: widgets.NewFollowed(), PhoneIn: widgets.NewFollowed(), FirstIn: widgets.NewFollowedPassword(), againIn: widgets.NewFollowedPassword(), example: examplePhone}
}

// Build puts what was typed under captions of the present language; the fields scroll
// into view within scroll, which may be nil.
func (f *AccountForm) Build(scroll *container.Scroll) fyne.CanvasObject {
	w := f.window
	f.PhoneIn.PlaceHolder = f.example
	f.name = f.field("account.name", f.NameIn, scroll)
	f.Phone = f.field("account.phone", f.PhoneIn, scroll)
	f.PhoneIn.OnChanged = func(string) { f.onPhone() }
	f.First = f.field("account.new_password", f.FirstIn, scroll)
	f.again = f.field("account.again", f.againIn, scroll)
	rejudge := func(string) {
		f.First.SetFault("")
		if f.again.Faulty() {
			f.again.SetFault(f.differs())
		}
	}
	f.FirstIn.OnChanged, f.againIn.OnChanged = rejudge, rejudge
	rule := widgets.Wrapped(w.Say("account.rule", nil))
	rule.SizeName = theme.SizeNameCaptionText
	return container.NewVBox(widgets.Pair(f.name, f.Phone), widgets.Pair(f.First, f.again), rule)
}

// field is one of those that must all be filled, and has a star.
func (f *AccountForm) field(id string, e *widgets.FollowedEntry, scroll *container.Scroll) *widgets.Labelled {
	l := widgets.NewLabelled(f.window.Say(id, nil)+" *", e)
	e.Gained = func() { widgets.Follow(scroll, l.Box) }
	e.OnChanged = func(string) { l.SetFault("") }
	e.OnSubmitted = func(string) { f.window.Submit() }
	return l
}

// Account is the person who was typed.
func (f *AccountForm) Account() registrar.Account {
	return registrar.Account{Name: f.NameIn.Text, Phone: f.PhoneIn.Text, Role: f.Role}
}

// Password is the one that was typed.
func (f *AccountForm) Password() string { return f.FirstIn.Text }

func (f *AccountForm) founder() registrar.Founder {
	return registrar.Founder{Name: f.NameIn.Text, Phone: f.PhoneIn.Text, Password: f.FirstIn.Text}
}

// lacks are its fields with what is wrong in each, from the first on.
func (f *AccountForm) lacks() []frame.Lack {
	return []frame.Lack{{Field: f.name, Words: f.lack(f.NameIn, "account.no_name")}, {Field: f.Phone, Words: f.noPhone()},
		{Field: f.First, Words: f.weak()}, {Field: f.again, Words: f.differs()}}
}

// Valid says under each field what it lacks, and goes to the first.
func (f *AccountForm) Valid() bool {
	return f.window.SayLacks(f.lacks()...)
}

func (f *AccountForm) lack(e *widgets.FollowedEntry, id string) string {
	return f.window.SayIf(strings.TrimSpace(e.Text) == "", id)
}

// onPhone takes back what was said of the phone once it is good.
func (f *AccountForm) onPhone() {
	if f.Phone.Faulty() {
		f.Phone.SetFault(f.noPhone())
	}
}

// noPhone is why what was typed is no phone to sign in with, "" for one that is.
func (f *AccountForm) noPhone() string {
	lack := f.lack(f.PhoneIn, "account.no_phone")
	if lack != "" || f.Campaign == nil {
		return lack
	}
	return refusal(f.window, registrar.CheckFreePhone(f.Campaign, f.Others, f.PhoneIn.Text, f.Instead))
}

// refusal is an error in words, "" for none.
func refusal(w *frame.Window, err error) string {
	if err == nil {
		return ""
	}
	return w.Explain(err)
}

func (f *AccountForm) weak() string {
	return refusal(f.window, registrar.CheckPassword(f.FirstIn.Text, f.Account()))
}

func (f *AccountForm) differs() string {
	if !registrar.SamePassword(f.FirstIn.Text, f.againIn.Text) {
		return f.window.Say("account.not_the_same", nil)
	}
	return ""
}
