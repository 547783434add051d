package cmd

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// doors says which of our packages a package may import. Any other edge is a door
// that the house does not have: move the code, or argue the new edge here.
var doors = map[string][]string{
	"cmd/graduand": {"ui", "ui/frame", "data/registrar", "data/text", "assets"},
	"ui": {"ui/frame", "ui/door", "ui/graduates", "ui/form", "ui/roster", "ui/table", "ui/access", "ui/payment", "ui/printing",
		"ui/history", "ui/account", "ui/season", "ui/settings", "ui/help", "data/registrar"},
	"ui/graduates":       screen("ui/table"),
	"ui/form":            screen(),
	"ui/roster":          screen(),
	"ui/table":           screen(),
	"ui/access":          screen(),
	"ui/payment":         screen(),
	"ui/printing":        screen(),
	"ui/history":         screen(),
	"ui/account":         screen("ui/door"),
	"ui/season":          screen("ui/door"),
	"ui/settings":        screen("ui/door"),
	"ui/help":            screen(),
	"ui/door":            {"ui/frame", "ui/widgets", "data/registrar", "data/text", "data"},
	"ui/field":           {"ui/frame", "ui/widgets", "data/registrar", "data"},
	"ui/frame":           {"ui/widgets", "data/registrar", "data/text", "data"},
	"ui/frame/frametest": {"ui/frame", "ui/widgets", "data/registrar", "data", "assets"},
	"ui/widgets":         {"data"},
	"cmd/graduandctl":    {"data/registrar", "data/text", "assets"},
	"data/registrar":     {"data", "data/campaign", "data/vault", "data/sqlite", "data/roster", "data/papers", "reports", "assets"},
	"data/papers":        {"data", "data/campaign", "data/text", "reports"},
	"data/campaign":      {"data", "assets"},
	"data/vault":         {},
	"data/sqlite":        {"data"},
	"data/roster":        {"data", "data/text"},
	"reports":            {"data", "data/text", "assets"},
	"data/text":          {},
	"data":               {},
	"assets":             {},
	"cmd":                {},
}

// screen are the doors of a screen of the window, and those of its own beside them. No
// screen knows another: the frame leads from one to the next.
func screen(besides ...string) []string {
	return append(besides, "ui/frame", "ui/field", "ui/widgets", "data/registrar", "data/text", "data")
}

const module = "graduand"

func TestLayers(t *testing.T) {
	out, err := exec.Command("go", "list", "-e", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		room := strings.TrimPrefix(words[0], module+"/")
		allowed, known := doors[room]
		if !known {
			t.Errorf("%s is a room that the plan of the house does not have", room)
		}
		for _, imported := range words[1:] {
			if ours, isOurs := strings.CutPrefix(imported, module+"/"); isOurs && !slices.Contains(allowed, ours) {
				t.Errorf("%s must not import %s: it may import %v only", room, ours, allowed)
			}
		}
	}
}

// The language of the domain depends on nothing that can change under it.
func TestDataImportsTheStandardLibraryOnly(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", module+"/data").Output()
	if err != nil {
		t.Fatal(err)
	}
	if deps := strings.Fields(string(out)); !slices.Equal(deps, []string{module + "/data"}) {
		t.Errorf("data depends on %v", deps)
	}
}

// Only the desktop program may import Fyne's app, which needs cgo: everything else
// builds and tests without.
func TestOnlyTheDesktopProgramImportsFynesApp(t *testing.T) {
	out, err := exec.Command("go", "list", "-e", "-f", `{{.ImportPath}} {{join .Imports " "}} {{join .TestImports " "}}`, module+"/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		if slices.Contains(words[1:], "fyne.io/fyne/v2/app") && words[0] != module+"/cmd/graduand" {
			t.Errorf("%s imports fyne.io/fyne/v2/app", words[0])
		}
	}
}

// Nothing in Go knows a campaign by name: only assets, tests and the words of the
// command line's examples may.
func TestNoCampaignByName(t *testing.T) {
	out, err := exec.Command("git", "grep", "-nIiE", `\b(zno|ort)\b|zno-2020|ort-2021`, "--", ":(top)*.go", ":(top,exclude)*_test.go", ":(top,exclude)assets/*").CombinedOutput()
	if err == nil {
		t.Errorf("a campaign is named in Go:\n%s", out)
	}
	if exit, failed := err.(*exec.ExitError); failed && exit.ExitCode() > 1 {
		t.Fatalf("git grep: %s", out)
	}
}
