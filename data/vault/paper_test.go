package vault

import (
	"crypto/rand"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

func TestKG007PaperCode(t *testing.T) {
	form := regexp.MustCompile(`^([DFGJLNQRSUVWZ2346789]{6}-){7}[DFGJLNQRSUVWZ2346789]{6}$`)
	for range 200 {
		code := must(NewPaperCode(rand.Reader))(t)
		text := code.Text()
		if !form.MatchString(text) {
			t.Fatalf("got %q", text)
		}
		plain := strings.ReplaceAll(text, "-", "")
		for _, typed := range []string{text, strings.ToLower(text), plain, "  " + strings.ReplaceAll(text, "-", "\n"),
			plain[:7] + " " + plain[7:], inCyrillic(text)} {
			if got := must(ParsePaperCode(typed))(t); got != code {
				t.Fatalf("%q is read as another code", typed)
			}
		}
	}
}

// inCyrillic is what comes of typing with the Ukrainian layout left on.
func inCyrillic(text string) string {
	for cyrillic, latin := range sameKey {
		if cyrillic != 'Ы' {
			text = strings.ReplaceAll(text, string(latin), string(cyrillic))
		}
	}
	return text
}

func TestKG007MistypedGroupIsNamed(t *testing.T) {
	text := must(NewPaperCode(rand.Reader))(t).Text()
	for i := range len(text) {
		if text[i] == '-' {
			continue
		}
		group := i/(PaperGroup+1) + 1
		for _, symbol := range alphabet + "Ю5?" {
			if symbol == rune(text[i]) {
				continue
			}
			wantGroup(t, text[:i]+string(symbol)+text[i+1:], group)
		}
		wantGroup(t, text[:i]+text[i+1:], group)
		wantGroup(t, text[:i]+text[i:i+1]+text[i:], group)
	}
}

func wantGroup(t *testing.T, typed string, group int) {
	t.Helper()
	_, err := ParsePaperCode(typed)
	var mistyped *GroupError
	if !errors.As(err, &mistyped) || mistyped.Group != group {
		t.Errorf("%q: got %v, want group %d", typed, err, group)
	}
}

func TestKG007SwappedSymbolsAndGroups(t *testing.T) {
	found, missed := 0, 0
	for range 300 {
		groups := strings.Split(must(NewPaperCode(rand.Reader))(t).Text(), "-")
		for i := range paperData - 1 {
			s := []byte(groups[0])
			if s[i] == s[i+1] {
				continue
			}
			s[i], s[i+1] = s[i+1], s[i]
			if isGroup(0, string(s)) {
				missed++
			} else {
				found++
			}
		}
		if groups[2] != groups[5] {
			groups[2], groups[5] = groups[5], groups[2]
			wantGroup(t, strings.Join(groups, "-"), 3)
		}
	}
	if missed*10 > found {
		t.Errorf("swapped neighbours: %d found, %d missed", found, missed)
	}
}

func TestKG007PaperCodeOfAnotherLength(t *testing.T) {
	text := must(NewPaperCode(rand.Reader))(t).Text()
	groups := strings.Split(text, "-")
	for n := range PaperGroups {
		wantGroup(t, strings.Join(groups[:n], "-"), n+1)
	}
	for _, surplus := range []string{"D", "-DDDDDD", "-" + text} {
		_, err := ParsePaperCode(strings.ReplaceAll(text, "-", "") + surplus)
		refused(t, "surplus "+surplus, err, ErrPaperLength)
	}
}

func TestKG007PaperOpensTheRegistry(t *testing.T) {
	school, code := newSchool(t), must(NewPaperCode(rand.Reader))(t)
	slot := must(NewPaperSlot(rand.Reader, school, newIdentity(t), code))(t)
	typed := must(ParsePaperCode(strings.ToLower(code.Text())))(t)
	again, _, err := OpenPaperSlot(slot, typed)
	if err != nil || !again.Equal(school) {
		t.Error("another key came back", err)
	}
	for what, other := range map[string]PaperCode{"another code": must(NewPaperCode(rand.Reader))(t), "no code": {}} {
		_, _, err := OpenPaperSlot(slot, other)
		refused(t, what, err, ErrWrong)
	}
	_, err = NewPaperSlot(rand.Reader, school, newIdentity(t), PaperCode{})
	refused(t, "slot for no code", err, ErrNoKey)
	for i := range slot.Sealed {
		slot.Sealed[i] ^= 1
		if _, _, err := OpenPaperSlot(slot, code); err == nil {
			t.Fatalf("octet %d flipped: opened", i)
		}
		slot.Sealed[i] ^= 1
	}
	mangled := slot
	mangled.Salt = slot.Salt[1:]
	_, _, err = OpenPaperSlot(mangled, code)
	refused(t, "short salt", err, ErrTampered)
	mangled = slot
	mangled.Kind = KindHead
	_, _, err = OpenPaperSlot(mangled, code)
	refused(t, "operator's slot", err, ErrKind)
}

func TestGroupErrorSaysWhich(t *testing.T) {
	if got := fmt.Sprint(&GroupError{3}); got != "vault: group 3 is mistyped" {
		t.Errorf("got %q", got)
	}
}

func FuzzParsePaperCode(f *testing.F) {
	code := must(NewPaperCode(rand.Reader))(f)
	f.Add(code.Text())
	f.Add(strings.ToLower(code.Text()))
	f.Add("вапо дтйк")
	f.Add("- - - - - - - -")
	f.Fuzz(func(t *testing.T, typed string) {
		read, err := ParsePaperCode(typed)
		var mistyped *GroupError
		switch {
		case err == nil:
			if again, err := ParsePaperCode(read.Text()); err != nil || again != read {
				t.Errorf("%q: its text is read otherwise: %v", typed, err)
			}
		case errors.As(err, &mistyped):
			if mistyped.Group < 1 || mistyped.Group > PaperGroups {
				t.Errorf("%q: group %d", typed, mistyped.Group)
			}
		case !errors.Is(err, ErrPaperLength):
			t.Errorf("%q: %v", typed, err)
		}
	})
}
