package ui

import (
	"testing"
	"time"

	"graduand/data/registrar"
)

func TestIdleLock(t *testing.T) {
	w, _ := lockedDemo(t, "ort-2021", "ru")
	now := noon
	w.Now = func() time.Time { return now }
	signInAs(t, w, "", registrar.DemoPassword)
	now = now.Add(4*time.Minute + 50*time.Second)
	w.onWatch()
	if w.Registrar() == nil {
		t.Fatal("locked too early")
	}
	w.Go(Route{Screen: screenHistory})
	now = now.Add(4 * time.Minute)
	w.onWatch()
	if w.Registrar() == nil {
		t.Fatal("locked though somebody is there")
	}
	now = now.Add(5 * time.Minute)
	w.onWatch()
	if w.Registrar() != nil || w.Alone() == nil {
		t.Error("KG-012 nobody is there and it is open")
	}
}
