//go:build !linux

package ui

import (
	"testing"
	"time"
)

var started = time.Now()

// processorTime is the clock's where the system does not tell more.
func processorTime(*testing.B) time.Duration { return time.Since(started) }
