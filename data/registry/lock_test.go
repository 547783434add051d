package registry_test

import (
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

func TestLockedKeepsNothing(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "class=11-А")
	mustRotate(t, r)
	r.SetFilled([]registrar.Filled{{Name: "Асанова"}})
	keys := []interface{ Usable() bool }{r.SchoolKey(), r.KeyOf(id), r.Signer()}
	for _, key := range r.Keys() {
		keys = append(keys, key)
	}
	mustClose(t, r)
	t.Run("KG-012 every key is wiped", func(t *testing.T) {
		if len(keys) < 3+6+2+1 {
			t.Fatalf("only %d keys", len(keys))
		}
		for i, key := range keys {
			if key.Usable() {
				t.Errorf("key %d can be used", i)
			}
		}
		if r.SchoolKey().Sub(vault.LabelRecord) != nil {
			t.Error("a sub-key can be derived")
		}
	})
	t.Run("KG-012 the index is empty", func(t *testing.T) {
		if r.Indexed()+len(r.Filled())+r.Table.Count() != 0 {
			t.Errorf("left: %d", r.Indexed())
		}
		path := filepath.Join(t.TempDir(), "slips.pdf")
		if err := r.Access.SaveSlips(desktest.Ctx, path, nil, access.Slips{}); data.CodeOf(err) != "vault.locked" || registrar.SameFile(path, path) {
			t.Errorf("slips: %v", err)
		}
		if err := r.Close(); err != nil {
			t.Errorf("closed twice: %v", err)
		}
		if desktest.Key == nil || !desktest.Key.Usable() {
			t.Error("the key of the caller is the caller's")
		}
	})
}
