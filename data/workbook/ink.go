package workbook

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
)

// ink is of which colour letters are and what they stand on, in six small digits, or the name of the
// colour; "" where it is what stands around.
type ink struct{ letters, ground string }

// paper is the ground of a sheet where nothing is painted.
const paper = "ffffff"

// over is an ink inside of another: what it does not say is what stands around.
func (i ink) over(around ink) ink {
	return ink{cmp.Or(i.letters, around.letters), cmp.Or(i.ground, around.ground)}
}

// unseen says that letters have the colour of what they stand on.
func (i ink) unseen() bool { return i.letters != "" && i.letters == cmp.Or(i.ground, paper) }

// namedColours are the names of the colours of sheets and of usual letters.
var namedColours = map[string]string{"white": paper, "window": paper, "black": "000000", "windowtext": "000000"}

// rgbColour is a colour by its three parts.
var rgbColour = regexp.MustCompile(`rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})`)

// colour is a colour of CSS or of OpenDocument, «#fff», «white», «rgb(255, 255, 255)»; "" where what
// stands around shows. Of a background with more words it is the first that is a colour.
func colour(words string) string {
	words = strings.ToLower(words)
	if m := rgbColour.FindStringSubmatch(words); m != nil {
		digits := ""
		for _, part := range m[1:] {
			n, err := strconv.Atoi(part)
			if err != nil {
				return ""
			}
			digits += strconv.FormatInt(int64(0x100|min(n, 0xff)), 16)[1:]
		}
		return digits
	}
	for word := range strings.FieldsSeq(words) {
		switch digits, is := strings.CutPrefix(word, "#"); {
		case is && len(digits) == 3:
			return strings.Repeat(digits[:1], 2) + strings.Repeat(digits[1:2], 2) + strings.Repeat(digits[2:], 2)
		case is:
			return digits
		case namedColours[word] != "":
			return namedColours[word]
		case word == "none" || word == "transparent" || word == "auto" || word == "inherit" || word == "initial" || strings.HasPrefix(word, "url("):
		default:
			return word
		}
	}
	return ""
}
