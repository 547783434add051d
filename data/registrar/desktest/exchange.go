package desktest

import (
	"crypto/rand"
	"testing"

	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
)

// Enrol enrols a school at a centre of which the test has the keys.
func Enrol(t testing.TB, r *registrar.Registrar, code string) (centre *message.Identity) {
	t.Helper()
	centre, err := message.NewIdentity(rand.Reader)
	Must(err)
	Must(r.Write(Ctx, registry.RightSchool, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) error {
		return w.Commit(func(c *registry.Change) error { return exchange.Enrol(c, w.Random(), code, centre.Keys()) })
	}))
	return centre
}
