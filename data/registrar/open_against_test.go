package registrar_test

import (
	"math/rand/v2"
	"runtime/debug"
	"testing"
	"time"

	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

// BenchmarkAgainstKey opens a registry of 5,000 people with photos by a password, every record opened and
// held against its history, in turn with the bare derivation of the key of a password. Neither clears up what the
// other has left behind.
func BenchmarkAgainstKey(b *testing.B) {
	path := photographed(b, 5000)
	derive := derivation(b)
	turns := prooftest.InTurn(b, prooftest.Times(b, 9),
		func() time.Duration { debug.FreeOSMemory(); return prooftest.Clocked(derive) },
		func() time.Duration { debug.FreeOSMemory(); return opened(b, path) },
	)
	prooftest.Tell(b, prooftest.Figures{
		"key_seconds": turns.Seconds(0), "open_seconds": turns.Seconds(1), "open_times": turns.Times(1, 0),
	})
}

// derivation is what any password costs: a slot is opened, and nothing else.
func derivation(b *testing.B) func() {
	b.Helper()
	chance := rand.NewChaCha8([32]byte{4})
	school, err := vault.NewSchoolKey(chance)
	desktest.Must(err)
	identity, err := vault.NewIdentity(chance)
	desktest.Must(err)
	content := vault.SlotContent{School: school, Identity: identity, Role: vault.KindHead, Name: "Голова"}
	slot, err := vault.NewOperatorSlot(chance, vault.DefaultParams(), content, registrar.DemoPassword)
	desktest.Must(err)
	return func() {
		_, err := vault.OpenOperatorSlot(slot, "", registrar.DemoPassword)
		desktest.Must(err)
	}
}

// opened is how long it takes to open a registry of [photographed], which is closed again.
func opened(b *testing.B, path string) time.Duration {
	b.Helper()
	o := desktest.Options()
	o.Key = nil
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	var r *registrar.Registrar
	took := prooftest.Clocked(func() {
		r, err = registrar.Open(desktest.Ctx, path, registrar.SignIn{Phone: c.Demo.Phone, Password: registrar.DemoPassword}, o)
	})
	desktest.Must(err)
	desktest.Must(r.Close())
	return took
}
