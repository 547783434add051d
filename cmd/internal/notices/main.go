// Command notices gathers the licences of all that both programs are linked from, on every
// system, and writes them to the file of its only argument: make notices does it. Whoever
// passes the program on has to pass them on with it.
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "notices: name the file to write")
		os.Exit(2)
	}
	all, err := gather()
	if err == nil {
		err = os.WriteFile(os.Args[1], all, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(3)
	}
}

// part is something that the program is made of, and the folder where its licences lie.
type part struct {
	name, folder string
	// below says that licences lie in folders below it too, kept that every file there is
	// one.
	below, kept bool
}

// gather is the whole text: after a line with its name, each part's licences as they are.
func gather() ([]byte, error) {
	parts, err := parts()
	if err != nil {
		return nil, err
	}
	var all bytes.Buffer
	for _, p := range parts {
		texts, err := p.licences()
		if err != nil {
			return nil, fmt.Errorf("read licences of %s: %w", p.name, err)
		}
		fmt.Fprintf(&all, "==== %s ====\n\n%s\n\n", p.name, strings.Join(texts, "\n\n"))
	}
	return all.Bytes(), nil
}

// parts are ourselves, Go, the modules, and what is no module: PDFium, which lies ready made in one of them, the
// face of machine-readable zones, the models of faces, and the C library of the Windows programs.
func parts() ([]part, error) {
	root, err := list("", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return nil, err
	}
	goRoot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("find Go: %w", err)
	}
	all := []part{{name: "Graduand", folder: root[0]}, {name: "Go", folder: strings.TrimSpace(string(goRoot))},
		{name: "PDFium", folder: filepath.Join(root[0], "assets", "notices", "pdfium"), kept: true},
		{name: "OCR-B", folder: filepath.Join(root[0], "assets", "notices", "ocr-b"), kept: true},
		{name: "models of faces", folder: filepath.Join(root[0], "assets", "models")},
		{name: "mingw-w64", folder: filepath.Join(root[0], "assets", "notices", "mingw-w64"), kept: true}}
	var modules []string
	for _, system := range []string{"linux", "windows"} {
		lines, err := linked(system)
		if err != nil {
			return nil, err
		}
		modules = append(modules, lines...)
	}
	slices.Sort(modules)
	for _, line := range slices.Compact(modules) {
		name, folder, _ := strings.Cut(line, "\t")
		all = append(all, part{name: name, folder: folder, below: true})
	}
	return all, nil
}

// linked are the modules of both programs with their folders, as a build for a system
// takes them; it builds nothing.
func linked(system string) ([]string, error) {
	return list(system, "-deps", "-tags", "migrated_fynedo,no_emoji", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}",
		"graduand/cmd/graduand", "graduand/cmd/graduandctl")
}

// list asks Go for a system, "" for that of this PC; also while the file to be written is
// not there yet, without which nothing of ours builds.
func list(system string, words ...string) ([]string, error) {
	c := exec.Command("go", append([]string{"list", "-e"}, words...)...)
	c.Env = os.Environ()
	if system != "" {
		c.Env = append(c.Env, "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
	}
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("list modules: %w", err)
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' }), nil
}

// licenceName is what a file is called that has to go with the program.
var licenceName = regexp.MustCompile(`(?i)^(licen[sc]e|copying|notice|patents)`)

// notLinked are folders of a module whose licences are about what no program is linked
// from.
var notLinked = regexp.MustCompile(`^(testdata|tests?|cmd|examples?|_.*|\..+)$`)

// licences are the texts of a part under their paths, in the order of these.
func (p part) licences() (texts []string, err error) {
	err = filepath.WalkDir(p.folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != p.folder && (!p.below || notLinked.MatchString(entry.Name())):
			return fs.SkipDir
		case entry.IsDir() || !p.kept && (!licenceName.MatchString(entry.Name()) || filepath.Ext(path) == ".go"):
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		within, err := filepath.Rel(p.folder, path)
		if err != nil {
			return err
		}
		texts = append(texts, "---- "+filepath.ToSlash(within)+" ----\n\n"+clean(string(content)))
		return nil
	})
	if err == nil && len(texts) == 0 {
		err = fmt.Errorf("no licence in %s", p.folder)
	}
	return texts, err
}

// clean makes a text readable everywhere: no word of it changes.
func clean(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "?"), "\r\n", "\n")
	return strings.Trim(strings.TrimPrefix(text, "\ufeff"), "\n\f ")
}
