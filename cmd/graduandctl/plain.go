package main

import (
	"fmt"
	"io"
	"maps"
	"strings"
	"unicode/utf8"

	"graduand/data/registrar"
)

// escaped is a sign by its number.
func escaped(letter rune) string { return fmt.Sprintf("\\u%04x", letter) }

// oneLine is a word from outside, as the name of a file, that breaks no line and no column of what
// is printed.
func oneLine(word string) string {
	if !strings.ContainsFunc(word, registrar.Unprintable) {
		return word
	}
	var line strings.Builder
	for _, letter := range word {
		if registrar.Unprintable(letter) {
			line.WriteString(escaped(letter))
		} else {
			line.WriteRune(letter)
		}
	}
	return line.String()
}

// inOneLine are the words of a sentence, each as [oneLine] has it.
func inOneLine(args map[string]any) map[string]any {
	lines := maps.Clone(args)
	for name, value := range lines {
		if word, is := value.(string); is {
			lines[name] = oneLine(word)
		}
	}
	return lines
}

// plain is the edge of the program: whatever a name, a file or an error brings, no control
// sign reaches the terminal that somebody sits at, nor one that turns the direction of what
// follows. It is written as its number, «\u001b»: the same sign where the text is JSON.
type plain struct {
	to io.Writer
	// rest is the beginning of a letter whose end has not come yet.
	rest []byte
}

// Write implements [io.Writer].
func (p *plain) Write(text []byte) (int, error) {
	all := append(p.rest, text...)
	out := make([]byte, 0, len(all))
	for len(all) > 0 && utf8.FullRune(all) {
		letter, size := utf8.DecodeRune(all)
		if registrar.Unprintable(letter) && letter != '\n' && letter != '\t' {
			out = append(out, escaped(letter)...)
		} else {
			out = append(out, all[:size]...)
		}
		all = all[size:]
	}
	p.rest = append([]byte(nil), all...)
	if _, err := p.to.Write(out); err != nil {
		return 0, err
	}
	return len(text), nil
}
