package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
	"golang.org/x/text/encoding/unicode"

	"graduand/data/registrar"
)

// codeVariable is the variable that holds a code told by voice.
const codeVariable = "GRADUAND_CODE"

// maximumPassword bounds a file that holds a password, in bytes.
const maximumPassword = 4 << 10

// password is the one of the file named on the command line, or of the environment,
// or what is typed, unseen, at the prompt with this id.
func (s *session) password(prompt string) (string, error) {
	return s.ask(s.own(prompt))
}

// newPassword is a password to be set: of its file, of the environment, or typed twice.
func (s *session) newPassword(file string) (string, error) {
	first, err := s.ask(chosen(file, "cli.ask_new_password"))
	if err == nil {
		err = typeable(first, cmp.Or(file, "GRADUAND_NEW_PASSWORD"))
	}
	if err != nil || file != "" || os.Getenv("GRADUAND_NEW_PASSWORD") != "" {
		return first, err
	}
	again, err := s.ask(chosen("", "cli.ask_again"))
	if err != nil {
		return "", err
	}
	if !registrar.SamePassword(first, again) {
		return "", &registrar.Error{Code: "account.not_the_same"}
	}
	return first, nil
}

// secret is a password or a code, which is never an argument of the command line if it opens anything by
// itself: others on the PC could read it there. It is in a file, in a variable, or is typed at a prompt.
type secret struct {
	file, flag, variable, prompt string
	// lacking is the sentence for who has given none, cli.no_password where it is empty.
	lacking string
}

// own is the password of who signs in.
func (s *session) own(prompt string) secret {
	return secret{file: s.passwordFile, flag: "--password-file", variable: "GRADUAND_PASSWORD", prompt: prompt}
}

// chosen is a password to be set.
func chosen(file, prompt string) secret {
	return secret{file: file, flag: "--new-password-file", variable: "GRADUAND_NEW_PASSWORD", prompt: prompt}
}

// voiced is a code that the centre has told by voice.
func voiced(file, flag, prompt string) secret {
	return secret{file: file, flag: flag, variable: codeVariable, prompt: prompt, lacking: "cli.no_code"}
}

// lacks is what is said to who has given none.
func (w secret) lacks() error {
	return &registrar.Error{Code: cmp.Or(w.lacking, "cli.no_password"), Args: map[string]any{"flag": w.flag, "variable": w.variable}}
}

// ask reads it where it is; at the prompt it is typed unseen.
func (s *session) ask(w secret) (string, error) {
	if w.file != "" {
		content, err := registrar.ReadFile(w.file, maximumPassword)
		read := secretIn(content)
		if err == nil && !utf8.ValidString(read) {
			s.note("cli.secret_encoding", map[string]any{"file": w.file})
		}
		return read, err
	}
	if given := os.Getenv(w.variable); given != "" {
		return given, nil
	}
	if s.stdin == nil || !term.IsTerminal(int(s.stdin.Fd())) {
		return "", w.lacks()
	}
	fmt.Fprint(s.stderr, s.say(w.prompt, nil)+" ")
	typed, err := term.ReadPassword(int(s.stdin.Fd()))
	fmt.Fprintln(s.stderr)
	if err != nil {
		return "", fmt.Errorf("read password: %w", err)
	}
	return string(typed), nil
}

// typeable refuses a password to be set that nobody could type again.
func typeable(password, from string) error {
	if utf8.ValidString(password) {
		return nil
	}
	return &registrar.Error{Code: "cli.secret_encoding", Args: map[string]any{"file": from}}
}

// secretIn is what a file holds without the line end after it, also where Notepad or
// PowerShell has saved it as UTF-16.
func secretIn(content []byte) string {
	if bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) {
		if decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(content); err == nil {
			content = decoded
		}
	}
	return strings.TrimRight(string(content), "\r\n")
}

// tryPlace finds out whether a sheet can be written before anything else is done.
func tryPlace(path string) error {
	staged, err := registrar.StageFile(path, nil)
	if err != nil {
		return err
	}
	return staged.Discard()
}
