package printer

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// windowsPC is a PC by its registry, "PATH|NAME" to text, and what its shell was asked.
type windowsPC struct {
	texts map[string]string
	asked []string
	fails error
	file  string
}

func (w *windowsPC) system(t *testing.T) *shell {
	w.file = filepath.Join(t.TempDir(), "print.pdf")
	return &shell{
		value: func(_ registryRoot, path, name string) string { return w.texts[path+"|"+name] },
		names: func(_ registryRoot, path string) (names []string) {
			for key := range w.texts {
				if of, name, _ := strings.Cut(key, "|"); of == path {
					names = append(names, name)
				}
			}
			return names
		},
		execute: func(verb, path, parameters string) error {
			content, err := os.ReadFile(path)
			w.asked = append(w.asked, strings.Join([]string{verb, string(content), parameters}, " "))
			return errors.Join(err, w.fails)
		},
		place: func(string) (string, error) { return w.file, nil },
	}
}

// pc is a Windows PC with two printers, on which a program has registered what prints.
func pc(more ...string) *windowsPC {
	texts := map[string]string{allDevices + "|HP LaserJet": "winspool,Ne01:", allDevices + "|Canon": "winspool,Ne02:", usualDevice + "|Device": "HP LaserJet,winspool,Ne01:"}
	for _, key := range more {
		name, value, _ := strings.Cut(key, "=")
		texts[name] = value
	}
	return &windowsPC{texts: texts}
}

func TestWhatPrintsOnWindows(t *testing.T) {
	const reader, edge = `Reader\shell\`, `MSEdgePDF`
	for _, c := range []struct {
		name  string
		pc    *windowsPC
		verb  string
		names string
		code  string
	}{
		{"Edge, which registers none", pc(userChoice+"|ProgId="+edge, edge+`\shell\open\command|=msedge`, ".pdf|=Reader", reader+`print\command|=x`), "", "", "printer.no_program"},
		{"nothing for PDF at all", pc(), "", "", "printer.no_program"},
		{"a reader that prints to any printer", pc(userChoice+"|ProgId=Reader", reader+`printto\command|=x`, reader+`print\command|=x`), "printto", "Canon HP LaserJet*", ""},
		{"one that prints to the default printer alone, for everybody", pc(".pdf|=Reader", reader+`print\command|=x`), "print", "HP LaserJet*", ""},
	} {
		system := c.pc.system(t)
		all, err := system.Printers(t.Context())
		var names []string
		for _, p := range all {
			if names = append(names, p.Name); p.Default {
				names[len(names)-1] += "*"
			}
		}
		if got := strings.Join(names, " "); system.verb() != c.verb || got != c.names || data.CodeOf(err) != c.code || system.Abilities().Choice != (c.verb == "printto") {
			t.Errorf("%s: %q, %q, %v", c.name, system.verb(), got, err)
		}
	}
}

func TestPrintingOnWindows(t *testing.T) {
	w := pc(".pdf|=Reader", `Reader\shell\printto\command|=x`)
	system := w.system(t)
	job, err := system.Stage(t.Context(), Order{Printer: "HP LaserJet", Copies: 2}, []byte("pages"))
	if err != nil || len(w.asked) > 0 {
		t.Fatal(err, w.asked)
	}
	if err := job.Release(t.Context()); err != nil || !slices.Equal(w.asked, []string{`printto pages "HP LaserJet"`, `printto pages "HP LaserJet"`}) {
		t.Errorf("%v, %q", err, w.asked)
	}
	if state, err := job.State(t.Context()); err != nil || state.Phase != HandedOver {
		t.Errorf("%v, %v", state, err)
	}
	t.Run("cancelled before it is handed over it leaves no file", func(t *testing.T) {
		job, err := system.Stage(t.Context(), Order{Printer: "HP LaserJet", Copies: 1}, []byte("pages"))
		if err != nil {
			t.Fatal(err)
		}
		if err := job.Cancel(t.Context()); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(w.file); !os.IsNotExist(err) {
			t.Error(err)
		}
	})
	t.Run("a name that would end the parameter is refused", func(t *testing.T) {
		if _, err := system.Stage(t.Context(), Order{Printer: `x" /s "y`, Copies: 1}, nil); data.CodeOf(err) != "printer.unknown" {
			t.Error(err)
		}
	})
	t.Run("a program that cannot be started", func(t *testing.T) {
		w.fails = errors.New("no association")
		if err := job.Release(t.Context()); data.CodeOf(err) != "printer.no_program" {
			t.Error(err)
		}
	})
}
