package workbook

import (
	"bytes"
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
	return comma, 0, plain
}

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
