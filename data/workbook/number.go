package workbook

import (
	"math"
	"strconv"
	"strings"

	"graduand/data"
)

// exactWhole is from where on a number of a spreadsheet, which is binary, cannot tell each
// whole one from the next.
const exactWhole = 1 << 53

// numberText writes a number as a spreadsheet shows it: a whole one with all its digits,
// whatever way it is spelled in the file (4.5E8, 450000000.0), another one with the fifteen
// digits that are seen. Larger numbers stay as they are spelled. number is false for what
// is none.
func numberText(raw string) (text string, number bool) {
	raw = strings.TrimSpace(raw)
	if data.AllDigits(raw) {
		return raw, true
	}
	if strings.Trim(raw, "0123456789.+-eE") != "" {
		return raw, false
	}
	x, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw, false
	}
	if rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64); err == nil && x != math.Trunc(x) {
		x = rounded
	}
	if size := math.Abs(x); size >= exactWhole || size < 1e-4 && x != 0 {
		return raw, true
	}
	if x == 0 {
		return "0", true
	}
	return strconv.FormatFloat(x, 'f', -1, 64), true
}

// number is the text of a number with this look, and its marks.
func (s *style) number(raw string) (string, Mark) {
	text, is := numberText(raw)
	switch {
	case !is:
		return text, 0
	case s.format.day:
		return text, MarkNumber | MarkDay
	case s.format.places != nil && data.AllDigits(text) && !(s.format.more && strings.Trim(text, "0") == ""):
		plain := text
		if len(text) > 1 {
			plain = strings.TrimLeft(text, "0")
		}
		if shown := strings.TrimSpace(s.format.shown(plain)); shown != text {
			return shown, MarkNumber | MarkShown
		}
	}
	return text, MarkNumber
}
