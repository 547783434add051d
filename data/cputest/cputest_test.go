package cputest

import (
	"os"
	"testing"
	"time"
)

func TestTook(t *testing.T) {
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		t.Skip("the system does not tell")
	}
	t.Run("work counts", func(t *testing.T) {
		if Took(t, func() {
			for began := taken(t); taken(t) < began+50*time.Millisecond; {
			}
		}) < 50*time.Millisecond {
			t.Error("less than the work")
		}
	})
	t.Run("waiting does not", func(t *testing.T) {
		if took := Took(t, func() { time.Sleep(300 * time.Millisecond) }); took > 150*time.Millisecond {
			t.Errorf("%v for nothing", took)
		}
	})
}
