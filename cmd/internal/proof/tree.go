package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
)

// tree is what is proved: the fingerprints of files by their paths, and of which packages of ours each test is
// made.
type tree struct {
	files map[string]string
	// parts are the folders of packages by the folder of the tests that are made of them, packages all folders of
	// packages.
	parts    map[string][]string
	packages []string
	// known are the fingerprints of what lines prove, by folder.
	known map[string]string
}

// always are files that count for every line: which modules of others, and how a share is run.
var always = []string{"go.mod", "go.sum", "cmd/internal/proof/share.go"}

// look finds out what there is to be proved by these lines.
func look(ctx context.Context, all []line) (tree, error) {
	t := tree{parts: map[string][]string{}, known: map[string]string{}}
	var err error
	if t.files, err = fingerprints(ctx); err != nil {
		return tree{}, err
	}
	if t.packages, err = everyPackage(ctx); err != nil {
		return tree{}, err
	}
	if err := t.lookInto(ctx, all); err != nil {
		return tree{}, err
	}
	for _, l := range all {
		if folder := l.proves(); t.known[folder] == "" {
			t.known[folder] = t.print(folder)
		}
	}
	return t, nil
}

// everyPackage are the folders of our packages, the window's too where there is no C compiler to build it.
func everyPackage(ctx context.Context) (folders []string, err error) {
	listed, err := said(ctx, "go", "list", "-e", "./...")
	for _, name := range strings.Fields(listed) {
		folders = append(folders, strings.TrimPrefix(name, ours))
	}
	return folders, err
}

// proves is the folder whose packages a line proves, «» for all there is.
func (r run) proves() string {
	if r.within {
		return r.folder
	}
	return ""
}

// ours begins the names of our packages.
const ours = "graduand/"

// lookInto finds out of which packages the tests of lines are made that are within theirs.
func (t tree) lookInto(ctx context.Context, all []line) error {
	words := []string{"list", "-test", "-f", "{{.ImportPath}}\t{{join .Deps \"\\t\"}}"}
	for _, l := range all {
		if l.within {
			words = append(words, "./"+l.folder)
		}
	}
	listed, err := said(ctx, "go", words...)
	if err != nil {
		return err
	}
	for row := range strings.Lines(listed) {
		names := strings.Split(strings.TrimSpace(row), "\t")
		folder, isTest := strings.CutSuffix(names[0], ".test")
		if !isTest {
			continue
		}
		for _, name := range names {
			name, _, _ = strings.Cut(name, " ")
			if part, is := strings.CutPrefix(name, ours); is {
				t.parts[strings.TrimPrefix(folder, ours)] = append(t.parts[strings.TrimPrefix(folder, ours)], part)
			}
		}
	}
	return nil
}

// fingerprints are those of all files but the words about the program and the pictures of it, which do not
// change what it does; the table goes into one of them.
func fingerprints(ctx context.Context) (map[string]string, error) {
	files := []string{"--", ".", ":!*.md", ":!findings", ":!assets/screenshots"}
	listed, err := said(ctx, "git", append([]string{"ls-files", "-s"}, files...)...)
	if err != nil {
		return nil, err
	}
	prints := map[string]string{}
	for row := range strings.Lines(listed) {
		octets, name, _ := strings.Cut(strings.TrimSpace(row), "\t")
		prints[name] = octets
	}
	changed, err := said(ctx, "git", append([]string{"diff", "--name-only", "HEAD"}, files...)...)
	for name := range strings.Lines(changed) {
		name = strings.TrimSpace(name)
		// One that was removed has no octets.
		octets, _ := os.ReadFile(name)
		prints[name] = fmt.Sprintf("%s%x", changedMark, sha256.Sum256(octets))
	}
	return prints, err
}

// changedMark begins the fingerprint of a file that is not committed as it is.
const changedMark = "changed "

// of is the fingerprint of what a line proves, with how it is run, and whether any of that is not committed.
func (t tree) of(l line) (print string, changed bool) {
	print, changed = strings.CutPrefix(t.known[l.proves()], changedMark)
	whole := sha256.Sum256(fmt.Append(nil, print, l.name, l.kind, l.shares, l.times, l.environment, l.flags, l.cgo))
	return fmt.Sprintf("%x", whole)[:16], changed
}

// print is the fingerprint of the files that count for the tests of a folder, behind the mark where any is not
// committed; «» is all of them.
func (t tree) print(folder string) string {
	var rows []string
	mark := ""
	for name, octets := range t.files {
		if folder == "" || slices.Contains(always, name) || slices.Contains(t.parts[folder], t.packageOf(name)) {
			rows = append(rows, name+" "+octets)
			if strings.HasPrefix(octets, changedMark) {
				mark = changedMark
			}
		}
	}
	slices.Sort(rows)
	return mark + fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(rows, "\n"))))
}

// packageOf is the package to which a file belongs: the nearest folder above it that is one.
func (t tree) packageOf(file string) string {
	folder := path.Dir(file)
	for folder != "." && !slices.Contains(t.packages, folder) {
		folder = path.Dir(folder)
	}
	return folder
}

// said gives what a program says.
func said(ctx context.Context, program string, words ...string) (string, error) {
	run := exec.CommandContext(ctx, program, words...)
	var why strings.Builder
	run.Stderr = &why
	out, err := run.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w: %s", program, words[0], err, why.String())
	}
	return string(out), nil
}
