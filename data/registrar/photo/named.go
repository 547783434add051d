package photo

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/latin"
	"graduand/data/roster"
)

// How a file was matched with a graduate.
const (
	ByCard     = "card_number"
	ByDocument = "document_number"
	ByName     = "name"
)

// label is what the name of a file says: words, numbers, and classes of the folders.
type label struct {
	words, numbers []string
	classes        []string
}

// read takes the name of a file apart. A name is cut where letters and digits meet and at
// whatever is neither, but for an apostrophe.
func read(name, script string) label {
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	l := label{}
	for _, part := range strings.FieldsFunc(name[:len(name)-len(path.Base(name))], func(r rune) bool { return r == '/' }) {
		l.classes = append(l.classes, data.SearchKey(roster.CleanClass(part, script)))
	}
	for _, word := range cut(data.CleanName(base)) {
		if data.AllDigits(word) {
			l.numbers = append(l.numbers, word)
		} else {
			l.words = append(l.words, word)
		}
	}
	return l
}

// cut cuts a text into runs of letters and runs of digits.
func cut(text string) (parts []string) {
	var part []rune
	kind := 0
	for _, r := range text + " " {
		k := kindOf(r)
		if k != kind && len(part) > 0 {
			parts = append(parts, string(part))
			part = nil
		}
		if kind = k; k != 0 {
			part = append(part, r)
		}
	}
	return parts
}

// kindOf tells letters (1) and digits (2) from what stands between (0).
func kindOf(r rune) int {
	switch {
	case unicode.IsDigit(r):
		return 2
	case unicode.IsLetter(r) || r == data.Apostrophe || unicode.Is(unicode.M, r):
		return 1
	}
	return 0
}

// has says that a word of the label is a word of a name: the same in the one spelling of
// searches, or its spelling in Latin letters.
func (l *label) has(word string) bool {
	key := data.SearchKey(word)
	return slices.ContainsFunc(l.words, func(w string) bool { return data.SearchKey(w) == key || latin.Can(word, w, false) })
}

// hasAll says that every word of a name stands there.
func (l *label) hasAll(name string) bool {
	words := cut(name)
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !l.has(w) })
}

// begins says that a word there is the first letter of a name.
func (l *label) begins(name string) bool {
	return slices.ContainsFunc(l.words, func(w string) bool {
		return len([]rune(w)) == 1 && strings.HasPrefix(data.SearchKey(name), data.SearchKey(w))
	})
}

// match says how a label fits a graduate: by which of the numbers and names, and how well. 0 is
// not at all, 1 a surname alone, 2 with the first letter of the name, 3 surname and name, 4 with
// the patronymic too, 5 a number.
func (l *label) match(g *data.Graduate) (by string, weight int) {
	switch {
	case l.hasNumber(g.Current().CardNumber):
		return ByCard, 5
	case l.hasNumber(g.Document.Number):
		return ByDocument, 5
	case !l.hasAll(g.Surname):
		return "", 0
	case !l.hasAll(g.GivenName) && l.begins(g.GivenName):
		return ByName, 2
	case !l.hasAll(g.GivenName):
		return ByName, 1
	case g.Patronymic != "" && l.hasAll(g.Patronymic):
		return ByName, 4
	}
	return ByName, 3
}

// fewDigits are too few for the number of a card or a document: a camera counts so.
const fewDigits = 5

func (l *label) hasNumber(number string) bool {
	for _, part := range cut(number) {
		if data.AllDigits(part) && len(part) >= fewDigits && slices.Contains(l.numbers, part) {
			return true
		}
	}
	return false
}

// inClass says that a folder names the class of a graduate; named that it names any.
func (l *label) inClass(class string) bool {
	return slices.Contains(l.classes, data.SearchKey(class))
}

// namesClass says that a folder names one of the classes.
func (l *label) namesClass(classes []string) bool {
	return slices.ContainsFunc(classes, l.inClass)
}

// place is the field of a file that its name says, by the code of the field or by its title:
// "1234567_passport_back.jpg"; usual where it says none.
func place(c *campaign.Campaign, name, usual string) string {
	key := data.SearchKey(strings.NewReplacer("_", " ", "/", " ", ".", " ").Replace(name))
	for _, f := range c.AllFields() {
		if f.Kind != campaign.KindFile {
			continue
		}
		for _, word := range []string{strings.ReplaceAll(f.Code, "_", " "), strings.ReplaceAll(f.Title, ",", "")} {
			if strings.Contains(key, data.SearchKey(word)) {
				return f.Code
			}
		}
	}
	return usual
}
