package ui

import (
	"testing"

	"graduand/ui/frame/frametest"
	"graduand/ui/printing/printingtest"
)

func TestMain(m *testing.M) {
	printingtest.KeepCompiled()
	frametest.Run(m, house)
}
