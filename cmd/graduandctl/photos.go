package main

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/photo"
)

type photosCommand struct {
	File   string            `arg:"" help:"The registry."`
	Folder string            `arg:"" name:"dir" help:"The folder with the photos; folders in it may be named by the class."`
	Field  string            `help:"The field of the form that they go into, where a file's name does not say another (default: the photo of the face)."`
	Take   []string          `help:"Files in doubt to take as they are proposed; all takes those of which it is certain whose they are, and that replace a picture." placeholder:"FILE,…"`
	Leave  []string          `help:"Files to leave out." placeholder:"FILE,…"`
	Map    map[string]string `help:"Whose a file is, and into which field it goes." mapsep:"," placeholder:"FILE=ID[:FIELD],…"`
	DryRun bool              `help:"Say what would happen, write nothing."`
	JSON   bool              `help:"One JSON object a line."`
}

// photosLine is the contract of «photos --json»: one line a file.
type photosLine struct {
	File string `json:"file"`
	// Outcome is attached, sure (with --dry-run), doubtful, unmatched, there, left_out or refused.
	Outcome  string `json:"outcome"`
	Graduate string `json:"graduate"`
	Name     string `json:"name"`
	// Field is where it goes, of several files with what it proves: privilege_documents:orphan.
	Field string `json:"field"`
	// By is card_number, document_number, draft_number, name or "".
	By string `json:"by"`
	// Verdict is that of the rules, "" where it is no picture.
	Verdict string `json:"verdict"`
	// Message is all that is said of the file, the worst first.
	Message    string          `json:"message"`
	Candidates []candidateLine `json:"candidates,omitempty"`
}

type candidateLine struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Class string `json:"class"`
}

// photosCounts is the last line.
type photosCounts struct {
	Attached  int `json:"attached"`
	Sure      int `json:"sure"`
	Doubtful  int `json:"doubtful"`
	Unmatched int `json:"unmatched"`
	There     int `json:"there"`
	Refused   int `json:"refused"`
}

// attachedNow is the outcome of a file that was put in.
const attachedNow = photo.Outcome("attached")

// roomForPictures is how much memory many photos may take, in bytes, before what is left of
// them is cleared more often.
const roomForPictures = 200 << 20

func (c *photosCommand) Run(s *session) (err error) {
	if limit := debug.SetMemoryLimit(-1); limit > roomForPictures {
		debug.SetMemoryLimit(roomForPictures)
	}
	files, err := photo.FilesOf(s.ctx, c.Folder)
	if err != nil {
		return err
	}
	if err := c.knowFiles(files); err != nil {
		return err
	}
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	proposals, err := s.registrar.Photo.Match(s.ctx, files, c.field(s), c.settled(), nil)
	if err != nil {
		return err
	}
	if err := s.shows("photos", nil, c.JSON); err != nil {
		return err
	}
	if !c.DryRun {
		if err := c.attach(s, proposals); err != nil {
			return err
		}
	}
	return c.report(s, proposals)
}

// field is the one that files go into whose names say none.
func (c *photosCommand) field(s *session) string {
	if c.Field != "" {
		return c.Field
	}
	return photo.Usual(s.registrar.Campaign(), "")
}

// settled is what was said of files.
func (c *photosCommand) settled() map[string]photo.Settled {
	all := map[string]photo.Settled{}
	for name, whose := range c.Map {
		id, place, _ := strings.Cut(whose, ":")
		all[name] = photo.Settled{Graduate: id, Place: place}
	}
	for _, name := range c.Leave {
		all[name] = photo.Settled{LeftOut: true}
	}
	return all
}

// knowFiles refuses a name that no file has: a mistyped one would look settled.
func (c *photosCommand) knowFiles(files []photo.File) error {
	known := func(name string) bool {
		return slices.ContainsFunc(files, func(f photo.File) bool { return f.Name == name })
	}
	for _, name := range slices.Concat(c.Take, c.Leave) {
		if name != "all" && !known(name) {
			return &registrar.Error{Code: "photo.no_file", Args: map[string]any{"file": name}}
		}
	}
	for name := range c.Map {
		if !known(name) {
			return &registrar.Error{Code: "photo.no_file", Args: map[string]any{"file": name}}
		}
	}
	return nil
}

// attach puts in what is sure or was settled.
func (c *photosCommand) attach(s *session, proposals []photo.Proposal) error {
	var chosen, named []photo.Proposal
	var at []int
	for i, p := range proposals {
		said := slices.Contains(c.Take, p.Name)
		if said {
			named = append(named, p)
		}
		taken := said || p.Slight() && slices.Contains(c.Take, "all")
		if p.Outcome == photo.Sure || p.Outcome == photo.Doubtful && taken {
			chosen, at = append(chosen, p), append(at, i)
		}
	}
	if err := photo.RefuseTwo(s.registrar.Campaign(), named); err != nil {
		return err
	}
	n, err := s.registrar.Photo.Attach(s.ctx, chosen, nil)
	for _, i := range at[:n] {
		proposals[i].Outcome = attachedNow
	}
	return err
}

// report tells what became of each file, and counts them.
func (c *photosCommand) report(s *session, proposals []photo.Proposal) error {
	counts := map[photo.Outcome]int{}
	for _, p := range proposals {
		counts[p.Outcome]++
		line := s.photosLine(p)
		var err error
		if c.JSON {
			err = s.line(line)
		} else {
			_, err = fmt.Fprintln(s.stdout, strings.Join([]string{oneLine(line.File), s.say("photo.outcome_"+line.Outcome, nil), line.Name, line.Field, s.verdictOf(line.Verdict), line.Message}, "\t"))
		}
		if err != nil {
			return err
		}
	}
	total := photosCounts{counts[attachedNow], counts[photo.Sure], counts[photo.Doubtful], counts[photo.Unmatched], counts[photo.There], counts[photo.Refused]}
	if c.JSON {
		if err := s.line(total); err != nil {
			return err
		}
	} else {
		s.note("cli.photos", map[string]any{"attached": total.Attached + total.Sure, "doubtful": total.Doubtful, "unmatched": total.Unmatched, "there": total.There, "refused": total.Refused})
	}
	if total.Doubtful+total.Unmatched+total.Refused > 0 {
		return errFindings
	}
	return nil
}

// reasons are all sentences about a file, the worst first.
func (s *session) reasons(p photo.Proposal) string {
	var all []string
	for _, d := range p.Reasons() {
		all = append(all, s.say(d.Why, d.Args))
	}
	return strings.Join(all, " ")
}

func (s *session) photosLine(p photo.Proposal) photosLine {
	line := photosLine{File: p.Name, Outcome: string(p.Outcome), Graduate: p.Graduate, Field: p.Place(), By: p.By}
	if p.Judged != nil {
		line.Verdict = p.Judged.Verdict()
	}
	if p.Outcome != attachedNow {
		line.Message = s.reasons(p)
	}
	for i, candidate := range p.Candidates {
		if i == 0 {
			line.Name = candidate.Name
		}
		if len(p.Candidates) > 1 {
			line.Candidates = append(line.Candidates, candidateLine(candidate))
		}
	}
	return line
}
