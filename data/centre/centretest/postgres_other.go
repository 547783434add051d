//go:build !linux

// Package centretest gives tests of the centre's side the two databases that it runs on.
package centretest

import "testing"

// Postgres is for Linux alone.
func Postgres(t testing.TB) func(testing.TB) string {
	t.Skip("the tests start a PostgreSQL of Debian")
	return nil
}
