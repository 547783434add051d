package data

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// signs are the hard ones of what people type and files say.
var signs = []string{"’Олена", "Ï и\u200bَ", "а\u0301б", "3.5’", "\u202eабв", "‘Їжак’", "а\r\nб\tв", "ﬁ №5", "\x1b[2J", "ｗ", "\u2011", "ё е Ё", "О’Ніл-Ґудзь"}

// What is typed is refused by a code or tidied; what is tidy stays so and can stand on a paper.
func FuzzCleanText(f *testing.F) {
	for _, s := range signs {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once, err := CleanText(Term("field.street"), s)
		if err != nil {
			if CodeOf(err) != "value.too_long" && CodeOf(err) != "value.bad_letters" {
				t.Errorf("%q: %v", s, err)
			}
			return
		}
		if twice, err := CleanText(Term("field.street"), once); err != nil || twice != once {
			t.Errorf("%q cleans to %q and then to %q, %v", s, once, twice, err)
		}
		if strings.ContainsFunc(once, Unprintable) || LongerThan(once, LongestText) {
			t.Errorf("%q cleans to %q", s, once)
		}
	})
}

// A name is found by its key whatever stands in it that nobody sees, and with spaces around it.
func FuzzSearchKey(f *testing.F) {
	for _, s := range signs {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := SearchKey(s)
		if seen := strings.Map(seenOrSpace, s); SearchKey(seen) != key {
			t.Errorf("the key of %q is %q, but that of %q is %q", s, key, seen, SearchKey(seen))
		}
		if SearchKey(" "+s+"\n") != key || strings.Join(strings.Fields(key), " ") != key {
			t.Errorf("the key of %q is %q", s, key)
		}
	})
}

// seenOrSpace is -1 for a sign that nobody sees and that parts no words.
func seenOrSpace(r rune) rune {
	if unicode.IsSpace(r) {
		return r
	}
	if Unprintable(r) {
		return -1
	}
	return visible(r)
}

// Whatever stands in a line of a list, its words are what is visible of it.
func FuzzOneLine(f *testing.F) {
	for _, s := range signs {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line := OneLine(s)
		if OneLine(line) != line || strings.ContainsAny(line, "\r\n\t") {
			t.Errorf("%q is %q on one line", s, line)
		}
		if !slices.Equal(strings.Fields(line), strings.Fields(OneLine(" "+s+"\n"))) {
			t.Errorf("%q has other words with space around it", s)
		}
	})
}
