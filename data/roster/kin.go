package roster

import "strings"

// relationship is what the names of two blocks say of each other.
type relationship int

const (
	areStrangers relationship = iota
	mayBeRelatives
	areRelatives
)

// pair are two names in one row; either may be empty.
type pair struct{ name, other string }

// relationOf compares the second names of rows with the first: relatives share a surname
// in at least half of the rows; and where one may be everybody's teacher, all are the same.
func relationOf(pairs []pair, teacher bool) relationship {
	alike, both, repeated, last := 0, 0, 0, ""
	for _, p := range pairs {
		if p.other == "" {
			continue
		}
		if p.other == last {
			repeated++
		}
		if last = p.other; p.name == "" {
			continue
		}
		if both++; areAkin(p.name, p.other) {
			alike++
		}
	}
	switch {
	case both > 0 && 2*alike >= both, teacher && both > 1 && repeated == both-1:
		return areRelatives
	case alike > 0:
		return mayBeRelatives
	}
	return areStrangers
}

// areAkin reports that two full names share a surname, or that one is of the father's name
// of the other.
func areAkin(name, other string) bool {
	surnames, father := surnameWords(name)
	others, _ := surnameWords(other)
	for _, a := range surnames {
		for _, b := range others {
			if isOneSurname(a, b) {
				return true
			}
		}
	}
	for _, word := range strings.Fields(strings.ToLower(other)) {
		if stem := strings.TrimRight(word, "йяаоь"); father != "" && isGiven(word) && len(stem) >= len("ілл") && strings.HasPrefix(father, stem) {
			return true
		}
	}
	return false
}

// surnameWords are the words of a full name that are neither a known given name nor a
// father's name, and the father's name.
func surnameWords(name string) (words []string, father string) {
	for _, word := range strings.Fields(strings.ToLower(name)) {
		switch {
		case isParticle(word):
		case SexOfPatronymic(word) != "":
			father = word
		case !isGiven(word):
			words = append(words, word)
		}
	}
	return words, father
}

// isOneSurname compares surnames without the endings of a man and a woman.
func isOneSurname(a, b string) bool {
	first, second := []rune(a), []rune(b)
	n := 0
	for n < len(first) && n < len(second) && first[n] == second[n] {
		n++
	}
	return a == b || n >= 3 && n >= min(len(first), len(second))-2
}
