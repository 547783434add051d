package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"graduand/data/registrar"
	"graduand/data/text"
)

// session is one run of the program: where it writes, in which language it speaks, who
// is at work, and which registry it has open.
type session struct {
	ctx                context.Context
	stdin              *os.File
	stdout, stderr     io.Writer
	lang               string
	campaignLanguage   string
	user, passwordFile string
	registrar          *registrar.Registrar
	// over are files that were there before a command, which may write others in their places.
	over []overwritten
	now  func() time.Time
}

// open opens the registry; the command closes it by close.
func (s *session) open(file string) error { return s.openWith(file, s.options()) }

// options are those with which a registry is opened or made.
func (s *session) options() registrar.Options { return registrar.Options{Now: s.now} }

func (s *session) openWith(file string, o registrar.Options) error {
	// What is wrong with the file is said before a password is asked for.
	entrance, err := registrar.LookAt(s.ctx, file)
	if err != nil {
		return err
	}
	s.campaignLanguage = entrance.Campaign.Language
	password, err := s.password("cli.ask_password")
	if err != nil {
		return err
	}
	r, err := registrar.Open(s.ctx, file, registrar.SignIn{Phone: s.user, Password: password}, o)
	if err != nil {
		return err
	}
	s.registrar = r
	if err = s.begin(o); err != nil {
		s.close(&err)
	}
	return err
}

// begin takes over what graduates have filled in, and says what there is to know of the registry.
func (s *session) begin(o registrar.Options) (err error) {
	r := s.registrar
	r.Speak(s.language())
	s.tellLooking()
	if r.May(registrar.RightFill) {
		err = r.TakeOver(s.ctx)
	}
	s.tellFilled(r.Filled())
	if err != nil {
		return err
	}
	s.tellClock()
	if o.Examine {
		return nil
	}
	return s.tellIlls()
}

// shows notes what a command is about to show, or refuses it: see [registrar.Registrar.NoteShown].
func (s *session) shows(command string, ids []string, forPrograms bool) error {
	return s.registrar.NoteShown(s.ctx, command, ids, forPrograms)
}

// tellClock warns of a clock that stands before the last event.
func (s *session) tellClock() {
	if last, behind := s.registrar.ClockBehind(); behind {
		s.note("doctor.clock", map[string]any{"now": s.registrar.Now().Format(clockLayout), "last": last.Format(clockLayout)})
	}
}

const clockLayout = "02.01.2006 15:04"

// clock is a time as people of the campaign read it.
func (s *session) clock(at time.Time) string {
	return at.In(s.registrar.Now().Location()).Format(clockLayout)
}

// tellIlls says what is spoilt in the registry: whatever it names is not seen by the
// command.
func (s *session) tellIlls() error {
	if !s.registrar.May(registrar.RightExamine) {
		return nil
	}
	ills, err := s.registrar.Ills(s.ctx)
	if err != nil || len(ills) == 0 {
		return err
	}
	s.note("doctor.found", map[string]any{"count": len(ills)})
	for _, ill := range ills {
		s.note("doctor."+ill.Code, ill.Args)
	}
	s.note("doctor.advice", nil)
	return nil
}

// tellFilled says what graduates have filled in since the school was here last.
func (s *session) tellFilled(filled []registrar.Filled) {
	for _, f := range filled {
		if f.Unreadable > 0 {
			s.note("filled.unreadable", map[string]any{"name": s.whose(f), "count": f.Unreadable})
		}
		if len(f.Changes) > 0 {
			s.note("filled.taken", map[string]any{"name": f.Name, "count": len(f.Changes)})
		}
		for _, doubt := range f.Doubts {
			s.note("cli.filled_doubt", map[string]any{"name": s.whose(f), "doubt": s.phrase(doubt)})
		}
		for _, c := range f.Refused {
			s.note("filled.refused", map[string]any{"name": f.Name, "field": s.registrar.Campaign().FieldTitle(c.Field), "ours": c.Before, "theirs": c.After})
		}
	}
}

// whose says who has filled something in, with the id by which a command knows the graduate.
func (s *session) whose(f registrar.Filled) string {
	if f.Graduate == "" {
		return s.say("filled.nobody", nil)
	}
	return f.Name + " (" + f.Graduate + ")"
}

// close closes the registry and joins the error of the command with its own.
func (s *session) close(err *error) {
	*err = errors.Join(*err, s.registrar.Close())
}

func machineLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			language, _, _ := strings.Cut(value, "_")
			for _, known := range text.Languages() {
				if known == language {
					return known
				}
			}
		}
	}
	return "en"
}

// text are the sentences of the session's language, with the campaign's own.
func (s *session) text() *text.Text {
	t := text.For(s.language())
	if s.registrar == nil {
		return t
	}
	return t.With(s.registrar.Campaign().Sentences(s.language()))
}

// language is the one in which this session speaks.
func (s *session) language() string {
	if s.lang != "" {
		return s.lang
	}
	if s.registrar != nil {
		return s.registrar.Campaign().Language
	}
	if s.campaignLanguage != "" {
		return s.campaignLanguage
	}
	return machineLanguage()
}

func (s *session) say(id string, args map[string]any) string {
	return s.text().Say(id, inOneLine(args))
}

// phrase is the sentence of a finding: the catalogue's, else the campaign's own.
func (s *session) phrase(f registrar.Finding) string {
	return s.text().SayOr("rule."+f.Rule, f.Text, inOneLine(f.Args))
}

// note tells the person something; it goes to standard error.
func (s *session) note(id string, args map[string]any) { fmt.Fprintln(s.stderr, s.say(id, args)) }

// surplus refuses words beyond as many as an action takes.
func surplus(words []string, most int) error {
	if len(words) > most {
		return &registrar.Error{Code: "cli.surplus", Args: map[string]any{"value": words[most]}}
	}
	return nil
}

// tellDone says that a command that shows nothing has done its work.
func (s *session) tellDone(err error) {
	if err == nil {
		s.note("cli.done", nil)
	}
}

// line writes one JSON object as one line of standard output.
func (s *session) line(v any) error {
	encoder := json.NewEncoder(s.stdout)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// Exit codes of the contract.
const (
	exitDone     = 0
	exitFindings = 1
	exitRefused  = 2
	exitFault    = 3
)

// errFindings says that the work is done and that there is something to look at.
var errFindings = errors.New("done with findings")

// tellHow names the flag or the command for what the window has a button for.
func (s *session) tellHow(code string) {
	if id := "how." + code; s.text().Has(id) {
		s.note(id, nil)
	}
}

// finish tells how the command ended and gives the exit code.
func (s *session) finish(err error) int {
	var refused *registrar.Error
	if err == nil {
		s.tellReplaced()
	}
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &refused):
		fmt.Fprintln(s.stderr, "graduandctl: "+s.say(refused.Code, refused.Args))
		s.tellHow(refused.Code)
		return exitRefused
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, context.Canceled):
		s.note("cli.cancelled", nil)
		return exitRefused
	}
	fmt.Fprintf(s.stderr, "graduandctl: %s\n%v\n", s.say("cli.fault", nil), err)
	return exitFault
}
