package roster

import (
	"strings"
	"unicode"

	"graduand/data"
)

// Names is a full name in its parts.
type Names struct{ Surname, GivenName, Patronymic string }

// SplitName takes a full name apart: «Петренко Олена Іванівна», two words without
// a patronymic, double given names, «Асанов Бакыт Токтогул уулу». sure is false
// where the order or the number of the words leaves a doubt.
func SplitName(s string) (names Names, sure bool) {
	words := strings.Fields(strings.ReplaceAll(data.CleanName(s), ",", " "))
	words = joinParticles(words)
	switch {
	case len(words) == 0:
		return Names{}, true
	case len(words) == 1:
		names, sure = Names{Surname: words[0]}, true
	case len(words) == 2:
		names, sure = splitTwo(words)
	case len(words) == 3:
		names, sure = splitThree(words)
	default:
		names, sure = splitMany(words)
	}
	return Names{cleanPart(names.Surname), cleanPart(names.GivenName), cleanPart(names.Patronymic)}, sure
}

// joinParticles makes «Токтогул уулу» one word: the particle belongs to the name
// before it.
func joinParticles(words []string) []string {
	var joined []string
	for _, word := range words {
		if isParticle(word) && len(joined) > 0 {
			joined[len(joined)-1] += " " + word
			continue
		}
		joined = append(joined, word)
	}
	return joined
}

func isParticle(word string) bool {
	switch strings.ToLower(word) {
	case "уулу", "кызы", "оглы", "огли", "оглу", "гызы", "кизи", "угли", "углы":
		return true
	}
	return false
}

// hasParticle: in Kyrgyz passports «Токтогул уулу» stands for a surname or for a
// patronymic.
func hasParticle(name string) bool {
	i := strings.LastIndexByte(name, ' ')
	return i > 0 && isParticle(name[i+1:])
}

func splitTwo(words []string) (Names, bool) {
	if hasParticle(words[1]) {
		return Names{Surname: words[1], GivenName: words[0]}, false
	}
	return Names{Surname: words[0], GivenName: words[1]}, true
}

func splitThree(words []string) (Names, bool) {
	if isPatronymic(words[1]) && !isPatronymic(words[2]) {
		return Names{Surname: words[2], GivenName: words[0], Patronymic: words[1]}, false
	}
	return Names{Surname: words[0], GivenName: words[1], Patronymic: words[2]}, true
}

// splitMany reads two given names before a sure patronymic; otherwise all behind
// the surname but the last word are given names, in doubt.
func splitMany(words []string) (Names, bool) {
	last := len(words) - 1
	names := Names{words[0], strings.Join(words[1:last], " "), words[last]}
	return names, len(words) == 4 && isPatronymic(words[last])
}

func isPatronymic(s string) bool { return sexOfPatronymic(s) != "" }

// cleanPart tidies one part of a name; particles are written small.
func cleanPart(s string) string {
	words := strings.Fields(data.CleanName(s))
	for i, word := range words {
		if i > 0 && isParticle(word) {
			words[i] = strings.ToLower(word)
		}
	}
	return strings.Join(words, " ")
}

// nameFault returns the rule that a part of a name breaks, with the signs that
// break it, or "".
func nameFault(name, script string) (rule, signs string) {
	var digits, foreign, odd strings.Builder
	latin, cyrillic := false, false
	for _, r := range name {
		isLatin, isCyrillic := unicode.Is(unicode.Latin, r), unicode.Is(unicode.Cyrillic, r)
		latin, cyrillic = latin || isLatin, cyrillic || isCyrillic
		switch {
		case unicode.IsDigit(r):
			digits.WriteRune(r)
		case isLatin && script != "latin" || isCyrillic && script == "latin":
			foreign.WriteRune(r)
		case !isLatin && !isCyrillic && !unicode.Is(unicode.Mn, r) && r != data.Apostrophe && r != '-' && r != ' ' && r != '.':
			odd.WriteRune(r)
		}
	}
	switch {
	case digits.Len() > 0:
		return "name_digit", digits.String()
	case odd.Len() > 0:
		return "name_sign", odd.String()
	case latin && cyrillic && foreign.Len() > 0:
		return "name_mixed", foreign.String()
	case script != "" && foreign.Len() > 0:
		return "name_script_" + script, foreign.String()
	case strings.HasSuffix(name, ".") && len([]rune(name)) <= 3:
		return "name_initial", name
	}
	return "", ""
}
