package registrar

import (
	"context"
	"time"

	"graduand/data"
)

// Closed says whether the work in this file is over: "closed" with the campaign,
// "moved" to another computer, "" when it goes on.
func (r *Registrar) Closed() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.state.Kind
}

// CloseCampaign ends the work in this registry, for the head only: from then on it can
// be looked at, printed and erased, not changed. A backup is kept first; its path is
// returned.
func (r *Registrar) CloseCampaign(ctx context.Context) (backup string, err error) {
	return r.end(ctx, stateClosed, EventClosed)
}

// MoveAway ends the work in this file because it goes on on another computer: a copy is
// written to path, and this registry rests, so that nobody works in two.
func (r *Registrar) MoveAway(ctx context.Context, path string) error {
	if r.Closed() == stateMoved {
		return data.Fail("registry.state_already", nil)
	}
	if err := r.backUpFor(ctx, path, RightClose); err != nil {
		return err
	}
	return r.setState(ctx, stateMoved, EventMoved)
}

func (r *Registrar) end(ctx context.Context, kind, event string) (backup string, err error) {
	r.mu.Lock()
	if err = r.may(RightClose); err == nil && r.state.Kind == kind {
		err = data.Fail("registry.state_already", nil)
	}
	r.mu.Unlock()
	if err != nil {
		return "", err
	}
	if backup, err = r.keepBackup(ctx, kind); err != nil {
		return "", err
	}
	return backup, r.setState(ctx, kind, event)
}

// Reopen takes the end of the work back; what was closed before it moved is closed again.
func (r *Registrar) Reopen(ctx context.Context) error {
	return r.setState(ctx, stateOpen, EventReopened)
}

func (r *Registrar) setState(ctx context.Context, kind, event string) (err error) {
	defer r.tell(&err, GraduatesChanged, SchoolChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightClose); err != nil {
		return err
	}
	if r.state.Kind == kind {
		return data.Fail("registry.state_already", nil)
	}
	next := state{Kind: kind, At: r.options.Now().UTC().Format(time.RFC3339)}
	switch {
	case kind == stateMoved:
		next.Was = r.state.Kind
	case kind == stateOpen && r.state.Kind == stateMoved:
		next.Kind = r.state.Was
	}
	if err := r.storeSetting(ctx, settingState, next, event, eventBody{}); err != nil {
		return err
	}
	r.state = next
	return nil
}
