package readback

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// reading is a text under way.
type reading struct {
	all string
	// at is how many octets are read.
	at int
	// strange says that something was met that encoding/json would not have written.
	strange bool
}

// take goes past a sign, if it comes next.
func (r *reading) take(sign byte) bool {
	if r.at == len(r.all) || r.all[r.at] != sign {
		return false
	}
	r.at++
	return true
}

// need is take of what must come now.
func (r *reading) need(sign byte) {
	if !r.take(sign) {
		r.strange = true
	}
}

// word goes past a word, if it comes next.
func (r *reading) word(word string) bool {
	found := strings.HasPrefix(r.all[r.at:], word)
	if found {
		r.at += len(word)
	}
	return found
}

// more goes past the comma before another element, or past the end of all; it is asked before each of them.
func (r *reading) more(first bool, end byte) bool {
	if r.strange || r.take(end) {
		return false
	}
	if !first {
		r.need(',')
	}
	return !r.strange
}

// text is a string.
func (r *reading) text() string {
	if !r.take('"') {
		r.strange = true
		return ""
	}
	rest := r.all[r.at:]
	plain := true
	for i := range len(rest) {
		switch c := rest[i]; {
		case c == '"':
			r.at += i + 1
			r.strange = r.strange || !plain && !utf8.ValidString(rest[:i])
			return rest[:i]
		case c == '\\':
			return r.escaped()
		case c < ' ':
			r.strange = true
			return ""
		case c >= utf8.RuneSelf:
			plain = false
		}
	}
	r.strange = true
	return ""
}

// escaped is a string, behind its first quotation mark, in which there are signs in another spelling.
func (r *reading) escaped() (text string) {
	for first := r.at - 1; r.at < len(r.all); r.at++ {
		switch r.all[r.at] {
		case '\\':
			r.at++
		case '"':
			r.at++
			r.strange = r.strange || json.Unmarshal([]byte(r.all[first:r.at]), &text) != nil
			return text
		}
	}
	// A stroke at the very end has gone beyond it.
	r.at, r.strange = len(r.all), true
	return ""
}

// number is a number as JSON has it (RFC 8259 §6), not yet one of Go.
func (r *reading) number() string {
	first := r.at
	r.take('-')
	if !r.take('0') {
		r.digits()
	}
	if r.take('.') {
		r.digits()
	}
	if r.take('e') || r.take('E') {
		_ = r.take('+') || r.take('-')
		r.digits()
	}
	return r.all[first:r.at]
}

// digits goes past those that come, at least one.
func (r *reading) digits() {
	i := r.at
	for i < len(r.all) && '0' <= r.all[i] && r.all[i] <= '9' {
		i++
	}
	r.at, r.strange = i, r.strange || i == r.at
}

// float is a number of Go.
func (r *reading) float() float64 {
	f, err := strconv.ParseFloat(r.number(), 64)
	r.strange = r.strange || err != nil
	return f
}

// truth is true or false.
func (r *reading) truth() bool {
	if r.word("true") {
		return true
	}
	r.strange = !r.word("false") || r.strange
	return false
}
