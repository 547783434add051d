package main

import (
	"os"
	"strings"
	"testing"

	"graduand/data/registrar/printing"
)

// README tells how every document is printed.
func TestEveryDocumentStandsInREADME(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, usage, found := strings.Cut(string(readme), "graduandctl print FILE ")
	usage, _, _ = strings.Cut(usage, "|PAPER")
	if want := strings.Join(printing.Codes(), "|"); !found || usage != want {
		t.Errorf("README has\n%s, the program\n%s", usage, want)
	}
}
