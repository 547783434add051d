package main

import (
	"os"
	"os/exec"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"graduand/data/printer/printertest"
)

// TestPrinterScripts runs sessions with a printer of a real CUPS.
func TestPrinterScripts(t *testing.T) {
	printertest.Start(t)
	disable, err := exec.LookPath("cupsdisable")
	if err != nil {
		disable = "/usr/sbin/cupsdisable"
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/printer",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "en_US.UTF-8")
			e.Setenv("GRADUAND_PASSWORD", "graduand-demo")
			e.Setenv("CUPS_SERVER", os.Getenv("CUPS_SERVER"))
			e.Setenv("DISABLE", disable)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}
