package roster

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

var (
	// wholeClass is a cell or a sheet name that says a class and nothing else.
	wholeClass = regexp.MustCompile(`^(?i)(?:клас|класс|class|grade)?\s*№?\s*(\d{1,2}|[XIVХІ]{1,4})\s*[-.]?\s*(?:й|ый|ий|th)?\s*["'’]?\s*(\p{L}?)\s*["'’]?\s*[-.]?\s*(?:клас\p{L}*|кл|class|grade)?\.?$`)
	// titleClass is a class inside a sentence: the word «клас» must follow.
	titleClass = regexp.MustCompile(`(?i)(?:^|[\s(,:;])(\d{1,2}|[XIVХІ]{1,4})\s*[-.]?\s*(?:го|й|ый|ий|th)?\s*["'’]?\s*(\p{L}?)\s*["'’]?\s*[-.]?\s*(?:клас|класс|кл\.|class|grade)`)
	// quotedClass is a class inside a sentence told by its quoted letter: 11 «В».
	quotedClass = regexp.MustCompile(`(?:^|[\s(,:;])(\d{1,2})\s*-?\s*"\s*(\p{L})\s*"`)
	// classWord is a class inside a sentence behind the word: «клас: 11-А», "grade 11-B".
	classWord = regexp.MustCompile(`(?i)(?:клас|класс|class|grade)\s*[:№]?\s*(\d{1,2})\s*-?\s*["']?\s*(\p{L}?)["']?(?:[\s,.;)]|$)`)
)

var classSigns = strings.NewReplacer("«", `"`, "»", `"`, "“", `"`, "”", `"`, "„", `"`, "–", "-", "—", "-", "‑", "-", "−", "-", "''", `"`)

// ParseClass reads a cell or a sheet name that says a class in any usual spelling,
// «11 "а" кл.», and gives it its one form, «11-А». Letters that look alike are
// made letters of the script. ok is false for anything else.
func ParseClass(s, script string) (class string, ok bool) {
	m := wholeClass.FindStringSubmatch(classSigns.Replace(oneLine(s)))
	if m == nil {
		return "", false
	}
	return makeClass(m[1], m[2], script)
}

// classInTitle finds a class in a line above the table: «Список учнів 11-А класу».
func classInTitle(s, script string) (string, bool) {
	if class, ok := ParseClass(s, script); ok {
		return class, true
	}
	s = classSigns.Replace(oneLine(s))
	for _, pattern := range []*regexp.Regexp{titleClass, quotedClass, classWord} {
		if m := pattern.FindStringSubmatch(s); m != nil {
			return makeClass(m[1], m[2], script)
		}
	}
	return "", false
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

// CleanClass is the class of a cell: its one form where there is such, else the text
// as it is; a college names its groups as it likes.
func CleanClass(s, script string) string {
	if digits, rounded := exactDigits(s); !rounded {
		s = digits
	}
	if class, ok := ParseClass(s, script); ok {
		return class
	}
	return oneLine(s)
}

const (
	latinTwins    = "ABCEHIKMOPTXYaceiopxyk"
	cyrillicTwins = "АВСЕНІКМОРТХУасеіорхук"
)

// toCyrillic replaces the Latin letters that look like Cyrillic ones.
func toCyrillic(s string) string { return translate(s, latinTwins, cyrillicTwins) }

// toLatin replaces the Cyrillic letters that look like Latin ones.
func toLatin(s string) string { return translate(s, cyrillicTwins, latinTwins) }

func translate(s, from, to string) string {
	source, target := []rune(from), []rune(to)
	return strings.Map(func(r rune) rune {
		for i, f := range source {
			if f == r {
				return target[i]
			}
		}
		return r
	}, s)
}
