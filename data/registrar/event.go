package registrar

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/sqlite"
)

// Kinds of events.
const (
	EventCreated  = "registry.created"
	EventSchool   = "school.changed"
	EventAdded    = "graduate.added"
	EventChanged  = "graduate.changed"
	EventRemoved  = "graduate.removed"
	EventRestored = "graduate.restored"
	EventImported = "roster.imported"
	EventPrinted  = "document.printed"
)

// Event is one entry of the history, for people.
type Event struct {
	Seq      int64
	At       time.Time
	Kind     string
	Graduate string
	By       string
	Note     string
	Changes  []FieldChange
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
	Fact    *data.Fact     `json:"fact,omitempty"`
	// Graduates are the ids that a document or an import took in.
	Graduates []string `json:"graduates,omitempty"`
	// SHA256 is that of the file that was printed or read, in hexadecimal.
	SHA256 string `json:"sha256,omitempty"`
}

func (r *Registrar) event(kind, graduate string, rev int, b eventBody) (sqlite.Event, error) {
	b.By = r.options.Actor
	stored, err := json.Marshal(b)
	if err != nil {
		return sqlite.Event{}, fmt.Errorf("encode event %s: %w", kind, err)
	}
	return sqlite.Event{At: r.options.Now(), Kind: kind, Graduate: graduate, Rev: rev, Body: stored}, nil
}

// History returns the events of one graduate, or of the whole registry when id is
// empty, oldest first.
func (r *Registrar) History(ctx context.Context, id string) ([]Event, error) {
	if id != "" {
		if _, err := r.Find(id); err != nil {
			return nil, err
		}
	}
	var events []Event
	err := r.db.Events(ctx, id, func(stored sqlite.Event) error {
		var b eventBody
		if err := json.Unmarshal(stored.Body, &b); err != nil {
			return data.FailWith(fmt.Errorf("event %d: %w", stored.Seq, err), "registry.damaged", nil)
		}
		events = append(events, Event{Seq: stored.Seq, At: stored.At, Kind: stored.Kind,
			Graduate: stored.Graduate, By: b.By, Note: b.Note, Changes: b.Changes})
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
	}
	slices.Sort(own)
	return append(data.TypedFields(), slices.Compact(own)...)
}

// replay applies a stored event to the graduate that the events before it made.
func replay(g *data.Graduate, stored sqlite.Event) (*data.Graduate, error) {
	var b eventBody
	if err := json.Unmarshal(stored.Body, &b); err != nil {
		return nil, fmt.Errorf("decode event %d: %w", stored.Seq, err)
	}
	switch stored.Kind {
	case EventAdded:
		return b.After, nil
	case EventChanged:
		g = g.Clone()
		for _, c := range b.Changes {
			g.Set(c.Field, c.After)
		}
	case EventRemoved, EventRestored:
		g = g.Clone()
		g.Removed = nil
		if stored.Kind == EventRemoved {
			g.Removed = b.Fact
		}
	}
	return g, nil
}
