package roster

import (
	"slices"
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/pattern"
)

// Names is a full name in its parts.
type Names struct{ Surname, GivenName, Patronymic string }

// text writes the parts so that they are read back as they are: with commas between.
func (n Names) text() string {
	parts := []string{n.Surname, n.GivenName, n.Patronymic}
	if n.Patronymic == "" {
		parts = parts[:2]
	}
	return strings.Join(parts, ", ")
}

func (n Names) tidy() Names {
	return Names{cleanPart(n.Surname), cleanPart(n.GivenName), cleanPart(n.Patronymic)}
}

// SplitName takes a full name apart: «Петренко Олена Іванівна», two words without
// a patronymic, double given names, «Асанов Бакыт Токтогул уулу». sure is false
// where the order or the number of the words leaves a doubt.
func SplitName(s string) (names Names, sure bool) {
	found := splitName(s, orderOpen, false)
	return found.Names, len(found.others) == 0 && !found.odd
}

// joinParticles makes «Токтогул уулу» one word: the particle belongs to the name
// before it.
func joinParticles(words []string) []string {
	var joined []string
	for _, word := range words {
		switch word {
		case "у.":
			word = "уулу"
		case "к.":
			word = "кызы"
		}
		if isParticle(word) && len(joined) > 0 {
			joined[len(joined)-1] += " " + word
			continue
		}
		joined = append(joined, word)
	}
	return joined
}

// particles stand behind a father's name, «son» and «daughter», as Kyrgyz, Uzbek, Kazakh
// and Azerbaijani have them in Cyrillic and Latin letters, with and without the letters
// that a keyboard lacks; without apostrophes.
var particles = set(`уулу улу ұлы улы кызы қызы кизи қизи гызы қизы кызи кзы оглы огли оглу оғлы оғли оғлу ўғли ўгли уғли угли углы углу ўғлы ұғлы ұғли
	ogli ogly oglu oghli ogʻli oglı uulu uly ulı kyzy kizi qizi qızı gizi gyzy kyzi`)

func set(words string) map[string]bool {
	known := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		known[word] = true
	}
	return known
}

func isParticle(word string) bool {
	return particles[strings.ReplaceAll(strings.ToLower(word), string(data.Apostrophe), "")]
}

// hasParticle: in Kyrgyz passports «Токтогул уулу» stands for a surname or for a
// patronymic.
func hasParticle(name string) bool {
	i := strings.LastIndexByte(name, ' ')
	return i > 0 && isParticle(name[i+1:])
}

func isPatronymic(s string) bool { return SexOfPatronymic(s) != "" && !isGiven(s) }

// listNumber is the running number that some write into the cell of the name.
var listNumber = pattern.New(`^\d{1,3}\s*[.)]\s*(\p{L})`)

// plainName takes off what stands around a name and is no part of it.
func plainName(s string) string {
	s = strings.Trim(s, " ,;")
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		s = listNumber.ReplaceAllString(s, "$1")
	}
	return s
}

// withoutAbsent takes off the words that say that there is no patronymic, behind a
// surname and a given name.
func withoutAbsent(words []string) []string {
	for n := min(3, len(words)-2); n > 0; n-- {
		if at := len(words) - n; noPatronymic(strings.Join(words[at:], " ")) {
			return words[:at]
		}
	}
	return words
}

// cleanPart tidies one part of a name: particles are written small, other words with a
// capital, and a dot at the end is dropped, but not that of an initial.
func cleanPart(s string) string {
	s = data.CleanName(plainName(s))
	if !strings.ContainsAny(s, " .,;") && !inCapitals(s) {
		return s
	}
	words := joinParticles(strings.Fields(s))
	for i, word := range words {
		cut := strings.TrimRight(word, ".,;")
		if len([]rune(cut)) > 2 && !strings.Contains(cut, ".") {
			word = cut
		}
		name, particle, _ := strings.Cut(word, " ")
		if inCapitals(name) || !strings.ContainsFunc(name, unicode.IsUpper) && !linked[name] {
			name = data.CleanName(name)
		}
		words[i] = strings.TrimSpace(name + " " + strings.ToLower(particle))
	}
	// A dot alone is no word.
	return strings.Join(slices.DeleteFunc(words, func(word string) bool { return word == "" }), " ")
}

const (
	maxName     = 100 // letters of one part
	maxFullName = 300
)

var (
	// initials stand where a name should: «О.І.», «О. І.», «Ол.».
	initials = pattern.New(`^(?:\p{L}{1,2}\.\s*)+\p{L}?$`)
	// spacedName is a name set wide, «П е т р е н к о».
	spacedName = pattern.New(`(?:^|[\s\p{Z}])\p{L}(?:[\s\p{Z}]+\p{L}){2,}(?:[\s\p{Z}]|$)`)
)

// nameFault returns the rule that a part of a name breaks, with the signs that
// break it, or "".
func nameFault(name, script string) (rule, signs string) {
	if data.LongerThan(name, maxName) {
		return "name_long", ""
	}
	var digits, foreign, odd strings.Builder
	latin, cyrillic := false, false
	for _, r := range name {
		if usualLetter(r) && script != "latin" {
			cyrillic = true
			continue
		}
		isLatin, isCyrillic := unicode.Is(unicode.Latin, r), unicode.Is(unicode.Cyrillic, r)
		latin, cyrillic = latin || isLatin, cyrillic || isCyrillic
		switch {
		case unicode.IsDigit(r):
			digits.WriteRune(r)
		case isLatin && script != "latin" || isCyrillic && script == "latin":
			foreign.WriteRune(r)
		case !data.OnPaper(r), isCyrillic && r >= 'Ѡ' && r <= '҉', !isLatin && !isCyrillic && (!unicode.Is(unicode.Mn, r) || script == "cyrillic") && r != data.Apostrophe && r != '-' && r != ' ' && r != '.':
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
	case strings.Contains(name, ".") && initials.MatchString(name):
		return "name_initial", name
	case strings.Contains(name, "."):
		return "name_sign", "."
	case strings.Contains(name, " ") && spacedName.MatchString(name):
		return "name_spaced", name
	}
	return "", ""
}
