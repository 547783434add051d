package attack_test

import (
	"os"
	"testing"

	"graduand/data/vault/vaulttest"
)

// TestMain lets the passwords of the many people of these tests cost nothing: what one costs
// is the vault's, and its tests pay it.
func TestMain(m *testing.M) {
	vaulttest.LowerPrice()
	os.Exit(m.Run())
}
