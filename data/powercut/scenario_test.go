package powercut

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const password = "graduand-demo"

// step is one run of graduandctl. $SCHOOL is the registry, $ID its first graduate, $OTHER
// its responsible person, and names of files are those of the folder.
type step struct {
	command string
	// gives are the files that are there when it has said that it is done, whole or absent
	// before.
	gives []string
	// keeps are such as it makes in several strokes.
	keeps []string
}

// scenario is some work on a folder. registry is the file that is examined in it. Where
// the work makes it, birth says what may lie there before the first step is done.
type scenario struct {
	name     string
	registry string
	birth    birth
	steps    []step
}

// birth says how a registry comes into the world.
type birth int

const (
	// there is it before.
	there birth = iota
	// inPlace it is written: half made it is refused, and nothing is lost.
	inPlace
	// beside it is written, and comes into its place whole.
	beside
)

// scenarios are all ways of the registry to the disk, and of files out of it.
var scenarios = []scenario{
	{"new", "new.graduand", inPlace, []step{
		{command: "new new.graduand --campaign ort-2021 --school school.toml --user 0555000001 --name Асанова -o sheet.pdf", gives: []string{"sheet.pdf"}},
		{command: "account new.graduand escrow $CENTRE"},
	}},
	{"import", "school.graduand", there, []step{
		{command: "import $SCHOOL roster.csv"},
	}},
	{"set", "school.graduand", there, []step{
		{command: "set $SCHOOL $ID street=Ала-Тоо"},
		{command: "do $SCHOOL add surname=Осмонов phone=0555000010"},
		{command: "form $SCHOOL record $ID --kind entered"},
	}},
	{"attach", "school.graduand", there, []step{
		{command: "do $SCHOOL attach $ID passport_front=picture.png"},
		{command: "do $SCHOOL save-file $ID passport_front -o stick/saved.png", gives: []string{"stick/saved.png"}},
	}},
	{"papers", "school.graduand", there, []step{
		{command: "print $SCHOOL card -o stick/cards.pdf", gives: []string{"stick/cards.pdf"}},
		{command: "print $SCHOOL missing -o stick/cards.xlsx", gives: []string{"stick/cards.pdf", "stick/cards.xlsx"}},
		{command: "do $SCHOOL take-home $ID -o stick/home.graduand", gives: []string{"stick/home.graduand"}},
	}},
	{"backup", "school.graduand", there, []step{
		{command: "backup $SCHOOL stick/saved.graduand-backup", gives: []string{"stick/saved.graduand-backup"}},
	}},
	{"restore", "stick/again.graduand", beside, []step{
		{command: "restore stick/again.graduand copy.graduand-backup"},
		{command: "set stick/again.graduand $ID street=Ала-Тоо"},
	}},
	{"close", "school.graduand", there, []step{
		{command: "do $SCHOOL attach $ID passport_front=picture.png"},
		{command: "do $SCHOOL close", keeps: []string{"school-*/*.graduand-backup", "school-*/*.list", "school-*/вложения/*"}},
	}},
	{"erase", "school.graduand", there, []step{
		{command: "do $SCHOOL erase $ID --reason просьба -o stick/certificate.pdf", gives: []string{"stick/certificate.pdf"}},
	}},
	{"remove an operator", "school.graduand", there, []step{
		{command: "account $SCHOOL remove $OTHER"},
	}},
}

// tool is graduandctl as it is sent out, under the eyes of strace, in one folder.
type tool struct {
	t           testing.TB
	program     string
	folder      string
	id, other   string
	environment []string
}

func (s *tool) words(command string) []string {
	words := strings.Fields(command)
	for i, w := range words {
		w = strings.ReplaceAll(w, "$SCHOOL", filepath.Join(s.folder, "school.graduand"))
		w = strings.ReplaceAll(strings.ReplaceAll(w, "$ID", s.id), "$OTHER", s.other)
		w = strings.ReplaceAll(w, "$CENTRE", centre)
		if field, file, is := strings.Cut(w, "="); is && strings.HasSuffix(file, ".png") {
			w = field + "=" + filepath.Join(s.folder, file)
		} else if strings.Contains(w, ".") && !filepath.IsAbs(w) {
			w = filepath.Join(s.folder, w)
		}
		words[i] = w
	}
	return words
}

func (s *tool) run(under []string, command string) string {
	s.t.Helper()
	all := append(append(under, s.program), s.words(command)...)
	run := exec.Command(all[0], all[1:]...)
	run.Dir = s.folder
	run.Env = append(os.Environ(), "GRADUAND_PASSWORD="+password)
	var out, said bytes.Buffer
	run.Stdout, run.Stderr = &out, &said
	if err := run.Run(); err != nil {
		s.t.Fatalf("graduandctl %s: %v\n%s", command, err, said.String())
	}
	return out.String()
}

// trace runs a command and gives what it did.
func (s *tool) trace(command string) []call {
	s.t.Helper()
	record := filepath.Join(s.t.TempDir(), "trace")
	s.run([]string{"strace", "-f", "-y", "-xx", "--seccomp-bpf", "-s", "100000000", "-e", "trace=" + calls, "-e", "signal=none", "-o", record}, command)
	all, err := readTrace(record)
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// firstWord is the first word of the first line that has another.
func firstWord(lines, with string) string {
	for line := range strings.Lines(lines) {
		if strings.Contains(line, with) {
			word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
			return word
		}
	}
	panic(fmt.Errorf("find %q in %s", with, lines))
}
