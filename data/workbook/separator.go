package workbook

import (
	"bytes"
	"regexp"
	"strings"
)

var separators = []byte{';', '\t', ',', '|'}

// separator finds what stands between the cells. A first line «sep=;» says so
// itself and is left out; skipped counts it.
func separator(plain string) (comma byte, skipped int, body string) {
	if first, rest, _ := strings.Cut(plain, "\n"); len(first) == 5 && strings.EqualFold(first[:4], "sep=") && bytes.IndexByte(separators, first[4]) >= 0 {
		return first[4], 1, rest
	}
	best := 0
	comma = ';'
	sample := plain[:min(len(plain), 32<<10)]
	for _, candidate := range separators {
		if s := separatorScore(sample, candidate); s > best {
			best, comma = s, candidate
		}
	}
	if best == 0 && strings.Contains(sample, "  ") {
		if columns, set := setWithSpaces(plain); set {
			return '\t', 0, columns
		}
	}
	return comma, 0, plain
}

// setWithSpaces is a printed report whose columns are set with spaces, by tabs: all its lines
// have as many columns.
func setWithSpaces(plain string) (columns string, set bool) {
	lines := strings.Split(strings.TrimRight(gaps.ReplaceAllString(plain, "\t"), "\t\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.Trim(line, "\t")
		if n := strings.Count(lines[i], "\t"); n == 0 || n != strings.Count(lines[0], "\t") {
			return "", false
		}
	}
	return strings.Join(lines, "\n"), len(lines) > 1
}

// gaps are what stands between the columns of a printed report.
var gaps = regexp.MustCompile(`[ \x{00a0}]{2,}`)

// separatorScore is the number of the first lines that agree on a width above one.
func separatorScore(sample string, comma byte) int {
	t := newTable(sample, comma)
	widths := map[int]int{}
	for range 30 {
		if _, more := t.next(); !more {
			break
		}
		widths[t.width]++
	}
	best := 0
	for width, lines := range widths {
		if width > 1 && lines*4+min(width, 3) > best {
			best = lines*4 + min(width, 3)
		}
	}
	return best
}
