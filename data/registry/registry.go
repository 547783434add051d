package registry

import (
	"context"
	"crypto/rand"
	"io"
	"slices"
	"sync"
	"time"
	_ "time/tzdata" // deadlines are counted in the campaign's zone on every PC

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry/ledger"
)

// Registry is one open registry, with somebody signed in. What is in it is reached by
// [Read] and [Write] alone, which both ask for a right. All methods may be called from
// many goroutines.
type Registry struct {
	listeners listeners

	mu   sync.Mutex
	view *View
}

// Read asks the registry something, for who has the right: f runs under the lock. A
// refusal is one of those of [Registry.May].
func Read[T any](r *Registry, right Right, f func(*View) (T, error)) (T, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.view.may(right); err != nil {
		var none T
		return none, err
	}
	return f(r.view)
}

// Write changes the registry, for who has the right: f runs under the lock, and changes
// by [Edit.Commit]. When it has ended without an error the listeners are told the signals,
// see [Registry.Tell].
func Write[T any](ctx context.Context, r *Registry, right Right, signals Signals, f func(*Edit) (T, error)) (made T, err error) {
	defer r.tell(&err, signals)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.view.may(right); err != nil {
		return made, err
	}
	return f(&Edit{r.view, ctx})
}

// Write is [Write] of what gives nothing back.
func (r *Registry) Write(ctx context.Context, right Right, signals Signals, f func(*Edit) error) error {
	_, err := Write(ctx, r, right, signals, func(w *Edit) (struct{}, error) { return struct{}{}, f(w) })
	return err
}

// Campaign is the campaign of the registry. It must not be altered.
func (r *Registry) Campaign() *campaign.Campaign { return r.view.Campaign() }

// Speak says in which language the one who signed in reads what the campaign says.
func (r *Registry) Speak(language string) { r.view.language.Store(&language) }

// Spoken is the campaign in that language, and as its file has it while there is none.
func (r *Registry) Spoken() *campaign.Campaign { return r.view.Spoken() }

// Today is the day in the campaign's time zone.
func (r *Registry) Today() data.Date { return r.view.Today() }

// Path is the file of the registry.
func (r *Registry) Path() string { return r.view.Path() }

// AtHome says that this is a take-home file, not the registry of the school.
func (r *Registry) AtHome() bool { return r.view.book.Identity().Home }

// Demo says that this is the registry of a demonstration.
func (r *Registry) Demo() bool { return r.view.Demo() }

// ID tells this registry from every other.
func (r *Registry) ID() string { return r.view.book.Identity().ID }

// Now is the time in the campaign's time zone.
func (r *Registry) Now() time.Time { return r.view.Now() }

// Calendar are the campaign as its file has it, and the days that the school has named.
func (r *Registry) Calendar() (file *campaign.Campaign, own data.Calendar) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.view.file, r.view.calendar
}

// School is the school of the registry.
func (r *Registry) School() data.School {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.view.school
}

// Letterhead is what the school has at the head of what it sends, empty for none.
func (r *Registry) Letterhead() data.Letterhead {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.view.letterhead
}

// Closed says whether the work in this file is over: "closed" with the campaign,
// "moved" to another computer, "" when it goes on.
func (r *Registry) Closed() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.view.state.Kind
}

// Looking is how a registry that cannot be written is open, nil for one that can.
func (r *Registry) Looking() *Looking { return r.view.book.Looking() }

// Me is the one who signed in.
func (r *Registry) Me() Account {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.view.who
}

// Filled is what graduates had filled in before this sign-in.
func (r *Registry) Filled() []Filled {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.view.filled
}

// May reports whether the one who signed in may do this now.
func (r *Registry) May(right Right) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.view.may(right) == nil
}

// MayFill reports whether the one who signed in may change a field.
func (r *Registry) MayFill(field string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.view.may(RightFill) == nil && (r.view.who.Role != RoleGraduate || !slices.Contains(notTheirs, field))
}

// Options are what a registry takes from outside, so that every run can be
// repeated: the clock and the source of randomness.
type Options struct {
	// Now is time.Now when nil.
	Now func() time.Time
	// Rand is crypto/rand when nil.
	Rand io.Reader
	// Key opens the registry instead of a password, as its first operator.
	Key *SchoolKey
	// Examine opens what would be refused as altered or damaged, for [Registry.Doctor]
	// to say what is wrong, and for [Registry.SetAside]. Nothing else can be changed then.
	Examine bool
	// Sitting says that a person sits down at the program, whose coming the history then
	// notes; a single command is noted by what it does.
	Sitting bool
	// Demo marks the registry of a demonstration, which is made by [Create]: all people in
	// it are invented, and everybody knows its passwords.
	Demo bool
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rand == nil {
		o.Rand = rand.Reader
	}
	return o
}

func (o Options) ledger() ledger.Options {
	return ledger.Options{Now: o.Now, Rand: o.Rand, Examine: o.Examine, Shipped: map[string][][]byte{settingCampaign: campaign.BuiltinSources()}}
}

// SchoolKey opens a registry without a password: for tests, which then need not pay
// the price of one.
type SchoolKey = ledger.SchoolKey

// NewSchoolKey makes a key for Options.Key.
func NewSchoolKey(rand io.Reader) (*SchoolKey, error) { return ledger.NewSchoolKey(rand) }
