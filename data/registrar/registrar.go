// Package registrar is the door of the house: whoever shows or asks something, the window
// or the command line, comes in here. [Open], [Create], [Restore] and [Recover] give a
// [Registrar]: one open registry with a desk for every kind of question.
//
//	r.Table     who is there, what is missing, adding, changing, removing, pasting, collecting
//	r.Form      one graduate's registration: its steps, photos and scans, earlier states
//	r.Roster    class lists: looking at one, judging its rows, taking them in
//	r.CentreList the centre's own list of cards: comparing it, taking over what it says
//	r.Access    the graduates' accesses, their slips, handing over, the form taken home
//	r.Photo     photos and scans: what the rules say, what people answer, a folder of many
//	r.Intake    kits handed in: their papers, what is looked at on each, receiving, giving back
//	r.Payment   receipts: adding, comparing, taking back, what the centre says of them
//	r.Answer    registered or refused, seen on the centre's site, another attempt, withdrawing
//	r.Envelope  individual envelopes: come, handed over, kept elsewhere
//	r.Exchange  messages to and from the centre
//	r.Printing  every document: a preview, a file, the originals, the paper key
//	r.Season    the school, the campaign's days, the end of the work, erasing
//
// What belongs to no desk the registry itself answers ([registry.Registry]): who signed in
// and what may be done, the accounts, the history, backups, the doctor.
//
// The graduates that are handed out are shared and must not be altered: change them at a
// desk. All methods may be called from many goroutines. Errors that a person will read
// carry a code ([Error]); data/text phrases it. [Demo] does the whole main job for an
// invented school.
//
// The door is thin: a rule stands at its desk, or below it in the registry, never here.
package registrar

import (
	"context"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar/access"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/centrelist"
	"graduand/data/registrar/envelope"
	"graduand/data/registrar/exchange"
	"graduand/data/registrar/form"
	"graduand/data/registrar/intake"
	"graduand/data/registrar/payment"
	"graduand/data/registrar/photo"
	"graduand/data/registrar/post"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/recovery"
	"graduand/data/registrar/roster"
	"graduand/data/registrar/season"
	"graduand/data/registrar/table"
	"graduand/data/registry"
)

// Registrar is one open registry, with somebody signed in, and the desks at it. What
// belongs to no desk the registry answers itself: who signed in and what may be done, the
// accounts, the history, backups, and the doctor.
type Registrar struct {
	*registry.Registry

	// Table answers who is there and what is missing, and changes them one by one or many
	// at once.
	Table *table.Desk
	// Form answers for one graduate's registration, with photos and scans.
	Form *form.Desk
	// Roster reads class lists.
	Roster *roster.Desk
	// CentreList compares the centre's own list with the registry.
	CentreList *centrelist.Desk
	// Access answers for the graduates' accesses and take-home files.
	Access *access.Desk
	// Photo answers for what the rules and people say of photos and scans.
	Photo *photo.Desk
	// Intake answers for the kits that graduates hand in.
	Intake *intake.Desk
	// Payment answers for the receipts of fees.
	Payment *payment.Desk
	// Answer answers for what the centre says of registrations, and what follows.
	Answer *answer.Desk
	// Envelope answers for the individual envelopes that the centre sends.
	Envelope *envelope.Desk
	// Exchange answers for the messages to and from the centre.
	Exchange *exchange.Desk
	// Printing answers for every paper.
	Printing *printing.Desk
	// Post answers for lists, packages, and letters that go their own way.
	Post *post.Desk
	// Season answers for the school, the days, and the end of the work.
	Season *season.Desk
}

// at sets the desks up at a registry.
func at(r *registry.Registry) *Registrar {
	photos := photo.New(r)
	return &Registrar{Registry: r, Table: table.New(r), Form: form.New(r, photos), Roster: roster.New(r), CentreList: centrelist.New(r), Access: access.New(r),
		Photo: photos, Intake: intake.New(r), Payment: payment.New(r), Answer: answer.New(r), Envelope: envelope.New(r), Exchange: exchange.New(r), Printing: printing.New(r, season.OnPaper), Post: post.New(r), Season: season.New(r)}
}

// opened sets the desks up at what was opened, if it was.
func opened(r *registry.Registry, err error) (*Registrar, error) {
	if err != nil {
		return nil, err
	}
	return at(r), nil
}

// Open opens the registry at path: see [registry.Open].
func Open(ctx context.Context, path string, s SignIn, o Options) (*Registrar, error) {
	return opened(registry.Open(ctx, path, s, o))
}

// Create makes a new registry at path: see [registry.Create].
func Create(ctx context.Context, path string, c *campaign.Campaign, school data.School, f Founder, o Options) (*Registrar, error) {
	return opened(registry.Create(ctx, path, c, school, f, o))
}

// OpenInvitation opens the enrolment that a centre has sent, by the code that was told by voice: see
// [exchange.OpenInvitation].
func OpenInvitation(path, code string) (*Invitation, error) {
	return exchange.OpenInvitation(path, code)
}

// Found makes the registry of an invited school: see [exchange.Invitation.Found].
func Found(ctx context.Context, i *Invitation, f Founding, o Options) (*Registrar, error) {
	return opened(i.Found(ctx, f, o))
}

// Restore makes a new registry at path of a backup, anyway also of one in which something
// is ill: see [registry.Restore].
func Restore(ctx context.Context, backup, path string, s SignIn, anyway bool, o Options) (*Registrar, error) {
	return opened(registry.Restore(ctx, backup, path, s, anyway, o))
}

// RestoreByPaper is [Restore] for who has the paper key and no password; the code of the
// next paper is returned: see [registry.RestoreByPaper].
func RestoreByPaper(ctx context.Context, backup, path string, h Holder, anyway bool, o Options) (r *Registrar, next string, err error) {
	restored, next, err := registry.RestoreByPaper(ctx, backup, path, h, anyway, o)
	r, err = opened(restored, err)
	return r, next, err
}

// Recover opens a registry of which every password is lost; the code of the next paper is
// returned: see [registry.Recover].
func Recover(ctx context.Context, path string, h Holder, o Options) (r *Registrar, next string, err error) {
	recovered, next, err := registry.Recover(ctx, path, h, o)
	r, err = opened(recovered, err)
	return r, next, err
}

// Invitation is the enrolment of a school, and Founding what the school adds to it.
type (
	Invitation = exchange.Invitation
	Founding   = exchange.Founding
)

// Asking is who asks the centre for the key of a registry.
type Asking = recovery.Asking

// AskCentre asks the centre for the key of a registry of which every password is lost, and gives the
// fingerprint that is told by voice: see [recovery.Ask].
func AskCentre(ctx context.Context, a Asking, o Options) (fingerprint string, err error) {
	return recovery.Ask(ctx, a, o)
}

// AskedCentre says that such a request waits for its answer.
func AskedCentre(path string) bool { return recovery.Asked(path) }

// TakeAnswer opens a registry by the centre's answer: see [recovery.Answer].
func TakeAnswer(ctx context.Context, path, answer, password string, o Options) (*Registrar, error) {
	return opened(recovery.Answer(ctx, path, answer, password, o))
}

// LookAt reads what stands on the door of a registry: see [registry.LookAt].
func LookAt(ctx context.Context, path string) (Entrance, error) { return registry.LookAt(ctx, path) }

// RefuseLooking says why nothing can be changed in a registry that is open for looking: see
// [registry.RefuseLooking].
func RefuseLooking(how *Looking) error { return registry.RefuseLooking(how) }

// RemoveLooked removes the copies that programs have left which were killed while somebody looked at a
// registry that cannot be written: a program calls it when it begins.
func RemoveLooked() { registry.RemoveLooked() }

// Campaign is the campaign in the language of whoever asks ([registry.Registry.Speak]), for
// everything that a window or a table shows; the desks and the papers keep the words of its
// file. It must not be altered.
func (r *Registrar) Campaign() *campaign.Campaign { return r.Spoken() }

// ReadDay reads a day in any spelling, for who has no registry open; empty is none.
func ReadDay(typed string, today data.Date) (data.Date, error) {
	return data.ReadDay(data.FieldTitle("day"), typed, today)
}

// DayOf is the day of an instant in its zone.
func DayOf(t time.Time) data.Date { return data.DateOf(t) }

// ParseDay reads a day in any spelling; empty is none.
func (r *Registrar) ParseDay(typed string) (data.Date, error) {
	return data.ReadDay(data.FieldTitle("day"), typed, r.Today())
}
