package workbook

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode/utf8"
)

// plainly is the next event where it is a plain one, as nearly all of a table are: a tag or a text
// that stands whole in what was read of the file and has nothing in it to be explained, such as
// entities, or to be refused. It is what encoding/xml says of the same bytes, in a quarter of the
// time. nil leaves the bytes to encoding/xml, which also says what is wrong with them.
func (e *events) plainly() xml.Token {
	if e.owing {
		e.owing = false
		return xml.EndElement{Name: e.open[len(e.open)-1]}
	}
	rest := e.source.chunk[e.source.at:e.source.end]
	if e.holding || e.recoded || len(rest) == 0 {
		return nil
	}
	if rest[0] != '<' {
		return e.plainText(rest)
	}
	end := bytes.IndexByte(rest, '>')
	if end < 0 || !isPlain(rest[1:end]) {
		return nil
	}
	token := e.plainTag(rest[1:end])
	if token != nil {
		e.source.at += end + 1
	}
	return token
}

// plainText is a text up to the tag behind it.
func (e *events) plainText(rest []byte) xml.Token {
	end := bytes.IndexByte(rest, '<')
	if end < 0 || !isPlain(rest[:end]) {
		return nil
	}
	e.source.at += end
	return xml.CharData(rest[:end])
}

// plainTag is what a tag of plain letters says, nil for one that is spelled otherwise than programs do.
func (e *events) plainTag(tag []byte) xml.Token {
	if name, ends := bytes.CutPrefix(tag, []byte("/")); ends {
		if last := len(e.open) - 1; last >= 0 && isSpelled(e.open[last], name) {
			return xml.EndElement{Name: e.open[last]}
		}
		return nil
	}
	tag, closed := bytes.CutSuffix(tag, []byte("/"))
	spelled, attributes, _ := strings.Cut(string(tag), " ")
	name, is := plainName(spelled)
	if !is || !e.plainAttributes(attributes) {
		return nil
	}
	e.owing = closed
	return xml.StartElement{Name: name, Attr: e.attributes}
}

// plainAttributes reads what follows the name of an element.
func (e *events) plainAttributes(s string) bool {
	e.attributes = e.attributes[:0]
	for s != "" {
		spelled, behind, valued := strings.Cut(s, "=")
		name, is := plainName(spelled)
		if !valued || !is || behind == "" || behind[0] != '"' {
			return false
		}
		value, after, closed := strings.Cut(behind[1:], `"`)
		if !closed || after != "" && after[0] != ' ' {
			return false
		}
		e.attributes = append(e.attributes, xml.Attr{Name: name, Value: value})
		s = strings.TrimPrefix(after, " ")
	}
	return true
}

// plainName is a name of Latin letters, which may have a prefix.
func plainName(s string) (xml.Name, bool) {
	prefix, local, prefixed := strings.Cut(s, ":")
	if !prefixed {
		return xml.Name{Local: s}, isWord(s)
	}
	return xml.Name{Space: prefix, Local: local}, isWord(prefix) && isWord(local)
}

// isWord reports that there are only letters, and digits behind them.
func isWord(s string) bool {
	for i := range len(s) {
		letter, digit := s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z', s[i] >= '0' && s[i] <= '9'
		if !letter && (!digit || i == 0) {
			return false
		}
	}
	return s != ""
}

// isSpelled reports that a name is written like this.
func isSpelled(n xml.Name, s []byte) bool {
	if n.Space == "" {
		return string(s) == n.Local
	}
	prefix, local, _ := bytes.Cut(s, []byte(":"))
	return string(prefix) == n.Space && string(local) == n.Local
}

// isPlain reports letters that mean themselves. «]» may be the end of what XML forbids in a text;
// by their first byte the signs that are no letters (U+FFFE, U+FFFF) are left to encoding/xml, with
// some that are rare.
func isPlain(s []byte) bool {
	wide := false
	for _, b := range s {
		switch {
		case b >= utf8.RuneSelf:
			if wide = true; b == 0xef {
				return false
			}
		case b < ' ' && b != '\t' && b != '\n', b == '&', b == '<', b == ']':
			return false
		}
	}
	return !wide || utf8.Valid(s)
}
