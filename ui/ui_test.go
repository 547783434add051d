package ui

import (
	"testing"

	"graduand/ui/frame/frametest"
)

func TestMain(m *testing.M) {
	frametest.Run(m, house)
}
