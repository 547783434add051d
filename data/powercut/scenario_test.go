package powercut

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/registrar"
)

// password is that of the people of the demonstration, former that of the head of the oldest registry kept.
const (
	password = "graduand-demo"
	former   = "Медленный чай на веранде"
	fresh    = "Новый чай на той же веранде"
)

// step is one run of graduandctl. $SCHOOL is the registry, $ID its first graduate, $OTHER
// its responsible person, and names of files are those of the folder.
type step struct {
	command string
	// gives are the files that are there when it has said that it is done, whole or absent
	// before.
	gives []string
	// keeps are such as it makes in several strokes.
	keeps []string
	// environment are further NAME=VALUE.
	environment []string
}

// scenario is some work on a folder. registry is the file that is examined in it. Where
// the work makes it, birth says what may lie there before the first step is done.
type scenario struct {
	name     string
	registry string
	// with are the other files that it needs.
	with  []string
	birth birth
	steps []step
	// holds says what else is wrong with a registry in which these kinds of events have happened, and with
	// the files in its folder; nil where the doctor and the history say all.
	holds func(r *registrar.Registrar, happened map[string]bool, folder string) error
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

const (
	school = "school.graduand"
	season = "season.graduand"
	stick  = "stick/notes"
	photo  = "picture.png"
)

// scenarios are all ways of the registry to the disk, and of files out of it.
var scenarios = []scenario{
	{name: "new", registry: "new.graduand", with: []string{"school.toml"}, birth: inPlace, steps: []step{
		{command: "new new.graduand --campaign ort-2021 --school school.toml --user 0555000001 --name Асанова -o sheet.pdf", gives: []string{"sheet.pdf"}},
		{command: "account new.graduand escrow $CENTRE"},
	}},
	{name: "import", registry: school, with: []string{"roster.csv"}, steps: []step{
		{command: "import $SCHOOL roster.csv"},
	}},
	{name: "set", registry: school, steps: []step{
		{command: "set $SCHOOL $ID street=Ала-Тоо"},
		{command: "do $SCHOOL add surname=Осмонов phone=0555000010"},
		{command: "form $SCHOOL record $ID --kind entered"},
	}},
	{name: "attach", registry: school, with: []string{photo, stick}, steps: []step{
		{command: "do $SCHOOL attach $ID passport_front=picture.png"},
		{command: "do $SCHOOL save-file $ID passport_front -o stick/saved.png", gives: []string{"stick/saved.png"}},
	}},
	{name: "papers", registry: school, with: []string{stick}, steps: []step{
		{command: "print $SCHOOL card -o stick/cards.pdf", gives: []string{"stick/cards.pdf"}},
		{command: "print $SCHOOL missing -o stick/cards.xlsx", gives: []string{"stick/cards.pdf", "stick/cards.xlsx"}},
		{command: "do $SCHOOL take-home $ID -o stick/home.graduand", gives: []string{"stick/home.graduand"}},
	}},
	{name: "backup", registry: school, with: []string{stick}, steps: []step{
		{command: "backup $SCHOOL stick/saved.graduand-backup", gives: []string{"stick/saved.graduand-backup"}},
	}},
	{name: "restore", registry: "stick/again.graduand", with: []string{"copy.graduand-backup", stick}, birth: beside, steps: []step{
		{command: "restore stick/again.graduand copy.graduand-backup"},
		{command: "set stick/again.graduand $ID street=Ала-Тоо"},
	}},
	{name: "another password", registry: school, steps: []step{
		{command: "account $SCHOOL password", environment: []string{"GRADUAND_NEW_PASSWORD=" + fresh}},
		{command: "set $SCHOOL $ID street=Ала-Тоо", environment: []string{"GRADUAND_PASSWORD=" + fresh}},
	}},
	{name: "close", registry: school, with: []string{photo}, steps: []step{
		{command: "do $SCHOOL attach $ID passport_front=picture.png"},
		{command: "do $SCHOOL close", keeps: []string{"school-*/*.graduand-backup", "school-*/*.list", "school-*/вложения/*"}},
	}},
	{name: "erase", registry: school, with: []string{stick}, steps: []step{
		{command: "do $SCHOOL erase $ID --reason просьба -o stick/certificate.pdf", gives: []string{"stick/certificate.pdf"}},
	}},
	{name: "remove an operator", registry: school, steps: []step{
		{command: "account $SCHOOL remove $OTHER"},
	}},
	{name: "close a package", registry: season, holds: packageHolds, steps: []step{
		{command: "package season.graduand close 2 --rows 1 --kits 1 --grams 34"},
		{command: "package season.graduand post 2 --operator ukrposhta --item registered_notice --tracking 0500012340003 --postmark 2020-02-18"},
	}},
	{name: "send a message", registry: season, with: []string{stick}, holds: sentHolds, steps: []step{
		{command: "export season.graduand -o stick --sheet sheet.pdf", gives: []string{"stick/amendments-*.zip.age", "sheet.pdf"}},
	}},
	{name: "receive a message", registry: "answered.graduand", with: []string{answer}, holds: receivedHolds, steps: []step{
		{command: "receive answered.graduand " + answer},
	}},
	{name: "migrate", registry: "former.graduand", steps: []step{
		{command: "list former.graduand", environment: []string{"GRADUAND_PASSWORD=" + former}},
		{command: "account former.graduand escrow $CENTRE", environment: []string{"GRADUAND_PASSWORD=" + former}},
	}},
}

// tool is graduandctl as it is sent out, under the eyes of strace, in one folder.
type tool struct {
	t         testing.TB
	program   string
	folder    string
	id, other string
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

// command is a run of graduandctl under another program, or under none.
func (s *tool) command(under []string, do step) *exec.Cmd {
	all := append(append(under, s.program), s.words(do.command)...)
	run := exec.Command(all[0], all[1:]...)
	run.Dir = s.folder
	run.Env = append(append(os.Environ(), "GRADUAND_PASSWORD="+password, "LC_ALL=uk_UA.UTF-8"), do.environment...)
	return run
}

// run is what a command says on its standard output.
func (s *tool) run(under []string, do step) string {
	s.t.Helper()
	out, _ := s.runs(under, do)
	return out
}

// runs is run with how many lines it has said altogether.
func (s *tool) runs(under []string, do step) (string, int) {
	s.t.Helper()
	run := s.command(under, do)
	var out, said bytes.Buffer
	run.Stdout, run.Stderr = &out, &said
	// With 1 it is done, and there is something to look at.
	if err := run.Run(); err != nil && run.ProcessState.ExitCode() != 1 {
		s.t.Fatalf("graduandctl %s: %v\n%s", do.command, err, said.String())
	}
	return out.String(), bytes.Count(out.Bytes(), []byte("\n")) + bytes.Count(said.Bytes(), []byte("\n"))
}

// trace runs a command and gives what it did, and how many lines it said.
func (s *tool) trace(do step) ([]call, int) {
	s.t.Helper()
	record := filepath.Join(s.t.TempDir(), "trace")
	_, lines := s.runs([]string{"strace", "-f", "-y", "-xx", "--seccomp-bpf", "-s", "100000000", "-e", "trace=" + calls, "-e", "signal=none", "-o", record}, do)
	all, err := readTrace(record)
	must(s.t, err)
	return all, lines
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
