package registrar

import (
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/vault"
)

func TestLockedKeepsNothing(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := mustAdd(t, r, "surname=Асанова", "class=11-А")
	mustRotate(t, r)
	r.filled = []Filled{{Name: "Асанова"}}
	own := r.index.byID[id].key
	r.own = own
	keys := []interface{ Usable() bool }{r.keys.school, own}
	for _, key := range r.keys.sub {
		keys = append(keys, key)
	}
	for _, key := range r.keys.events {
		keys = append(keys, key)
	}
	mustClose(t, r)
	t.Run("KG-012 every key is wiped", func(t *testing.T) {
		if len(keys) < 2+6+2 {
			t.Fatalf("only %d keys", len(keys))
		}
		for i, key := range keys {
			if key.Usable() {
				t.Errorf("key %d can be used", i)
			}
		}
		if r.keys.school.Sub(vault.LabelRecord) != nil {
			t.Error("a sub-key can be derived")
		}
	})
	t.Run("KG-012 the index is empty", func(t *testing.T) {
		if len(r.index.byID)+len(r.index.ordered)+len(r.index.byName)+len(r.Filled())+r.Count() != 0 {
			t.Errorf("left: %v", r.index)
		}
		path := filepath.Join(t.TempDir(), "slips.pdf")
		if err := r.SaveSlips(ctx, path, nil); data.CodeOf(err) != "vault.locked" || SameFile(path, path) {
			t.Errorf("slips: %v", err)
		}
		if err := r.Close(); err != nil {
			t.Errorf("closed twice: %v", err)
		}
		if testKey == nil || !testKey.Usable() {
			t.Error("the key of the caller is the caller's")
		}
	})
}
