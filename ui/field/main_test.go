package field

import (
	"testing"

	"graduand/imaging/pdf/pdftest"
	"graduand/ui/frame/frametest"
)

func TestMain(m *testing.M) {
	pdftest.KeepCompiled()
	pdftest.LeaveGarbage()
	frametest.Run(m, frametest.House())
}
