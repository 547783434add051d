package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// split is a full name taken apart: as it is read, and the other ways to read it.
type split struct {
	Names
	// others are the further readings of a name in doubt.
	others []Names
	// odd says that there is one reading, of an unusual order.
	odd bool
	// turned says that the column has been read with the given name first.
	turned bool
}

// texts are all readings.
func (s split) texts() []string {
	texts := []string{s.text()}
	for _, other := range s.others {
		texts = append(texts, other.text())
	}
	return texts
}

// nameWords are the words of a full name, a particle with the name before it, without
// those that say that there is no patronymic.
func nameWords(s string) []string {
	return withoutAbsent(joinParticles(strings.Fields(strings.ReplaceAll(data.CleanName(plainName(s)), ",", " "))))
}

// splitName takes a full name apart in the order of its column. explicit says that a person
// has chosen the text: commas then part the parts, and the order is that of the column.
func splitName(s string, order nameOrder, explicit bool) split {
	if names, is := byCommas(s, explicit, order); is {
		return split{Names: names.tidy()}
	}
	words := nameWords(s)
	if len(words) == 0 {
		return split{}
	}
	if len(words) == 1 {
		return split{Names: Names{Surname: words[0]}.tidy()}
	}
	if surname, behind := capitals(words); surname > 0 {
		return split{Names: around(words, surname, behind).tidy()}
	}
	found := surnameFirst(words)
	own := ownOrder(words)
	switch {
	case explicit && order != orderGiven:
		found.odd = false
	case order == orderGiven && own == orderSurname && !explicit:
		found.others = append(found.others, givenFirst(words).Names)
	case order == orderGiven:
		found = givenFirst(words)
		found.turned = true
	case own == orderGiven && !found.odd, order == orderMixed && own == orderOpen && !found.odd:
		found.others = append(found.others, givenFirst(words).Names)
	}
	if explicit {
		found.others = nil
	}
	return found.tidy()
}

func (s split) tidy() split {
	s.Names = s.Names.tidy()
	for i := range s.others {
		s.others[i] = s.others[i].tidy()
	}
	s.others = slices.DeleteFunc(slices.Compact(s.others), func(n Names) bool { return n == s.Names })
	return s
}

// byCommas reads «Вербицька, Соломія Остапівна»: in a text that a person has chosen every
// part, else only a surname of one word before the comma.
func byCommas(s string, explicit bool, order nameOrder) (Names, bool) {
	s = plainName(s)
	if !strings.Contains(s, ",") || !explicit && order == orderGiven {
		return Names{}, false
	}
	parts := strings.Split(data.CleanName(s), ",")
	surname, given := nameWords(parts[0]), nameWords(parts[1])
	switch {
	case len(surname) == 0 || len(given) == 0 || len(parts) > 3 || len(surname) > 1 && !explicit:
		return Names{}, false
	case !explicit && isGiven(surname[0]) && !isGiven(given[0]):
		return Names{}, false
	case len(parts) == 3:
		return Names{strings.Join(surname, " "), strings.Join(given, " "), strings.Join(nameWords(parts[2]), " ")}, true
	}
	last := len(given) - 1
	if last == 0 || explicit && !isPatronymic(given[last]) {
		return Names{strings.Join(surname, " "), strings.Join(given, " "), ""}, true
	}
	return Names{strings.Join(surname, " "), strings.Join(given[:last], " "), given[last]}, true
}

// around takes the words of the surname, which capitals show, from the others.
func around(words []string, surname int, behind bool) Names {
	names, others := strings.Join(words[:surname], " "), words[surname:]
	if behind {
		cut := len(words) - surname
		names, others = strings.Join(words[cut:], " "), words[:cut]
	}
	last := len(others) - 1
	if last == 0 || last == 1 && isGiven(others[0]) && isGiven(others[1]) && !isPatronymic(others[1]) {
		return Names{Surname: names, GivenName: strings.Join(others, " ")}
	}
	return Names{names, strings.Join(others[:last], " "), others[last]}
}

// surnameFirst reads the usual order of lists. A surname of two words, or two given names,
// are told by known given names, and are in doubt where these tell nothing.
func surnameFirst(words []string) split {
	last := len(words) - 1
	switch {
	case last == 1 && hasParticle(words[1]) && !hasParticle(words[0]):
		return withParticle(words)
	case last == 1:
		return split{Names: Names{Surname: words[0], GivenName: words[1]}}
	case isPatronymic(words[last-1]) && !isPatronymic(words[last]):
		return besidePatronymic(words)
	}
	usual := Names{words[0], strings.Join(words[1:last], " "), words[last]}
	at := linkedSurname(words)
	switch {
	case at > 0 && at <= last && !slices.ContainsFunc(words[1:], isGiven):
		return linkedName(words, at, usual)
	case last == 2 && twoGiven(words[1], words[2]): // «Коваль Анна Марія», «Ким Ен Су»
		return split{Names: Names{Surname: words[0], GivenName: words[1] + " " + words[2]}, others: []Names{usual}}
	case last == 2 && (isGiven(words[1]) || isPatronymic(words[2]) || !isGiven(words[2])):
		return split{Names: usual}
	case last == 2 && looksSurname(words[0]) && !looksSurname(words[1]) && !womans(words[2]): // «Серикова Айсулу Ерлан»
		return split{Names: usual}
	}
	if last == 2 { // «Нечуй Левицький Іван»
		return split{Names: Names{Surname: words[0] + " " + words[1], GivenName: words[2]}, others: []Names{usual}}
	}
	if last == 3 && isPatronymic(words[3]) && isGiven(words[1]) {
		return split{Names: usual}
	}
	return longName(words, usual)
}

// withParticle reads «Бакыт Эрмек уулу», where the second word may be the surname, or the
// father's name of one who has another surname: «Мамытов Эрмек уулу».
func withParticle(words []string) split {
	found := split{Names: Names{Surname: words[1], GivenName: words[0]}, odd: true}
	if looksSurname(words[0]) {
		found.others = []Names{{Surname: words[0], GivenName: words[1]}}
	}
	return found
}

// besidePatronymic reads a name with a word behind the patronymic: the surname, as in everyday
// speech, or the given name that has changed places with it, «Крук Львівна Ія», or no name at
// all, «Гук Ян Юрійович молодший».
func besidePatronymic(words []string) split {
	last := len(words) - 1
	spoken := Names{words[last], strings.Join(words[:last-1], " "), words[last-1]}
	switch {
	case last == 2 && isGiven(words[last]) && !isGiven(words[0]):
		return split{Names: Names{words[0], words[last], words[last-1]}, others: []Names{spoken}}
	case last > 2 && !isGiven(words[0]):
		return split{Names: Names{words[0], strings.Join(words[1:last-1], " "), words[last-1] + " " + words[last]}, others: []Names{spoken}}
	}
	return split{Names: spoken, odd: true}
}

// twoGiven tells two words that may be one given name where a patronymic is expected: the
// second is a woman's, which no father bears, or both have one syllable, as Korean,
// Chinese and Vietnamese names have.
func twoGiven(first, second string) bool {
	if isPatronymic(second) || strings.Contains(first+second, ".") {
		return false
	}
	return isGiven(first) && womans(second) || syllables(first) == 1 && syllables(second) == 1 && !(isGiven(first) && isGiven(second))
}

// womans tells a known given name that no man has, by its ending.
func womans(word string) bool {
	lower := strings.ToLower(word)
	return isGiven(word) && !mensWithA[lower] && slices.ContainsFunc([]string{"а", "я", "гүл"}, func(end string) bool { return strings.HasSuffix(lower, end) })
}

// mensWithA are the given names of men that end as those of women.
var mensWithA = set(`абдулла вавила валя гаврила данила добрыня женя илья иса ілля іса кирила кузьма лука микита микола мирза
	муртаза муса мустафа мырза никита никола нікіта олекса сава савва саша фома хамза хома юра ярема яша`)

// syllables counts the vowels of a word.
func syllables(word string) int {
	n := 0
	for _, r := range strings.ToLower(word) {
		if strings.ContainsRune("аеиоуюяєіїыэёөүұәaeiouy", r) {
			n++
		}
	}
	return n
}

// surnameLinks begin a surname of several words: articles of Arabic, «von», «de».
var surnameLinks = set(`аль ель ал эль абу ібн ибн бен бін бин ван дер ден фон цу де да ді ди дель делла дос`)

// linkedSurname is how many words a surname has that begins with an article, 0 for none.
func linkedSurname(words []string) int {
	at := 0
	for at < len(words) && surnameLinks[strings.ToLower(words[at])] {
		at++
	}
	if at == 0 {
		return 0
	}
	return at + 1
}

// linkedName reads a surname of so many words, which is in doubt: «Ван» is one by itself.
func linkedName(words []string, surname int, usual Names) split {
	if len(words) == 3 && isPatronymic(words[2]) {
		return split{Names: usual}
	}
	given, patronymic := words[surname:], ""
	if last := len(given) - 1; last > 0 {
		given, patronymic = given[:last], given[last]
	}
	return split{Names: Names{strings.Join(words[:surname], " "), strings.Join(given, " "), patronymic}, others: []Names{usual}}
}

// longName reads four words and more, which are always in doubt: all before the first known
// given name is a surname.
func longName(words []string, usual Names) split {
	last := len(words) - 1
	at := max(slices.IndexFunc(words, func(word string) bool { return isGiven(word) && word != words[0] }), 1)
	if at == last {
		return split{Names: Names{Surname: strings.Join(words[:last], " "), GivenName: words[last]}, others: []Names{usual}}
	}
	if at == 1 {
		return split{Names: usual, others: []Names{{strings.Join(words[:2], " "), strings.Join(words[2:last], " "), words[last]}}}
	}
	return split{Names: Names{strings.Join(words[:at], " "), strings.Join(words[at:last], " "), words[last]}, others: []Names{usual}}
}

// givenFirst reads the order of everyday speech.
func givenFirst(words []string) split {
	last := len(words) - 1
	switch {
	case last == 1:
		return split{Names: Names{Surname: words[1], GivenName: words[0]}}
	case isPatronymic(words[last-1]) && !isPatronymic(words[last]):
		return split{Names: Names{words[last], strings.Join(words[:last-1], " "), words[last-1]}}
	case last == 2 && isPatronymic(words[2]):
		return split{Names: Names{words[1], words[0], words[2]}}
	case last == 2 && isGiven(words[1]):
		return split{Names: Names{Surname: words[2], GivenName: words[0] + " " + words[1]}}
	case isPatronymic(words[last]):
		return split{Names: Names{words[last-1], strings.Join(words[:last-1], " "), words[last]},
			others: []Names{{strings.Join(words[1:last], " "), words[0], words[last]}}}
	}
	return split{Names: Names{Surname: words[last], GivenName: strings.Join(words[:last], " ")},
		others: []Names{{Surname: strings.Join(words[1:], " "), GivenName: words[0]}}}
}
