package vault

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MinPassword is the least number of characters of an operator's password.
const MinPassword = 12

// The rest of the rule: how much must remain of a password without its listed parts,
// how many different characters it must have, and what a pass phrase is.
const (
	minRest     = 8
	minDistinct = 5
	minWords    = 5
	minWord     = 3
)

// listed are parts that add nothing: the words and rows of keys tried first, as in
// every published list of leaked passwords, in the languages of our schools. Longer
// ones stand before those they contain.
var listed = []string{
	"password", "passw0rd", "пароль", "сырсөз", "секрет", "secret", "welcome", "letmein", "iloveyou",
	"qwertyuiop", "qwerty", "asdfgh", "zxcvbn", "1q2w3e4r", "1qaz2wsx", "qazwsx",
	"йцукен", "фывапр", "фівапр", "ячсмит", "abcdef", "abc123", "абвгде", "абвгґд",
	"1234567890", "0987654321", "123456", "654321", "111111", "000000", "123123",
	"administrator", "admin", "администратор", "адміністратор", "админ", "адмін",
	"director", "директор", "school", "школа", "мектеп", "гимназия", "гімназія", "лицей", "ліцей",
	"ukraine", "украина", "україна", "kyrgyzstan", "кыргызстан",
}

// CheckPassword holds an operator's password against the rule: at least MinPassword
// characters ([ErrShortPassword]) and hard to guess ([ErrCommonPassword]), or five
// different words. Known are the operator's phone, name and the like: what of them
// stands in the password does not count, as NIST SP 800-63B §3.1.1.2 asks, nor does a
// word that is said again. No mixture of signs is asked for.
func CheckPassword(password string, known ...string) error {
	password = Prepare(password)
	lower := strings.ToLower(password)
	weak := append(partsOf(known), listed...)
	if isPhrase(lower, weak) {
		return nil
	}
	if utf8.RuneCountInString(password) < MinPassword {
		return ErrShortPassword
	}
	if lower = saidOnce(lower); utf8.RuneCountInString(lower) < MinPassword {
		return ErrCommonPassword
	}
	for _, part := range weak {
		lower = strings.ReplaceAll(lower, part, "")
	}
	if utf8.RuneCountInString(lower) < minRest || distinct(lower) < minDistinct {
		return ErrCommonPassword
	}
	return nil
}

// isPhrase reports whether there are five different words, none of them weak.
func isPhrase(lower string, weak []string) bool {
	words := strings.FieldsFunc(lower, isNoLetter)
	words = slices.DeleteFunc(words, func(w string) bool {
		return utf8.RuneCountInString(w) < minWord || slices.Contains(weak, w)
	})
	slices.Sort(words)
	return len(slices.Compact(words)) >= minWords
}

// saidOnce leaves out every word that was there before, with the signs between: who has
// guessed it once has guessed it five times.
func saidOnce(lower string) string {
	var once strings.Builder
	said := map[string]bool{}
	for rest := lower; rest != ""; {
		start := strings.IndexFunc(rest, unicode.IsLetter)
		if start < 0 {
			once.WriteString(rest)
			break
		}
		end := len(rest)
		if after := strings.IndexFunc(rest[start:], isNoLetter); after >= 0 {
			end = start + after
		}
		word := rest[start:end]
		if !said[word] || utf8.RuneCountInString(word) < minWord {
			once.WriteString(rest[:end])
		}
		said[word], rest = true, rest[end:]
	}
	return once.String()
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

// partsOf are the words of four letters and more, and of a phone the last seven
// digits, which everybody writes the same way.
func partsOf(known []string) []string {
	var found []string
	for _, k := range known {
		if !strings.ContainsFunc(k, unicode.IsLetter) {
			// In whatever groups it was typed.
			k = strings.Map(digitOnly, k)
		}
		for _, word := range strings.FieldsFunc(strings.ToLower(k), isGap) {
			if strings.Trim(word, "0123456789") == "" && len(word) > 7 {
				word = word[len(word)-7:]
			}
			if utf8.RuneCountInString(word) >= 4 {
				found = append(found, word)
			}
		}
	}
	return found
}

func digitOnly(r rune) rune {
	if unicode.IsDigit(r) {
		return r
	}
	return -1
}

func isGap(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func distinct(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}
