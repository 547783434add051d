// Package mutatedtest spoils files by chance, each kind along its own seams, and watches how the spoilt ones
// are read: without a panic, within bounds of memory and time, refused in a sentence that people understand.
// Only tests import it.
package mutatedtest

import (
	"bytes"
	"math/rand/v2"
	"strings"
)

// Mutator spoils contents; with the same seed in the same way. What it is given stays as it was.
type Mutator struct{ *rand.Rand }

// New is a mutator whose chances begin with a seed.
func New(seed uint64) *Mutator { return &Mutator{rand.New(rand.NewPCG(seed, 0x6772616475616e64))} }

// One is one of several, by chance.
func One[T any](m *Mutator, of []T) T { return of[m.IntN(len(of))] }

// Most is how long a content may become by being spoilt, in octets, beyond what it was: enough that a reading
// that costs more than it should is felt, and little enough that many can be tried.
const most = 64 << 10

// stretch is a part of a content, which may be empty; seldom all of it.
func (m *Mutator) stretch(content []byte) (from, to int) {
	from = m.IntN(len(content) + 1)
	long := 1 + m.IntN(40)
	if m.IntN(8) == 0 {
		long = len(content)
	}
	return from, min(len(content), from+long)
}

// instead is a content with other words in the place of a part.
func instead(content []byte, from, to int, words ...[]byte) []byte {
	parts := append([][]byte{content[:from]}, words...)
	return bytes.Join(append(parts, content[to:]), nil)
}

// Octets spoils whatever it is given at one to four places: octets become others, are lost, doubled, many times
// over where chance will have it, are moved, or words come between them.
func (m *Mutator) Octets(content []byte, words []string) []byte {
	content = bytes.Clone(content)
	for range 1 + m.IntN(4) {
		content = m.octets(content, words)
	}
	return content
}

func (m *Mutator) octets(content []byte, words []string) []byte {
	from, to := m.stretch(content)
	switch m.IntN(9) {
	case 0, 1:
		for at := from; at < min(to, from+1+m.IntN(3)); at++ {
			content[at] = byte(m.Uint32())
		}
		return content
	case 2:
		if from < to {
			content[from] ^= 1 << m.IntN(8)
		}
		return content
	case 3:
		return instead(content, from, to)
	case 4:
		return instead(content, from, from, content[from:to])
	case 5:
		return instead(content, from, from, bytes.Repeat(content[from:to], m.times(to-from)))
	case 6:
		if m.IntN(3) > 0 {
			return content
		}
		return content[:from]
	case 7:
		at := m.IntN(len(content) + 1)
		return instead(content, at, at, content[from:to])
	default:
		if len(words) == 0 {
			return content
		}
		return instead(content, from, from+m.IntN(to-from+1), []byte(One(m, words)))
	}
}

// times is how often a part of so many octets may be repeated; mostly few.
func (m *Mutator) times(octets int) int {
	if m.IntN(50) > 0 {
		return 1 + m.IntN(8)
	}
	return 1 + m.IntN(1+most/max(1, octets))
}

// Text spoils a text of lines with cells in them, a table or a file of settings: lines are lost, doubled,
// swapped; what stands between separators becomes a word, is lost, moves, or stands many times. One of four is
// spoilt as octets are.
func (m *Mutator) Text(content []byte, separators string, words []string) []byte {
	if m.IntN(4) == 0 {
		return m.Octets(content, words)
	}
	content = bytes.Clone(content)
	for range 1 + m.IntN(3) {
		content = m.text(content, separators, words)
	}
	return content
}

func (m *Mutator) text(content []byte, separators string, words []string) []byte {
	from, to := m.line(content)
	switch m.IntN(8) {
	case 0:
		return instead(content, from, to)
	case 1:
		return instead(content, from, from, bytes.Repeat(content[from:to], m.times(to-from)))
	case 2:
		at, _ := m.line(content)
		return instead(content, at, at, content[from:to])
	case 3:
		a, b := m.cell(content, from, to, separators)
		return instead(content, a, b)
	case 4:
		a, b := m.cell(content, from, to, separators)
		at, end := m.line(content)
		at, end = m.cell(content, at, end, separators)
		return instead(content, at, end, content[a:b])
	case 5:
		if len(separators) < 2 || m.IntN(4) > 0 {
			return content
		}
		return bytes.ReplaceAll(content, []byte{separators[m.IntN(len(separators))]}, []byte{separators[m.IntN(len(separators))]})
	default:
		a, b := m.cell(content, from, to, separators)
		return instead(content, a, b, []byte(One(m, words)))
	}
}

// line is one with its end, by chance.
func (m *Mutator) line(content []byte) (from, to int) {
	at := m.IntN(len(content) + 1)
	from = bytes.LastIndexByte(content[:at], '\n') + 1
	if end := bytes.IndexByte(content[from:], '\n'); end >= 0 {
		return from, from + end + 1
	}
	return from, len(content)
}

// cell is a part of a line between separators, without them.
func (m *Mutator) cell(content []byte, from, to int, separators string) (a, b int) {
	line := bytes.TrimRight(content[from:to], "\r\n")
	at := m.IntN(len(line) + 1)
	a = bytes.LastIndexAny(line[:at], separators) + 1
	if end := bytes.IndexAny(line[a:], separators); end >= 0 {
		return from + a, from + a + end
	}
	return from + a, from + len(line)
}

// XML spoils a text of elements: they are lost, doubled, nested, moved; an attribute, a text becomes a word.
// One of eight is spoilt as octets are; of the half only what stands between the tags and in them is another.
func (m *Mutator) XML(content []byte, words []string) []byte {
	if m.IntN(8) == 0 || len(content) == 0 {
		return m.Octets(content, words)
	}
	content = bytes.Clone(content)
	alter := m.element
	if m.IntN(2) == 0 {
		alter = m.said
	}
	for range 1 + m.IntN(3) {
		content = alter(content, words)
	}
	return content
}

// said has a text, or the value of an attribute, become a word or another text, with the elements as they were.
func (m *Mutator) said(content []byte, words []string) []byte {
	word := []byte(strings.NewReplacer("<", "", "&", "", `"`, "", "\xff", "").Replace(One(m, words)))
	from, to := m.tag(content)
	if m.IntN(2) == 0 {
		for range 8 {
			if end := bytes.IndexByte(content[to:], '<'); end > 0 {
				return instead(content, to, to+end, word)
			}
			from, to = m.tag(content)
		}
	}
	open := bytes.IndexByte(content[from:to], '"')
	if open < 0 {
		return content
	}
	from += open + 1
	for skip := 2 * m.IntN(4); skip > 0; skip-- {
		next := bytes.IndexByte(content[from:to], '"')
		if next < 0 {
			return content
		}
		from += next + 1
	}
	if end := bytes.IndexByte(content[from:to], '"'); end >= 0 {
		return instead(content, from, from+end, word)
	}
	return content
}

func (m *Mutator) element(content []byte, words []string) []byte {
	from, to := m.tag(content)
	switch m.IntN(8) {
	case 0:
		return instead(content, from, to)
	case 1:
		_, end := m.tag(content[to:])
		return instead(content, from, min(len(content), to+end))
	case 2:
		return instead(content, from, from, bytes.Repeat(content[from:to], m.times(to-from)))
	case 3:
		_, end := m.tag(content[to:min(len(content), to+400)])
		return instead(content, from, from, bytes.Repeat(content[from:to+end], m.times(to-from+end)))
	case 4:
		at, _ := m.tag(content)
		return instead(content, at, at, content[from:to])
	case 5:
		end := bytes.IndexByte(content[to:], '<')
		return instead(content, to, to+max(0, end), []byte(One(m, words)))
	case 6:
		a, b := m.cell(content, from, to, `"`)
		return instead(content, a, b, []byte(One(m, words)))
	default:
		at := to - 1
		if at <= from {
			return content
		}
		return instead(content, at, at, []byte(" "+One(m, words)))
	}
}

// tag is from an opening bracket behind the closing one, by chance.
func (m *Mutator) tag(content []byte) (from, to int) {
	at := m.IntN(len(content) + 1)
	from = max(0, bytes.LastIndexByte(content[:at], '<'))
	if end := bytes.IndexByte(content[from:], '>'); end >= 0 {
		return from, from + end + 1
	}
	return from, len(content)
}
