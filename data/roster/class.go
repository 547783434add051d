package roster

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/pattern"
)

// Pieces of the patterns below. A small «х» or «й» behind the number is an ending
// (11-х, 11-й), a capital one is the letter of a class.
const (
	classNumber = `(\d{1,2}|[XIVХІxivхі]{1,4})`
	classEnding = `(?:\s?-?\s?(?:ого|го|тих|ти|их|ых|ий|ый|th|й|х))?`
	classAround = `[\s\-./_"'’()]*`
	classNoun   = `(?i:клас\p{L}*|кл|class|grade)`
	maxClass    = 100 // letters of a text in which a class is looked for
)

var (
	// wholeClass is a cell or a sheet name that says a class and nothing else.
	wholeClass = pattern.New(`^(?:` + classNoun + `\.?)?\s*[:№]?\s*` + classNumber + classEnding + `(?:[\s-]*` + classNoun + `\.?)?` +
		classAround + `(\p{L}?)` + classAround + `(?:` + classNoun + `)?\.?$`)
	// titleClass is a class inside a sentence: the word «клас» must follow.
	titleClass = pattern.New(`(?:^|[\s(,:;])` + classNumber + classEnding + `\s*[-.]?\s*["'’(]?\s*(\p{L}?)\s*["'’)]?\s*[-.]?\s*(?i:клас|кл\.|class|grade)`)
	// letterBehind is «11 клас А» at the end of a title.
	letterBehind = pattern.New(`(?:^|[\s(,:;])` + classNumber + classEnding + `\s*` + classNoun + `\s+(?:"(\p{L})"|(\p{Lu})[\s.]*$)`)
	// quotedClass is a class inside a sentence told by its quoted letter: 11 «В».
	quotedClass = pattern.New(`(?:^|[\s(,:;])(\d{1,2})\s*-?\s*"\s*(\p{L})\s*"`)
	// classWord is a class inside a sentence behind the word: «класу 11-А», "grade 11-B".
	classWord = pattern.New(classNoun + `\s*[:№]?\s*(\d{1,2})\s*-?\s*["']?\s*(\p{L}?)["']?(?:[\s,.;)]|$)`)
	// severalClasses is a title of more than one class, which is the class of nobody.
	severalClasses = pattern.New(`\d{1,2}\s?-?\s?"?\p{L}{1,2}"?\s*(?:,|;|\s(?i:і|й|та|и|жана|and)\s)\s*(?:\d{1,2}(?:\s?-?\s?"?\p{L}{1,3}"?)?|"?\p{L}"?)\s*(?i:клас|кл\.)|` +
		`\d{1,2}\s*(?:,|;|\s(?i:і|й|та|и|жана|and)\s)\s*\d{1,2}(?:\s?-?\s?\p{L}{1,3})?\s*(?i:клас(?:ів|и|ах|ами)|классов|классы)`)
	// namedClass is a class in the name of a sheet or of a list: «Список 11-А»,
	// «11-А (2020)», «11а_список»; «№ 5-Б» and «2-ї школи» are none.
	namedClass = pattern.New(`(№\s*)?(?:^|[\s_(])(\d{1,2})[-_]?"?(\p{Lu}|[абвгдез])"?(?:[\s_),.;]|$)`)
	listWords  = pattern.New(`(?i)спис|учн|випускн|выпускн|учени|учащ|окуучу|бүтүр|тизме`)
)

var classSigns = strings.NewReplacer("«", `"`, "»", `"`, "“", `"`, "”", `"`, "„", `"`, "–", "-", "—", "-", "‑", "-", "−", "-", "''", `"`)

// ParseClass reads a cell or a sheet name that says a class in any usual spelling,
// «11 "а" кл.», and gives it its one form, «11-А». Letters that look alike are
// made letters of the script. ok is false for anything else.
func ParseClass(s, script string) (class string, ok bool) {
	if data.LongerThan(s, maxClass) {
		return "", false
	}
	m := wholeClass.FindStringSubmatch(strings.TrimLeft(classSigns.Replace(data.OneLine(s)), `'"( `))
	if m == nil || len(m[0]) == len(m[1]) && utf8.RuneCountInString(m[0]) == 1 && !data.AllDigits(m[0]) {
		return "", false // a lone «x» is hardly the tenth class
	}
	return makeClass(m[1], m[2], script)
}

// classInTitle finds a class in a line above the table: «Список учнів 11-А класу».
// A title that names several classes says none.
func classInTitle(s, script string) (string, bool) {
	s = data.Unescape(s)
	if class, ok := ParseClass(s, script); ok {
		return class, true
	}
	if data.LongerThan(s, 3*maxClass) {
		return "", false
	}
	s = classSigns.Replace(data.OneLine(s))
	if severalClasses.MatchString(s) {
		return "", false
	}
	if has(s, "лас", "ЛАС", "lass", "rade") {
		s = inDigits(s)
	}
	for _, one := range []*pattern.Pattern{letterBehind, titleClass, quotedClass, classWord} {
		if m := one.FindStringSubmatch(s); m != nil {
			return makeClass(m[1], strings.Join(m[2:], ""), script)
		}
	}
	if listWords.MatchString(s) {
		return classInName(s, script)
	}
	return "", false
}

// classInName finds the only class in the name of a sheet.
func classInName(s, script string) (string, bool) {
	if data.LongerThan(s, maxClass) {
		return "", false
	}
	found := ""
	apart := strings.NewReplacer(" ", "  ", "_", "__") // a match takes its neighbours with it
	for _, m := range namedClass.FindAllStringSubmatch(apart.Replace(classSigns.Replace(data.OneLine(s))), -1) {
		if m[1] != "" {
			continue
		}
		class, ok := makeClass(m[2], m[3], script)
		if !ok || found != "" && found != class {
			return "", false
		}
		found = class
	}
	return found, found != ""
}

// makeClass knows the classes 1 to 12.
func makeClass(number, letter, script string) (string, bool) {
	n, err := strconv.Atoi(number)
	if err != nil {
		n = romanClass(number)
	}
	if n < 1 || n > 12 {
		return "", false
	}
	class := strconv.Itoa(n)
	if letter == "" {
		return class, true
	}
	letter = strings.Map(unicode.ToUpper, letter)
	switch script {
	case "cyrillic":
		letter = toCyrillic(letter)
	case "latin":
		letter = toLatin(letter)
	}
	return class + "-" + letter, true
}

func romanClass(s string) int {
	for i, roman := range []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"} {
		if toLatin(strings.ToUpper(s)) == roman {
			return i + 1
		}
	}
	return 0
}

// toCyrillic replaces the Latin letters that look like Cyrillic ones.
func toCyrillic(s string) string { return strings.Map(data.CyrillicTwin, s) }

// toLatin replaces the Cyrillic letters that look like Latin ones.
func toLatin(s string) string { return strings.Map(data.LatinTwin, s) }
