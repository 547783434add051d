package reports

import (
	"strings"
	"unicode/utf8"
)

// block is text that has been broken into lines.
type block struct {
	letter
	lines []string
}

// height of the block in mm; an empty block has the height of one line, for the pen.
func (b block) height() float64 { return float64(max(len(b.lines), 1)) * b.leading() }

// width of the longest line in mm.
func (b block) width() float64 {
	widest := 0.0
	for _, line := range b.lines {
		widest = max(widest, b.letter.width(line))
	}
	return widest
}

// wrap breaks text into lines no wider than width mm: at spaces, after hyphens and
// slashes, at line feeds, and inside a word only when the word alone is too wide.
func (l letter) wrap(s string, width float64) block {
	b := block{letter: l}
	for paragraph := range strings.SplitSeq(tidy(s), "\n") {
		b.lines = append(b.lines, l.wrapParagraph(paragraph, width)...)
	}
	return b
}

func (l letter) wrapParagraph(s string, width float64) []string {
	if s != "" && s[0] != ' ' && s[len(s)-1] != ' ' && !strings.Contains(s, "  ") && l.width(s) <= width {
		return []string{s}
	}
	var lines []string
	line := ""
	for _, part := range parts(s) {
		if l.width(strings.TrimRight(line+part, " ")) <= width {
			line += part
			continue
		}
		if line != "" {
			lines = append(lines, strings.TrimRight(line, " "))
		}
		for l.width(strings.TrimRight(part, " ")) > width {
			head := l.head(part, width)
			lines = append(lines, head)
			part = part[len(head):]
		}
		line = part
	}
	if line = strings.TrimRight(line, " "); line != "" {
		lines = append(lines, line)
	}
	return lines
}

// head is the longest beginning of s, at least one letter, that is no wider than width.
func (l letter) head(s string, width float64) string {
	for i := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		if i > 0 && l.width(s[:i+size]) > width {
			return s[:i]
		}
	}
	return s
}

// parts cuts a paragraph where a line may end; each part keeps its space or hyphen.
// A line does not end after «№» nor before a closing sign.
func parts(s string) []string {
	var out []string
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
	start := 0
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		inside := i > start && end < len(s) && s[end] != ' '
		if r == ' ' && !closes(s[end:]) && !strings.HasSuffix(s[:i], "№") || (r == '-' || r == '/') && inside {
			out = append(out, s[start:end])
			start = end
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// closes says that s begins with a sign that no line begins with.
func closes(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(")»,.;:!?", r)
}

// fitLine sets text on one line, with letters made smaller down to floor points
// where it must be; text that is too wide even then is wrapped at its own size.
func (l letter) fitLine(s string, width, floor float64) block {
	for size := l.size; size >= floor; size -= 0.5 {
		if b := l.sized(size).wrap(s, width); len(b.lines) <= 1 {
			return b
		}
	}
	return l.wrap(s, width)
}

// fitWords wraps text with letters made smaller, down to floor points, until no
// word has to be broken inside.
func (l letter) fitWords(s string, width, floor float64) block {
	widest := 0.0
	for _, part := range parts(strings.ReplaceAll(tidy(s), "\n", " ")) {
		widest = max(widest, l.width(strings.TrimRight(part, " ")))
	}
	size := l.size
	for size-0.5 >= floor && widest*size/l.size > width {
		size -= 0.5
	}
	return l.sized(size).wrap(s, width)
}

// fitBoth sets text on one line, made smaller down to floor points; text that is
// too wide even then is wrapped at the floor.
func (l letter) fitBoth(s string, width, floor float64) block {
	if b := l.fitLine(s, width, floor); len(b.lines) <= 1 {
		return b
	}
	return l.sized(floor).wrap(s, width)
}
