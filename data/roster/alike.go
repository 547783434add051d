package roster

import (
	"strings"

	"graduand/data"
)

// Alike remembers people and finds who may be one of them under another name, or the same
// name with another birth date or class. What T is, the caller knows: a row, or a graduate.
type Alike[T any] struct{ names, births, surnames, classes map[string][]alikeOne[T] }

type alikeOne[T any] struct {
	graduate *data.Graduate
	folded   foldedName
	of       T
}

// foldedName is a name whatever the keyboard, folded once for all who are compared with it:
// «Омурбекова» may be Өмүрбекова, typed on a Russian one.
type foldedName struct{ surname, given, patronymic string }

func foldName(g *data.Graduate) foldedName {
	return foldedName{data.FindKey(g.Surname), data.FindKey(g.GivenName), data.FindKey(g.Patronymic)}
}

// NewAlike remembers nobody.
func NewAlike[T any]() *Alike[T] {
	empty := func() map[string][]alikeOne[T] { return map[string][]alikeOne[T]{} }
	return &Alike[T]{empty(), empty(), empty(), empty()}
}

// alikeKeys are those by which somebody is found again, "" for none.
type alikeKeys struct {
	folded                      foldedName
	name, birth, surname, class string
}

func keysOf(g *data.Graduate) alikeKeys {
	if g.Surname == "" || g.GivenName == "" {
		return alikeKeys{}
	}
	n := foldName(g)
	keys := alikeKeys{folded: n, name: foldKey(n.surname) + "|" + formOfKey(n.given)}
	if g.BirthDate != "" {
		keys.birth, keys.surname = string(g.BirthDate)+n.given, string(g.BirthDate)+n.surname
	}
	if g.Patronymic != "" {
		keys.class = g.Class + "|" + n.given + "|" + n.patronymic
	}
	return keys
}

// Add remembers somebody.
func (a *Alike[T]) Add(g *data.Graduate, of T) { a.add(g, of, keysOf(g)) }

func (a *Alike[T]) add(g *data.Graduate, of T, keys alikeKeys) {
	one := alikeOne[T]{g, keys.folded, of}
	for _, in := range []struct {
		found map[string][]alikeOne[T]
		key   string
	}{{a.names, keys.name}, {a.births, keys.birth}, {a.surnames, keys.surname}, {a.classes, keys.class}} {
		if in.key != "" {
			in.found[in.key] = append(in.found[in.key], one)
		}
	}
}

// resemblance is what somebody has with one who is remembered in common.
type resemblance int

const (
	inLetters resemblance = iota // the whole name
	inPart                       // a name in letters that stand for each other, or one that was changed or mended in part
	inForm                       // the name in the form of another language
)

// Find is the first of those remembered who may be g, and how serious it is, see
// [Namesakes]. sameName says that surname and given name are the same; else one of the two
// may have been changed or mended, or is written in another language.
func (a *Alike[T]) Find(g *data.Graduate) (of T, sameName bool, severity data.Severity, found bool) {
	if len(a.names) == 0 {
		return of, false, "", false
	}
	of, how, severity, found := a.find(g, keysOf(g))
	return of, found && how == inLetters, severity, found
}

func (a *Alike[T]) find(g *data.Graduate, keys alikeKeys) (of T, how resemblance, severity data.Severity, found bool) {
	known := a.names[keys.name]
	for _, one := range known {
		switch {
		case !one.folded.soundsLike(keys.folded) || !one.folded.sameFather(keys.folded):
		case sameLetters(one.graduate, g):
			return one.of, inLetters, Namesakes(one.graduate, g), true
		default:
			return one.of, inPart, Namesakes(one.graduate, g), true
		}
	}
	for _, one := range known {
		if otherForm(one.graduate, g) {
			return one.of, inForm, data.SeverityConfirm, true
		}
	}
	for _, way := range []struct {
		known []alikeOne[T]
		same  func(a, b *data.Graduate) bool
	}{{a.births[keys.birth], otherSurname}, {a.surnames[keys.surname], otherGiven}, {a.classes[keys.class], mendedSurname}} {
		for _, one := range way.known {
			if way.same(one.graduate, g) {
				return one.of, inPart, data.SeverityConfirm, true
			}
		}
	}
	return of, inPart, "", false
}

// soundsLike reports that surname and given name are the same.
func (n foldedName) soundsLike(other foldedName) bool {
	return n.surname == other.surname && n.given == other.given
}

// sameFather reports the same patronymic: one that is left out contradicts none.
func (n foldedName) sameFather(other foldedName) bool {
	return n.patronymic == "" || other.patronymic == "" || n.patronymic == other.patronymic
}

// samePatronymic is [foldedName.sameFather] of two who are seldom compared.
func samePatronymic(a, b *data.Graduate) bool { return foldName(a).sameFather(foldName(b)) }

// sameLetters reports that names that sound alike are written in the same letters too.
func sameLetters(a, b *data.Graduate) bool {
	return data.SearchKey(a.Surname) == data.SearchKey(b.Surname) && data.SearchKey(a.GivenName) == data.SearchKey(b.GivenName) &&
		(a.Patronymic == "" || b.Patronymic == "" || data.SearchKey(a.Patronymic) == data.SearchKey(b.Patronymic))
}

// otherSurname tells two of one given name and birth date who may be one person before and
// after the surname was changed: the patronymic says it, else the class, where no documents
// tell the two apart.
func otherSurname(a, b *data.Graduate) bool {
	if a.Patronymic != "" && b.Patronymic != "" {
		return samePatronymic(a, b)
	}
	papers := a.DocumentKey() != "" && b.DocumentKey() != "" && a.DocumentKey() != b.DocumentKey()
	return a.Class != "" && a.Class == b.Class && !papers
}

// otherGiven tells two of one surname and birth date whose given names differ in a letter
// that may have been mended; twins have names that everybody knows.
func otherGiven(a, b *data.Graduate) bool {
	return samePatronymic(a, b) && len([]rune(a.GivenName)) > 3 && nearby(a.GivenName, b.GivenName, 1) && !(isGiven(a.GivenName) && isGiven(b.GivenName))
}

// mendedSurname tells two of one given name, patronymic and class, whose birth dates do not
// tell them apart and whose surnames are nearly the same (of three letters one may differ, of
// six two), or one is a part of the other.
func mendedSurname(a, b *data.Graduate) bool {
	if a.BirthDate != "" && b.BirthDate != "" {
		return false
	}
	x, y := data.FindKey(a.Surname), data.FindKey(b.Surname)
	return nearby(x, y, min(2, len([]rune(x))/3)) || strings.Contains(" "+x+" ", " "+y+" ") || strings.Contains(" "+y+" ", " "+x+" ")
}

// nearby reports that two words differ in so many letters at most, left out, put in or
// exchanged (Levenshtein's distance).
func nearby(a, b string, most int) bool {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return false
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before := row[0]
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			before, row[j+1] = row[j+1], min(before+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)] <= most
}
