package data

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// LongestText bounds what is typed into one field or note, in letters; the longest address
// is far below it.
const LongestText = 1000

// CleanText is the one rule of what somebody has typed or pasted, or a file says, in a field
// or note: double spaces, line ends, signs that nobody sees, marks of stress and the
// apostrophe by which a spreadsheet knows a text are taken out, letters are whole and hyphens
// of one kind. Text that is no text, such as the commands of a terminal, or that no paper can
// show, a sign that turns the order of letters, and text that is too long are refused with a
// code "value.…" before they stand on a paper. Title names the place in the refusal.
func CleanText(title any, typed string) (string, error) {
	if LongerThan(typed, 4*LongestText) {
		return "", Fail("value.too_long", Args{"field": title, "limit": LongestText})
	}
	value := typed
	if !plainLine(typed) {
		value = withoutTextMark(OneLine(strings.Map(written, compose(typed))))
	}
	switch {
	case strings.ContainsFunc(value, offPaper), Turned(typed):
		return "", Fail("value.bad_letters", Args{"field": title})
	case LongerThan(value, LongestText):
		return "", Fail("value.too_long", Args{"field": title, "limit": LongestText})
	}
	return value, nil
}

// Turned tells a text of which a part is shown in the opposite order of letters: it says
// something else than anybody sees.
func Turned(s string) bool { return strings.ContainsRune(s, turning) }

func offPaper(letter rune) bool { return Unprintable(letter) || !OnPaper(letter) }

// textMark are the spellings of the apostrophe by which a spreadsheet knows a text: in a
// file it stands before the text.
const textMark = "'’‘ʼ＇"

// withoutTextMark takes that apostrophe off a word or a number, but not a quotation mark that
// is closed again.
func withoutTextMark(s string) string {
	rest := strings.TrimLeft(s, textMark)
	next, size := utf8.DecodeRuneInString(rest)
	if len(rest) == len(s) || !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != '+' {
		return s
	}
	for before := next; size < len(rest); {
		r, n := utf8.DecodeRuneInString(rest[size:])
		behind, _ := utf8.DecodeRuneInString(rest[size+n:])
		if size += n; strings.ContainsRune(textMark, r) && before != ' ' && !unicode.IsLetter(behind) {
			return s
		}
		before = r
	}
	return rest
}

// entity is a sign as pages of the web spell it.
var entity = regexp.MustCompile(`&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// longestSpelling is how often one thing may have been spelt for the web, one time over the
// other: «&amp;amp;#39;».
const longestSpelling = 3

// Unescape is the text of a cell that was taken from a page of the web: «&#39;» and
// «&rsquo;» become the signs that they stand for. It is for tables only: who types such
// signs means them.
func Unescape(s string) string {
	for range longestSpelling {
		if !strings.Contains(s, "&") {
			return s
		}
		s = entity.ReplaceAllStringFunc(s, html.UnescapeString)
	}
	return s
}
