package registrar

import (
	"context"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/sqlite"
)

// Kinds of events.
const (
	EventCreated   = "registry.created"
	EventSchool    = "school.changed"
	EventCalendar  = "calendar.changed"
	EventAdded     = "graduate.added"
	EventChanged   = "graduate.changed"
	EventRemoved   = "graduate.removed"
	EventRestored  = "graduate.restored"
	EventImported  = "roster.imported"
	EventPrinted   = "document.printed"
	EventFileSaved = "file.saved"
	EventOriginals = "file.originals"
	// EventCollection is a workbook for a class teacher that was written.
	EventCollection = "file.collection"

	EventSignedIn        = "account.signed_in"
	EventAccountAdded    = "account.added"
	EventAccountReplaced = "account.replaced"
	EventAccountRemoved  = "account.removed"
	EventPasswordChanged = "account.password"
	EventPaperMade       = "account.paper"
	EventRecovered       = "account.recovered"
	EventKeyChanged      = "account.key"
	EventEscrowed        = "account.escrow"

	EventAccessMade     = "access.made"
	EventAccessChanged  = "access.changed"
	EventAccessImported = "access.imported"
	EventAccessSheet    = "access.sheet_read"
	EventHandedOver     = "access.handed_over"
	EventAccessPrinted  = "access.printed"
	EventAccessSaved    = "access.saved"

	EventFilled      = "graduate.filled"
	EventBroughtBack = "graduate.brought_back"
	EventTakenHome   = "graduate.taken_home"
	EventErased      = "graduate.erased"

	EventBackedUp     = "registry.backed_up"
	EventRestoredFile = "registry.restored"
	EventClosed       = "registry.closed"
	EventMoved        = "registry.moved"
	EventReopened     = "registry.reopened"
	EventErasedSome   = "registry.erased_some"
	EventErasedImages = "registry.erased_images"
	EventErasedAll    = "registry.erased"
)

// EventKinds are all of them, in the order of a filter.
func EventKinds() []string {
	return []string{EventAdded, EventChanged, EventFilled, EventBroughtBack, EventRemoved, EventRestored, EventImported,
		EventPrinted, EventFileSaved, EventOriginals, EventCollection, EventAccessMade, EventAccessChanged, EventAccessSheet, EventAccessImported, EventHandedOver, EventAccessPrinted, EventAccessSaved,
		EventTakenHome, EventSchool, EventCalendar, EventSignedIn, EventAccountAdded, EventAccountReplaced, EventAccountRemoved,
		EventPasswordChanged, EventPaperMade, EventRecovered, EventKeyChanged, EventEscrowed, EventBackedUp, EventRestoredFile, EventClosed, EventMoved,
		EventReopened, EventErased, EventErasedSome, EventErasedImages, EventErasedAll, EventCreated}
}

// Event is one entry of the history, for people. The personal part of what was erased
// is gone.
type Event struct {
	Seq      int64
	At       time.Time
	Kind     string
	Graduate string
	By       string
	Note     string
	Changes  []FieldChange
	// Refused are the changes that a graduate made and that were not taken over.
	Refused []FieldChange
	// Graduates are those whom a document, an import or an access file took in.
	Graduates []string
	// Role is that of the account that something was done to.
	Role Role
	// Failures counts the wrong passwords before a sign-in.
	Failures int
}

// FieldChange is what one field was and became.
type FieldChange struct {
	Field  string `json:"field"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// eventBody is the personal part of an event. After is the whole graduate of an
// addition; Changes lead from one revision to the next.
type eventBody struct {
	By      string         `json:"by,omitempty"`
	Note    string         `json:"note,omitempty"`
	Changes []FieldChange  `json:"changes,omitempty"`
	After   *data.Graduate `json:"after,omitempty"`
	Refused []FieldChange  `json:"refused,omitempty"`
	Fact    *data.Fact     `json:"fact,omitempty"`
	// Accesses are all of the graduate's after a change of one.
	Accesses []data.Access `json:"accesses,omitempty"`
	Failures int           `json:"failures,omitempty"`
	Role     Role          `json:"role,omitempty"`
	// Slots are the hashes of the ways to the school key, where the event vouches for them.
	Slots map[string]string `json:"slots,omitempty"`
	// Graduates are the ids that a document or an import took in.
	Graduates []string `json:"graduates,omitempty"`
	// SHA256 is that of the file that was printed or read, in hexadecimal.
	SHA256 string `json:"sha256,omitempty"`
}

// HistoryFilter chooses events; an empty field does not choose.
type HistoryFilter struct {
	// Graduate is an id.
	Graduate string
	Kind     string
	// By is the name of the one who did it.
	By string
	// Since and Until are days, both included.
	Since, Until data.Date
}

func (f HistoryFilter) holds(e Event, zone *time.Location) bool {
	on := data.DateOf(e.At.In(zone))
	return (f.Kind == "" || f.Kind == e.Kind) && (f.By == "" || f.By == e.By) &&
		(f.Since == "" || on >= f.Since) && (f.Until == "" || on <= f.Until) &&
		(f.Graduate == "" || f.Graduate == e.Graduate || slices.Contains(e.Graduates, f.Graduate))
}

// History returns the chosen events, oldest first. Those that took in a graduate among
// others, such as a printed list, are events of this graduate too.
func (r *Registrar) History(ctx context.Context, f HistoryFilter) ([]Event, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightHistory); err != nil {
		return nil, err
	}
	if f.Graduate != "" && r.index.byID[f.Graduate] == nil {
		return nil, data.Fail("graduate.unknown", data.Args{"id": f.Graduate})
	}
	var events []Event
	err := r.db.Events(ctx, "", func(stored sqlite.Event) error {
		if f.Graduate != "" && stored.Graduate != "" && stored.Graduate != f.Graduate {
			return nil
		}
		b, err := r.openEvent(&stored)
		if err != nil {
			return err
		}
		e := Event{Seq: stored.Seq, At: stored.At, Kind: stored.Kind, Graduate: stored.Graduate, By: b.By, Note: b.Note,
			Changes: b.Changes, Refused: b.Refused, Graduates: b.Graduates, Role: b.Role, Failures: b.Failures}
		if f.holds(e, r.zone) {
			events = append(events, e)
		}
		return nil
	})
	return events, err
}

// difference lists the fields in which two revisions of one graduate differ, in
// the order in which they must be set to get from one to the other.
func difference(before, after *data.Graduate) []FieldChange {
	var changes []FieldChange
	for _, field := range fieldsOf(before, after) {
		if was, is := before.Get(field), after.Get(field); was != is {
			changes = append(changes, FieldChange{Field: field, Before: was, After: is})
		}
	}
	return changes
}

func fieldsOf(graduates ...*data.Graduate) []string {
	var own []string
	for _, g := range graduates {
		for field := range g.Fields {
			own = append(own, field)
		}
		own = append(own, g.Recorded()...)
	}
	slices.Sort(own)
	return append(data.TypedFields(), slices.Compact(own)...)
}

// replay applies a stored event to the graduate that the events before it made.
func replay(g *data.Graduate, kind string, b eventBody) *data.Graduate {
	if kind == EventAdded {
		return b.After
	}
	g = g.Clone()
	switch kind {
	case EventChanged, EventFilled, EventBroughtBack:
		for _, c := range b.Changes {
			g.Set(c.Field, c.After)
		}
	case EventRemoved:
		g.Removed = b.Fact
	case EventRestored:
		g.Removed = nil
	case EventAccessMade, EventAccessChanged, EventAccessImported, EventHandedOver:
		g.Accesses = b.Accesses
	}
	return g
}
