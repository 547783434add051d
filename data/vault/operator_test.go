package vault

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
)

const (
	operatorPhone    = "+996700123456"
	operatorPassword = "семь слонов идут"
)

func newOperator(t testing.TB, params Params, role Kind, phone, password string) (Slot, SlotContent) {
	t.Helper()
	content := SlotContent{School: newSchool(t), Identity: newIdentity(t), Role: role, Name: "Асанова А. К.", Phone: phone, MustChange: true}
	return must(NewOperatorSlot(rand.Reader, params, content, password))(t), content
}

func TestKG005OperatorSignsIn(t *testing.T) {
	lowerFloor(t)
	for _, role := range []Kind{KindHead, KindResponsible, KindReader} {
		slot, content := newOperator(t, cheap, role, operatorPhone, operatorPassword)
		stored := must(json.Marshal(slot))(t)
		var read Slot
		if err := json.Unmarshal(stored, &read); err != nil {
			t.Fatal(err)
		}
		got := must(OpenOperatorSlot(read, operatorPhone, operatorPassword))(t)
		if !got.School.Equal(content.School) || got.Role != role || got.Name != content.Name || got.Phone != operatorPhone || !got.MustChange {
			t.Errorf("%s: got %+v", role, got)
		}
		for _, personal := range []string{"700123456", "Асанова"} {
			if bytes.Contains(stored, []byte(personal)) || bytes.Contains(slot.Sealed, []byte(personal)) {
				t.Errorf("%s stands in the clear", personal)
			}
		}
	}
}

func TestKG010WrongPhoneOrPasswordIsOneError(t *testing.T) {
	lowerFloor(t)
	slot, _ := newOperator(t, cheap, KindHead, operatorPhone, operatorPassword)
	for what, typed := range map[string][2]string{
		"password":      {operatorPhone, "семь слонов идут!"},
		"case":          {operatorPhone, "Семь слонов идут"},
		"phone":         {"+996700123457", operatorPassword},
		"phone's start": {"+99670012345", operatorPassword},
		"both":          {"+996700123457", "другой пароль"},
		"nothing":       {"", ""},
	} {
		content, err := OpenOperatorSlot(slot, typed[0], typed[1])
		if err == nil || err.Error() != ErrWrong.Error() || content.School != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestKG014ChangedSlotDoesNotOpen(t *testing.T) {
	lowerFloor(t)
	slot, _ := newOperator(t, cheap, KindReader, operatorPhone, operatorPassword)
	other, _ := newOperator(t, cheap, KindReader, operatorPhone, operatorPassword)
	for what, change := range map[string]func(*Slot){
		"role raised":     func(s *Slot) { s.Kind = KindHead },
		"another id":      func(s *Slot) { s.ID = other.ID },
		"another salt":    func(s *Slot) { s.Salt = other.Salt },
		"another content": func(s *Slot) { s.Sealed = other.Sealed },
		"no salt":         func(s *Slot) { s.Salt = nil },
		"no content":      func(s *Slot) { s.Sealed = nil },
		"a paper slot":    func(s *Slot) { s.Kind = KindPaper },
		"no kind":         func(s *Slot) { s.Kind = "" },
		"more memory":     func(s *Slot) { s.Memory++ },
	} {
		changed := slot
		change(&changed)
		if _, err := OpenOperatorSlot(changed, operatorPhone, operatorPassword); err == nil {
			t.Errorf("%s: opened", what)
		}
	}
	for i := range slot.Sealed {
		slot.Sealed[i] ^= 1
		if _, err := OpenOperatorSlot(slot, operatorPhone, operatorPassword); err == nil {
			t.Fatalf("octet %d flipped: opened", i)
		}
		slot.Sealed[i] ^= 1
	}
}

// Content that the right password opens but that no program of ours has written.
func TestKG014ForeignContentIsRefused(t *testing.T) {
	lowerFloor(t)
	slot, _ := newOperator(t, cheap, KindReader, operatorPhone, operatorPassword)
	opening := must(slot.stretch(operatorPassword, slot.Salt))(t)
	for _, plain := range []string{
		``, `{`, `{"role":"reader"}`,
		`{"role":"reader","phone":"+996700123456","key":"AAAA"}`,
		`{"role":"head","phone":"+996700123456","key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}`,
	} {
		slot.Sealed = must(Seal(rand.Reader, opening, slot.place(), []byte(plain)))(t)
		_, err := OpenOperatorSlot(slot, operatorPhone, operatorPassword)
		refused(t, plain, err, ErrTampered)
	}
}

func TestKG014NewOperatorIsChecked(t *testing.T) {
	lowerFloor(t)
	good := SlotContent{School: newSchool(t), Identity: newIdentity(t), Role: KindHead, Phone: operatorPhone}
	with := func(change func(*SlotContent)) SlotContent { c := good; change(&c); return c }
	for _, c := range []struct {
		what     string
		content  SlotContent
		params   Params
		password string
		want     error
	}{
		{"paper", with(func(c *SlotContent) { c.Role = KindPaper }), cheap, operatorPassword, ErrKind},
		{"no role", with(func(c *SlotContent) { c.Role = "" }), cheap, operatorPassword, ErrKind},
		{"local phone", with(func(c *SlotContent) { c.Phone = "0700123456" }), cheap, operatorPassword, ErrPhone},
		{"short", good, cheap, "слон", ErrShortPassword},
		{"the phone", good, cheap, operatorPhone, ErrCommonPassword},
		{"weak", good, Params{}, operatorPassword, ErrWeakParameters},
		{"costly", good, Params{2 << 20, 3, 2}, operatorPassword, ErrTooCostly},
	} {
		_, err := NewOperatorSlot(rand.Reader, c.params, c.content, c.password)
		refused(t, c.what, err, c.want)
	}
}

func TestKG014DowngradeAndStallAreRefused(t *testing.T) {
	for _, c := range []struct {
		params Params
		want   error
	}{
		{Params{}, ErrWeakParameters},
		{Params{64<<10 - 1, 3, 2}, ErrWeakParameters},
		{Params{64 << 10, 2, 2}, ErrWeakParameters},
		{Params{64 << 10, 3, 0}, ErrWeakParameters},
		{Params{64 << 10, 3, 1}, nil},
		{DefaultParams(), nil},
		{Params{256 << 10, 4, 8}, nil},
		{Params{256<<10 + 1, 3, 2}, ErrTooCostly},
		{Params{64 << 10, 5, 2}, ErrTooCostly},
		{Params{64 << 10, 3, 9}, ErrTooCostly},
		{Params{1<<32 - 1, 1<<32 - 1, 255}, ErrTooCostly},
	} {
		refused(t, fmt.Sprintf("%+v", c.params), c.params.Check(), c.want)
		if c.want == nil {
			continue
		}
		slot := Slot{Kind: KindHead, Salt: make([]byte, saltSize), Params: c.params, Sealed: append([]byte{envelope}, make([]byte, 99)...)}
		_, err := OpenOperatorSlot(slot, operatorPhone, operatorPassword)
		refused(t, fmt.Sprintf("open with %+v", c.params), err, c.want)
	}
}

func TestKG014SlotsAreTriedInTurn(t *testing.T) {
	lowerFloor(t)
	spoilt, _ := newOperator(t, cheap, KindHead, operatorPhone, operatorPassword)
	spoilt.Time = 0
	first, _ := newOperator(t, cheap, KindHead, "+996700000001", "другой слон идёт")
	own, content := newOperator(t, cheap, KindResponsible, operatorPhone, operatorPassword)
	slots := []Slot{{Kind: KindPaper}, spoilt, first, own}
	got, id, err := OpenOperator(slots, operatorPhone, operatorPassword)
	if err != nil || id != own.ID || !got.School.Equal(content.School) {
		t.Errorf("got %v %s, %v", got, id, err)
	}
	_, _, err = OpenOperator(slots, operatorPhone, "не тот пароль")
	if !errors.Is(err, ErrWrong) || !errors.Is(err, ErrWeakParameters) {
		t.Errorf("wrong password beside a spoilt slot: %v", err)
	}
	// One's own password with another's phone.
	_, _, err = OpenOperator(slots, "+996700000001", operatorPassword)
	refused(t, "another's phone", err, ErrWrong)
	_, _, err = OpenOperator(nil, operatorPhone, operatorPassword)
	refused(t, "no slots", err, ErrWrong)
	many := make([]Slot, MaxOperators+1)
	for i := range many {
		many[i] = first
	}
	_, _, err = OpenOperator(many, operatorPhone, operatorPassword)
	refused(t, "nine slots", err, ErrTooCostly)
}

func TestKG014RealParameters(t *testing.T) {
	slot, content := newOperator(t, DefaultParams(), KindHead, operatorPhone, operatorPassword)
	if slot.Memory != 128<<10 || slot.Time != 3 || slot.Threads != 2 {
		t.Errorf("parameters %+v", slot.Params)
	}
	if got := must(OpenOperatorSlot(slot, operatorPhone, operatorPassword))(t); !got.School.Equal(content.School) {
		t.Error("another key came back")
	}
	_, err := OpenOperatorSlot(slot, operatorPhone, operatorPassword+"!")
	refused(t, "wrong password", err, ErrWrong)
}

func BenchmarkSignIn(b *testing.B) {
	slot, _ := newOperator(b, DefaultParams(), KindHead, operatorPhone, operatorPassword)
	for b.Loop() {
		if _, err := OpenOperatorSlot(slot, operatorPhone, operatorPassword); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzSlot(f *testing.F) {
	lowerFloor(f)
	slot, _ := newOperator(f, cheap, KindHead, operatorPhone, operatorPassword)
	f.Add(must(json.Marshal(slot))(f))
	f.Add([]byte(`{"kind":"paper","salt":"AAAAAAAAAAAAAAAAAAAAAA==","sealed":"AQ=="}`))
	f.Fuzz(func(t *testing.T, stored []byte) {
		var s Slot
		if json.Unmarshal(stored, &s) != nil || s.Memory > 1<<10 || s.Time > 2 {
			return
		}
		if _, err := OpenOperatorSlot(s, operatorPhone, "не тот пароль"); err == nil {
			t.Error("opened with a wrong password")
		}
		if _, _, err := OpenPaperSlot(s, PaperCode{"DDDDD"}); err == nil {
			t.Error("opened with a wrong code")
		}
	})
}
