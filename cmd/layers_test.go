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
	"cmd/graduand": {"cmd/internal/drawn", "cmd/internal/shield", "cmd/internal/single", "ui", "ui/frame", "data/registrar", "data/text", "assets"},
	"ui": {"ui/frame", "ui/door", "ui/overview", "ui/graduates", "ui/form", "ui/roster", "ui/centrelist", "ui/table", "ui/access", "ui/payment", "ui/answer", "ui/exchange", "ui/photo", "ui/intake", "ui/post", "ui/printing",
		"ui/history", "ui/account", "ui/season", "ui/settings", "ui/help", "ui/pick", "data/registrar"},
	"ui/graduates":                  screen("ui/table", "data/registrar/form"),
	"ui/form":                       screen("data/registrar/form"),
	"ui/roster":                     screen("ui/table", "data/registrar/roster"),
	"ui/centrelist":                 screen("data/registrar/centrelist"),
	"ui/table":                      screen("data/registrar/table"),
	"ui/access":                     screen("data/registrar/access"),
	"ui/payment":                    screen("data/registrar/payment", "data/registrar/form"),
	"ui/photo":                      screen("data/registrar/photo"),
	"ui/intake":                     screen("data/registrar/intake"),
	"ui/answer":                     screen("data/registrar/answer", "data/registrar/envelope"),
	"ui/exchange":                   screen("data/registrar/exchange", "data/registrar/printing", "data/registrar/season"),
	"ui/post":                       screen("data/registrar/post", "data/registrar/printing"),
	"ui/printing":                   screen("data/registrar/printing", "ui/printing/internal/compiled"),
	"ui/printing/internal/compiled": {},
	"ui/printing/printingtest":      {"ui/printing/internal/compiled", "data/keeptest"},
	"ui/history":                    screen(),
	"ui/account":                    screen("ui/door"),
	"ui/season":                     screen("ui/door", "data/registrar/season"),
	"ui/settings":                   screen("ui/door", "data/registrar/season"),
	"ui/help":                       screen("assets", "data/guide"),
	"data/guide":                    {"assets", "data/campaign", "data/text"},
	"ui/door":                       {"ui/frame", "ui/widgets", "data/registrar", "data/text", "data"},
	"ui/field":                      {"data/registrar/form", "data/registrar/photo", "data/registrar/season", "ui/frame", "ui/widgets", "data/registrar", "data"},
	"ui/frame":                      {"ui/widgets", "data/registrar", "data/text", "data"},
	"ui/overview":                   screen("data/registrar/season", "data/registrar/printing"),
	"ui/pick":                       {"ui/frame", "ui/widgets", "data"},
	"ui/frame/frametest":            {"ui/frame", "ui/widgets", "data/registrar", "data/vault/vaulttest", "data/drivetest", "data/keeptest", "data", "assets"},
	"ui/widgets":                    {"data"},
	"cmd/graduandctl":               append([]string{"cmd/internal/shield", "data/registrar", "data/centre", "data/centre/postgres", "data/centre/simulate", "data/guide", "data/text", "assets"}, desks...),
	// Its demonstration has a centre of its own, which is the real one.
	"data/registrar":                append([]string{"imaging", "imaging/drawing", "imaging/mrz", "data/latin", "data/genitive", "data/registry", "data/centre", "data/exchange", "data", "data/file", "data/campaign", "data/papers", "data/roster", "data/phone", "assets"}, desks...),
	"data/registrar/access":         deskOf("data/roster", "data/papers", "data/text"),
	"data/registrar/centrelist":     deskOf("data/roster", "data/workbook"),
	"data/registrar/answer":         deskOf(),
	"data/registrar/envelope":       deskOf(),
	"data/registrar/exchange":       deskOf("data/exchange", "data/file"),
	"data/registrar/form":           deskOf("data/papers", "data/picture"),
	"data/registrar/payment":        deskOf("data/picture"),
	"data/registrar/intake":         deskOf(),
	"data/registrar/photo":          deskOf("data/picture", "data/file", "data/latin", "data/roster", "imaging"),
	"data/picture":                  {"data", "data/campaign", "imaging", "imaging/mrz", "imaging/pixels"},
	"data/registrar/post":           deskOf("data/papers"),
	"data/registrar/printing":       deskOf("data/papers", "data/file", "data/picture", "data/printer"),
	"data/registrar/recovery":       deskOf("data/exchange", "data/file"),
	"data/registrar/roster":         deskOf("data/roster", "data/workbook"),
	"data/registrar/season":         deskOf("data/papers", "data/picture", "data/workbook"),
	"data/registrar/table":          deskOf("data/roster", "data/workbook", "data/phone", "data/papers", "data/text"),
	"data/registrar/desktest":       append([]string{"data/registrar", "data/registry", "data", "data/exchange", "data/papers", "data/campaign", "imaging/drawing", "imaging/mrz"}, desks...),
	"data/exchange":                 {"data"},
	"data/exchange/exchangetest":    {"data", "data/exchange"},
	"data/registry":                 {"imaging", "imaging/mrz", "data/picture", "data/zone", "data", "data/campaign", "data/vault", "data/registry/ledger", "data/file", "data/roster", "data/phone", "data/readback"},
	"data/registry/attack":          {},
	"data/registry/ledger":          {"data", "data/vault", "data/sqlite", "data/file"},
	"data/papers":                   {"data", "data/campaign", "data/text", "data/phone", "reports"},
	"data/campaign":                 {"data", "data/genitive", "data/phone", "assets"},
	"data/vault":                    {"data/vault/internal/price"},
	"data/vault/internal/price":     {},
	"data/vault/vaulttest":          {"data/vault/internal/price"},
	"data/registry/registrytest":    {"data/vault", "data/vault/vaulttest"},
	"data/sqlite":                   {"data", "data/file"},
	"data/centre":                   {"data/centre/database", "data/centre/decision", "data/centre/sheet", "data/centre/store", "data/centre/verdict", "data/exchange", "data/campaign", "data/file", "data/phone", "data/vault", "data/workbook", "data"},
	"data/centre/database":          {"data", "data/sqlite"},
	"data/centre/decision":          {"data", "data/campaign", "data/exchange"},
	"data/centre/sheet":             {"data", "data/campaign", "data/centre/decision", "data/exchange", "data/phone", "data/roster", "data/text", "data/workbook"},
	"data/centre/store":             {"data", "data/file"},
	"data/centre/postgres":          {},
	"data/centre/verdict":           {"data", "data/campaign", "data/exchange"},
	"data/centre/centretest":        {},
	"data/centre/simulate":          {"data", "data/campaign", "data/exchange", "data/file"},
	"data/file":                     {"data"},
	"data/powercut":                 {},
	"data/pattern":                  {},
	"data/printer":                  {"data", "data/file"},
	"data/printer/printertest":      {"data", "data/printer"},
	"data/roster":                   {"data/workbook", "data/phone", "data", "data/campaign", "data/text", "data/pattern"},
	"data/workbook":                 {"data"},
	"data/workbook/workbooktest":    {},
	"data/phone":                    {"data", "data/pattern"},
	"imaging":                       {"imaging/face", "imaging/pixels", "imaging/pdf"},
	"imaging/face":                  {"imaging/pixels", "assets"},
	"imaging/drawing":               {"imaging/pixels"},
	"imaging/imagingtest":           {"imaging", "imaging/drawing"},
	"imaging/pdf":                   {"imaging/pdf/internal/compiled"},
	"imaging/pdf/internal/compiled": {},
	"imaging/pdf/pdftest":           {"imaging/pdf/internal/compiled", "data/keeptest"},
	"imaging/pixels":                {},
	"imaging/mrz":                   {"imaging/pixels", "imaging/mrz/glyph"},
	"imaging/mrz/glyph":             {"imaging/pixels"},
	"imaging/mrz/glyph/learn":       {"imaging/pixels", "imaging/mrz/glyph", "imaging/drawing"},
	"imaging/mrz/mrztest":           {"imaging/drawing"},
	"reports":                       {"reports/paper", "data/workbook", "data", "data/text", "assets"},
	"reports/paper":                 {"data", "data/text"},
	"data/text":                     {},
	"data/latin":                    {},
	"data/genitive":                 {"data"},
	"data/zone":                     {"data/latin", "imaging/mrz"},
	"data":                          {},
	"data/canarytest":               {},
	"data/cputest":                  {},
	"data/drivetest":                {},
	"data/keeptest":                 {},
	"data/prooftest":                {},
	"data/readback":                 {},
	"data/mutatedtest":              {"data", "data/prooftest", "data/text"},
	"data/hostile":                  {},
	"assets":                        {},
	"cmd/internal/growth":           {"data/prooftest"},
	"cmd/internal/notices":          {},
	"cmd/internal/proof":            {"data/prooftest"},
	"cmd/internal/shield":           {},
	"cmd/internal/drawn":            {},
	"cmd/internal/single":           {},
	"cmd/internal/supply":           {},
	"cmd":                           {},
}

// screen are the doors of a screen of the window, and those of its own beside them. No
// screen knows another: the frame leads from one to the next.
func screen(besides ...string) []string {
	return append(besides, "ui/frame", "ui/field", "ui/widgets", "data/registrar", "data/text", "data")
}

// desks are those of the registrar: a screen knows the desk of its noun.
var desks = []string{"data/registrar/access", "data/registrar/centrelist", "data/registrar/answer", "data/registrar/envelope", "data/registrar/exchange", "data/registrar/form", "data/registrar/intake", "data/registrar/payment", "data/registrar/photo", "data/registrar/post", "data/registrar/printing", "data/registrar/recovery",
	"data/registrar/roster", "data/registrar/season", "data/registrar/table"}

// deskOf are the doors of a desk, and its working rooms. No desk knows another.
func deskOf(rooms ...string) []string {
	return append(rooms, "data/registry", "data", "data/campaign")
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

// kept says which room alone, with those below it, knows a library of a format: another
// one asks that room.
var kept = map[string]string{
	"github.com/xuri/excelize/v2":          "data/workbook",
	"github.com/nyaruka/phonenumbers":      "data/phone",
	"github.com/signintech/gopdf":          "reports/paper",
	"github.com/disintegration/imaging":    "imaging/pixels",
	"github.com/bep/imagemeta":             "imaging",
	"github.com/esimov/pigo/core":          "imaging/face",
	"github.com/boombuler/barcode/code128": "reports/paper",
	"github.com/jackc/pgx/v5/stdlib":       "data/centre",
}

func TestLibrariesOfAFormatHaveOneRoom(t *testing.T) {
	out, err := exec.Command("go", "list", "-e", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		for _, imported := range words[1:] {
			if room, is := kept[imported]; is && !strings.HasPrefix(words[0]+"/", module+"/"+room+"/") {
				t.Errorf("%s imports %s, which is the matter of %s", words[0], imported, room)
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
	out, err := exec.Command("git", "grep", "-nIiE", `\b(zno|ort)\b|zno-2020|ort-2021`, "--", ":(top)*.go", ":(top,exclude)*_test.go", ":(top,exclude)assets/*", ":(top,exclude)data/registrar/desktest/*", ":(top,exclude)data/exchange/exchangetest/*").CombinedOutput()
	if err == nil {
		t.Errorf("a campaign is named in Go:\n%s", out)
	}
	if exit, failed := err.(*exec.ExitError); failed && exit.ExitCode() > 1 {
		t.Fatalf("git grep: %s", out)
	}
}
