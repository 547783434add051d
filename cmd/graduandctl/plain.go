package main

import (
	"fmt"
	"io"
	"unicode/utf8"

	"graduand/data/registrar"
)

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
			out = fmt.Appendf(out, "\\u%04x", letter)
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
