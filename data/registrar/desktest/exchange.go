package desktest

import (
	"crypto/rand"
	"strings"
	"testing"

	"graduand/data"
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

// Wrote enrols a school and notes a message of it to its centre, of which there is no file.
func Wrote(t testing.TB, r *registrar.Registrar) data.Message {
	t.Helper()
	Enrol(t, r, "kharkiv-7")
	m := data.Message{ID: "5d41402abc4b2a76b9719d911017c592", Type: "entries", Hash: strings.Repeat("ab", 32), SHA256: strings.Repeat("0123456789abcdef", 4), Created: "2020-02-20T10:00:00Z",
		Sequence: 1, Branch: "b", People: 3, Added: 2, Changed: 1, Files: 4, Octets: 4096, Name: "entries-0001.zip.age", Signed: "0123-4567-89ab-cdef-0123-4567-89ab-cdef"}
	Must(r.Write(Ctx, registry.RightSchool, registry.Signals{registry.HistoryGrew}, func(w *registry.Edit) error {
		return w.Commit(func(c *registry.Change) error { return c.PutMessage(registry.EventMessageSent, m) })
	}))
	return m
}
