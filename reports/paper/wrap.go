package paper

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Block is text that has been broken into lines.
type Block struct {
	Type
	Lines []string
}

// Height of the block in mm; an empty block has the height of one line, for the pen.
func (b Block) Height() float64 { return float64(max(len(b.Lines), 1)) * b.Leading() }

// width of the longest line in mm.
func (b Block) width() float64 {
	widest := 0.0
	for _, line := range b.Lines {
		widest = max(widest, b.Type.Width(line))
	}
	return widest
}

// line is one of the lines, "" beyond the last.
func (b Block) line(i int) string {
	if i < len(b.Lines) {
		return b.Lines[i]
	}
	return ""
}

// Wrap breaks text into lines no wider than width mm: at spaces, after hyphens and
// slashes, at line feeds, and inside a word only when the word alone is too wide.
func (t Type) Wrap(s string, width float64) Block {
	b := Block{Type: t}
	for paragraph := range strings.SplitSeq(Tidy(s), "\n") {
		b.Lines = append(b.Lines, t.wrapParagraph(paragraph, width)...)
	}
	return b
}

func (t Type) wrapParagraph(s string, width float64) []string {
	if s != "" && s[0] != ' ' && s[len(s)-1] != ' ' && !strings.Contains(s, "  ") && t.Width(s) <= width {
		return []string{s}
	}
	var lines []string
	line := ""
	for _, part := range parts(s) {
		if t.Width(strings.TrimRight(line+part, " ")) <= width {
			line += part
			continue
		}
		if line != "" {
			lines = append(lines, strings.TrimRight(line, " "))
		}
		for t.Width(strings.TrimRight(part, " ")) > width {
			head := t.head(part, width)
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
func (t Type) head(s string, width float64) string {
	for i := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		if i > 0 && t.Width(s[:i+size]) > width {
			return s[:i]
		}
	}
	return s
}

// parts cuts a paragraph where a line may end; each part keeps its space or hyphen. A line ends
// after a hyphen or slash only between two words of letters: not in «11-А», «з/п» and «114/116»;
// after the sign that parts the words of a file's name anywhere.
// A line does not end after «№» or an abbreviation, as «вул.», «буд.» or initials, nor before a
// closing sign.
func parts(s string) []string {
	var out []string
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
	start := 0
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		joint := (r == '-' || r == '/') && endsInWord(s[:i]) && beginsWord(s[end:]) || r == '_' && !strings.HasSuffix(s[:i], "_") && !strings.HasPrefix(s[end:], "_")
		if r == ' ' && !closes(s[end:]) && !strings.HasSuffix(s[:i], "№") && !abbreviated(s[start:i]) || joint {
			out = append(out, s[start:end])
			start = end
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// longestShort is how many letters an abbreviation has at most.
const longestShort = 4

// ending are short words that end sentences of data/text, and are no abbreviations.
var ending = []string{"нет", "жок"}

// abbreviated says that the last word of s is an abbreviation, a few letters and a point.
func abbreviated(s string) bool {
	word, short := strings.CutSuffix(s[strings.LastIndexByte(s, ' ')+1:], ".")
	return short && word != "" && !slices.Contains(ending, word) && utf8.RuneCountInString(word) <= longestShort && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}

// endsInWord and beginsWord say that two letters stand there, the last or the first ones.
func endsInWord(s string) bool {
	last, size := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	return unicode.IsLetter(last) && unicode.IsLetter(before)
}

func beginsWord(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsLetter(first) && unicode.IsLetter(second)
}

// closes says that s begins with a sign that no line begins with.
func closes(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(")»,.;:!?", r)
}

// FitLine sets text on one line, with letters made smaller down to floor points
// where it must be; text that is too wide even then is wrapped at its own size.
func (t Type) FitLine(s string, width, floor float64) Block {
	for size := t.Size; size >= floor; size -= 0.5 {
		if b := t.Sized(size).Wrap(s, width); len(b.Lines) <= 1 {
			return b
		}
	}
	return t.Wrap(s, width)
}

// FitWords wraps text with letters made smaller, down to floor points, until no
// word has to be broken inside.
func (t Type) FitWords(s string, width, floor float64) Block {
	widest := 0.0
	for _, part := range parts(strings.ReplaceAll(Tidy(s), "\n", " ")) {
		widest = max(widest, t.Width(strings.TrimRight(part, " ")))
	}
	size := t.Size
	for size-0.5 >= floor && widest*size/t.Size > width {
		size -= 0.5
	}
	return t.Sized(size).Wrap(s, width)
}

// FitBoth sets text on one line, made smaller down to floor points; text that is
// too wide even then is wrapped at the floor.
func (t Type) FitBoth(s string, width, floor float64) Block {
	if b := t.FitLine(s, width, floor); len(b.Lines) <= 1 {
		return b
	}
	return t.Sized(floor).Wrap(s, width)
}
