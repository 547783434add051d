package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"strings"

	"graduand/data/registrar"
	"graduand/data/text"
)

// session is one run of the program: where it writes, in which language it speaks,
// and which registry it has open.
type session struct {
	ctx            context.Context
	stdout, stderr io.Writer
	lang, user     string
	registrar      *registrar.Registrar
}

// open opens the registry; the command closes it by close.
func (s *session) open(file string) error {
	r, err := registrar.Open(s.ctx, file, s.options())
	if err != nil {
		return err
	}
	s.registrar = r
	return nil
}

// close closes the registry and joins the error of the command with its own.
func (s *session) close(err *error) {
	*err = errors.Join(*err, s.registrar.Close())
}

func (s *session) options() registrar.Options {
	name := s.user
	if name == "" {
		if u, err := user.Current(); err == nil {
			name = u.Username
		}
	}
	return registrar.Options{Actor: name}
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

func (s *session) say(id string, args map[string]any) string { return s.text().Say(id, args) }

// phrase is the sentence of a finding: the catalogue's, else the campaign's own.
func (s *session) phrase(f registrar.Finding) string {
	return s.text().SayOr("rule."+f.Rule, f.Text, f.Args)
}

// note tells the person something; it goes to standard error.
func (s *session) note(id string, args map[string]any) { fmt.Fprintln(s.stderr, s.say(id, args)) }

// line writes one JSON object as one line of standard output.
func (s *session) line(v any) error {
	encoder := json.NewEncoder(s.stdout)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// finish tells how the command ended and gives the exit code.
func (s *session) finish(err error) int {
	var refused *registrar.Error
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &refused):
		fmt.Fprintln(s.stderr, "graduandctl: "+s.say(refused.Code, refused.Args))
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
