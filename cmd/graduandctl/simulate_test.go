package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"graduand/data/centre/centretest"
)

// TestPostgresScripts runs sessions with a real PostgreSQL.
func TestPostgresScripts(t *testing.T) {
	dsn := centretest.Postgres(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/postgres",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "en_US.UTF-8")
			e.Setenv("GRADUAND_DSN", dsn(t))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}
