package workbook

import (
	"bytes"
	"strings"
	"unicode/utf8"

	uni "golang.org/x/text/encoding/unicode"

	"graduand/data"
)

// Decode is the text of a text file: of UTF-8, of UTF-16 with or without its mark, or of an
// eight-bit code that its letters tell for certain. The error is
// roster.unknown_format for what is no text, roster.unknown_letters for a text in a code
// that cannot be told.
func Decode(content []byte) (string, error) {
	content = bytes.TrimSuffix(content, []byte{endOfDOS})
	if order, is := wideOrder(content); is {
		decoded, err := uni.UTF16(order, uni.UseBOM).NewDecoder().Bytes(content)
		if err != nil || !isText(string(decoded)) {
			return "", data.FailWith(err, "roster.unknown_format", nil)
		}
		return string(decoded), nil
	}
	if utf8.Valid(content) {
		plain := strings.TrimPrefix(string(content), "\ufeff")
		if !isText(strings.ReplaceAll(plain, lostLetter, "")) {
			return "", data.Fail("roster.unknown_format", nil)
		}
		if strings.Contains(plain, lostLetter) {
			return "", data.Fail("roster.letters_lost", nil)
		}
		return plain, nil
	}
	for _, b := range content {
		if b < ' ' && !isText(string(rune(b))) {
			return "", data.Fail("roster.unknown_format", nil)
		}
	}
	return decodeLetters(content)
}

// endOfDOS is how programs of DOS end a text.
const endOfDOS = 0x1a

// lostLetter is what programs write for a letter that they could not read. Nobody knows which it
// was, and a name without it is another name.
const lostLetter = "\ufffd"

// wideOrder is the order of the bytes of UTF-16, which has a mark, or at least a tenth of
// whose units are the signs of a table and have a zero at the same side.
func wideOrder(content []byte) (uni.Endianness, bool) {
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		return uni.LittleEndian, true
	case bytes.HasPrefix(content, []byte("\xfe\xff")):
		return uni.BigEndian, true
	}
	zeros := [2]int{}
	for i, b := range content[:len(content)&^1] {
		if b == 0 {
			zeros[i&1]++
		}
	}
	least := max(1, len(content)/20)
	switch {
	case zeros[1] >= least && zeros[0] == 0:
		return uni.LittleEndian, true
	case zeros[0] >= least && zeros[1] == 0:
		return uni.BigEndian, true
	}
	return uni.LittleEndian, false
}

// isText reports that there are no control characters but those of a table.
func isText(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f' || r == utf8.RuneError {
			return false
		}
	}
	return true
}
