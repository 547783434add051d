package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var fuzzTarget = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

// A parser whose target nobody runs is not proved, and all together are executed as often as is promised.
func TestEveryFuzzTargetIsRun(t *testing.T) {
	var there, run []string
	root := filepath.Join("..", "..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == ".git" || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		content, err := os.ReadFile(path)
		folder, wrong := filepath.Rel(root, filepath.Dir(path))
		for _, m := range fuzzTarget.FindAllSubmatch(content, -1) {
			there = append(there, fmt.Sprintf("%s %s", filepath.ToSlash(folder), m[1]))
		}
		return errors.Join(err, wrong)
	})
	if err != nil {
		t.Fatal(err)
	}
	executions := 0
	for _, p := range everyParser {
		run, executions = append(run, p.folder+" "+p.target), executions+1000*p.thousands
	}
	slices.Sort(there)
	slices.Sort(run)
	if !slices.Equal(there, run) {
		t.Errorf("targets:\n%s\nrun:\n%s", strings.Join(there, "\n"), strings.Join(run, "\n"))
	}
	if executions < allExecutions {
		t.Errorf("%d executions of %d", executions, allExecutions)
	}
}

// What a target fails on is written beside it: that is not the tree of the project.
func TestFuzzTargetsRunBesideTheProject(t *testing.T) {
	p := &proof{folder: t.TempDir()}
	folder := filepath.Join("..", "..", "..", "data")
	for range 2 {
		dir, err := p.dir(share{line{id: "a", run: run{folder: folder, kind: fuzz}}, 1})
		if err != nil || !strings.HasPrefix(dir, p.folder) {
			t.Fatalf("%s, %v", dir, err)
		}
		inputs, err := filepath.Glob(filepath.Join(dir, "testdata", "fuzz", "FuzzCleanName", "*"))
		if err != nil || len(inputs) == 0 {
			t.Errorf("without the inputs that are kept: %v", err)
		}
	}
}
