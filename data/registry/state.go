package registry

import (
	"time"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// state says that the work here is over: closed with the campaign, or gone on on
// another computer.
type state struct {
	Kind string `json:"kind,omitempty"`
	At   string `json:"at,omitempty"`
	// Was is the state that a move has found, and that its end brings back.
	Was string `json:"was,omitempty"`
}

// Kinds of a state: see [Registry.Closed].
const (
	stateOpen   = ""
	StateClosed = "closed"
	StateMoved  = "moved"
)

// Closed is [Registry.Closed].
func (v *View) Closed() string { return v.state.Kind }

// Looking is a registry that cannot be written, and why: it is opened to be looked at. What leaves
// the program can be made, and stands in no history: see [NotNoted].
type Looking = ledger.Looking

// Looking is [Registry.Looking].
func (v *View) Looking() *Looking { return v.book.Looking() }

// Close ends the work in this registry: see [Registry.Closed].
func (w *Edit) Close() error { return w.setState(StateClosed, EventClosed) }

// Move ends the work in this registry because it goes on in a copy of it elsewhere.
func (w *Edit) Move() error { return w.setState(StateMoved, EventMoved) }

// Reopen takes the end of the work back; what was closed before it moved is closed again.
func (w *Edit) Reopen() error { return w.setState(stateOpen, EventReopened) }

// RefuseState refuses the state that the registry is in already.
func (w *Edit) RefuseState(kind string) error {
	if w.state.Kind == kind {
		return data.Fail("registry.state_already", nil)
	}
	return nil
}

func (w *Edit) setState(kind, event string) error {
	if err := w.RefuseState(kind); err != nil {
		return err
	}
	next := state{Kind: kind, At: w.options.Now().UTC().Format(time.RFC3339)}
	switch {
	case kind == StateMoved:
		next.Was = w.state.Kind
	case kind == stateOpen && w.state.Kind == StateMoved:
		next.Kind = w.state.Was
	}
	if err := w.storeSetting(w.ctx, settingState, next, event, EventBody{}); err != nil {
		return err
	}
	w.state = next
	return nil
}
