package exchange

import (
	"context"
	"slices"

	"graduand/data/exchange"
	"graduand/data/registry"
)

// TurnKeys gives the school new keys for its messages, and tells their fingerprint: when somebody may have
// the old ones, such as an operator who was removed. The next message is still signed with the old
// keys and tells the centre the new ones, which hold from then on; what comes sealed to the old ones
// is still read. Keys that nobody has seen yet are replaced at once. It is exchange.not_enrolled where
// no centre has enrolled the school.
func (d *Desk) TurnKeys(ctx context.Context) (fingerprint string, err error) {
	return registry.Write(ctx, d.registry, registry.RightAccounts, changed, func(w *registry.Edit) (string, error) {
		c, err := mustBeEnrolled(w.View)
		if err != nil {
			return "", err
		}
		made, err := newKeys(w.Random())
		if err != nil {
			return "", err
		}
		next := c.Enrolled.Clone()
		switch {
		case c.Offered:
			// Those that were to be told are told no more.
			next.Own[0] = made
		case !slices.ContainsFunc(c.passed, func(p Passed) bool { return p.Sent }):
			next.Own = []registry.OwnKeys{made}
		default:
			next.Own, next.Offered = append([]registry.OwnKeys{made}, next.Own...), true
		}
		if fingerprint, err = fingerprintOf(made); err != nil {
			return "", err
		}
		return fingerprint, w.Commit(func(change *registry.Change) error {
			if err := change.PutEnrolled(next); err != nil {
				return err
			}
			return change.Note(registry.EventEnrolled, registry.EventBody{Note: fingerprint})
		})
	})
}

func fingerprintOf(own registry.OwnKeys) (string, error) {
	id, err := exchange.ParseIdentity(own.Secret, own.Signing)
	if err != nil {
		return "", err
	}
	return id.Keys().Fingerprint(), nil
}
