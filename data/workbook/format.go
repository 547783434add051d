package workbook

import (
	"strings"
	"unicode/utf8"
)

// format is what a number format of a spreadsheet makes of a number, as far as it matters
// to a class list: a day, or zeros and signs that the sheet shows and the cell does not
// hold. The zero format shows the number.
type format struct {
	day bool
	// places are the digits of a whole number and what stands between them, from the
	// left; nil where the format is of another kind.
	places []place
	more   bool // a format for zero is given apart
	blank  bool // nothing is shown, whatever stands in the cell
}

// place is a digit of a format, or a text that is shown as it stands.
type place struct {
	digit byte // '0' shows a zero where the number has no digit, '#' shows nothing; 0 for a text
	text  string
}

// formatOf takes a format's code apart («dd.mm.yyyy», «000000000», «"КВ" 000000»).
func formatOf(code string) format {
	f, ok := format{}, true
	code = strings.TrimSpace(code)
	if strings.EqualFold(code, "general") || code == "@" || code == "" {
		return f
	}
	if code == ";;;" {
		return format{blank: true}
	}
	for rest := code; rest != "" && rest[0] != ';'; {
		var p place
		var known bool
		p, rest, known = nextPlace(rest)
		if p.digit == 'd' {
			return format{day: true}
		}
		ok = ok && known
		f.places = append(f.places, p)
	}
	f.more = strings.Count(code, ";") > 1
	if !ok || !f.pads() {
		f.places = nil
	}
	return f
}

// pads reports that the format is of digits and texts only, and shows more than the digits
// that the number has.
func (f format) pads() bool {
	zeros, texts, optional := 0, 0, false
	for _, p := range f.places {
		switch {
		case p.digit == '0':
			zeros++
		case p.digit == '#':
			optional = true
		case p.text != "":
			if optional && zeros == 0 {
				return false // groups of thousands
			}
			texts++
		}
	}
	return zeros > 1 || zeros > 0 && texts > 0
}

// nextPlace is the first sign of a code and what is left; known says that it is one that
// can be shown. The digit of a sign of days and hours is 'd'.
func nextPlace(code string) (p place, rest string, known bool) {
	switch c := code[0]; c {
	case '0', '#':
		return place{digit: c}, code[1:], true
	case '"':
		text, rest, closed := strings.Cut(code[1:], `"`)
		return place{text: text}, rest, closed
	case '\\', '_', '*':
		_, n := utf8.DecodeRuneInString(code[1:])
		return place{text: aside(c, code[1:1+n])}, code[1+n:], c != '*'
	case '[':
		inside, rest, closed := strings.Cut(code[1:], "]")
		p, known = bracket(inside)
		return p, rest, closed && known
	case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S':
		return place{digit: 'd'}, "", false
	case ' ', '-', '+', '/', '(', ')', ':', '!', '^', '&', '\'', '~', '{', '}', '<', '>', '=', '$', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return place{text: code[:1]}, code[1:], true
	default:
		if strings.HasPrefix(strings.ToLower(code), "general") {
			return place{}, code[len("general"):], false
		}
		_, n := utf8.DecodeRuneInString(code)
		return place{text: code[:n]}, code[n:], c >= utf8.RuneSelf
	}
}

// aside is what stands behind a stroke: a sign as it is, or a space as wide as a sign.
func aside(c byte, sign string) string {
	if c == '\\' {
		return sign
	}
	return " "
}

// bracket reads what stands in brackets: hours that go on, a currency, or a colour.
func bracket(inside string) (place, bool) {
	switch small := strings.ToLower(inside); {
	case small != "" && strings.Trim(small, "h") == "", small != "" && strings.Trim(small, "m") == "", small != "" && strings.Trim(small, "s") == "":
		return place{digit: 'd'}, false
	case strings.HasPrefix(inside, "$-"), isColour(small):
		return place{}, true
	case strings.HasPrefix(inside, "$"):
		text, _, _ := strings.Cut(inside[1:], "-")
		return place{text: text}, true
	}
	return place{}, false
}

func isColour(name string) bool {
	switch name {
	case "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow":
		return true
	}
	return strings.HasPrefix(name, "color")
}

// shown is a whole number as the format shows it, from its digits.
func (f format) shown(digits string) string {
	var pieces []string
	last := -1 // the digit that takes all that are left
	for i, p := range f.places {
		if p.digit != 0 {
			last = i
			break
		}
	}
	left := digits
	for i := len(f.places) - 1; i >= 0; i-- {
		p := f.places[i]
		switch {
		case p.digit == 0:
			pieces = append(pieces, p.text)
		case i == last && left != "":
			pieces, left = append(pieces, left), ""
		case left != "":
			pieces, left = append(pieces, left[len(left)-1:]), left[:len(left)-1]
		case p.digit == '0':
			pieces = append(pieces, "0")
		}
	}
	var b strings.Builder
	for i := len(pieces) - 1; i >= 0; i-- {
		b.WriteString(pieces[i])
	}
	return b.String()
}
