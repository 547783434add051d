package cmd

import (
	"go/ast"
	"os"
	"regexp"
	"strings"
	"testing"
)

// argued are methods of the registrar that one face does without, and why.
var argued = map[string]string{
	"ReadRoster":       "the command line reads a roster by options; the window by ReadChosen, with cells that were mended",
	"ReadChosen":       "see ReadRoster",
	"PreviewRoster":    "a preview is for eyes; the command line has --dry-run",
	"RosterFields":     "the choices above the preview's columns; the command line has --map and do fields",
	"CollectFields":    "the ticks of the window; the command line has --fields and do fields",
	"CompareReceipt":   "the window asks before it adds a number that is there; the command line says what AddPayment warns of",
	"Listen":           "a command ends before anything can change under it",
	"Print":            "the preview of the window; the command line writes files by PrintFile",
	"Path":             "the command line was given the path",
	"Today":            "an aid of both, no action",
	"NextDate":         "the reminder in the status line; the command line has no standing face",
	"Count":            "the command line counts the lines of list",
	"Document":         "an aid of both, no action",
	"Documents":        "the command line says the known documents when another is asked for",
	"Fields":           "the window has a field for each of them",
	"FieldTitle":       "an aid of both, no action",
	"Close":            "both close what they opened",
	"Contacts":         "whom to ask is shown beside the form; graduandctl do school shows the same",
	"MayFill":          "the window shows what may not be filled in as closed; the command line says it when it is tried",
	"May":              "see MayFill",
	"Closed":           "see MayFill",
	"AtHome":           "words for the pupil's form in the window; the command line was given the file",
	"ParseDay":         "the window has a field for days",
	"WithoutAccess":    "the window proposes for whom to make accesses; the command line skips those who have one",
	"NewPaperCode":     "the window shows the code before its sheet is saved; the command line makes both by SavePaperKey",
	"SavePaperKey":     "see NewPaperCode",
	"SaveAttachment":   "originals are saved by the window when the form shows them",
	"Attachment":       "see SaveAttachment",
	"Erase":            "both erase with a certificate",
	"EraseImages":      "both erase with a certificate",
	"WriteCertificate": "the window writes it again when its place has gone",
}

// Everything that a person can do by one face he can do by the other.
func TestParityOfWindowAndCommandLine(t *testing.T) {
	window, control := source(t, "ui"), source(t, "cmd/graduandctl")
	_, files := parsed(t, "data/registrar")
	found := 0
	for _, file := range files {
		for _, d := range file.Decls {
			f, is := d.(*ast.FuncDecl)
			if !is || f.Recv == nil || !f.Name.IsExported() || receiver(f) != "Registrar" {
				continue
			}
			found++
			name := f.Name.Name
			called := regexp.MustCompile(`\.` + name + `\b`)
			inWindow, inControl := called.MatchString(window), called.MatchString(control)
			if _, isArgued := argued[name]; !isArgued && !(inWindow && inControl) {
				t.Errorf("%s: in the window %v, in graduandctl %v", name, inWindow, inControl)
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d methods were found", found)
	}
}

func receiver(f *ast.FuncDecl) string {
	star, is := f.Recv.List[0].Type.(*ast.StarExpr)
	if !is {
		return ""
	}
	name, is := star.X.(*ast.Ident)
	if !is {
		return ""
	}
	return name.Name
}

// source is all the code of a folder and of everything below it, tests left out.
func source(t *testing.T, folder string) string {
	t.Helper()
	var all strings.Builder
	for _, path := range sources(t, folder) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(content)
	}
	return all.String()
}
