package exchange

import (
	"io"

	"graduand/data/exchange"
	"graduand/data/registry"
)

// Enrol gives the school keys of its own, and keeps them with what the centre calls it and with the
// centre's keys: from then on messages pass. It is an event of the history.
func Enrol(c *registry.Change, random io.Reader, code string, centre exchange.Keys) error {
	own, err := newKeys(random)
	if err != nil {
		return err
	}
	e := &registry.Enrolled{Code: code, Own: []registry.OwnKeys{own}, Centre: []registry.PublicKeys{registry.PublicKeys(centre)}}
	if err := c.PutEnrolled(e); err != nil {
		return err
	}
	return c.Note(registry.EventEnrolled, registry.EventBody{Note: code})
}

func newKeys(random io.Reader) (own registry.OwnKeys, err error) {
	made, err := exchange.NewIdentity(random)
	if err != nil {
		return own, err
	}
	own.Secret, own.Signing, err = made.Text()
	return own, err
}
