package main

import (
	"strings"
	"testing"

	"graduand/assets"
)

// Attacks §5: licences want their notices with the program, and both programs bring them.
func TestEveryLinkedModuleHasItsNotice(t *testing.T) {
	now, err := gather()
	if err != nil {
		t.Fatal(err)
	}
	if string(now) != assets.AllNotices {
		t.Error("what the program is made of has changed: run make notices")
	}
	there := map[string]string{}
	for _, n := range assets.Notices() {
		there[n.Of] = n.Text
	}
	linked, err := parts()
	if err != nil {
		t.Fatal(err)
	}
	if len(linked) != len(there) || len(linked) < 50 {
		t.Errorf("%d parts and %d notices", len(linked), len(there))
	}
	for _, p := range linked {
		if len(there[p.name]) < 100 {
			t.Errorf("%s has no notice, or none worth the name: %q", p.name, there[p.name])
		}
	}
}

// What is no module of its own is told by the one that brings it.
func TestWhatIsBroughtByAModuleHasItsNotice(t *testing.T) {
	all := strings.Join(strings.Fields(strings.NewReplacer("//", "", "*", "").Replace(assets.AllNotices)), " ")
	for what, words := range map[string]string{
		"our own licence": "Copyright (c) 2026 The Graduand authors", "the fonts of the window": "SIL OPEN FONT LICENSE Version 1.1",
		"the fonts of the papers": "Liberation", "PDFium": "Copyright 2014 The PDFium Authors", "FreeType": "The FreeType Project LICENSE",
		"SQLite": "SQLite Is Public Domain", "GLFW": "Camilla Löwy", "libjpeg": "Independent JPEG Group",
	} {
		if !strings.Contains(all, words) {
			t.Errorf("%s: nothing says %q", what, words)
		}
	}
}
