package registry

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// longestText bounds what is typed into one field or note, in letters; the longest address
// is far below it.
const longestText = 1000

// CleanText takes out double spaces and signs that nobody sees; title names the place in a
// refusal. Text that is no text, such as the commands of a terminal, is refused before it
// stands on a paper.
func CleanText(title any, typed string) (string, error) {
	value := strings.Join(strings.Fields(invisible.Replace(typed)), " ")
	switch {
	case !utf8.ValidString(value) || strings.ContainsFunc(value, unprintable):
		return "", data.Fail("value.bad_letters", data.Args{"field": title})
	case utf8.RuneCountInString(value) > longestText:
		return "", data.Fail("value.too_long", data.Args{"field": title, "limit": longestText})
	}
	return value, nil
}

// invisible are signs without a width, which come along when text is copied from a page.
var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "")

func unprintable(letter rune) bool {
	return unicode.IsControl(letter) || letter == utf8.RuneError || letter == '\ufeff' || unicode.Is(unicode.Bidi_Control, letter)
}

// yes and no are the words by which a tick is typed, in the languages of the program.
var (
	yes = []string{"yes", "true", "1", "+", "так", "да", "ооба", "y", "x"}
	no  = []string{"no", "false", "0", "-", "ні", "нет", "жок", "n"}
)
