package workbook

import (
	"strings"
	"unicode"

	"graduand/data"
)

// pageText is a text of a web page under way: spaces and line ends of its source are one
// space, as it is shown.
type pageText struct {
	b       strings.Builder
	space   bool // due before the next letters
	lineEnd bool // due before them, one for however many
	struck  bool
}

// take adds letters, or a line end.
func (t *pageText) take(text string, l look) error {
	if l.lineEnd {
		t.lineEnd, t.space = t.b.Len() > 0, false
		return nil
	}
	for _, r := range text {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			t.space = true
			continue
		}
		switch {
		case t.lineEnd:
			t.b.WriteByte('\n')
		case t.space && t.b.Len() > 0:
			t.b.WriteByte(' ')
		}
		t.space, t.lineEnd = false, false
		t.b.WriteRune(r)
		t.struck = t.struck || l.struck && !unicode.IsSpace(r)
	}
	if t.b.Len() > maxString {
		return data.Fail("roster.suspicious", nil)
	}
	return nil
}

// done is the trimmed text, and whether it is struck out; the next one begins.
func (t *pageText) done() (string, Mark) {
	text, mark := trimCell(t.b.String()), Mark(0)
	if t.struck && text != "" {
		mark = MarkStruck
	}
	*t = pageText{}
	return text, mark
}
