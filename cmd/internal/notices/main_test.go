package main

import (
	"slices"
	"strings"
	"testing"

	"graduand/assets"
	"graduand/data/prooftest"
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
	linked, err := parts()
	if err != nil {
		t.Fatal(err)
	}
	lacking := withoutNotice(linked, assets.Notices())
	for _, name := range lacking {
		t.Errorf("%s has no notice, or none worth the name", name)
	}
	if n := len(assets.Notices()); len(linked) != n || n < 50 {
		t.Errorf("%d parts and %d notices", len(linked), n)
	}
	prooftest.Tell(t, prooftest.Figures{"parts": float64(len(linked)), "lacking": float64(len(lacking))})
}

// withoutNotice are the names of the parts whose licence is not among the notices.
func withoutNotice(linked []part, notices []assets.Notice) (names []string) {
	there := map[string]string{}
	for _, n := range notices {
		there[n.Of] = n.Text
	}
	for _, p := range linked {
		if len(there[p.name]) < 100 {
			names = append(names, p.name)
		}
	}
	return names
}

// A module that comes without a licence, and one whose licence was not gathered, are both found.
func TestAModuleWithoutALicenceIsFound(t *testing.T) {
	bare := part{name: "example.org/bare v1.0.0", folder: t.TempDir(), below: true}
	if _, err := bare.licences(); err == nil {
		t.Error("a folder without a licence passes")
	}
	if lacking := withoutNotice([]part{bare, {name: "Go"}}, assets.Notices()); !slices.Equal(lacking, []string{bare.name}) {
		t.Errorf("lacking: %v", lacking)
	}
}

// Both systems are asked for, and each has what the other has not.
func TestBothSystemsAreAsked(t *testing.T) {
	for system, own := range map[string]string{"linux": "github.com/rymdport/portal", "windows": "github.com/ncruces/zenity"} {
		modules, err := linked(system)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(modules, func(line string) bool { return strings.HasPrefix(line, own+" ") }) {
			t.Errorf("%s: %s is not among %d lines", system, own, len(modules))
		}
	}
}

// brought are the embedded files that are not written by us, by where they lie, and the part whose licence they
// have; "" for what is ours.
var brought = map[string]string{
	"assets/models/": "models of faces", "assets/": "", "data/": "", "imaging/drawing/OCRB.ttf": "OCR-B", "imaging/mrz/glyph/weights.bin": "",
}

// What the programs bring beside Go's code is ours or has a notice: fonts, models.
func TestEveryEmbeddedFileIsOfSomebody(t *testing.T) {
	files, err := list("linux", "-deps", "-tags", "migrated_fynedo,no_emoji", "-f", `{{if .Module}}{{if .Module.Main}}{{range .EmbedFiles}}{{$.ImportPath}}/{{.}}
{{end}}{{end}}{{end}}`, "graduand/cmd/graduand", "graduand/cmd/graduandctl")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, file := range files {
		file = strings.TrimPrefix(file, "graduand/")
		seen++
		of, longest := "", ""
		for where, part := range brought {
			if strings.HasPrefix(file, where) && len(where) > len(longest) {
				of, longest = part, where
			}
		}
		if longest == "" {
			t.Errorf("nobody says whose %s is", file)
		} else if of != "" && len(withoutNotice([]part{{name: of}}, assets.Notices())) > 0 {
			t.Errorf("%s has no notice: %s", file, of)
		}
	}
	if seen < 20 {
		t.Errorf("only %d files", seen)
	}
}

// What is no module of its own is told by the one that brings it.
func TestWhatIsBroughtByAModuleHasItsNotice(t *testing.T) {
	all := strings.Join(strings.Fields(strings.NewReplacer("//", "", "*", "").Replace(assets.AllNotices)), " ")
	for what, words := range map[string]string{
		"our own licence": "Copyright (c) 2026 The Graduand authors", "the fonts of the window": "SIL OPEN FONT LICENSE Version 1.1",
		"the fonts of the papers": "Liberation", "PDFium": "Copyright 2014 The PDFium Authors", "FreeType": "The FreeType Project LICENSE",
		"Emscripten": "Copyright (c) 2010-2014 Emscripten authors", "the C++ library of PDFium": "The LLVM Project is under the Apache License v2.0 with LLVM Exceptions",
		"the models of faces": "Copyright (c) 2018 Endre Simo", "the C library on Windows": "2009-2016 the mingw-w64 project",
		"SQLite": "SQLite Is Public Domain", "GLFW": "Camilla Löwy", "libjpeg": "Independent JPEG Group",
	} {
		if !strings.Contains(all, words) {
			t.Errorf("%s: nothing says %q", what, words)
		}
	}
}
