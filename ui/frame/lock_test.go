package frame_test

import (
	"testing"
	"time"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestIdleLock(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	now := frametest.Noon
	w.Now = func() time.Time { return now }
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	now = now.Add(4*time.Minute + 50*time.Second)
	w.OnWatch()
	if w.Registrar() == nil {
		t.Fatal("locked too early")
	}
	w.Go(frame.Route{Screen: frame.History})
	now = now.Add(4 * time.Minute)
	w.OnWatch()
	if w.Registrar() == nil {
		t.Fatal("locked though somebody is there")
	}
	now = now.Add(5 * time.Minute)
	w.OnWatch()
	if w.Registrar() != nil || w.Alone() == nil {
		t.Error("KG-012 nobody is there and it is open")
	}
}
