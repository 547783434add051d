package vault

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"testing"
)

const graduatePhone = "+996555000001"

func newLogin(t testing.TB) Login {
	t.Helper()
	return must(NewLogin(rand.Reader, cheap))(t)
}

func TestKG034GraduateSignsIn(t *testing.T) {
	lowerFloor(t)
	login, key := newLogin(t), newKey(t)
	password := must(NewPassword(rand.Reader))(t)
	made := must(NewCredential(login, graduatePhone, password))(t)
	slot := must(NewGraduateSlot(rand.Reader, made, GraduateContent{ID: "0190", Key: key}))(t)
	var read struct {
		Login Login
		Slot  GraduateSlot
	}
	stored := must(json.Marshal(map[string]any{"Login": login, "Slot": slot}))(t)
	if err := json.Unmarshal(stored, &read); err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{password, NormalisePassword(password), " " + password + "\n"} {
		c := must(NewCredential(read.Login, graduatePhone, typed))(t)
		if c.Tag() != slot.Tag {
			t.Fatalf("typed %q: the slot is not found", typed)
		}
		got := must(OpenGraduateSlot(read.Slot, c))(t)
		if got.ID != "0190" || !got.Key.Equal(key) {
			t.Errorf("typed %q: got %v", typed, got)
		}
	}
	if bytes.Contains(stored, []byte("555000001")) {
		t.Error("the phone stands in the clear")
	}
}

// Siblings may have one phone; a class may not have one password for all.
func TestKG014TagNeedsPhoneAndPasswordAndRegistry(t *testing.T) {
	lowerFloor(t)
	login := newLogin(t)
	seen := map[Tag]bool{}
	for _, c := range []struct {
		login           Login
		phone, password string
	}{
		{login, graduatePhone, "DFGJ-LNQR-SUVW"},
		{login, graduatePhone, "DFGJ-LNQR-SUVZ"},
		{login, "+996555000002", "DFGJ-LNQR-SUVW"},
		{newLogin(t), graduatePhone, "DFGJ-LNQR-SUVW"},
	} {
		credential := must(NewCredential(c.login, c.phone, c.password))(t)
		if seen[credential.Tag()] {
			t.Errorf("%s %s: a tag that another has", c.phone, c.password)
		}
		seen[credential.Tag()] = true
		if bytes.Equal(credential.tag[:], credential.key.octets()[:16]) {
			t.Error("the tag shows the key")
		}
	}
}

func TestKG016KeyOpensItsOwnRecordOnly(t *testing.T) {
	lowerFloor(t)
	const many = 300
	login := newLogin(t)
	var slots [many]GraduateSlot
	var credentials [many]*Credential
	var bodies [many][]byte
	place := func(i int) Place { return Place{"graduate", "body", fmt.Sprint(i), 1} }
	for i := range many {
		key := newKey(t)
		credentials[i] = must(NewCredential(login, fmt.Sprintf("+996555%06d", i), must(NewPassword(rand.Reader))(t)))(t)
		slots[i] = must(NewGraduateSlot(rand.Reader, credentials[i], GraduateContent{ID: fmt.Sprint(i), Key: key}))(t)
		bodies[i] = must(Seal(rand.Reader, key, place(i), fmt.Append(nil, i)))(t)
	}
	for i, c := range credentials {
		own := must(OpenGraduateSlot(slots[i], c))(t)
		for j := range many {
			_, err := Open(own.Key, place(j), bodies[j])
			if (err == nil) != (i == j) {
				t.Fatalf("key %d, record %d: %v", i, j, err)
			}
			if i == j {
				continue
			}
			_, err = OpenGraduateSlot(slots[j], c)
			refused(t, "another's slot", err, ErrWrong)
			forged := slots[j]
			forged.Tag = c.Tag()
			_, err = OpenGraduateSlot(forged, c)
			refused(t, "another's slot under one's own tag", err, ErrTampered)
		}
	}
}

func TestKG037NewPasswordEndsTheOld(t *testing.T) {
	lowerFloor(t)
	login, key := newLogin(t), newKey(t)
	old := must(NewCredential(login, graduatePhone, "DFGJ-LNQR-SUVW"))(t)
	fresh := must(NewCredential(login, graduatePhone, "2346-789D-FGJL"))(t)
	slot := must(NewGraduateSlot(rand.Reader, fresh, GraduateContent{ID: "0190", Key: key}))(t)
	_, err := OpenGraduateSlot(slot, old)
	refused(t, "old password", err, ErrWrong)
	fresh.Wipe()
	_, err = OpenGraduateSlot(slot, fresh)
	refused(t, "wiped credential", err, ErrNoKey)
	_, err = NewGraduateSlot(rand.Reader, old, GraduateContent{ID: "0190", Key: nil})
	refused(t, "no key", err, ErrNoKey)
}

func TestKG012GraduateSlotEveryFlipIsRefused(t *testing.T) {
	lowerFloor(t)
	c := must(NewCredential(newLogin(t), graduatePhone, "DFGJ-LNQR-SUVW"))(t)
	slot := must(NewGraduateSlot(rand.Reader, c, GraduateContent{ID: "0190", Key: newKey(t)}))(t)
	for i := range slot.Sealed {
		slot.Sealed[i] ^= 0x80
		_, err := OpenGraduateSlot(slot, c)
		refused(t, fmt.Sprintf("octet %d", i), err, ErrTampered)
		slot.Sealed[i] ^= 0x80
	}
	for _, plain := range []string{``, `[]`, `{"id":"0190","key":"AAAA"}`} {
		slot.Sealed = must(Seal(rand.Reader, c.key, slot.place(), []byte(plain)))(t)
		_, err := OpenGraduateSlot(slot, c)
		refused(t, plain, err, ErrTampered)
	}
}

func TestKG010WhatCannotBeASignIn(t *testing.T) {
	good := must(NewLogin(rand.Reader, DefaultParams()))(t)
	weak, costly, mangled := good, good, good
	weak.Time, costly.Memory, mangled.Salt = 1, 2<<20, good.Salt[:31]
	for _, c := range []struct {
		what            string
		login           Login
		phone, password string
		want            error
	}{
		{"operator's password", good, graduatePhone, operatorPassword, ErrWrong},
		{"11 symbols", good, graduatePhone, "DFGJ-LNQR-SUV", ErrWrong},
		{"no password", good, graduatePhone, "", ErrWrong},
		{"letter outside the alphabet", good, graduatePhone, "DFGJ-LNQR-SUVX", ErrWrong},
		{"no phone", good, "", "DFGJ-LNQR-SUVW", ErrPhone},
		{"no plus", good, "996555000001", "DFGJ-LNQR-SUVW", ErrPhone},
		{"zero first", good, "+0555000001", "DFGJ-LNQR-SUVW", ErrPhone},
		{"letters", good, "+99655500000O", "DFGJ-LNQR-SUVW", ErrPhone},
		{"too long", good, "+1234567890123456", "DFGJ-LNQR-SUVW", ErrPhone},
		{"weak", weak, graduatePhone, "DFGJ-LNQR-SUVW", ErrWeakParameters},
		{"costly", costly, graduatePhone, "DFGJ-LNQR-SUVW", ErrTooCostly},
		{"short salt", mangled, graduatePhone, "DFGJ-LNQR-SUVW", ErrTampered},
	} {
		_, err := NewCredential(c.login, c.phone, c.password)
		refused(t, c.what, err, c.want)
	}
	_, err := NewLogin(rand.Reader, cheap)
	refused(t, "new login too cheap", err, ErrWeakParameters)
}
