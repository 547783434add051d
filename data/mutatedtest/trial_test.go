package mutatedtest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/text"
)

// A trial that saw nothing would prove nothing: each fault is planted, and must be seen.
func TestPlantedFaultsAreSeen(t *testing.T) {
	kept := t.TempDir()
	for _, c := range []struct {
		name, seen string
		read       func(folder string) error
	}{
		{"a panic", "panic: planted", func(string) error { panic("planted") }},
		{"a panic that was caught", "a panic that was caught", func(string) error {
			return data.FailWith(errors.New("read file: panic: index out of range"), "roster.damaged", nil)
		}},
		{"slowness", "it takes", func(string) error { time.Sleep(60 * time.Millisecond); return nil }},
		{"greed", "MB at the peak", func(string) error {
			greedy := make([]byte, 96<<20)
			for at := 0; at < len(greedy); at += 512 {
				greedy[at] = 1
			}
			planted = greedy
			return nil
		}},
		{"a refusal without a code", "refused without a code", func(string) error { return errors.New("unexpected EOF") }},
		{"a code without a sentence", "is not said", func(string) error { return data.Fail("roster.planted", nil) }},
		{"a sentence without its argument", "speaks of the program", func(string) error { return data.Fail("file.cannot_read", nil) }},
		{"an error in a sentence", "is an error of the program", func(string) error {
			return data.Fail("file.cannot_read", data.Args{"file": os.ErrNotExist})
		}},
		{"the words of Go in a sentence", "speaks of the program", func(string) error {
			return data.Fail("file.cannot_read", data.Args{"file": "open a.csv: strconv.Atoi: invalid syntax"})
		}},
		{"a row that no table has", "a row that no table has", func(string) error {
			return data.Fail("roster.no_row", data.Args{"row": 0})
		}},
		{"a number in the words of the file", "", func(string) error {
			return data.Fail("message.bad_table", data.Args{"table": "graduates.csv", "row": 0, "column": "BagIt-Version: 1.0"})
		}},
		{"a file left behind", "files have changed", func(string) error { return os.WriteFile(filepath.Join(os.TempDir(), "left"), nil, 0o600) }},
		{"a file written", "files have changed", func(folder string) error {
			return os.WriteFile(filepath.Join(folder, "registry"), []byte("other"), 0o600)
		}},
		{"nothing", "", func(string) error { return data.Fail("roster.empty", nil) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			if err := os.WriteFile(filepath.Join(folder, "registry"), nil, 0o600); err != nil {
				t.Fatal(err)
			}
			x := Begin(t)
			x.kept, x.memory = kept, Peak()+64
			if c.name == "slowness" {
				x.time = 50 * time.Millisecond
			}
			x.Guard(folder)
			x.Read([]byte("input"), func() error { return c.read(folder) })
			ills := x.Ills()
			planted = nil
			if len(ills) > 1 || len(ills) == 0 != (c.seen == "") || !strings.Contains(strings.Join(ills, ""), c.seen) {
				t.Errorf("seen %q", ills)
			}
		})
	}
	if inputs, err := os.ReadDir(kept); err != nil || len(inputs) == 0 {
		t.Errorf("of what is not read as it should nothing is kept: %v", err)
	}
}

// planted keeps what a planted reading has taken.
var planted []byte

// What a stranger has written may stand in a refusal, whatever it is.
func TestWordsOfTheInputMayBeQuoted(t *testing.T) {
	err := data.Fail("file.cannot_read", data.Args{"file": "strconv.csv"})
	for at := range text.Languages() {
		if fault := Fault(err, []byte("see strconv.csv"), at); fault != "" {
			t.Error(fault)
		}
	}
}
