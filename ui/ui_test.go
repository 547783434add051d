package ui

import (
	"testing"
)

func TestMain(m *testing.M) {
	runTests(m, house)
}
