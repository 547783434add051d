package registry_test

import (
	"os"
	"runtime/debug"
	"testing"

	"graduand/data/vault/vaulttest"
)

// roomForGarbage is how much the memory may grow, in percent, before it is cleared: to clear it as often as a
// program does cost these tests a seventh of their time.
const roomForGarbage = 400

// TestMain lets the passwords of the many people of these tests cost nothing: what one costs
// is the vault's, and its tests pay it.
func TestMain(m *testing.M) {
	vaulttest.LowerPrice()
	debug.SetGCPercent(roomForGarbage)
	os.Exit(m.Run())
}
