package vault

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ways are spellings in which the same secret reaches the program.
var ways = map[string]func(string) string{
	"as it is":              func(s string) string { return s },
	"decomposed, of a Mac":  norm.NFD.String,
	"a byte order mark":     func(s string) string { return "\ufeff" + s },
	"a line end":            func(s string) string { return s + "\n" },
	"a line end of Windows": func(s string) string { return s + "\r\n" },
	"a pasted cell":         func(s string) string { return s + "\r " },
	"a tab of a table":      func(s string) string { return "\t" + s + "\t" },
	"spaces without breaks": func(s string) string { return "\u00a0" + strings.ReplaceAll(s, " ", "\u202f") + "\u2009" },
	"signs without a width": func(s string) string { return strings.ReplaceAll(s, "а", "\u200bа\u00ad\u2060") },
	"marks of direction":    func(s string) string { return "\u2066" + s + "\u2069\u200e" },
	"a sign of a terminal":  func(s string) string { return s + "\x00\x1b" },
	"all of it":             func(s string) string { return "\ufeff\u200e " + norm.NFD.String(s) + " \u200b\r\n" },
}

// F-06 KG-005: a password set in one way opens in every other.
func TestPasswordOpensHoweverItWasEntered(t *testing.T) {
	lowerFloor(t)
	for _, password := range []string{"Мій-ліцей-їжак-2020-йод", "Ёлка за ўйғурской горой", "plain ascii words 77"} {
		for set, setting := range ways {
			slot, _ := newOperator(t, cheap, KindHead, operatorPhone, setting(password))
			for tried, trying := range ways {
				if _, err := OpenOperatorSlot(slot, operatorPhone, trying(password)); err != nil {
					t.Errorf("%q set with %s, tried with %s: %v", password, set, tried, err)
				}
			}
		}
	}
}

// The slot of a registry whose password was set as it was typed.
func formerSlot(t *testing.T, password string) Slot {
	t.Helper()
	slot, content := newOperator(t, cheap, KindHead, operatorPhone, operatorPassword)
	opening := must(slot.stretch(password, slot.Salt))(t)
	slot.Sealed = must(sealContent(rand.Reader, opening, slot.place(), content))(t)
	return slot
}

func TestFormerPasswordsStillOpen(t *testing.T) {
	lowerFloor(t)
	const password = "Мій ліцей їжак 2020"
	for way, entering := range ways {
		slot := formerSlot(t, entering(password))
		if _, err := OpenOperatorSlot(slot, operatorPhone, entering(password)); err != nil {
			t.Errorf("%s: %v", way, err)
		}
	}
	decomposed := formerSlot(t, norm.NFD.String(password))
	if _, err := OpenOperatorSlot(decomposed, operatorPhone, password+"\r\n"); err != nil {
		t.Errorf("set decomposed, typed composed: %v", err)
	}
	foreign := "\xcc\xb3\xe9 \xeb\xb3\xf6\xe5\xe9 windows-1251"
	if _, err := OpenOperatorSlot(formerSlot(t, foreign), operatorPhone, foreign); err != nil {
		t.Errorf("octets of another encoding: %v", err)
	}
}

func TestOtherPasswordsStayOthers(t *testing.T) {
	lowerFloor(t)
	slot, _ := newOperator(t, cheap, KindHead, operatorPhone, "Мій ліцей їжак 2020")
	for _, other := range []string{"Мии ліцей їжак 2020", "мій ліцей їжак 2020", "Мій ліцейїжак 2020", "Мій ліцей іжак 2020", "", "\u200b", "\ufffd"} {
		if _, err := OpenOperatorSlot(slot, operatorPhone, other); !errors.Is(err, ErrWrong) {
			t.Errorf("%q: %v", other, err)
		}
	}
	if SamePassword("\xcc\xb3", "\xcc\xb4") || !SamePassword("\xcc\xb3", "\xcc\xb3") {
		t.Error("octets of another encoding are mixed up")
	}
	if got := len(spellings("plain ascii words 77")); got != 1 {
		t.Errorf("a plain password costs %d guesses", got)
	}
	if err := CheckPassword("аб\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b        вг"); !errors.Is(err, ErrShortPassword) {
		t.Errorf("what nobody sees counts as letters: %v", err)
	}
}

// KG-010 KG-007: passwords of graduates and codes of the paper too.
func TestSymbolsHoweverEntered(t *testing.T) {
	code := must(NewPaperCode(rand.Reader))(t)
	for way, entering := range ways {
		if got := NormalisePassword(entering("йвап-дтйк-ыгмц")); got != "QDFGLNQRSUVW" {
			t.Errorf("%s: password %q", way, got)
		}
		if got, err := ParsePaperCode(entering(code.Text())); err != nil || got != code {
			t.Errorf("%s: code %v", way, err)
		}
	}
}

func FuzzPrepare(f *testing.F) {
	for _, entering := range ways {
		f.Add(entering("Мій ліцей їжак"))
	}
	f.Add("и\u200b\u0306")
	f.Fuzz(func(t *testing.T, typed string) {
		prepared := Prepare(typed)
		if Prepare(prepared) != prepared {
			t.Errorf("%q: %q is not stable", typed, prepared)
		}
		if strings.ToValidUTF8(typed, "") == typed && strings.ContainsFunc(prepared, unicode.IsControl) {
			t.Errorf("%q: controls in %q", typed, prepared)
		}
	})
}
