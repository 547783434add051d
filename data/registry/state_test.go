package registry_test

import (
	"path/filepath"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

func TestMovedAfterClosing(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	if _, err := r.Season.Close(desktest.Ctx); err != nil {
		t.Fatal(err)
	}
	if err := r.Season.Move(desktest.Ctx, filepath.Join(t.TempDir(), "stick"+registrar.ExtensionBackup)); err != nil {
		t.Fatal(err)
	}
	t.Run("F-15 bringing the work back does not open a closed campaign", func(t *testing.T) {
		if err := r.Season.Reopen(desktest.Ctx); err != nil || r.Closed() != registry.StateClosed {
			t.Errorf("the state is %q, %v", r.Closed(), err)
		}
	})
	t.Run("F-15 opened on purpose, it is open", func(t *testing.T) {
		if err := r.Season.Reopen(desktest.Ctx); err != nil || r.Closed() != registry.StateOpen {
			t.Errorf("the state is %q, %v", r.Closed(), err)
		}
	})
}
