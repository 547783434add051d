package roster

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/pattern"
)

// A name that was broken at the end of a line, or has another sign where an apostrophe
// stands, is mended where there is one way to do it, and else in doubt.
var (
	softBreak  = pattern.New(`\x{00ad}\s+`)
	lineBreak  = pattern.New(`(\p{L})[-‐‑]\s*[\r\n]+\s*(\p{Ll})`)
	capitalEnd = pattern.New(`(\p{Lu})[-‐‑]\s*[\r\n]+\s*(\p{Lu})`)
	brokenWord = pattern.New(`(\p{L}+)\s*[-‐‑–]\s*(\p{Ll}+)`)
	wrongSign  = pattern.New("(\\p{Cyrillic})([^\\p{L}\\p{M}\\p{Z}\\p{Cf}\\d\\s()’'ʼ`´‘‛ʹʻʽ′＇ˈˊ‵‐‑–-]|[\\x{055a}\\x{a78c}])(\\p{Cyrillic})")
	spacedSign = pattern.New(`(\p{Cyrillic}+) +([яюєї]\p{Cyrillic}*)`)
	joinedWord = pattern.New(`(\p{Ll})(\p{Lu})`)
	stressSign = pattern.New("(\\p{Cyrillic})[`´ˊ](\\p{Cyrillic})")
	pieces     = pattern.New(`(\p{L})[ \t]*[\r\n]+\s*(\p{Ll}\p{L}*)`)
)

// linked are the words that are written small before a hyphen or behind one, or before a
// surname: articles of Arabic, «von», «de».
var linked = set(`аль ель ал эль ас аш ар ан ад аз ат ед ес еш абд абу ібн ибн бен бін бин ван дер ден фон цу де да ді ди дель делла дос ла ле лі ли тер оф заде зода хан бей ага бек паша`)

// spelledName is a name as it is to be read, with the rule that it leaves in doubt, "" for none,
// and the further spellings that are possible.
type spelledName struct {
	text, rule string
	others     []string
}

// spellName mends the spelling of a cell with a name.
func spellName(s string) spelledName {
	if !unusual(s) {
		return spelledName{text: s}
	}
	s = strings.Map(space, softBreak.ReplaceAllString(s, ""))
	if upper, lower := hasCases(s); !lower && capitalEnd.MatchString(s) {
		return spelledName{capitalEnd.ReplaceAllString(s, "$1$2"), "name_broken", []string{capitalEnd.ReplaceAllString(s, "$1-$2")}}
	} else if !upper {
		return signs(s)
	}
	s = lineBreak.ReplaceAllString(s, "$1$2")
	joined, apart := brokenReadings(s)
	if joined != apart {
		return spelledName{joined, "name_broken", []string{apart}}
	}
	if s = joined; joinedWord.MatchString(s) && !data.LongerThan(s, maxName) {
		return wordsJoined(s)
	}
	if joined := pieces.ReplaceAllStringFunc(s, joinPiece); joined != s {
		return spelledName{joined, "name_broken", []string{s}}
	}
	return signs(s)
}

// space is the plain space for every other one, such as those that a page of the web puts between
// words lest they part; the end of a line stays what it is.
func space(r rune) rune {
	if unicode.IsSpace(r) && r != '\n' && r != '\r' {
		return ' '
	}
	return r
}

// unusual tells a name that is not of words with a capital and spaces between them alone.
func unusual(s string) bool {
	before := ' '
	for _, r := range s {
		if uncommon(r) || (r < 'а' || r > 'я') && unicode.IsUpper(r) && unicode.IsLower(before) || before == ' ' && strings.ContainsRune("яюєї", r) {
			return true
		}
		before = r
	}
	return false
}

// wordsJoined doubts «ОльгаІванівна», where a space is missing, or none is: «МакДональд».
func wordsJoined(s string) spelledName {
	apart := joinedWord.ReplaceAllString(s, "$1 $2")
	if words := nameWords(apart); slices.ContainsFunc(words, isGiven) || slices.ContainsFunc(words, isPatronymic) {
		return spelledName{apart, "name_joined", []string{s}}
	}
	return spelledName{s, "name_joined", []string{apart}}
}

// usualLetter tells most letters of most names, of which nobody need ask more.
func usualLetter(r rune) bool { return 'А' <= r && r <= 'я' }

// uncommon tells the signs that few names have.
func uncommon(r rune) bool {
	return !usualLetter(r) && !unicode.IsLetter(r) && r != ' ' && r != data.Apostrophe && r != '\''
}

func hasCases(s string) (upper, lower bool) {
	return strings.ContainsFunc(s, unicode.IsUpper), strings.ContainsFunc(s, unicode.IsLower)
}

// brokenReadings are both readings of «Верби-цька» and «Грице- нко»: one word that was
// broken, or two with a hyphen of which the second lacks its capital.
func brokenReadings(s string) (joined, apart string) {
	read := func(choose func(before, behind string) string) string {
		return brokenWord.ReplaceAllStringFunc(s, func(found string) string {
			m := brokenWord.FindStringSubmatch(found)
			before, behind := m[1], m[2]
			capital := data.CleanName(behind)
			switch {
			case isParticle(behind), linked[strings.ToLower(before)], linked[behind]:
				return found
			case isGiven(before) && isGiven(behind):
				return data.CleanName(before) + "-" + capital
			}
			return choose(before, behind)
		})
	}
	return read(func(before, behind string) string { return before + behind }), read(func(before, behind string) string { return before + "-" + data.CleanName(behind) })
}

// withoutSpace puts an apostrophe in the place of a space, «Дем яненко», where the second word
// has no capital and is none by itself.
func withoutSpace(found string) string {
	m := spacedSign.FindStringSubmatch(found)
	before := []rune(m[1])
	if !data.TakesApostrophe(before[len(before)-1], []rune(m[2])[0]) || !strings.ContainsFunc(m[1], unicode.IsUpper) || isGiven(m[2]) && !isGiven(m[1]+string(data.Apostrophe)+m[2]) || linked[strings.ToLower(m[1])] {
		return found
	}
	return m[1] + string(data.Apostrophe) + m[2]
}

// joinPiece joins a piece that stands small at the beginning of a line, «Вербиц\nька», to the
// one above it.
func joinPiece(found string) string {
	m := pieces.FindStringSubmatch(found)
	if isParticle(m[2]) || linked[m[2]] || isGiven(m[2]) || isPatronymic(m[2]) || noPatronymic(m[2]) || m[2] == "без" {
		return found
	}
	return m[1] + m[2]
}

// signs proposes an apostrophe for another sign that stands where orthography has one, inside
// one word: behind a small letter a capital begins another.
func signs(s string) spelledName {
	mended := wrongSign.ReplaceAllStringFunc(s, func(found string) string {
		m := wrongSign.FindStringSubmatch(found)
		before, behind := []rune(m[1])[0], []rune(m[3])[0]
		if !data.TakesApostrophe(before, behind) || unicode.IsUpper(behind) && (unicode.IsLower(before) || strings.Contains(",.;:/", m[2])) {
			return found
		}
		return m[1] + string(data.Apostrophe) + m[3]
	})
	mended = spacedSign.ReplaceAllStringFunc(mended, withoutSpace)
	if mended != s {
		return spelledName{text: mended, rule: "name_apostrophe"}
	}
	unstressed := stressSign.ReplaceAllStringFunc(s, func(found string) string {
		m := stressSign.FindStringSubmatch(found)
		if before := []rune(m[1])[0]; !strings.ContainsRune("аеиоуюяєіїыэёөү", unicode.ToLower(before)) {
			return found
		}
		return m[1] + m[2]
	})
	if unstressed != s {
		return spelledName{unstressed, "name_apostrophe", []string{s}}
	}
	return spelledName{text: s}
}

// withoutQuotes is a cell without the quotes of print that stand round all of it, as a table has
// them that a text editor has touched: «Гук», “Гук”, „Гук“.
func withoutQuotes(cell string) string {
	first, size := utf8.DecodeRuneInString(cell)
	if !strings.ContainsRune("«“„”\"", first) {
		return cell
	}
	last, end := utf8.DecodeLastRuneInString(cell)
	if inner := cell[size:max(size, len(cell)-end)]; strings.ContainsRune("»”“\"", last) && inner != "" && !strings.ContainsAny(inner, "«»“”„\"") {
		return strings.TrimSpace(inner)
	}
	return cell
}
