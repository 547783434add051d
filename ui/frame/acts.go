package frame

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/text"
)

// act is something that was done, or taken back, and the way from there.
type act struct {
	// words are those with which it was said, in the language that the window has by now as far as
	// that can be.
	words func() string
	// way is nil of what cannot be taken back, see [Window.DoneForGood].
	way func()
	// elsewhere says how it goes back where Ctrl+Z does not help, nil where it never does.
	elsewhere func() string
	// until tells the act from others that end, see [Window.DoneUntil].
	until *int
}

// mostActs is how many can be taken back, one after the other.
const mostActs = 50

// acts are what the one who sits here can take back, and do again; they end with the
// sitting.
type acts struct {
	done, undone []act
	// last is what the line at the bottom says, with its time; nil for nothing.
	last func() string
	// taken is the one that was taken back, or done again, last.
	taken act
}

// doable is the newest act that can be done again, nil for none.
func (a *acts) doable() *act {
	if len(a.undone) == 0 {
		return nil
	}
	return &a.undone[len(a.undone)-1]
}

// said is what the line at the bottom says.
func (a *acts) said() string {
	if a.last == nil {
		return ""
	}
	return a.last()
}

func pushed(to []act, a act) []act {
	if to = append(to, a); len(to) > mostActs {
		to = to[1:]
	}
	return to
}

// takable is the newest act that can be taken back, nil for none.
func (a *acts) takable() *act {
	for i := len(a.done) - 1; i >= 0; i-- {
		if a.done[i].way != nil {
			return &a.done[i]
		}
	}
	return nil
}

// skipFinal leaves what cannot be taken back out of the newest acts.
func (a *acts) skipFinal() {
	for last := len(a.done) - 1; last >= 0 && a.done[last].way == nil; last-- {
		a.done = a.done[:last]
	}
}

// mostOfAct is how many letters of an act its button shows: the rest of the line is for what
// was done since.
const mostOfAct = 36

// shortAct is an act as its button quotes it, in so many letters: whose it is comes first, that
// is never cut, and in the place of the word for what was done stands what it was done to. What is
// said besides, behind the first sentence, is no part of it.
func shortAct(words string, most int) string {
	who, did := whose(words)
	if who == "" {
		did = strings.TrimSuffix(text.FirstSentence(did), ".")
	}
	words = innerQuotes.Replace(did)
	if who != "" {
		if _, to, is := strings.Cut(words, ": "); is {
			words = to
		}
		words = who + ": " + words
	}
	if data.LongerThan(words, most) {
		return strings.TrimRight(string([]rune(words)[:most]), " ,:") + "…"
	}
	return words
}

// whose is the person whom the words of an act name at their end, see [Window.DidFor], by surname
// and initials, and what was done; "" where they name nobody, or several, who are left out.
func whose(words string) (who, did string) {
	at := strings.LastIndex(words, " — ")
	if at < 0 {
		return "", words
	}
	first, _, several := strings.Cut(words[at+len(" — "):], ", ")
	names := strings.Fields(first)
	for i, name := range names {
		letter, _ := utf8.DecodeRuneInString(name)
		if !unicode.IsUpper(letter) || strings.ContainsFunc(name, unicode.IsDigit) {
			return "", words
		}
		if i > 0 {
			names[i] = string(letter) + "."
		}
	}
	if several {
		return "", words[:at]
	}
	return strings.Join(names, " "), words[:at]
}

// innerQuotes turns quotation marks into those that stand within others.
var innerQuotes = strings.NewReplacer("«", "„", "»", "“", "“", "‘", "”", "’")
