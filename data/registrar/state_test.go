package registrar

import (
	"path/filepath"
	"testing"
)

func TestMovedAfterClosing(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	if _, err := r.CloseCampaign(ctx); err != nil {
		t.Fatal(err)
	}
	if err := r.MoveAway(ctx, filepath.Join(t.TempDir(), "stick"+ExtensionBackup)); err != nil {
		t.Fatal(err)
	}
	t.Run("F-15 bringing the work back does not open a closed campaign", func(t *testing.T) {
		if err := r.Reopen(ctx); err != nil || r.Closed() != stateClosed {
			t.Errorf("the state is %q, %v", r.Closed(), err)
		}
	})
	t.Run("F-15 opened on purpose, it is open", func(t *testing.T) {
		if err := r.Reopen(ctx); err != nil || r.Closed() != stateOpen {
			t.Errorf("the state is %q, %v", r.Closed(), err)
		}
	})
}
