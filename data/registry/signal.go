package registry

import (
	"slices"
	"sync"
)

// Signal says what has changed, so that a screen shows it anew without asking.
type Signal int

// What can change under an open window.
const (
	GraduatesChanged Signal = iota
	SchoolChanged
	// HistoryGrew comes with every event, the other signals' ones too.
	HistoryGrew
	AccountsChanged
	// CalendarChanged says that a day of the campaign or a day off is another.
	CalendarChanged
	// CampaignChanged says that a newer edition of the campaign holds: all that follows from its file
	// is to be asked anew.
	CampaignChanged
	// NotNoted says that what was just made stands in no history: the registry cannot be written.
	NotNoted
)

// Signals are those of one change.
type Signals []Signal

// listeners are told of changes, after the change is on disk and in the index.
type listeners struct {
	mu  sync.Mutex
	all []func(Signal)
}

// Listen calls f at every later change, on the goroutine that made it and with no
// lock held.
func (r *Registry) Listen(f func(Signal)) {
	r.listeners.mu.Lock()
	defer r.listeners.mu.Unlock()
	r.listeners.all = append(r.listeners.all, f)
}

// tell is deferred before the lock is taken, so that it runs when the lock is free;
// a failed change tells nothing.
func (r *Registry) tell(err *error, signals Signals) {
	if *err == nil {
		r.Tell(signals)
	}
}

// Tell tells the listeners what has changed, and that the history grew; nothing when there
// are no signals. The history of a registry that cannot be written does not grow.
func (r *Registry) Tell(signals Signals) {
	if r.Looking() != nil {
		signals = slices.DeleteFunc(slices.Clone(signals), func(s Signal) bool { return s == HistoryGrew })
	} else if len(signals) > 0 && !slices.Contains(signals, HistoryGrew) {
		signals = append(slices.Clone(signals), HistoryGrew)
	}
	r.listeners.mu.Lock()
	all := r.listeners.all
	r.listeners.mu.Unlock()
	for _, f := range all {
		for _, s := range signals {
			f(s)
		}
	}
}

// tellNotNoted tells whoever listens that what was just made stands in no history, where that is so.
func (r *Registry) tellNotNoted(err error) {
	if err == nil && r.Looking() != nil {
		r.Tell(Signals{NotNoted})
	}
}
