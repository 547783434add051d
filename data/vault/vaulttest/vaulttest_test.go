package vaulttest

import (
	"bytes"
	"crypto/rand"
	"errors"
	"testing"

	"graduand/data/vault"
)

const password = "сім замків на одних дверях"

func TestACheapPasswordOpensNothingInAProgram(t *testing.T) {
	if vault.DefaultParams().Check() != nil {
		t.Fatal("the price of a program is refused by itself")
	}
	LowerPrice()
	slot := cheapSlot(t)
	if _, err := vault.OpenOperatorSlot(slot, "", password); err != nil {
		t.Errorf("with the lowered price: %v", err)
	}
	t.Run("with the price of a program", func(t *testing.T) {
		FullPrice(t)
		if _, err := vault.OpenOperatorSlot(slot, "", password); !errors.Is(err, vault.ErrWeakParameters) {
			t.Error(err)
		}
		if p := vault.DefaultParams(); p.Check() != nil || p.Memory < 64<<10 {
			t.Errorf("a password would be made with %+v", p)
		}
	})
	if _, err := vault.OpenOperatorSlot(slot, "", password); err != nil {
		t.Errorf("after a test with the full price: %v", err)
	}
}

// cheapSlot is a slot at the lowered price.
func cheapSlot(t *testing.T) vault.Slot {
	t.Helper()
	school, err := vault.NewSchoolKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	identity, err := vault.NewIdentity(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	content := vault.SlotContent{School: school, Identity: identity, Role: vault.KindHead, Name: "Верболоз О. І."}
	slot, err := vault.NewOperatorSlot(rand.Reader, vault.DefaultParams(), content, password)
	if err != nil {
		t.Fatal(err)
	}
	return slot
}

func TestOctets(t *testing.T) {
	LowerPrice()
	content, err := vault.OpenOperatorSlot(cheapSlot(t), "", password)
	if err != nil {
		t.Fatal(err)
	}
	for what, key := range map[string]any{"school": content.School, "identity": content.Identity, "sub-key": content.School.Sub(vault.LabelRecord)} {
		if o := Octets(key); len(o) != vault.KeySize || bytes.Equal(o, make([]byte, len(o))) {
			t.Errorf("%s: %d octets", what, len(o))
		}
	}
}
