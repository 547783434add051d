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

// maximumPassword bounds a file that holds a password, in bytes.
const maximumPassword = 4 << 10

// password is the one of the file named on the command line, or of the environment,
// or what is typed, unseen, at the prompt with this id.
func (s *session) password(prompt string) (string, error) {
	return s.secret(s.passwordFile, "GRADUAND_PASSWORD", prompt)
}

// newPassword is a password to be set: of its file, of the environment, or typed twice.
func (s *session) newPassword(file string) (string, error) {
	first, err := s.secret(file, "GRADUAND_NEW_PASSWORD", "cli.ask_new_password")
	if err == nil {
		err = typeable(first, cmp.Or(file, "GRADUAND_NEW_PASSWORD"))
	}
	if err != nil || file != "" || os.Getenv("GRADUAND_NEW_PASSWORD") != "" {
		return first, err
	}
	again, err := s.secret("", "", "cli.ask_again")
	if err != nil {
		return "", err
	}
	if !registrar.SamePassword(first, again) {
		return "", &registrar.Error{Code: "account.not_the_same"}
	}
	return first, nil
}

// secret is never an argument of the command line: others on the PC could read it
// there.
func (s *session) secret(file, variable, prompt string) (string, error) {
	if file != "" {
		content, err := registrar.ReadFile(file, maximumPassword)
		secret := secretIn(content)
		if err == nil && !utf8.ValidString(secret) {
			s.note("cli.secret_encoding", map[string]any{"file": file})
		}
		return secret, err
	}
	if variable != "" && os.Getenv(variable) != "" {
		return os.Getenv(variable), nil
	}
	if s.stdin == nil || !term.IsTerminal(int(s.stdin.Fd())) {
		return "", &registrar.Error{Code: "cli.no_password", Args: map[string]any{"variable": variable}}
	}
	fmt.Fprint(s.stderr, s.say(prompt, nil)+" ")
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
