package attack_test

import (
	"fmt"
	"os"
	"testing"

	"graduand/data/vault/vaulttest"
)

// TestMain lets the passwords of the many people of these tests cost nothing: what one costs
// is the vault's, and its tests pay it. When all have run, none of the model's rows may lack one.
func TestMain(m *testing.M) {
	vaulttest.LowerPrice()
	code := m.Run()
	if err := tellRows(); err != nil && code == 0 {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}
