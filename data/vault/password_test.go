package vault

import (
	"bytes"
	"crypto/rand"
	"errors"
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

func TestKG034NewPassword(t *testing.T) {
	form := regexp.MustCompile(`^([DFGJLNQRSUVWZ2346789]{4}-){2}[DFGJLNQRSUVWZ2346789]{4}$`)
	count := map[rune]int{}
	const many = 4000
	for range many {
		password := must(NewPassword(rand.Reader))(t)
		if !form.MatchString(password) || !isPassword(NormalisePassword(password)) {
			t.Fatalf("got %q", password)
		}
		for _, r := range NormalisePassword(password) {
			count[r]++
		}
	}
	// Chi-square with 19 degrees of freedom is above 60 once in 3 million runs.
	expected, chi := float64(many*passwordLength)/float64(len(alphabet)), 0.0
	for _, r := range alphabet {
		chi += math.Pow(float64(count[r])-expected, 2) / expected
	}
	if chi > 60 {
		t.Errorf("symbols are not equally likely: chi-square %.1f", chi)
	}
}

// Octets of 240 and more would make the first symbols likelier.
func TestKG034BiasedOctetsAreThrownAway(t *testing.T) {
	source := append(bytes.Repeat([]byte{255, 240}, 20), 239, 0, 20)
	if got := must(randomSymbols(bytes.NewReader(source), 3))(t); got != "9DD" {
		t.Errorf("got %q", got)
	}
}

func TestKG010PasswordInAnyLayout(t *testing.T) {
	for typed, want := range map[string]string{
		"DFGJ-LNQR-SUVW":                     "DFGJLNQRSUVW",
		"dfgj lnqr suvw":                     "DFGJLNQRSUVW",
		"dfgjlnqrsuvw":                       "DFGJLNQRSUVW",
		" DFGJ–LNQR—SUVW\t":                  "DFGJLNQRSUVW",
		"DFGJ\u00a0LNQR\u2011SUVW\u200b":     "DFGJLNQRSUVW",
		"DFGJ−LNQR‐SUVW":                     "DFGJLNQRSUVW",
		"вапо-дтйк-ыгмц":                     "DFGJLNQRSUVW",
		"вапо-дтйк-ігмц":                     "DFGJLNQRSUVW",
		"ВАПОДТЙКЫГМЦ":                       "DFGJLNQRSUVW",
		"я234-6789-яяяя":                     "Z2346789ZZZZ",
		"abcё!":                              "ABCЁ!",
		"":                                   "",
		"\xff":                               "\ufffd",
		"D\u00adF\ufeffG\u200dJ LNQR-SUVW\r": "DFGJLNQRSUVW",
	} {
		if got := NormalisePassword(typed); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
	if len(sameKey) != 14 {
		t.Errorf("%d keys, 13 letters and a second S", len(sameKey))
	}
	for _, letter := range strings.Trim(alphabet, "23456789") {
		found := false
		for _, latin := range sameKey {
			found = found || latin == letter
		}
		if !found {
			t.Errorf("%c has no Cyrillic key", letter)
		}
	}
}

// Nothing in the alphabet looks like a Cyrillic capital or like another symbol of it.
func TestKG034AlphabetHasNoLookAlikes(t *testing.T) {
	if strings.ContainsAny(alphabet, "ABCEHIKMOPTXY015") || len(alphabet) != 20 {
		t.Errorf("alphabet %s", alphabet)
	}
}

func FuzzNormalisePassword(f *testing.F) {
	f.Add("вапо-дтйк-ыгмц")
	f.Add("DFGJ LNQR SUVW")
	f.Add("\xff\u200b")
	f.Fuzz(func(t *testing.T, typed string) {
		normal := NormalisePassword(typed)
		if NormalisePassword(normal) != normal {
			t.Errorf("%q: normal form %q is not stable", typed, normal)
		}
		if strings.ContainsFunc(normal, unicode.IsSpace) {
			t.Errorf("%q: spaces in %q", typed, normal)
		}
	})
}

func TestKG014CheckPassword(t *testing.T) {
	known := []string{"+996700123456", "Асанова Айгуль Кадыровна"}
	for password, want := range map[string]error{
		"":            ErrShortPassword,
		"Пароль-7":    ErrShortPassword,
		"абвгдеёжзи7": ErrShortPassword,
		"a b c d e":   ErrShortPassword,
		"Пароль-ответственного-1": nil,
		"DFGJ-LNQR-SUVW":       nil,
		"семь слонов идут":     nil,
		"aaaaaaaaaaaa":         ErrCommonPassword,
		"121212121212":         ErrCommonPassword,
		"abcabcabcabc":         ErrCommonPassword,
		"Password1234":         ErrCommonPassword,
		"ПарольПароль12":       ErrCommonPassword,
		"qwertyuiop[]":         ErrCommonPassword,
		"йцукенгшщзхъ":         ErrCommonPassword,
		"12345678901234567890": ErrCommonPassword,
		"школа№5пароль2024":    ErrCommonPassword,
		"+996700123456":        ErrCommonPassword,
		"0555-908172-31":       nil,
		"0700-123456-0700":     ErrCommonPassword,
		"асанова2024!":         ErrCommonPassword,
		"Айгуль-Кадыровна":     ErrCommonPassword,
		"мост река трава песок ветер":   nil,
		"мост-река-трава-песок-ветер":   nil,
		"мост мост мост мост мост":      ErrCommonPassword,
		"Мост, мост, МОСТ, мост, мост!": ErrCommonPassword,
		"мост1мост2мост3мост4мост5":     ErrCommonPassword,
		"мост река мост река мост":      ErrCommonPassword,
		"мост река трава мост река":     nil,
		"a1-b2-a1-b2-c3": nil,
		"пароль школа админ мектеп лес": ErrCommonPassword,
		"кот лес дом пух год":           nil,
	} {
		if got := CheckPassword(password, known...); !errors.Is(got, want) {
			t.Errorf("%q: got %v, want %v", password, got, want)
		}
	}
	if got := CheckPassword("0700-123456ab", "0700 12 34 56"); !errors.Is(got, ErrCommonPassword) {
		t.Errorf("the phone in other groups: %v", got)
	}
}
